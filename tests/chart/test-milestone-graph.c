/* test-milestone-graph.c: where milestones stand, and that lines between them can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-milestone-graph-layout.h"

#include <string.h>

static const WayPoint *
point (const WayGraphLayout *layout, guint i)
{
  return &g_array_index (layout->points, WayPoint, i);
}

static void
assert_apart (const WayGraphLayout *layout)
{
  for (guint i = 0; i < layout->n_nodes; i++)
    {
      const WayPoint *a = &layout->places[i];

      g_assert_cmpfloat (a->x, >=, 0);
      g_assert_cmpfloat (a->y, >=, 0);
      g_assert_cmpfloat (a->x + WAY_GRAPH_NODE_WIDTH, <=, layout->width);
      g_assert_cmpfloat (a->y + WAY_GRAPH_NODE_HEIGHT, <=, layout->height);
      for (guint k = 0; k < i; k++)
        {
          const WayPoint *b = &layout->places[k];

          g_assert_true (a->x + WAY_GRAPH_NODE_WIDTH < b->x || b->x + WAY_GRAPH_NODE_WIDTH < a->x
                         || a->y + WAY_GRAPH_NODE_HEIGHT < b->y
                         || b->y + WAY_GRAPH_NODE_HEIGHT < a->y);
        }
    }
}

/* Whether a line, straight from @a to @b, comes into a milestone. */
static gboolean
enters (const WayPoint *a, const WayPoint *b, const WayPoint *place)
{
  double left = MAX (a->x, place->x + 0.5);
  double right = MIN (b->x, place->x + WAY_GRAPH_NODE_WIDTH - 0.5);
  double slope = b->x > a->x ? (b->y - a->y) / (b->x - a->x) : 0;
  double y0 = a->y + slope * (left - a->x), y1 = a->y + slope * (right - a->x);

  return left < right && MAX (y0, y1) > place->y
         && MIN (y0, y1) < place->y + WAY_GRAPH_NODE_HEIGHT;
}

static void
assert_lines (const WayGraphLayout *layout)
{
  for (guint e = 0; e < layout->n_edges; e++)
    {
      const WayGraphRoute *route = &layout->routes[e];
      const WayPoint *from = &layout->places[layout->edges[e].from];
      const WayPoint *to = &layout->places[layout->edges[e].to];

      g_assert_cmpuint (route->length, >=, 4);
      g_assert_cmpfloat (from->x + WAY_GRAPH_NODE_WIDTH, <, to->x);
      g_assert_cmpfloat (point (layout, route->first)->x, ==, from->x + WAY_GRAPH_NODE_WIDTH);
      g_assert_cmpfloat (point (layout, route->first)->y, >, from->y);
      g_assert_cmpfloat (point (layout, route->first)->y, <, from->y + WAY_GRAPH_NODE_HEIGHT);
      g_assert_cmpfloat (point (layout, route->first + route->length - 1)->x, ==, to->x);
      g_assert_cmpfloat (point (layout, route->first + route->length - 1)->y, >, to->y);
      for (guint k = route->first + 1; k < route->first + route->length; k++)
        {
          g_assert_cmpfloat (point (layout, k - 1)->x, <=, point (layout, k)->x);
          for (guint i = 0; i < layout->n_nodes; i++)
            g_assert_false (enters (point (layout, k - 1), point (layout, k), &layout->places[i]));
        }
    }
}

/* Whatever the graph: no milestone on another, all lines from left to right and around. */
static void
test_properties (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = (guint)g_rand_int_range (random, 1, 60);
      guint m = (guint)g_rand_int_range (random, 0, (gint)(2 * n));
      g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (WayGraphEdge));
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      g_autoptr (WayGraphLayout) layout = NULL;

      for (guint i = 0; i < m && n > 1; i++)
        {
          guint a = (guint)g_rand_int_range (random, 0, (gint)n);
          guint b = (guint)g_rand_int_range (random, 0, (gint)n);
          WayGraphEdge edge = { MIN (a, b), MAX (a, b), FALSE };

          if (a != b && g_hash_table_add (seen, GUINT_TO_POINTER (edge.from * 100 + edge.to)))
            g_array_append_val (edges, edge);
        }
      layout = way_graph_layout_new (n, (WayGraphEdge *)(gpointer)edges->data, edges->len);
      assert_apart (layout);
      assert_lines (layout);
    }
}

static guint
count_crossings (const WayGraphLayout *layout)
{
  guint crossings = 0;

  for (guint a = 0; a < layout->n_edges; a++)
    for (guint b = 0; b < a; b++)
      {
        const WayPoint *p = point (layout, layout->routes[a].first);
        const WayPoint *q = point (layout, layout->routes[b].first);
        const WayPoint *p1 = p + layout->routes[a].length - 1;
        const WayPoint *q1 = q + layout->routes[b].length - 1;

        crossings += p->x == q->x && p1->x == q1->x && (p->y - q->y) * (p1->y - q1->y) < 0;
      }
  return crossings;
}

/* Two trees whose milestones come in turns are taken apart. */
static void
test_order (void)
{
  const WayGraphEdge edges[] = { { 0, 7, FALSE }, { 1, 6, FALSE }, { 2, 5, FALSE },
                                 { 3, 4, FALSE }, { 0, 6, FALSE }, { 3, 5, FALSE } };
  g_autoptr (WayGraphLayout) layout = way_graph_layout_new (8, edges, G_N_ELEMENTS (edges));

  g_assert_cmpuint (count_crossings (layout), ==, 0);
}

/* A chain is one straight line; a beginning stands beside what waits for it; what has no links
 * stands below. */
static void
test_places (void)
{
  const WayGraphEdge edges[] = { { 0, 1, TRUE }, { 1, 2, TRUE }, { 3, 2, FALSE } };
  g_autoptr (WayGraphLayout) layout = way_graph_layout_new (6, edges, G_N_ELEMENTS (edges));
  g_autoptr (WayGraphLayout) chain = way_graph_layout_new (3, edges, 2);
  g_autoptr (WayGraphLayout) none = way_graph_layout_new (0, NULL, 0);

  g_assert_cmpfloat (chain->places[0].y, ==, chain->places[1].y);
  g_assert_cmpfloat (chain->places[1].y, ==, chain->places[2].y);
  g_assert_cmpfloat (layout->places[3].x, ==, layout->places[1].x);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (layout->places[i].y + WAY_GRAPH_NODE_HEIGHT, <, layout->unlinked_y);
  g_assert_cmpfloat (layout->places[4].y, >, layout->unlinked_y);
  g_assert_cmpfloat (layout->places[4].y, ==, layout->places[5].y);

  g_assert_cmpuint (way_graph_layout_pick (layout, layout->places[3].x + 5,
                                           layout->places[3].y + 5), ==, 3);
  g_assert_cmpuint (way_graph_layout_pick (layout, 1, 1), ==, G_MAXUINT);
  g_assert_cmpuint (way_graph_layout_step (layout, 0, 1, 0), ==, 1);
  g_assert_cmpuint (way_graph_layout_step (layout, 2, 1, 0), ==, 2);
  g_assert_cmpuint (way_graph_layout_step (layout, 2, -1, 0), !=, 2);
  g_assert_cmpfloat (none->height, ==, 0);
}

/* A circle cannot come from the plan; should one come, it does no harm. */
static void
test_circle (void)
{
  const WayGraphEdge edges[] = { { 0, 1, FALSE }, { 1, 0, FALSE }, { 1, 2, FALSE } };
  g_autoptr (WayGraphLayout) layout = way_graph_layout_new (3, edges, G_N_ELEMENTS (edges));

  assert_apart (layout);
  g_assert_cmpuint (layout->routes[0].length + layout->routes[1].length, <=, 4);
}

/* Only what is seen is drawn, and from afar no text that nobody can read. */
static void
test_view (void)
{
  const WayGraphEdge edges[] = { { 0, 1, TRUE } };
  const WayGraphNode nodes[]
      = { { "MS-001", "First", "1 May", "+2 d", "Blocked", "R", 2, TRUE, TRUE, FALSE },
          { "MS-002", "Second", "2 May", NULL, NULL, "G", 0, FALSE, TRUE, FALSE } };
  g_autoptr (WayGraphLayout) layout = way_graph_layout_new (2, edges, 1);
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };
  WayGraphView view = { .x = layout->places[1].x + 40, .y = 0, .width = 50, .height = 500,
                        .detail = WAY_GRAPH_ALL, .focus = 1 };
  g_autofree char *near = NULL, *far = NULL;

  way_graph_layout_draw (layout, nodes, &view, &measure, scene);
  near = way_scene_to_string (scene);
  g_assert_null (strstr (near, "MS-001"));
  g_assert_nonnull (strstr (near, "MS-002"));
  g_assert_null (strstr (near, "line "));

  way_scene_clear (scene);
  view = (WayGraphView){ 0, 0, layout->width, layout->height, WAY_GRAPH_COLORS, G_MAXUINT };
  way_graph_layout_draw (layout, nodes, &view, &measure, scene);
  far = way_scene_to_string (scene);
  g_assert_null (strstr (far, "text"));
  g_assert_nonnull (strstr (far, "line "));
}

/* Two thousand milestones, each waiting for up to three before it. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (WayGraphEdge));
  g_autoptr (WayGraphLayout) layout = NULL;

  for (guint i = 1; i < 2000; i++)
    for (guint k = 0; k < 3; k++)
      {
        gint from = (gint)i - g_rand_int_range (random, 1, 60);
        WayGraphEdge edge = { from > 0 ? (guint)from : 0, i, FALSE };

        g_array_append_val (edges, edge);
      }
  g_test_timer_start ();
  layout = way_graph_layout_new (2000, (WayGraphEdge *)(gpointer)edges->data, edges->len);
  g_test_message ("%u points, %.0f x %.0f in %.3f s", layout->points->len, layout->width,
                  layout->height, g_test_timer_elapsed ());
  assert_apart (layout);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/milestone-graph/properties", test_properties);
  g_test_add_func ("/milestone-graph/order", test_order);
  g_test_add_func ("/milestone-graph/places", test_places);
  g_test_add_func ("/milestone-graph/circle", test_circle);
  g_test_add_func ("/milestone-graph/view", test_view);
  g_test_add_func ("/milestone-graph/many", test_many);
  return g_test_run ();
}
