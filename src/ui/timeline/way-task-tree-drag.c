/* way-task-tree-drag.c: rows of the task tree dragged to another place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Up and down chooses between which rows, to the sides how deep; a line shows both. A folded row
 * unfolds when the pointer rests on it, until the drag is over unless the rows went there; the list
 * scrolls at its edges. */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-tree-private.h"

#include "document/way-outline.h"

#include <math.h>

#define EDGE 28.0       /* pixels from the first and the last row seen, where the list scrolls */
#define EDGE_SPEED 9.0  /* pixels a frame at the edge itself */
#define REST 700000     /* microseconds on a folded row before it unfolds */
#define LINE 3
#define KNOB 9

static double
rows_top (WayTaskTree *self)
{
  return way_task_tree_get_header_height (self);
}

/* Where the pointer is, in rows. */
static double
row_at (WayTaskTree *self, double y)
{
  return (y - rows_top (self) + floor (gtk_adjustment_get_value (way_task_tree_get_position (self))))
         / MAX (self->row_height, 1);
}

static gboolean
is_rtl (WayTaskTree *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* A level deeper for each indentation that the pointer has gone to the side. */
static int
wanted_depth (WayTaskTree *self)
{
  WayTask *first = g_ptr_array_index (self->drag->tasks, 0);
  double dx = self->drag->x - self->drag->press_x;

  return (int)first->depth + (int)lround ((is_rtl (self) ? -dx : dx) / WAY_TASK_CELL_INDENT);
}

/* Asked once for each parent that the hand comes to: it is a run of the engine. */
static void
ask_whether_it_can (WayTaskTree *self)
{
  WayTreeDrag *drag = self->drag;
  g_autoptr (GError) error = NULL;

  if (drag->asked && drag->drop.parent == drag->asked_parent)
    return;
  drag->asked = TRUE;
  drag->asked_parent = drag->drop.parent;
  g_clear_pointer (&drag->refusal, g_free);
  if (!way_outline_can_move_to (way_task_rows_get_document (self->rows),
                                (WayTask **)drag->tasks->pdata, drag->tasks->len, drag->drop.parent,
                                &error))
    drag->refusal = g_strdup (error->message);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   drag->refusal != NULL ? "not-allowed" : "grabbing");
}

static void
step (WayTaskTree *self)
{
  self->drag->moves = way_row_drop_find (self->rows, self->drag->tasks, row_at (self, self->drag->y),
                                         wanted_depth (self), &self->drag->drop);
  ask_whether_it_can (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_free (WayTreeDrag *drag)
{
  g_free (drag->refusal);
  g_ptr_array_unref (drag->tasks);
  g_ptr_array_unref (drag->unfolded);
  g_free (drag);
}

/* What the drag has unfolded, but for the rows over its place. @parent: (nullable): of that */
static void
fold_again (WayTaskTree *self, WayTask *parent)
{
  WayPlan *plan = way_document_get_plan (way_task_rows_get_document (self->rows));
  GPtrArray *unfolded = self->drag->unfolded;

  for (; parent != NULL; parent = way_plan_lookup_task (plan, parent->parent))
    g_ptr_array_remove (unfolded, parent);
  for (guint i = 0; i < unfolded->len; i++)
    way_task_rows_set_expanded (self->rows, g_ptr_array_index (unfolded, i), FALSE);
  if (unfolded->len > 0)
    way_task_tree_update_cells (self);
}

static void
finish_drag (WayTaskTree *self, WayTask *parent)
{
  fold_again (self, parent);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag->tick);
  g_clear_pointer (&self->drag, drag_free);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: TRUE when there was one */
gboolean
way_task_tree_cancel_drag (WayTaskTree *self)
{
  if (self->drag == NULL)
    return FALSE;
  finish_drag (self, NULL);
  return TRUE;
}

static void
scroll_at_the_edges (WayTaskTree *self)
{
  GtkAdjustment *adjustment = way_task_tree_get_vadjustment (self);
  double top = rows_top (self), bottom = gtk_widget_get_height (GTK_WIDGET (self));
  double y = self->drag->y, pull = 0;

  if (y < top + EDGE)
    pull = -MIN ((top + EDGE - y) / EDGE, 2);
  else if (y > bottom - EDGE)
    pull = MIN ((y - bottom + EDGE) / EDGE, 2);
  if (pull == 0)
    return;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pull * EDGE_SPEED);
  step (self);
}

/* The folded row whose middle the pointer is on. */
static WayTask *
folded_row_at (WayTaskTree *self)
{
  double at = row_at (self, self->drag->y), part = at - floor (at);
  WayTask *task = at < 0 ? NULL : way_task_rows_get (self->rows, (guint)at);

  if (task == NULL || !task->summary || part < 0.2 || part > 0.8
      || way_task_rows_is_expanded (self->rows, task)
      || g_ptr_array_find (self->drag->tasks, task, NULL))
    return NULL;
  return task;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTaskTree *self = WAY_TASK_TREE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  WayTask *folded = folded_row_at (self);

  if (folded == NULL || WAY_RECORD (folded)->id != self->drag->rests_on)
    {
      self->drag->rests_on = folded != NULL ? WAY_RECORD (folded)->id : 0;
      self->drag->rests_since = now;
    }
  else if (now - self->drag->rests_since > REST)
    {
      g_ptr_array_add (self->drag->unfolded, g_object_ref (folded));
      way_task_rows_set_expanded (self->rows, folded, TRUE);
      way_task_tree_update_cells (self);
      step (self);
    }
  scroll_at_the_edges (self);
  return G_SOURCE_CONTINUE;
}

/* All selected rows when the pressed one is among them, else that one. */
static GPtrArray *
collect_dragged (WayTaskTree *self, WayTask *pressed)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);
  guint row = way_task_rows_find (self->rows, pressed);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint other;

  if (row == WAY_TASK_ROWS_NONE || !gtk_bitset_contains (selected, row))
    {
      g_ptr_array_add (tasks, g_object_ref (pressed));
      return tasks;
    }
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &other); more;
       more = gtk_bitset_iter_next (&iter, &other))
    g_ptr_array_add (tasks, g_object_ref (way_task_rows_get (self->rows, other)));
  return tasks;
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, WayTaskTree *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double cell_x = 0;
  WayTaskCell *cell = way_task_tree_pick_cell (self, x, y, &cell_x);

  self->pressed = NULL;
  if (cell == NULL || cell == self->edit_cell
      || way_task_cell_is_on_arrow (cell, cell_x)
      || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0
      || way_document_is_read_only (way_task_rows_get_document (self->rows)))
    return;
  self->pressed = way_task_cell_get_task (cell);
}

static void
begin_drag (WayTaskTree *self, GtkGestureDrag *gesture)
{
  WayTreeDrag *drag;

  if (self->edit_cell != NULL
      && !way_cell_editor_finish (way_task_cell_get_editor (self->edit_cell), WAY_CELL_STAY, FALSE))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  drag = g_new0 (WayTreeDrag, 1);
  drag->tasks = collect_dragged (self, self->pressed);
  drag->unfolded = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_gesture_drag_get_start_point (gesture, &drag->press_x, &drag->press_y);
  drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  self->drag = drag;
  gtk_widget_grab_focus (GTK_WIDGET (self->view)); /* Escape comes here */
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, WayTaskTree *self)
{
  if (self->drag == NULL && self->pressed != NULL
      && gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    {
      if (way_task_rows_is_arranged (self->rows))
        {
          gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "not-allowed");
          g_signal_emit (self, way_task_tree_signals[WAY_TREE_ROWS_HELD], 0);
        }
      else
        begin_drag (self, gesture);
      self->pressed = NULL;
    }
  if (self->drag == NULL)
    return;
  self->drag->x = self->drag->press_x + dx;
  self->drag->y = self->drag->press_y + dy;
  step (self);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, WayTaskTree *self)
{
  g_autoptr (GPtrArray) tasks = NULL;
  WayRowDrop drop;
  gboolean moves;

  self->pressed = NULL;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (self->drag == NULL)
    return;
  step (self); /* what other programs did meanwhile counts */
  drop = self->drag->drop;
  moves = self->drag->moves && self->drag->refusal == NULL;
  tasks = g_ptr_array_ref (self->drag->tasks);
  finish_drag (self, moves ? drop.parent : NULL);
  if (moves)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_ROWS_DROPPED], 0, tasks, drop.parent,
                   drop.before);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, WayTaskTree *self)
{
  self->pressed = NULL;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  way_task_tree_cancel_drag (self);
}

void
way_task_tree_add_drag (WayTaskTree *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* Where the text of a title begins at that depth, from the tree's left edge. */
static double
indent_x (WayTaskTree *self, int depth)
{
  double indent = way_task_cell_get_indent (depth);
  graphene_rect_t bounds;

  for (guint i = 0; i < self->cells->len; i++)
    {
      WayTaskCell *cell = g_ptr_array_index (self->cells, i);

      if (way_task_cell_get_column (cell) == WAY_TASK_COLUMN_TITLE
          && gtk_widget_get_mapped (GTK_WIDGET (cell))
          && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
        {
          indent += way_task_cell_get_arrow_room (cell);
          return is_rtl (self) ? bounds.origin.x + bounds.size.width - indent
                               : bounds.origin.x + indent;
        }
    }
  return indent;
}

static void
append_round (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *bounds)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, bounds, MIN (bounds->size.height / 2, 12));
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

/* What is in the hand: its name, or how many; and why it cannot be let go here. */
static void
append_hand (WayTaskTree *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  WayTreeDrag *drag = self->drag;
  g_autofree char *text
      = drag->tasks->len == 1
            ? g_strdup (WAY_RECORD (g_ptr_array_index (drag->tasks, 0))->title)
            : g_strdup_printf (ngettext ("%u row", "%u rows", drag->tasks->len), drag->tasks->len);
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), drag->refusal != NULL ? drag->refusal
                                                                                 : text);
  GdkRGBA white = { 1, 1, 1, 1 };
  float x, y, room = (float)gtk_widget_get_width (GTK_WIDGET (self));
  int width, height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, drag->refusal != NULL ? -4 : -1); /* lines */
  pango_layout_set_width (layout, (drag->refusal != NULL ? 300 : 220) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = (float)(is_rtl (self) ? drag->x - width - 40 : drag->x + 14);
  if (drag->refusal != NULL) /* is read as a whole */
    x = CLAMP (x, 0, MAX (room - (float)width - 20, 0));
  y = (float)drag->y + 8;
  if (y + (float)height + 8 > (float)gtk_widget_get_height (GTK_WIDGET (self)))
    y = (float)drag->y - (float)height - 16;
  append_round (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width + 20, height + 8));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + 10, y + 4));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

/* Over the tree: the line with its indentation, and what is in the hand. */
void
way_task_tree_snapshot_drag (WayTaskTree *self, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  const GdkRGBA usual = { 0.16f, 0.40f, 0.78f, 1 }, refused = { 0.75f, 0.16f, 0.16f, 1 };
  GdkRGBA color;
  double scroll, y;
  float x;

  if (self->drag == NULL)
    return;
  color = self->drag->refusal != NULL ? refused : usual;
  scroll = floor (gtk_adjustment_get_value (way_task_tree_get_position (self)));
  y = rows_top (self) + self->drag->drop.gap * self->row_height - scroll;
  x = (float)indent_x (self, self->drag->drop.depth);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float)rows_top (self) - KNOB, width,
                                                         height));
  gtk_snapshot_append_color (
      snapshot, &color,
      is_rtl (self) ? &GRAPHENE_RECT_INIT (0, (float)y - LINE / 2.0f, x, LINE)
                    : &GRAPHENE_RECT_INIT (x, (float)y - LINE / 2.0f, width - x, LINE));
  append_round (snapshot, &color,
                &GRAPHENE_RECT_INIT (x - KNOB / 2.0f, (float)y - KNOB / 2.0f, KNOB, KNOB));
  append_hand (self, snapshot, &color);
  gtk_snapshot_pop (snapshot);
}
