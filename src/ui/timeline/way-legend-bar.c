/* way-legend-bar.c: WayLegendBar, what the colours and shapes of the chart mean, above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-legend-bar.h"

#include "chart/way-gantt-legend.h"
#include "chart/way-painter.h"
#include "ui/widgets/way-style.h"

#define SIDE 12 /* left and right */
#define ABOVE 4 /* and below */

struct _WayLegendBar
{
  GtkWidget parent_instance;

  WayGanttView *chart; /* (unowned): outlives the bar's use of it */
  WayDocument *document;
  const WayPalette *palette;
  WayPainter *painter;
  WayScene *scene;
  double scale; /* pixels of a scene unit: larger letters make a larger legend */
};

G_DEFINE_FINAL_TYPE (WayLegendBar, way_legend_bar, GTK_TYPE_WIDGET)

/* @width: of the widget. Returns: its height */
static double
layout (WayLegendBar *self, double width, WayScene *scene)
{
  WayGanttOptions options = *way_gantt_view_get_options (self->chart);
  double room = MAX (100, (width - 2 * SIDE) / self->scale);

  options.measure = way_painter_get_measure (self->painter);
  return way_gantt_legend_layout (self->document, &options, NULL, room, scene) * self->scale
         + 2 * ABOVE;
}

static GtkSizeRequestMode
way_legend_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
way_legend_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 100;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int)layout (WAY_LEGEND_BAR (widget), for_size < 0 ? 800 : for_size, NULL);
}

static void
way_legend_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayLegendBar *self = WAY_LEGEND_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  way_scene_clear (self->scene);
  layout (self, width, self->scene);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    way_scene_mirror (self->scene, (width - 2 * SIDE) / self->scale);
  cairo_translate (cr, SIDE, ABOVE);
  cairo_scale (cr, self->scale, self->scale);
  way_painter_paint (self->painter, self->scene, self->palette, cr);
  cairo_destroy (cr);
}

static void
way_legend_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WayLegendBar *self = WAY_LEGEND_BAR (widget);

  GTK_WIDGET_CLASS (way_legend_bar_parent_class)->css_changed (widget, change);
  way_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  self->scale = way_style_get_text_scale (widget);
  gtk_widget_queue_resize (widget);
}

static void
way_legend_bar_dispose (GObject *object)
{
  WayLegendBar *self = WAY_LEGEND_BAR (object);

  g_clear_object (&self->document);
  g_clear_object (&self->painter);
  g_clear_pointer (&self->scene, way_scene_free);
  G_OBJECT_CLASS (way_legend_bar_parent_class)->dispose (object);
}

static void
way_legend_bar_class_init (WayLegendBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_legend_bar_dispose;
  widget_class->get_request_mode = way_legend_bar_get_request_mode;
  widget_class->measure = way_legend_bar_measure;
  widget_class->snapshot = way_legend_bar_snapshot;
  widget_class->css_changed = way_legend_bar_css_changed;
  gtk_widget_class_set_css_name (widget_class, "legendbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_legend_bar_init (WayLegendBar *self)
{
  self->palette = way_palette_get (WAY_PALETTE_LIGHT);
  self->painter = way_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->scene = way_scene_new ();
  self->scale = 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
}

/**
 * way_legend_bar_new:
 * @chart: its options say what there is to explain, and whether the bar is seen
 *
 * Returns: (transfer full) (type WayLegendBar)
 */
GtkWidget *
way_legend_bar_new (WayGanttView *chart, WayDocument *document)
{
  WayLegendBar *self = g_object_new (WAY_TYPE_LEGEND_BAR, NULL);

  self->chart = chart;
  self->document = g_object_ref (document);
  g_signal_connect_object (chart, "options-changed", G_CALLBACK (way_legend_bar_refresh), self,
                           G_CONNECT_SWAPPED);
  way_legend_bar_refresh (self);
  return GTK_WIDGET (self);
}

void
way_legend_bar_refresh (WayLegendBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), way_gantt_view_get_options (self->chart)->legend);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
way_legend_bar_set_palette (WayLegendBar *self, WayPaletteKind kind)
{
  self->palette = way_palette_get (kind);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
