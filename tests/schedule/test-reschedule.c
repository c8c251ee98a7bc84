/* test-reschedule.c: an incremental pass gives exactly what a full one gives, and says what moved.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-network.h"

#include <string.h>

/* A network of the same values, scheduled from nothing. */
static WayNetwork *
scheduled_anew (const WayNetwork *net)
{
  WayNetwork *fresh = way_network_copy (net);

  g_assert_true (way_network_prepare (fresh, NULL));
  way_network_schedule (fresh);
  return fresh;
}

/* Every row whose dates are others than those kept is named, and no more. */
static void
assert_moved (const WayNetwork *net)
{
  guint n_words;
  const guint64 *moved = way_network_get_moved (net, &n_words);

  for (gint32 i = 0; i < net->n_tasks; i++)
    {
      gint64 start, finish;

      way_network_get_kept (net, i, &start, &finish);
      g_assert_cmpint (moved[i / 64] >> (i % 64) & 1, ==,
                       net->results[i].start != start || net->results[i].finish != finish);
    }
}

static void
assert_same_row (const WayNetResult *a, const WayNetResult *b, gint32 row)
{
  if (memcmp (a, b, sizeof *a) == 0)
    return;
  g_test_message ("row %d differs", row);
  g_assert_cmpint (a->early_start, ==, b->early_start);
  g_assert_cmpint (a->early_finish, ==, b->early_finish);
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->finish, ==, b->finish);
  g_assert_cmpint (a->late_start, ==, b->late_start);
  g_assert_cmpint (a->late_finish, ==, b->late_finish);
  g_assert_cmpint (a->total_float, ==, b->total_float);
  g_assert_cmpint (a->start_float, ==, b->start_float);
  g_assert_cmpint (a->finish_float, ==, b->finish_float);
  g_assert_cmpint (a->free_float, ==, b->free_float);
  g_assert_cmpint (a->critical, ==, b->critical);
  g_assert_cmpint (a->driver_kind, ==, b->driver_kind);
  g_assert_cmpint (a->driver, ==, b->driver);
  g_assert_cmpint (a->blocked, ==, b->blocked);
  g_assert_cmpint (a->conflicts, ==, b->conflicts);
  g_assert_cmpint (a->summary, ==, b->summary);
  g_assert_not_reached ();
}

static void
assert_same (const WayNetwork *a, const WayNetwork *b)
{
  assert_moved (a);
  for (gint32 i = 0; i < a->n_tasks; i++)
    assert_same_row (&a->results[i], &b->results[i], i);
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->finish, ==, b->finish);
}

/* Changes one value or many; returns the task to name. */
static gint32
edit_something (GRand *rand, WayNetwork *net, RandomFeatures features)
{
  gint32 task = g_rand_int_range (rand, 0, net->n_tasks);

  switch (g_rand_int_range (rand, 0, net->n_links > 0 ? 4 : 2))
    {
    case 0:
      net->tasks[task].duration = g_rand_int_range (rand, 0, 2000);
      return task;
    case 1:
      random_network_vary (rand, &net->tasks[task], features);
      return task;
    default:
      {
        WayNetLink *link = &net->links[g_rand_int_range (rand, 0, net->n_links)];

        link->lag = g_rand_int_range (rand, -150, 150);
        link->lag_kind = (guint8) g_rand_int_range (rand, 0, 4);
        return link->successor;
      }
    }
}

/* Every row that moved is named; with one pass each way, every row named did move. */
static void
assert_changes (const WayNetwork *net, const WayNetResult *before, gboolean exact)
{
  guint n_words, n = 0;
  const guint64 *changed = way_network_get_changed (net, &n_words);

  for (gint32 i = 0; i < net->n_tasks; i++)
    {
      gboolean moved = memcmp (&before[i], &net->results[i], sizeof before[i]) != 0;
      gboolean named = (changed[i / 64] >> (i % 64) & 1) != 0;

      g_assert_true (named == moved || (named && !exact));
      n += named;
    }
  g_assert_cmpuint (n, ==, way_network_count_changed (net));
}

static void
edit_and_compare (int n_networks, int n_edits, int max_tasks, RandomFeatures features)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int i = 0; i < n_networks; i++)
    {
      g_autoptr (RandomNetwork) data =
          random_network_new (rand, g_rand_int_range (rand, 1, max_tasks + 1), features);
      g_autoptr (WayNetwork) net = random_network_build (data);

      way_network_schedule (net);
      for (gint32 t = 0; t < net->n_tasks; t++)
        way_network_keep (net, t, net->results[t].start, net->results[t].finish);
      for (int k = 0; k < n_edits; k++)
        {
          g_autoptr (WayNetwork) fresh = NULL;
          g_autofree WayNetResult *before =
              g_memdup2 (net->results, (gsize) net->n_tasks * sizeof (WayNetResult));
          gint32 changed[3];
          guint n = (guint) g_rand_int_range (rand, 1, 4);

          for (guint e = 0; e < n; e++)
            changed[e] = edit_something (rand, net, features);
          way_network_reschedule (net, changed, n);
          fresh = scheduled_anew (net);
          assert_same (net, fresh);
          assert_changes (net, before, features == 0);
        }
    }
}

/* Looks ahead some times, and only then catches up with the way back. */
static void
test_early (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int i = 0; i < 200; i++)
    {
      RandomFeatures features = i % 4 == 0 ? RANDOM_LATEST | RANDOM_FROM_FINISH : 0;
      g_autoptr (RandomNetwork) data = random_network_new (rand, g_rand_int_range (rand, 1, 60), features);
      g_autoptr (WayNetwork) net = random_network_build (data);

      way_network_schedule (net);
      for (int k = 0; k < 12; k++)
        {
          gint32 changed = edit_something (rand, net, features);
          g_autoptr (WayNetwork) fresh = scheduled_anew (net);

          if (k % 2 == 0) /* first one task alone, then the others */
            {
              gint32 seen = g_rand_int_range (rand, 0, net->n_tasks);

              way_network_mark (net, &changed, 1);
              way_network_reschedule_until (net, seen);
              g_assert_cmpint (net->results[seen].start, ==, fresh->results[seen].start);
              g_assert_cmpint (net->results[seen].finish, ==, fresh->results[seen].finish);
            }
          way_network_reschedule_early (net, &changed, k % 2);
          g_assert_cmpint (net->finish, ==, fresh->finish);
          for (gint32 row = 0; row < net->n_tasks; row++)
            {
              g_assert_cmpint (net->results[row].start, ==, fresh->results[row].start);
              g_assert_cmpint (net->results[row].finish, ==, fresh->results[row].finish);
            }
          if (k % 3 < 2)
            continue;
          way_network_reschedule_late (net);
          assert_same (net, fresh);
        }
    }
}

static void
test_small (void)
{
  edit_and_compare (400, 10, 8, 0);
}

static void
test_large (void)
{
  edit_and_compare (20, 30, 300, 0);
}

static void
test_latest (void)
{
  edit_and_compare (60, 5, 30, RANDOM_LATEST | RANDOM_FROM_FINISH);
}

static void
test_again (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (RandomNetwork) data =
          random_network_new (rand, 30, RANDOM_LATEST | RANDOM_FROM_FINISH);
      g_autoptr (WayNetwork) net = random_network_build (data);

      way_network_schedule (net);
      g_assert_cmpuint (way_network_count_changed (net), >, 0);
      way_network_reschedule (net, NULL, 0);
      if (!net->options.from_finish)
        g_assert_cmpuint (way_network_count_changed (net), <=, 30);
      way_network_reschedule (net, NULL, 0);
    }
}

static void
test_save_restore (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (RandomNetwork) data = random_network_new (rand, g_rand_int_range (rand, 1, 40), 0);
      g_autoptr (WayNetwork) net = random_network_build (data);
      g_autoptr (WayNetworkState) state = NULL;
      g_autoptr (WayNetwork) before = NULL;
      gint32 changed;

      way_network_schedule (net);
      before = scheduled_anew (net);
      state = way_network_save (net);
      for (int k = 0; k < 5; k++)
        {
          changed = edit_something (rand, net, 0);
          way_network_reschedule (net, &changed, 1);
        }
      way_network_restore (net, state);
      assert_same (net, before);
      changed = edit_something (rand, net, 0);
      way_network_reschedule (net, &changed, 1);
      way_network_free (g_steal_pointer (&before));
      before = scheduled_anew (net);
      assert_same (net, before);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reschedule/small", test_small);
  g_test_add_func ("/reschedule/early", test_early);
  g_test_add_func ("/reschedule/large", test_large);
  g_test_add_func ("/reschedule/latest", test_latest);
  g_test_add_func ("/reschedule/again", test_again);
  g_test_add_func ("/reschedule/save-restore", test_save_restore);
  return g_test_run ();
}
