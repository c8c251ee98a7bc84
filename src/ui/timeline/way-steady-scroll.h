/* way-steady-scroll.h: WaySteadyScroll, scrolls the window of a list view over its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Put between a scrolled window and a GtkColumnView or GtkListView of a WayRowWindow, whose rows
 * all have the same height. The scrolled window's adjustment spans all rows and takes all changes;
 * the window and the list's own adjustment follow it once, at the beginning of the next frame. */

#pragma once

#include "ui/timeline/way-row-window.h"

G_BEGIN_DECLS

#define WAY_TYPE_STEADY_SCROLL (way_steady_scroll_get_type ())
G_DECLARE_FINAL_TYPE (WaySteadyScroll, way_steady_scroll, WAY, STEADY_SCROLL, GtkWidget)

/* Signal ::leaving (): it is about to be scrolled; a handler that returns TRUE holds it back. */
GtkWidget     *way_steady_scroll_new            (GtkWidget *list, WayRowWindow *window);
void           way_steady_scroll_set_row_height (WaySteadyScroll *self, int height);
void           way_steady_scroll_rows_changed   (WaySteadyScroll *self, double value);
void           way_steady_scroll_flush          (WaySteadyScroll *self);
/* Where the rows stand in this frame: for what is painted beside them. */
GtkAdjustment *way_steady_scroll_get_position   (WaySteadyScroll *self);

G_END_DECLS
