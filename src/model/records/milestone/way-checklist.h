/* way-checklist.h: WayChecklistItem, a line that has to be ticked, and WayPhase, which groups them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_PHASE_FIELDS(F)                                                                        \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (TEXT, duration, N_ ("Duration"), .flags = WAY_FIELD_LIST,                                     \
     .hint = N_ ("As it is spoken of: “3 weeks”"))                                                 \
  F (REF, task, N_ ("Row in the timeline"), .target = "task")

#define WAY_TYPE_PHASE (way_phase_get_type ())
WAY_DECLARE_RECORD (WayPhase, way_phase, PHASE, WAY_PHASE_FIELDS)
extern WayRecordType way_phase_type;

#define WAY_CHECKLIST_ITEM_FIELDS(F)                                                               \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (ENUM, list, N_ ("Checklist"), .choices = &way_enum_checklist, .flags = WAY_FIELD_LIST)        \
  F (REF, phase, N_ ("Phase"), .target = "phase", .flags = WAY_FIELD_CASCADE)                      \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (TEXT, criterion, N_ ("Threshold"), .flags = WAY_FIELD_MULTILINE,                              \
     .hint = N_ ("What has to be reached for it to count as met"))                                 \
  F (BOOL, done, N_ ("Done"), .flags = WAY_FIELD_LIST)                                             \
  F (DATE, done_on, N_ ("Done on"), .flags = WAY_FIELD_LIST)                                       \
  F (TEXT, evidence, N_ ("Evidence"), .flags = WAY_FIELD_MULTILINE)                                \
  F (BOOL, waived, N_ ("Waived"), .group = N_ ("Waiver"))                                          \
  F (TEXT, waiver_reason, N_ ("Reason for the waiver"), .group = N_ ("Waiver"),                    \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (REF, waived_by, N_ ("Waived by"), .target = "resource", .group = N_ ("Waiver"))

#define WAY_TYPE_CHECKLIST_ITEM (way_checklist_item_get_type ())
WAY_DECLARE_RECORD (WayChecklistItem, way_checklist_item, CHECKLIST_ITEM, WAY_CHECKLIST_ITEM_FIELDS)
extern WayRecordType way_checklist_item_type;

gboolean way_checklist_item_is_met (WayChecklistItem *self);
gboolean way_checklist_is_gate     (gint64 list);

G_END_DECLS
