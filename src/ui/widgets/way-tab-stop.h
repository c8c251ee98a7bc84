/* way-tab-stop.h: WayTabStop, around a list that is one stop of the Tab key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK's lists take Tab through every row and every cell. Inside this one the arrows move, and Tab
 * goes on to what stands behind the list, Shift+Tab to what stands before it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TAB_STOP (way_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (WayTabStop, way_tab_stop, WAY, TAB_STOP, GtkBox)

GtkWidget *way_tab_stop_new (GtkWidget *child);

G_END_DECLS
