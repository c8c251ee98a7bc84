/* way-kpi-pane.h: WayKpiPane, the measurements of the KPI that is selected, below the list of KPIs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-list-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_KPI_PANE (way_kpi_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayKpiPane, way_kpi_pane, WAY, KPI_PANE, GtkBox)

/* @list: the page of KPIs, outlives the pane */
GtkWidget *way_kpi_pane_new (WayListPage *list);

G_END_DECLS
