/* way-project.h: WayProject, the plan's own data and options; one record in each plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_PROJECT_FIELDS(F)                                                                      \
  F (MOMENT, start, N_ ("Start"), .flags = WAY_FIELD_SCHEDULE)                                     \
  F (MOMENT, finish, N_ ("Finish"), .flags = WAY_FIELD_SCHEDULE)                                   \
  F (ENUM, schedule_from, N_ ("Schedule from"), .choices = &way_enum_schedule_from,                \
     .flags = WAY_FIELD_SCHEDULE)                                                                  \
  F (DATE, status_date, N_ ("Status date"), .flags = WAY_FIELD_SCHEDULE,                           \
     .hint = N_ ("Figures are as of this day; today when empty"))                                  \
  F (REF, calendar, N_ ("Calendar"), .target = "calendar", .flags = WAY_FIELD_STRUCTURE)           \
  F (TEXT, company, N_ ("Company"))                                                                \
  F (TEXT, currency, N_ ("Currency"))                                                              \
  F (WORK, minutes_per_day, N_ ("Work per day"), .initial = 480, .min = 1, .max = 1440,            \
     .group = N_ ("Schedule"), .flags = WAY_FIELD_SCHEDULE)                                        \
  F (WORK, minutes_per_week, N_ ("Work per week"), .initial = 2400, .min = 1, .max = 10080,        \
     .group = N_ ("Schedule"), .flags = WAY_FIELD_SCHEDULE)                                        \
  F (INT, days_per_month, N_ ("Days per month"), .initial = 20, .min = 1, .max = 31,               \
     .group = N_ ("Schedule"), .flags = WAY_FIELD_SCHEDULE)                                        \
  F (CLOCK, day_start, N_ ("Working day starts"), .initial = 480, .min = 0, .max = 1439,           \
     .group = N_ ("Schedule"))                                                                     \
  F (CLOCK, day_finish, N_ ("Working day ends"), .initial = 1020, .min = 1, .max = 1440,           \
     .group = N_ ("Schedule"))                                                                     \
  F (DURATION, critical_float, N_ ("Critical up to a float of"), .group = N_ ("Schedule"),         \
     .min = -WAY_DURATION_MAX, .max = WAY_DURATION_MAX, .flags = WAY_FIELD_SCHEDULE)               \
  F (BOOL, honour_constraints, N_ ("Constraints win over links"), .initial = 1,                    \
     .group = N_ ("Schedule"), .flags = WAY_FIELD_SCHEDULE)                                        \
  F (BOOL, unfinished_waits, N_ ("Unfinished work waits for its predecessors"), .initial = 1,      \
     .group = N_ ("Schedule"), .flags = WAY_FIELD_SCHEDULE,                                        \
     .hint = N_ ("Else what has begun goes on, whatever its links say"))                           \
  F (BOOL, multiple_paths, N_ ("Each path has its own critical path"), .group = N_ ("Schedule"),   \
     .flags = WAY_FIELD_SCHEDULE,                                                                  \
     .hint = N_ ("What nothing follows has no float, also where the plan goes on for longer"))     \
  F (INT, yellow_days, N_ ("Yellow from days late"), .initial = 1, .min = 0, .max = 1000,          \
     .group = N_ ("Status colours"))                                                               \
  F (INT, red_days, N_ ("Red from more than days late"), .initial = 10, .min = 0, .max = 1000,     \
     .group = N_ ("Status colours"))                                                               \
  F (INT, red_percent,                                                                             \
     /* xgettext:no-c-format */ N_ ("Red from more than % of the baseline duration"), .initial = 10, \
     .min = 0, .max = 1000, .group = N_ ("Status colours"))                                        \
  F (REF, manager, N_ ("Manager"), .target = "resource", .group = N_ ("Escalation"))               \
  F (REF, director, N_ ("Director"), .target = "resource", .group = N_ ("Escalation"))             \
  F (REF, executive, N_ ("Executive"), .target = "resource", .group = N_ ("Escalation"))           \
  F (WORK, acknowledge_critical, N_ ("Acknowledge critical issues within"), .initial = 60,         \
     .group = N_ ("Escalation"), .hint = N_ ("Working time until the next level is asked; 0 = never"))\
  F (WORK, acknowledge_high, N_ ("Acknowledge high issues within"), .initial = 240,                \
     .group = N_ ("Escalation"))                                                                   \
  F (WORK, acknowledge_medium, N_ ("Acknowledge medium issues within"), .initial = 480,            \
     .group = N_ ("Escalation"))                                                                   \
  F (WORK, acknowledge_low, N_ ("Acknowledge low issues within"), .initial = 960,                  \
     .group = N_ ("Escalation"))                                                                   \
  F (DURATION, resolve_critical, N_ ("Resolve critical issues within"), .initial = 480,            \
     .group = N_ ("Escalation"), .hint = N_ ("Working days on each level; 0 = never"))             \
  F (DURATION, resolve_high, N_ ("Resolve high issues within"), .initial = 1440,                   \
     .group = N_ ("Escalation"))                                                                   \
  F (DURATION, resolve_medium, N_ ("Resolve medium issues within"), .initial = 4800,               \
     .group = N_ ("Escalation"))                                                                   \
  F (DURATION, resolve_low, N_ ("Resolve low issues within"), .initial = 9600,                     \
     .group = N_ ("Escalation"))                                                                   \
  F (INT, uid, N_ ("Unique id"), .flags = WAY_FIELD_HIDDEN)                                        \
  F (TEXT, exchange_extra, N_ ("Kept from import"), .flags = WAY_FIELD_HIDDEN)

#define WAY_TYPE_PROJECT (way_project_get_type ())
WAY_DECLARE_RECORD (WayProject, way_project, PROJECT, WAY_PROJECT_FIELDS)
extern WayRecordType way_project_type;

G_END_DECLS
