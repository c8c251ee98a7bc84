/* way-milestone-trend.c: how the forecasts of milestones went over time (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-milestone-trend.h"

#include "document/way-milestone-figures.h"
#include "document/way-snapshots.h"
#include "metrics/way-figure.h"

#include <math.h>

static const WayTrendPoint *
point_at (const GArray *points, guint i)
{
  return &g_array_index (points, WayTrendPoint, i);
}

/* A level stretch keeps its two ends. */
static void
add_point (WayMilestoneTrend *self, WayMoment day, WayMoment forecast)
{
  GArray *points = self->points;
  WayTrendPoint point = { day, forecast };

  self->n_days++;
  if (points->len > 0 && point_at (points, points->len - 1)->forecast != forecast)
    self->n_changes++;
  if (points->len > 1 && point_at (points, points->len - 1)->forecast == forecast
      && point_at (points, points->len - 2)->forecast == forecast)
    g_array_index (points, WayTrendPoint, points->len - 1).day = day;
  else
    g_array_append_val (points, point);
}

/* The live state belongs to the status date; a plan that went on after it is at today. */
static WayMoment
day_of_plan (WayDocument *document, WayMoment last_kept)
{
  WayMoment status = way_document_get_status_date (document);

  return status >= last_kept ? status : MAX (way_moment_today (), last_kept);
}

/**
 * way_milestone_trend:
 *
 * The forecasts of its snapshots and the one of the plan as it is; the line of a completed
 * milestone ends on the day on which it was completed.
 *
 * Returns: (transfer full)
 */
WayMilestoneTrend *
way_milestone_trend (WayDocument *document, WayMilestone *milestone)
{
  WayMilestoneTrend *self = g_new0 (WayMilestoneTrend, 1);
  g_autoptr (GPtrArray) kept = way_snapshots_of (WAY_RECORD (milestone));
  WayMoment last = kept->len > 0 ? WAY_SNAPSHOT (kept->pdata[kept->len - 1])->day : WAY_NEVER;
  WayMoment end = day_of_plan (document, last);
  WayMoment now = way_finish_day (milestone->forecast);

  self->milestone = g_object_ref (milestone);
  self->points = g_array_new (FALSE, FALSE, sizeof (WayTrendPoint));
  if (milestone->actual_date != WAY_NEVER)
    end = MIN (end, way_moment_day (milestone->actual_date));
  for (guint i = 0; i < kept->len; i++)
    {
      WaySnapshot *snapshot = kept->pdata[i];

      if (snapshot->forecast != WAY_NEVER && snapshot->day < end)
        add_point (self, snapshot->day, way_finish_day (snapshot->forecast));
    }
  if (now != WAY_NEVER)
    add_point (self, end, now);
  if (self->points->len > 0)
    self->drift = way_finish_variance (
        document, point_at (self->points, 0)->forecast,
        point_at (self->points, self->points->len - 1)->forecast + WAY_DAY);
  return self;
}

void
way_milestone_trend_free (WayMilestoneTrend *self)
{
  g_object_unref (self->milestone);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * way_milestone_trend_shows:
 *
 * Returns: whether there are forecasts of two days at least, and so a line
 */
gboolean
way_milestone_trend_shows (const WayMilestoneTrend *self)
{
  return self->n_days > 1;
}

/**
 * way_milestone_trend_describe:
 *
 * Returns: (transfer full): where the forecast went, in words
 */
char *
way_milestone_trend_describe (WayDocument *document, const WayMilestoneTrend *self)
{
  g_autofree char *days = way_working_days_format (way_document_get_plan (document), self->drift);
  g_autofree char *changes = NULL;

  if (self->n_changes == 0)
    return g_strdup (_("as forecast at first"));
  changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", self->n_changes),
                             self->n_changes);
  if (self->drift == 0)
    /* Translators: %s is “2 changes” */
    return g_strdup_printf (_("where it was at first, after %s"), changes);
  /* Translators: “6 working days later, in 2 changes” */
  return g_strdup_printf (self->drift > 0 ? _("%s later, in %s") : _("%s earlier, in %s"), days,
                          changes);
}

/**
 * way_trends_sum:
 * @trends: (element-type WayMilestoneTrend)
 *
 * Counts those that show; their mean drift is that from each one's first forecast to its last.
 */
WayTrendSummary
way_trends_sum (GPtrArray *trends)
{
  WayTrendSummary sum = { .since = WAY_NEVER };
  guint n;

  for (guint i = 0; i < trends->len; i++)
    {
      const WayMilestoneTrend *trend = trends->pdata[i];
      WayMoment first;

      if (!way_milestone_trend_shows (trend))
        continue;
      first = point_at (trend->points, 0)->day;
      sum.since = sum.since == WAY_NEVER ? first : MIN (sum.since, first);
      sum.n_slipping += trend->drift > 0;
      sum.n_gaining += trend->drift < 0;
      sum.n_level += trend->drift == 0;
      sum.n_changes += trend->n_changes;
      sum.drift += (double) trend->drift;
    }
  n = sum.n_slipping + sum.n_gaining + sum.n_level;
  if (n > 0)
    sum.drift /= n;
  return sum;
}

static char *
describe_drift (WayDocument *document, gint64 drift)
{
  g_autofree char *days = way_working_days_format (way_document_get_plan (document), drift);

  if (drift == 0)
    return g_strdup (_("as forecast at first"));
  return g_strdup_printf (drift > 0 ? _("%s later") : _("%s earlier"), days);
}

/**
 * way_trends_describe:
 *
 * Returns: (transfer full): the trends in two sentences
 */
char *
way_trends_describe (WayDocument *document, const WayTrendSummary *summary)
{
  g_autofree char *since = way_moment_format_date (summary->since);
  g_autofree char *drift = describe_drift (document, llround (summary->drift));
  g_autofree char *slip = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u slips", "%u slip", summary->n_slipping), summary->n_slipping);
  g_autofree char *gain = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u gains", "%u gain", summary->n_gaining), summary->n_gaining);
  g_autofree char *level = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u holds its date", "%u hold their date", summary->n_level), summary->n_level);
  g_autofree char *changes = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u change of forecasts", "%u changes of forecasts", summary->n_changes),
      summary->n_changes);

  /* Translators: “Since 3 Aug 2026: 2 slip, 1 gains, 9 hold their date. On average 1.5 working
   * days later, in 7 changes of forecasts.” */
  return g_strdup_printf (_("Since %s: %s, %s, %s. On average %s, in %s."), since, slip, gain, level,
                          drift, changes);
}
