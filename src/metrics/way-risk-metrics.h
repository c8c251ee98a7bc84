/* way-risk-metrics.h: the risk dashboard of a period (numbers.md §9).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_in_band[4];    /* by WayLevel: open at the end of the period, by what they score then */
  guint n_new;           /* identified in the period */
  guint n_resolved;      /* closed in the period */
  gint64 score;          /* sum of what is open at the end */
  gint64 score_before;   /* the same at the beginning */
  int trend;             /* −1 down, 0 within 5 %, 1 up */
  guint n_mitigated;     /* with an active mitigation in the period … */
  guint n_effective;     /* … of which closed without having occurred, or down by a band or more */
  gint64 effectiveness;  /* per cent, −1 when nothing is being mitigated */
} WayRiskMetrics;

WayRiskMetrics way_risk_metrics     (WayDocument *document, WayMoment from, WayMoment until);
gint64         way_risk_score_on    (WayRisk *risk, WayMoment day);

G_END_DECLS
