/* way-panel-view.h: WayPanelView, the base of what the timeline's panel shows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view is a small widget in a file of its own. It holds no data: update() rebuilds what it
 * shows from the document and the selected task, and is called only while the view is seen.
 * way-timeline-panel.c has the list of views, a line each. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PANEL_VIEW (way_panel_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayPanelView, way_panel_view, WAY, PANEL_VIEW, GtkBox)

struct _WayPanelViewClass
{
  GtkBoxClass parent_class;

  const char *name;  /* "why": for the settings and "timeline.show-panel::why" */
  const char *label; /* N_("Why"), on its tab */

  /* The plan or the selected task has changed. */
  void (*update) (WayPanelView *self);

  gpointer padding[4];
};

const char  *way_panel_view_get_name     (WayPanelView *self);
const char  *way_panel_view_get_label    (WayPanelView *self);
WayDocument *way_panel_view_get_document (WayPanelView *self);
/* (transfer none) (nullable): the row that is selected in the timeline */
WayTask     *way_panel_view_get_task     (WayPanelView *self);

/* For the panel. */
void way_panel_view_set_document (WayPanelView *self, WayDocument *document);
void way_panel_view_set_task     (WayPanelView *self, WayTask *task);
void way_panel_view_invalidate   (WayPanelView *self);

G_END_DECLS
