/* way-task-tree.h: WayTaskTree, the table of tasks left of the chart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view over WayTaskRows whose cells are edited in place. It owns no
 * menu and makes no decision about the plan beyond what is typed into a cell.
 *
 * Signals:
 *   ::edited (WayTask *task, int column, int effect): a cell's value was committed
 *   ::new-row-done (WayTask *task, int move, gboolean by_key): the title of a row that
 *     way_task_tree_edit_new() opened has been typed, or not; WayCellMove says how it was left
 *   ::menu-requested (double x, double y): in the tree's coordinates
 *   ::rows-dropped (GPtrArray *tasks, WayTask *parent, WayTask *before): they are to go there
 *   ::tab-out (GtkDirectionType): the keyboard leaves the tree
 *   ::metrics-changed: row or header height
 *   ::columns-changed: which are shown, their order, width or sorting */

#pragma once

#include "ui/timeline/way-task-columns.h"
#include "ui/timeline/way-task-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TASK_TREE (way_task_tree_get_type ())
G_DECLARE_FINAL_TYPE (WayTaskTree, way_task_tree, WAY, TASK_TREE, GtkWidget)

GtkWidget     *way_task_tree_new               (WayTaskRows *rows, GtkSelectionModel *selection);
void           way_task_tree_update_cells      (WayTaskTree *self);

/* Columns; way-task-tree-columns.c. */
gboolean       way_task_tree_shows_column      (WayTaskTree *self, WayTaskColumnId id);
void           way_task_tree_show_column       (WayTaskTree *self, WayTaskColumnId id, gboolean shown);
guint          way_task_tree_get_columns       (WayTaskTree *self, WayTaskColumnId *columns,
                                                guint most);
char          *way_task_tree_dup_columns       (WayTaskTree *self);
void           way_task_tree_set_columns       (WayTaskTree *self, const char *columns);
int            way_task_tree_fit_columns       (WayTaskTree *self, int width);
void           way_task_tree_sort              (WayTaskTree *self, WayTaskColumnId id,
                                                gboolean descending);
WayTaskColumnId way_task_tree_get_column       (WayTaskTree *self);

GtkAdjustment *way_task_tree_get_vadjustment   (WayTaskTree *self);
GtkAdjustment *way_task_tree_get_position      (WayTaskTree *self);
int            way_task_tree_get_row_height    (WayTaskTree *self);
int            way_task_tree_get_header_height (WayTaskTree *self);

gboolean       way_task_tree_has_focus_inside  (WayTaskTree *self);
gboolean       way_task_tree_is_editing        (WayTaskTree *self);
WayTask       *way_task_tree_get_focus_task    (WayTaskTree *self);
void           way_task_tree_scroll_to         (WayTaskTree *self, guint row);
void           way_task_tree_scroll_to_middle  (WayTaskTree *self, guint row);
void           way_task_tree_begin_at          (WayTaskTree *self, guint row);
void           way_task_tree_focus_row         (WayTaskTree *self, guint row);
void           way_task_tree_edit              (WayTaskTree *self, guint row, WayTaskColumnId column,
                                                const char *text);
void           way_task_tree_edit_current      (WayTaskTree *self);
/* Types @keyval; while a cell is still on its way it waits for it. */
void           way_task_tree_press             (WayTaskTree *self, guint keyval);
void           way_task_tree_edit_new          (WayTaskTree *self, guint row);

G_END_DECLS
