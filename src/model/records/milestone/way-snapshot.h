/* way-snapshot.h: WaySnapshot, where a milestone, an initiative or a risk stood on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written once, by the document itself, and never edited (numbers.md §5). */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_SNAPSHOT_FIELDS(F)                                                                     \
  F (DATE, day, N_ ("Day"), .flags = WAY_FIELD_LIST | WAY_FIELD_REQUIRED)                          \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE)                                                  \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative",                                   \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE)                                                  \
  F (REF, risk, N_ ("Risk"), .target = "risk", .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE)        \
  F (MOMENT, forecast, N_ ("Forecast"), .flags = WAY_FIELD_LIST)                                   \
  F (DATE, target, N_ ("Target"), .flags = WAY_FIELD_LIST)                                         \
  F (PERCENT, complete, N_ ("Done"), .flags = WAY_FIELD_LIST)                                      \
  F (ENUM, status, N_ ("Status"), .choices = &way_enum_status, .flags = WAY_FIELD_LIST)            \
  F (INT, score, N_ ("Score"), .min = 0, .max = 9, .flags = WAY_FIELD_LIST)

#define WAY_TYPE_SNAPSHOT (way_snapshot_get_type ())
WAY_DECLARE_RECORD (WaySnapshot, way_snapshot, SNAPSHOT, WAY_SNAPSHOT_FIELDS)
extern WayRecordType way_snapshot_type;

G_END_DECLS
