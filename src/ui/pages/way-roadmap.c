/* way-roadmap.c: WayRoadmap, the plan on one small picture: phases and milestones over months.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/pages/way-roadmap.h"

#include "chart/way-painter.h"
#include "chart/way-roadmap-layout.h"
#include "ui/widgets/way-style.h"

struct _WayRoadmap
{
  GtkWidget parent_instance;

  WayPainter *painter;
  WayScene *scene;
  GArray *items;     /* WayRoadmapItem */
  GPtrArray *titles; /* what the items' titles point to */
  WayMoment today;
};

G_DEFINE_FINAL_TYPE (WayRoadmap, way_roadmap, GTK_TYPE_WIDGET)

static void
lay_out (WayRoadmap *self, double width)
{
  WayRoadmapOptions options;

  way_roadmap_options_init (&options, width);
  options.today = self->today;
  options.measure = way_painter_get_measure (self->painter);
  options.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  way_scene_clear (self->scene);
  way_roadmap_layout ((const WayRoadmapItem *)(gpointer)self->items->data, self->items->len,
                      &options, self->scene);
}

static void
way_roadmap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayRoadmap *self = WAY_ROADMAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->items == NULL || self->items->len == 0)
    return;
  lay_out (self, width);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  way_painter_paint (self->painter, self->scene,
                     way_palette_get (way_style_get_palette (way_style_get_default ())), cr);
  cairo_destroy (cr);
}

static void
way_roadmap_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  WayRoadmap *self = WAY_ROADMAP (widget);
  WayRoadmapOptions options;

  way_roadmap_options_init (&options, 400);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 240;
  else
    *minimum = *natural
        = (int)(options.header_height
                + options.row_height * (self->items != NULL ? self->items->len : 0) + 6);
}

static void
way_roadmap_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WayRoadmap *self = WAY_ROADMAP (widget);

  GTK_WIDGET_CLASS (way_roadmap_parent_class)->css_changed (widget, change);
  way_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  gtk_widget_queue_draw (widget);
}

static void
way_roadmap_finalize (GObject *object)
{
  WayRoadmap *self = WAY_ROADMAP (object);

  g_clear_object (&self->painter);
  g_clear_pointer (&self->scene, way_scene_free);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  G_OBJECT_CLASS (way_roadmap_parent_class)->finalize (object);
}

static void
way_roadmap_class_init (WayRoadmapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_roadmap_finalize;
  widget_class->snapshot = way_roadmap_snapshot;
  widget_class->measure = way_roadmap_measure;
  widget_class->css_changed = way_roadmap_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_roadmap_init (WayRoadmap *self)
{
  self->painter = way_painter_new (NULL);
  self->scene = way_scene_new ();
  g_signal_connect_object (way_style_get_default (), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
way_roadmap_new (void)
{
  return g_object_new (WAY_TYPE_ROADMAP, NULL);
}

/* What the picture says, for those who do not see it. */
static char *
describe (WayRoadmap *self)
{
  GString *text = g_string_new (_ ("Timeline"));

  for (guint i = 0; i < self->items->len; i++)
    {
      const WayRoadmapItem *item = &g_array_index (self->items, WayRoadmapItem, i);
      WayMoment end = item->milestone != WAY_NEVER ? item->milestone : item->finish;
      g_autofree char *date = way_moment_format_date (end);

      g_string_append_printf (text, "; %s: %s", item->title, date);
    }
  return g_string_free (text, FALSE);
}

/**
 * way_roadmap_refresh:
 * @max_items: at most so many lines
 *
 * Returns: %FALSE when the plan has nothing to show
 */
gboolean
way_roadmap_refresh (WayRoadmap *self, WayDocument *document, guint max_items)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  self->items = way_roadmap_collect (document, max_items);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->today = way_moment_day (way_document_get_status_date (document)) + WAY_DAY / 2;
  for (guint i = 0; i < self->items->len; i++)
    {
      WayRoadmapItem *item = &g_array_index (self->items, WayRoadmapItem, i);

      g_ptr_array_add (self->titles, g_strdup (item->title));
      item->title = g_ptr_array_index (self->titles, i);
    }
  text = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->items->len > 0;
}
