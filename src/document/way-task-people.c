/* way-task-people.c: the people on a task: when they work on it, and how much each does.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in MS Project, each person works in their own time: the task begins with the first of them
 * and is finished with the last; its duration counts the time in which any of them works. Of
 * fixed duration it does not care for people, and goes by its own calendar. */

#include "document/way-task-people.h"

struct _WayTaskPeople
{
  WayPlan *plan;           /* unowned */
  WayWorktimes *worktimes; /* unowned */
  WayWorktime *plan_time;  /* (nullable), unowned: of the plan's calendar, once it was asked for */
  const WayField *task_field;
  GPtrArray *times;        /* scratch: WayWorktime, by person */
  GPtrArray *assignments;  /* scratch: WayAssignment, beside them */
  GArray *parts;           /* scratch: WayTaskPart */
};

WayTaskPeople *
way_task_people_new (WayPlan *plan, WayWorktimes *worktimes)
{
  WayTaskPeople *self = g_new (WayTaskPeople, 1);

  self->plan = plan;
  self->worktimes = worktimes;
  self->plan_time = NULL;
  self->task_field = way_record_type_lookup ("assignment", "task");
  self->times = g_ptr_array_new ();
  self->assignments = g_ptr_array_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (WayTaskPart));
  return self;
}

void
way_task_people_free (WayTaskPeople *self)
{
  g_ptr_array_unref (self->times);
  g_ptr_array_unref (self->assignments);
  g_array_unref (self->parts);
  g_free (self);
}

/* @calendar: 0 = the plan's, which most tasks have */
static WayWorktime *
time_in (WayTaskPeople *self, gint64 calendar)
{
  if (calendar != 0)
    return way_worktimes_get (self->worktimes, calendar);
  if (self->plan_time == NULL)
    self->plan_time
        = way_worktimes_get (self->worktimes, way_plan_get_default_calendar (self->plan));
  return self->plan_time;
}

/**
 * way_task_people_own_time:
 *
 * Returns: (transfer none): the task's own calendar, or the plan's
 */
WayWorktime *
way_task_people_own_time (WayTaskPeople *self, WayTask *task)
{
  return time_in (self, task->calendar);
}

/* When @resource can work on the task: in the calendars of both; NULL when they have no time in
 * common. */
static WayWorktime *
common_time (WayTaskPeople *self, WayTask *task, WayResource *resource)
{
  WayWorktime *time = time_in (self, resource->calendar);

  if (task->calendar == 0)
    return time;
  return way_worktimes_both (self->worktimes, way_task_people_own_time (self, task), time);
}

/* Where two calendars clash, the task's own counts, and way_task_people_clash() tells. */
static WayWorktime *
time_of (WayTaskPeople *self, WayTask *task, WayResource *resource)
{
  WayWorktime *time = common_time (self, task, resource);

  return time != NULL ? time : way_task_people_own_time (self, task);
}

/* Do people's calendars decide when the task is worked on? */
static gboolean
goes_by_people (WayTask *task)
{
  return task->task_type != WAY_TASK_FIXED_DURATION
         && (task->calendar == 0 || task->ignore_resource_calendars == 0);
}

/**
 * way_task_people_times:
 *
 * Materials and costs work in no time; people do.
 *
 * Returns: (transfer none) (element-type WayWorktime): when each person works on the task; valid
 * until the next call
 */
GPtrArray *
way_task_people_times (WayTaskPeople *self, WayTask *task)
{
  GPtrArray *assignments =
      way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->task_field);

  g_ptr_array_set_size (self->times, 0);
  g_ptr_array_set_size (self->assignments, 0);
  for (guint i = 0; i < assignments->len && goes_by_people (task); i++)
    {
      WayAssignment *assignment = assignments->pdata[i];
      WayResource *resource = (WayResource *) way_plan_lookup (self->plan, assignment->resource);

      if (resource == NULL || resource->kind != WAY_RESOURCE_WORK)
        continue;
      g_ptr_array_add (self->times, time_of (self, task, resource));
      g_ptr_array_add (self->assignments, assignment);
    }
  return self->times;
}

/**
 * way_task_people_time:
 *
 * Returns: (transfer none): the time in which any of the people works on the task; without people,
 * its own time
 */
WayWorktime *
way_task_people_time (WayTaskPeople *self, WayTask *task)
{
  GPtrArray *times = way_task_people_times (self, task);
  WayWorktime *time;

  if (times->len == 0)
    return way_task_people_own_time (self, task);
  time = times->pdata[0];
  for (guint i = 1; i < times->len; i++)
    time = way_worktimes_either (self->worktimes, time, times->pdata[i]);
  return time;
}

/**
 * way_assignment_minutes:
 *
 * Returns: working minutes from the task's start until the person is done: the delay, and the work
 * at the given units but for what is done in overtime; 0 when the assignment says nothing of its work
 */
gint64
way_assignment_minutes (WayAssignment *assignment)
{
  /* Of the shapes that work can have over time, in MS Project's order, the mean height in per cent:
   * flat, rising, falling, two peaks, early peak, late peak, bell, turtle, drawn by hand. */
  static const gint64 mean[] = { 100, 60, 60, 50, 50, 50, 50, 70, 0 };
  gint64 height = assignment->contour < (gint64) G_N_ELEMENTS (mean) ? mean[assignment->contour] : 0;
  gint64 rate = assignment->units * height; /* in ten-thousandths */
  gint64 work = assignment->work - assignment->overtime;

  if (work <= 0 || rate <= 0)
    return 0;
  return assignment->delay + (gint64) ((double) work * 10000 / (double) rate + 0.5);
}

/**
 * way_task_people_clash:
 * @who: (out) (transfer none): the first person whose calendar has no working time in common with
 *   the task's
 *
 * Returns: whether there is one
 */
gboolean
way_task_people_clash (WayTaskPeople *self, WayTask *task, WayResource **who)
{
  GPtrArray *assignments;

  if (task->calendar == 0 || !goes_by_people (task))
    return FALSE;
  assignments = way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->task_field);
  for (guint i = 0; i < assignments->len; i++)
    {
      WayResource *resource = (WayResource *) way_plan_lookup (
          self->plan, WAY_ASSIGNMENT (assignments->pdata[i])->resource);

      if (resource == NULL || resource->kind != WAY_RESOURCE_WORK
          || common_time (self, task, resource) != NULL)
        continue;
      *who = resource;
      return TRUE;
    }
  return FALSE;
}

/**
 * way_task_people_matter:
 *
 * Returns: whether the task can have parts: several people, or one who comes later
 */
gboolean
way_task_people_matter (WayTaskPeople *self, WayTask *task)
{
  const WayAssignment *only;

  if (way_task_people_times (self, task)->len != 1)
    return self->times->len > 1;
  only = self->assignments->pdata[0];
  return only->delay > 0 || only->levelling_delay > 0;
}

/**
 * way_task_people_parts:
 * @n_parts: (out): 0 when the duration alone tells: one person, all in the same time, or figures
 *   that do not make the duration
 *
 * Returns: (array length=n_parts) (transfer none): what each person contributes; valid until the
 * next call
 */
const WayTaskPart *
way_task_people_parts (WayTaskPeople *self, WayTask *task, guint *n_parts)
{
  GPtrArray *times = way_task_people_times (self, task);
  gint64 longest = 0, sum = 0;
  gboolean differ = FALSE;

  g_array_set_size (self->parts, 0);
  for (guint i = 0; i < times->len; i++)
    {
      WayAssignment *assignment = self->assignments->pdata[i];
      WayTaskPart part = { times->pdata[i], way_assignment_minutes (assignment),
                           assignment->levelling_delay };
      gint64 delay = assignment->delay;

      if (part.minutes == 0)
        continue;
      differ |= delay > 0 || part.wait > 0 || (self->parts->len > 0
                              && part.time != g_array_index (self->parts, WayTaskPart, 0).time);
      longest = MAX (longest, part.minutes - delay);
      sum += part.minutes - delay;
      g_array_append_val (self->parts, part);
    }
  /* They work beside each other at best, one after the other at worst. */
  if (!differ || task->duration < longest || task->duration > sum)
    g_array_set_size (self->parts, 0);
  *n_parts = self->parts->len;
  return (const WayTaskPart *) (gpointer) self->parts->data;
}

/* Do its people's own figures tell when each of them is there? */
static gboolean
tells_dates (WayTask *task)
{
  return task->summary == 0 && task->manual == 0 && task->actual_start == WAY_NEVER
         && task->actual_finish == WAY_NEVER && *task->splits == '\0'
         && !way_unit_is_elapsed ((WayUnit) task->duration_unit);
}

/**
 * way_task_people_dates:
 * @start: (out): when the person begins to work on the task
 * @finish: (out): when the person is done
 *
 * Where that cannot be told, because work has begun or rests in between, these are the task's.
 */
void
way_task_people_dates (WayTaskPeople *self, WayAssignment *assignment, WayMoment *start, WayMoment *finish)
{
  WayTask *task = way_plan_lookup_task (self->plan, assignment->task);
  gint64 minutes = way_assignment_minutes (assignment);
  WayMoment from = task->start + assignment->levelling_delay;
  GPtrArray *times = way_task_people_times (self, task);
  WayWorktime *time;
  guint i;

  *start = task->start;
  *finish = task->finish;
  if (!tells_dates (task) || minutes == 0
      || !g_ptr_array_find (self->assignments, assignment, &i))
    return;
  time = times->pdata[i];
  *start = MIN (way_worktime_next (time, way_worktime_add (time, from, assignment->delay)), task->finish);
  *finish = CLAMP (way_worktime_add (time, from, minutes), *start, task->finish);
  if (*finish == task->finish - 1)
    *finish = task->finish; /* work at odd units, to the minute */
}
