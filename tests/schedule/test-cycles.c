/* test-cycles.c: orders, cycles and deep chains.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-network.h"

#include <stdlib.h>

typedef struct
{
  gint32 predecessor, successor;
} Pair;

static WayNetwork *
network_of (int n_tasks, const gint32 *parents, int n_links, const Pair *pairs)
{
  WayNetwork *net = way_network_new (n_tasks, n_links, 1);
  g_autoptr (WayWorktime) work = way_worktime_new_standard ();

  way_network_set_calendar (net, 0, work);
  net->options.start = RANDOM_MONDAY + 480;
  for (int i = 0; i < n_tasks; i++)
    {
      net->tasks[i].parent = parents != NULL ? parents[i] : -1;
      net->tasks[i].duration = 480;
    }
  for (int l = 0; l < n_links; l++)
    {
      net->links[l].predecessor = pairs[l].predecessor;
      net->links[l].successor = pairs[l].successor;
    }
  return net;
}

static char *
spell (const GArray *tasks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (tasks, gint32, i));
  return g_string_free (text, FALSE);
}

static void
assert_cycle (WayNetwork *net, const char *expected)
{
  g_autoptr (GArray) cycle = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *text = NULL;

  g_assert_false (way_network_prepare (net, cycle));
  text = spell (cycle);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_spelled (void)
{
  static const Pair round[] = { { 3, 0 }, { 0, 1 }, { 1, 2 }, { 2, 0 }, { 2, 4 } };
  static const Pair self[] = { { 1, 1 } };
  static const Pair both[] = { { 0, 1 }, { 1, 0 } };
  g_autoptr (WayNetwork) a = network_of (5, NULL, 5, round);
  g_autoptr (WayNetwork) b = network_of (2, NULL, 1, self);
  g_autoptr (WayNetwork) c = network_of (2, NULL, 2, both);

  assert_cycle (a, "1 2 0");
  assert_cycle (b, "1");
  assert_cycle (c, "1 0");
}

/* A cycle may run through summaries, in both directions. */
static void
test_through_summaries (void)
{
  static const gint32 parents[] = { -1, 0, -1, 2 };
  static const Pair crossed[] = { { 1, 2 }, { 3, 0 } };
  static const Pair child_back[] = { { 0, 3 }, { 3, 1 } };
  static const Pair fine[] = { { 1, 2 }, { 0, 3 }, { 1, 3 } };
  g_autoptr (WayNetwork) a = network_of (4, parents, 2, crossed);
  g_autoptr (WayNetwork) b = network_of (4, parents, 2, child_back);
  g_autoptr (WayNetwork) c = network_of (4, parents, 3, fine);

  assert_cycle (a, "1 2 3 0");
  assert_cycle (b, "0 3 1");
  g_assert_true (way_network_prepare (c, NULL));
}

static void
test_family (void)
{
  static const gint32 parents[] = { -1, 0, 1, 0 };
  static const Pair down[] = { { 0, 2 } };
  static const Pair up[] = { { 2, 0 } };
  static const Pair siblings[] = { { 1, 3 } };
  g_autoptr (WayNetwork) a = network_of (4, parents, 1, down);
  g_autoptr (WayNetwork) b = network_of (4, parents, 1, up);
  g_autoptr (WayNetwork) c = network_of (4, parents, 1, siblings);

  assert_cycle (a, "0 2");
  assert_cycle (b, "2 0");
  g_assert_true (way_network_prepare (c, NULL));
  g_assert_true (way_network_would_cycle (c, 2, 0, NULL));
  g_assert_true (way_network_would_cycle (c, 0, 3, NULL));
  g_assert_true (way_network_would_cycle (c, 3, 3, NULL));
  g_assert_false (way_network_would_cycle (c, 2, 3, NULL));
  g_assert_true (way_network_would_cycle (c, 3, 2, NULL));
}

static void
test_would_cycle_path (void)
{
  static const gint32 parents[] = { -1, -1, 1, 1, -1 };
  static const Pair pairs[] = { { 0, 1 }, { 3, 4 } };
  g_autoptr (WayNetwork) net = network_of (5, parents, 2, pairs);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *text = NULL;

  g_assert_true (way_network_prepare (net, NULL));
  g_assert_true (way_network_would_cycle (net, 4, 0, path));
  text = spell (path);
  g_assert_cmpstr (text, ==, "0 1 3 4");
  g_assert_false (way_network_would_cycle (net, 0, 4, path));
  g_assert_cmpuint (path->len, ==, 0);
}

static void
test_break (void)
{
  static const gint32 parents[] = { -1, 0, -1, -1, -1 };
  static const Pair pairs[] = { { 2, 3 }, { 3, 4 }, { 0, 1 }, { 4, 2 }, { 3, 2 }, { 1, 2 }, { 4, 0 } };
  g_autoptr (WayNetwork) net = network_of (5, parents, 7, pairs);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *text = NULL;

  g_assert_cmpuint (way_network_break_cycles (net, links), ==, 4);
  text = spell (links);
  g_assert_cmpstr (text, ==, "2 3 4 6");
  g_assert_true (way_network_prepare (net, NULL));
  g_assert_cmpuint (way_network_break_cycles (net, NULL), ==, 0);
}

/* Whatever the links, breaking leaves a network that can be ordered, and would_cycle agrees
 * with trying. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int i = 0; i < 300; i++)
    {
      int n = g_rand_int_range (rand, 1, 30);
      g_autoptr (WayNetwork) net = way_network_new (n, 2 * n + 1, 0);

      for (int t = 1; t < n; t++)
        net->tasks[t].parent = g_rand_boolean (rand) ? net->tasks[t - 1].parent : t - 1;
      for (int l = 0; l < 2 * n; l++)
        {
          net->links[l].predecessor = g_rand_int_range (rand, 0, n);
          net->links[l].successor = g_rand_int_range (rand, 0, n);
        }
      net->links[2 * n].ignored = TRUE;
      way_network_break_cycles (net, NULL);
      g_assert_true (way_network_prepare (net, NULL));
      for (int k = 0; k < 10; k++)
        {
          WayNetLink *link = &net->links[2 * n];
          gboolean refused;

          link->predecessor = g_rand_int_range (rand, 0, n);
          link->successor = g_rand_int_range (rand, 0, n);
          refused = way_network_would_cycle (net, link->predecessor, link->successor, NULL);
          link->ignored = FALSE;
          g_assert_true (way_network_prepare (net, NULL) == !refused);
          link->ignored = TRUE;
          g_assert_true (way_network_prepare (net, NULL));
        }
    }
}

/* 100,000 tasks one after the other, listed backwards, and as deep in the outline. */
static void
test_deep (void)
{
  const int n = 100000;
  g_autoptr (WayNetwork) chain = network_of (n, NULL, 0, NULL);
  g_autoptr (WayNetwork) linked = way_network_new (n, n - 1, 1);
  g_autoptr (WayNetwork) nested = network_of (n, NULL, 0, NULL);
  g_autoptr (WayWorktime) always = way_worktime_new_always ();
  gint32 changed = n - 1;

  way_network_set_calendar (linked, 0, always);
  for (int i = 0; i < n; i++)
    linked->tasks[i].duration = 10;
  for (int l = 0; l < n - 1; l++)
    {
      linked->links[l].predecessor = l + 1;
      linked->links[l].successor = l;
    }
  g_assert_true (way_network_prepare (linked, NULL));
  way_network_schedule (linked);
  g_assert_cmpint (linked->finish, ==, (gint64) n * 10);
  linked->tasks[changed].duration = 11;
  way_network_reschedule (linked, &changed, 1);
  g_assert_cmpint (linked->results[0].finish, ==, (gint64) n * 10 + 1);
  g_assert_true (linked->results[0].critical);
  g_assert_true (way_network_would_cycle (linked, 0, n - 1, NULL));

  for (int i = 1; i < n; i++)
    nested->tasks[i].parent = i - 1;
  g_assert_true (way_network_prepare (nested, NULL));
  way_network_schedule (nested);
  g_assert_cmpint (nested->results[0].finish, ==, RANDOM_MONDAY + 1020);
  g_assert_true (nested->results[n / 2].summary);
  g_assert_true (way_network_prepare (chain, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycles/spelled", test_spelled);
  g_test_add_func ("/cycles/through-summaries", test_through_summaries);
  g_test_add_func ("/cycles/family", test_family);
  g_test_add_func ("/cycles/would-cycle-path", test_would_cycle_path);
  g_test_add_func ("/cycles/break", test_break);
  g_test_add_func ("/cycles/random", test_random);
  g_test_add_func ("/cycles/deep", test_deep);
  return g_test_run ();
}
