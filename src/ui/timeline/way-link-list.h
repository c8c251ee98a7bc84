/* way-link-list.h: WayLinkList, the links of a task in its dialog: other task, type, lag.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is shown until way_link_list_apply() turns it into edits. */

#pragma once

#include "document/way-task-edits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_LINK_LIST (way_link_list_get_type ())
G_DECLARE_FINAL_TYPE (WayLinkList, way_link_list, WAY, LINK_LIST, GtkBox)

/* @predecessors: the links that end at @task; else those that start from it */
GtkWidget *way_link_list_new   (WayDocument *document, WayTask *task, gboolean predecessors);
/* Adds the edits to the open scope. */
gboolean   way_link_list_apply (WayLinkList *self, GError **error);

G_END_DECLS
