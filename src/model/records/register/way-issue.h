/* way-issue.h: WayIssue, what stands in the way, and WayEscalation, who was asked for help when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On which level an issue is, and since when, follows from the steps of its escalation. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_ISSUE_FIELDS(F)                                                                        \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                                                    \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative")                                   \
  F (REF, task, N_ ("Row in the timeline"), .target = "task",                                      \
     .hint = N_ ("A row that is blocked shows its issues on its bar"))                             \
  F (REF, source, N_ ("Comes from"))                                                               \
  F (ENUM, status, N_ ("Status"), .choices = &way_enum_issue_status, .flags = WAY_FIELD_LIST)      \
  F (ENUM, priority, N_ ("Priority"), .choices = &way_enum_level, .initial = WAY_LEVEL_MEDIUM,     \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (ENUM, category, N_ ("Category"), .choices = &way_enum_issue_category)                         \
  F (DATE, due, N_ ("Due"), .flags = WAY_FIELD_LIST)                                               \
  F (REF, reporter, N_ ("Reporter"), .target = "resource")                                         \
  F (MOMENT, found_on, N_ ("Found on"))                                                            \
  F (TEXT, description, N_ ("Description"), .flags = WAY_FIELD_MULTILINE)                          \
  F (TEXT, impact, N_ ("What is affected"), .flags = WAY_FIELD_MULTILINE)                          \
  F (TEXT, root_cause, N_ ("Root cause"), .group = N_ ("Resolution"),                              \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (ENUM, cause, N_ ("Kind of cause"), .choices = &way_enum_issue_cause,                          \
     .group = N_ ("Resolution"))                                                                   \
  F (TEXT, resolution, N_ ("Resolution"), .group = N_ ("Resolution"),                              \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (TEXT, prevention, N_ ("Prevention"), .group = N_ ("Resolution"),                              \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (TEXT, no_prevention, N_ ("Or why there is nothing to prevent"), .group = N_ ("Resolution"))   \
  F (MOMENT, resolved_on, N_ ("Resolved on"), .group = N_ ("Resolution"))                          \
  F (MOMENT, closed_on, N_ ("Closed on"), .group = N_ ("Resolution"))                              \
  F (REF, acknowledged_by, N_ ("Acknowledged by"), .target = "resource",                           \
     .group = N_ ("Escalation"))                                                                   \
  F (MOMENT, acknowledged_on, N_ ("Acknowledged on"), .group = N_ ("Escalation"))                  \
  F (ENUM, level, N_ ("Level"), .choices = &way_enum_escalation, .group = N_ ("Escalation"),       \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (MOMENT, level_since, N_ ("On this level since"), .group = N_ ("Escalation"),                  \
     .flags = WAY_FIELD_DERIVED)                                                                   \
  F (DURATION, age, N_ ("Age"), .unit_field = "age_unit", .group = N_ ("Escalation"),              \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (ENUM, age_unit, N_ ("Age unit"), .choices = &way_enum_unit, .initial = WAY_UNIT_DAYS,         \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_HIDDEN)

#define WAY_TYPE_ISSUE (way_issue_get_type ())
WAY_DECLARE_RECORD (WayIssue, way_issue, ISSUE, WAY_ISSUE_FIELDS)
extern WayRecordType way_issue_type;

#define WAY_ESCALATION_FIELDS(F)                                                                   \
  F (REF, issue, N_ ("Issue"), .target = "issue",                                                  \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (ENUM, from_level, N_ ("From"), .choices = &way_enum_escalation, .flags = WAY_FIELD_LIST)      \
  F (ENUM, to_level, N_ ("To"), .choices = &way_enum_escalation, .flags = WAY_FIELD_LIST)          \
  F (MOMENT, time, N_ ("Time"), .flags = WAY_FIELD_LIST)                                           \
  F (TEXT, reason, N_ ("Reason"),                                                                  \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_MULTILINE | WAY_FIELD_LIST)                           \
  F (REF, person, N_ ("To whom"), .target = "resource", .flags = WAY_FIELD_LIST)                   \
  F (TEXT, author, N_ ("By whom"), .flags = WAY_FIELD_LIST)

#define WAY_TYPE_ESCALATION (way_escalation_get_type ())
WAY_DECLARE_RECORD (WayEscalation, way_escalation, ESCALATION, WAY_ESCALATION_FIELDS)
extern WayRecordType way_escalation_type;

gboolean way_issue_is_open (WayIssue *self);
gboolean way_issue_is_acknowledged (WayIssue *self);

G_END_DECLS
