/* way-gantt-input.c: pointer, wheel, pinch and keys on the chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-tooltip.h"
#include "ui/timeline/way-gantt-view-private.h"
#include "ui/timeline/way-row-keys.h"

#include <math.h>

#define WHEEL_ZOOM 1.2
#define TYPED_TOGETHER G_USEC_PER_SEC /* letters that follow within that time are one beginning */

WayGanttHit
way_gantt_view_pick (WayGanttView *self, double x, double y)
{
  WayGanttHit nothing = { .part = WAY_PART_NONE, .row = -1 };

  if (y < self->header_height || self->document == NULL || self->stale)
    return nothing;
  return way_gantt_layout_pick (self->layout, x, y - self->header_height);
}

static const char *
part_cursor (const WayGanttHit *hit, gboolean rtl)
{
  switch (hit->part)
    {
    case WAY_PART_BAR:
    case WAY_PART_MILESTONE:
    case WAY_PART_SUMMARY:
      return "grab";
    case WAY_PART_START:
      return rtl ? "e-resize" : "w-resize";
    case WAY_PART_FINISH:
      return rtl ? "w-resize" : "e-resize";
    case WAY_PART_PROGRESS:
      return "col-resize";
    case WAY_PART_LINK_START:
    case WAY_PART_LINK_FINISH:
      return "crosshair";
    case WAY_PART_LINK:
      return "pointer";
    case WAY_PART_NONE:
    case WAY_PART_ROW:
    default:
      return "default";
    }
}

/* Each is kept: a new one would be read from its file again. */
void
way_gantt_view_show_cursor (WayGanttView *self, const char *name)
{
  GdkCursor *cursor = g_hash_table_lookup (self->cursors, name);

  if (cursor == NULL)
    {
      cursor = gdk_cursor_new_from_name (name, NULL);
      g_hash_table_insert (self->cursors, g_strdup (name), cursor);
    }
  gtk_widget_set_cursor (GTK_WIDGET (self), cursor);
}

void
way_gantt_view_update_cursor (WayGanttView *self)
{
  WayGanttHit hit = way_gantt_view_pick (self, self->pointer_x, self->pointer_y);
  const char *name = "default";

  if (hit.part == WAY_PART_LINK)
    name = "pointer";
  else
    switch (way_gantt_view_grab_at (self, &hit, self->pointer_y))
      {
      case WAY_GRAB_PAN:
        name = "grab";
        break;
      case WAY_GRAB_DRAW:
        name = "cell";
        break;
      case WAY_GRAB_PART:
        name = part_cursor (&hit, self->options.rtl);
        break;
      case WAY_GRAB_NOTHING:
      default:
        break;
      }
  way_gantt_view_show_cursor (self, name);
}

static void
set_hover (WayGanttView *self, const WayGanttHit *hit)
{
  WayLink *link = hit->part == WAY_PART_LINK ? hit->link : NULL;
  WayTask *task = hit->part != WAY_PART_NONE && hit->part != WAY_PART_ROW && link == NULL
                      ? hit->task
                      : NULL;

  if (self->options.hover == task && self->options.hover_link == link)
    return;
  self->options.hover = task;
  self->options.hover_link = link;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, WayGanttView *self)
{
  WayGanttHit hit;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drag != NULL || self->pan)
    return;
  if (hypot (x - self->press_x, y - self->press_y) > 6)
    self->dropped = FALSE;
  hit = way_gantt_view_pick (self, x, y);
  set_hover (self, &hit);
  way_gantt_view_update_cursor (self);
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

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, WayGanttView *self)
{
  WayGanttHit hit = way_gantt_view_pick (self, x, y);

  if (n_press != 2 || hit.part == WAY_PART_NONE || hit.part == WAY_PART_ROW)
    return;
  if (hit.part == WAY_PART_LINK)
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_LINK_ACTIVATED], 0, hit.link, x, y);
  else if (hit.task != NULL)
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ACTIVATED], 0, hit.task);
}

static void
menu_cb (GtkGestureClick *click, int n_press, double x, double y, WayGanttView *self)
{
  WayGanttHit hit = way_gantt_view_pick (self, x, y);

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

/* @scale: the distance of the fingers, 1 = as they were put down; @x: between them */
void
way_gantt_view_pinch (WayGanttView *self, double scale, double x)
{
  if (scale > 0)
    way_gantt_view_zoom_at (self, self->pinch_scale / scale, x);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, WayGanttView *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  way_gantt_view_pinch (self, scale, x);
}

/* Rows from the keyboard: the page scrolls there, the selection is shared with the tree. */
static gboolean
move_row (WayGanttView *self, guint keyval, gboolean extend)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  int n_rows = (int)way_task_rows_get_n (self->rows), row;
  int page = MAX ((int)(way_gantt_view_body_height (self) / self->options.row_height) - 1, 1);
  gboolean empty = gtk_bitset_is_empty (selected);
  int first = empty ? -1 : (int)gtk_bitset_get_minimum (selected);
  int last = empty ? -1 : (int)gtk_bitset_get_maximum (selected);

  if (!way_row_key_goes (keyval, first, last, page, n_rows, &row))
    return GDK_EVENT_PROPAGATE;
  if (n_rows > 0)
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ROW_WANTED], 0, (guint)row, extend);
  return GDK_EVENT_STOP;
}

/* Returns: (transfer full): @text, to be compared without regard to capitals and accents' coding */
static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

/* From row @from on, and round to it. */
static gboolean
find_beginning (WayGanttView *self, const char *typed, guint from, guint *row)
{
  guint n_rows = way_task_rows_get_n (self->rows);
  g_autofree char *beginning = fold (typed);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = NULL;

      *row = (from + i) % n_rows;
      title = fold (WAY_RECORD (way_task_rows_get (self->rows, *row))->title);
      if (g_str_has_prefix (title, beginning))
        return TRUE;
    }
  return FALSE;
}

/* Letters go to the row whose name begins with them, the same one again to the next such row. In
 * the rows themselves they replace the cell. */
static gboolean
type_ahead (WayGanttView *self, guint keyval)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  gboolean empty = gtk_bitset_is_empty (selected);
  guint from = empty ? 0 : gtk_bitset_get_minimum (selected);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  guint row;

  if (!g_unichar_isalpha (letter))
    return GDK_EVENT_PROPAGATE;
  if (now - self->typed_time > TYPED_TOGETHER)
    g_string_truncate (self->typed, 0);
  self->typed_time = now;
  if (self->typed->len == 0 || g_utf8_get_char (self->typed->str) != letter
      || g_utf8_strlen (self->typed->str, -1) > 1)
    g_string_append_unichar (self->typed, letter);
  if (!empty && g_utf8_strlen (self->typed->str, -1) == 1)
    from++;
  if (find_beginning (self, self->typed->str, from, &row))
    g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_ROW_WANTED], 0, row, FALSE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static GdkModifierType
modifier_of (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      return GDK_SHIFT_MASK;
    case GDK_KEY_Control_L:
    case GDK_KEY_Control_R:
      return GDK_CONTROL_MASK;
    case GDK_KEY_Alt_L:
    case GDK_KEY_Alt_R:
    case GDK_KEY_Meta_L:
      return GDK_ALT_MASK;
    default:
      return 0;
    }
}

/* Enter on the chosen link, at its middle. */
static gboolean
activate_link (WayGanttView *self)
{
  guint n_links;
  const WayGanttLink *links = way_gantt_layout_get_links (self->layout, &n_links);

  for (guint i = 0; i < n_links && self->options.selected_link != NULL; i++)
    if (links[i].link == self->options.selected_link)
      {
        const WayPoint *a = &links[i].points[(links[i].n_points - 1) / 2];
        const WayPoint *b = &links[i].points[links[i].n_points / 2];
        double width = gtk_widget_get_width (GTK_WIDGET (self));
        double x = CLAMP ((a->x + b->x) / 2, 0, width);
        double y = CLAMP ((a->y + b->y) / 2, 0, way_gantt_view_body_height (self));

        g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_LINK_ACTIVATED], 0, links[i].link,
                       self->options.rtl ? width - x : x, y + self->header_height);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
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
  if (self->drag != NULL)
    {
      self->modifiers |= modifier_of (keyval);
      way_gantt_view_want_step (self);
      return GDK_EVENT_STOP; /* its edit scope is open: no action may edit, undo or fold now */
    }
  if ((state & GDK_ALT_MASK) || ((state & GDK_CONTROL_MASK) && !way_row_key_is_to_an_end (keyval)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space)
    {
      self->space = TRUE;
      way_gantt_view_update_cursor (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return activate_link (self);
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    {
      way_gantt_view_scroll_time (self, keyval == GDK_KEY_Left ? -60 : 60);
      return GDK_EVENT_STOP;
    }
  return move_row (self, keyval, (state & GDK_SHIFT_MASK) != 0) || type_ahead (self, keyval);
}

static void
key_released_cb (GtkEventControllerKey *keys,
                 guint keyval,
                 guint keycode,
                 GdkModifierType state,
                 WayGanttView *self)
{
  if (keyval == GDK_KEY_space)
    self->space = FALSE;
  if (self->drag != NULL && modifier_of (keyval) != 0)
    {
      self->modifiers &= ~modifier_of (keyval);
      way_gantt_view_want_step (self);
    }
  else if (keyval == GDK_KEY_space && !self->pan)
    way_gantt_view_update_cursor (self);
}

static void
focus_left_cb (GtkEventControllerFocus *focus, WayGanttView *self)
{
  self->space = FALSE;
}

static gboolean
tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, WayGanttView *self)
{
  WayGanttHit hit;
  const WayGanttBar *bar;
  GdkRectangle area;

  if (keyboard || self->drag != NULL || self->pan || self->dropped)
    return FALSE;
  hit = way_gantt_view_pick (self, x, y);
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
add_clicks (WayGanttView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

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
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  way_gantt_view_add_grab (self);
  add_clicks (self);
  add_zoom (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), self);
}
