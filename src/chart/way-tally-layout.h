/* way-tally-layout.h: small bar charts side by side, a line for each thing that is counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"

G_BEGIN_DECLS

#define WAY_TALLY_MOST_LINES 5

typedef struct
{
  const char *label;
  char *figure;  /* owned: the value in words, at the end of the bar */
  double value;  /* how long the bar is, against the others of its chart */
  WayRole role;
} WayTallyLine;

typedef struct
{
  const char *title;
  const char *none; /* what stands there without lines */
  guint n_lines;
  WayTallyLine lines[WAY_TALLY_MOST_LINES];
} WayTally;

void   way_tally_add    (WayTally *self, const char *label, double value, char *figure, WayRole role);
void   way_tally_clear  (WayTally *self);
double way_tally_layout (const WayTally *tallies, guint n_tallies, double width,
                         const WayMeasure *measure, WayScene *scene);

G_END_DECLS
