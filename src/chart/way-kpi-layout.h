/* way-kpi-layout.h: the measurements of a KPI over time, with the line that they are to reach.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "model/way-time.h"

G_BEGIN_DECLS

typedef struct
{
  WayMoment day;
  double value;
} WayKpiPoint;

typedef struct
{
  const WayKpiPoint *points; /* by day; borrowed */
  guint n_points;
  gboolean has_target;
  double low, high;          /* the target: one value twice, or the two ends of a range */
} WayKpiSeries;

/* With axes and numbers. Returns: the height */
double way_kpi_layout    (const WayKpiSeries *series, double width, const WayMeasure *measure,
                          WayScene *scene);
/* The line alone, for a row of a list. */
void   way_kpi_sparkline (const WayKpiSeries *series, double width, double height,
                          WayScene *scene);

G_END_DECLS
