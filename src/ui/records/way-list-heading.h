/* way-list-heading.h: WayListHeading, the heading over a group of rows in a column view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The child of the first cell of its row; its words run on over the other cells, which are empty.
 * Signal: ::fold (gboolean): the rows below it are to be hidden, or shown again. */

#pragma once

#include "ui/records/way-list-groups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_LIST_HEADING (way_list_heading_get_type ())
G_DECLARE_FINAL_TYPE (WayListHeading, way_list_heading, WAY, LIST_HEADING, GtkWidget)

GtkWidget   *way_list_heading_new      (WayListHead *head);
WayListHead *way_list_heading_get_head (WayListHeading *self);

G_END_DECLS
