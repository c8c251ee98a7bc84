/* way-assignment.h: WayAssignment, a resource at work on a task.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_ASSIGNMENT_FIELDS(F)                                                                   \
  F (REF, task, N_ ("Task"), .target = "task",                                                     \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)       \
  F (REF, resource, N_ ("Resource"), .target = "resource",                                         \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)       \
  F (INT, uid, N_ ("Unique id"), .flags = WAY_FIELD_HIDDEN)                                        \
  F (PERCENT, units, N_ ("Units"), .initial = 100, .max = 100000,                                  \
     .flags = WAY_FIELD_LIST | WAY_FIELD_SCHEDULE)                                                 \
  F (WORK, work, N_ ("Work"), .flags = WAY_FIELD_LIST | WAY_FIELD_SCHEDULE)                        \
  F (WORK, actual_work, N_ ("Actual work"), .flags = WAY_FIELD_LIST)                               \
  F (WORK, overtime, N_ ("Overtime"), .max = WAY_DURATION_MAX, .flags = WAY_FIELD_SCHEDULE,         \
     .hint = N_ ("Of the work, what is done beside the working time"))                             \
  F (DURATION, delay, N_ ("Delay"), .max = WAY_DURATION_MAX, .flags = WAY_FIELD_STRUCTURE)         \
  F (DURATION, levelling_delay, N_ ("Levelling delay"), .max = WAY_DURATION_MAX,                   \
     .flags = WAY_FIELD_STRUCTURE, .hint = N_ ("Counts by the clock"))                             \
  F (INT, contour, N_ ("Shape of the work over time"), .max = 8,                                   \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)                                               \
  F (MONEY, cost, N_ ("Cost"))                                                                     \
  F (MONEY, actual_cost, N_ ("Actual cost"))                                                       \
  F (TEXT, exchange_extra, N_ ("Kept from import"), .flags = WAY_FIELD_HIDDEN)

#define WAY_TYPE_ASSIGNMENT (way_assignment_get_type ())
WAY_DECLARE_RECORD (WayAssignment, way_assignment, ASSIGNMENT, WAY_ASSIGNMENT_FIELDS)
extern WayRecordType way_assignment_type;

G_END_DECLS
