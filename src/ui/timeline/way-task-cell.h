/* way-task-cell.h: WayTaskCell, one cell of the task tree.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All cells are of the height that the tree says, so that rows of tree and chart
 * agree to the pixel. */

#pragma once

#include "chart/way-text-cache.h"
#include "ui/timeline/way-cell-editor.h"
#include "ui/timeline/way-task-columns.h"
#include "ui/timeline/way-task-rows.h"

G_BEGIN_DECLS

#define WAY_TASK_CELL_INDENT 16 /* pixels a level */

#define WAY_TYPE_TASK_CELL (way_task_cell_get_type ())
G_DECLARE_FINAL_TYPE (WayTaskCell, way_task_cell, WAY, TASK_CELL, GtkWidget)

GtkWidget      *way_task_cell_new           (WayTaskColumnId column, GtkListItem *item);
void            way_task_cell_bind          (WayTaskCell *self, WayTaskRows *rows, guint row);
void            way_task_cell_unbind        (WayTaskCell *self);
void            way_task_cell_update        (WayTaskCell *self);
void            way_task_cell_set_font      (WayTaskCell *self, WayTextCache *texts, int height);

WayTaskColumnId way_task_cell_get_column    (WayTaskCell *self);
WayTask        *way_task_cell_get_task      (WayTaskCell *self);
guint           way_task_cell_get_position  (WayTaskCell *self);
guint           way_task_cell_get_row       (WayTaskCell *self);
gboolean        way_task_cell_is_on_arrow   (WayTaskCell *self, double x);

/* Pixels from the edge of a title's cell to its arrow. */
int             way_task_cell_get_indent    (int depth);
double          way_task_cell_get_arrow_room (WayTaskCell *self);

void            way_task_cell_edit          (WayTaskCell *self, const char *text,
                                             WayCellCommitFunc commit, WayCellDoneFunc done,
                                             gpointer data);
WayCellEditor  *way_task_cell_get_editor    (WayTaskCell *self);
gboolean        way_task_cell_is_untouched  (WayTaskCell *self);
void            way_task_cell_end_edit      (WayTaskCell *self);

G_END_DECLS
