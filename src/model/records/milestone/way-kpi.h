/* way-kpi.h: WayKpi, a figure that tells whether it was worth it, and its measurements.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Baseline and target are text as it was typed, so that “≥ 99.9 %” stays what it is; the
 * numbers in them are read by way_kpi_read_number(). */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_KPI_FIELDS(F)                                                                          \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative")                                   \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (ENUM, kind, N_ ("Kind"), .choices = &way_enum_kpi_kind,                                       \
     .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                                                    \
  F (ENUM, theme, N_ ("About"), .choices = &way_enum_kpi_theme)                                    \
  F (TEXT, unit, N_ ("Unit"))                                                                      \
  F (ENUM, direction, N_ ("Better is"), .choices = &way_enum_kpi_direction)                        \
  F (TEXT, baseline, N_ ("Baseline figure"), .flags = WAY_FIELD_LIST,                              \
     .hint = N_ ("Where it stood before: a number, with words if need be"))                        \
  F (TEXT, target, N_ ("Target figure"), .flags = WAY_FIELD_LIST,                                  \
     .hint = N_ ("Where it is to go: a number, with words if need be; “10 – 20” for a range"))     \
  F (TEXT, method, N_ ("Measurement method"), .flags = WAY_FIELD_MULTILINE)                        \
  F (ENUM, cadence, N_ ("Measured"), .choices = &way_enum_cadence)

#define WAY_TYPE_KPI (way_kpi_get_type ())
WAY_DECLARE_RECORD (WayKpi, way_kpi, KPI, WAY_KPI_FIELDS)
extern WayRecordType way_kpi_type;

gboolean way_kpi_read_number (const char *text, double *first, double *second);

#define WAY_MEASUREMENT_FIELDS(F)                                                                  \
  F (REF, kpi, N_ ("KPI"), .target = "kpi",                                                        \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (DATE, date, N_ ("Date"), .flags = WAY_FIELD_LIST)                                             \
  F (REAL, value, N_ ("Value"), .flags = WAY_FIELD_LIST)                                           \
  F (TEXT, note, N_ ("Note"), .flags = WAY_FIELD_LIST)

#define WAY_TYPE_MEASUREMENT (way_measurement_get_type ())
WAY_DECLARE_RECORD (WayMeasurement, way_measurement, MEASUREMENT, WAY_MEASUREMENT_FIELDS)
extern WayRecordType way_measurement_type;

G_END_DECLS
