/* way-check-in-chart.h: WayCheckInChart, check-ins and reviews of a milestone or initiative over time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHECK_IN_CHART (way_check_in_chart_get_type ())
G_DECLARE_FINAL_TYPE (WayCheckInChart, way_check_in_chart, WAY, CHECK_IN_CHART, GtkBox)

GtkWidget *way_check_in_chart_new  (WayRecord *record);
/* What the plan has; not seen before there are two days. */
void       way_check_in_chart_show (WayCheckInChart *self);

G_END_DECLS
