/* way-steady-scroll.c: WaySteadyScroll, scrolls the window of a list view over its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-steady-scroll.h"

#include <math.h>

struct _WaySteadyScroll
{
  GtkWidget parent_instance;

  GtkWidget *list;
  WayRowWindow *window;       /* what the list shows */
  int row_height;
  guint capacity;             /* rows that the page has room for */
  GtkAdjustment *hadjustment; /* the scrolled window's, handed on to the list */
  GtkAdjustment *outer;       /* the scrolled window's vertical one */
  GtkAdjustment *position;    /* where the rows stand in this frame */
  GtkAdjustment *inner;       /* the list's vertical one, from the first row of the window */
  GdkFrameClock *clock;       /* while realized */
  gulong update_handler;
  gboolean pending; /* outer has moved on, the rows follow in the next frame */
  gboolean syncing;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (WaySteadyScroll,
                               way_steady_scroll,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint leaving_signal;

static double
inner_value (WaySteadyScroll *self)
{
  return gtk_adjustment_get_value (self->position)
         - (double)way_row_window_get_first (self->window) * self->row_height;
}

/* The row at the top of the page; at the end of the list the window is full of those before. */
static guint
first_row (WaySteadyScroll *self)
{
  guint first = (guint)(gtk_adjustment_get_value (self->outer) / self->row_height);
  guint n_rows = way_row_window_get_n_rows (self->window);

  return MIN (first, n_rows - MIN (n_rows, self->capacity));
}

/* Puts the rows where @outer says. */
static void
apply (WaySteadyScroll *self)
{
  if (first_row (self) != way_row_window_get_first (self->window))
    way_row_window_move (self->window, first_row (self));
  self->pending = FALSE;
  self->syncing = TRUE;
  gtk_adjustment_set_value (self->position, floor (gtk_adjustment_get_value (self->outer)));
  gtk_adjustment_set_value (self->inner, inner_value (self));
  self->syncing = FALSE;
}

static void
configure (WaySteadyScroll *self, GtkAdjustment *adjustment, double value)
{
  double page = gtk_adjustment_get_page_size (self->inner);
  double length = (double)way_row_window_get_n_rows (self->window) * self->row_height;

  gtk_adjustment_configure (adjustment, value, 0, MAX (length, page), page * 0.1, page * 0.9, page);
}

/* The height of the page or the number of rows has changed. */
static void
update_range (WaySteadyScroll *self, double value)
{
  self->syncing = TRUE;
  configure (self, self->position, value);
  configure (self, self->outer, value);
  self->syncing = FALSE;
}

/* The list has been laid out. */
static void
inner_changed_cb (WaySteadyScroll *self)
{
  if (self->outer == NULL)
    return;
  if (gtk_adjustment_get_page_size (self->inner) != gtk_adjustment_get_page_size (self->outer))
    update_range (self, gtk_adjustment_get_value (self->outer));
  if (!self->syncing && fabs (gtk_adjustment_get_value (self->inner) - inner_value (self)) > 0.5)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
outer_moved_cb (WaySteadyScroll *self)
{
  gboolean stays = FALSE;

  if (self->syncing)
    return;
  g_signal_emit (self, leaving_signal, 0, &stays);
  if (stays)
    {
      self->syncing = TRUE;
      gtk_adjustment_set_value (self->outer, gtk_adjustment_get_value (self->position));
      self->syncing = FALSE;
      return;
    }
  self->pending = TRUE;
  if (self->clock != NULL)
    gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static void
update_cb (GdkFrameClock *clock, WaySteadyScroll *self)
{
  if (self->pending)
    apply (self);
}

static void
way_steady_scroll_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (WAY_STEADY_SCROLL (widget)->list, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
allocate_list (WaySteadyScroll *self, int width, int height)
{
  self->syncing = TRUE;
  /* It may have queued a resize of its own meanwhile. */
  gtk_widget_measure (self->list, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->list, &(GtkAllocation){ 0, 0, width, height }, -1);
  self->syncing = FALSE;
}

/* What the list makes of its anchor and of the focus in it is put right: where the rows stand is
 * said here. */
static void
way_steady_scroll_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaySteadyScroll *self = WAY_STEADY_SCROLL (widget);
  guint capacity = (guint)(height / self->row_height) + 2;
  guint first;
  double value;

  if (capacity != self->capacity)
    {
      self->capacity = capacity;
      way_row_window_set_capacity (self->window, capacity);
    }
  allocate_list (self, width, height);
  first = way_row_window_get_first (self->window);
  value = gtk_adjustment_get_value (self->inner);
  if (!self->pending)
    apply (self); /* the page may have become higher */
  if (gtk_adjustment_get_value (self->inner) != value
      || way_row_window_get_first (self->window) != first)
    allocate_list (self, width, height);
}

static void
way_steady_scroll_realize (GtkWidget *widget)
{
  WaySteadyScroll *self = WAY_STEADY_SCROLL (widget);

  GTK_WIDGET_CLASS (way_steady_scroll_parent_class)->realize (widget);
  self->clock = gtk_widget_get_frame_clock (widget);
  self->update_handler = g_signal_connect (self->clock, "update", G_CALLBACK (update_cb), self);
}

static void
way_steady_scroll_unrealize (GtkWidget *widget)
{
  WaySteadyScroll *self = WAY_STEADY_SCROLL (widget);

  g_clear_signal_handler (&self->update_handler, self->clock);
  self->clock = NULL;
  GTK_WIDGET_CLASS (way_steady_scroll_parent_class)->unrealize (widget);
}

static void
set_outer (WaySteadyScroll *self, GtkAdjustment *adjustment)
{
  if (self->outer == adjustment)
    return;
  if (self->outer != NULL)
    g_signal_handlers_disconnect_by_func (self->outer, outer_moved_cb, self);
  g_set_object (&self->outer, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (outer_moved_cb), self,
                           G_CONNECT_SWAPPED);
  update_range (self, gtk_adjustment_get_value (adjustment));
}

static void
way_steady_scroll_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WaySteadyScroll *self = WAY_STEADY_SCROLL (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_set_object (&self->hadjustment, g_value_get_object (value));
      if (self->list != NULL)
        gtk_scrollable_set_hadjustment (GTK_SCROLLABLE (self->list), self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      set_outer (self, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* the list's default is right */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_steady_scroll_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaySteadyScroll *self = WAY_STEADY_SCROLL (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->outer);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_steady_scroll_dispose (GObject *object)
{
  WaySteadyScroll *self = WAY_STEADY_SCROLL (object);

  set_outer (self, NULL);
  g_clear_object (&self->hadjustment);
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_func (self->inner, inner_changed_cb, self);
  g_clear_object (&self->inner);
  g_clear_object (&self->position);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (way_steady_scroll_parent_class)->dispose (object);
}

static void
way_steady_scroll_class_init (WaySteadyScrollClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = way_steady_scroll_set_property;
  object_class->get_property = way_steady_scroll_get_property;
  object_class->dispose = way_steady_scroll_dispose;
  widget_class->realize = way_steady_scroll_realize;
  widget_class->unrealize = way_steady_scroll_unrealize;
  widget_class->measure = way_steady_scroll_measure;
  widget_class->size_allocate = way_steady_scroll_size_allocate;
  leaving_signal = g_signal_new ("leaving", WAY_TYPE_STEADY_SCROLL, G_SIGNAL_RUN_LAST, 0,
                                 g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
way_steady_scroll_init (WaySteadyScroll *self)
{
  self->row_height = 1;
  self->position = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->inner, "changed", G_CALLBACK (inner_changed_cb), self);
  g_signal_connect_swapped (self->inner, "value-changed", G_CALLBACK (inner_changed_cb), self);
}

/**
 * way_steady_scroll_new:
 * @list: (transfer full): a GtkScrollable that shows @window
 * @window: gets as many rows as there is room for
 *
 * Returns: (transfer full) (type WaySteadyScroll)
 */
GtkWidget *
way_steady_scroll_new (GtkWidget *list, WayRowWindow *window)
{
  WaySteadyScroll *self = g_object_new (WAY_TYPE_STEADY_SCROLL, NULL);

  self->list = list;
  self->window = g_object_ref (window);
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (list), self->inner);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* @height: of each row, in pixels; before the first layout, and when it changes */
void
way_steady_scroll_set_row_height (WaySteadyScroll *self, int height)
{
  self->row_height = height;
  way_steady_scroll_rows_changed (
      self, (double)way_row_window_get_first (self->window) * self->row_height);
}

/**
 * way_steady_scroll_rows_changed:
 * @value: where the page is to begin now
 *
 * Rows have come or gone.
 */
void
way_steady_scroll_rows_changed (WaySteadyScroll *self, double value)
{
  update_range (self, value);
  way_row_window_move (self->window, first_row (self));
  apply (self);
}

/* Lets the rows follow what has been scrolled at once, not in the next frame. */
void
way_steady_scroll_flush (WaySteadyScroll *self)
{
  if (self->pending)
    apply (self);
}

GtkAdjustment *
way_steady_scroll_get_position (WaySteadyScroll *self)
{
  return self->position;
}
