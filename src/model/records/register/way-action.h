/* way-action.h: WayAction, something to be done about a risk, an issue, a milestone or a review.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_ACTION_FIELDS(F)                                                                       \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (REF, task, N_ ("Row in the timeline"), .target = "task")                                      \
  F (REF, source, N_ ("Comes from"), .flags = WAY_FIELD_LIST,                                      \
     .hint = N_ ("The risk, issue, milestone or review that asks for it"))                         \
  F (ENUM, state, N_ ("State"), .choices = &way_enum_action_state, .flags = WAY_FIELD_LIST)        \
  F (ENUM, kind, N_ ("Kind"), .choices = &way_enum_action_kind, .flags = WAY_FIELD_LIST)           \
  F (DATE, due, N_ ("Due"), .flags = WAY_FIELD_LIST)                                               \
  F (PERCENT, complete, N_ ("Done"), .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                    \
  F (DATE, done_on, N_ ("Done on"))                                                                \
  F (TEXT, description, N_ ("Description"), .flags = WAY_FIELD_MULTILINE)                          \
  F (DURATION, promised, N_ ("Working days promised"), .group = N_ ("Recovery"),                   \
     .min = -WAY_DURATION_MAX, .max = WAY_DURATION_MAX)

#define WAY_TYPE_ACTION (way_action_get_type ())
WAY_DECLARE_RECORD (WayAction, way_action, ACTION, WAY_ACTION_FIELDS)
extern WayRecordType way_action_type;

gboolean way_action_is_open (WayAction *self);

G_END_DECLS
