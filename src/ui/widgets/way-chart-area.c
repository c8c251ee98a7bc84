/* way-chart-area.c: WayChartArea, a chart that is laid out for the width it gets.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-chart-area.h"

#include "chart/way-painter.h"
#include "ui/widgets/way-style.h"

#include <math.h>

#define LEAST_WIDTH 200

struct _WayChartArea
{
  GtkWidget parent_instance;

  WayPainter *painter;
  WayScene *scene;
  WayChartFunc draw;
  gpointer data;
  int least_width; /* in scene units, like all that is drawn */
  double scale;    /* pixels of a scene unit: larger letters make a larger chart */
};

G_DEFINE_FINAL_TYPE (WayChartArea, way_chart_area, GTK_TYPE_WIDGET)

/* @width: of the widget.
 * Returns: the height that it takes */
static double
lay_out (WayChartArea *self, double width)
{
  WayMeasure measure = way_painter_get_measure (self->painter);
  double height;

  way_scene_clear (self->scene);
  height = self->draw (width / self->scale, &measure, self->scene, self->data);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    way_scene_mirror (self->scene, width / self->scale);
  return height * self->scale;
}

static void
way_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayChartArea *self = WAY_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  lay_out (self, width);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_scale (cr, self->scale, self->scale);
  way_painter_paint (self->painter, self->scene,
                     way_palette_get (way_style_get_palette (way_style_get_default ())), cr);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
way_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
way_chart_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  WayChartArea *self = WAY_CHART_AREA (widget);
  int least = (int)ceil (self->least_width * self->scale);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = least;
  else
    *minimum = *natural = (int)ceil (lay_out (self, for_size > 0 ? for_size : least));
}

static void
way_chart_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WayChartArea *self = WAY_CHART_AREA (widget);

  GTK_WIDGET_CLASS (way_chart_area_parent_class)->css_changed (widget, change);
  way_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  self->scale = way_style_get_text_scale (widget);
  gtk_widget_queue_resize (widget);
}

static void
way_chart_area_finalize (GObject *object)
{
  WayChartArea *self = WAY_CHART_AREA (object);

  g_clear_object (&self->painter);
  g_clear_pointer (&self->scene, way_scene_free);
  G_OBJECT_CLASS (way_chart_area_parent_class)->finalize (object);
}

static void
way_chart_area_class_init (WayChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_chart_area_finalize;
  widget_class->snapshot = way_chart_area_snapshot;
  widget_class->get_request_mode = way_chart_area_get_request_mode;
  widget_class->measure = way_chart_area_measure;
  widget_class->css_changed = way_chart_area_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_chart_area_init (WayChartArea *self)
{
  self->painter = way_painter_new (NULL);
  self->scene = way_scene_new ();
  self->least_width = LEAST_WIDTH;
  self->scale = 1;
  g_signal_connect_object (way_style_get_default (), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * way_chart_area_new:
 * @draw: (scope forever): draws and measures
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_chart_area_new (WayChartFunc draw, gpointer data)
{
  WayChartArea *self = g_object_new (WAY_TYPE_CHART_AREA, NULL);

  self->draw = draw;
  self->data = data;
  return GTK_WIDGET (self);
}

/**
 * way_chart_area_set_least_width:
 * @width: below which it is not drawn, in pixels at the usual size of letters
 */
void
way_chart_area_set_least_width (WayChartArea *self, int width)
{
  self->least_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

WayMeasure
way_chart_area_get_measure (WayChartArea *self)
{
  return way_painter_get_measure (self->painter);
}

/**
 * way_chart_area_to_scene:
 * @x: (inout): in pixels of the widget; then in units of what was drawn
 *
 * Returns: the width of what was drawn
 */
double
way_chart_area_to_scene (WayChartArea *self, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    *x = width - *x;
  *x /= self->scale;
  *y /= self->scale;
  return width / self->scale;
}

/**
 * way_chart_area_update:
 * @description: for assistive technology
 *
 * Draws the chart anew.
 */
void
way_chart_area_update (WayChartArea *self, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
