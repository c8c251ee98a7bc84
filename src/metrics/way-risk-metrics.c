/* way-risk-metrics.c: the risk dashboard of a period (numbers.md §9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a risk scored on an earlier day is read from the snapshots of the days; before the first
 * one it counts as it was identified. */

#include "metrics/way-risk-metrics.h"

#include "document/way-register-figures.h"
#include "document/way-snapshots.h"

/* Whether it was there, and neither closed nor occurred, at 00:00 of @day. */
static gboolean
was_open (WayRisk *risk, WayMoment day)
{
  WayMoment since = risk->identified_on != WAY_NEVER ? risk->identified_on
                                                     : WAY_RECORD (risk)->created;

  if (since != WAY_NEVER && since >= day)
    return FALSE;
  if (risk->closed_on != WAY_NEVER && risk->closed_on < day)
    return FALSE;
  if (risk->occurred_on != WAY_NEVER && risk->occurred_on < day)
    return FALSE;
  return risk->closed_on != WAY_NEVER || risk->occurred_on != WAY_NEVER || way_risk_is_open (risk);
}

/**
 * way_risk_score_on:
 * @day: 00:00 of a day
 *
 * Returns: what it scored when the day began: as of the last snapshot before, else as identified
 */
gint64
way_risk_score_on (WayRisk *risk, WayMoment day)
{
  g_autoptr (GPtrArray) snapshots = way_snapshots_of (WAY_RECORD (risk));
  gint64 score = way_risk_score_inherent (risk);

  for (guint i = 0; i < snapshots->len && WAY_SNAPSHOT (snapshots->pdata[i])->day < day; i++)
    score = WAY_SNAPSHOT (snapshots->pdata[i])->score;
  return score;
}

/* The days after the last snapshot are told by the plan itself. */
static gint64
score_at_end (WayDocument *document, WayRisk *risk, WayMoment until)
{
  return until > way_moment_day (way_document_get_status_date (document))
             ? way_risk_score_current (risk)
             : way_risk_score_on (risk, until);
}

static gboolean
has_mitigation (WayRisk *risk)
{
  return risk->mitigation[0] != '\0' || way_risk_mitigated (risk) > 0
         || way_record_get_actions (WAY_RECORD (risk))->len > 0;
}

static gboolean
in_period (WayMoment moment, WayMoment from, WayMoment until)
{
  return moment != WAY_NEVER && moment >= from && moment < until;
}

static void
add_mitigation (WayRiskMetrics *metrics, WayRisk *risk, WayMoment from, WayMoment until, gint64 now)
{
  gboolean there = was_open (risk, until) || in_period (risk->closed_on, from, until)
                   || in_period (risk->occurred_on, from, until);

  if (!there || !has_mitigation (risk))
    return;
  metrics->n_mitigated++;
  if ((in_period (risk->closed_on, from, until) && risk->occurred_on == WAY_NEVER)
      || (was_open (risk, until)
          && way_risk_band (now) < way_risk_band (way_risk_score_on (risk, from))))
    metrics->n_effective++;
}

static int
compare_scores (gint64 before, gint64 now)
{
  if (20 * ABS (now - before) <= before)
    return 0;
  return now > before ? 1 : -1;
}

/**
 * way_risk_metrics:
 * @from: 00:00 of the first day of the period
 * @until: 00:00 of the day after the last
 */
WayRiskMetrics
way_risk_metrics (WayDocument *document, WayMoment from, WayMoment until)
{
  GPtrArray *risks = way_plan_peek_records (way_document_get_plan (document), &way_risk_type);
  WayRiskMetrics metrics = { .effectiveness = -1 };

  for (guint i = 0; i < risks->len; i++)
    {
      WayRisk *risk = risks->pdata[i];
      gint64 now = score_at_end (document, risk, until);

      if (was_open (risk, until))
        {
          metrics.n_in_band[way_risk_band (now)]++;
          metrics.score += now;
        }
      if (was_open (risk, from))
        metrics.score_before += way_risk_score_on (risk, from);
      metrics.n_new += in_period (risk->identified_on, from, until);
      metrics.n_resolved += in_period (risk->closed_on, from, until);
      add_mitigation (&metrics, risk, from, until, now);
    }
  metrics.trend = compare_scores (metrics.score_before, metrics.score);
  if (metrics.n_mitigated > 0)
    metrics.effectiveness
        = (100 * (gint64) metrics.n_effective + metrics.n_mitigated / 2) / metrics.n_mitigated;
  return metrics;
}
