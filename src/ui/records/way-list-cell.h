/* way-list-cell.h: WayListCell, one value of one record in a list; edited in place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-list-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_LIST_CELL (way_list_cell_get_type ())
G_DECLARE_FINAL_TYPE (WayListCell, way_list_cell, WAY, LIST_CELL, GtkWidget)

/* Signal ::menu (double x, double y): the context menu of the row is wanted.
 * @column: unowned, outlives the cell */
GtkWidget *way_list_cell_new        (const WayListColumn *column, GtkListItem *item);
void       way_list_cell_bind       (WayListCell *self, WayRecord *record);
void       way_list_cell_refresh    (WayListCell *self);
WayRecord *way_list_cell_get_record (WayListCell *self);
const WayField *way_list_cell_get_field (WayListCell *self);
gboolean   way_list_cell_can_edit   (WayListCell *self);
void       way_list_cell_edit       (WayListCell *self);
void       way_list_cell_keep       (WayListCell *self);

G_END_DECLS
