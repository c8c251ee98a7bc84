/* way-kpi-metrics.c: how far a KPI has come, and whether it is measured (numbers.md §10).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-kpi-metrics.h"

#include "document/way-milestone-parts.h"

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  WayMeasurement *one = *(WayMeasurement *const *) a, *two = *(WayMeasurement *const *) b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  return WAY_RECORD (one)->id < WAY_RECORD (two)->id ? -1 : 1;
}

/**
 * way_kpi_measurements:
 *
 * Returns: (transfer full) (element-type WayMeasurement): up to the status date, oldest first
 */
GPtrArray *
way_kpi_measurements (WayDocument *document, WayKpi *kpi)
{
  GPtrArray *all
      = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (kpi)->id,
                                way_record_type_field (&way_measurement_type, "kpi"));
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  WayMoment today = way_document_get_status_date (document);

  for (guint i = 0; i < all->len; i++)
    if (WAY_MEASUREMENT (all->pdata[i])->date != WAY_NEVER
        && WAY_MEASUREMENT (all->pdata[i])->date <= today)
      g_ptr_array_add (chosen, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (chosen, compare_by_date);
  return chosen;
}

/**
 * way_kpi_latest:
 *
 * Returns: (transfer none) (nullable): the last measurement up to the status date
 */
WayMeasurement *
way_kpi_latest (WayDocument *document, WayKpi *kpi)
{
  g_autoptr (GPtrArray) all = way_kpi_measurements (document, kpi);

  return all->len > 0 ? all->pdata[all->len - 1] : NULL;
}

/* Inside of the range is all; outside, the share of the way from the baseline to its nearer end. */
static gboolean
attain_range (double value, double baseline, double low, double high, double *share)
{
  double end = value < low ? low : high;

  if (value >= MIN (low, high) && value <= MAX (low, high))
    *share = 1;
  else if (end == baseline)
    return FALSE;
  else
    *share = (value - baseline) / (end - baseline);
  return TRUE;
}

/**
 * way_kpi_attainment:
 *
 * (latest − baseline) ÷ (target − baseline), clamped to 0 … 100 % (numbers.md §10). Where better
 * is a range, being inside of it is 100 %.
 *
 * Returns: (transfer full): unknown without a measurement, or without numbers in baseline and
 * target
 */
WayFigure *
way_kpi_attainment (WayDocument *document, WayKpi *kpi)
{
  WayFigure *figure = way_figure_new ();
  WayMeasurement *latest = way_kpi_latest (document, kpi);
  double baseline, target, high, share;

  if (latest == NULL || !way_kpi_read_number (kpi->target, &target, &high)
      || !way_kpi_read_number (kpi->baseline, &baseline, NULL))
    return figure;
  if (kpi->direction == WAY_KPI_RANGE)
    figure->known = attain_range (latest->value, baseline, target, high, &share);
  else
    {
      figure->known = target != baseline;
      share = figure->known ? (latest->value - baseline) / (target - baseline) : 0;
    }
  if (figure->known)
    figure->value = 100 * CLAMP (share, 0, 1);
  way_figure_add_row (figure, WAY_RECORD (latest));
  return figure;
}

/**
 * way_kpi_due:
 *
 * Returns: the day by which it has to be measured again: one cadence after its last measurement,
 * or after the day it was set up; %WAY_NEVER without a cadence
 */
WayMoment
way_kpi_due (WayDocument *document, WayKpi *kpi)
{
  static const gint64 days[] = {
    [WAY_CADENCE_NONE] = 0,     [WAY_CADENCE_DAILY] = 1,    [WAY_CADENCE_WEEKLY] = 7,
    [WAY_CADENCE_FORTNIGHTLY] = 14, [WAY_CADENCE_MONTHLY] = 31, [WAY_CADENCE_QUARTERLY] = 92,
    [WAY_CADENCE_YEARLY] = 366,
  };
  WayMeasurement *latest = way_kpi_latest (document, kpi);
  WayMoment last = latest != NULL ? latest->date : WAY_RECORD (kpi)->created;

  if (kpi->cadence == WAY_CADENCE_NONE || last == WAY_NEVER)
    return WAY_NEVER;
  return way_moment_day (last) + days[kpi->cadence] * WAY_DAY;
}

/**
 * way_kpi_is_overdue:
 *
 * Returns: whether there was no measurement within its cadence (numbers.md §10)
 */
gboolean
way_kpi_is_overdue (WayDocument *document, WayKpi *kpi)
{
  WayMoment due = way_kpi_due (document, kpi);

  return due != WAY_NEVER && due < way_moment_day (way_document_get_status_date (document));
}

/**
 * way_milestone_quality_score:
 *
 * What was typed, else the mean attainment of its KPIs about quality × 10 (numbers.md §10).
 *
 * Returns: (transfer full): 0 … 10; unknown when nothing was typed and no such KPI is measured
 */
WayFigure *
way_milestone_quality_score (WayDocument *document, WayMilestone *milestone)
{
  WayFigure *figure = way_figure_new ();
  g_autoptr (GPtrArray) kpis
      = way_milestone_get_choice (milestone, &way_kpi_type, "theme", WAY_THEME_QUALITY);
  double sum = 0;

  if (milestone->quality_score > 0)
    {
      figure->known = TRUE;
      figure->value = milestone->quality_score;
      return figure;
    }
  for (guint i = 0; i < kpis->len; i++)
    {
      g_autoptr (WayFigure) attainment = way_kpi_attainment (document, kpis->pdata[i]);

      if (!attainment->known)
        continue;
      sum += attainment->value;
      way_figure_add_row (figure, kpis->pdata[i]);
    }
  figure->known = figure->rows->len > 0;
  if (figure->known)
    figure->value = sum / figure->rows->len / 10;
  return figure;
}
