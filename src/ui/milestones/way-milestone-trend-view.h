/* way-milestone-trend-view.h: WayMilestoneTrendView, where the forecasts of milestones went over time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_TREND_VIEW (way_milestone_trend_view_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneTrendView, way_milestone_trend_view, WAY, MILESTONE_TREND_VIEW, GtkBox)

GtkWidget *way_milestone_trend_view_new     (WayDocument *document);
/* The plan has changed. Nothing is computed until the view is seen. */
void       way_milestone_trend_view_refresh (WayMilestoneTrendView *self);

G_END_DECLS
