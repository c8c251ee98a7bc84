/* way-chart-area.h: WayChartArea, a chart that is laid out for the width it gets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same function draws it here, on paper and in tests. */

#pragma once

#include "report/way-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHART_AREA (way_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (WayChartArea, way_chart_area, WAY, CHART_AREA, GtkWidget)

/* @draw: also called to measure. @data: unowned, lives as long as the widget */
GtkWidget *way_chart_area_new          (WayChartFunc draw, gpointer data);
/* Charts of a list are narrower than the 200 of others. */
void       way_chart_area_set_least_width (WayChartArea *self, int width);
/* To find again what was drawn where; valid as long as the widget. */
WayMeasure way_chart_area_get_measure  (WayChartArea *self);
double     way_chart_area_to_scene     (WayChartArea *self, double *x, double *y);
/* The data has changed. @description: the chart in words, for those who do not see it */
void       way_chart_area_update       (WayChartArea *self, const char *description);

G_END_DECLS
