/* way-check-ins.c: the weekly word on a milestone: what to propose for it, and which are overdue.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-check-ins.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
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
 * Returns: (transfer none) (nullable): the latest of the milestone
 */
WayCheckIn *
way_check_in_last (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) all = way_milestone_get_parts (milestone, &way_check_in_type);
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

/* Of those tasks: the ones that are done for the milestone. */
static void
add_tasks (GPtrArray *tasks, GPtrArray *milestones, WayMilestone *milestone, GString *lines,
           guint *n_lines)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];

      if (task->row < (gint64) milestones->len && milestones->pdata[task->row] == milestone)
        add_line (lines, n_lines, WAY_RECORD (task)->title);
    }
}

static char *
propose_done (WayDocument *document, WayMilestone *milestone, GPtrArray *milestones,
              WayMoment since)
{
  g_autoptr (GPtrArray) tasks = way_tasks_finished_in (document, since, today_of (document));
  g_autoptr (GPtrArray) items = way_milestone_get_parts (milestone, &way_checklist_item_type);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  add_tasks (tasks, milestones, milestone, lines, &n_lines);
  for (guint i = 0; i < items->len; i++)
    {
      WayChecklistItem *item = items->pdata[i];

      if (item->done && item->done_on != WAY_NEVER && item->done_on >= since)
        add_line (lines, &n_lines, WAY_RECORD (item)->title);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
propose_next (WayDocument *document, WayMilestone *milestone, GPtrArray *milestones)
{
  WayMoment today = today_of (document);
  g_autoptr (GPtrArray) running = way_tasks_in_progress (document);
  g_autoptr (GPtrArray) starting
      = way_tasks_starting_in (document, today, today + WAY_CHECK_IN_DAYS * WAY_DAY);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  add_tasks (running, milestones, milestone, lines, &n_lines);
  add_tasks (starting, milestones, milestone, lines, &n_lines);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
propose_needs (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) blockers = way_milestone_get_blockers (milestone);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < blockers->len; i++)
    add_line (lines, &n_lines, WAY_RECORD (blockers->pdata[i])->title);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * way_check_in_propose:
 *
 * Done is what was finished or ticked since the last check-in (or in the last week), next what runs
 * or starts within a week, needs the blockers that are open; the colour is the computed one with
 * its worst reason (numbers.md §6).
 *
 * Returns: (transfer full)
 */
WayCheckInProposal *
way_check_in_propose (WayDocument *document, WayMilestone *milestone)
{
  WayCheckInProposal *self = g_new0 (WayCheckInProposal, 1);
  g_autoptr (GPtrArray) milestones = way_task_milestones (document);
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, milestone);
  WayCheckIn *last = way_check_in_last (milestone);
  WayMoment since = last != NULL && last->date != WAY_NEVER
                        ? last->date
                        : today_of (document) - WAY_CHECK_IN_DAYS * WAY_DAY;

  self->date = today_of (document);
  self->rag = status->rag;
  self->reason = g_strdup (status->reasons->pdata[0]);
  self->done = propose_done (document, milestone, milestones, since);
  self->next = propose_next (document, milestone, milestones);
  self->needs = propose_needs (milestone);
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
is_worked_on (WayMilestone *milestone)
{
  return milestone->status == WAY_STATUS_ACTIVE || milestone->status == WAY_STATUS_TESTING
         || milestone->status == WAY_STATUS_REVIEW;
}

/**
 * way_check_ins_overdue:
 *
 * Returns: (transfer full) (element-type WayMilestone)
 */
GPtrArray *
way_check_ins_overdue (WayDocument *document)
{
  GPtrArray *overdue = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = way_plan_get_records (way_document_get_plan (document), &way_milestone_type);
  WayMoment oldest = today_of (document) - WAY_CHECK_IN_DAYS * WAY_DAY;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (WayMilestone) milestone = g_list_model_get_item (all, i);
      WayCheckIn *last = is_worked_on (milestone) ? way_check_in_last (milestone) : NULL;

      if (is_worked_on (milestone) && last != NULL && last->date < oldest)
        g_ptr_array_add (overdue, g_steal_pointer (&milestone));
    }
  return overdue;
}
