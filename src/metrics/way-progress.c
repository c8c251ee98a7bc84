/* way-progress.c: how far the plan is, how far it should be, and when it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-progress.h"

#include "document/way-milestone-figures.h"
#include "document/way-task-edits.h"

#include <math.h>

static gint64
leaf_weight (const WayTask *task)
{
  return task->active && !task->summary ? task->span : 0;
}

/* Calls for each leaf at or below @task that weighs something. */
static void
for_each_leaf (WayPlan *plan, WayTask *task, void (*visit) (WayTask *, gint64, gpointer),
               gpointer data)
{
  GPtrArray *outline = way_plan_get_outline (plan);
  guint first = task != NULL ? (guint) task->row : 0;

  for (guint i = first; i < outline->len; i++)
    {
      WayTask *row = g_ptr_array_index (outline, i);

      if (task != NULL && i > first && row->depth <= task->depth)
        break;
      if (leaf_weight (row) > 0)
        visit (row, leaf_weight (row), data);
    }
}

typedef struct
{
  WayDocument *document;
  WayFigure *figure;
  WayMoment until;
  double done;
  double whole;
} Sum;

static void
add_actual (WayTask *task, gint64 weight, gpointer data)
{
  Sum *sum = data;

  sum->whole += (double) weight;
  sum->done += (double) (weight * task->complete) / 100;
  way_figure_add_row (sum->figure, WAY_RECORD (task));
}

static void
finish_sum (Sum *sum)
{
  WayFigure *figure = sum->figure;

  way_figure_set_share (figure, (gint64) floor (sum->done + 0.5), (gint64) sum->whole);
  if (figure->known)
    figure->value = 100 * sum->done / sum->whole;
}

/**
 * way_progress_actual:
 * @task: (nullable): a row; %NULL for the whole plan
 *
 * Σ actual duration of leaves ÷ Σ duration of leaves (numbers.md §4). Part and whole are
 * working minutes.
 *
 * Returns: (transfer full): unknown where no leaf has a duration
 */
WayFigure *
way_progress_actual (WayDocument *document, WayTask *task)
{
  Sum sum = { .document = document, .figure = way_figure_new () };

  for_each_leaf (way_document_get_plan (document), task, add_actual, &sum);
  finish_sum (&sum);
  return sum.figure;
}

/**
 * way_baseline_value_due:
 * @value: what a baseline has of @task
 *
 * Returns: the share of its baseline working time that has passed at @until, 0 … 1 (numbers.md §7)
 */
double
way_baseline_value_due (WayDocument *document, WayTask *task, const WayBaselineValue *value,
                        WayMoment until)
{
  gint64 span, elapsed;

  if (value->start == WAY_NEVER || value->finish == WAY_NEVER)
    return 0;
  if (until >= value->finish)
    return 1;
  if (until <= value->start)
    return 0;
  span = way_document_work_between (document, task->calendar, value->start, value->finish);
  elapsed = way_document_work_between (document, task->calendar, value->start, until);
  return span > 0 ? (double) elapsed / (double) span : 0;
}

static void
add_planned (WayTask *task, gint64 weight, gpointer data)
{
  Sum *sum = data;
  WayBaselineValue *value = way_baseline_get_value (sum->document, 0, task);

  if (value == NULL || value->start == WAY_NEVER || value->finish == WAY_NEVER
      || value->duration <= 0)
    return;
  sum->whole += (double) value->duration;
  sum->done += (double) value->duration
               * way_baseline_value_due (sum->document, task, value, sum->until);
  way_figure_add_row (sum->figure, WAY_RECORD (task));
}

/**
 * way_progress_planned:
 * @task: (nullable): a row; %NULL for the whole plan
 *
 * What baseline 0 promised for the end of the status date: the part of each leaf's baseline
 * working time that has passed, weighted as in way_progress_actual().
 *
 * Returns: (transfer full): unknown without a baseline
 */
WayFigure *
way_progress_planned (WayDocument *document, WayTask *task)
{
  Sum sum = { .document = document, .figure = way_figure_new () };

  sum.until = way_moment_day (way_document_get_status_date (document)) + WAY_DAY;
  if (way_baseline_get (document, 0) != NULL)
    for_each_leaf (way_document_get_plan (document), task, add_planned, &sum);
  finish_sum (&sum);
  return sum.figure;
}

/**
 * way_plan_dates:
 * @dates: (out caller-allocates)
 *
 * Start, forecast finish, baseline finish of the plan and the working time between the two
 * finishes. Inactive rows do not count.
 */
void
way_plan_dates (WayDocument *document, WayPlanDates *dates)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  gboolean has_baseline = way_baseline_get (document, 0) != NULL;

  *dates = (WayPlanDates) { .start = WAY_NEVER, .finish = WAY_NEVER, .baseline = WAY_NEVER };
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = g_ptr_array_index (outline, i);
      WayBaselineValue *value;

      if (!task->active || task->summary || task->start == WAY_NEVER)
        continue;
      if (dates->start == WAY_NEVER || task->start < dates->start)
        dates->start = task->start;
      if (task->finish > dates->finish)
        {
          dates->finish = task->finish;
          dates->last = task;
        }
      value = has_baseline ? way_baseline_get_value (document, 0, task) : NULL;
      if (value != NULL && value->finish > dates->baseline)
        dates->baseline = value->finish;
    }
  dates->variance = way_finish_variance (document, dates->baseline, dates->finish);
}
