/* way-milestone-trend.h: how the forecasts of milestones went over time (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef struct
{
  WayMoment day;      /* on which it was so */
  WayMoment forecast; /* day on which the milestone was to be done */
} WayTrendPoint;

typedef struct
{
  WayMilestone *milestone; /* holds a reference */
  GArray *points;          /* of WayTrendPoint, by day; only those at which the line bends */
  guint n_days;            /* from which a forecast is known, today's among them */
  guint n_changes;         /* how often the forecast became another */
  gint64 drift;            /* working minutes from the first forecast to the last, + = later */
} WayMilestoneTrend;

typedef struct
{
  guint n_slipping, n_gaining, n_level;
  guint n_changes; /* of all together */
  double drift;    /* their mean, in working minutes */
  WayMoment since; /* the first day of them; WAY_NEVER without any */
} WayTrendSummary;

/* (transfer full) */
WayMilestoneTrend *way_milestone_trend      (WayDocument *document, WayMilestone *milestone);
void               way_milestone_trend_free (WayMilestoneTrend *self);

/* A trend shows once there are forecasts of two days. */
gboolean           way_milestone_trend_shows    (const WayMilestoneTrend *self);
/* "6 working days later in 2 changes", "as forecast at first" (transfer full). */
char              *way_milestone_trend_describe (WayDocument *document, const WayMilestoneTrend *self);

/* @trends: (element-type WayMilestoneTrend) */
WayTrendSummary    way_trends_sum      (GPtrArray *trends);
/* "2 slip, 1 gains, 9 hold since …" (transfer full). */
char              *way_trends_describe (WayDocument *document, const WayTrendSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMilestoneTrend, way_milestone_trend_free)

G_END_DECLS
