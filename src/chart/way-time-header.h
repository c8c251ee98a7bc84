/* way-time-header.h: the lines of dates over a chart, with today's pill.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "chart/way-time-scale.h"

G_BEGIN_DECLS

typedef struct
{
  double width, height;     /* of the whole header; its lines are equally high */
  WayMoment today;          /* WAY_NEVER = no pill */
  const char *today_label;  /* (nullable): on the pill; NULL = "Today" */
  gboolean week_numbers;    /* a line of them, where weeks can be told apart */
  gboolean rtl;             /* time runs from right to left */
  WayMeasure measure;
} WayTimeHeaderOptions;

/* Appends the header to @scene with its top left at 0, 0. */
void way_time_header_layout (const WayTimeScale *scale, const WayTimeHeaderOptions *options,
                             WayScene *scene);

/* A vertical line at each tick of the minor tier, for charts below the header.
 * @ticks: the minutes per pixel whose ticks they are; 0 = those of @scale */
void way_time_grid_layout   (const WayTimeScale *scale, double ticks, double width, double height,
                             WayScene *scene);

G_END_DECLS
