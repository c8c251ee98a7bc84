/* way-kpi-chart.c: WayKpiChart, the measurements of a KPI drawn, large or as a line in a list.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-kpi-chart.h"

#include "chart/way-kpi-layout.h"
#include "ui/widgets/way-chart-area.h"

#define SMALL_WIDTH 90
#define SMALL_HEIGHT 24

struct _WayKpiChart
{
  GtkBox parent_instance;

  WayKpi *kpi;
  gboolean small;
  GArray *points; /* of WayKpiPoint, by day */
  GtkWidget *area;
};

G_DEFINE_FINAL_TYPE (WayKpiChart, way_kpi_chart, GTK_TYPE_BOX)

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayKpiChart *self = data;
  WayKpiSeries series = { (const WayKpiPoint *)(gpointer)self->points->data, self->points->len,
                          FALSE, 0, 0 };

  series.has_target = way_kpi_read_number (self->kpi->target, &series.low, &series.high);
  if (series.low > series.high)
    {
      double low = series.high;

      series.high = series.low;
      series.low = low;
    }
  if (!self->small)
    return way_kpi_layout (&series, width, measure, scene);
  way_kpi_sparkline (&series, width, SMALL_HEIGHT, scene);
  return SMALL_HEIGHT;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  WayMoment one = ((const WayKpiPoint *)a)->day, other = ((const WayKpiPoint *)b)->day;

  return (one > other) - (one < other);
}

/* "12 measurements, the last 14.2 on 3 Nov 2026; target ≥ 15" */
static char *
describe (WayKpiChart *self)
{
  const WayKpiPoint *last;
  g_autofree char *day = NULL, *value = NULL;

  if (self->points->len == 0)
    return g_strdup (_ ("Not measured yet"));
  last = &g_array_index (self->points, WayKpiPoint, self->points->len - 1);
  day = way_moment_format_date (last->day);
  value = way_number_format (last->value, 2);
  return g_strdup_printf (
      ngettext ("%u measurement: %s on %s; target: %s",
                "%u measurements, the last %s on %s; target: %s", self->points->len),
      self->points->len, value, day, self->kpi->target);
}

static void
update (WayKpiChart *self)
{
  g_autofree char *words = NULL;

  g_array_sort (self->points, compare);
  words = describe (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->small ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !self->small || self->points->len > 0);
  way_chart_area_update (WAY_CHART_AREA (self->area), words);
}

void
way_kpi_chart_show (WayKpiChart *self)
{
  GPtrArray *all = way_plan_get_referrers (WAY_RECORD (self->kpi)->plan, WAY_RECORD (self->kpi)->id,
                                           way_record_type_field (&way_measurement_type, "kpi"));

  g_array_set_size (self->points, 0);
  for (guint i = 0; i < all->len; i++)
    {
      WayMeasurement *measurement = all->pdata[i];
      WayKpiPoint point = { measurement->date, measurement->value };

      if (measurement->date != WAY_NEVER)
        g_array_append_val (self->points, point);
    }
  update (self);
}

void
way_kpi_chart_show_measured (WayKpiChart *self, const GArray *measured)
{
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < measured->len; i++)
    {
      const WayMeasured *one = &g_array_index (measured, WayMeasured, i);
      WayKpiPoint point = { one->date, one->value };

      g_array_append_val (self->points, point);
    }
  update (self);
}

static void
way_kpi_chart_dispose (GObject *object)
{
  g_clear_object (&WAY_KPI_CHART (object)->kpi);
  G_OBJECT_CLASS (way_kpi_chart_parent_class)->dispose (object);
}

static void
way_kpi_chart_finalize (GObject *object)
{
  g_array_unref (WAY_KPI_CHART (object)->points);
  G_OBJECT_CLASS (way_kpi_chart_parent_class)->finalize (object);
}

static void
way_kpi_chart_class_init (WayKpiChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_kpi_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_kpi_chart_finalize;
}

static void
way_kpi_chart_init (WayKpiChart *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (WayKpiPoint));
}

/**
 * way_kpi_chart_new:
 * @small: a line without words, which is not there before the first measurement
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_kpi_chart_new (WayKpi *kpi, gboolean small)
{
  WayKpiChart *self = g_object_new (WAY_TYPE_KPI_CHART, NULL);

  self->kpi = g_object_ref (kpi);
  self->small = small;
  self->area = way_chart_area_new (draw, self);
  if (small)
    way_chart_area_set_least_width (WAY_CHART_AREA (self->area), SMALL_WIDTH);
  gtk_widget_set_hexpand (self->area, !small);
  gtk_box_append (GTK_BOX (self), self->area);
  way_kpi_chart_show (self);
  return GTK_WIDGET (self);
}
