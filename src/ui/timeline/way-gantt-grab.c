/* way-gantt-grab.c: the pressed pointer on the chart: drags, new tasks, panning, the edges.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drag from an empty place draws a task; to scroll by hand one drags the time header, or
 * anywhere with the middle button or with Space held. Up and down an empty place scrolls too. */

#include "ui/timeline/way-gantt-view-private.h"
#include "ui/way-settings.h"

#include <math.h>

#define CLEARLY 32      /* pixels: beside the bar of a phase a shorter pull draws nothing */
#define EDGE 36         /* pixels from a border where the chart begins to scroll */
#define EDGE_SPEED 0.35 /* screens a second at the border itself */
#define EDGE_FURTHEST 2 /* in widths of the edge: from there on it becomes no faster */

static gboolean
drag_kind_of (const WayGanttHit *hit, WayDragKind *kind)
{
  gboolean summary = hit->task != NULL && hit->task->summary;

  switch (hit->part)
    {
    case WAY_PART_BAR:
    case WAY_PART_MILESTONE:
    case WAY_PART_SUMMARY:
      *kind = WAY_DRAG_MOVE;
      return TRUE;
    case WAY_PART_START:
      *kind = summary ? WAY_DRAG_MOVE : WAY_DRAG_START;
      return TRUE;
    case WAY_PART_FINISH:
      *kind = summary ? WAY_DRAG_MOVE : WAY_DRAG_FINISH;
      return TRUE;
    case WAY_PART_PROGRESS:
      *kind = WAY_DRAG_PROGRESS;
      return !summary;
    case WAY_PART_LINK_START:
    case WAY_PART_LINK_FINISH:
      *kind = WAY_DRAG_LINK;
      return TRUE;
    case WAY_PART_NONE:
    case WAY_PART_ROW:
    case WAY_PART_LINK:
    default:
      return FALSE;
    }
}

static void
toggle_row (WayGanttView *self, guint row)
{
  if (gtk_selection_model_is_selected (self->selection, row))
    gtk_selection_model_unselect_item (self->selection, row);
  else
    gtk_selection_model_select_item (self->selection, row, FALSE);
}

/* From the other end of what is selected: it grows and shrinks with the click. */
static void
select_up_to (WayGanttView *self, guint row)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  gboolean empty = gtk_bitset_is_empty (selected);
  guint first = empty ? row : gtk_bitset_get_minimum (selected);
  guint from = MIN (first, row);
  guint to = row < first ? gtk_bitset_get_maximum (selected) : row;

  gtk_selection_model_select_range (self->selection, from, to - from + 1, TRUE);
}

/* What is selected stays so while it may be dragged, and the keys are those of the drag. */
static void
select_pressed (WayGanttView *self, guint row, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0
      && !gtk_selection_model_is_selected (self->selection, row))
    gtk_selection_model_select_item (self->selection, row, TRUE);
}

/* It was a click: Ctrl adds or takes out, Shift goes up to there, without them it is this row. */
static void
select_clicked (WayGanttView *self, guint row, GdkModifierType state)
{
  if (row >= way_task_rows_get_n (self->rows))
    return;
  if (state & GDK_CONTROL_MASK)
    toggle_row (self, row);
  else if (state & GDK_SHIFT_MASK)
    select_up_to (self, row);
  else
    gtk_selection_model_select_item (self->selection, row, TRUE);
}

/* A drag takes along what is selected, so it begins there; else it is about its own bar. */
static void
select_dragged (WayGanttView *self, guint row)
{
  if (!gtk_selection_model_is_selected (self->selection, row))
    gtk_selection_model_select_item (self->selection, row, TRUE);
}

/* A mouse or a pen draws; a finger scrolls, as everywhere. */
static gboolean
is_finger (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

WayGrab
way_gantt_view_grab_at (WayGanttView *self, const WayGanttHit *hit, double y)
{
  gboolean writable = !way_document_is_read_only (self->document);
  WayDragKind kind;

  if (self->space || y < self->header_height)
    return WAY_GRAB_PAN;
  if (hit->part == WAY_PART_NONE || hit->part == WAY_PART_ROW || hit->part == WAY_PART_LINK)
    return writable ? WAY_GRAB_DRAW : WAY_GRAB_PAN; /* a link is clicked, never dragged */
  if (writable && hit->task != NULL && drag_kind_of (hit, &kind))
    return WAY_GRAB_PART;
  return WAY_GRAB_NOTHING;
}

static GPtrArray *
get_selected (WayGanttView *self)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (self->selection);
  GPtrArray *tasks = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    if (!way_task_rows_is_header (way_task_rows_get (self->rows, row)))
      g_ptr_array_add (tasks, way_task_rows_get (self->rows, row));
  return tasks;
}

/* All that a move takes along: the rows below a summary, the other selected bars. */
static WayGanttDrag *
begin_move (WayGanttView *self, WayTask *held)
{
  guint row = way_task_rows_find (self->rows, held);
  g_autoptr (GPtrArray) others = get_selected (self);
  g_autoptr (GPtrArray) movers = NULL;

  if (row == WAY_TASK_ROWS_NONE || !gtk_selection_model_is_selected (self->selection, row))
    g_ptr_array_set_size (others, 0);
  movers = way_gantt_find_movers (self->document, held, (WayTask **)others->pdata, others->len);
  return way_gantt_drag_new (self->document, WAY_DRAG_MOVE, (WayTask **)movers->pdata, movers->len,
                             self->press_moment);
}

static void
begin_drag (WayGanttView *self)
{
  WayTask *task = self->press.task;
  WayDragKind kind;

  if (way_document_is_read_only (self->document) || !drag_kind_of (&self->press, &kind)
      || task == NULL || way_document_in_scope (self->document))
    return;
  if (self->press.row >= 0)
    select_dragged (self, (guint)self->press.row);
  if (kind == WAY_DRAG_LINK)
    self->drag = way_gantt_drag_new_link (self->document, task,
                                          self->press.part == WAY_PART_LINK_FINISH);
  else if (kind == WAY_DRAG_MOVE)
    self->drag = begin_move (self, task);
  else
    self->drag = way_gantt_drag_new (self->document, kind, &task, 1, self->press_moment);
  self->options.grabbed = kind == WAY_DRAG_LINK ? NULL : task;
  if (kind == WAY_DRAG_MOVE)
    way_gantt_view_show_cursor (self, "grabbing");
}

static void
begin_draw (WayGanttView *self)
{
  WayTask *row = self->press.task;

  if (way_document_in_scope (self->document))
    return;
  if (row != NULL && way_task_rows_is_header (row))
    row = NULL;
  self->drag = way_gantt_drag_new_task (self->document, row, self->press_moment);
}

/* Which end of the bar under the pointer a link would meet: the half that it is in. */
static gboolean
meets_finish (WayGanttView *self, const WayGanttHit *hit)
{
  const WayGanttBar *bar = way_gantt_layout_find_bar (self->layout, hit->task);
  double x = self->pointer_x;

  if (self->options.rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  if (bar == NULL || hit->part == WAY_PART_MILESTONE)
    return FALSE;
  return x > (bar->x0 + bar->x1) / 2;
}

static const WayShift *
find_shift (gpointer drag, WayTask *task)
{
  return way_gantt_drag_find_shift (drag, task);
}

/* What the drop would do where the pointer is now. */
static void
step_drag (WayGanttView *self)
{
  gboolean keep = g_settings_get_boolean (way_settings_get (), "keep-followers");

  self->step_wanted = FALSE;
  if ((self->modifiers & GDK_ALT_MASK) != 0)
    keep = !keep;
  if (way_gantt_drag_get_kind (self->drag) == WAY_DRAG_LINK)
    {
      WayGanttHit hit = way_gantt_view_pick (self, self->pointer_x, self->pointer_y);
      gboolean on_bar = hit.task != NULL && hit.part != WAY_PART_NONE && hit.part != WAY_PART_ROW
                        && hit.part != WAY_PART_LINK;

      self->options.hover = on_bar ? hit.task : way_gantt_drag_get_task (self->drag);
      way_gantt_drag_link_to (self->drag, on_bar ? hit.task : NULL,
                              on_bar && meets_finish (self, &hit));
    }
  else
    {
      way_gantt_drag_set_keep (self->drag, keep);
      way_gantt_drag_to (self->drag, way_gantt_view_moment_at (self, self->pointer_x),
                         way_gantt_view_snap_of (self, self->modifiers));
    }
  way_gantt_layout_set_shifts (self->layout, find_shift, self->drag);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * way_gantt_view_want_step:
 *
 * The pointer or a key of the drag has changed: it is followed in the next frame, once, however
 * often that happens before.
 */
void
way_gantt_view_want_step (WayGanttView *self)
{
  self->step_wanted = TRUE;
}

/* Screens a second: 0 in the middle, soon more towards the borders and behind them. */
static double
edge_speed (double at, double from, double to)
{
  double near = MAX (from + EDGE - at, at - to + EDGE) / EDGE;
  double pull = CLAMP (near, 0, EDGE_FURTHEST);

  return (at < (from + to) / 2 ? -EDGE_SPEED : EDGE_SPEED) * pull * pull;
}

static void
scroll_at_edges (WayGanttView *self, double seconds)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double dx = edge_speed (self->pointer_x, 0, width) * width * seconds;
  double dy = edge_speed (self->pointer_y, self->header_height, height)
              * way_gantt_view_body_height (self) * seconds;

  if (way_gantt_drag_get_kind (self->drag) != WAY_DRAG_LINK)
    dy = 0; /* a bar stays in its row */
  if (dx == 0 && dy == 0)
    return;
  if (dx != 0)
    way_gantt_view_scroll_time (self, dx);
  if (dy != 0)
    gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy);
  way_gantt_view_want_step (self);
}

/* In each frame of a drag. */
static gboolean
drag_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayGanttView *self = WAY_GANTT_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock), since = now - self->drag_frame_time;

  if (self->drag == NULL)
    {
      self->drag_frame = 0;
      return G_SOURCE_REMOVE;
    }
  self->drag_frame_time = now;
  scroll_at_edges (self, (double)CLAMP (since, 0, G_USEC_PER_SEC / 20) / G_USEC_PER_SEC);
  if (self->step_wanted)
    step_drag (self);
  return G_SOURCE_CONTINUE;
}

/* Ends it without a drop, when there is one. */
void
way_gantt_view_end_drag (WayGanttView *self)
{
  if (self->drag_frame != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_frame);
  self->drag_frame = 0;
  self->step_wanted = FALSE;
  self->pan = FALSE;
  self->options.grabbed = NULL;
  if (self->drag == NULL)
    return;
  g_clear_pointer (&self->drag, way_gantt_drag_free);
  way_gantt_layout_set_shifts (self->layout, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * way_gantt_view_cancel_drag:
 *
 * Returns: TRUE when there was one
 */
gboolean
way_gantt_view_cancel_drag (WayGanttView *self)
{
  gboolean dragging = self->drag != NULL;

  way_gantt_view_end_drag (self);
  self->press = (WayGanttHit){ .part = WAY_PART_NONE, .row = WAY_NO_PRESS };
  return dragging;
}

/* Whether the press was on a row, and not on a link. */
static gboolean
is_on_row (WayGanttView *self)
{
  return self->press.row >= 0 && self->press.part != WAY_PART_LINK;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WayGanttView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->press = way_gantt_view_pick (self, x, y);
  self->press_x = x;
  self->press_y = y;
  self->press_on_header = y < self->header_height;
  self->press_moment = way_gantt_view_moment_at (self, x);
  if (self->space)
    return;
  if (is_on_row (self))
    select_pressed (self, (guint)self->press.row, state);
  self->options.selected_link = self->press.part == WAY_PART_LINK ? self->press.link : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_pan (WayGanttView *self)
{
  self->pan = TRUE;
  self->pan_h = self->scale.origin;
  self->pan_v = gtk_adjustment_get_value (self->vadjustment);
  way_gantt_view_show_cursor (self, "grabbing");
}

static void
pan_by (WayGanttView *self, double dx, double dy)
{
  double now = self->scale.origin;
  double wanted = self->pan_h + (self->options.rtl ? dx : -dx) * self->scale.minutes_per_pixel;
  double pixels = (wanted - now) / self->scale.minutes_per_pixel;

  way_gantt_view_scroll_time (self, self->options.rtl ? -pixels : pixels);
  gtk_adjustment_set_value (self->vadjustment, self->pan_v - dy);
}

/* Beside the bar of a phase a press mostly means the phase: a hand that slips makes no task there. */
static gboolean
is_slip (WayGanttView *self, double dx)
{
  return fabs (dx) < CLEARLY && self->press.task != NULL && self->press.task->summary;
}

static void
begin_grab (WayGanttView *self, GtkGesture *gesture, double dx, double dy)
{
  switch (way_gantt_view_grab_at (self, &self->press,
                                  self->press_on_header ? 0 : self->header_height))
    {
    case WAY_GRAB_PAN:
      begin_pan (self);
      break;
    case WAY_GRAB_DRAW:
      if (self->press.row == WAY_NO_PRESS)
        break;
      if (is_finger (gesture) || fabs (dy) > fabs (dx))
        begin_pan (self);
      else if (!is_slip (self, dx))
        begin_draw (self);
      break;
    case WAY_GRAB_PART:
      begin_drag (self);
      break;
    case WAY_GRAB_NOTHING:
    default:
      break;
    }
  if (self->drag == NULL || self->drag_frame != 0)
    return;
  self->drag_frame_time = gdk_frame_clock_get_frame_time (
      gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->drag_frame = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_frame_cb, NULL, NULL);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, WayGanttView *self)
{
  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  self->modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if (self->drag == NULL && !self->pan)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
        return;
      begin_grab (self, GTK_GESTURE (gesture), dx, dy);
    }
  if (self->pan)
    pan_by (self, dx, dy);
  else if (self->drag != NULL)
    way_gantt_view_want_step (self);
}

static void
drop (WayGanttView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autoptr (WayGanttDrag) drag = NULL;

  if (self->step_wanted)
    step_drag (self);
  drag = g_steal_pointer (&self->drag);
  way_gantt_view_end_drag (self);
  self->dropped = TRUE;
  self->press_x = self->pointer_x;
  self->press_y = self->pointer_y;
  way_gantt_layout_set_shifts (self->layout, NULL, NULL);
  if (!way_gantt_drag_drop (drag, &message, &error))
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ERROR], 0, error);
  else if (*message != '\0')
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_MESSAGE], 0, message,
                   way_gantt_drag_was_committed (drag), way_gantt_drag_get_pinned (drag));
  if (error == NULL && way_gantt_drag_get_kind (drag) == WAY_DRAG_NEW)
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_DRAWN], 0,
                   way_gantt_drag_get_task (drag));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, WayGanttView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->drag != NULL)
    drop (self);
  else if (!self->pan && !self->space && is_on_row (self))
    select_clicked (self, (guint)self->press.row, state);
  way_gantt_view_end_drag (self);
  way_gantt_view_update_cursor (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, WayGanttView *self)
{
  way_gantt_view_cancel_drag (self);
}

static void
pan_begin_cb (GtkGestureDrag *gesture, double x, double y, WayGanttView *self)
{
  way_gantt_view_cancel_drag (self);
  begin_pan (self);
}

static void
pan_update_cb (GtkGestureDrag *gesture, double dx, double dy, WayGanttView *self)
{
  if (self->pan)
    pan_by (self, dx, dy);
}

static void
pan_end_cb (GtkGestureDrag *gesture, double dx, double dy, WayGanttView *self)
{
  self->pan = FALSE;
  way_gantt_view_update_cursor (self);
}

void
way_gantt_view_add_grab (WayGanttView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (pan_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pan));
}
