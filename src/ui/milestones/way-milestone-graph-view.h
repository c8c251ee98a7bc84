/* way-milestone-graph-view.h: WayMilestoneGraphView, which milestone waits for which.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: ::open (WayRecord *): the document of a milestone is asked for. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_GRAPH_VIEW (way_milestone_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneGraphView, way_milestone_graph_view, WAY, MILESTONE_GRAPH_VIEW, GtkBox)

GtkWidget *way_milestone_graph_view_new     (WayDocument *document);
/* The plan has changed. Nothing is computed until the view is seen. */
void       way_milestone_graph_view_refresh (WayMilestoneGraphView *self);

G_END_DECLS
