/* way-milestone-graph-layout.c: milestones and what they wait for: the places.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   columns → a vertex in each column that an edge passes → order in the columns (barycenters,
 *   the best of some sweeps) → heights (least squares with distances kept) → lines */

#include "chart/way-milestone-graph-layout.h"

#include <math.h>
#include <string.h>

#define MARGIN 24.0
#define GAP_Y 20.0        /* between two milestones of a column */
#define LANE 16.0         /* around a line that passes */
#define LEAST_GAP_X 64.0
#define MOST_GAP_X 260.0
#define GAP_SLOPE 0.16    /* the gap for a line that rises by one */
#define STUB 10.0         /* level at each end of a line, so that arrows land straight */
#define ORDER_SWEEPS 12
#define HEIGHT_SWEEPS 8
#define NONE G_MAXUINT

typedef struct
{
  guint layer, order;
  guint node;         /* NONE: the place of a line that passes */
  double y;           /* its middle */
  double wish, weight;
} Vertex;

typedef struct
{
  guint from, to;     /* vertices of neighbouring layers */
} Segment;

typedef struct
{
  WayGraphLayout *layout;
  guint *layer;       /* of each node; NONE = without links */
  guint n_layers;
  GArray *vertices;
  GArray *segments;
  guint *chain;       /* of each edge: its first segment; the others follow */
  GPtrArray *layers;  /* of GArray of guint: the vertices of each, in order */
  guint *out, *in;    /* n_vertices + 1: where the segments of each vertex begin … */
  guint *after, *before; /* … and the vertex at their other end */
} Build;

static Vertex *
vertex (const Build *build, guint i)
{
  return &g_array_index (build->vertices, Vertex, i);
}

static double
half_height (const Vertex *v)
{
  return v->node != NONE ? (WAY_GRAPH_NODE_HEIGHT + GAP_Y) / 2 : LANE / 2;
}

/* ------------------------------------------------------------------ columns */

/* Longest way from a beginning; nodes in a circle stay in the first column. */
static void
find_layers (Build *build)
{
  WayGraphLayout *self = build->layout;
  guint n = self->n_nodes;
  g_autofree guint *waits = g_new0 (guint, n + 1);
  g_autofree guint *first = g_new0 (guint, n + 2);
  g_autofree guint *to = g_new (guint, self->n_edges + 1);
  g_autofree guint *queue = g_new (guint, n + 1);
  guint head = 0, tail = 0;

  for (guint e = 0; e < self->n_edges; e++)
    {
      waits[self->edges[e].to]++;
      first[self->edges[e].from + 2]++;
    }
  for (guint i = 2; i < n + 2; i++)
    first[i] += first[i - 1];
  for (guint e = 0; e < self->n_edges; e++)
    to[first[self->edges[e].from + 1]++] = self->edges[e].to;
  for (guint i = 0; i < n; i++)
    {
      build->layer[i] = waits[i] == 0 && first[i] == first[i + 1] ? NONE : 0;
      if (waits[i] == 0)
        queue[tail++] = i;
    }
  while (head < tail)
    {
      guint at = queue[head++];

      for (guint k = first[at]; k < first[at + 1]; k++)
        {
          build->layer[to[k]] = MAX (build->layer[to[k]], build->layer[at] + 1);
          if (--waits[to[k]] == 0)
            queue[tail++] = to[k];
        }
    }
}

/* What waits for nothing stands beside the first that waits for it, not far away at the left. */
static void
pull_beginnings (Build *build)
{
  WayGraphLayout *self = build->layout;
  g_autofree guint *nearest = g_new (guint, self->n_nodes + 1);
  g_autofree gboolean *waits = g_new0 (gboolean, self->n_nodes + 1);

  memset (nearest, 0xff, sizeof (guint) * self->n_nodes);
  for (guint e = 0; e < self->n_edges; e++)
    {
      const WayGraphEdge *edge = &self->edges[e];

      waits[edge->to] = TRUE;
      nearest[edge->from] = MIN (nearest[edge->from], build->layer[edge->to]);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (!waits[i] && nearest[i] != NONE && nearest[i] > 0)
        build->layer[i] = nearest[i] - 1;
      if (build->layer[i] != NONE)
        build->n_layers = MAX (build->n_layers, build->layer[i] + 1);
    }
}

static guint
add_vertex (Build *build, guint layer, guint node)
{
  GArray *column = build->layers->pdata[layer];
  Vertex v = { .layer = layer, .order = column->len, .node = node };
  guint index = build->vertices->len;

  g_array_append_val (build->vertices, v);
  g_array_append_val (column, index);
  return index;
}

static void
add_vertices (Build *build)
{
  WayGraphLayout *self = build->layout;
  g_autofree guint *of_node = g_new (guint, self->n_nodes + 1);

  for (guint i = 0; i < build->n_layers; i++)
    g_ptr_array_add (build->layers, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->n_nodes; i++)
    of_node[i] = build->layer[i] != NONE ? add_vertex (build, build->layer[i], i) : NONE;
  for (guint e = 0; e < self->n_edges; e++)
    {
      const WayGraphEdge *edge = &self->edges[e];
      guint last = build->layer[edge->to];
      Segment segment = { .from = of_node[edge->from] };

      build->chain[e] = build->segments->len;
      for (guint layer = build->layer[edge->from] + 1; layer <= last; layer++)
        {
          segment.to = layer < last ? add_vertex (build, layer, NONE) : of_node[edge->to];
          g_array_append_val (build->segments, segment);
          segment.from = segment.to;
        }
    }
  build->chain[self->n_edges] = build->segments->len;
}

/* Each vertex's neighbours in the columns beside its own. */
static void
index_segments (Build *build)
{
  guint n = build->vertices->len, m = build->segments->len;

  build->out = g_new0 (guint, n + 2);
  build->in = g_new0 (guint, n + 2);
  build->after = g_new (guint, m + 1);
  build->before = g_new (guint, m + 1);
  for (guint i = 0; i < m; i++)
    {
      const Segment *s = &g_array_index (build->segments, Segment, i);

      build->out[s->from + 2]++;
      build->in[s->to + 2]++;
    }
  for (guint i = 2; i < n + 2; i++)
    {
      build->out[i] += build->out[i - 1];
      build->in[i] += build->in[i - 1];
    }
  for (guint i = 0; i < m; i++)
    {
      const Segment *s = &g_array_index (build->segments, Segment, i);

      build->after[build->out[s->from + 1]++] = s->to;
      build->before[build->in[s->to + 1]++] = s->from;
    }
}

/* ------------------------------------------------------------------ order */

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Vertex *one = vertex (data, *(const guint *) a), *two = vertex (data, *(const guint *) b);

  if (one->wish != two->wish)
    return one->wish < two->wish ? -1 : 1;
  return one->order < two->order ? -1 : one->order > two->order;
}

/* Each vertex to the mean place of its neighbours on one side. */
static void
order_layer (Build *build, GArray *layer, gboolean by_before)
{
  const guint *first = by_before ? build->in : build->out;
  const guint *other = by_before ? build->before : build->after;

  for (guint i = 0; i < layer->len; i++)
    {
      guint at = g_array_index (layer, guint, i);
      Vertex *v = vertex (build, at);
      double sum = 0;

      for (guint k = first[at]; k < first[at + 1]; k++)
        sum += vertex (build, other[k])->order;
      v->wish = first[at] < first[at + 1] ? sum / (first[at + 1] - first[at]) : v->order;
    }
  g_array_sort_with_data (layer, compare_wishes, build);
  for (guint i = 0; i < layer->len; i++)
    vertex (build, g_array_index (layer, guint, i))->order = i;
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, two = *(const guint *) b;

  return one < two ? -1 : one > two;
}

/* Crossings between a layer and the next: inversions, counted in a Fenwick tree. */
static guint64
count_crossings (const Build *build, guint layer)
{
  GArray *column = build->layers->pdata[layer];
  guint n = ((GArray *) build->layers->pdata[layer + 1])->len;
  g_autofree guint *tree = g_new0 (guint, n + 1);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 crossings = 0;
  guint total = 0;

  for (guint i = 0; i < column->len; i++)
    {
      guint at = g_array_index (column, guint, i);

      g_array_set_size (ends, 0);
      for (guint k = build->out[at]; k < build->out[at + 1]; k++)
        g_array_append_val (ends, vertex (build, build->after[k])->order);
      g_array_sort (ends, compare_guints);
      for (guint k = 0; k < ends->len; k++)
        {
          guint not_below = 0;

          for (guint t = g_array_index (ends, guint, k) + 1; t > 0; t -= t & -t)
            not_below += tree[t];
          crossings += total - not_below;
        }
      for (guint k = 0; k < ends->len; k++, total++)
        for (guint t = g_array_index (ends, guint, k) + 1; t <= n; t += t & -t)
          tree[t]++;
    }
  return crossings;
}

static guint64
count_all_crossings (const Build *build)
{
  guint64 crossings = 0;

  for (guint i = 0; i + 1 < build->layers->len; i++)
    crossings += count_crossings (build, i);
  return crossings;
}

static void
take_order (Build *build, const guint *best)
{
  for (guint i = 0; i < build->vertices->len; i++)
    {
      Vertex *v = vertex (build, i);

      v->order = best[i];
      g_array_index ((GArray *) build->layers->pdata[v->layer], guint, v->order) = i;
    }
}

static void
find_order (Build *build)
{
  guint n = build->layers->len;
  g_autofree guint *best = g_new (guint, build->vertices->len + 1);
  guint64 fewest = G_MAXUINT64;

  for (guint sweep = 0; sweep <= ORDER_SWEEPS && fewest > 0; sweep++)
    {
      guint64 crossings = count_all_crossings (build);

      if (crossings < fewest)
        {
          fewest = crossings;
          for (guint i = 0; i < build->vertices->len; i++)
            best[i] = vertex (build, i)->order;
        }
      for (guint i = 1; i < n; i++)
        order_layer (build, build->layers->pdata[sweep % 2 == 0 ? i : n - 1 - i], sweep % 2 == 0);
    }
  take_order (build, best);
}

/* ------------------------------------------------------------------ heights */

typedef struct
{
  double sum, weight; /* of wishes, less the distance to the first of the layer */
  guint length;
} Block;

/* The heights nearest to the wishes in which no two of the layer come too near (pool adjacent
 * violators on what is left of the wishes when the distances are taken off). */
static void
place_layer (Build *build, GArray *layer, Block *blocks, double *offset)
{
  guint n_blocks = 0, i = 0;

  for (guint k = 0; k < layer->len; k++)
    {
      const Vertex *v = vertex (build, g_array_index (layer, guint, k));

      offset[k] = k == 0 ? 0
                         : offset[k - 1] + half_height (v)
                               + half_height (vertex (build, g_array_index (layer, guint, k - 1)));
      blocks[n_blocks++] = (Block){ (v->wish - offset[k]) * v->weight, v->weight, 1 };
      while (n_blocks > 1
             && blocks[n_blocks - 2].sum * blocks[n_blocks - 1].weight
                    > blocks[n_blocks - 1].sum * blocks[n_blocks - 2].weight)
        {
          n_blocks--;
          blocks[n_blocks - 1].sum += blocks[n_blocks].sum;
          blocks[n_blocks - 1].weight += blocks[n_blocks].weight;
          blocks[n_blocks - 1].length += blocks[n_blocks].length;
        }
    }
  for (guint b = 0; b < n_blocks; b++)
    for (guint k = 0; k < blocks[b].length; k++, i++)
      vertex (build, g_array_index (layer, guint, i))->y
          = blocks[b].sum / blocks[b].weight + offset[i];
}

static void
add_wishes (const Build *build, const guint *first, const guint *other, guint at, double *sum,
            double *weight)
{
  for (guint k = first[at]; k < first[at + 1]; k++)
    {
      const Vertex *v = vertex (build, other[k]);
      double w = v->node == NONE ? 4 : 1; /* long lines are to be straight */

      *sum += v->y * w;
      *weight += w;
    }
}

static void
wish_layer (Build *build, GArray *layer, gboolean by_before, gboolean by_after)
{
  for (guint i = 0; i < layer->len; i++)
    {
      guint at = g_array_index (layer, guint, i);
      Vertex *v = vertex (build, at);
      double sum = 0, weight = 0;

      if (by_before)
        add_wishes (build, build->in, build->before, at, &sum, &weight);
      if (by_after)
        add_wishes (build, build->out, build->after, at, &sum, &weight);
      v->wish = weight > 0 ? sum / weight : v->y;
      v->weight = weight > 0 ? (v->node == NONE ? 4 : 1) : 0.1;
    }
}

static void
find_heights (Build *build)
{
  guint n = build->layers->len;
  g_autofree Block *blocks = g_new (Block, build->vertices->len + 1);
  g_autofree double *offset = g_new (double, build->vertices->len + 1);

  for (guint i = 0; i < n; i++)
    {
      GArray *layer = build->layers->pdata[i];

      wish_layer (build, layer, FALSE, FALSE); /* all at 0: packed around it */
      place_layer (build, layer, blocks, offset);
    }
  for (guint sweep = 0; sweep < HEIGHT_SWEEPS; sweep++)
    {
      gboolean last = sweep + 2 >= HEIGHT_SWEEPS, forward = sweep % 2 == 0;

      for (guint i = 0; i < n; i++)
        {
          GArray *layer = build->layers->pdata[forward ? i : n - 1 - i];

          wish_layer (build, layer, forward || last, !forward || last);
          place_layer (build, layer, blocks, offset);
        }
    }
}

/* ------------------------------------------------------------------ places and lines */

/* Where each column begins; steep lines get a wider gap. */
static double *
find_columns (Build *build)
{
  double *x = g_new0 (double, build->n_layers + 1);
  g_autofree double *rise = g_new0 (double, build->n_layers + 1);

  for (guint i = 0; i < build->segments->len; i++)
    {
      const Segment *s = &g_array_index (build->segments, Segment, i);
      const Vertex *from = vertex (build, s->from);

      rise[from->layer] = MAX (rise[from->layer], fabs (vertex (build, s->to)->y - from->y));
    }
  x[0] = MARGIN;
  for (guint i = 0; i < build->n_layers; i++)
    x[i + 1] = x[i] + WAY_GRAPH_NODE_WIDTH + CLAMP (rise[i] * GAP_SLOPE, LEAST_GAP_X, MOST_GAP_X);
  return x;
}

static void
place_nodes (Build *build, const double *x)
{
  WayGraphLayout *self = build->layout;
  double top = 0;

  for (guint i = 0; i < build->vertices->len; i++)
    top = MIN (top, vertex (build, i)->y - half_height (vertex (build, i)));
  for (guint i = 0; i < build->vertices->len; i++)
    {
      Vertex *v = vertex (build, i);

      v->y = round (v->y - top + MARGIN);
      self->height = MAX (self->height, v->y + half_height (v));
      if (v->node == NONE)
        continue;
      self->places[v->node] = (WayPoint){ x[v->layer], v->y - WAY_GRAPH_NODE_HEIGHT / 2 };
      self->width = MAX (self->width, x[v->layer] + WAY_GRAPH_NODE_WIDTH + MARGIN);
    }
  if (build->vertices->len > 0)
    self->height += MARGIN;
}

/* Below: rows as wide as what stands above, or about square when nothing does. */
static void
place_unlinked (Build *build)
{
  WayGraphLayout *self = build->layout;
  double step = WAY_GRAPH_NODE_WIDTH + GAP_Y, row = WAY_GRAPH_NODE_HEIGHT + GAP_Y;
  guint n = 0, columns, k = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    n += build->layer[i] == NONE;
  if (n == 0)
    return;
  columns = (guint) MAX (ceil (sqrt (n * row / step)), (self->width - 2 * MARGIN) / step);
  self->unlinked_y = self->height + MARGIN;
  for (guint i = 0; i < self->n_nodes; i++)
    if (build->layer[i] == NONE)
      {
        self->places[i] = (WayPoint){ MARGIN + k % columns * step,
                                      self->unlinked_y + MARGIN + k / columns * row };
        self->width = MAX (self->width, self->places[i].x + WAY_GRAPH_NODE_WIDTH + MARGIN);
        self->height = MAX (self->height, self->places[i].y + WAY_GRAPH_NODE_HEIGHT + MARGIN);
        k++;
      }
}

/* Lines of one milestone leave and arrive beside each other, in the order of their other ends. */
static double
port_of (const Build *build, guint at, const guint *first, const guint *other, guint end)
{
  const Vertex *v = vertex (build, at);
  guint n = first[at + 1] - first[at], before = 0;

  if (v->node == NONE || n < 2)
    return v->y;
  for (guint k = first[at]; k < first[at + 1]; k++)
    before += vertex (build, other[k])->order < vertex (build, end)->order;
  return v->y
         + (before - (n - 1) / 2.0) * MIN (9.0, (WAY_GRAPH_NODE_HEIGHT - 20) / (n - 1));
}

static void
add_point (WayGraphLayout *self, double x, double y)
{
  WayPoint point = { x, y };

  g_array_append_val (self->points, point);
}

static void
add_segment (Build *build, const Segment *s, const double *x)
{
  WayGraphLayout *self = build->layout;
  guint layer = vertex (build, s->from)->layer;
  double from = x[layer] + WAY_GRAPH_NODE_WIDTH, to = x[layer + 1];
  double y = port_of (build, s->from, build->out, build->after, s->to);
  double end = port_of (build, s->to, build->in, build->before, s->from);

  add_point (self, from, y);
  add_point (self, from + STUB, y);
  add_point (self, to - 1.6 * STUB, end);
  add_point (self, to, end);
}

static void
draw_lines (Build *build, const double *x)
{
  WayGraphLayout *self = build->layout;

  for (guint e = 0; e < self->n_edges; e++)
    {
      self->routes[e].first = self->points->len;
      for (guint i = build->chain[e]; i < build->chain[e + 1]; i++)
        add_segment (build, &g_array_index (build->segments, Segment, i), x);
      self->routes[e].length = self->points->len - self->routes[e].first;
    }
}

/* ------------------------------------------------------------------ the layout */

static void
build_clear (Build *build)
{
  g_free (build->layer);
  g_free (build->chain);
  g_free (build->out);
  g_free (build->in);
  g_free (build->after);
  g_free (build->before);
  g_array_unref (build->vertices);
  g_array_unref (build->segments);
  g_ptr_array_unref (build->layers);
}

/**
 * way_graph_layout_new:
 * @n_nodes: how many milestones
 * @edges: (array length=n_edges): without circles; those of a circle are not drawn
 *
 * Returns: (transfer full): their places and lines, in scene units from 0, 0
 */
WayGraphLayout *
way_graph_layout_new (guint n_nodes, const WayGraphEdge *edges, guint n_edges)
{
  WayGraphLayout *self = g_new0 (WayGraphLayout, 1);
  Build build = { .layout = self };
  g_autofree double *x = NULL;

  self->n_nodes = n_nodes;
  self->n_edges = n_edges;
  self->edges = g_memdup2 (edges, sizeof *edges * n_edges);
  self->places = g_new0 (WayPoint, n_nodes + 1);
  self->routes = g_new0 (WayGraphRoute, n_edges + 1);
  self->points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  build.layer = g_new0 (guint, n_nodes + 1);
  build.chain = g_new0 (guint, n_edges + 1);
  build.vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  build.segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  build.layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  find_layers (&build);
  pull_beginnings (&build);
  add_vertices (&build);
  index_segments (&build);
  find_order (&build);
  find_heights (&build);
  x = find_columns (&build);
  place_nodes (&build, x);
  draw_lines (&build, x);
  place_unlinked (&build);
  build_clear (&build);
  return self;
}

void
way_graph_layout_free (WayGraphLayout *self)
{
  g_free (self->edges);
  g_free (self->places);
  g_free (self->routes);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * way_graph_layout_pick:
 *
 * Returns: the node at a point; %G_MAXUINT when there is none
 */
guint
way_graph_layout_pick (const WayGraphLayout *self, double x, double y)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (x >= self->places[i].x && x < self->places[i].x + WAY_GRAPH_NODE_WIDTH
        && y >= self->places[i].y && y < self->places[i].y + WAY_GRAPH_NODE_HEIGHT)
      return i;
  return NONE;
}

/**
 * way_graph_layout_step:
 * @right: 1 = to the right, −1 = to the left, 0 = neither
 * @down: likewise
 *
 * Returns: the nearest node in that direction, what lies straight ahead before what lies aslant;
 * @node when there is none
 */
guint
way_graph_layout_step (const WayGraphLayout *self, guint node, int right, int down)
{
  double best = G_MAXDOUBLE;
  guint found = node;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      double dx = self->places[i].x - self->places[node].x;
      double dy = self->places[i].y - self->places[node].y;
      double ahead = right != 0 ? dx * right : dy * down;
      double aside = fabs (right != 0 ? dy : dx);

      if (i == node || ahead < 1 || (right == 0 && aside > WAY_GRAPH_NODE_WIDTH))
        continue;
      if (ahead + 2 * aside < best)
        {
          best = ahead + 2 * aside;
          found = i;
        }
    }
  return found;
}
