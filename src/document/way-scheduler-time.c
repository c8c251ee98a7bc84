/* way-scheduler-time.c: working time as the scheduler has it, of calendars and of tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-scheduler-private.h"

/* Of its own making while the network is stale: a scope may have changed calendars. */
static WayWorktime *
ref_worktime (WayScheduler *self, gint64 calendar)
{
  gint64 id = calendar != 0 ? calendar : way_plan_get_default_calendar (self->plan);
  WayWorktimes *fresh;
  WayWorktime *worktime;

  if (self->build != NULL && !self->stale)
    return way_worktime_ref (way_worktimes_get (self->build->worktimes, id));
  fresh = way_worktimes_new (self->plan);
  worktime = way_worktime_ref (way_worktimes_get (fresh, id));
  way_worktimes_free (fresh);
  return worktime;
}

gint64
way_scheduler_work_between (WayScheduler *self, gint64 calendar, WayMoment from, WayMoment to)
{
  g_autoptr (WayWorktime) worktime = ref_worktime (self, calendar);

  return way_worktime_between (worktime, from, to);
}

WayMoment
way_scheduler_work_add (WayScheduler *self, gint64 calendar, WayMoment from, gint64 minutes)
{
  g_autoptr (WayWorktime) worktime = ref_worktime (self, calendar);

  return way_worktime_add (worktime, from, minutes);
}

/* The working time that the work on @task is done in; its calendar's for a task not yet scheduled. */
static WayWorktime *
ref_worktime_of_task (WayScheduler *self, WayTask *task)
{
  WayNetwork *network;

  if (!way_scheduler_knows (self, task))
    return ref_worktime (self, task->calendar);
  network = self->build->network;
  return way_worktime_ref (network->calendars[network->tasks[task->row].calendar]);
}

/**
 * way_scheduler_task_between:
 *
 * Returns: minutes of the task's own working time; of the clock when its duration is elapsed
 */
gint64
way_scheduler_task_between (WayScheduler *self, WayTask *task, WayMoment from, WayMoment to)
{
  g_autoptr (WayWorktime) worktime = NULL;

  if (way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return to - from;
  worktime = ref_worktime_of_task (self, task);
  return way_worktime_between (worktime, from, to);
}

WayMoment
way_scheduler_task_next (WayScheduler *self, WayTask *task, WayMoment from)
{
  g_autoptr (WayWorktime) worktime = NULL;

  if (way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return from;
  worktime = ref_worktime_of_task (self, task);
  if (task->duration == 0 && way_worktime_previous (worktime, from) == from)
    return from; /* a point may stand where work ends, too */
  return way_worktime_next (worktime, from);
}

/**
 * way_scheduler_task_add:
 *
 * Returns: @from moved by minutes of the task's own working time
 */
WayMoment
way_scheduler_task_add (WayScheduler *self, WayTask *task, WayMoment from, gint64 minutes)
{
  g_autoptr (WayWorktime) worktime = NULL;

  if (way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return from + minutes;
  worktime = ref_worktime_of_task (self, task);
  return way_worktime_add (worktime, from, minutes);
}
