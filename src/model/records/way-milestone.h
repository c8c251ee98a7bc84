/* way-milestone.h: WayMilestone, a promise with a date: the front matter of its living document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_MILESTONE_FIELDS(F)                                                                    \
  F (REF, task, N_ ("Row in the timeline"), .target = "task")                                      \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative",                                   \
     .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                                                    \
  F (TEXT, code, N_ ("Id in documents"), .hint = N_ ("When it is not the number that Waymark gives"))\
  F (TEXT, version, N_ ("Version"))                                                                \
  F (ENUM, status, N_ ("Status"), .choices = &way_enum_status, .flags = WAY_FIELD_LIST)            \
  F (ENUM, priority, N_ ("Priority"), .choices = &way_enum_level, .initial = WAY_LEVEL_MEDIUM,     \
     .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                                                    \
  F (DATE, start_date, N_ ("Planned start"), .group = N_ ("Dates"))                                \
  F (DATE, target_date, N_ ("Target"), .group = N_ ("Dates"), .flags = WAY_FIELD_LIST,             \
     .hint = N_ ("The date that was promised"))                                                    \
  F (DATE, actual_date, N_ ("Completed on"), .group = N_ ("Dates"))                                \
  F (MOMENT, forecast, N_ ("Forecast"), .group = N_ ("Dates"),                                     \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (DURATION, variance, N_ ("Variance"), .group = N_ ("Dates"),                                   \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (PERCENT, complete, N_ ("Done"), .group = N_ ("Progress"),                                     \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (ENUM, completion, N_ ("Progress is counted"), .choices = &way_enum_completion,                \
     .group = N_ ("Progress"))                                                                     \
  F (PERCENT, typed_complete,                                                                      \
     /* xgettext:no-c-format */ N_ ("% complete, typed"), .group = N_ ("Progress"))                \
  F (REAL, quality_score, N_ ("Quality score"), .group = N_ ("Progress"), .max_real = 10,          \
     .hint = N_ ("1 … 10; 0 = not scored"))                                                        \
  F (ENUM, rag, N_ ("Status colour"), .choices = &way_enum_rag, .group = N_ ("Progress"))          \
  F (TEXT, rag_reason, N_ ("Reason for the colour"), .group = N_ ("Progress"))                     \
  F (ENUM, business_value, N_ ("Business value"), .choices = &way_enum_level,                      \
     .initial = WAY_LEVEL_MEDIUM, .group = N_ ("Assessment"))                                      \
  F (ENUM, technical_complexity, N_ ("Technical complexity"), .choices = &way_enum_complexity,     \
     .initial = WAY_COMPLEXITY_MEDIUM, .group = N_ ("Assessment"))                                 \
  F (ENUM, risk_level, N_ ("Risk"), .choices = &way_enum_level, .group = N_ ("Assessment"),        \
     .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                                                    \
  F (ENUM, architecture_impact, N_ ("Architecture impact"), .choices = &way_enum_impact,           \
     .group = N_ ("Assessment"))                                                                   \
  F (REAL, estimated_effort, N_ ("Estimated effort, person-weeks"), .group = N_ ("Team"),          \
     .max_real = 1e6)                                                                              \
  F (REAL, actual_effort, N_ ("Actual effort, person-weeks"), .group = N_ ("Team"),                \
     .max_real = 1e6)                                                                              \
  F (INT, team_size, N_ ("Team size"), .group = N_ ("Team"), .min = 0, .max = 100000)              \
  F (REF, product_owner, N_ ("Product owner"), .target = "resource", .group = N_ ("Team"))         \
  F (REF, technical_lead, N_ ("Technical lead"), .target = "resource", .group = N_ ("Team"))       \
  F (TEXT, stakeholders, N_ ("Stakeholders"), .group = N_ ("Team"),                                \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)                                               \
  F (TEXT, dependencies, N_ ("Depends on, outside of the plan"),                                   \
     .group = N_ ("Dependencies"), .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS,                 \
     .hint = N_ ("What it waits for in the plan is told by the links of the timeline"))            \
  F (TEXT, primary_metric, N_ ("Primary metric"), .group = N_ ("Success metrics"))                 \
  F (TEXT, secondary_metrics, N_ ("Secondary metrics"), .group = N_ ("Success metrics"),           \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)                                               \
  F (TEXT, target_values, N_ ("Target values"), .group = N_ ("Success metrics"),                   \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)

#define WAY_TYPE_MILESTONE (way_milestone_get_type ())
WAY_DECLARE_RECORD (WayMilestone, way_milestone, MILESTONE, WAY_MILESTONE_FIELDS)
extern WayRecordType way_milestone_type;

G_END_DECLS
