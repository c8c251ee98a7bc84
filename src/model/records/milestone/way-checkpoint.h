/* way-checkpoint.h: WayCheckpoint, how far a milestone has to be on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_CHECKPOINT_FIELDS(F)                                                                   \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (PERCENT, percent, N_ ("Progress"), .flags = WAY_FIELD_LIST)                                   \
  F (DATE, date, N_ ("Date"), .flags = WAY_FIELD_LIST)                                             \
  F (TEXT, criteria, N_ ("Criteria"), .flags = WAY_FIELD_LIST | WAY_FIELD_MULTILINE)

#define WAY_TYPE_CHECKPOINT (way_checkpoint_get_type ())
WAY_DECLARE_RECORD (WayCheckpoint, way_checkpoint, CHECKPOINT, WAY_CHECKPOINT_FIELDS)
extern WayRecordType way_checkpoint_type;

G_END_DECLS
