/* way-task-metrics.c: which tasks are late, due, critical, blocked, running or done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-task-metrics.h"

#include "document/way-milestone-figures.h"
#include "document/way-task-edits.h"

typedef struct
{
  WayDocument *document;
  WayMoment from, to; /* moments: the end is not part of it */
} Question;

typedef gboolean  (*Filter) (WayTask *task, const Question *question);
typedef WayMoment (*DateOf) (WayTask *task);

static WayMoment
start_of (WayTask *task)
{
  return task->start;
}

static WayMoment
finish_of (WayTask *task)
{
  return task->finish;
}

static WayMoment
deadline_of (WayTask *task)
{
  return task->deadline;
}

static int
compare_by_date (gconstpointer a, gconstpointer b, gpointer data)
{
  WayTask *first = *(WayTask *const *) a;
  WayTask *second = *(WayTask *const *) b;
  DateOf date_of = *(DateOf *) data;
  WayMoment one = date_of (first), two = date_of (second);

  if (one != two)
    return one < two ? -1 : 1;
  return first->row < second->row ? -1 : 1;
}

static gboolean
is_done (WayTask *task)
{
  return task->actual_finish != WAY_NEVER || task->percent_complete == 100;
}

static gboolean
has_started (WayTask *task)
{
  return task->actual_start != WAY_NEVER || task->percent_complete > 0;
}

static GPtrArray *
select_tasks (Filter filter, DateOf date_of, const Question *question)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (question->document));
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = g_ptr_array_index (outline, i);

      if (task->active && !task->summary && filter (task, question))
        g_ptr_array_add (chosen, g_object_ref (task));
    }
  g_ptr_array_sort_with_data (chosen, compare_by_date, &date_of);
  return chosen;
}

static Question
ask (WayDocument *document)
{
  WayMoment today = way_moment_day (way_document_get_status_date (document));

  return (Question) { .document = document, .from = today, .to = today + WAY_DAY };
}

static Question
ask_period (WayDocument *document, WayMoment from, WayMoment to)
{
  return (Question) { .document = document,
                      .from = way_moment_day (from),
                      .to = way_moment_day (to) + WAY_DAY };
}

/* Working minutes of @task's calendar between two moments; + when @now is later. */
static gboolean
variance_between (WayDocument *document, WayTask *task, WayMoment then, WayMoment now,
                  gint64 *minutes)
{
  if (then == WAY_NEVER || now == WAY_NEVER)
    return FALSE;
  *minutes = now >= then ? way_document_work_between (document, task->calendar, then, now)
                         : -way_document_work_between (document, task->calendar, now, then);
  return TRUE;
}

/**
 * way_task_get_start_variance:
 * @baseline_slot: 0 … 10; −1 = none
 * @minutes: (out): working time from the start in the baseline to the start now, + = late
 *
 * Returns: FALSE when the baseline does not have @task
 */
gboolean
way_task_get_start_variance (WayDocument *document, int baseline_slot, WayTask *task,
                             gint64 *minutes)
{
  WayBaselineValue *value
      = baseline_slot >= 0 ? way_baseline_get_value (document, baseline_slot, task) : NULL;

  return value != NULL && variance_between (document, task, value->start, task->start, minutes);
}

/**
 * way_task_get_finish_variance:
 *
 * The same from finish to finish.
 */
gboolean
way_task_get_finish_variance (WayDocument *document, int baseline_slot, WayTask *task,
                              gint64 *minutes)
{
  WayBaselineValue *value
      = baseline_slot >= 0 ? way_baseline_get_value (document, baseline_slot, task) : NULL;

  return value != NULL && variance_between (document, task, value->finish, task->finish, minutes);
}

/**
 * way_task_baseline_variance:
 *
 * Working time from the finish in baseline 0 to the finish now, in the task's calendar.
 *
 * Returns: minutes, + = late; 0 without a baseline
 */
gint64
way_task_baseline_variance (WayDocument *document, WayTask *task)
{
  gint64 minutes = 0;

  return way_task_get_finish_variance (document, 0, task, &minutes) ? minutes : 0;
}

static gboolean
is_late (WayTask *task, const Question *question)
{
  return !is_done (task) && way_task_baseline_variance (question->document, task) > 0;
}

/**
 * way_tasks_late:
 *
 * Returns: (transfer full) (element-type WayTask): open, and forecast to finish after baseline 0
 */
GPtrArray *
way_tasks_late (WayDocument *document)
{
  Question question = ask (document);

  if (way_baseline_get (document, 0) == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return select_tasks (is_late, finish_of, &question);
}

static gboolean
is_overdue (WayTask *task, const Question *question)
{
  if (is_done (task) || task->start == WAY_NEVER)
    return FALSE;
  return task->finish < question->to || (!has_started (task) && task->start < question->from);
}

/**
 * way_tasks_overdue:
 *
 * Returns: (transfer full) (element-type WayTask): by the schedule, finished by the end of the
 * status date or started before it, and by its progress not
 */
GPtrArray *
way_tasks_overdue (WayDocument *document)
{
  Question question = ask (document);

  return select_tasks (is_overdue, finish_of, &question);
}

static gboolean
is_critical (WayTask *task, const Question *question)
{
  return !is_done (task) && task->critical;
}

/**
 * way_tasks_critical:
 *
 * Returns: (transfer full) (element-type WayTask): open and on the critical path (numbers.md §3)
 */
GPtrArray *
way_tasks_critical (WayDocument *document)
{
  Question question = ask (document);

  return select_tasks (is_critical, start_of, &question);
}

static gboolean
is_blocked (WayTask *task, const Question *question)
{
  return !is_done (task) && task->state == WAY_STATE_BLOCKED;
}

/**
 * way_tasks_blocked:
 *
 * Returns: (transfer full) (element-type WayTask): open, in the state "blocked"
 */
GPtrArray *
way_tasks_blocked (WayDocument *document)
{
  Question question = ask (document);

  return select_tasks (is_blocked, start_of, &question);
}

/* A deadline typed as a bare date stands for the whole of that day. */
static gboolean
is_past_deadline (WayTask *task, const Question *question)
{
  WayMoment deadline = task->deadline;

  if (deadline == WAY_NEVER || is_done (task) || task->finish == WAY_NEVER)
    return FALSE;
  if (way_moment_day (deadline) == deadline)
    deadline += WAY_DAY;
  return task->finish > deadline;
}

/**
 * way_tasks_past_deadline:
 *
 * Returns: (transfer full) (element-type WayTask): open, and finishing after the deadline
 */
GPtrArray *
way_tasks_past_deadline (WayDocument *document)
{
  Question question = ask (document);

  return select_tasks (is_past_deadline, deadline_of, &question);
}

/**
 * way_task_is_behind:
 * @status_date: of the document; asked for by the caller once, not for each task
 *
 * Returns: whether @task is late in any way: after baseline 0, after its deadline, or not begun
 * or not done by the status date although the schedule says so
 */
gboolean
way_task_is_behind (WayDocument *document, WayMoment status_date, WayTask *task)
{
  WayMoment today = way_moment_day (status_date);
  Question question = { .document = document, .from = today, .to = today + WAY_DAY };

  if (!task->active || task->summary || is_done (task))
    return FALSE;
  return is_overdue (task, &question) || is_past_deadline (task, &question)
         || is_late (task, &question);
}

static gboolean
is_in_progress (WayTask *task, const Question *question)
{
  return !is_done (task) && task->duration > 0
         && (has_started (task) || task->state == WAY_STATE_IN_PROGRESS);
}

/**
 * way_tasks_in_progress:
 *
 * Returns: (transfer full) (element-type WayTask): begun and not done, the next to finish first
 */
GPtrArray *
way_tasks_in_progress (WayDocument *document)
{
  Question question = ask (document);

  return select_tasks (is_in_progress, finish_of, &question);
}

static gboolean
is_finished_in (WayTask *task, const Question *question)
{
  WayMoment day = way_finish_day (task->actual_finish != WAY_NEVER ? task->actual_finish
                                                                   : task->finish);

  return is_done (task) && day != WAY_NEVER && day >= question->from && day < question->to;
}

/**
 * way_tasks_finished_in:
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full) (element-type WayTask)
 */
GPtrArray *
way_tasks_finished_in (WayDocument *document, WayMoment from, WayMoment to)
{
  Question question = ask_period (document, from, to);

  return select_tasks (is_finished_in, finish_of, &question);
}

static gboolean
is_starting_in (WayTask *task, const Question *question)
{
  return !is_done (task) && !has_started (task) && task->start >= question->from
         && task->start < question->to;
}

static gboolean
is_finishing_in (WayTask *task, const Question *question)
{
  WayMoment day = way_finish_day (task->finish);

  return !is_done (task) && task->duration > 0 && day != WAY_NEVER && day >= question->from
         && day < question->to;
}

/**
 * way_tasks_finishing_in:
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full) (element-type WayTask): scheduled to finish in the period; no points
 */
GPtrArray *
way_tasks_finishing_in (WayDocument *document, WayMoment from, WayMoment to)
{
  Question question = ask_period (document, from, to);

  return select_tasks (is_finishing_in, finish_of, &question);
}

/**
 * way_tasks_starting_in:
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full) (element-type WayTask): scheduled to start in the period
 */
GPtrArray *
way_tasks_starting_in (WayDocument *document, WayMoment from, WayMoment to)
{
  Question question = ask_period (document, from, to);

  return select_tasks (is_starting_in, start_of, &question);
}
