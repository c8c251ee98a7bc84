/* way-task-cost.c: what the work on a task costs (numbers.md §11).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-task-cost.h"

#include <math.h>

static WayTask *
task_of (WayAssignment *assignment)
{
  WayPlan *plan = WAY_RECORD (assignment)->plan;
  WayTask *task = way_plan_lookup_task (plan, assignment->task);

  return task != NULL && task->active && !task->summary ? task : NULL;
}

/**
 * way_assignment_work:
 *
 * Returns: minutes of work: what is typed, else the task's duration × units; 0 for what is not work
 */
gint64
way_assignment_work (WayAssignment *assignment)
{
  WayPlan *plan = WAY_RECORD (assignment)->plan;
  WayRecord *resource = way_plan_lookup (plan, assignment->resource);
  WayTask *task = task_of (assignment);

  if (task == NULL || resource == NULL || WAY_RESOURCE (resource)->kind != WAY_RESOURCE_WORK)
    return 0;
  return assignment->work > 0 ? assignment->work : task->span * assignment->units / 100;
}

/**
 * way_assignment_cost:
 *
 * Work × rate (overtime at its own) + cost per use; material: units × rate; a cost: what is typed.
 *
 * Returns: hundredths of the plan's currency
 */
gint64
way_assignment_cost (WayAssignment *assignment)
{
  WayPlan *plan = WAY_RECORD (assignment)->plan;
  WayRecord *record = way_plan_lookup (plan, assignment->resource);
  WayResource *resource = record != NULL ? WAY_RESOURCE (record) : NULL;
  double overtime = (double) assignment->overtime;

  if (resource == NULL || task_of (assignment) == NULL)
    return 0;
  switch (resource->kind)
    {
    case WAY_RESOURCE_COST:
      return assignment->cost;
    case WAY_RESOURCE_MATERIAL:
      return resource->cost_per_use + resource->standard_rate * assignment->units / 100;
    case WAY_RESOURCE_WORK:
    default:
      return resource->cost_per_use
             + llround (((double) way_assignment_work (assignment) - overtime) / 60
                            * (double) resource->standard_rate
                        + overtime / 60 * (double) resource->overtime_rate);
    }
}

/**
 * way_task_assignments:
 *
 * Returns: (transfer none) (element-type WayAssignment): valid until the next change
 */
GPtrArray *
way_task_assignments (WayTask *task)
{
  return way_plan_get_referrers (WAY_RECORD (task)->plan, WAY_RECORD (task)->id,
                                 way_record_type_field (&way_assignment_type, "task"));
}

/**
 * way_task_cost:
 *
 * Returns: its fixed cost and that of all who work on it, hundredths of the plan's currency
 */
gint64
way_task_cost (WayTask *task)
{
  GPtrArray *assignments = way_task_assignments (task);
  gint64 sum = task->fixed_cost;

  for (guint i = 0; i < assignments->len; i++)
    sum += way_assignment_cost (assignments->pdata[i]);
  return sum;
}
