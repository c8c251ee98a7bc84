/* way-scheduler-answers.c: what the last run of the scheduler found, of a task or a link.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-scheduler-private.h"

/**
 * way_scheduler_get_result:
 *
 * Returns: (transfer none) (nullable): what the last run found for @task
 */
const WayNetResult *
way_scheduler_get_result (WayScheduler *self, WayTask *task)
{
  return way_scheduler_knows (self, task) ? &self->build->network->results[task->row] : NULL;
}

/**
 * way_scheduler_get_task:
 * @row: as in a result's `driver`
 *
 * Returns: (transfer none): the task in that row of the network
 */
WayRecord *
way_scheduler_get_task (WayScheduler *self, gint32 row)
{
  return self->build->tasks->pdata[row];
}

WayLink *
way_scheduler_get_link (WayScheduler *self, gint32 index)
{
  return self->build->links->pdata[index];
}

/* Returns: −1 for a link that the network does not know, or that is left out */
gint32
way_scheduler_find_link (WayScheduler *self, WayLink *link)
{
  int index = self->build != NULL ? way_network_build_find_link (self->build, link) : -1;

  return index >= 0 && !self->build->network->links[index].ignored ? index : -1;
}

WayMoment
way_scheduler_link_asks (WayScheduler *self, WayLink *link)
{
  gint32 index = way_scheduler_find_link (self, link);

  return index >= 0 ? way_network_link_asks (self->build->network, index) : WAY_NEVER;
}

/* Returns: the latest moment for that end of the predecessor; G_MAXINT64 = any */
WayMoment
way_scheduler_link_allows (WayScheduler *self, WayLink *link)
{
  gint32 index = way_scheduler_find_link (self, link);

  return index >= 0 ? way_network_link_allows (self->build->network, index) : G_MAXINT64;
}

/**
 * way_scheduler_get_conflicted:
 *
 * Returns: (transfer full) (element-type WayTask): rows whose result has a conflict
 */
GPtrArray *
way_scheduler_get_conflicted (WayScheduler *self)
{
  GPtrArray *tasks = g_ptr_array_new ();

  for (guint row = 0; self->build != NULL && row < self->build->tasks->len; row++)
    if (self->build->network->results[row].conflicts != 0)
      g_ptr_array_add (tasks, self->build->tasks->pdata[row]);
  return tasks;
}

/**
 * way_scheduler_get_ignored_links:
 *
 * Returns: (transfer full) (element-type WayLink): links that are left out because they close a loop
 */
GPtrArray *
way_scheduler_get_ignored_links (WayScheduler *self)
{
  GPtrArray *links = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ignored);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      WayRecord *link = way_plan_lookup (self->plan, (gint64) GPOINTER_TO_SIZE (id));

      if (link != NULL)
        g_ptr_array_add (links, link);
    }
  return links;
}
