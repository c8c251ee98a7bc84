/* way-network-order.c: the order of a WayNetwork: adjacency, topological order, cycles.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One iterative walk against the direction of the links gives the order: a node comes when
 * all that it waits for has come. Rows are visited in outline order, so that the order stays
 * close to it and a pass runs through memory forwards. Where the walk meets its own path, it
 * has found a cycle. */

#include "schedule/way-network-private.h"

/* The in-edges of a node are numbered: an entry has its parent first, then its links; an
 * exit has its entry first, then its children, found one after the other. */
typedef struct
{
  gint32 node;
  gint32 edge;  /* next in-edge to look at; of an exit: the next child, 0 = the entry */
  gint32 link;  /* the link along which the walk came here, −1 = structure */
} Step;

typedef struct
{
  WayNetwork *net;
  Step *path;
  gint32 length;
  gint32 n_done;
  guint8 *state; /* by node: 0 new, 1 on the path, 2 done */
  gint32 *edge;  /* by node: where to go on, when a cycle took the node off the path */
} Walk;

static void
build_outline (WayNetwork *self)
{
  WayNetPrivate *priv = self->priv;
  gint32 summary = 0;

  for (gint32 i = 0; i < self->n_tasks; i++)
    {
      priv->subtree_end[i] = i + 1;
      priv->summary_of[i] = -1;
    }
  for (gint32 i = self->n_tasks - 1; i >= 0; i--)
    {
      gint32 parent = self->tasks[i].parent;

      if (parent < 0)
        continue;
      priv->subtree_end[parent] = MAX (priv->subtree_end[parent], priv->subtree_end[i]);
      priv->summary_of[parent] = 0;
    }
  for (gint32 i = 0; i < self->n_tasks; i++)
    if (priv->summary_of[i] >= 0)
      priv->summary_of[i] = summary++;
  priv->n_summaries = summary;
  priv->n_nodes = self->n_tasks + summary;
  g_free (priv->summaries);
  priv->summaries = g_new0 (WaySummary, summary);
  for (gint32 i = 0; i < self->n_tasks; i++)
    if (priv->summary_of[i] >= 0)
      priv->summaries[priv->summary_of[i]].task = i;
}

/* Lists the links by one of their ends: counts, sums up, places. */
static void
build_adjacency (const WayNetwork *self, gboolean by_successor, gint32 *first, gint32 *list)
{
  memset (first, 0, ((gsize) self->n_tasks + 1) * sizeof *first);
  for (gint32 l = 0; l < self->n_links; l++)
    if (!self->links[l].ignored)
      first[1 + (by_successor ? self->links[l].successor : self->links[l].predecessor)]++;
  for (gint32 i = 0; i < self->n_tasks; i++)
    first[i + 1] += first[i];
  for (gint32 l = self->n_links - 1; l >= 0; l--)
    {
      gint32 end = by_successor ? self->links[l].successor : self->links[l].predecessor;

      if (!self->links[l].ignored)
        list[--first[end + 1]] = l;
    }
  /* Placing moved each start to the place before; shift them back. */
  for (gint32 i = 0; i < self->n_tasks; i++)
    first[i] = first[i + 1];
  first[self->n_tasks] = 0;
  for (gint32 l = 0; l < self->n_links; l++)
    first[self->n_tasks] += !self->links[l].ignored;
}

static void
build_structure (WayNetwork *self)
{
  WayNetPrivate *priv = self->priv;
  gsize n = (gsize) self->n_tasks;

  priv->subtree_end = g_renew (gint32, priv->subtree_end, n);
  priv->summary_of = g_renew (gint32, priv->summary_of, n);
  build_outline (self);
  priv->in_first = g_renew (gint32, priv->in_first, n + 1);
  priv->out_first = g_renew (gint32, priv->out_first, n + 1);
  priv->in_links = g_renew (gint32, priv->in_links, self->n_links);
  priv->out_links = g_renew (gint32, priv->out_links, self->n_links);
  build_adjacency (self, TRUE, priv->in_first, priv->in_links);
  build_adjacency (self, FALSE, priv->out_first, priv->out_links);
  priv->order = g_renew (gint32, priv->order, priv->n_nodes);
  priv->rank = g_renew (gint32, priv->rank, priv->n_nodes);
  priv->in_ranks = g_renew (gint32, priv->in_ranks, self->n_links);
  priv->out_ranks = g_renew (gint32, priv->out_ranks, self->n_links);
  priv->scratch = g_renew (gint32, priv->scratch, 2 * (gsize) priv->n_nodes);
  g_free (priv->positions);
  priv->positions = g_new (WayPositions, n);
  for (gsize i = 0; i < n; i++)
    priv->positions[i] = (WayPositions) { .late = -1, .calendar = -1 };
  g_free (priv->early);
  priv->early = g_new0 (guint64, way_net_words ((gsize) priv->n_nodes));
  g_free (priv->changed);
  priv->changed = g_new0 (guint64, way_net_words (n));
  way_rank_set_clear (&priv->forward);
  way_rank_set_clear (&priv->backward);
  way_rank_set_init (&priv->forward, (gsize) priv->n_nodes);
  way_rank_set_init (&priv->backward, (gsize) priv->n_nodes);
}

/* The next node that @step's waits for, or −1; @link: the link that says so, −1 = structure. */
static gint32
next_wait (const WayNetwork *self, Step *step, gint32 *link)
{
  const WayNetPrivate *priv = self->priv;
  gint32 node = step->node;

  *link = -1;
  if (node >= self->n_tasks)
    {
      gint32 task = priv->summaries[node - self->n_tasks].task;
      gint32 child = step->edge == 0 ? task : step->edge;

      if (step->edge == 0)
        {
          step->edge = task + 1;
          return task;
        }
      if (child >= priv->subtree_end[task])
        return -1;
      step->edge = priv->subtree_end[child];
      return way_net_exit (self, child);
    }
  if (step->edge == 0)
    {
      step->edge = 1;
      if (self->tasks[node].parent >= 0)
        return self->tasks[node].parent;
    }
  while (step->edge - 1 < priv->in_first[node + 1] - priv->in_first[node])
    {
      gint32 candidate = priv->in_links[priv->in_first[node] + step->edge++ - 1];

      if (self->links[candidate].ignored)
        continue;
      *link = candidate;
      return way_net_exit (self, self->links[candidate].predecessor);
    }
  return -1;
}

/* Walks from @root until all that it waits for is in order, or until the path bites its tail:
 * then @meets is the node met again and @link the link to it, and the path still stands. */
static gboolean
walk (Walk *w, gint32 *meets, gint32 *link)
{
  WayNetPrivate *priv = w->net->priv;

  while (w->length > 0)
    {
      Step *step = &w->path[w->length - 1];
      gint32 node = next_wait (w->net, step, link);

      if (node < 0)
        {
          w->state[step->node] = 2;
          priv->rank[step->node] = w->n_done;
          priv->order[w->n_done++] = step->node;
          w->length--;
        }
      else if (w->state[node] == 1)
        {
          *meets = node;
          return FALSE;
        }
      else if (w->state[node] == 0)
        {
          w->state[node] = 1;
          w->path[w->length++] = (Step) { node, w->edge[node], *link };
        }
    }
  return TRUE;
}

static void
walk_init (Walk *w, WayNetwork *self)
{
  gsize n = (gsize) self->priv->n_nodes;

  *w = (Walk) { .net = self };
  w->path = g_new (Step, n);
  w->state = g_new0 (guint8, n);
  w->edge = g_new0 (gint32, n);
}

static void
walk_clear (Walk *w)
{
  g_free (w->path);
  g_free (w->state);
  g_free (w->edge);
}

static gboolean
walk_begin (Walk *w, gint32 node)
{
  if (w->state[node] != 0)
    return FALSE;
  w->state[node] = 1;
  w->path[0] = (Step) { node, w->edge[node], -1 };
  w->length = 1;
  return TRUE;
}

/* The tasks round the cycle, in the direction of the links; each once. */
static void
spell_cycle (const Walk *w, gint32 meets, GArray *cycle)
{
  gint32 first = w->length - 1;

  g_array_set_size (cycle, 0);
  while (w->path[first].node != meets)
    first--;
  for (gint32 i = w->length - 1; i >= first; i--)
    {
      gint32 task = way_net_node_task (w->net, w->path[i].node);

      if (cycle->len > 0
          && (g_array_index (cycle, gint32, cycle->len - 1) == task
              || g_array_index (cycle, gint32, 0) == task))
        continue;
      g_array_append_val (cycle, task);
    }
}

/* One walk after the other, in outline order; closes each summary after its last row. */
static gboolean
order_all (Walk *w, gint32 *meets, gint32 *link)
{
  const WayNetwork *self = w->net;

  for (gint32 i = 0; i < self->n_tasks; i++)
    {
      if (walk_begin (w, i) && !walk (w, meets, link))
        return FALSE;
      for (gint32 a = i; a >= 0 && self->priv->subtree_end[a] == i + 1; a = self->tasks[a].parent)
        if (walk_begin (w, way_net_exit (self, a)) && !walk (w, meets, link))
          return FALSE;
    }
  return TRUE;
}

/* Who marks what a row's links lead to need not look at the links. */
static void
note_ranks (WayNetwork *self)
{
  WayNetPrivate *priv = self->priv;

  for (gint32 k = 0; k < priv->in_first[self->n_tasks]; k++)
    priv->in_ranks[k] = priv->rank[way_net_exit (self, self->links[priv->in_links[k]].predecessor)];
  for (gint32 k = 0; k < priv->out_first[self->n_tasks]; k++)
    priv->out_ranks[k] = priv->rank[self->links[priv->out_links[k]].successor];
}

/**
 * way_network_prepare:
 * @cycle: (nullable) (element-type gint32): on failure, the tasks of one cycle, each
 *   leading to the next and the last to the first
 *
 * Builds the adjacency and the order. To be called once the arrays are filled and after
 * every change of structure. A link between a row and its own summary is a cycle.
 *
 * Returns: %FALSE when the links close a cycle; nothing can be scheduled then
 */
gboolean
way_network_prepare (WayNetwork *self, GArray *cycle)
{
  gint32 meets = -1, link = -1;
  Walk w;

  self->priv->prepared = FALSE;
  build_structure (self);
  for (gint32 l = 0; l < self->n_links; l++)
    if (!self->links[l].ignored && way_net_is_family (self, &self->links[l]))
      {
        if (cycle != NULL)
          {
            g_array_set_size (cycle, 0);
            g_array_append_val (cycle, self->links[l].predecessor);
            if (self->links[l].predecessor != self->links[l].successor)
              g_array_append_val (cycle, self->links[l].successor);
          }
        return FALSE;
      }
  walk_init (&w, self);
  self->priv->prepared = order_all (&w, &meets, &link);
  if (!self->priv->prepared && cycle != NULL)
    spell_cycle (&w, meets, cycle);
  walk_clear (&w);
  if (self->priv->prepared)
    note_ranks (self);
  return self->priv->prepared;
}

/* Leaves out the latest link of the cycle that ends the path, and goes on before it. */
static gint32
cut_cycle (Walk *w, gint32 meets, gint32 link)
{
  gint32 cut = link, keep = w->length;
  gint32 first = w->length - 1;

  while (w->path[first].node != meets)
    first--;
  for (gint32 i = w->length - 1; i > first; i--)
    if (w->path[i].link > cut)
      {
        cut = w->path[i].link;
        keep = i;
      }
  while (w->length > keep)
    {
      const Step *step = &w->path[--w->length];

      /* The node's last in-edge led on along the path and is not settled: look at it again. */
      w->state[step->node] = 0;
      w->edge[step->node] = 0;
    }
  w->net->links[cut].ignored = TRUE;
  return cut;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a < *(const gint32 *) b ? -1 : 1;
}

/**
 * way_network_break_cycles:
 * @links: (nullable) (element-type gint32): the links left out, in ascending order
 *
 * Marks as ignored what keeps the network from being scheduled: links between a row and its
 * own summary, and of each cycle that it meets the link that comes last in `links`. For
 * files from elsewhere, which are opened with those links listed. Prepare again afterwards.
 *
 * Returns: how many links were left out
 */
guint
way_network_break_cycles (WayNetwork *self, GArray *links)
{
  gint32 meets, link;
  guint n = 0;
  Walk w;

  self->priv->prepared = FALSE;
  build_structure (self);
  for (gint32 l = 0; l < self->n_links; l++)
    if (!self->links[l].ignored && way_net_is_family (self, &self->links[l]))
      {
        self->links[l].ignored = TRUE;
        n++;
        if (links != NULL)
          g_array_append_val (links, l);
      }
  walk_init (&w, self);
  for (gint32 node = 0; node < self->priv->n_nodes; node++)
    {
      if (!walk_begin (&w, node))
        continue;
      while (!walk (&w, &meets, &link))
        {
          gint32 cut = cut_cycle (&w, meets, link);

          n++;
          if (links != NULL)
            g_array_append_val (links, cut);
        }
    }
  walk_clear (&w);
  if (links != NULL)
    g_array_sort (links, compare_indexes);
  return n;
}
