/* way-network-build.c: records into the network's arrays.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-network-build.h"

#include "document/way-task-pieces.h"

static WayNetworkBuild *
new_build (WayPlan *plan)
{
  WayNetworkBuild *self = g_new0 (WayNetworkBuild, 1);

  self->plan = plan;
  self->worktimes = way_worktimes_new (plan);
  self->tasks = g_ptr_array_new ();
  g_ptr_array_extend (self->tasks, way_plan_get_outline (plan), NULL, NULL);
  self->links = g_ptr_array_new ();
  self->calendars = g_hash_table_new (NULL, NULL);
  self->people = way_task_people_new (plan, self->worktimes);
  self->first_part = g_new (gint32, self->tasks->len + 1);
  return self;
}

void
way_network_build_free (WayNetworkBuild *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->network, way_network_free);
  way_worktimes_free (self->worktimes);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->calendars);
  way_task_people_free (self->people);
  g_free (self->first_part);
  g_free (self);
}

/* The place of a working time among the network's calendars; the first pass
 * over the tasks only counts them. */
static gint32
calendar_index (WayNetworkBuild *self, WayWorktime *worktime)
{
  gpointer known = g_hash_table_lookup (self->calendars, worktime);

  if (known == NULL)
    {
      known = GUINT_TO_POINTER (g_hash_table_size (self->calendars) + 1);
      g_hash_table_insert (self->calendars, worktime, known);
    }
  return (gint32) GPOINTER_TO_UINT (known) - 1;
}

static guint16
task_flags (WayTask *task)
{
  guint16 flags = 0;

  if (way_unit_is_elapsed ((WayUnit) task->duration_unit))
    flags |= WAY_NET_ELAPSED;
  if (task->manual != 0 || task->external != 0)
    flags |= WAY_NET_MANUAL;
  if (task->active == 0)
    flags |= WAY_NET_INACTIVE;
  if (!way_unit_is_elapsed ((WayUnit) task->levelling_delay_unit))
    flags |= WAY_NET_DELAY_WORKING;
  return flags;
}

static gboolean
needs_date (gint64 constraint)
{
  return constraint != WAY_CONSTRAINT_ASAP && constraint != WAY_CONSTRAINT_ALAP;
}

static gboolean
is_row (WayNetworkBuild *self, WayTask *task)
{
  return task != NULL && (guint64) task->row < self->tasks->len
         && self->tasks->pdata[task->row] == task;
}

/* What each of its people contributes, into the room that the row has for it. */
static void
set_parts (WayNetworkBuild *self, guint row, WayTask *task)
{
  gint32 first = self->first_part[row], room = self->first_part[row + 1] - first;
  const WayTaskPart *parts;
  guint n_parts;

  if (room == 0)
    return;
  parts = way_task_people_parts (self->people, task, &n_parts);
  self->network->tasks[row].first_part = first;
  self->network->tasks[row].n_parts = (gint32) n_parts;
  for (guint i = 0; i < n_parts; i++)
    self->network->parts[first + (gint32) i] =
        (WayNetPart) { calendar_index (self, parts[i].time), parts[i].minutes,
                        parts[i].wait };
}

/**
 * way_network_build_set_task:
 * @row: of the task whose values have changed
 */
void
way_network_build_set_task (WayNetworkBuild *self, guint row)
{
  WayTask *task = self->tasks->pdata[row];
  WayTask *parent = way_plan_lookup_task (self->plan, task->parent);
  gboolean dated = task->constraint_date != WAY_NEVER;
  WayWorktime *own = way_task_people_own_time (self->people, task);
  WayWorktime *time = way_task_people_time (self->people, task);

  self->network->tasks[row] = (WayNetTask) {
    .parent = is_row (self, parent) ? (gint32) parent->row : -1,
    .flags = task_flags (task),
    .constraint = (guint8) (needs_date (task->constraint_type) && !dated ? WAY_CONSTRAINT_ASAP
                                                                         : task->constraint_type),
    .percent = (guint8) task->percent_complete,
    .calendar = calendar_index (self, time),
    .lag_calendar = calendar_index (self, own),
    .duration = task->duration,
    .constraint_date = task->constraint_date,
    .deadline = task->deadline,
    .actual_start = task->actual_start,
    .actual_finish = task->actual_finish,
    .stop = task->stop,
    .resume = task->resume,
    .remaining = task->done >= 0 ? task->duration - way_task_worked (task) : -1,
    .manual_start = task->manual_start,
    .manual_finish = task->manual_finish,
    .levelling_delay = task->levelling_delay,
  };
  way_task_rests (task, &self->network->tasks[row].split, &self->network->tasks[row].split_left);
  set_parts (self, row, task);
}

/**
 * way_network_build_set_link:
 * @index: of the link whose values have changed
 */
void
way_network_build_set_link (WayNetworkBuild *self, guint index)
{
  WayLink *link = self->links->pdata[index];
  WayTask *predecessor = way_plan_lookup_task (self->plan, link->predecessor);
  WayTask *successor = way_plan_lookup_task (self->plan, link->successor);
  WayNetLink *flat = &self->network->links[index];
  WayUnit unit = (WayUnit) link->lag_unit;

  if (!is_row (self, predecessor) || !is_row (self, successor))
    {
      flat->ignored = TRUE; /* a scope that is not finished: its commit will be refused */
      return;
    }
  flat->predecessor = (gint32) predecessor->row;
  flat->successor = (gint32) successor->row;
  flat->type = (guint8) link->type;
  flat->lag = link->lag;
  if (unit == WAY_UNIT_PERCENT)
    flat->lag_kind = WAY_NET_LAG_PERCENT;
  else if (unit == WAY_UNIT_ELAPSED_PERCENT)
    flat->lag_kind = WAY_NET_LAG_ELAPSED_PERCENT;
  else
    flat->lag_kind = way_unit_is_elapsed (unit) ? WAY_NET_LAG_ELAPSED : WAY_NET_LAG_WORKING;
}

/**
 * way_network_build_set_links:
 *
 * Takes over the links of the plan, of which some have come or gone.
 */
void
way_network_build_set_links (WayNetworkBuild *self)
{
  g_ptr_array_set_size (self->links, 0);
  g_ptr_array_extend (self->links, way_plan_peek_records (self->plan, &way_link_type), NULL, NULL);
  way_network_set_links (self->network, (int) self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    way_network_build_set_link (self, i);
}

/**
 * way_network_build_find_link:
 *
 * Returns: the link's index, −1 when the network does not know it
 */
int
way_network_build_find_link (WayNetworkBuild *self, WayLink *link)
{
  guint low = 0, high = self->links->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (WAY_RECORD (self->links->pdata[middle])->id < WAY_RECORD (link)->id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->links->len && self->links->pdata[low] == link ? (int) low : -1;
}

void
way_network_build_set_options (WayNetworkBuild *self)
{
  WayProject *project = way_plan_get_project (self->plan);
  gint64 calendar = way_plan_get_default_calendar (self->plan);
  WayNetOptions *options = &self->network->options;

  options->start = project->start != WAY_NEVER ? project->start : way_moment_today () + 480;
  options->finish = project->finish != WAY_NEVER ? project->finish : options->start;
  options->from_finish = project->schedule_from == WAY_FROM_FINISH && project->finish != WAY_NEVER;
  options->status_date = project->status_date;
  options->critical_float = project->critical_float;
  options->calendar = calendar_index (self, way_worktimes_get (self->worktimes, calendar));
  options->honour_constraints = project->honour_constraints != 0;
  options->progress_override = project->unfinished_waits == 0;
  options->multiple_paths = project->multiple_paths != 0;
}

/* All calendars there will be, and room for the parts of each row. */
static gint32
count (WayNetworkBuild *self)
{
  gint32 n_parts = 0;

  calendar_index (self, way_worktimes_get (self->worktimes,
                                           way_plan_get_default_calendar (self->plan)));
  for (guint row = 0; row < self->tasks->len; row++)
    {
      WayTask *task = self->tasks->pdata[row];
      GPtrArray *times = way_task_people_times (self->people, task);

      calendar_index (self, way_task_people_time (self->people, task));
      calendar_index (self, way_task_people_own_time (self->people, task));
      self->first_part[row] = n_parts;
      if (!way_task_people_matter (self->people, task))
        continue;
      n_parts += (gint32) times->len;
      for (guint i = 0; i < times->len; i++)
        calendar_index (self, times->pdata[i]);
    }
  self->first_part[self->tasks->len] = n_parts;
  return n_parts;
}

/**
 * way_network_build_new:
 * @plan: with a project record
 *
 * Returns: (transfer full): a network filled with the plan's tasks, links and calendars, not
 * yet prepared
 */
WayNetworkBuild *
way_network_build_new (WayPlan *plan)
{
  WayNetworkBuild *self = new_build (plan);
  GHashTableIter iter;
  gpointer worktime, index;
  gint32 n_parts = count (self);
  g_autofree WayNetPart *parts = g_new0 (WayNetPart, n_parts);

  self->network = way_network_new ((int) self->tasks->len, 0,
                                   (int) g_hash_table_size (self->calendars));
  g_hash_table_iter_init (&iter, self->calendars);
  while (g_hash_table_iter_next (&iter, &worktime, &index))
    way_network_set_calendar (self->network, GPOINTER_TO_INT (index) - 1, worktime);
  way_network_set_parts (self->network, parts, n_parts);
  way_network_build_set_options (self);
  for (guint row = 0; row < self->tasks->len; row++)
    way_network_build_set_task (self, row);
  way_network_build_set_links (self);
  return self;
}
