/* way-resource-load.c: who has how much to do on which day, and what it costs (numbers.md §11).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-resource-load.h"

#include "document/way-task-cost.h"
#include "document/way-task-people.h"
#include "schedule/way-worktime.h"

#include <math.h>

struct _WayLoads
{
  WayPlan *plan; /* unowned */
  WayWorktimes *worktimes;
  WayTaskPeople *people;
};

/* When a person works on what, for the days in between. */
typedef struct
{
  WayMoment start, finish;
  gint64 work;
} Stretch;

/**
 * way_loads_new:
 *
 * Returns: (transfer full): for @plan as it is now
 */
WayLoads *
way_loads_new (WayPlan *plan)
{
  WayLoads *self = g_new0 (WayLoads, 1);

  self->plan = plan;
  self->worktimes = way_worktimes_new (plan);
  self->people = way_task_people_new (plan, self->worktimes);
  return self;
}

void
way_loads_free (WayLoads *self)
{
  if (self == NULL)
    return;
  way_task_people_free (self->people);
  way_worktimes_free (self->worktimes);
  g_free (self);
}

static WayTask *
task_of (WayAssignment *assignment)
{
  WayPlan *plan = WAY_RECORD (assignment)->plan;
  WayTask *task = way_plan_lookup_task (plan, assignment->task);

  return task != NULL && task->active && !task->summary ? task : NULL;
}

static GPtrArray *
assignments_of (WayResource *resource)
{
  return way_plan_get_referrers (WAY_RECORD (resource)->plan, WAY_RECORD (resource)->id,
                                 way_record_type_field (&way_assignment_type, "resource"));
}

/**
 * way_resource_work:
 *
 * Returns: minutes of all its work
 */
gint64
way_resource_work (WayResource *resource)
{
  GPtrArray *assignments = assignments_of (resource);
  gint64 sum = 0;

  for (guint i = 0; i < assignments->len; i++)
    sum += way_assignment_work (assignments->pdata[i]);
  return sum;
}

/**
 * way_resource_cost:
 *
 * Returns: what all its work costs, hundredths
 */
gint64
way_resource_cost (WayResource *resource)
{
  GPtrArray *assignments = assignments_of (resource);
  gint64 sum = 0;

  for (guint i = 0; i < assignments->len; i++)
    sum += way_assignment_cost (assignments->pdata[i]);
  return sum;
}

static GArray *
find_stretches (WayLoads *self, WayResource *resource, WayMoment *first, WayMoment *last)
{
  GPtrArray *assignments = assignments_of (resource);
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  *first = G_MAXINT64;
  *last = G_MININT64;
  for (guint i = 0; i < assignments->len; i++)
    {
      WayAssignment *assignment = assignments->pdata[i];
      WayTask *task = task_of (assignment);
      Stretch stretch = { .work = way_assignment_work (assignment) };

      if (task == NULL || stretch.work <= 0 || task->start == WAY_NEVER)
        continue;
      way_task_people_dates (self->people, assignment, &stretch.start, &stretch.finish);
      if (stretch.finish <= stretch.start)
        continue;
      *first = MIN (*first, way_moment_day (stretch.start));
      *last = MAX (*last, way_moment_day (stretch.finish - 1));
      g_array_append_val (stretches, stretch);
    }
  return stretches;
}

static void
add_stretch (WayResourceLoad *load, WayWorktime *time, const Stretch *stretch)
{
  guint from = (guint) ((way_moment_day (stretch->start) - load->first) / WAY_DAY);
  guint to = (guint) ((way_moment_day (stretch->finish - 1) - load->first) / WAY_DAY);
  gint64 whole = way_worktime_between (time, stretch->start, stretch->finish);

  if (whole <= 0)
    return;
  for (guint day = from; day <= to; day++)
    {
      WayMoment midnight = load->first + day * WAY_DAY;
      gint64 minutes = load->time[day];

      if (minutes > 0 && (day == from || day == to))
        minutes = way_worktime_between (time, MAX (midnight, stretch->start),
                                        MIN (midnight + WAY_DAY, stretch->finish));
      load->load[day] += (double) stretch->work * (double) minutes / (double) whole;
    }
}

/**
 * way_resource_load_new:
 *
 * Returns: (transfer full): the days from the first to the last on which there is work; none
 * without work
 */
WayResourceLoad *
way_resource_load_new (WayLoads *loads, WayResource *resource)
{
  WayResourceLoad *self = g_new0 (WayResourceLoad, 1);
  WayMoment last;
  g_autoptr (GArray) stretches = find_stretches (loads, resource, &self->first, &last);
  gint64 calendar = resource->calendar != 0 ? resource->calendar
                                            : way_plan_get_default_calendar (loads->plan);
  WayWorktime *time = way_worktimes_get (loads->worktimes, calendar);

  self->max_units = resource->max_units;
  if (stretches->len == 0)
    return self;
  self->n_days = (guint) ((last - self->first) / WAY_DAY) + 1;
  self->load = g_new0 (double, self->n_days);
  self->time = g_new0 (gint64, self->n_days);
  for (guint day = 0; day < self->n_days; day++)
    {
      WayMoment midnight = self->first + day * WAY_DAY;

      self->time[day] = way_worktime_between (time, midnight, midnight + WAY_DAY);
    }
  for (guint i = 0; i < stretches->len; i++)
    add_stretch (self, time, &g_array_index (stretches, Stretch, i));
  return self;
}

void
way_resource_load_free (WayResourceLoad *self)
{
  if (self == NULL)
    return;
  g_free (self->load);
  g_free (self->time);
  g_free (self);
}

/**
 * way_resource_load_peak:
 * @day: (out) (optional): the first day of that load
 *
 * Returns: the highest load of a day, in per cent of one's working time on that day
 */
gint64
way_resource_load_peak (const WayResourceLoad *self, WayMoment *day)
{
  gint64 peak = 0;

  for (guint i = 0; i < self->n_days; i++)
    {
      gint64 share = self->time[i] > 0
                         ? llround (self->load[i] * 100 / (double) self->time[i]) : 0;

      if (share > peak && day != NULL)
        *day = self->first + i * WAY_DAY;
      peak = MAX (peak, share);
    }
  return peak;
}

/**
 * way_resource_load_over:
 * @from: the first day that counts
 * @first: (out) (optional): the first of the days found
 *
 * Returns: on how many days there is more to do than can be done; what rounding makes is no work
 */
guint
way_resource_load_over (const WayResourceLoad *self, WayMoment from, WayMoment *first)
{
  guint n = 0;

  for (guint i = 0; i < self->n_days; i++)
    {
      WayMoment day = self->first + i * WAY_DAY;

      if (day < from || self->load[i] <= (double) (self->time[i] * self->max_units) / 100 + 0.5)
        continue;
      if (n++ == 0 && first != NULL)
        *first = day;
    }
  return n;
}
