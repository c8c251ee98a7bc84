/* way-mta-layout.h: Milestone Trend Analysis (numbers.md §5): forecasts over the days they were made.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Across runs the day of the forecast, up the date that was forecast; both axes show the same
 * span. On the diagonal the forecast is the day itself: a milestone that is done ends there. A
 * level line is on time, a rising one slips, a falling one gains. */

#pragma once

#include "chart/way-scene.h"
#include "metrics/way-milestone-trend.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;           /* "MS-004"; borrowed */
  const WayTrendPoint *points; /* by day; borrowed */
  guint n_points;
  WayMoment target;            /* what was promised; WAY_NEVER = nothing */
} WayMtaSeries;

/* Room for the labels of more lines there is not: the others are left out by who calls. */
#define WAY_MTA_MOST 15

/* @today: a line at the status date; WAY_NEVER = none. Returns: the height */
double way_mta_layout (const WayMtaSeries *series, guint n_series, WayMoment today, double width,
                       const WayMeasure *measure, WayScene *scene);

G_END_DECLS
