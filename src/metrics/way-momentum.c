/* way-momentum.c: whether work is done faster than before, and how often promises are moved.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-momentum.h"

#include <math.h>

#define PERIODS 3
#define STEADY 0.10
#define DAYS_PER_MONTH (365.25 / 12)

/**
 * way_throughput:
 * @from: first day
 * @to: last day
 *
 * Duration of the leaves that were finished in the period (numbers.md §5).
 *
 * Returns: (transfer full): part = value = working minutes, with the rows
 */
WayFigure *
way_throughput (WayDocument *document, WayMoment from, WayMoment to)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  WayFigure *figure = way_figure_new ();

  figure->known = TRUE;
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];

      if (task->summary || !task->active || task->actual_finish == WAY_NEVER
          || task->actual_finish <= way_moment_day (from)
          || task->actual_finish > way_moment_day (to) + WAY_DAY)
        continue;
      figure->part += task->span;
      way_figure_add_row (figure, WAY_RECORD (task));
    }
  figure->value = (double) figure->part;
  return figure;
}

/**
 * way_momentum:
 * @days: length of a period
 * @trend: (out): up or down by more than 10 %, else steady
 *
 * Throughput of the last three periods ÷ that of the three before, up to the status date
 * (numbers.md §5). Part and whole are working minutes.
 *
 * Returns: (transfer full): the ratio; unknown when nothing was finished in the three before
 */
WayFigure *
way_momentum (WayDocument *document, guint days, WayTrend *trend)
{
  WayMoment today = way_moment_day (way_document_get_status_date (document));
  gint64 length = (gint64) days * PERIODS * WAY_DAY;
  WayFigure *figure = way_throughput (document, today - length + WAY_DAY, today);
  g_autoptr (WayFigure) before
      = way_throughput (document, today - 2 * length + WAY_DAY, today - length);

  figure->whole = before->part;
  figure->known = before->part > 0;
  figure->value = figure->known ? (double) figure->part / (double) before->part : 0;
  *trend = WAY_TREND_STEADY;
  if (figure->known && figure->value > 1 + STEADY)
    *trend = WAY_TREND_UP;
  else if (figure->known && figure->value < 1 - STEADY)
    *trend = WAY_TREND_DOWN;
  return figure;
}

/**
 * way_adjustment_frequency:
 * @from: first day
 * @to: last day
 * @figure: (out) (transfer full): changes a month; part = changes
 * @error: %WAY_ERROR_IO when the history cannot be read
 *
 * Timeline adjustment frequency: changes of committed target dates per month, from the history
 * (numbers.md §5). That a target is set for the first time is no change; what was undone is.
 */
gboolean
way_adjustment_frequency (WayDocument *document, WayMoment from, WayMoment to, WayFigure **figure,
                          GError **error)
{
  const WayField *field = way_record_type_field (&way_milestone_type, "target_date");
  gint64 days = (way_moment_day (to) - way_moment_day (from)) / WAY_DAY + 1;
  gint64 n = way_document_count_changes (document, field, way_moment_day (from),
                                         way_moment_day (to) + WAY_DAY, error);

  if (n < 0)
    return FALSE;
  *figure = way_figure_new ();
  (*figure)->known = days > 0;
  (*figure)->part = n;
  (*figure)->value = days > 0 ? (double) n / ((double) days / DAYS_PER_MONTH) : 0;
  return TRUE;
}
