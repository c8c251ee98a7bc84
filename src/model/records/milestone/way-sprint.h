/* way-sprint.h: WaySprint, a stretch of work towards a milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_SPRINT_FIELDS(F)                                                                       \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (DATE, start, N_ ("Start"), .flags = WAY_FIELD_LIST)                                           \
  F (DATE, finish, N_ ("Finish"), .flags = WAY_FIELD_LIST)                                         \
  F (TEXT, duration, N_ ("Duration"), .flags = WAY_FIELD_LIST,                                     \
     .hint = N_ ("As it is spoken of: “2 weeks”"))                                                 \
  F (TEXT, focus, N_ ("Focus"), .flags = WAY_FIELD_LIST | WAY_FIELD_MULTILINE)                     \
  F (TEXT, deliverables, N_ ("Key deliverables"), .flags = WAY_FIELD_MULTILINE)                    \
  F (TEXT, success_criteria, N_ ("Success criteria"), .flags = WAY_FIELD_MULTILINE)                \
  F (REAL, planned_points, N_ ("Planned story points"), .max_real = 1e6,                           \
     .hint = N_ ("As they stood when the sprint began"))

#define WAY_TYPE_SPRINT (way_sprint_get_type ())
WAY_DECLARE_RECORD (WaySprint, way_sprint, SPRINT, WAY_SPRINT_FIELDS)
extern WayRecordType way_sprint_type;

G_END_DECLS
