/* way-task-tree-private.h: what the files of the task tree share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-row-drop.h"
#include "ui/timeline/way-steady-scroll.h"
#include "ui/timeline/way-task-cell.h"
#include "ui/timeline/way-task-tree.h"

G_BEGIN_DECLS

/* Rows in the hand. */
typedef struct
{
  GPtrArray *tasks;         /* of WayTask, owned */
  double press_x, press_y;
  double x, y;              /* the pointer */
  WayRowDrop drop;
  gboolean moves;           /* the drop would change something */
  gboolean asked;           /* whether the rows can go below @asked_parent */
  WayTask *asked_parent;    /* (unowned) (nullable) */
  char *refusal;            /* (nullable): why they cannot */
  gint64 rests_on;          /* id of the folded row under the pointer, 0 = none */
  gint64 rests_since;
  GPtrArray *unfolded;      /* of WayTask, owned: the rows that this drag has unfolded */
  guint tick;
} WayTreeDrag;

struct _WayTaskTree
{
  GtkWidget parent_instance;

  WayTaskRows *rows;
  GtkSelectionModel *selection; /* over all rows */
  WayRowWindow *window;     /* those that can be seen */
  GtkScrolledWindow *scrolled;
  WaySteadyScroll *steady;
  GtkColumnView *view;
  int number_digits;
  WayTextCache *texts;      /* of the cells: a row that comes back is not shaped again */
  double text_scale;        /* of the font; widths of columns are told and kept without it */
  GtkWidget *list;          /* (unowned): the list inside the view, which has the list.* actions */
  GPtrArray *cells;         /* of WayTaskCell (unowned): all that exist */
  int row_height;
  int header_height, told_row_height; /* as last told by ::metrics-changed */
  WayTaskColumnId column;   /* the cell cursor's column */
  double columns_passed;    /* pixels of the columns that are scrolled past, from their beginning */
  guint hold_tick;          /* brings that about again after a layout */
  WayTask *cursor;          /* (nullable): of the row that has the focus, or had it last */
  GtkWidget *told;          /* (weak) (nullable): the row that has a name for screen readers */
  WayTask *anchor;          /* (nullable): where a selection with Shift begins */
  WayTask *top;             /* (nullable): of the first row seen */

  guint first_row;          /* at the top when the tree appears */
  int first_tries;

  guint pending_row;        /* to be focused once its cells exist */
  gboolean pending_edit;
  char *pending_text;
  guint pending_tick;
  GArray *held;             /* guint: keys pressed meanwhile, in their order */
  int pending_tries;

  WayTaskCell *edit_cell;   /* (unowned) (nullable): while one is edited */
  WayTask *edit_task;       /* (nullable) */
  gboolean edit_new;

  WayTask *pressed;         /* (unowned) (nullable): a drag may begin there */
  WayTreeDrag *drag;        /* (nullable) */
};

enum
{
  WAY_TREE_EDITED,
  WAY_TREE_NEW_ROW_DONE,
  WAY_TREE_MENU_REQUESTED,
  WAY_TREE_TAB_OUT,
  WAY_TREE_METRICS_CHANGED,
  WAY_TREE_COLUMNS_CHANGED,
  WAY_TREE_ROWS_DROPPED,
  WAY_TREE_ROWS_HELD,
  WAY_N_TREE_SIGNALS,
};

extern guint way_task_tree_signals[WAY_N_TREE_SIGNALS];

WayTaskCell *way_task_tree_find_cell     (WayTaskTree *self, guint row, WayTaskColumnId column);
WayTaskCell *way_task_tree_get_focus_cell (WayTaskTree *self);
void         way_task_tree_set_column    (WayTaskTree *self, WayTaskColumnId column);
void         way_task_tree_go_to         (WayTaskTree *self, guint row);
void         way_task_tree_leave_edit    (WayTaskTree *self);
void         way_task_tree_start_edit    (WayTaskTree *self, WayTaskCell *cell, const char *text);
GtkListItemFactory *way_task_tree_new_factory (WayTaskTree *self, WayTaskColumnId id);

/* way-task-tree-cursor.c */
void         way_task_tree_add_cursor    (WayTaskTree *self);
void         way_task_tree_tell_row      (WayTaskTree *self);
GtkWidget   *way_task_tree_row_of        (WayTaskCell *cell);
void         way_task_tree_park_focus    (WayTaskTree *self);
gboolean     way_task_tree_is_parked     (WayTaskTree *self);
void         way_task_tree_unpark        (WayTaskTree *self);
WayTask     *way_task_tree_dup_current   (WayTaskTree *self);
void         way_task_tree_select_row    (WayTaskTree *self, guint row, GdkModifierType state);
gboolean     way_task_tree_move_by_key   (WayTaskTree *self, guint keyval, GdkModifierType state);

/* way-task-tree-columns.c */
void         way_task_tree_add_columns   (WayTaskTree *self);
void         way_task_tree_scale_columns (WayTaskTree *self, double scale);
void         way_task_tree_hold_columns  (WayTaskTree *self);
void         way_task_tree_reveal_column (WayTaskTree *self);
GtkColumnViewColumn *way_task_tree_find_column (WayTaskTree *self, WayTaskColumnId id);
WayTaskColumnId way_task_tree_next_column (WayTaskTree *self, int step);
void         way_task_tree_install_column_actions (GtkWidgetClass *widget_class);

/* way-task-tree-input.c */
void         way_task_tree_press_held    (WayTaskTree *self);
void         way_task_tree_add_input     (WayTaskTree *self);
WayTaskCell *way_task_tree_pick_cell     (WayTaskTree *self, double x, double y, double *cell_x);

/* way-task-tree-drag.c */
void         way_task_tree_add_drag      (WayTaskTree *self);
gboolean     way_task_tree_cancel_drag   (WayTaskTree *self);
void         way_task_tree_snapshot_drag (WayTaskTree *self, GtkSnapshot *snapshot);

G_END_DECLS
