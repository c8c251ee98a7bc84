/* way-check-ins.c: the weekly word on a milestone or an initiative: what to propose for it,
 * and which are overdue.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-check-ins.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-rag.h"
#include "metrics/way-task-metrics.h"
#include "metrics/way-task-milestones.h"

#define MOST_LINES 12

static WayMoment
today_of (WayDocument *document)
{
  return way_moment_day (way_document_get_status_date (document));
}

/**
 * way_check_in_last:
 *
 * Returns: (transfer none) (nullable): the latest of the milestone or initiative
 */
WayCheckIn *
way_check_in_last (WayRecord *record)
{
  g_autoptr (GPtrArray) all = way_record_get_parts (record, &way_check_in_type);
  WayCheckIn *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      WayCheckIn *one = all->pdata[i];

      if (last == NULL || one->date > last->date)
        last = one;
    }
  return last;
}

static void
add_line (GString *lines, guint *n_lines, const char *line)
{
  if ((*n_lines)++ >= MOST_LINES)
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* @milestone is the one, or one of the initiative's. */
static gboolean
is_of (WayMilestone *milestone, WayRecord *record)
{
  return milestone != NULL
         && (WAY_RECORD (milestone) == record || milestone->initiative == record->id);
}

static gboolean
is_below (WayPlan *plan, WayTask *task, gint64 row)
{
  while (task != NULL && WAY_RECORD (task)->id != row)
    task = way_plan_lookup_task (plan, task->parent);
  return task != NULL;
}

/* Of those tasks: the ones that are done for the milestone, or for the initiative. */
static void
add_tasks (GPtrArray *tasks, GPtrArray *milestones, WayRecord *record, GString *lines,
           guint *n_lines)
{
  gint64 row = WAY_IS_INITIATIVE (record) ? WAY_INITIATIVE (record)->task : 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];

      if ((task->row < (gint64) milestones->len && is_of (milestones->pdata[task->row], record))
          || (row != 0 && is_below (record->plan, task, row)))
        add_line (lines, n_lines, WAY_RECORD (task)->title);
    }
}

static void
add_milestones (GPtrArray *milestones, WayRecord *initiative, guint max, GString *lines,
                guint *n_lines)
{
  for (guint i = 0, n = 0; i < milestones->len && n < max; i++)
    if (is_of (milestones->pdata[i], initiative))
      {
        add_line (lines, n_lines, WAY_RECORD (milestones->pdata[i])->title);
        n++;
      }
}

static char *
propose_done (WayDocument *document, WayRecord *record, GPtrArray *milestones, WayMoment since)
{
  WayMoment today = today_of (document);
  g_autoptr (GPtrArray) tasks = way_tasks_finished_in (document, since, today);
  g_autoptr (GPtrArray) reached = way_milestones_completed_in (document, since, today);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  if (WAY_IS_INITIATIVE (record))
    add_milestones (reached, record, MOST_LINES, lines, &n_lines);
  add_tasks (tasks, milestones, record, lines, &n_lines);
  if (WAY_IS_MILESTONE (record))
    items = way_record_get_parts (record, &way_checklist_item_type);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      WayChecklistItem *item = items->pdata[i];

      if (item->done && item->done_on != WAY_NEVER && item->done_on >= since)
        add_line (lines, &n_lines, WAY_RECORD (item)->title);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
propose_next (WayDocument *document, WayRecord *record, GPtrArray *milestones)
{
  WayMoment today = today_of (document);
  g_autoptr (GPtrArray) coming = way_milestones_next (document, 0);
  g_autoptr (GPtrArray) running = way_tasks_in_progress (document);
  g_autoptr (GPtrArray) starting
      = way_tasks_starting_in (document, today, today + WAY_CHECK_IN_DAYS * WAY_DAY);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  if (WAY_IS_INITIATIVE (record))
    add_milestones (coming, record, 1, lines, &n_lines);
  add_tasks (running, milestones, record, lines, &n_lines);
  add_tasks (starting, milestones, record, lines, &n_lines);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
propose_needs (WayDocument *document, WayRecord *record)
{
  GPtrArray *milestones
      = way_plan_peek_records (way_document_get_plan (document), &way_milestone_type);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < milestones->len; i++)
    {
      g_autoptr (GPtrArray) blockers = NULL;

      if (!is_of (milestones->pdata[i], record))
        continue;
      blockers = way_milestone_get_blockers (milestones->pdata[i]);
      for (guint k = 0; k < blockers->len; k++)
        add_line (lines, &n_lines, WAY_RECORD (blockers->pdata[k])->title);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * way_check_in_propose:
 *
 * Done is what was finished or ticked since the last check-in (or in the last week), next what runs
 * or starts within a week, needs the blockers that are open; the colour is the computed one with
 * its worst reason (numbers.md §6). An initiative's are those of its milestones and of the rows
 * below its own, with the milestones that were reached and the one that comes next.
 *
 * Returns: (transfer full)
 */
WayCheckInProposal *
way_check_in_propose (WayDocument *document, WayRecord *record)
{
  WayCheckInProposal *self = g_new0 (WayCheckInProposal, 1);
  g_autoptr (GPtrArray) milestones = way_task_milestones (document);
  g_autoptr (WayRagStatus) status
      = WAY_IS_INITIATIVE (record) ? way_rag_of_initiative (document, WAY_INITIATIVE (record))
                                   : way_rag_of_milestone (document, WAY_MILESTONE (record));
  WayCheckIn *last = way_check_in_last (record);
  WayMoment since = last != NULL && last->date != WAY_NEVER
                        ? last->date
                        : today_of (document) - WAY_CHECK_IN_DAYS * WAY_DAY;

  self->date = today_of (document);
  self->rag = status->rag;
  self->reason = g_strdup (status->reasons->pdata[0]);
  self->done = propose_done (document, record, milestones, since);
  self->next = propose_next (document, record, milestones);
  self->needs = propose_needs (document, record);
  return self;
}

/**
 * way_check_in_proposal_free:
 */
void
way_check_in_proposal_free (WayCheckInProposal *self)
{
  g_free (self->reason);
  g_free (self->done);
  g_free (self->next);
  g_free (self->needs);
  g_free (self);
}

static gboolean
is_worked_on (WayRecord *record)
{
  gint64 status = way_record_get_int (record, "status");

  return status == WAY_STATUS_ACTIVE || status == WAY_STATUS_TESTING
         || status == WAY_STATUS_REVIEW;
}

/**
 * way_check_in_due:
 * @record: a milestone or an initiative
 *
 * Returns: the last day on which the next one is in time; %WAY_NEVER when nobody is waiting for
 * one: @record is not being worked on, or has had none yet
 */
WayMoment
way_check_in_due (WayRecord *record)
{
  WayCheckIn *last = is_worked_on (record) ? way_check_in_last (record) : NULL;

  return last != NULL ? way_moment_day (last->date) + WAY_CHECK_IN_DAYS * WAY_DAY : WAY_NEVER;
}

static void
add_overdue (WayDocument *document, const WayRecordType *type, GPtrArray *overdue)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (document), type);
  WayMoment today = today_of (document);

  for (guint i = 0; i < all->len; i++)
    {
      WayMoment due = way_check_in_due (all->pdata[i]);

      if (due != WAY_NEVER && due < today)
        g_ptr_array_add (overdue, g_object_ref (all->pdata[i]));
    }
}

/**
 * way_check_ins_overdue:
 *
 * Returns: (transfer full) (element-type WayRecord): milestones, then initiatives
 */
GPtrArray *
way_check_ins_overdue (WayDocument *document)
{
  GPtrArray *overdue = g_ptr_array_new_with_free_func (g_object_unref);

  add_overdue (document, &way_milestone_type, overdue);
  add_overdue (document, &way_initiative_type, overdue);
  return overdue;
}
