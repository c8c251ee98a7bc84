/* way-roadmap-layout.h: a plan on one small picture: phases and milestones over months.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "model/way-time.h"

G_BEGIN_DECLS

/* One line of the picture. */
typedef struct
{
  char *title;
  WayMoment start, finish;    /* the bar; start = WAY_NEVER: none */
  gint64 complete;            /* 0 … 100, of the bar */
  WayMoment milestone;        /* the diamond; WAY_NEVER = none */
  WayMoment target;           /* a missed promise; WAY_NEVER = none */
  gboolean late, finished;
} WayRoadmapItem;

typedef struct
{
  double width;
  double row_height;          /* 24 */
  double header_height;       /* 24 */
  WayMoment from, to;         /* WAY_NEVER = what the items span */
  WayMoment today;            /* WAY_NEVER = no line */
  gboolean one_line;          /* all diamonds on one line, with their titles below it */
  WayMeasure measure;
} WayRoadmapOptions;

/* The defaults for a picture of @width. */
void way_roadmap_options_init (WayRoadmapOptions *self, double width);

/* Appends the picture with its top left at 0, 0.
 * Returns: its height */
double way_roadmap_layout (const WayRoadmapItem *items, guint n_items,
                           const WayRoadmapOptions *options, WayScene *scene);

G_END_DECLS
