/* way-checkpoint-layout.h: a milestone's progress and its checkpoints on one line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "metrics/way-checkpoint-state.h"

G_BEGIN_DECLS

typedef struct
{
  int percent;
  WayMoment date;          /* WAY_NEVER = none */
  WayCheckpointState state;
} WayCheckpointMark;

/* @marks: in the order of their percentage. Returns: the height */
double way_checkpoint_layout (const WayCheckpointMark *marks, guint n_marks, int complete,
                              double width, const WayMeasure *measure, WayScene *scene);

G_END_DECLS
