/* way-overview-strip.h: WayOverviewStrip, the whole plan below the chart, to jump and zoom with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-palette.h"
#include "ui/timeline/way-gantt-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_OVERVIEW_STRIP (way_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (WayOverviewStrip, way_overview_strip, WAY, OVERVIEW_STRIP, GtkWidget)

GtkWidget *way_overview_strip_new         (WayGanttView *chart, WayDocument *document);
/* After each commit, and when what the chart shows has changed. */
void       way_overview_strip_refresh     (WayOverviewStrip *self);
void       way_overview_strip_set_palette (WayOverviewStrip *self, WayPaletteKind kind);

G_END_DECLS
