/* way-milestone-graph.c: WayMilestoneGraph, which milestone waits for which.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-milestone-graph.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "document/way-milestone-upstream.h"
#include "metrics/way-milestone-metrics.h"

/**
 * way_milestone_is_critical:
 *
 * Returns: whether it is open and its row is on the critical path
 */
gboolean
way_milestone_is_critical (WayMilestone *milestone)
{
  WayPlan *plan = WAY_RECORD (milestone)->plan;
  WayTask *row = milestone->task != 0 ? way_plan_lookup_task (plan, milestone->task) : NULL;

  return row != NULL && row->critical && way_milestone_is_open (milestone);
}

/* ------------------------------------------------------------------ edges */

static void
add_edge (WayMilestoneGraph *self, GHashTable *places, WayRecord *from, guint to)
{
  gpointer place;
  WayMilestoneEdge edge = { .to = to };

  if (from == NULL || !g_hash_table_lookup_extended (places, from, NULL, &place)
      || GPOINTER_TO_UINT (place) == to)
    return;
  edge.from = GPOINTER_TO_UINT (place);
  g_array_append_val (self->edges, edge);
}

static void
collect_edges (WayMilestoneGraph *self, WayPlan *plan)
{
  g_autoptr (WayMilestoneUpstream) links = way_milestone_upstream_new (plan);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->milestones->len; i++)
    g_hash_table_insert (places, self->milestones->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->milestones->len; i++)
    {
      WayMilestone *milestone = self->milestones->pdata[i];
      g_autoptr (GPtrArray) upstream = way_milestone_upstream_of (links, milestone);
      g_autoptr (GPtrArray) named = way_milestone_get_parts (milestone, &way_dependency_type);

      for (guint k = 0; k < upstream->len; k++)
        add_edge (self, places, upstream->pdata[k], i);
      for (guint k = 0; k < named->len; k++)
        add_edge (self, places,
                  way_plan_lookup (plan, WAY_DEPENDENCY (named->pdata[k])->upstream), i);
    }
}

/* By from, then by to, each once. They were collected by to: a counting sort keeps that order. */
static void
sort_edges (WayMilestoneGraph *self)
{
  guint n = self->milestones->len, kept = 0;
  g_autofree guint *next = g_new0 (guint, n + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (WayMilestoneEdge), self->edges->len);
  WayMilestoneEdge *edges;

  g_array_set_size (sorted, self->edges->len);
  edges = (WayMilestoneEdge *) (gpointer) sorted->data;
  for (guint i = 0; i < self->edges->len; i++)
    next[g_array_index (self->edges, WayMilestoneEdge, i).from + 1]++;
  for (guint i = 0; i < n; i++)
    next[i + 1] += next[i];
  for (guint i = 0; i < self->edges->len; i++)
    {
      const WayMilestoneEdge *edge = &g_array_index (self->edges, WayMilestoneEdge, i);

      edges[next[edge->from]++] = *edge;
    }
  for (guint i = 0; i < sorted->len; i++)
    if (kept == 0 || edges[i].from != edges[kept - 1].from || edges[i].to != edges[kept - 1].to)
      edges[kept++] = edges[i];
  g_array_set_size (sorted, kept);
  g_array_unref (self->edges);
  self->edges = sorted;
}

/* ------------------------------------------------------------------ what follows from others */

typedef struct
{
  const WayMilestoneGraph *graph;
  guint *first;    /* n + 1: where the edges of each node begin */
  guint8 *mark;    /* 0 = not seen, 1 = on the way, 2 = done */
  guint *order;    /* nodes as they were done: what follows stands before */
  guint n_ordered;
  guint64 *reach;  /* n × words: which nodes can be come to by edges */
  guint words;
} Walk;

static void
walk_init (Walk *walk, const WayMilestoneGraph *graph)
{
  guint n = graph->milestones->len;

  *walk = (Walk){ .graph = graph, .words = (n + 63) / 64 };
  walk->first = g_new0 (guint, n + 1);
  walk->mark = g_new0 (guint8, n + 1);
  walk->order = g_new0 (guint, n + 1);
  walk->reach = g_new0 (guint64, (gsize) n * walk->words + 1);
  for (guint i = 0; i < graph->edges->len; i++)
    walk->first[g_array_index (graph->edges, WayMilestoneEdge, i).from + 1]++;
  for (guint i = 0; i < n; i++)
    walk->first[i + 1] += walk->first[i];
}

static void
walk_clear (Walk *walk)
{
  g_free (walk->first);
  g_free (walk->mark);
  g_free (walk->order);
  g_free (walk->reach);
}

/* Depth first with a stack of its own; an edge back to the way here closes a circle: its ends are
 * made the same, which takes it out. */
static void
visit (Walk *walk, guint start, guint *stack, guint *next)
{
  guint depth = 0;

  stack[depth] = start;
  next[start] = walk->first[start];
  walk->mark[start] = 1;
  while (TRUE)
    {
      guint at = stack[depth];
      WayMilestoneEdge *edge;

      if (next[at] == walk->first[at + 1])
        {
          walk->mark[at] = 2;
          walk->order[walk->n_ordered++] = at;
          if (depth-- == 0)
            return;
          continue;
        }
      edge = &g_array_index (walk->graph->edges, WayMilestoneEdge, next[at]++);
      if (walk->mark[edge->to] == 1)
        edge->to = edge->from;
      else if (walk->mark[edge->to] == 0)
        {
          stack[++depth] = edge->to;
          next[edge->to] = walk->first[edge->to];
          walk->mark[edge->to] = 1;
        }
    }
}

static void
set_bit (guint64 *set, guint bit)
{
  set[bit / 64] |= (guint64) 1 << (bit % 64);
}

static gboolean
has_bit (const guint64 *set, guint bit)
{
  return (set[bit / 64] >> (bit % 64) & 1) != 0;
}

/* An edge to what one of its brothers reaches anyway says nothing new. */
static gboolean
is_implied (const Walk *walk, const WayMilestoneEdge *edge)
{
  for (guint i = walk->first[edge->from]; i < walk->first[edge->from + 1]; i++)
    {
      guint to = g_array_index (walk->graph->edges, WayMilestoneEdge, i).to;

      if (to != edge->from && to != edge->to
          && has_bit (walk->reach + (gsize) to * walk->words, edge->to))
        return TRUE;
    }
  return FALSE;
}

static void
find_reach (Walk *walk)
{
  for (guint i = 0; i < walk->n_ordered; i++)
    {
      guint node = walk->order[i];
      guint64 *reach = walk->reach + (gsize) node * walk->words;

      for (guint e = walk->first[node]; e < walk->first[node + 1]; e++)
        {
          guint to = g_array_index (walk->graph->edges, WayMilestoneEdge, e).to;
          const guint64 *further = walk->reach + (gsize) to * walk->words;

          if (to == node || has_bit (reach, to)) /* then also what is further */
            continue;
          set_bit (reach, to);
          for (guint w = 0; w < walk->words; w++)
            reach[w] |= further[w];
        }
    }
}

static void
reduce (WayMilestoneGraph *self)
{
  guint n = self->milestones->len;
  g_autofree guint *stack = g_new (guint, n + 1);
  g_autofree guint *next = g_new (guint, n + 1);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (WayMilestoneEdge));
  Walk walk;

  walk_init (&walk, self);
  for (guint i = 0; i < n; i++)
    if (walk.mark[i] == 0)
      visit (&walk, i, stack, next);
  find_reach (&walk);
  for (guint i = 0; i < self->edges->len; i++)
    {
      WayMilestoneEdge edge = g_array_index (self->edges, WayMilestoneEdge, i);

      if (edge.from == edge.to || is_implied (&walk, &edge))
        continue;
      edge.critical = way_milestone_is_critical (self->milestones->pdata[edge.from])
                      && way_milestone_is_critical (self->milestones->pdata[edge.to]);
      g_array_append_val (kept, edge);
    }
  walk_clear (&walk);
  g_array_unref (self->edges);
  self->edges = kept;
}

/* ------------------------------------------------------------------ the graph */

/**
 * way_milestone_graph_new:
 * @initiative: id of the initiative whose milestones are wanted; 0 = all
 *
 * Returns: (transfer full)
 */
WayMilestoneGraph *
way_milestone_graph_new (WayDocument *document, gint64 initiative)
{
  WayMilestoneGraph *self = g_new0 (WayMilestoneGraph, 1);

  self->milestones = way_milestones_all (document);
  for (guint i = self->milestones->len; i > 0; i--)
    if (initiative != 0
        && WAY_MILESTONE (self->milestones->pdata[i - 1])->initiative != initiative)
      g_ptr_array_remove_index (self->milestones, i - 1);
  self->edges = g_array_new (FALSE, FALSE, sizeof (WayMilestoneEdge));
  collect_edges (self, way_document_get_plan (document));
  sort_edges (self);
  reduce (self);
  return self;
}

void
way_milestone_graph_free (WayMilestoneGraph *self)
{
  g_ptr_array_unref (self->milestones);
  g_array_unref (self->edges);
  g_free (self);
}

GArray *
way_milestone_graph_before (const WayMilestoneGraph *self, guint node)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->edges->len; i++)
    {
      const WayMilestoneEdge *edge = &g_array_index (self->edges, WayMilestoneEdge, i);

      if (edge->to == node)
        g_array_append_val (found, edge->from);
    }
  return found;
}

GArray *
way_milestone_graph_after (const WayMilestoneGraph *self, guint node)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->edges->len; i++)
    {
      const WayMilestoneEdge *edge = &g_array_index (self->edges, WayMilestoneEdge, i);

      if (edge->from == node)
        g_array_append_val (found, edge->to);
    }
  return found;
}
