/* way-initiative.h: WayInitiative, the strategic level: an outcome with its budget and goals.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_INITIATIVE_FIELDS(F)                                                                   \
  F (REF, task, N_ ("Row in the timeline"), .target = "task")                                      \
  F (TEXT, outcome, N_ ("Outcome"), .flags = WAY_FIELD_LIST | WAY_FIELD_MULTILINE)                 \
  F (ENUM, status, N_ ("Status"), .choices = &way_enum_status, .flags = WAY_FIELD_LIST)            \
  F (ENUM, business_value, N_ ("Business value"), .choices = &way_enum_level,                      \
     .initial = WAY_LEVEL_MEDIUM, .flags = WAY_FIELD_LIST)                                         \
  F (REF, sponsor, N_ ("Sponsor"), .target = "resource")                                           \
  F (MONEY, budget, N_ ("Budget"), .flags = WAY_FIELD_LIST)                                        \
  F (REAL, roi, N_ ("Expected return, %"), .min_real = -1e6, .max_real = 1e6)                      \
  F (DATE, target_date, N_ ("Target"), .flags = WAY_FIELD_LIST)                                    \
  F (TEXT, goals, N_ ("Strategic goals"), .group = N_ ("Goals"),                                   \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)                                               \
  F (TEXT, kpis, N_ ("KPIs"), .group = N_ ("Goals"),                                               \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)                                               \
  F (ENUM, rag, N_ ("Status colour"), .choices = &way_enum_rag, .group = N_ ("Status"))            \
  F (TEXT, rag_reason, N_ ("Reason for the colour"), .group = N_ ("Status"))

#define WAY_TYPE_INITIATIVE (way_initiative_get_type ())
WAY_DECLARE_RECORD (WayInitiative, way_initiative, INITIATIVE, WAY_INITIATIVE_FIELDS)
extern WayRecordType way_initiative_type;

G_END_DECLS
