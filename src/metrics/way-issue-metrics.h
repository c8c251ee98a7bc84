/* way-issue-metrics.h: how old open issues are, how long solving took, what causes come again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

#define WAY_N_ISSUE_AGES 4
#define WAY_N_ISSUE_CAUSES 10 /* of way_enum_issue_cause */

typedef struct
{
  guint n_by_age[WAY_N_ISSUE_AGES]; /* open: up to 1, 3, 10 working days, older */
  guint n_resolved[4];              /* by WayLevel of the priority … */
  gint64 mean[4];                   /* … the mean working time from found to resolved, minutes */
  guint n_by_cause[WAY_N_ISSUE_CAUSES]; /* of all issues; the first one is “not known yet” */
} WayIssueMetrics;

WayIssueMetrics way_issue_metrics   (WayDocument *document);
const char     *way_issue_age_label (guint age);

G_END_DECLS
