/* way-task.h: WayTask, a row of the work breakdown: summary, task or point.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_TASK_FIELDS(F)                                                                         \
  F (REF, parent, N_ ("Parent"), .target = "task",                                                 \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_CASCADE | WAY_FIELD_STRUCTURE)                          \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN | WAY_FIELD_STRUCTURE)                     \
  F (INT, uid, N_ ("Unique id"), .flags = WAY_FIELD_HIDDEN)                                        \
  F (DURATION, duration, N_ ("Duration"), .unit_field = "duration_unit", .initial = 480,           \
     .max = WAY_DURATION_MAX, .flags = WAY_FIELD_LIST | WAY_FIELD_SCHEDULE)                        \
  F (ENUM, duration_unit, N_ ("Duration unit"), .choices = &way_enum_unit,                         \
     .initial = WAY_UNIT_DAYS, .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)                     \
  F (BOOL, estimated, N_ ("Estimated"), .hint = N_ ("The duration is a guess"))                    \
  F (BOOL, is_milestone, N_ ("Shown as a milestone"))                                              \
  F (PERCENT, percent_complete,                                                                    \
     /* xgettext:no-c-format */ N_ ("% complete"), .group = N_ ("Progress"),                       \
     .flags = WAY_FIELD_LIST | WAY_FIELD_SCHEDULE)                                                 \
  F (ENUM, state, N_ ("State"), .choices = &way_enum_task_state, .group = N_ ("Progress"))         \
  F (MOMENT, actual_start, N_ ("Actual start"), .group = N_ ("Progress"),                          \
     .flags = WAY_FIELD_SCHEDULE)                                                                  \
  F (MOMENT, actual_finish, N_ ("Actual finish"), .group = N_ ("Progress"),                        \
     .flags = WAY_FIELD_SCHEDULE)                                                                  \
  F (MOMENT, stop, N_ ("Stopped"), .group = N_ ("Progress"),                                       \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)                                               \
  F (MOMENT, resume, N_ ("Resumes"), .group = N_ ("Progress"),                                     \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)                                               \
  F (DURATION, done, N_ ("Worked"), .initial = -1, .min = -1, .max = WAY_DURATION_MAX,             \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)                                               \
  F (TEXT, splits, N_ ("Interruptions"), .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)           \
  F (PERCENT, physical_complete,                                                                   \
     /* xgettext:no-c-format */ N_ ("Physical % complete"), .group = N_ ("Progress"))              \
  F (ENUM, constraint_type, N_ ("Constraint"), .choices = &way_enum_constraint,                    \
     .group = N_ ("Constraint"), .flags = WAY_FIELD_SCHEDULE)                                      \
  F (MOMENT, constraint_date, N_ ("Constraint date"), .group = N_ ("Constraint"),                  \
     .flags = WAY_FIELD_SCHEDULE)                                                                  \
  F (MOMENT, deadline, N_ ("Deadline"), .group = N_ ("Constraint"), .flags = WAY_FIELD_SCHEDULE,   \
     .hint = N_ ("Never moves the task; warns when it is missed"))                                 \
  F (REF, calendar, N_ ("Calendar"), .target = "calendar", .group = N_ ("Constraint"),             \
     .flags = WAY_FIELD_STRUCTURE)                                                                 \
  F (BOOL, ignore_resource_calendars, N_ ("Ignore people’s calendars"),                            \
     .group = N_ ("Constraint"), .flags = WAY_FIELD_STRUCTURE)                                     \
  F (BOOL, manual, N_ ("Scheduled by hand"), .group = N_ ("Constraint"),                           \
     .flags = WAY_FIELD_SCHEDULE, .hint = N_ ("Keeps the dates typed, whatever links say"))        \
  F (MOMENT, manual_start, N_ ("Start by hand"), .group = N_ ("Constraint"),                       \
     .flags = WAY_FIELD_SCHEDULE)                                                                  \
  F (MOMENT, manual_finish, N_ ("Finish by hand"), .group = N_ ("Constraint"),                     \
     .flags = WAY_FIELD_SCHEDULE)                                                                  \
  F (BOOL, active, N_ ("Active"), .initial = 1, .group = N_ ("Constraint"),                        \
     .flags = WAY_FIELD_STRUCTURE)                                                                 \
  F (DURATION, levelling_delay, N_ ("Levelling delay"), .group = N_ ("Constraint"),                \
     .unit_field = "levelling_delay_unit", .flags = WAY_FIELD_SCHEDULE)                            \
  F (ENUM, levelling_delay_unit, N_ ("Levelling delay unit"), .choices = &way_enum_unit,           \
     .initial = WAY_UNIT_ELAPSED_DAYS, .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)             \
  F (BOOL, external, N_ ("Belongs to another plan"),                                               \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)                                               \
  F (INT, priority, N_ ("Priority"), .initial = 500, .min = 0, .max = 1000,                        \
     .group = N_ ("Work"))                                                                         \
  F (ENUM, task_type, N_ ("Task type"), .choices = &way_enum_task_type, .group = N_ ("Work"),      \
     .flags = WAY_FIELD_STRUCTURE)                                                                 \
  F (BOOL, effort_driven, N_ ("Effort driven"), .group = N_ ("Work"))                              \
  F (WORK, work, N_ ("Work"), .group = N_ ("Work"))                                                \
  F (WORK, actual_work, N_ ("Actual work"), .group = N_ ("Work"))                                  \
  F (MONEY, fixed_cost, N_ ("Fixed cost"), .group = N_ ("Work"))                                   \
  F (MONEY, actual_cost, N_ ("Actual cost"), .group = N_ ("Work"))                                 \
  F (ENUM, earn_rule, N_ ("Earned by"), .choices = &way_enum_earn_rule, .group = N_ ("Work"))      \
  F (REAL, story_points, N_ ("Story points"), .group = N_ ("Work"), .max_real = 1e6)               \
  F (REF, sprint, N_ ("Sprint"), .target = "sprint", .group = N_ ("Work"))                         \
  F (DURATION, optimistic, N_ ("Optimistic"), .group = N_ ("Estimate"),                            \
     .max = WAY_DURATION_MAX, .unit_field = "duration_unit")                                       \
  F (DURATION, likely, N_ ("Most likely"), .group = N_ ("Estimate"), .max = WAY_DURATION_MAX,      \
     .unit_field = "duration_unit")                                                                \
  F (DURATION, pessimistic, N_ ("Pessimistic"), .group = N_ ("Estimate"),                          \
     .max = WAY_DURATION_MAX, .unit_field = "duration_unit")                                       \
  F (TEXT, hyperlink, N_ ("Link to a document"), .group = N_ ("Notes"))                            \
  F (MOMENT, imported_start, N_ ("Imported start"), .flags = WAY_FIELD_HIDDEN)                     \
  F (MOMENT, imported_finish, N_ ("Imported finish"), .flags = WAY_FIELD_HIDDEN)                   \
  F (TEXT, exchange_extra, N_ ("Kept from import"), .flags = WAY_FIELD_HIDDEN)                     \
  /* Computed by the schedule (numbers.md §§3–4). */                                               \
  F (MOMENT, start, N_ ("Start"), .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                     \
  F (MOMENT, finish, N_ ("Finish"), .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                   \
  F (DURATION, span, N_ ("Scheduled duration"), .unit_field = "duration_unit",                     \
     .flags = WAY_FIELD_DERIVED)                                                                   \
  F (PERCENT, complete, N_ ("Done"), .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                  \
  F (MOMENT, early_start, N_ ("Early start"), .flags = WAY_FIELD_DERIVED)                          \
  F (MOMENT, early_finish, N_ ("Early finish"), .flags = WAY_FIELD_DERIVED)                        \
  F (MOMENT, late_start, N_ ("Late start"), .flags = WAY_FIELD_DERIVED)                            \
  F (MOMENT, late_finish, N_ ("Late finish"), .flags = WAY_FIELD_DERIVED)                          \
  F (DURATION, total_float, N_ ("Total float"), .flags = WAY_FIELD_DERIVED)                        \
  F (DURATION, free_float, N_ ("Free float"), .flags = WAY_FIELD_DERIVED)                          \
  F (BOOL, critical, N_ ("Critical"), .flags = WAY_FIELD_DERIVED)                                  \
  F (BOOL, summary, N_ ("Summary"), .flags = WAY_FIELD_DERIVED)                                    \
  F (INT, depth, N_ ("Level"), .flags = WAY_FIELD_DERIVED | WAY_FIELD_HIDDEN)                      \
  F (INT, row, N_ ("Row"), .flags = WAY_FIELD_DERIVED | WAY_FIELD_HIDDEN)

#define WAY_TYPE_TASK (way_task_get_type ())
WAY_DECLARE_RECORD (WayTask, way_task, TASK, WAY_TASK_FIELDS)
extern WayRecordType way_task_type;

G_END_DECLS
