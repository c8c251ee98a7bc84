/* way-row-window.h: WayRowWindow, the rows of a long list that can be seen at once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkListView makes some 200 rows around those that it shows, and all of them anew when others
 * come to stand there. It gets this model instead, which has as many items as the page has rows:
 * they stay, and what they stand for changes. So scrolling, folding, sorting and filtering cost
 * the same with ten rows and with 100,000. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_ROW_WINDOW (way_row_window_get_type ())
G_DECLARE_FINAL_TYPE (WayRowWindow, way_row_window, WAY, ROW_WINDOW, GObject)

/* Signal ::moved (): other rows stand behind the items. */
WayRowWindow *way_row_window_new          (GtkSelectionModel *rows);
void          way_row_window_set_capacity (WayRowWindow *self, guint capacity);
void          way_row_window_move         (WayRowWindow *self, guint first);
guint         way_row_window_get_first    (WayRowWindow *self);
guint         way_row_window_get_n_rows   (WayRowWindow *self);

G_END_DECLS
