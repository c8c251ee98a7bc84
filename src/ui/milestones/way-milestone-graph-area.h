/* way-milestone-graph-area.h: WayMilestoneGraphArea, a graph to zoom and to move about in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wheel zooms at the pointer, a drag moves, a click opens; arrows go from milestone to
 * milestone, + and − zoom, 0 shows all. Only what is seen is drawn.
 * Signals: ::open (guint), the place of a node. */

#pragma once

#include "chart/way-milestone-graph-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_GRAPH_AREA (way_milestone_graph_area_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneGraphArea, way_milestone_graph_area, WAY, MILESTONE_GRAPH_AREA, GtkWidget)

/* Returns: (transfer full): what there is to tell of a node */
typedef char *(*WayGraphTell) (guint node, gpointer data);

GtkWidget *way_milestone_graph_area_new    (WayGraphTell tell, gpointer data);
/* @layout, @nodes: borrowed until the next call. @beginning: shown first when not all fits */
void       way_milestone_graph_area_update (WayMilestoneGraphArea *self,
                                            const WayGraphLayout *layout,
                                            const WayGraphNode *nodes, guint beginning,
                                            const char *description);
void       way_milestone_graph_area_zoom   (WayMilestoneGraphArea *self, double factor);
void       way_milestone_graph_area_fit    (WayMilestoneGraphArea *self);

G_END_DECLS
