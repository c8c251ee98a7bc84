/* way-legend-bar.h: WayLegendBar, what the colours and shapes of the chart mean, above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-palette.h"
#include "ui/timeline/way-gantt-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_LEGEND_BAR (way_legend_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayLegendBar, way_legend_bar, WAY, LEGEND_BAR, GtkWidget)

GtkWidget *way_legend_bar_new         (WayGanttView *chart, WayDocument *document);
/* After each commit: names may have come or gone. */
void       way_legend_bar_refresh     (WayLegendBar *self);
void       way_legend_bar_set_palette (WayLegendBar *self, WayPaletteKind kind);

G_END_DECLS
