/* way-attention-tasks.c: what needs attention of the rows of the schedule and of people.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/attention/way-attention-private.h"

#include "document/way-milestone-figures.h"
#include "metrics/way-conflicts.h"
#include "metrics/way-resource-load.h"
#include "metrics/way-task-metrics.h"

static void
add_deadlines (WayAttentionSearch *search)
{
  WayPlan *plan = search->plan;
  g_autoptr (GPtrArray) tasks = way_tasks_past_deadline (search->document);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *label = way_record_dup_label (WAY_RECORD (task));
      g_autofree char *finish = way_moment_format_short (way_finish_day (task->finish));
      g_autofree char *deadline = way_moment_format_short (task->deadline);
      gint64 late = way_finish_variance (search->document, task->deadline, task->finish);

      way_attention_add (search, WAY_SEVERITY_BAD, WAY_ATTENTION_DEADLINE, WAY_RECORD (task),
                         g_strdup_printf (_ ("%s finishes on %s, after its deadline of %s"), label,
                                          finish, deadline),
                         way_variance_format (plan, late), task->deadline);
    }
}

static void
add_overdue (WayAttentionSearch *search)
{
  g_autoptr (GPtrArray) tasks = way_tasks_overdue (search->document);
  WayMoment tomorrow = way_moment_day (way_document_get_status_date (search->document)) + WAY_DAY;

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      gboolean to_finish = task->finish < tomorrow;
      WayMoment since = to_finish ? way_finish_day (task->finish) : way_moment_day (task->start);
      g_autofree char *label = way_record_dup_label (WAY_RECORD (task));
      g_autofree char *day = way_moment_format_short (since);
      g_autofree char *percent = way_percent_format ((double)task->percent_complete);

      way_attention_add (search, task->critical ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING,
                         WAY_ATTENTION_OVERDUE, WAY_RECORD (task),
                         to_finish
                             ? g_strdup_printf (_ ("%s should have finished on %s; it is at %s"),
                                                label, day, percent)
                             : g_strdup_printf (_ ("%s should have started on %s"), label, day),
                         g_strdup (_ ("Overdue")), since);
    }
}

static void
add_blocked (WayAttentionSearch *search)
{
  g_autoptr (GPtrArray) tasks = way_tasks_blocked (search->document);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *label = way_record_dup_label (WAY_RECORD (task));

      way_attention_add (search, task->critical ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING,
                         WAY_ATTENTION_BLOCKED, WAY_RECORD (task),
                         task->critical
                             ? g_strdup_printf (_ ("%s is blocked, and it is critical"), label)
                             : g_strdup_printf (_ ("%s is blocked"), label),
                         g_strdup (_ ("Blocked")), WAY_NEVER);
    }
}

/* What contradicts itself, but for deadlines, which stand among the dates above. */
static void
add_conflicts (WayAttentionSearch *search)
{
  g_autoptr (GPtrArray) conflicts = way_conflicts_list (search->document, G_MAXUINT);

  for (guint i = 0; i < conflicts->len; i++)
    {
      WayConflict *conflict = g_ptr_array_index (conflicts, i);
      WayTask *task = conflict->task;
      gboolean fixed = conflict->kind == WAY_CONFLICT_KIND_CONSTRAINT
                       || conflict->kind == WAY_CONFLICT_KIND_FLOAT;

      if (conflict->kind == WAY_CONFLICT_KIND_DEADLINE)
        continue;
      way_attention_add (search,
                         conflict->kind == WAY_CONFLICT_KIND_PROGRESS ? WAY_SEVERITY_WARNING
                                                                      : WAY_SEVERITY_BAD,
                         WAY_ATTENTION_CONFLICT,
                         task != NULL ? WAY_RECORD (task) : WAY_RECORD (conflict->calendar),
                         g_strdup (conflict->text),
                         fixed ? way_variance_format (search->plan, -task->total_float)
                               : g_strdup (_ ("Conflict")),
                         fixed ? task->constraint_date : WAY_NEVER);
    }
}

static void
add_due (WayAttentionSearch *search)
{
  WayMoment last = search->today + WAY_ATTENTION_DAYS * WAY_DAY;
  g_autoptr (GPtrArray) tasks
      = way_tasks_finishing_in (search->document, search->today + WAY_DAY, last);

  for (guint i = 0; i < tasks->len; i++)
    way_attention_add_due (search, tasks->pdata[i],
                           way_finish_day (WAY_TASK (tasks->pdata[i])->finish));
}

/* Only what is still to come can be helped. */
static void
add_loads (WayAttentionSearch *search)
{
  GPtrArray *people = way_plan_peek_records (search->plan, &way_resource_type);
  g_autoptr (WayLoads) loads = people->len > 0 ? way_loads_new (search->plan) : NULL;

  for (guint i = 0; i < people->len; i++)
    {
      WayResource *person = people->pdata[i];
      g_autoptr (WayResourceLoad) load = way_resource_load_new (loads, person);
      WayMoment first = WAY_NEVER;
      guint n_days = way_resource_load_over (load, search->today, &first);
      g_autofree char *day = NULL;

      if (n_days == 0)
        continue;
      day = way_moment_format_short (first);
      way_attention_add (
          search, WAY_SEVERITY_WARNING, WAY_ATTENTION_LOAD, WAY_RECORD (person),
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%s has more work than time on %u day, on %s",
                                        "%s has more work than time on %u days, from %s on",
                                        n_days),
                           WAY_RECORD (person)->title, n_days, day),
          /* Translators: so many days */
          g_strdup_printf (_ ("%u d"), n_days), first);
    }
}

void
way_attention_find_in_tasks (WayAttentionSearch *search)
{
  add_deadlines (search);
  add_overdue (search);
  add_blocked (search);
  add_due (search);
  add_loads (search);
  add_conflicts (search);
}
