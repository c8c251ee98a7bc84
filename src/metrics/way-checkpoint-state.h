/* way-checkpoint-state.h: whether a milestone is as far as its checkpoints ask (product.md: 25, 50,
 * 75, 100 %).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_CHECKPOINT_OPEN,   /* its day is still to come */
  WAY_CHECKPOINT_AHEAD,  /* reached before its day */
  WAY_CHECKPOINT_MET,    /* reached, its day is past */
  WAY_CHECKPOINT_MISSED, /* its day is past, the progress is not there */
} WayCheckpointState;

WayCheckpointState way_checkpoint_get_state (WayDocument *document, WayCheckpoint *checkpoint);

/* "met", "missed" …, translated. */
const char        *way_checkpoint_state_label (WayCheckpointState state);

/* All that are missed of open milestones: (transfer full) (element-type WayCheckpoint). */
GPtrArray         *way_checkpoints_missed   (WayDocument *document);

G_END_DECLS
