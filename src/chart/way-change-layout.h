/* way-change-layout.h: rows of a plan before and after a change: ghosts over bars.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "metrics/impact/way-change-impact.h"

G_BEGIN_DECLS

/* The rows that are drawn at most; those that were edited come first. */
#define WAY_CHANGE_ROWS_MAX 24

/* Appends the picture with its top left at 0, 0. Returns: its height */
double way_change_layout (const WayChangeImpact *impact, double width, const WayMeasure *measure,
                          WayScene *scene);

G_END_DECLS
