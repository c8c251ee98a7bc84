/* way-checkpoint.c: WayCheckpoint, how far a milestone has to be on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-checkpoint.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayCheckpoint, __VA_ARGS__)
static const WayField checkpoint_fields[] = { WAY_CHECKPOINT_FIELDS (ENTRY) };

WayRecordType way_checkpoint_type = {
  .name = "checkpoint",
  .label = N_ ("Checkpoint"),
  .plural = N_ ("Checkpoints"),
  .get_type = way_checkpoint_get_type,
};

WAY_DEFINE_RECORD (WayCheckpoint, way_checkpoint, way_checkpoint_type, checkpoint_fields)
