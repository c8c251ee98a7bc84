/* way-task-edits.c: what hands do to tasks: move, resize, progress, link.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-edits.h"

#include "document/way-document-private.h"
#include "document/way-task-pieces.h"
#include "document/way-task-work.h"
#include "model/way-error.h"

static void
begin (WayDocument *document, const char *format, WayTask *task)
{
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, WAY_RECORD (task)->title);
#pragma GCC diagnostic pop
  way_document_begin (document, label);
}

static gboolean
refuse_summary (WayTask *task, GError **error)
{
  if (!task->summary)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("“%s” is a summary: its dates and progress come from the rows below it. Change those."),
               WAY_RECORD (task)->title);
  return FALSE;
}

static void
set_constraint (WayDocument *document, WayTask *task, WayConstraint type, WayMoment date)
{
  way_document_set_int (document, WAY_RECORD (task), "constraint_type", type);
  way_document_set_int (document, WAY_RECORD (task), "constraint_date", date);
}

/* Where the task would start if nothing but its links held it. */
static WayMoment
unpinned_start (WayDocument *document, WayTask *task)
{
  const WayNetResult *result;

  set_constraint (document, task, WAY_CONSTRAINT_ASAP, WAY_NEVER);
  result = way_scheduler_foresee (document->scheduler, document->scope, task);
  return result != NULL ? result->start : task->start; /* gone in another window, perhaps */
}

/* What has happened cannot lie ahead: the facts of a task end with the status date. */
static gboolean
refuse_future (WayDocument *document, WayTask *task, WayMoment last, GError **error)
{
  WayMoment status = way_document_get_status_date (document);
  g_autofree char *day = NULL;

  if (last <= status + WAY_DAY)
    return TRUE;
  day = way_moment_format_pattern (status, _("%-d %b %Y"));
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               task->actual_finish != WAY_NEVER
                   ? _("“%s” is done: it cannot have finished after the status date, %s.")
                   : _("“%s” has started: it cannot have started after the status date, %s."),
               WAY_RECORD (task)->title, day);
  return FALSE;
}

/* Where what goes from @from to @to ends when it starts at @start: as much work later, so that a
 * weekend makes it neither shorter nor longer. */
static WayMoment
end_of_same_work (WayDocument *document, WayTask *task, WayMoment from, WayMoment to,
                  WayMoment start)
{
  gint64 work = way_scheduler_task_between (document->scheduler, task, from, to);

  return work > 0 ? way_scheduler_task_add (document->scheduler, task, start, work)
                  : to + start - from;
}

/* The last fact of a task once its actual start is @start. */
static WayMoment
last_fact (WayTask *task, WayMoment start)
{
  return task->actual_finish != WAY_NEVER ? task->actual_finish + start - task->actual_start : start;
}

static WayEffect
move_started (WayDocument *document, WayTask *task, WayMoment start)
{
  gint64 shift = start - task->actual_start;

  way_document_set_int (document, WAY_RECORD (task), "actual_start", start);
  if (task->actual_finish != WAY_NEVER)
    way_document_set_int (document, WAY_RECORD (task), "actual_finish",
                          task->actual_finish + shift);
  return WAY_EFFECT_ACTUAL;
}

static WayEffect
move_manual (WayDocument *document, WayTask *task, WayMoment start)
{
  WayMoment finish = task->manual_finish;

  if (finish != WAY_NEVER && task->manual_start != WAY_NEVER)
    way_document_set_int (document, WAY_RECORD (task), "manual_finish",
                          end_of_same_work (document, task, task->manual_start, finish, start));
  way_document_set_int (document, WAY_RECORD (task), "manual_start", start);
  return WAY_EFFECT_CHANGED;
}

static WayEffect
move_automatic (WayDocument *document, WayTask *task, WayMoment start)
{
  gboolean was_pinned = task->constraint_type != WAY_CONSTRAINT_ASAP;
  WayMoment target;

  if (task->constraint_type == WAY_CONSTRAINT_MSO)
    {
      set_constraint (document, task, WAY_CONSTRAINT_MSO, start);
      return WAY_EFFECT_PINNED;
    }
  target = way_scheduler_task_next (document->scheduler, task, start);
  if (target <= unpinned_start (document, task))
    return was_pinned ? WAY_EFFECT_FREED : WAY_EFFECT_NONE;
  set_constraint (document, task, WAY_CONSTRAINT_SNET, target);
  return WAY_EFFECT_PINNED;
}

/**
 * way_task_edit_start:
 * @start: wanted start; work begins at the next working moment
 * @effect: (out) (optional): what was done to hold it there
 * @error: %WAY_ERROR_INVALID for a summary, and for a fact after the status date
 *
 * Moves a task. A start that the links allow by themselves needs no constraint and takes an
 * earlier one away; any other is held by "start no earlier than", never silently: see @effect.
 * Of a task that has started the record is corrected, up to the status date.
 */
gboolean
way_task_edit_start (WayDocument *document, WayTask *task, WayMoment start, WayEffect *effect,
                     GError **error)
{
  gboolean started = task->manual == 0 && task->actual_start != WAY_NEVER;
  WayEffect done;

  if (!refuse_summary (task, error)
      || (started && !refuse_future (document, task, last_fact (task, start), error)))
    return FALSE;
  begin (document, _("Move “%s”"), task);
  if (task->manual != 0)
    done = move_manual (document, task, start);
  else if (started)
    done = move_started (document, task, start);
  else
    done = move_automatic (document, task, start);
  if (effect != NULL)
    *effect = done;
  return way_document_commit (document, error);
}

/* With what hangs on it: interruptions, and the work of its people. */
static void
set_duration (WayDocument *document, WayTask *task, gint64 minutes)
{
  gint64 before = task->duration;

  way_task_trim_splits (document, task);
  way_document_set_int (document, WAY_RECORD (task), "duration", minutes);
  way_task_trim_splits (document, task);
  way_task_follow_duration (document, task, before);
}

/**
 * way_task_edit_finish:
 * @finish: wanted finish
 *
 * Changes the duration so that the task ends then; its start stays. A point moves.
 */
gboolean
way_task_edit_finish (WayDocument *document, WayTask *task, WayMoment finish, WayEffect *effect,
                      GError **error)
{
  gint64 minutes, rests, left;

  if (!refuse_summary (task, error))
    return FALSE;
  if (task->duration == 0)
    return way_task_edit_start (document, task, finish, effect, error);
  minutes = way_scheduler_task_between (document->scheduler, task, task->start, finish);
  way_task_rests (task, &rests, &left);
  minutes -= rests;
  if (finish <= task->start || minutes <= 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” cannot finish before it starts."), WAY_RECORD (task)->title);
      return FALSE;
    }
  if (task->actual_finish != WAY_NEVER && !refuse_future (document, task, finish, error))
    return FALSE;
  if (effect != NULL)
    *effect = WAY_EFFECT_CHANGED;
  begin (document, _("Resize “%s”"), task);
  set_duration (document, task, minutes);
  if (task->manual != 0)
    way_document_set_int (document, WAY_RECORD (task), "manual_finish", finish);
  if (task->actual_finish != WAY_NEVER)
    way_document_set_int (document, WAY_RECORD (task), "actual_finish", finish);
  return way_document_commit (document, error);
}

/**
 * way_task_edit_duration:
 * @minutes: working minutes, or minutes of the clock when @unit is elapsed
 * @unit: in which it is shown from now on
 */
gboolean
way_task_edit_duration (WayDocument *document, WayTask *task, gint64 minutes, WayUnit unit,
                        GError **error)
{
  if (!refuse_summary (task, error))
    return FALSE;
  if (unit == WAY_UNIT_PERCENT || unit == WAY_UNIT_ELAPSED_PERCENT)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("A duration cannot be a percentage. Type it as 3d, 2.5h or 1w, for example."));
      return FALSE;
    }
  begin (document, _("Change the duration of “%s”"), task);
  way_document_set_int (document, WAY_RECORD (task), "duration_unit", unit);
  set_duration (document, task, minutes);
  if (task->manual != 0)
    way_document_set_int (document, WAY_RECORD (task), "manual_finish", WAY_NEVER);
  way_document_set_int (document, WAY_RECORD (task), "estimated", FALSE);
  return way_document_commit (document, error);
}

static WayTaskState
state_for (WayTask *task, gint64 percent)
{
  if (percent == 100)
    return WAY_STATE_DONE;
  if (task->state == WAY_STATE_BLOCKED)
    return WAY_STATE_BLOCKED;
  return percent == 0 ? WAY_STATE_TODO : WAY_STATE_IN_PROGRESS;
}

/**
 * way_task_edit_complete:
 * @percent: 0 … 100
 *
 * Progress makes facts: what has begun keeps its start, what is done its finish; back
 * to 0 takes them away (numbers.md §3).
 */
gboolean
way_task_edit_complete (WayDocument *document, WayTask *task, gint64 percent, GError **error)
{
  WayRecord *record = WAY_RECORD (task);

  if (!refuse_summary (task, error))
    return FALSE;
  begin (document, _("Change the progress of “%s”"), task);
  way_document_set_int (document, record, "percent_complete", percent);
  if (percent == 0)
    way_document_set_int (document, record, "actual_start", WAY_NEVER);
  else if (task->actual_start == WAY_NEVER)
    way_document_set_int (document, record, "actual_start", task->start);
  if (percent < 100)
    way_document_set_int (document, record, "actual_finish", WAY_NEVER);
  else if (task->actual_finish == WAY_NEVER)
    way_document_set_int (document, record, "actual_finish", task->finish);
  way_document_set_int (document, record, "stop", WAY_NEVER);
  way_document_set_int (document, record, "resume", WAY_NEVER);
  way_document_set_int (document, record, "state", state_for (task, percent));
  return way_document_commit (document, error);
}

/**
 * way_task_unpin:
 *
 * Takes the task's constraint away: links alone decide.
 */
gboolean
way_task_unpin (WayDocument *document, WayTask *task, GError **error)
{
  begin (document, _("Unpin “%s”"), task);
  set_constraint (document, task, WAY_CONSTRAINT_ASAP, WAY_NEVER);
  return way_document_commit (document, error);
}

/**
 * way_task_is_pinned:
 *
 * Returns: whether a constraint with a date holds it
 */
gboolean
way_task_is_pinned (WayTask *task)
{
  return task->constraint_type != WAY_CONSTRAINT_ASAP
         && task->constraint_type != WAY_CONSTRAINT_ALAP;
}

/**
 * way_task_find_assignment:
 *
 * Returns: (transfer none) (nullable): of @resource to @task
 */
WayAssignment *
way_task_find_assignment (WayDocument *document, WayTask *task, WayResource *resource)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "task");
  GPtrArray *present = way_plan_get_referrers (document->plan, WAY_RECORD (task)->id, field);

  for (guint i = 0; present != NULL && i < present->len; i++)
    if (WAY_ASSIGNMENT (present->pdata[i])->resource == WAY_RECORD (resource)->id)
      return present->pdata[i];
  return NULL;
}

/**
 * way_link_would_cycle:
 * @cycle: (out) (optional) (transfer full): the loop by names, set only when there is one
 *
 * Returns: whether a link between the two would close a loop; no edit is made
 */
gboolean
way_link_would_cycle (WayDocument *document, WayTask *predecessor, WayTask *successor,
                      char **cycle)
{
  way_document_ensure_scheduled (document);
  return way_scheduler_would_cycle (document->scheduler, predecessor, successor, cycle);
}

/**
 * way_task_find_link:
 *
 * Returns: (transfer none) (nullable): the link from @predecessor to @successor
 */
WayLink *
way_task_find_link (WayDocument *document, WayTask *predecessor, WayTask *successor)
{
  const WayField *field = way_record_type_field (&way_link_type, "successor");
  GPtrArray *links = way_plan_get_referrers (document->plan, WAY_RECORD (successor)->id, field);

  for (guint i = 0; i < links->len; i++)
    if (WAY_LINK (links->pdata[i])->predecessor == WAY_RECORD (predecessor)->id)
      return links->pdata[i];
  return NULL;
}

/**
 * way_task_link:
 * @lag: minutes, or per cent with a per cent unit; negative = lead
 * @error: %WAY_ERROR_CYCLE names the loop
 *
 * Links two tasks; two that are linked already get the new type and lag.
 *
 * Returns: (transfer none) (nullable): the link
 */
WayLink *
way_task_link (WayDocument *document, WayTask *predecessor, WayTask *successor, WayLinkType type,
               gint64 lag, WayUnit lag_unit, GError **error)
{
  WayRecord *link = (WayRecord *) way_task_find_link (document, predecessor, successor);
  g_autofree char *cycle = NULL;

  if (link == NULL && way_link_would_cycle (document, predecessor, successor, &cycle))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CYCLE,
                   _("This would make a loop, and nothing in it could start first: %s."), cycle);
      return NULL;
    }
  begin (document, _("Link to “%s”"), successor);
  if (link == NULL)
    link = way_document_create_record (document, &way_link_type);
  way_document_set_int (document, link, "predecessor", WAY_RECORD (predecessor)->id);
  way_document_set_int (document, link, "successor", WAY_RECORD (successor)->id);
  way_document_set_int (document, link, "type", type);
  way_document_set_int (document, link, "lag", lag);
  way_document_set_int (document, link, "lag_unit", lag_unit);
  return way_document_commit (document, error) ? WAY_LINK (link) : NULL;
}
