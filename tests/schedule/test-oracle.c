/* test-oracle.c: the engine against an independent slow oracle, on random networks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WAYMARK_SEED repeats a run, WAYMARK_ROUNDS sets how many networks are tried. A mismatch is
 * shrunk to the smallest network that still shows it, and printed. */

#include "oracle.h"

#include <stdlib.h>
#include <string.h>

/* Returns: (transfer full) (nullable): what differs, NULL when nothing does or the network is none. */
static char *
difference (const RandomNetwork *network)
{
  g_autoptr (WayNetwork) net = random_network_build (network);
  g_autofree OracleRow *expected = NULL;
  gint64 start, finish;

  if (net == NULL)
    return NULL;
  way_network_schedule (net);
  expected = oracle_schedule (network, &start, &finish);
  for (guint i = 0; i < network->tasks->len; i++)
    {
      const WayNetResult *r = &net->results[i];
      const OracleRow *e = &expected[i];
      struct { const char *name; gint64 engine, oracle; } fields[] = {
        { "early start", r->early_start, e->early_start }, { "early finish", r->early_finish, e->early_finish },
        { "late start", r->late_start, e->late_start },    { "late finish", r->late_finish, e->late_finish },
        { "start", r->start, e->start },                   { "finish", r->finish, e->finish },
        { "total float", r->total_float, e->total_float }, { "free float", r->free_float, e->free_float },
        { "critical", r->critical, e->critical },
      };

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        if (fields[f].engine != fields[f].oracle)
          return g_strdup_printf ("task %u, %s: the engine says %" G_GINT64_FORMAT
                                  ", the oracle %" G_GINT64_FORMAT " (minutes after the Monday)",
                                  i, fields[f].name, fields[f].engine - (f < 6 ? RANDOM_MONDAY : 0),
                                  fields[f].oracle - (f < 6 ? RANDOM_MONDAY : 0));
    }
  if (net->finish != finish || net->start != start)
    return g_strdup_printf ("the plan: the engine says %" G_GINT64_FORMAT " … %" G_GINT64_FORMAT
                            ", the oracle %" G_GINT64_FORMAT " … %" G_GINT64_FORMAT,
                            net->start - RANDOM_MONDAY, net->finish - RANDOM_MONDAY,
                            start - RANDOM_MONDAY, finish - RANDOM_MONDAY);
  return NULL;
}

/* Keeps @smaller in place of @network when it still fails. */
static gboolean
keep_if_failing (RandomNetwork **network, RandomNetwork *smaller)
{
  g_autofree char *text = difference (smaller);

  if (text == NULL)
    {
      random_network_free (smaller);
      return FALSE;
    }
  random_network_free (*network);
  *network = smaller;
  return TRUE;
}

/* Simplifies one property of one task; FALSE when it is simple already. */
static gboolean
simplify (WayNetTask *task, int what)
{
  WayNetTask old = *task;

  switch (what)
    {
    case 0: task->flags &= WAY_NET_INACTIVE; break;
    case 1: task->flags = 0; break;
    case 2: task->constraint = 0; task->constraint_date = WAY_NET_NEVER; break;
    case 3: task->deadline = WAY_NET_NEVER; break;
    case 4: task->actual_start = task->actual_finish = WAY_NET_NEVER; break;
    case 5: task->stop = task->resume = WAY_NET_NEVER; break;
    case 6: task->actual_finish = WAY_NET_NEVER; break;
    case 7: task->remaining = -1; task->percent = 0; break;
    case 8: task->split = task->split_left = 0; break;
    case 16: task->split_left = 0; break;
    case 9: task->levelling_delay = 0; break;
    case 10: task->calendar = task->lag_calendar = 0; break;
    case 11: task->lag_calendar = task->calendar; break;
    case 12: task->duration = 480; break;
    case 14: task->n_parts = 0; break;
    case 15: task->n_parts = MIN (task->n_parts, 1); break;
    case 13: task->manual_start = task->manual_finish = WAY_NET_NEVER; break;
    default: task->duration = 0; break;
    }
  return memcmp (&old, task, sizeof old) != 0;
}

static gboolean
shrink_once (RandomNetwork **network)
{
  for (guint i = 0; i < (*network)->tasks->len; i++)
    {
      RandomNetwork *smaller = random_network_copy (*network);

      random_network_remove (smaller, i);
      if (keep_if_failing (network, smaller))
        return TRUE;
    }
  for (guint l = 0; l < (*network)->links->len; l++)
    {
      RandomNetwork *smaller = random_network_copy (*network);

      g_array_remove_index (smaller->links, l);
      if (keep_if_failing (network, smaller))
        return TRUE;
      smaller = random_network_copy (*network);
      if (g_array_index (smaller->links, WayNetLink, l).lag == 0)
        random_network_free (smaller);
      else
        {
          g_array_index (smaller->links, WayNetLink, l).lag = 0;
          if (keep_if_failing (network, smaller))
            return TRUE;
        }
    }
  for (guint i = 0; i < (*network)->tasks->len; i++)
    for (int what = 0; what < 18; what++)
      {
        RandomNetwork *smaller = random_network_copy (*network);

        if (!simplify (&g_array_index (smaller->tasks, WayNetTask, i), what))
          random_network_free (smaller);
        else if (keep_if_failing (network, smaller))
          return TRUE;
      }
  return FALSE;
}

static void
report (RandomNetwork *network)
{
  RandomNetwork *smallest = random_network_copy (network);
  g_autofree char *text = NULL, *what = NULL;

  for (int round = 0; round < 500 && shrink_once (&smallest); round++)
    continue;
  text = random_network_print (smallest);
  what = difference (smallest);
  g_test_message ("%s\n%s", what, text);
  random_network_free (smallest);
}

static void
compare (int n_networks, int max_tasks, RandomFeatures features)
{
  g_autoptr (GRand) rand = random_network_rand ();
  const char *rounds = g_getenv ("WAYMARK_ROUNDS");

  if (rounds != NULL)
    n_networks = atoi (rounds);
  for (int i = 0; i < n_networks; i++)
    {
      g_autoptr (RandomNetwork) network =
          random_network_new (rand, g_rand_int_range (rand, 1, max_tasks + 1), features);
      g_autofree char *text = difference (network);

      if (text != NULL)
        {
          report (network);
          g_test_fail_printf ("network %d of this seed: %s", i, text);
          return;
        }
    }
}

static void
test_small (void)
{
  compare (600, 4, 0);
}

static void
test_mixed (void)
{
  compare (600, 10, 0);
}

static void
test_latest (void)
{
  compare (300, 7, RANDOM_LATEST);
}

static void
test_from_finish (void)
{
  compare (300, 7, RANDOM_LATEST | RANDOM_FROM_FINISH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oracle/small", test_small);
  g_test_add_func ("/oracle/mixed", test_mixed);
  g_test_add_func ("/oracle/latest", test_latest);
  g_test_add_func ("/oracle/from-finish", test_from_finish);
  return g_test_run ();
}
