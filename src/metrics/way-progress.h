/* way-progress.h: how far the plan is, how far it should be, and when it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

/* (transfer full); rows are the leaves that weigh something. @task NULL = the whole plan. */
WayFigure *way_progress_actual  (WayDocument *document, WayTask *task);
WayFigure *way_progress_planned (WayDocument *document, WayTask *task);

double     way_baseline_value_due (WayDocument *document, WayTask *task,
                                   const WayBaselineValue *value, WayMoment until);

typedef struct
{
  WayMoment start;      /* first start of the plan, WAY_NEVER when it is empty */
  WayMoment finish;     /* forecast: last finish */
  WayMoment baseline;   /* last finish in baseline 0, WAY_NEVER without one */
  gint64 variance;      /* working minutes from baseline to finish, + = late */
  WayTask *last;        /* (unowned) (nullable): the task that ends the plan */
} WayPlanDates;

void       way_plan_dates       (WayDocument *document, WayPlanDates *dates);

G_END_DECLS
