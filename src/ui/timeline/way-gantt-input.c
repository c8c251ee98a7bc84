/* way-gantt-input.c: pointer, wheel, pinch and keys on the chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-tooltip.h"
#include "ui/timeline/way-gantt-view-private.h"

#include <math.h>

#define EDGE 36         /* pixels from a border where the chart begins to scroll */
#define EDGE_SPEED 14.0 /* pixels a frame at the border itself */
#define WHEEL_ZOOM 1.2

static WayGanttHit
pick (WayGanttView *self, double x, double y)
{
  WayGanttHit nothing = { .part = WAY_PART_NONE, .row = -1 };

  if (y < self->header_height || self->document == NULL || self->stale)
    return nothing;
  return way_gantt_layout_pick (self->layout, x, y - self->header_height);
}

/* What a press there would do. */
static const char *
cursor_name (WayGanttView *self, WayGanttPart part)
{
  gboolean read_only = way_document_is_read_only (self->document);

  switch (part)
    {
    case WAY_PART_BAR:
    case WAY_PART_MILESTONE:
    case WAY_PART_SUMMARY:
      return read_only ? "default" : "grab";
    case WAY_PART_START:
      return read_only ? "default" : "w-resize";
    case WAY_PART_FINISH:
      return read_only ? "default" : "e-resize";
    case WAY_PART_PROGRESS:
      return read_only ? "default" : "col-resize";
    case WAY_PART_LINK_START:
    case WAY_PART_LINK_FINISH:
      return read_only ? "default" : "crosshair";
    case WAY_PART_LINK:
      return "pointer";
    case WAY_PART_NONE:
    case WAY_PART_ROW:
    default:
      return "default";
    }
}

static void
set_hover (WayGanttView *self, const WayGanttHit *hit)
{
  WayTask *task = hit->part != WAY_PART_NONE && hit->part != WAY_PART_ROW ? hit->task : NULL;

  if (self->options.hover != task || self->options.hover_link != hit->link)
    {
      self->options.hover = task;
      self->options.hover_link = hit->link;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, WayGanttView *self)
{
  WayGanttHit hit;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drag != NULL || self->pan)
    return;
  hit = pick (self, x, y);
  set_hover (self, &hit);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_name (self, hit.part));
}

static void
leave_cb (GtkEventControllerMotion *motion, WayGanttView *self)
{
  WayGanttHit nothing = { .part = WAY_PART_NONE, .row = -1 };

  if (self->drag != NULL)
    return;
  self->pointer_x = self->pointer_y = -1;
  set_hover (self, &nothing);
}

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

static gboolean
follows_one_of (WayPlan *plan, WayTask *task, GHashTable *tasks)
{
  const WayField *field = way_record_type_field (&way_link_type, "successor");
  GPtrArray *links = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      WayLink *link = g_ptr_array_index (links, i);

      if (g_hash_table_contains (tasks, way_plan_lookup_task (plan, link->predecessor)))
        return TRUE;
    }
  return FALSE;
}

/* The held task first, then those of @wanted that no link to another of them moves anyway. */
static GPtrArray *
keep_leaders (WayPlan *plan, WayTask *held, GPtrArray *wanted)
{
  GPtrArray *movers = g_ptr_array_new ();
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (set, g_ptr_array_index (wanted, i));
  g_ptr_array_add (movers, held);
  for (guint i = 0; i < wanted->len; i++)
    {
      WayTask *task = g_ptr_array_index (wanted, i);

      if (task != held && !task->summary && !follows_one_of (plan, task, set))
        g_ptr_array_add (movers, task);
    }
  return movers;
}

/* All that a move takes along: the children of a summary, the other selected bars. */
static GPtrArray *
find_movers (WayGanttView *self, WayTask *held)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GPtrArray *outline = way_plan_get_outline (plan);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint row = way_task_rows_find (self->rows, held);

  g_ptr_array_add (wanted, held);
  if (held->summary)
    {
      for (guint i = (guint)held->row + 1; i < outline->len; i++)
        {
          WayTask *task = g_ptr_array_index (outline, i);

          if (task->depth <= held->depth)
            break;
          if (task->actual_start == WAY_NEVER) /* what has started is a fact, and stays */
            g_ptr_array_add (wanted, task);
        }
    }
  else if (row != WAY_TASK_ROWS_NONE && gtk_selection_model_is_selected (self->selection, row))
    {
      g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
      GtkBitsetIter iter;
      guint other;

      for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &other); more;
           more = gtk_bitset_iter_next (&iter, &other))
        if (other != row)
          g_ptr_array_add (wanted, way_task_rows_get (self->rows, other));
    }
  return keep_leaders (plan, held, wanted);
}

static void
select_row (WayGanttView *self, guint row, GdkModifierType state)
{
  if (state & GDK_CONTROL_MASK)
    {
      if (gtk_selection_model_is_selected (self->selection, row))
        gtk_selection_model_unselect_item (self->selection, row);
      else
        gtk_selection_model_select_item (self->selection, row, FALSE);
    }
  else if ((state & GDK_SHIFT_MASK) || !gtk_selection_model_is_selected (self->selection, row))
    {
      g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

      if ((state & GDK_SHIFT_MASK) && !gtk_bitset_is_empty (selected))
        {
          guint from = MIN (gtk_bitset_get_minimum (selected), row);
          guint to = MAX (gtk_bitset_get_maximum (selected), row);

          gtk_selection_model_select_range (self->selection, from, to - from + 1, FALSE);
        }
      else
        gtk_selection_model_select_item (self->selection, row, TRUE);
    }
}

static void
begin_drag (WayGanttView *self)
{
  WayDragKind kind;

  if (way_document_is_read_only (self->document) || !drag_kind_of (&self->press, &kind)
      || self->press.task == NULL || way_document_in_scope (self->document))
    return;
  if (kind == WAY_DRAG_LINK)
    self->drag = way_gantt_drag_new_link (self->document, self->press.task,
                                          self->press.part == WAY_PART_LINK_FINISH);
  else if (kind == WAY_DRAG_MOVE)
    {
      g_autoptr (GPtrArray) movers = find_movers (self, self->press.task);

      self->drag = way_gantt_drag_new (self->document, kind, (WayTask **)movers->pdata, movers->len,
                                       self->press_moment);
    }
  else
    self->drag
        = way_gantt_drag_new (self->document, kind, &self->press.task, 1, self->press_moment);
  self->options.grabbed = kind == WAY_DRAG_LINK ? NULL : self->press.task;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), kind == WAY_DRAG_MOVE
                                                          ? "grabbing"
                                                          : cursor_name (self, self->press.part));
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

static void
step_drag (WayGanttView *self)
{
  const WayShift *shifts;
  guint n_shifts;

  if (way_gantt_drag_get_kind (self->drag) == WAY_DRAG_LINK)
    {
      WayGanttHit hit = pick (self, self->pointer_x, self->pointer_y);
      gboolean on_bar = hit.task != NULL && hit.part != WAY_PART_NONE && hit.part != WAY_PART_ROW
                        && hit.part != WAY_PART_LINK;

      self->options.hover = on_bar ? hit.task : way_gantt_drag_get_task (self->drag);
      way_gantt_drag_link_to (self->drag, on_bar ? hit.task : NULL,
                              on_bar && meets_finish (self, &hit));
    }
  else
    way_gantt_drag_to (self->drag, way_gantt_view_moment_at (self, self->pointer_x),
                       way_gantt_view_snap_of (self, self->fine));
  shifts = way_gantt_drag_get_shifts (self->drag, &n_shifts);
  way_gantt_layout_set_shifts (self->layout, shifts, n_shifts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* 0 in the middle, up to ∓1 at the borders. */
static double
edge_pull (double at, double from, double to)
{
  if (at < from + EDGE)
    return -MIN ((from + EDGE - at) / EDGE, 2);
  if (at > to - EDGE)
    return MIN ((at - to + EDGE) / EDGE, 2);
  return 0;
}

static gboolean
auto_scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayGanttView *self = WAY_GANTT_VIEW (widget);
  double dx, dy;

  if (self->drag == NULL)
    {
      self->auto_scroll = 0;
      return G_SOURCE_REMOVE;
    }
  dx = edge_pull (self->pointer_x, 0, gtk_widget_get_width (widget));
  dy = edge_pull (self->pointer_y, self->header_height, gtk_widget_get_height (widget));
  if (way_gantt_drag_get_kind (self->drag) != WAY_DRAG_LINK)
    dy = 0; /* a bar stays in its row */
  if (dx == 0 && dy == 0)
    return G_SOURCE_CONTINUE;
  if (dx != 0)
    way_gantt_view_scroll_time (self, dx * EDGE_SPEED);
  if (dy != 0)
    gtk_adjustment_set_value (self->vadjustment,
                              gtk_adjustment_get_value (self->vadjustment) + dy * EDGE_SPEED);
  step_drag (self);
  return G_SOURCE_CONTINUE;
}

/* Ends it without a drop, when there is one. */
void
way_gantt_view_end_drag (WayGanttView *self)
{
  if (self->auto_scroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->auto_scroll);
  self->auto_scroll = 0;
  self->pan = FALSE;
  self->options.grabbed = NULL;
  if (self->drag == NULL)
    return;
  g_clear_pointer (&self->drag, way_gantt_drag_free);
  way_gantt_layout_set_shifts (self->layout, NULL, 0);
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

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WayGanttView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->press = pick (self, x, y);
  self->press_x = x;
  self->press_y = y;
  self->press_moment = way_gantt_view_moment_at (self, x);
  self->options.selected_link = self->press.part == WAY_PART_LINK ? self->press.link : NULL;
  if (self->press.row >= 0 && self->press.part != WAY_PART_LINK)
    select_row (self, (guint)self->press.row, state);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_pan (WayGanttView *self)
{
  self->pan = TRUE;
  self->pan_h = self->scale.origin;
  self->pan_v = gtk_adjustment_get_value (self->vadjustment);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
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

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, WayGanttView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  self->fine = (state & GDK_SHIFT_MASK) != 0;
  if (self->drag == NULL && !self->pan)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
        return;
      if (self->press.part == WAY_PART_ROW
          || (self->press.part == WAY_PART_NONE && self->press.row == -1))
        begin_pan (self);
      else
        begin_drag (self);
      if (self->drag != NULL && self->auto_scroll == 0)
        self->auto_scroll
            = gtk_widget_add_tick_callback (GTK_WIDGET (self), auto_scroll_cb, NULL, NULL);
    }
  if (self->pan)
    pan_by (self, dx, dy);
  else if (self->drag != NULL)
    step_drag (self);
}

static void
drop (WayGanttView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autoptr (WayGanttDrag) drag = g_steal_pointer (&self->drag);

  way_gantt_view_end_drag (self);
  way_gantt_layout_set_shifts (self->layout, NULL, 0);
  if (!way_gantt_drag_drop (drag, &message, &error))
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ERROR], 0, error);
  else if (*message != '\0')
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_MESSAGE], 0, message,
                   way_gantt_drag_was_committed (drag));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, WayGanttView *self)
{
  WayGanttHit hit;

  if (self->drag != NULL)
    drop (self);
  way_gantt_view_end_drag (self);
  hit = pick (self, self->pointer_x, self->pointer_y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_name (self, hit.part));
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, WayGanttView *self)
{
  way_gantt_view_cancel_drag (self);
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, WayGanttView *self)
{
  WayGanttHit hit = pick (self, x, y);

  if (n_press == 2 && hit.task != NULL && hit.part != WAY_PART_NONE && hit.part != WAY_PART_ROW
      && hit.part != WAY_PART_LINK)
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ACTIVATED], 0, hit.task);
}

static void
menu_cb (GtkGestureClick *click, int n_press, double x, double y, WayGanttView *self)
{
  WayGanttHit hit = pick (self, x, y);

  way_gantt_view_cancel_drag (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit.row >= 0 && !gtk_selection_model_is_selected (self->selection, (guint)hit.row))
    gtk_selection_model_select_item (self->selection, (guint)hit.row, TRUE);
  self->options.selected_link = hit.part == WAY_PART_LINK ? hit.link : NULL;
  g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_MENU_REQUESTED], 0, x, y);
}

/* Ctrl + wheel zooms at the pointer; all else scrolls, as everywhere. */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, WayGanttView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!(state & GDK_CONTROL_MASK) || self->drag != NULL)
    return GDK_EVENT_PROPAGATE;
  way_gantt_view_zoom_at (self, self->scale.minutes_per_pixel * pow (WHEEL_ZOOM, dy),
                          self->pointer_x >= 0 ? self->pointer_x
                                               : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, WayGanttView *self)
{
  way_gantt_view_cancel_drag (self);
  self->pinch_scale = self->scale.minutes_per_pixel;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, WayGanttView *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (scale > 0)
    way_gantt_view_zoom_at (self, self->pinch_scale / scale, x);
}

/* Rows from the keyboard: the page scrolls there, the selection is shared with the tree. */
static gboolean
move_row (WayGanttView *self, guint keyval, gboolean extend)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  gint64 n_rows = way_task_rows_get_n (self->rows);
  gint64 page = MAX ((gint64)(way_gantt_view_body_height (self) / self->options.row_height) - 1, 1);
  gboolean empty = gtk_bitset_is_empty (selected);
  gint64 first = empty ? -1 : (gint64) gtk_bitset_get_minimum (selected);
  gint64 last = empty ? -1 : (gint64) gtk_bitset_get_maximum (selected);
  gint64 row;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    row = last + 1;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    row = first - 1;
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    row = last + page;
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    row = first - page;
  else if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    row = 0;
  else if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    row = n_rows - 1;
  else
    return GDK_EVENT_PROPAGATE;
  row = CLAMP (row, 0, n_rows - 1);
  if (n_rows > 0)
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ROW_WANTED], 0, (guint)row, extend);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        WayGanttView *self)
{
  if (keyval == GDK_KEY_Escape)
    return way_gantt_view_cancel_drag (self);
  if ((keyval == GDK_KEY_Shift_L || keyval == GDK_KEY_Shift_R) && self->drag != NULL)
    {
      self->fine = TRUE;
      step_drag (self);
    }
  if (self->drag != NULL)
    return GDK_EVENT_STOP; /* its edit scope is open: no action may edit, undo or fold now */
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    {
      way_gantt_view_scroll_time (self, keyval == GDK_KEY_Left ? -60 : 60);
      return GDK_EVENT_STOP;
    }
  return move_row (self, keyval, (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, WayGanttView *self)
{
  WayGanttHit hit;
  const WayGanttBar *bar;
  GdkRectangle area;

  if (keyboard || self->drag != NULL || self->pan)
    return FALSE;
  hit = pick (self, x, y);
  if (hit.task == NULL || hit.part == WAY_PART_NONE || hit.part == WAY_PART_ROW)
    return FALSE;
  if (hit.part == WAY_PART_LINK)
    {
      gtk_tooltip_set_custom (tooltip, way_gantt_tooltip_new_link (self->document, hit.link));
      return TRUE;
    }
  bar = way_gantt_layout_find_bar (self->layout, hit.task);
  gtk_tooltip_set_custom (tooltip, way_gantt_tooltip_new (self->document, hit.task));
  if (bar != NULL)
    {
      area = (GdkRectangle){ x - 8, (int)bar->y + self->header_height - 4, 16,
                             (int)bar->height + 10 };
      gtk_tooltip_set_tip_area (tooltip, &area);
    }
  return TRUE;
}

static void
add_drag (WayGanttView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static void
add_zoom (WayGanttView *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

void
way_gantt_view_add_input (WayGanttView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_drag (self);
  add_zoom (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), self);
}
