/* way-milestone-figures.c: forecast, variance and progress of milestones (numbers.md §4).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-milestone-figures.h"

#include "document/way-milestone-parts.h"
#include "model/way-record-private.h"

#include <math.h>

/* How leaves weigh where it is not by duration, as the schedule itself has it. */
typedef enum { WEIGH_WORK, WEIGH_POINTS } Weighing;

typedef struct
{
  double done;
  double whole;
} Share;

static void
add_leaf (const WayTask *task, Weighing weighing, Share *share)
{
  double weight = weighing == WEIGH_WORK ? (double) task->work : task->story_points;

  if (!task->active)
    return;
  share->whole += weight;
  share->done += weight * (double) task->complete / 100;
}

/* @task and the rows below it, which follow it in the outline on deeper levels. */
static void
add_leaves (WayPlan *plan, WayTask *task, Weighing weighing, Share *share)
{
  GPtrArray *outline = way_plan_get_outline (plan);

  for (guint i = (guint) task->row; i < outline->len; i++)
    {
      WayTask *row = g_ptr_array_index (outline, i);

      if (row != task && row->depth <= task->depth)
        break;
      if (!row->summary)
        add_leaf (row, weighing, share);
    }
}

/* Rounded, but 0 only when nothing is done and 100 only when all is. */
static gint64
share_to_percent (const Share *share)
{
  double percent = share->whole > 0 ? 100 * share->done / share->whole : 0;

  if (share->whole <= 0 || share->done <= 0)
    return 0;
  if (share->done >= share->whole)
    return 100;
  return CLAMP ((gint64) floor (percent + 0.5), 1, 99);
}

static WayTask *
row_of (WayMilestone *milestone)
{
  WayPlan *plan = WAY_RECORD (milestone)->plan;

  return plan != NULL && milestone->task != 0 ? way_plan_lookup_task (plan, milestone->task)
                                              : NULL;
}

/**
 * way_milestone_is_cancelled:
 *
 * Returns: whether it no longer counts
 */
gboolean
way_milestone_is_cancelled (WayMilestone *milestone)
{
  return milestone->status == WAY_STATUS_CANCELLED;
}

/**
 * way_milestone_is_completed:
 *
 * Returns: whether it was declared completed, has the day on which it was, or its point in the
 * timeline was reached with every gate met; a phase whose tasks are done still waits to be declared
 */
gboolean
way_milestone_is_completed (WayMilestone *milestone)
{
  WayTask *row;

  if (way_milestone_is_cancelled (milestone))
    return FALSE;
  if (milestone->status == WAY_STATUS_COMPLETED || milestone->actual_date != WAY_NEVER)
    return TRUE;
  row = row_of (milestone);
  return row != NULL && !row->summary && row->duration == 0
         && (row->actual_finish != WAY_NEVER || row->percent_complete == 100)
         && way_milestone_check_gate (milestone, NULL);
}

/**
 * way_milestone_is_open:
 *
 * Returns: neither completed nor cancelled
 */
gboolean
way_milestone_is_open (WayMilestone *milestone)
{
  return !way_milestone_is_cancelled (milestone) && !way_milestone_is_completed (milestone);
}

/**
 * way_milestone_is_late:
 *
 * Returns: whether its forecast, or the day it was completed, is after its target (numbers.md §5)
 */
gboolean
way_milestone_is_late (WayMilestone *milestone)
{
  return !way_milestone_is_cancelled (milestone) && milestone->target_date != WAY_NEVER
         && milestone->forecast != WAY_NEVER
         && way_finish_day (milestone->forecast) > way_moment_day (milestone->target_date);
}

/**
 * way_finish_day:
 * @finish: when work ends
 *
 * Returns: 00:00 of the civil day on which it ends; midnight is the end of the day before
 */
WayMoment
way_finish_day (WayMoment finish)
{
  return finish == WAY_NEVER ? WAY_NEVER : way_moment_day (finish - 1);
}

/**
 * way_finish_variance:
 * @target: the day promised; its time of day does not matter
 * @finish: when work ends
 *
 * Working time between the end of the promised day and the end of the day of @finish, in the
 * plan's calendar (numbers.md §4).
 *
 * Returns: minutes, + = late; 0 when one of the two is not known
 */
gint64
way_finish_variance (WayDocument *document, WayMoment target, WayMoment finish)
{
  WayMoment promised, done;

  if (target == WAY_NEVER || finish == WAY_NEVER)
    return 0;
  promised = way_moment_day (target) + WAY_DAY;
  done = way_finish_day (finish) + WAY_DAY;
  if (done >= promised)
    return way_document_work_between (document, 0, promised, done);
  return -way_document_work_between (document, 0, done, promised);
}

/**
 * way_milestone_forecast:
 *
 * Forecast = the computed finish of its row; the end of the working day on which it was
 * completed once that is known (numbers.md §4).
 *
 * Returns: %WAY_NEVER for a milestone that stands on no active row
 */
WayMoment
way_milestone_forecast (WayDocument *document, WayMilestone *milestone)
{
  WayTask *row = row_of (milestone);

  if (milestone->actual_date != WAY_NEVER)
    return way_moment_day (milestone->actual_date)
           + way_plan_get_project (way_document_get_plan (document))->day_finish;
  return row != NULL && row->active ? row->finish : WAY_NEVER;
}

/**
 * way_milestone_variance:
 *
 * Variance = working days from target to forecast (numbers.md §4).
 *
 * Returns: working minutes, + = late
 */
gint64
way_milestone_variance (WayDocument *document, WayMilestone *milestone)
{
  return way_finish_variance (document, milestone->target_date,
                              way_milestone_forecast (document, milestone));
}

/* Lines of the success criteria that are met, of all. */
static void
count_criteria (WayMilestone *milestone, Share *share)
{
  g_autoptr (GPtrArray) criteria
      = way_milestone_get_choice (milestone, &way_checklist_item_type, "list",
                                  WAY_CHECKLIST_SUCCESS_CRITERIA);

  share->whole = criteria->len;
  for (guint i = 0; i < criteria->len; i++)
    share->done += way_checklist_item_is_met (criteria->pdata[i]);
}

/**
 * way_milestone_percent:
 *
 * Progress by the milestone's own method (numbers.md §4): a waived criterion counts as met. Where
 * the weights of that method are not filled in, durations decide.
 *
 * Returns: 0 … 100
 */
gint64
way_milestone_percent (WayDocument *document, WayMilestone *milestone)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTask *row = row_of (milestone);
  Share share = { 0 };

  if (way_milestone_is_completed (milestone))
    return 100;
  if (milestone->completion == WAY_COMPLETE_TYPED)
    return milestone->typed_complete;
  if (milestone->completion == WAY_COMPLETE_CRITERIA)
    count_criteria (milestone, &share);
  if (share.whole > 0)
    return share_to_percent (&share);
  if (row == NULL)
    return 0;
  if (milestone->completion == WAY_COMPLETE_EFFORT)
    add_leaves (plan, row, WEIGH_WORK, &share);
  else if (milestone->completion == WAY_COMPLETE_POINTS)
    add_leaves (plan, row, WEIGH_POINTS, &share);
  return share.whole > 0 ? share_to_percent (&share) : row->complete;
}

static void
update_milestones (WayDocument *document, GPtrArray *milestones)
{
  const WayField *forecast = way_record_type_field (&way_milestone_type, "forecast");
  const WayField *variance = way_record_type_field (&way_milestone_type, "variance");
  const WayField *complete = way_record_type_field (&way_milestone_type, "complete");

  for (guint i = 0; i < milestones->len; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (milestones, i);
      WayRecord *record = WAY_RECORD (milestone);

      way_record_set_derived (record, forecast, way_milestone_forecast (document, milestone));
      way_record_set_derived (record, variance, way_milestone_variance (document, milestone));
      way_record_set_derived (record, complete, way_milestone_percent (document, milestone));
    }
}

/**
 * way_milestone_figures_update:
 *
 * Writes forecast, variance and progress of every milestone to its derived fields. Called by the
 * document after each reschedule.
 */
void
way_milestone_figures_update (WayDocument *document)
{
  GPtrArray *milestones
      = way_plan_peek_records (way_document_get_plan (document), &way_milestone_type);

  if (milestones->len > 0)
    update_milestones (document, milestones);
}
