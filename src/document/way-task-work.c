/* way-task-work.c: work = duration × units: who does how much of a task, and what that changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-work.h"

#include "document/way-task-edits.h"
#include "document/way-task-people.h"
#include "document/way-task-pieces.h"

static void
begin (WayDocument *document, WayTask *task)
{
  g_autofree char *label =
      g_strdup_printf (_("Change the people on “%s”"), WAY_RECORD (task)->title);

  way_document_begin (document, label);
}

/* @value × @times / @by, to the nearest. */
static gint64
scale (gint64 value, gint64 times, gint64 by)
{
  return (gint64) ((double) value * (double) times / (double) MAX (by, 1) + 0.5);
}

/* The assignments of people; things and money do no work. */
static GPtrArray *
people_on (WayDocument *document, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *assignments = way_plan_get_referrers (
      plan, WAY_RECORD (task)->id, way_record_type_field (&way_assignment_type, "task"));
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < assignments->len; i++)
    {
      WayRecord *resource =
          way_plan_lookup (plan, WAY_ASSIGNMENT (assignments->pdata[i])->resource);

      if (resource != NULL && WAY_RESOURCE (resource)->kind == WAY_RESOURCE_WORK)
        g_ptr_array_add (people, assignments->pdata[i]);
    }
  return people;
}

static void
set (WayDocument *document, gpointer record, const char *field, gint64 value)
{
  way_document_set_int (document, WAY_RECORD (record), field, value);
}

static gint64
sum_of (GPtrArray *people, gboolean units)
{
  gint64 sum = 0;

  for (guint i = 0; i < people->len; i++)
    sum += units ? WAY_ASSIGNMENT (people->pdata[i])->units : WAY_ASSIGNMENT (people->pdata[i])->work;
  return sum;
}

static void
add_up_work (WayDocument *document, WayTask *task)
{
  g_autoptr (GPtrArray) people = people_on (document, task);

  if (people->len > 0)
    set (document, task, "work", sum_of (people, FALSE));
}

/* From when until when somebody works. */
typedef struct
{
  WayMoment start, finish;
} Stretch;

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Each person's, by start.
 * Returns: (transfer full) (element-type Stretch) */
static GArray *
stretches_of (WayTask *task, GPtrArray *people, WayTaskPeople *times)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  WayMoment start = way_worktime_next (way_task_people_time (times, task), task->start);
  GPtrArray *each = way_task_people_times (times, task); /* none where they do not matter */

  for (guint i = 0; i < people->len; i++)
    {
      WayAssignment *assignment = people->pdata[i];
      WayWorktime *time = i < each->len ? each->pdata[i] : way_task_people_own_time (times, task);
      WayMoment from = start + assignment->levelling_delay;
      Stretch stretch = { way_worktime_add (time, from, assignment->delay),
                          way_worktime_add (time, from, way_assignment_minutes (assignment)) };

      g_array_append_val (stretches, stretch);
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* The time in which any of the people works. */
static void
follow_work (WayDocument *document, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) people = people_on (document, task);
  WayWorktimes *worktimes = way_worktimes_new (plan);
  WayTaskPeople *times = way_task_people_new (plan, worktimes);
  g_autoptr (GArray) stretches = stretches_of (task, people, times);
  WayWorktime *time = way_task_people_time (times, task);
  WayMoment until = task->start;
  gint64 minutes = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      minutes += MAX (way_worktime_between (time, MAX (stretch->start, until), stretch->finish), 0);
      until = MAX (until, stretch->finish);
    }
  if (minutes > 0)
    {
      set (document, task, "duration", minutes);
      way_task_trim_splits (document, task);
    }
  way_task_people_free (times);
  way_worktimes_free (worktimes);
}

static gboolean
keeps_work (WayTask *task)
{
  return task->effort_driven != 0 || task->task_type == WAY_TASK_FIXED_WORK;
}

/* Is anything known of work here? Elapsed durations are nobody's work. */
static gboolean
counts_work (WayDocument *document, WayTask *task)
{
  g_autoptr (GPtrArray) people = people_on (document, task);

  return sum_of (people, FALSE) > 0 && !way_unit_is_elapsed ((WayUnit) task->duration_unit)
         && task->summary == 0;
}

/* @total among the people, by their units; what is fixed decides what gives way. */
static void
share_work (WayDocument *document, WayTask *task, gint64 total)
{
  g_autoptr (GPtrArray) people = people_on (document, task);
  gint64 all_units = sum_of (people, TRUE), given = 0;

  for (guint i = 0; i < people->len; i++)
    {
      WayAssignment *assignment = people->pdata[i];
      gint64 work = i + 1 < people->len ? scale (total, assignment->units, all_units) : total - given;

      set (document, assignment, "work", work);
      if (task->task_type == WAY_TASK_FIXED_DURATION)
        set (document, assignment, "units", MAX (scale (work, 100, task->duration), 1));
      given += work;
    }
  if (task->task_type != WAY_TASK_FIXED_DURATION)
    follow_work (document, task);
}

/**
 * way_task_assign:
 * @units: per cent of the person's time
 *
 * Puts @resource on @task; one that is there already gets the new units.
 *
 * Returns: (transfer none) (nullable): the assignment
 */
WayAssignment *
way_task_assign (WayDocument *document, WayTask *task, WayResource *resource, gint64 units,
                 GError **error)
{
  WayAssignment *present = way_task_find_assignment (document, task, resource);
  g_autoptr (GPtrArray) people = people_on (document, task);
  gint64 total = people->len > 0 ? sum_of (people, FALSE) : task->work;
  WayRecord *assignment;

  if (present != NULL)
    return way_assignment_edit_units (document, present, units, error) ? present : NULL;
  begin (document, task);
  assignment = way_document_create_record (document, &way_assignment_type);
  set (document, assignment, "task", WAY_RECORD (task)->id);
  set (document, assignment, "resource", WAY_RECORD (resource)->id);
  set (document, assignment, "units", units);
  if (resource->kind == WAY_RESOURCE_WORK && task->summary == 0
      && !way_unit_is_elapsed ((WayUnit) task->duration_unit))
    {
      if (total > 0 && keeps_work (task))
        share_work (document, task, total);
      else
        set (document, assignment, "work", scale (task->duration, units, 100));
      add_up_work (document, task);
    }
  return way_document_commit (document, error) ? WAY_ASSIGNMENT (assignment) : NULL;
}

/**
 * way_task_unassign:
 *
 * Takes somebody off a task. Of effort-driven tasks the others do the work.
 */
gboolean
way_task_unassign (WayDocument *document, WayAssignment *assignment, GError **error)
{
  WayTask *task = way_plan_lookup_task (way_document_get_plan (document), assignment->task);
  g_autoptr (GPtrArray) before = people_on (document, task), after = NULL;
  gint64 total = sum_of (before, FALSE);
  gboolean counts = counts_work (document, task);

  begin (document, task);
  way_document_delete (document, WAY_RECORD (assignment));
  after = people_on (document, task);
  if (counts && keeps_work (task) && after->len > 0 && after->len < before->len)
    share_work (document, task, total);
  if (counts && after->len > 0)
    add_up_work (document, task);
  return way_document_commit (document, error);
}

/**
 * way_assignment_edit_units:
 * @units: per cent of the person's time
 */
gboolean
way_assignment_edit_units (WayDocument *document, WayAssignment *assignment, gint64 units, GError **error)
{
  WayTask *task = way_plan_lookup_task (way_document_get_plan (document), assignment->task);
  gboolean counts = counts_work (document, task) && units != assignment->units;

  begin (document, task);
  if (counts && task->task_type == WAY_TASK_FIXED_DURATION)
    set (document, assignment, "work", scale (assignment->work, units, assignment->units));
  set (document, assignment, "units", units);
  if (counts && task->task_type != WAY_TASK_FIXED_DURATION)
    follow_work (document, task);
  if (counts)
    add_up_work (document, task);
  return way_document_commit (document, error);
}

/**
 * way_assignment_edit_work:
 * @minutes: of work
 */
gboolean
way_assignment_edit_work (WayDocument *document, WayAssignment *assignment, gint64 minutes, GError **error)
{
  WayTask *task = way_plan_lookup_task (way_document_get_plan (document), assignment->task);
  gint64 before = assignment->work;

  begin (document, task);
  set (document, assignment, "work", minutes);
  if (counts_work (document, task))
    {
      if (task->task_type != WAY_TASK_FIXED_DURATION)
        follow_work (document, task);
      else if (before > 0 && minutes > 0)
        set (document, assignment, "units", MAX (scale (assignment->units, minutes, before), 1));
      else if (minutes > 0)
        set (document, assignment, "units", MAX (scale (minutes, 100, task->duration), 1));
      add_up_work (document, task);
    }
  return way_document_commit (document, error);
}

/**
 * way_task_follow_duration:
 * @before: the duration that the task had until now, in minutes
 *
 * Inside a scope that has changed a task's duration: work follows, or the units when the work is
 * fixed.
 */
void
way_task_follow_duration (WayDocument *document, WayTask *task, gint64 before)
{
  g_autoptr (GPtrArray) people = people_on (document, task);

  if (before <= 0 || before == task->duration || task->duration == 0
      || !counts_work (document, task))
    return;
  for (guint i = 0; i < people->len; i++)
    {
      WayAssignment *assignment = people->pdata[i];

      if (task->task_type == WAY_TASK_FIXED_WORK)
        set (document, assignment, "units",
             CLAMP (scale (assignment->units, before, task->duration), 1, 100000));
      else
        set (document, assignment, "work",
             assignment->overtime
                 + scale (assignment->work - assignment->overtime, task->duration, before));
    }
  add_up_work (document, task);
}
