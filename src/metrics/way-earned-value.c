/* way-earned-value.c: what the work done is worth, against the baseline and what it cost
 * (numbers.md §7).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-earned-value.h"

#include "document/way-task-cost.h"
#include "document/way-task-edits.h"
#include "metrics/way-progress.h"

#include <math.h>

/* In one unit: cost or work. */
typedef struct
{
  double bac, pv, ev, ac;
} Sums;

/* What was computed last, kept with its document: who asks again before anything has moved pays
 * nothing. */
typedef struct
{
  guint64 state; /* of the plan */
  WayMoment day; /* the status date */
  gboolean known;
  WayEarnedValue figures;
} Kept;

/* The share of its budget that a task has earned, 0 … 1. Weighted checkpoints are typed as what
 * they come to, the physical % complete. */
static double
share_earned (const WayTask *task)
{
  if (task->complete == 100)
    return 1;
  switch ((WayEarnRule) task->earn_rule)
    {
    case WAY_EARN_0_100:
      return 0;
    case WAY_EARN_50_50:
      return task->actual_start != WAY_NEVER ? 0.5 : 0;
    case WAY_EARN_CHECKPOINTS:
      return (double) task->physical_complete / 100;
    case WAY_EARN_PERCENT:
    default:
      return (double) task->complete / 100;
    }
}

static WayAccrual
accrual_of (WayAssignment *assignment)
{
  WayRecord *resource = way_plan_lookup (WAY_RECORD (assignment)->plan, assignment->resource);

  return resource != NULL ? (WayAccrual) WAY_RESOURCE (resource)->accrual : WAY_ACCRUE_PRORATED;
}

/* What is recorded; else all of its cost once the task has started, or is done, where the resource
 * says so; else the part of its cost that its recorded work is of all its work. What has no work
 * falls due with the progress of the task. */
static double
assignment_actual_cost (WayAssignment *assignment, const WayTask *task)
{
  double cost = (double) way_assignment_cost (assignment);
  gint64 work = way_assignment_work (assignment);
  WayAccrual accrual = accrual_of (assignment);

  if (assignment->actual_cost > 0)
    return (double) assignment->actual_cost;
  if (accrual == WAY_ACCRUE_START)
    return task->actual_start != WAY_NEVER || task->complete > 0 ? cost : 0;
  if (accrual == WAY_ACCRUE_END)
    return task->complete == 100 ? cost : 0;
  if (work > 0)
    return cost * (double) assignment->actual_work / (double) work;
  return cost * (double) task->complete / 100;
}

/* What is recorded for the task; else its fixed cost, which falls due with its progress, and what
 * those who work on it have cost. */
static double
actual_cost (WayTask *task)
{
  GPtrArray *assignments = way_task_assignments (task);
  double sum = (double) task->fixed_cost * (double) task->complete / 100;

  if (task->actual_cost > 0)
    return (double) task->actual_cost;
  for (guint i = 0; i < assignments->len; i++)
    sum += assignment_actual_cost (assignments->pdata[i], task);
  return sum;
}

static double
actual_work (WayTask *task)
{
  GPtrArray *assignments = way_task_assignments (task);
  double sum = 0;

  if (task->actual_work > 0)
    return (double) task->actual_work;
  for (guint i = 0; i < assignments->len; i++)
    sum += (double) WAY_ASSIGNMENT (assignments->pdata[i])->actual_work;
  return sum;
}

static void
add (Sums *sums, double budget, double due, double earned, double actual)
{
  sums->bac += budget;
  sums->pv += budget * due;
  sums->ev += budget * earned;
  sums->ac += actual;
}

static double
divide (double dividend, double divisor)
{
  return divisor > 0 ? dividend / divisor : NAN;
}

static gboolean
compute (WayDocument *document, WayEarnedValue *figures)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  WayMoment until = way_moment_day (way_document_get_status_date (document)) + WAY_DAY;
  Sums cost = { 0 }, work = { 0 }, *sums;

  if (way_baseline_get (document, 0) == NULL)
    return FALSE;
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];
      WayBaselineValue *value;
      double due, earned;

      if (!task->active || task->summary)
        continue;
      value = way_baseline_get_value (document, 0, task);
      due = value != NULL ? way_baseline_value_due (document, task, value, until) : 0;
      earned = share_earned (task);
      add (&cost, value != NULL ? (double) value->cost : 0, due, earned, actual_cost (task));
      add (&work, value != NULL ? (double) value->work : 0, due, earned, actual_work (task));
    }
  sums = cost.bac > 0 ? &cost : &work;
  if (sums->bac <= 0)
    return FALSE;
  *figures = (WayEarnedValue) {
    .in_work = sums == &work,
    .bac = sums->bac,
    .pv = sums->pv,
    .ev = sums->ev,
    .ac = sums->ac,
    .sv = sums->ev - sums->pv,
    .cv = sums->ev - sums->ac,
    .spi = divide (sums->ev, sums->pv),
    .cpi = divide (sums->ev, sums->ac),
  };
  figures->eac = divide (figures->bac, figures->cpi);
  return TRUE;
}

/**
 * way_earned_value:
 * @figures: (out caller-allocates): set only on success
 *
 * Adds up the active leaves of the plan (numbers.md §7): budgets are those of baseline 0; what came
 * in after it has none, and what it cost counts. Costs are hundredths of the plan's currency; when
 * the baseline has none, the same figures are minutes of work.
 *
 * Returns: %FALSE without a baseline, or when it has neither cost nor work
 */
gboolean
way_earned_value (WayDocument *document, WayEarnedValue *figures)
{
  static GQuark quark;
  guint64 state = way_plan_get_state (way_document_get_plan (document));
  WayMoment day = way_document_get_status_date (document);
  Kept *kept;

  if (quark == 0)
    quark = g_quark_from_static_string ("way-earned-value");
  kept = g_object_get_qdata (G_OBJECT (document), quark);
  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      kept->day = WAY_NEVER;
      g_object_set_qdata_full (G_OBJECT (document), quark, kept, g_free);
    }
  if (kept->state != state || kept->day != day)
    {
      kept->known = compute (document, &kept->figures);
      kept->state = state;
      kept->day = day;
    }
  if (kept->known)
    *figures = kept->figures;
  return kept->known;
}
