/* way-steady-scroll.h: WaySteadyScroll, lets a list view scroll at most once a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Put between a scrolled window and a GtkColumnView or GtkListView. In GTK 4.8 a
 * list whose adjustment changes twice before it is laid out lands anywhere: the
 * rows that the first change brought have no height yet when the second one
 * counts pixels. 30 fast clicks of a wheel in 100,000 rows went 5,000 rows far.
 * Here the outer adjustment takes all changes, and the list's own one follows it
 * once, at the beginning of the next frame. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_STEADY_SCROLL (way_steady_scroll_get_type ())
G_DECLARE_FINAL_TYPE (WaySteadyScroll, way_steady_scroll, WAY, STEADY_SCROLL, GtkWidget)

GtkWidget     *way_steady_scroll_new          (GtkWidget *list);
/* Where the list stands in this frame: for what is painted beside it. */
GtkAdjustment *way_steady_scroll_get_position (WaySteadyScroll *self);

G_END_DECLS
