/* way-panel-parts.h: what the views of the timeline's panel are made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-remedy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All (transfer floating). */

/* @text with “the titles” of @tasks in it as links that select them in the timeline. */
GtkWidget *way_panel_text_new    (const char *text, WayTask *const *tasks, guint n_tasks);
GtkWidget *way_panel_heading_new (const char *text);
GtkWidget *way_panel_hint_new    (const char *text);
/* A button that takes a way out, in one step; a toast offers to undo it. */
GtkWidget *way_panel_remedy_new  (WayDocument *document, const WayRemedy *remedy);
/* The box inside of a scrolled window that is added to @view. */
GtkWidget *way_panel_add_body    (GtkBox *view);
void       way_panel_clear       (GtkWidget *box);

G_END_DECLS
