/* way-steady-scroll.c: WaySteadyScroll, lets a list view scroll at most once a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-steady-scroll.h"

struct _WaySteadyScroll
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkAdjustment *hadjustment; /* the scrolled window's, handed on to the list */
  GtkAdjustment *outer;       /* the scrolled window's vertical one */
  GtkAdjustment *inner;       /* the list's vertical one */
  GdkFrameClock *clock;       /* while realized */
  gulong update_handler;
  gboolean pending; /* outer has moved on, inner follows in the next frame */
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

/* The list knows its length, and may scroll by itself: to its focus, for example. */
static void
inner_changed_cb (WaySteadyScroll *self)
{
  GtkAdjustment *in = self->inner;
  double value;

  if (self->outer == NULL || self->syncing)
    return;
  value = self->pending ? gtk_adjustment_get_value (self->outer) : gtk_adjustment_get_value (in);
  self->syncing = TRUE;
  gtk_adjustment_configure (self->outer, value, gtk_adjustment_get_lower (in),
                            gtk_adjustment_get_upper (in), gtk_adjustment_get_step_increment (in),
                            gtk_adjustment_get_page_increment (in),
                            gtk_adjustment_get_page_size (in));
  self->syncing = FALSE;
}

static void
outer_moved_cb (WaySteadyScroll *self)
{
  if (self->syncing
      || gtk_adjustment_get_value (self->outer) == gtk_adjustment_get_value (self->inner))
    return;
  self->pending = TRUE;
  if (self->clock != NULL)
    gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static void
update_cb (GdkFrameClock *clock, WaySteadyScroll *self)
{
  if (!self->pending)
    return;
  self->pending = FALSE;
  gtk_adjustment_set_value (self->inner, gtk_adjustment_get_value (self->outer));
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
  inner_changed_cb (self);
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
  g_clear_pointer (&self->list, gtk_widget_unparent);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
way_steady_scroll_init (WaySteadyScroll *self)
{
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->inner, "changed", G_CALLBACK (inner_changed_cb), self);
  g_signal_connect_swapped (self->inner, "value-changed", G_CALLBACK (inner_changed_cb), self);
}

/**
 * way_steady_scroll_new:
 * @list: (transfer full): a GtkScrollable
 *
 * Returns: (transfer full) (type WaySteadyScroll)
 */
GtkWidget *
way_steady_scroll_new (GtkWidget *list)
{
  WaySteadyScroll *self = g_object_new (WAY_TYPE_STEADY_SCROLL, NULL);

  self->list = list;
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (list), self->inner);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkAdjustment *
way_steady_scroll_get_position (WaySteadyScroll *self)
{
  return self->inner;
}
