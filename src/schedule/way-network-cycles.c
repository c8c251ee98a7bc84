/* way-network-cycles.c: would a link close a cycle?
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

static gboolean
is_ancestor (const WayNetwork *self, gint32 summary, gint32 task)
{
  return task >= summary && task < self->priv->subtree_end[summary];
}

/* A link from a row to itself, to one above or below it. */
gboolean
way_net_is_family (const WayNetwork *self, const WayNetLink *link)
{
  return is_ancestor (self, link->predecessor, link->successor)
         || is_ancestor (self, link->successor, link->predecessor);
}

typedef struct
{
  WayNetwork *net;
  gint32 *from;  /* by node: the node before it on the way, −1 = not reached */
  gint32 *stack;
  gint32 length;
  gint32 goal_rank;
} Search;

static void
reach (Search *search, gint32 node, gint32 from)
{
  if (search->from[node] >= 0 || search->net->priv->rank[node] > search->goal_rank)
    return;
  search->from[node] = from;
  search->stack[search->length++] = node;
}

static void
reach_onwards (Search *search, gint32 node)
{
  const WayNetwork *self = search->net;
  const WayNetPrivate *priv = self->priv;
  gint32 task = way_net_node_task (self, node);

  if (node < self->n_tasks && way_net_is_summary (self, task))
    {
      for (gint32 c = task + 1; c < priv->subtree_end[task]; c = priv->subtree_end[c])
        reach (search, c, node);
      return;
    }
  if (self->tasks[task].parent >= 0)
    reach (search, way_net_exit (self, self->tasks[task].parent), node);
  for (gint32 k = priv->out_first[task]; k < priv->out_first[task + 1]; k++)
    if (!self->links[priv->out_links[k]].ignored)
      reach (search, self->links[priv->out_links[k]].successor, node);
}

/**
 * way_network_would_cycle:
 * @path: (nullable) (element-type gint32): if so, the tasks from @successor to
 *   @predecessor, each leading to the next; the new link would lead from the last to the first
 *
 * For linking by hand: looks only at what lies between the two, changes nothing. The
 * network must be prepared.
 *
 * Returns: whether a link from @predecessor to @successor would close a cycle, or join a row
 *   to itself or to a summary that it belongs to
 */
gboolean
way_network_would_cycle (WayNetwork *self, int predecessor, int successor, GArray *path)
{
  WayNetPrivate *priv = self->priv;
  gint32 goal = way_net_exit (self, predecessor);
  WayNetLink link = { .predecessor = predecessor, .successor = successor };
  Search search = { self, priv->scratch, priv->scratch + priv->n_nodes, 0, priv->rank[goal] };

  if (path != NULL)
    g_array_set_size (path, 0);
  if (way_net_is_family (self, &link))
    {
      if (path != NULL)
        g_array_append_val (path, link.successor);
      if (path != NULL && predecessor != successor)
        g_array_append_val (path, link.predecessor);
      return TRUE;
    }
  memset (search.from, -1, (gsize) priv->n_nodes * sizeof *search.from);
  reach (&search, successor, successor);
  while (search.length > 0 && search.from[goal] < 0)
    reach_onwards (&search, search.stack[--search.length]);
  if (search.from[goal] < 0)
    return FALSE;
  for (gint32 node = goal; path != NULL; node = search.from[node])
    {
      gint32 task = way_net_node_task (self, node);

      if (path->len == 0 || g_array_index (path, gint32, 0) != task)
        g_array_prepend_val (path, task);
      if (node == successor)
        break;
    }
  return TRUE;
}
