/* way-overview-strip.c: WayOverviewStrip, the whole plan below the chart, to jump and zoom with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan is summed up and painted into a picture when nothing else is to be done after it has
 * changed; a frame shows that picture and the box over what the chart shows. A press on the box
 * pans, on one of its sides it zooms, elsewhere it brings the box there first. */

#include "model/way-i18n.h"

#include "ui/timeline/way-overview-strip.h"

#include "chart/way-painter.h"
#include "chart/way-plan-strip.h"

#include <math.h>

#define HEIGHT 44
#define GRIP 7.0          /* around a side of the box: zooms */
#define LEAST_BOX 10.0    /* a smaller box could not be seen nor held */
#define ROOM 0.02         /* of the plan, left and right of it */
#define KEY_STEP 0.1      /* of the box */

typedef enum { HOLD_NOTHING, HOLD_BOX, HOLD_START, HOLD_FINISH } Hold;

struct _WayOverviewStrip
{
  GtkWidget parent_instance;

  WayGanttView *chart;    /* (unowned): outlives the strip's use of it */
  WayDocument *document;
  WayMoment from, to;     /* what the strip spans */
  const WayPalette *palette;
  WayPainter *painter;
  WayPlanStrip *strip;
  GdkTexture *picture;    /* (nullable): none before the first painting */
  guint painting;         /* idle source */
  Hold hold;
  double held_from, held_to; /* the box at the press, in minutes */
};

G_DEFINE_FINAL_TYPE (WayOverviewStrip, way_overview_strip, GTK_TYPE_WIDGET)

static double
width_of (WayOverviewStrip *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
}

static gboolean
is_rtl (WayOverviewStrip *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
minutes_per_pixel (WayOverviewStrip *self)
{
  return (double)MAX (1, self->to - self->from) / width_of (self);
}

/* Along the time, from the strip's beginning. */
static double
x_of (WayOverviewStrip *self, double moment)
{
  return (moment - (double)self->from) / minutes_per_pixel (self);
}

/* The box over the chart's window, along the time; never too small to be held. */
static void
get_box (WayOverviewStrip *self, double *x0, double *x1)
{
  double from, to, missing;

  way_gantt_view_get_window (self->chart, &from, &to);
  *x0 = x_of (self, from);
  *x1 = x_of (self, to);
  missing = (LEAST_BOX - (*x1 - *x0)) / 2;
  if (missing > 0)
    {
      *x0 -= missing;
      *x1 += missing;
    }
}

static void
read_range (WayOverviewStrip *self)
{
  WayMoment from, to, room;

  if (!way_gantt_view_get_plan_range (self->chart, &from, &to))
    {
      from = way_moment_today ();
      to = from + 28 * WAY_DAY;
    }
  room = (WayMoment)((double)(to - from) * ROOM) + WAY_DAY;
  self->from = from - room;
  self->to = to + room;
}

static void
paint_plan (WayOverviewStrip *self)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (self->document));
  int width = (int)width_of (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  WayPlanStripOptions options = {
    .from = self->from,
    .to = self->to,
    .width = width,
    .height = HEIGHT,
    .critical = way_gantt_view_get_options (self->chart)->critical,
  };
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, HEIGHT * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autoptr (GBytes) bytes = NULL;

  way_plan_strip_update (self->strip, (WayTask *const *)outline->pdata, outline->len, &options);
  way_plan_strip_append (self->strip, scene);
  if (is_rtl (self))
    way_scene_mirror (scene, width);
  cairo_scale (cr, scale, scale);
  way_painter_paint (self->painter, scene, self->palette, cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize)cairo_image_surface_get_stride (surface) * (gsize)HEIGHT
                           * (gsize)scale);
  g_clear_object (&self->picture);
  self->picture = gdk_memory_texture_new (width * scale, HEIGHT * scale, GDK_MEMORY_DEFAULT, bytes,
                                          (gsize)cairo_image_surface_get_stride (surface));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
paint_cb (gpointer data)
{
  WayOverviewStrip *self = data;

  self->painting = 0;
  paint_plan (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* After the chart has shown the change. */
static void
paint_later (WayOverviewStrip *self)
{
  if (self->painting == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->painting = g_idle_add_full (G_PRIORITY_LOW, paint_cb, self, NULL);
}

static void
tell_window (WayOverviewStrip *self)
{
  double from, to;
  g_autofree char *start = NULL, *finish = NULL, *text = NULL;

  way_gantt_view_get_window (self->chart, &from, &to);
  start = way_moment_format_short ((WayMoment)from);
  finish = way_moment_format_short ((WayMoment)to);
  /* Translators: from a date to a date */
  text = g_strdup_printf (_ ("%s – %s"), start, finish);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double)self->from, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double)self->to, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  CLAMP (from, (double)self->from, (double)self->to),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
window_changed_cb (WayOverviewStrip *self)
{
  if (self->document == NULL)
    return;
  tell_window (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_color (WayOverviewStrip *self,
              GtkSnapshot *snapshot,
              WayRole role,
              double alpha,
              const graphene_rect_t *area)
{
  const WayColor *color = &self->palette->colors[role];
  GdkRGBA rgba = { (float)color->red, (float)color->green, (float)color->blue, (float)alpha };

  gtk_snapshot_append_color (snapshot, &rgba, area);
}

static void
snapshot_today (WayOverviewStrip *self, GtkSnapshot *snapshot)
{
  double x = x_of (self, (double)way_gantt_view_get_options (self->chart)->today);

  if (is_rtl (self))
    x = width_of (self) - x;
  if (x >= 0 && x <= width_of (self))
    append_color (self, snapshot, WAY_ROLE_TODAY, 1,
                  &GRAPHENE_RECT_INIT ((float)floor (x), 0, 1, HEIGHT));
}

static void
snapshot_box (WayOverviewStrip *self, GtkSnapshot *snapshot)
{
  double x0, x1, width = width_of (self);
  float left, right;

  get_box (self, &x0, &x1);
  x0 = CLAMP (x0, 0, width - 2);
  x1 = CLAMP (x1, x0 + 2, width);
  left = (float)floor (is_rtl (self) ? width - x1 : x0);
  right = (float)ceil (is_rtl (self) ? width - x0 : x1);
  append_color (self, snapshot, WAY_ROLE_ACCENT, 0.13,
                &GRAPHENE_RECT_INIT (left, 0, right - left, HEIGHT));
  append_color (self, snapshot, WAY_ROLE_ACCENT, 0.8, &GRAPHENE_RECT_INIT (left, 0, 1, HEIGHT));
  append_color (self, snapshot, WAY_ROLE_ACCENT, 0.8,
                &GRAPHENE_RECT_INIT (right - 1, 0, 1, HEIGHT));
  /* Where the sides can be taken hold of. */
  append_color (self, snapshot, WAY_ROLE_ACCENT, 1,
                &GRAPHENE_RECT_INIT (left, HEIGHT / 2 - 7, 3, 14));
  append_color (self, snapshot, WAY_ROLE_ACCENT, 1,
                &GRAPHENE_RECT_INIT (right - 3, HEIGHT / 2 - 7, 3, 14));
}

static void
way_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayOverviewStrip *self = WAY_OVERVIEW_STRIP (widget);
  float width = (float)width_of (self);

  append_color (self, snapshot, WAY_ROLE_HEADER, 1, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT));
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT));
  snapshot_today (self, snapshot);
  snapshot_box (self, snapshot);
}

static void
way_overview_strip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 100;
}

static void
way_overview_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  paint_later (WAY_OVERVIEW_STRIP (widget));
}

static void
way_overview_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_overview_strip_parent_class)->map (widget);
  way_overview_strip_refresh (WAY_OVERVIEW_STRIP (widget));
}

/* What is under @x, along the time. */
static Hold
hold_at (WayOverviewStrip *self, double x)
{
  double x0, x1;

  get_box (self, &x0, &x1);
  if (fabs (x - x0) <= GRIP && fabs (x - x0) <= fabs (x - x1))
    return HOLD_START;
  if (fabs (x - x1) <= GRIP)
    return HOLD_FINISH;
  return x > x0 && x < x1 ? HOLD_BOX : HOLD_NOTHING;
}

static double
along_time (WayOverviewStrip *self, double x)
{
  return is_rtl (self) ? width_of (self) - x : x;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WayOverviewStrip *self)
{
  double from, to;

  x = along_time (self, x);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->hold = hold_at (self, x);
  way_gantt_view_get_window (self->chart, &from, &to);
  if (self->hold == HOLD_NOTHING)
    {
      double middle = (double)self->from + x * minutes_per_pixel (self), half = (to - from) / 2;

      way_gantt_view_show_window (self->chart, middle - half, middle + half);
      way_gantt_view_get_window (self->chart, &from, &to);
      self->hold = HOLD_BOX;
    }
  self->held_from = from;
  self->held_to = to;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, WayOverviewStrip *self)
{
  double by = (is_rtl (self) ? -dx : dx) * minutes_per_pixel (self);
  double least = LEAST_BOX * minutes_per_pixel (self);
  double from = self->held_from, to = self->held_to;

  if (self->hold == HOLD_NOTHING)
    return;
  if (self->hold != HOLD_FINISH)
    from += by;
  if (self->hold != HOLD_START)
    to += by;
  if (self->hold == HOLD_START)
    from = MIN (from, to - MIN (least, self->held_to - self->held_from));
  else if (self->hold == HOLD_FINISH)
    to = MAX (to, from + MIN (least, self->held_to - self->held_from));
  way_gantt_view_show_window (self->chart, from, to);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, WayOverviewStrip *self)
{
  self->hold = HOLD_NOTHING;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, WayOverviewStrip *self)
{
  static const char *const cursors[] = { [HOLD_NOTHING] = "pointer",
                                         [HOLD_BOX] = "grab",
                                         [HOLD_START] = "ew-resize",
                                         [HOLD_FINISH] = "ew-resize" };
  Hold hold = self->hold != HOLD_NOTHING ? self->hold : hold_at (self, along_time (self, x));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[hold]);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, WayOverviewStrip *self)
{
  double from, to, by;

  way_gantt_view_get_window (self->chart, &from, &to);
  by = (dx + dy) * (to - from) * KEY_STEP;
  way_gantt_view_show_window (self->chart, from + by, to + by);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint key,
        guint code,
        GdkModifierType state,
        WayOverviewStrip *self)
{
  double from, to, length, by = 0, step;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  way_gantt_view_get_window (self->chart, &from, &to);
  length = to - from;
  step = (is_rtl (self) ? -KEY_STEP : KEY_STEP) * length;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      by = -step;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      by = step;
      break;
    case GDK_KEY_Page_Up:
      by = -length;
      break;
    case GDK_KEY_Page_Down:
      by = length;
      break;
    case GDK_KEY_Home:
      by = (double)self->from - from;
      break;
    case GDK_KEY_End:
      by = (double)self->to - to;
      break;
    default:
      return FALSE;
    }
  way_gantt_view_show_window (self->chart, from + by, to + by);
  return TRUE;
}

static void
way_overview_strip_dispose (GObject *object)
{
  WayOverviewStrip *self = WAY_OVERVIEW_STRIP (object);

  g_clear_handle_id (&self->painting, g_source_remove);
  g_clear_object (&self->picture);
  g_clear_object (&self->document);
  g_clear_object (&self->painter);
  G_OBJECT_CLASS (way_overview_strip_parent_class)->dispose (object);
}

static void
way_overview_strip_finalize (GObject *object)
{
  way_plan_strip_free (WAY_OVERVIEW_STRIP (object)->strip);
  G_OBJECT_CLASS (way_overview_strip_parent_class)->finalize (object);
}

static void
way_overview_strip_class_init (WayOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_overview_strip_dispose;
  object_class->finalize = way_overview_strip_finalize;
  widget_class->snapshot = way_overview_strip_snapshot;
  widget_class->measure = way_overview_strip_measure;
  widget_class->size_allocate = way_overview_strip_size_allocate;
  widget_class->map = way_overview_strip_map;
  gtk_widget_class_set_css_name (widget_class, "overviewstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
way_overview_strip_init (WayOverviewStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->palette = way_palette_get (WAY_PALETTE_LIGHT);
  self->painter = way_painter_new (NULL);
  self->strip = way_plan_strip_new ();
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (widget, _ ("The whole plan: click to go there, drag the box to move "
                                          "along, drag its sides to zoom"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the plan"), -1);
}

/**
 * way_overview_strip_new:
 * @chart: in a scrolled window; its window in time is shown and moved
 *
 * Returns: (transfer full) (type WayOverviewStrip)
 */
GtkWidget *
way_overview_strip_new (WayGanttView *chart, WayDocument *document)
{
  WayOverviewStrip *self = g_object_new (WAY_TYPE_OVERVIEW_STRIP, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (chart));

  self->chart = chart;
  self->document = g_object_ref (document);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (window_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (window_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "options-changed", G_CALLBACK (way_overview_strip_refresh), self,
                           G_CONNECT_SWAPPED);
  way_overview_strip_refresh (self);
  return GTK_WIDGET (self);
}

void
way_overview_strip_refresh (WayOverviewStrip *self)
{
  WayPlan *plan = way_document_get_plan (self->document);

  gtk_widget_set_visible (GTK_WIDGET (self), way_gantt_view_get_options (self->chart)->overview
                                                 && way_plan_get_outline (plan)->len > 0);
  read_range (self);
  paint_later (self);
  window_changed_cb (self);
}

void
way_overview_strip_set_palette (WayOverviewStrip *self, WayPaletteKind kind)
{
  self->palette = way_palette_get (kind);
  paint_later (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
