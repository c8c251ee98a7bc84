/* way-task-tree-input.c: clicks, keys and typing in the task tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-tree-private.h"

#include "ui/way-window.h"

#define LEAVE_DELAY 20 /* milliseconds */

static gboolean
commit_cb (const char *text, gpointer data, GError **error)
{
  WayTaskTree *self = data;
  WayTaskColumnId column = self->column;
  WayTask *task = self->edit_task;
  WayEffect effect = WAY_EFFECT_NONE;

  if (self->edit_cell == NULL || task == NULL || WAY_RECORD (task)->plan == NULL)
    return TRUE; /* the row has gone meanwhile */
  column = way_task_cell_get_column (self->edit_cell);
  if (!way_task_column_edit (column, way_task_rows_get_document (self->rows), task, text, &effect,
                             error))
    return FALSE;
  if (effect != WAY_EFFECT_NONE)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_EDITED], 0, task, (int)column, (int)effect);
  return TRUE;
}

/* What was typed in a cell that the list has taken for itself. */
typedef struct
{
  WayTaskTree *tree;
  WayTask *task;
  WayTaskColumnId column;
  char *text;
  gboolean was_new;
} Left;

static void
left_free (Left *left)
{
  g_object_unref (left->tree);
  g_object_unref (left->task);
  g_free (left->text);
  g_free (left);
}

static gboolean
commit_left_cb (gpointer data)
{
  Left *left = data;
  WayTaskTree *self = left->tree;
  WayEffect effect = WAY_EFFECT_NONE;
  g_autoptr (GError) error = NULL;
  WayDocument *document;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || WAY_RECORD (left->task)->plan == NULL)
    return G_SOURCE_REMOVE;
  document = way_task_rows_get_document (self->rows);
  if (way_document_in_scope (document))
    return G_SOURCE_CONTINUE; /* a drag: when it is over */
  if (!way_task_column_edit (left->column, document, left->task, left->text, &effect, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  else if (effect != WAY_EFFECT_NONE)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_EDITED], 0, left->task, (int)left->column,
                   (int)effect);
  if (left->was_new)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_NEW_ROW_DONE], 0, left->task,
                   (int)WAY_CELL_STAY, FALSE);
  return G_SOURCE_REMOVE;
}

/* The list binds a row anew when it is selected or not any more, which a press elsewhere does
 * before the focus has gone. What was typed counts as if the focus had left; not now, in the midst
 * of it. */
void
way_task_tree_leave_edit (WayTaskTree *self)
{
  WayCellEditor *editor = way_task_cell_get_editor (self->edit_cell);
  Left *left;

  if (editor != NULL && self->edit_task != NULL)
    {
      left = g_new0 (Left, 1);
      left->tree = g_object_ref (self);
      left->task = g_object_ref (self->edit_task);
      left->column = way_task_cell_get_column (self->edit_cell);
      left->text = g_strdup (way_cell_editor_get_text (editor));
      left->was_new = self->edit_new;
      g_timeout_add_full (G_PRIORITY_DEFAULT, LEAVE_DELAY, commit_left_cb, left,
                          (GDestroyNotify)left_free);
    }
  self->edit_cell = NULL;
  self->edit_new = FALSE;
  g_clear_object (&self->edit_task);
}

static void
move_cursor (WayTaskTree *self, guint row, WayCellMove move)
{
  guint n_rows = way_task_rows_get_n (self->rows);

  if (move == WAY_CELL_RETURN)
    move = WAY_CELL_DOWN;
  if (move == WAY_CELL_DOWN && row + 1 < n_rows)
    row++;
  else if (move == WAY_CELL_UP && row > 0)
    row--;
  else if (move == WAY_CELL_NEXT)
    way_task_tree_set_column (self, way_task_tree_next_column (self, 1));
  else if (move == WAY_CELL_PREVIOUS)
    way_task_tree_set_column (self, way_task_tree_next_column (self, -1));
  if (move == WAY_CELL_DOWN || move == WAY_CELL_UP)
    way_task_tree_select_row (self, row, 0);
  way_task_tree_focus_row (self, row);
}

static void
done_cb (WayCellMove move, gboolean by_key, gpointer data)
{
  WayTaskTree *self = data;
  g_autoptr (WayTask) task = g_steal_pointer (&self->edit_task);
  WayTaskCell *cell = self->edit_cell;
  gboolean was_new = self->edit_new;
  guint row;

  self->edit_cell = NULL;
  self->edit_new = FALSE;
  if (cell != NULL)
    way_task_cell_end_edit (cell);
  if (task == NULL)
    return;
  row = way_task_rows_find (self->rows, task);
  if (by_key && row != WAY_TASK_ROWS_NONE && !(was_new && move == WAY_CELL_RETURN))
    move_cursor (self, row, move);
  if (was_new)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_NEW_ROW_DONE], 0, task, (int)move, by_key);
}

void
way_task_tree_start_edit (WayTaskTree *self, WayTaskCell *cell, const char *text)
{
  WayTask *task = way_task_cell_get_task (cell);

  if (self->edit_cell == cell || task == NULL
      || way_document_is_read_only (way_task_rows_get_document (self->rows)))
    return;
  if (!way_task_column_can_edit (way_task_cell_get_column (cell), task))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (self->edit_cell != NULL
      && !way_cell_editor_finish (way_task_cell_get_editor (self->edit_cell), WAY_CELL_STAY, FALSE))
    return;
  self->edit_cell = cell;
  g_set_object (&self->edit_task, task);
  way_task_cell_edit (cell, text, commit_cb, done_cb, self);
}

/* The cell at x, y of the tree; @cell_x is the place inside it. */
WayTaskCell *
way_task_tree_pick_cell (WayTaskTree *self, double x, double y, double *cell_x)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = NULL;
  graphene_point_t point;

  if (picked != NULL)
    cell = gtk_widget_get_ancestor (picked, WAY_TYPE_TASK_CELL);
  if (cell == NULL && picked != NULL && picked != GTK_WIDGET (self))
    {
      GtkWidget *child = gtk_widget_get_first_child (picked);

      if (WAY_IS_TASK_CELL (child)) /* the list's own cell around ours */
        cell = child;
    }
  if (cell == NULL || way_task_cell_get_task (WAY_TASK_CELL (cell)) == NULL)
    return NULL;
  if (cell_x != NULL
      && gtk_widget_compute_point (GTK_WIDGET (self), cell,
                                   &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    *cell_x = point.x;
  return WAY_TASK_CELL (cell);
}

static void
toggle_row (WayTaskTree *self, WayTask *task)
{
  way_task_rows_set_expanded (self->rows, task, !way_task_rows_is_expanded (self->rows, task));
  way_task_tree_update_cells (self);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, WayTaskTree *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  double cell_x = 0;
  WayTaskCell *cell = way_task_tree_pick_cell (self, x, y, &cell_x);

  if (cell == NULL || cell == self->edit_cell)
    return;
  if (way_task_cell_is_on_arrow (cell, cell_x))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      toggle_row (self, way_task_cell_get_task (cell));
      return;
    }
  if (way_task_cell_get_column (cell) != WAY_TASK_COLUMN_NUMBER)
    way_task_tree_set_column (self, way_task_cell_get_column (cell));

  /* The list knows only the rows on the page: what is added to a selection is added here. */
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      way_task_tree_select_row (self, way_task_cell_get_row (cell), state);
      gtk_widget_grab_focus (way_task_tree_row_of (cell));
    }
  else
    g_set_object (&self->anchor, way_task_cell_get_task (cell));
}

static void
menu_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, WayTaskTree *self)
{
  WayTaskCell *cell = way_task_tree_pick_cell (self, x, y, NULL);

  if (cell != NULL)
    {
      guint row = way_task_cell_get_row (cell);

      if (way_task_cell_get_column (cell) != WAY_TASK_COLUMN_NUMBER)
        way_task_tree_set_column (self, way_task_cell_get_column (cell));
      if (!gtk_selection_model_is_selected (self->selection, row))
        way_task_tree_select_row (self, row, 0);
      gtk_widget_grab_focus (way_task_tree_row_of (cell));
    }
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, way_task_tree_signals[WAY_TREE_MENU_REQUESTED], 0, x, y);
}

/* Enter and double click. */
static void
activate_cb (GtkColumnView *view, guint place, WayTaskTree *self)
{
  if (self->edit_cell == NULL)
    way_task_tree_edit (self, way_row_window_get_first (self->window) + place, self->column, NULL);
}

static void
fold_or_step (WayTaskTree *self, gboolean forward)
{
  WayTask *task = way_task_tree_get_focus_task (self);
  gboolean on_title = self->column == WAY_TASK_COLUMN_TITLE;

  if (task == NULL)
    return;
  if (on_title && task->summary && forward != way_task_rows_is_expanded (self->rows, task))
    toggle_row (self, task);
  else if (on_title && !forward)
    {
      WayTask *parent = way_task_rows_get_parent (self->rows, task);
      guint row = parent != NULL ? way_task_rows_find (self->rows, parent) : WAY_TASK_ROWS_NONE;

      if (row != WAY_TASK_ROWS_NONE)
        {
          way_task_tree_select_row (self, row, 0);
          way_task_tree_focus_row (self, row);
        }
    }
  else
    way_task_tree_set_column (self, way_task_tree_next_column (self, forward ? 1 : -1));
}

/* From cell to cell; behind the last one out of the tree. */
static void
tab (WayTaskTree *self, int step)
{
  WayTaskColumnId next = way_task_tree_next_column (self, step);

  if (next == self->column)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_TAB_OUT], 0,
                   step > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  else
    way_task_tree_set_column (self, next);
}

static void
tell_computed (WayTaskTree *self, WayTask *task)
{
  const char *column = _ (way_task_column_get (self->column)->title);
  g_autofree char *message = NULL;

  if (way_task_rows_is_header (task)
      || way_document_is_read_only (way_task_rows_get_document (self->rows)))
    return;
  message = task->summary
                ? g_strdup_printf (_ ("“%s” of a phase comes from the tasks below it."), column)
                : g_strdup_printf (_ ("“%s” is computed: it cannot be typed."), column);
  way_window_toast (GTK_WIDGET (self), message, NULL, NULL);
}

/* + and − zoom the chart (= is + without Shift), / finds. */
static gboolean
is_of_page (guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return letter == '+' || letter == '=' || letter == '-' || letter == '/';
}

/* Everything else that can be seen begins to replace the cell. */
static gboolean
begin_typing (WayTaskTree *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  WayTaskCell *cell = way_task_tree_get_focus_cell (self);
  char text[8] = { 0 };

  if (cell == NULL || letter == 0 || is_of_page (keyval) || !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;
  if (!way_task_column_can_edit (self->column, way_task_cell_get_task (cell)))
    {
      tell_computed (self, way_task_cell_get_task (cell));
      return GDK_EVENT_STOP;
    }
  g_unichar_to_utf8 (letter, text);
  self->edit_new = FALSE;
  way_task_tree_start_edit (self, cell, text);
  return GDK_EVENT_STOP;
}

/* A key that has waited, where nothing is edited. */
static void
press_on_row (WayTaskTree *self, guint keyval)
{
  WayTaskCell *cell = way_task_tree_get_focus_cell (self);

  if (cell == NULL)
    return;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      move_cursor (self, way_task_cell_get_row (cell),
                   keyval == GDK_KEY_Up ? WAY_CELL_UP : WAY_CELL_DOWN);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      way_task_tree_start_edit (self, cell, NULL);
      break;
    default:
      begin_typing (self, keyval);
    }
}

/* In their order, until one of them makes the next row be waited for. */
void
way_task_tree_press_held (WayTaskTree *self)
{
  while (self->held->len > 0 && self->pending_tick == 0)
    {
      guint keyval = g_array_index (self->held, guint, 0);

      g_array_remove_index (self->held, 0);
      if (self->edit_cell != NULL)
        way_cell_editor_press (way_task_cell_get_editor (self->edit_cell), keyval);
      else
        press_on_row (self, keyval);
    }
}

void
way_task_tree_press (WayTaskTree *self, guint keyval)
{
  g_array_append_val (self->held, keyval);
  way_task_tree_press_held (self);
}

/* Keys that mean something to a cell; all others may pass a row that is waited for. */
static gboolean
can_wait (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Escape:
    case GDK_KEY_BackSpace:
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return TRUE;
    default:
      return g_unichar_isprint (gdk_keyval_to_unicode (keyval)) && !is_of_page (keyval);
    }
}

/* Where nothing has been typed yet, an undo is one of the plan's. Leaving a new row takes it back. */
static gboolean
undo_instead (WayTaskTree *self, guint keyval, GdkModifierType state)
{
  gboolean was_new = self->edit_new;

  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z || !(state & GDK_CONTROL_MASK)
      || (state & GDK_SHIFT_MASK) || self->edit_cell == NULL
      || !way_task_cell_is_untouched (self->edit_cell))
    return FALSE;
  way_cell_editor_press (way_task_cell_get_editor (self->edit_cell), GDK_KEY_Escape);
  if (!was_new)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WayTaskTree *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->drag != NULL)
    {
      if (keyval == GDK_KEY_Escape)
        way_task_tree_cancel_drag (self);
      return GDK_EVENT_STOP;
    }
  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (self->pending_tick == 0 && self->edit_cell == NULL
      && way_task_tree_move_by_key (self, keyval, state))
    return GDK_EVENT_STOP;
  if (state & GDK_CONTROL_MASK)
    return undo_instead (self, keyval, state);
  if (self->pending_tick != 0 && can_wait (keyval))
    {
      g_array_append_val (self->held, keyval); /* what is typed fast is not lost */
      return GDK_EVENT_STOP;
    }
  if (way_task_tree_is_parked (self) && can_wait (keyval))
    way_task_tree_unpark (self);
  if (self->edit_cell != NULL && way_task_tree_get_focus_cell (self) == NULL)
    return GDK_EVENT_PROPAGATE; /* the editor has the keyboard */
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (!(state & GDK_SHIFT_MASK))
        fold_or_step (self, rtl);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (!(state & GDK_SHIFT_MASK))
        fold_or_step (self, !rtl);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      tab (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      tab (self, -1);
      return GDK_EVENT_STOP;
    default:
      return begin_typing (self, keyval);
    }
}

void
way_task_tree_add_input (WayTaskTree *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  way_task_tree_add_drag (self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}
