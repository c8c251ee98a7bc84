/* way-timeline-panel.h: WayTimelinePanel, the panel beside the chart: tabs of small views.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands at the end of a GtkPaned. Which view it shows and how wide it is are remembered in the
 * settings "timeline-panel-view" and "timeline-panel-width". */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TIMELINE_PANEL (way_timeline_panel_get_type ())
G_DECLARE_FINAL_TYPE (WayTimelinePanel, way_timeline_panel, WAY, TIMELINE_PANEL, GtkBox)

GtkWidget *way_timeline_panel_new       (WayDocument *document);
/* @task: (nullable): the selected row */
void       way_timeline_panel_set_task  (WayTimelinePanel *self, WayTask *task);
/* After a commit. */
void       way_timeline_panel_refresh   (WayTimelinePanel *self);
/* @view: "why", "pins", "people" */
void       way_timeline_panel_show_view (WayTimelinePanel *self, const char *view);
const char *way_timeline_panel_get_view (WayTimelinePanel *self);
/* The keyboard goes to what can be done in the view that is shown. */
void       way_timeline_panel_enter     (WayTimelinePanel *self);
gboolean   way_timeline_panel_has_focus (WayTimelinePanel *self);

G_END_DECLS
