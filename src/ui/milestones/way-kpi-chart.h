/* way-kpi-chart.h: WayKpiChart, the measurements of a KPI drawn, large or as a line in a list.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-measurements.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_KPI_CHART (way_kpi_chart_get_type ())
G_DECLARE_FINAL_TYPE (WayKpiChart, way_kpi_chart, WAY, KPI_CHART, GtkBox)

GtkWidget *way_kpi_chart_new  (WayKpi *kpi, gboolean small);
/* What the plan has. */
void       way_kpi_chart_show (WayKpiChart *self);
/* @measured: (element-type WayMeasured): what is being typed; copied */
void       way_kpi_chart_show_measured (WayKpiChart *self, const GArray *measured);

G_END_DECLS
