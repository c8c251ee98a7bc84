/* way-issue-metrics.c: how old open issues are, how long solving took, what causes come again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-issue-metrics.h"

#include "document/way-register-figures.h"

static guint
age_group (gint64 age, gint64 minutes_per_day)
{
  static const int days[WAY_N_ISSUE_AGES - 1] = { 1, 3, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (age <= days[i] * minutes_per_day)
      return i;
  return WAY_N_ISSUE_AGES - 1;
}

/**
 * way_issue_age_label:
 * @age: an index of WayIssueMetrics.n_by_age
 *
 * Returns: (transfer none): the stretch in words, translated
 */
const char *
way_issue_age_label (guint age)
{
  static const char *const labels[WAY_N_ISSUE_AGES]
      = { N_ ("Up to 1 day"), N_ ("Up to 3 days"), N_ ("Up to 10 days"), N_ ("Older") };

  return _(labels[age]);
}

/**
 * way_issue_metrics:
 *
 * Returns: the figures of all issues of the plan as of its status date
 */
WayIssueMetrics
way_issue_metrics (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *issues = way_plan_peek_records (plan, &way_issue_type);
  gint64 minutes_per_day = way_plan_get_project (plan)->minutes_per_day;
  WayIssueMetrics metrics = { 0 };

  for (guint i = 0; i < issues->len; i++)
    {
      WayIssue *issue = issues->pdata[i];

      metrics.n_by_cause[issue->cause]++;
      if (way_issue_is_open (issue))
        metrics.n_by_age[age_group (way_issue_age (document, issue), minutes_per_day)]++;
      else if (issue->resolved_on != WAY_NEVER && issue->found_on != WAY_NEVER)
        {
          metrics.n_resolved[issue->priority]++;
          metrics.mean[issue->priority] += way_issue_age (document, issue);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (metrics.mean); i++)
    if (metrics.n_resolved[i] > 0)
      metrics.mean[i] /= metrics.n_resolved[i];
  return metrics;
}
