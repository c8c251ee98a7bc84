/* way-dependency.h: WayDependency, what a milestone waits for, and WayBlocker, what holds it up now.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That one milestone waits for another is told by the links of the schedule; a dependency adds
 * what there is to say about it, or names what stands outside of the plan. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_DEPENDENCY_FIELDS(F)                                                                   \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (ENUM, kind, N_ ("Kind"), .choices = &way_enum_dependency, .flags = WAY_FIELD_LIST)            \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (REF, upstream, N_ ("Waits for"), .target = "milestone", .flags = WAY_FIELD_LIST)              \
  F (TEXT, description, N_ ("Description"), .flags = WAY_FIELD_MULTILINE)

#define WAY_TYPE_DEPENDENCY (way_dependency_get_type ())
WAY_DECLARE_RECORD (WayDependency, way_dependency, DEPENDENCY, WAY_DEPENDENCY_FIELDS)
extern WayRecordType way_dependency_type;

#define WAY_BLOCKER_FIELDS(F)                                                                      \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_CASCADE | WAY_FIELD_LIST)                                                  \
  F (REF, task, N_ ("Row in the timeline"), .target = "task",                                      \
     .flags = WAY_FIELD_CASCADE | WAY_FIELD_LIST)                                                  \
  F (DATE, since, N_ ("Since"), .flags = WAY_FIELD_LIST)                                           \
  F (DATE, cleared_on, N_ ("Cleared on"), .flags = WAY_FIELD_LIST)

#define WAY_TYPE_BLOCKER (way_blocker_get_type ())
WAY_DECLARE_RECORD (WayBlocker, way_blocker, BLOCKER, WAY_BLOCKER_FIELDS)
extern WayRecordType way_blocker_type;

G_END_DECLS
