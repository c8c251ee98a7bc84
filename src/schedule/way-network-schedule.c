/* way-network-schedule.c: scheduling all of a WayNetwork, or what an edit reaches.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A full pass visits every node in order, forwards and backwards. An incremental pass visits
 * nodes in the same order, but only those that were marked: a node whose outcome changed
 * marks those that read it. Both evaluate a node by the same function, so both arrive at the
 * same dates. */

#include "schedule/way-network-private.h"

static void
forget_changes (WayNetwork *self)
{
  memset (self->priv->changed, 0,
          way_net_words ((gsize) self->n_tasks) * sizeof *self->priv->changed);
}

/* The last finish of all that takes part. */
static gint64
plan_finish (const WayNetwork *self)
{
  const WayNetPrivate *priv = self->priv;
  gint64 finish = G_MININT64;

  for (gint32 i = 0; i < self->n_tasks; i = priv->subtree_end[i])
    if (!(self->tasks[i].flags & WAY_NET_INACTIVE))
      finish = MAX (finish, way_net_is_summary (self, i) ? way_net_summary (self, i)->reach
                                                         : self->results[i].finish);
  return finish == G_MININT64 ? priv->begin : finish;
}

static gint64
first_late_start (const WayNetwork *self)
{
  gint64 start = self->options.finish;

  for (gint32 i = 0; i < self->n_tasks; i++)
    if (!(self->tasks[i].flags & WAY_NET_INACTIVE) && !way_net_is_summary (self, i))
      start = MIN (start, self->results[i].late_start);
  return start;
}

static void
sweep_forward (WayNetwork *self, WayPass pass)
{
  const gint32 *order = self->priv->order;

  for (gint32 k = 0; k < self->priv->n_nodes; k++)
    way_net_forward (self, order[k], pass);
}

static void
sweep_backward (WayNetwork *self)
{
  const gint32 *order = self->priv->order;

  self->priv->late_from = self->finish;
  way_rank_set_empty (&self->priv->backward);
  memset (self->priv->early, 0,
          way_net_words ((gsize) self->priv->n_nodes) * sizeof *self->priv->early);
  for (gint32 k = self->priv->n_nodes - 1; k >= 0; k--)
    way_net_backward (self, order[k]);
}

static void
run_all (WayNetwork *self)
{
  WayNetPrivate *priv = self->priv;

  way_rank_set_empty (&priv->forward);
  priv->has_latest = self->options.from_finish;
  priv->begin = self->options.start;
  if (self->options.from_finish)
    {
      /* Where the plan starts is known once it has been laid out from its finish. */
      priv->begin = self->options.finish;
      sweep_forward (self, WAY_PASS_EARLY);
      sweep_backward (self);
      priv->begin = first_late_start (self);
    }
  sweep_forward (self, WAY_PASS_EARLY);
  self->finish = plan_finish (self);
  sweep_backward (self);
  if (priv->has_latest)
    {
      sweep_forward (self, self->options.from_finish ? WAY_PASS_FROM_FINISH : WAY_PASS_LATEST);
      self->finish = plan_finish (self);
      sweep_backward (self);
    }
  self->start = priv->begin;
}

/**
 * way_network_schedule:
 *
 * Schedules everything (numbers.md §3): one pass forwards and one back, linear in tasks and
 * links; a further one forwards when tasks are as late as possible, more when scheduling from
 * the finish. The network must be prepared, every calendar that is used be set.
 */
void
way_network_schedule (WayNetwork *self)
{
  g_return_if_fail (self->priv->prepared);
  forget_changes (self);
  run_all (self);
}

/* --- What an edit reaches ---------------------------------------------------- */

static inline void
mark_forward (WayNetwork *self, gint32 node)
{
  way_rank_set_add (&self->priv->forward, (guint32) self->priv->rank[node]);
}

static inline void
mark_backward (WayNetwork *self, gint32 node)
{
  way_rank_set_add (&self->priv->backward, (guint32) self->priv->rank[node]);
}

/* All that reads the dates of @task on the way forwards. */
static void
mark_successors (WayNetwork *self, gint32 task)
{
  const WayNetPrivate *priv = self->priv;

  for (gint32 k = priv->out_first[task]; k < priv->out_first[task + 1]; k++)
    way_rank_set_add (&self->priv->forward, (guint32) priv->out_ranks[k]);
  if (self->tasks[task].parent >= 0)
    mark_forward (self, way_net_exit (self, self->tasks[task].parent));
}

/* All that reads the dates of @task on the way back. */
static void
mark_predecessors (WayNetwork *self, gint32 task)
{
  const WayNetPrivate *priv = self->priv;

  for (gint32 k = priv->in_first[task]; k < priv->in_first[task + 1]; k++)
    way_rank_set_add (&self->priv->backward, (guint32) priv->in_ranks[k]);
}

/* The first node of each child on the way forwards, or back. */
static void
mark_children (WayNetwork *self, gint32 task, gboolean back)
{
  const gint32 *subtree_end = self->priv->subtree_end;

  for (gint32 c = task + 1; c < subtree_end[task]; c = subtree_end[c])
    if (back)
      mark_backward (self, way_net_exit (self, c));
    else
      mark_forward (self, c);
}

static void
visit_forward (WayNetwork *self, gint32 rank)
{
  gint32 node = self->priv->order[rank];
  gint32 task = way_net_node_task (self, node);
  gint64 early_start = self->results[task].early_start;
  gboolean moved = way_net_forward (self, node, WAY_PASS_EARLY);

  if (node < self->n_tasks && way_net_is_summary (self, node))
    {
      if (moved)
        mark_children (self, task, FALSE);
      return;
    }
  way_rank_set_add (&self->priv->backward, (guint32) rank);
  way_net_set_bit (self->priv->early, rank);
  if (node != task)
    mark_backward (self, task);
  if (!moved)
    return;
  mark_successors (self, task);
  self->priv->finish_moved |= self->tasks[task].parent < 0;
  /* Limits on a summary's start are for those of its children that start first. */
  if (node >= self->n_tasks && self->results[task].early_start != early_start)
    mark_children (self, task, TRUE);
}

/* Whether the way forwards has come by there, since the last way back. */
static inline gboolean
take_early (WayNetwork *self, gint32 rank)
{
  guint64 *word = &self->priv->early[rank / 64], bit = G_GUINT64_CONSTANT (1) << (rank % 64);
  gboolean found = (*word & bit) != 0;

  *word &= ~bit;
  return found;
}

static void
visit_backward (WayNetwork *self, gint32 rank)
{
  gint32 node = self->priv->order[rank];
  gint32 task = way_net_node_task (self, node);
  gboolean early = take_early (self, rank); /* then dates that those before it read may have moved */
  gboolean moved = way_net_backward (self, node);

  if (early || (moved && node < self->n_tasks))
    mark_predecessors (self, task);
  if (node >= self->n_tasks)
    {
      mark_backward (self, task);
      if (moved)
        mark_children (self, task, TRUE);
    }
  else if (moved && self->tasks[task].parent >= 0)
    mark_backward (self, self->tasks[task].parent);
}

/* What the caller changed in a task may matter to all around it. */
static void
mark_changed (WayNetwork *self, gint32 task)
{
  gint32 exit = way_net_exit (self, task);

  self->priv->finish_moved |= self->tasks[task].parent < 0;
  self->priv->has_latest |= self->tasks[task].constraint == WAY_NET_ALAP;
  mark_forward (self, task);
  mark_forward (self, exit);
  mark_successors (self, task);
  mark_backward (self, task);
  mark_backward (self, exit);
  mark_predecessors (self, task);
  if (self->tasks[task].parent >= 0)
    mark_backward (self, self->tasks[task].parent);
}

/* Forwards over the marked nodes up to rank @last; what they reach on the way back stays marked. */
static void
run_early (WayNetwork *self, gint32 last)
{
  WayNetPrivate *priv = self->priv;
  guint32 word = 0;
  gint32 rank;

  if (priv->has_latest)
    {
      run_all (self);
      return;
    }
  while ((rank = way_rank_set_pop_next (&priv->forward, &word, last)) >= 0)
    visit_forward (self, rank);
  if (priv->finish_moved)
    self->finish = plan_finish (self);
  priv->finish_moved = FALSE;
}

static void
run_late (WayNetwork *self)
{
  WayNetPrivate *priv = self->priv;
  gint32 rank;

  if (self->finish != priv->late_from)
    {
      sweep_backward (self);
      return;
    }
  while ((rank = way_rank_set_pop_last (&priv->backward)) >= 0)
    visit_backward (self, rank);
}

/**
 * way_network_reschedule:
 * @changed: (array length=n_changed): tasks of which any value but `parent` was changed; for a
 *   lag, its successor
 *
 * Brings the schedule up to date after edits of values, with the same outcome as
 * way_network_schedule(), but visits only what the edits reach. Changed options, calendars
 * and structure take way_network_schedule(), the latter after way_network_prepare().
 */
void
way_network_reschedule (WayNetwork *self, const gint32 *changed, guint n_changed)
{
  g_return_if_fail (self->priv->prepared);
  way_network_reschedule_early (self, changed, n_changed);
  run_late (self);
}

/**
 * way_network_mark:
 * @changed: (array length=n_changed): as in way_network_reschedule()
 *
 * The next reschedule takes them in with its own.
 */
void
way_network_mark (WayNetwork *self, const gint32 *changed, guint n_changed)
{
  g_return_if_fail (self->priv->prepared);
  for (guint i = 0; i < n_changed; i++)
    mark_changed (self, changed[i]);
}

/**
 * way_network_reschedule_until:
 *
 * Like way_network_reschedule_early() for what is marked, but only as far as the dates of @task
 * need it: those of what follows it stay behind, marked.
 */
void
way_network_reschedule_until (WayNetwork *self, gint32 task)
{
  g_return_if_fail (self->priv->prepared);
  forget_changes (self);
  run_early (self, self->priv->rank[way_net_exit (self, task)]);
}

/**
 * way_network_reschedule_early:
 * @changed: (array length=n_changed): as in way_network_reschedule()
 *
 * Only the dates as scheduled, for a look ahead: late dates, floats and what follows from them
 * stay as they are until way_network_reschedule_late(). When the end of the plan moves all late
 * dates move, which costs what the plan costs; its dates cost what they reach.
 */
void
way_network_reschedule_early (WayNetwork *self, const gint32 *changed, guint n_changed)
{
  way_network_mark (self, changed, n_changed);
  forget_changes (self);
  run_early (self, G_MAXINT32);
}

/**
 * way_network_reschedule_late:
 *
 * Brings up to date what way_network_reschedule_early() has left.
 */
void
way_network_reschedule_late (WayNetwork *self)
{
  g_return_if_fail (self->priv->prepared);
  forget_changes (self);
  run_late (self);
}

/**
 * way_network_get_changed:
 * @n_words: (out): how many words there are
 *
 * Returns: (transfer none) (array length=n_words): a bit a task, the lowest of the first word
 *   first: whether the last schedule or reschedule changed its results; where something is as late
 *   as possible, perhaps also of some that came back to what they were
 */
const guint64 *
way_network_get_changed (const WayNetwork *self, guint *n_words)
{
  *n_words = (guint) way_net_words ((gsize) self->n_tasks);
  return self->priv->changed;
}

/**
 * way_network_count_changed:
 *
 * Returns: how many tasks way_network_get_changed() tells of
 */
guint
way_network_count_changed (const WayNetwork *self)
{
  guint n_words, n = 0;
  const guint64 *words = way_network_get_changed (self, &n_words);

  for (guint i = 0; i < n_words; i++)
    n += (guint) __builtin_popcountll (words[i]);
  return n;
}

/**
 * way_network_keep:
 *
 * From now on the dates of @task are compared with @start and @finish.
 */
void
way_network_keep (WayNetwork *self, gint32 task, gint64 start, gint64 finish)
{
  self->priv->kept[task] = (WayNetDates) { start, finish };
  way_net_compare (self, task);
}

void
way_network_get_kept (const WayNetwork *self, gint32 task, gint64 *start, gint64 *finish)
{
  *start = self->priv->kept[task].start;
  *finish = self->priv->kept[task].finish;
}

/**
 * way_network_get_moved:
 * @n_words: (out): how many words there are
 *
 * Returns: (transfer none) (array length=n_words): a bit a task, the lowest of the first word
 *   first: whether its start or finish as scheduled is another than the one kept
 */
const guint64 *
way_network_get_moved (const WayNetwork *self, guint *n_words)
{
  *n_words = (guint) way_net_words ((gsize) self->n_tasks);
  return self->priv->moved;
}
