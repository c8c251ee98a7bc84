/* way-task-tree-cursor.c: which row of the task tree has the keyboard, and what that selects.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list has only the rows on the page, and those stand for others when it is scrolled. So the
 * cursor, the selection's anchor and the first row seen are kept here, as tasks: they go with
 * their row wherever it goes. */

#include "chart/way-gantt-layout.h"

#include "ui/timeline/way-row-keys.h"
#include "ui/timeline/way-task-tree-private.h"

GtkWidget *
way_task_tree_row_of (WayTaskCell *cell)
{
  return gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (cell)));
}

/* Keeps the keyboard where no row has it: the cursor's is out of view, or on its way. */
void
way_task_tree_park_focus (WayTaskTree *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The row of @task, or of the next one above it that is shown. */
static guint
find_shown (WayTaskTree *self, WayTask *task)
{
  guint row = WAY_TASK_ROWS_NONE;

  for (; task != NULL && row == WAY_TASK_ROWS_NONE;
       task = way_task_rows_get_parent (self->rows, task))
    row = way_task_rows_find (self->rows, task);
  return row;
}

/* Whether the cursor's row has the keyboard, but is out of view. */
gboolean
way_task_tree_is_parked (WayTaskTree *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) && self->pending_tick == 0
         && self->cursor != NULL;
}

/* Brings it back into view. */
void
way_task_tree_unpark (WayTaskTree *self)
{
  guint row = find_shown (self, self->cursor);

  if (row != WAY_TASK_ROWS_NONE)
    way_task_tree_go_to (self, row);
}

/* Returns: (transfer full) (nullable): the cursor's row, else the first selected one */
WayTask *
way_task_tree_dup_current (WayTaskTree *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  WayTask *task = way_task_tree_get_focus_task (self);

  if (task == NULL && !gtk_bitset_is_empty (selected))
    task = way_task_rows_get (self->rows, gtk_bitset_get_minimum (selected));
  return task != NULL ? g_object_ref (task) : NULL;
}

/* Something else may have chosen rows since, a search, say: then what is selected now begins there,
 * not where the last click was. */
static guint
hold_anchor (WayTaskTree *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint row = self->anchor != NULL ? way_task_rows_find (self->rows, self->anchor)
                                   : WAY_TASK_ROWS_NONE;

  if (row != WAY_TASK_ROWS_NONE && gtk_bitset_contains (selected, row))
    return row;
  if (!gtk_bitset_is_empty (selected))
    g_set_object (&self->anchor, way_task_rows_get (self->rows, gtk_bitset_get_minimum (selected)));
  else
    g_set_object (&self->anchor, way_task_tree_get_focus_task (self));
  return self->anchor != NULL ? way_task_rows_find (self->rows, self->anchor) : WAY_TASK_ROWS_NONE;
}

/**
 * way_task_tree_select_row:
 * @state: with Shift all from the anchor to @row; with Ctrl what is selected remains, and @row
 *   alone changes sides
 */
void
way_task_tree_select_row (WayTaskTree *self, guint row, GdkModifierType state)
{
  guint anchor = (state & GDK_SHIFT_MASK) != 0 ? hold_anchor (self) : WAY_TASK_ROWS_NONE;
  gboolean keep = (state & GDK_CONTROL_MASK) != 0;

  if (anchor != WAY_TASK_ROWS_NONE)
    {
      gtk_selection_model_select_range (self->selection, MIN (row, anchor),
                                        MAX (row, anchor) - MIN (row, anchor) + 1, !keep);
      return;
    }
  if (keep && gtk_selection_model_is_selected (self->selection, row))
    gtk_selection_model_unselect_item (self->selection, row);
  else
    gtk_selection_model_select_item (self->selection, row, !keep);
  g_set_object (&self->anchor, way_task_rows_get (self->rows, row));
}

/* Returns: where @keyval goes from @row; the same when it is none that moves */
static guint
row_by_key (WayTaskTree *self, guint keyval, guint row)
{
  GtkAdjustment *adjustment = way_task_tree_get_vadjustment (self);
  int page = MAX ((int)gtk_adjustment_get_page_size (adjustment) / self->row_height - 1, 1);
  int n_rows = (int)way_task_rows_get_n (self->rows), to;

  return way_row_key_goes (keyval, (int)row, (int)row, page, n_rows, &to) ? (guint)to : row;
}

/* Shift selects on the way, Ctrl leaves the selection as it is; not to the first and the last row,
 * from where it could not be seen, and where other planners go with Ctrl. */
gboolean
way_task_tree_move_by_key (WayTaskTree *self, guint keyval, GdkModifierType state)
{
  WayTask *task = way_task_tree_get_focus_task (self);
  guint row = task != NULL ? find_shown (self, task) : WAY_TASK_ROWS_NONE;
  guint to;

  if (row == WAY_TASK_ROWS_NONE)
    return FALSE;
  if (way_row_key_is_to_an_end (keyval))
    state &= ~GDK_CONTROL_MASK;
  to = row_by_key (self, keyval, row);
  if (to == row)
    return FALSE;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != GDK_CONTROL_MASK)
    way_task_tree_select_row (self, to, state);
  way_task_tree_go_to (self, to);
  return TRUE;
}

/* The cursor's row has come to another place on the page, or has left it. */
static void
move_focus (WayTaskTree *self)
{
  WayTaskCell *cell = NULL;
  guint row = find_shown (self, self->cursor);

  if (row != WAY_TASK_ROWS_NONE)
    cell = way_task_tree_find_cell (self, row, WAY_TASK_COLUMN_TITLE);
  way_task_tree_park_focus (self); /* a screen reader hears only of widgets that get the focus */
  if (cell == NULL || !gtk_widget_grab_focus (way_task_tree_row_of (cell)))
    return;
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* What is typed goes on in its row's new place. */
static void
move_editor (WayTaskTree *self)
{
  guint row = way_task_rows_find (self->rows, self->edit_task);
  WayTaskColumnId column = way_task_cell_get_column (self->edit_cell);
  gboolean is_new = self->edit_new;
  g_autofree char *text
      = g_strdup (way_cell_editor_get_text (way_task_cell_get_editor (self->edit_cell)));

  way_task_cell_end_edit (self->edit_cell);
  self->edit_cell = NULL;
  g_clear_object (&self->edit_task);
  if (row == WAY_TASK_ROWS_NONE)
    return;
  way_task_tree_edit (self, row, column, text);
  self->edit_new = is_new;
}

static void
window_moved_cb (WayTaskTree *self)
{
  guint first = way_row_window_get_first (self->window);
  WayTaskCell *focused = way_task_tree_get_focus_cell (self);
  gboolean parked = way_task_tree_is_parked (self);

  if (focused != NULL)
    g_set_object (&self->cursor, way_task_cell_get_task (focused));
  if (self->edit_cell != NULL
      && way_task_rows_get (self->rows, first + way_task_cell_get_position (self->edit_cell))
             != self->edit_task)
    move_editor (self);
  g_set_object (&self->top, way_task_rows_get (self->rows, first));
  for (guint i = 0; i < self->cells->len; i++)
    {
      WayTaskCell *cell = g_ptr_array_index (self->cells, i);

      if (way_task_cell_get_task (cell) != NULL) /* else it has no place any more */
        way_task_cell_bind (cell, self->rows, first + way_task_cell_get_position (cell));
    }
  if (self->cursor != NULL
      && (parked || (focused != NULL && way_task_cell_get_task (focused) != self->cursor)))
    move_focus (self);
}

/* The first row seen stays where it is; if it has gone, what it was in stands there. */
static void
rows_changed_cb (WayTaskTree *self)
{
  double value = gtk_adjustment_get_value (way_task_tree_get_vadjustment (self));
  guint before = way_row_window_get_first (self->window);
  guint first = self->top != NULL ? find_shown (self, self->top) : WAY_TASK_ROWS_NONE;

  if (first != WAY_TASK_ROWS_NONE && value > 0)
    value += ((double)first - before) * self->row_height;
  way_steady_scroll_rows_changed (self->steady, value);
}

/* What is typed must be good before its row goes out of view. */
static gboolean
leaving_cb (WayTaskTree *self)
{
  return self->edit_cell != NULL
         && !way_cell_editor_finish (way_task_cell_get_editor (self->edit_cell), WAY_CELL_STAY,
                                     FALSE);
}

/* Names the row that has the focus, for screen readers: its task, dates and state. Rows have no
 * name of their own, and stand for other tasks once the list is scrolled. */
void
way_task_tree_tell_row (WayTaskTree *self)
{
  WayTaskCell *cell = way_task_tree_get_focus_cell (self);
  GtkWidget *row = cell != NULL ? way_task_tree_row_of (cell) : NULL;
  WayTask *task = cell != NULL ? way_task_cell_get_task (cell) : NULL;
  g_autofree char *text = NULL;

  if (self->told != NULL && self->told != row)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->told), GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_set_weak_pointer (&self->told, row);
  if (row == NULL)
    return;
  text = way_task_rows_is_header (task)
             ? g_strdup (way_task_rows_get_title (task))
             : way_gantt_describe (way_task_rows_get_document (self->rows), task);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
root_changed_cb (WayTaskTree *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (way_task_tree_tell_row),
                             self, G_CONNECT_SWAPPED);
}

void
way_task_tree_add_cursor (WayTaskTree *self)
{
  g_signal_connect (self, "notify::root", G_CALLBACK (root_changed_cb), NULL);
  g_signal_connect_object (self->window, "moved", G_CALLBACK (window_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steady, "leaving", G_CALLBACK (leaving_cb), self,
                           G_CONNECT_SWAPPED);
}
