/* way-network.c: WayNetwork, the tasks and links of a plan as flat arrays: life, copies, states.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

static const WayNetTask plain_task = {
  .parent = -1,
  .constraint_date = WAY_NET_NEVER,
  .deadline = WAY_NET_NEVER,
  .actual_start = WAY_NET_NEVER,
  .actual_finish = WAY_NET_NEVER,
  .stop = WAY_NET_NEVER,
  .resume = WAY_NET_NEVER,
  .remaining = -1,
  .manual_start = WAY_NET_NEVER,
  .manual_finish = WAY_NET_NEVER,
};

/**
 * way_network_new:
 *
 * Tasks begin without dates, at the top level, with calendar 0 and a duration of 0; links
 * are finish-to-start. Every calendar must be set before scheduling.
 *
 * Returns: (transfer full): a network to fill
 */
WayNetwork *
way_network_new (int n_tasks, int n_links, int n_calendars)
{
  WayNetwork *self = g_new0 (WayNetwork, 1);

  self->n_tasks = n_tasks;
  self->n_calendars = n_calendars;
  self->tasks = g_new (WayNetTask, n_tasks);
  self->calendars = g_new0 (WayWorktime *, n_calendars);
  self->results = g_new0 (WayNetResult, n_tasks);
  self->priv = g_new0 (WayNetPrivate, 1);
  self->priv->kept = g_new0 (WayNetDates, n_tasks);
  self->priv->moved = g_new0 (guint64, way_net_words ((gsize) n_tasks));
  self->options.status_date = WAY_NET_NEVER;
  self->options.honour_constraints = TRUE;
  for (int i = 0; i < n_tasks; i++)
    self->tasks[i] = plain_task;
  way_network_set_links (self, n_links);
  return self;
}

/**
 * way_network_set_links:
 *
 * Other links instead of those that there are, to fill; like those of a new network. Prepare and
 * schedule again afterwards.
 */
void
way_network_set_links (WayNetwork *self, int n_links)
{
  self->n_links = n_links;
  self->links = g_renew (WayNetLink, self->links, n_links);
  self->priv->prepared = FALSE;
  for (int i = 0; i < n_links; i++)
    self->links[i] = (WayNetLink) { .type = WAY_NET_FS };
}

/**
 * way_network_copy:
 *
 * Returns: (transfer full): a network of the same tasks, links and options, sharing the
 *   calendars; for another thread or a what-if of other structure. Prepare it before use.
 */
WayNetwork *
way_network_copy (const WayNetwork *self)
{
  WayNetwork *copy = way_network_new (self->n_tasks, self->n_links, self->n_calendars);

  for (int i = 0; i < self->n_tasks; i++)
    copy->tasks[i] = self->tasks[i];
  for (int i = 0; i < self->n_links; i++)
    copy->links[i] = self->links[i];
  copy->options = self->options;
  way_network_set_parts (copy, self->parts, self->n_parts);
  for (int i = 0; i < self->n_calendars; i++)
    way_network_set_calendar (copy, i, self->calendars[i]);
  return copy;
}

static void
free_structure (WayNetPrivate *priv)
{
  g_free (priv->subtree_end);
  g_free (priv->summary_of);
  g_free (priv->summaries);
  g_free (priv->in_first);
  g_free (priv->in_links);
  g_free (priv->out_first);
  g_free (priv->out_links);
  g_free (priv->order);
  g_free (priv->rank);
  g_free (priv->in_ranks);
  g_free (priv->out_ranks);
  g_free (priv->positions);
  g_free (priv->scratch);
  g_free (priv->early);
  g_free (priv->changed);
  g_free (priv->kept);
  g_free (priv->moved);
  way_rank_set_clear (&priv->forward);
  way_rank_set_clear (&priv->backward);
}

/**
 * way_network_free:
 * @self: (transfer full)
 */
void
way_network_free (WayNetwork *self)
{
  for (int i = 0; i < self->n_calendars; i++)
    g_clear_pointer (&self->calendars[i], way_worktime_unref);
  free_structure (self->priv);
  g_free (self->priv);
  g_free (self->tasks);
  g_free (self->links);
  g_free (self->calendars);
  g_free (self->parts);
  g_free (self->results);
  g_free (self);
}

/**
 * way_network_set_calendar:
 * @calendar: its index
 * @worktime: (transfer none) (nullable): the network takes a reference
 */
void
way_network_set_calendar (WayNetwork *self, int calendar, WayWorktime *worktime)
{
  g_return_if_fail (calendar >= 0 && calendar < self->n_calendars);
  if (worktime != NULL)
    way_worktime_ref (worktime);
  g_clear_pointer (&self->calendars[calendar], way_worktime_unref);
  self->calendars[calendar] = worktime;
}

/**
 * way_network_set_parts:
 * @parts: (array length=n_parts) (nullable): copied; tasks point into it by first_part and n_parts
 */
void
way_network_set_parts (WayNetwork *self, const WayNetPart *parts, int n_parts)
{
  WayNetPart *copied = g_memdup2 (parts, (gsize) n_parts * sizeof *parts);

  g_free (self->parts);
  self->parts = copied;
  self->n_parts = n_parts;
}

/* --- What-ifs ----------------------------------------------------------- */

struct _WayNetworkState
{
  gint32 n_tasks, n_links, n_parts, n_summaries;
  gint64 start, finish, begin, late_from;
  gboolean has_latest;
  WayNetOptions options;
  WayNetTask *tasks;
  WayNetLink *links;
  WayNetPart *parts;
  WayNetResult *results;
  WaySummary *summaries;
  WayPositions *positions;
};

/**
 * way_network_save:
 *
 * Late dates must be up to date. Returns: (transfer full): the values of all tasks, links and
 *   options and their schedule; a plain copy of memory, no pass
 */
WayNetworkState *
way_network_save (const WayNetwork *self)
{
  const WayNetPrivate *priv = self->priv;
  WayNetworkState *state = g_new0 (WayNetworkState, 1);

  state->n_tasks = self->n_tasks;
  state->n_links = self->n_links;
  state->n_parts = self->n_parts;
  state->n_summaries = priv->n_summaries;
  state->start = self->start;
  state->finish = self->finish;
  state->begin = priv->begin;
  state->late_from = priv->late_from;
  state->has_latest = priv->has_latest;
  state->options = self->options;
  state->tasks = g_memdup2 (self->tasks, (gsize) self->n_tasks * sizeof *self->tasks);
  state->links = g_memdup2 (self->links, (gsize) self->n_links * sizeof *self->links);
  state->parts = g_memdup2 (self->parts, (gsize) self->n_parts * sizeof *self->parts);
  state->results = g_memdup2 (self->results, (gsize) self->n_tasks * sizeof *self->results);
  state->summaries = g_memdup2 (priv->summaries, (gsize) priv->n_summaries * sizeof *priv->summaries);
  state->positions = g_memdup2 (priv->positions, (gsize) self->n_tasks * sizeof *priv->positions);
  return state;
}

/**
 * way_network_restore:
 * @state: taken from this network, and no structure has changed since
 *
 * Puts values and schedule back; needs no pass.
 */
void
way_network_restore (WayNetwork *self, const WayNetworkState *state)
{
  WayNetPrivate *priv = self->priv;

  g_return_if_fail (state->n_tasks == self->n_tasks && state->n_links == self->n_links
                    && state->n_summaries == priv->n_summaries);
  self->start = state->start;
  self->finish = state->finish;
  priv->begin = state->begin;
  priv->late_from = state->late_from;
  priv->has_latest = state->has_latest;
  self->options = state->options;
  way_network_set_parts (self, state->parts, state->n_parts);
  if (self->n_tasks > 0)
    {
      memcpy (self->tasks, state->tasks, (gsize) self->n_tasks * sizeof *self->tasks);
      memcpy (self->results, state->results, (gsize) self->n_tasks * sizeof *self->results);
    }
  if (state->positions != NULL)
    memcpy (priv->positions, state->positions, (gsize) self->n_tasks * sizeof *priv->positions);
  if (self->n_links > 0)
    memcpy (self->links, state->links, (gsize) self->n_links * sizeof *self->links);
  if (priv->n_summaries > 0)
    memcpy (priv->summaries, state->summaries, (gsize) priv->n_summaries * sizeof *priv->summaries);
  for (gint32 i = 0; i < self->n_tasks; i++)
    way_net_compare (self, i);
}

/**
 * way_network_state_free:
 * @state: (transfer full)
 */
void
way_network_state_free (WayNetworkState *state)
{
  g_free (state->tasks);
  g_free (state->links);
  g_free (state->parts);
  g_free (state->results);
  g_free (state->summaries);
  g_free (state->positions);
  g_free (state);
}
