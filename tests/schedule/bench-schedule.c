/* bench-schedule.c: what the engine costs: passes, edits, calendar operations.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times are per unit of work, and as a ratio to one sequential read of the network's arrays,
 * measured in the same run. Nothing passes or fails on time. */

#include "random-network.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_EDITS 1000

/* Of this thread's own work: what else the machine does is no cost of the engine's. */
static gint64
nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : 1;
}

/* Groups of up to 25 tasks, each linked to one or two of those before it; now and then a
 * group to the group before. About 1.5 links a task. */
static WayNetwork *
make_plan (GRand *rand, int n_tasks, WayWorktime *work)
{
  WayNetwork *net = way_network_new (n_tasks, 2 * n_tasks, 1);
  int group = -1, length = 0, n_links = 0;

  way_network_set_calendar (net, 0, work);
  net->options.start = RANDOM_MONDAY + 480;
  for (int i = 0; i < n_tasks; i++)
    {
      if (length == 0)
        {
          if (group >= 0 && g_rand_int_range (rand, 0, 4) == 0)
            net->links[n_links++] = (WayNetLink) { .predecessor = group, .successor = i, .type = WAY_NET_FS };
          group = i;
          length = g_rand_int_range (rand, 5, 26);
          continue;
        }
      length--;
      net->tasks[i].parent = group;
      net->tasks[i].duration = 240 * g_rand_int_range (rand, 0, 20);
      for (int k = g_rand_int_range (rand, 0, 4); k > 0 && i - group > 1; k--)
        net->links[n_links++] = (WayNetLink) {
          .predecessor = g_rand_int_range (rand, MAX (group + 1, i - 6), i),
          .successor = i,
          .type = g_rand_int_range (rand, 0, 10) == 0 ? WAY_NET_SS : WAY_NET_FS,
          .lag = g_rand_int_range (rand, 0, 10) == 0 ? 480 : 0,
        };
      n_links = MIN (n_links, 2 * n_tasks - 4);
    }
  net->n_links = n_links;
  return net;
}

static volatile gint64 keep; /* what is read must not be optimized away */

static gint64
read_block (const void *block, gsize size)
{
  const gint64 *words = block;
  gint64 sum = 0;

  for (gsize i = 0; i < size / sizeof *words; i++)
    sum += words[i];
  return sum;
}

/* One sequential read of all that a pass reads and writes. */
static gint64
measure_floor (const WayNetwork *net)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < 15; i++)
    {
      gint64 begin = nanoseconds ();

      gint64 sink = read_block (net->tasks, (gsize) net->n_tasks * sizeof *net->tasks);
      sink += read_block (net->links, (gsize) net->n_links * sizeof *net->links);
      sink += read_block (net->results, (gsize) net->n_tasks * sizeof *net->results);
      best = MIN (best, nanoseconds () - begin);
      keep = sink;
    }
  return best;
}

typedef void (*Pass) (WayNetwork *net);

static void
pass_prepare (WayNetwork *net)
{
  way_network_prepare (net, NULL);
}

/* The median of some runs. */
static gint64
measure_pass (WayNetwork *net, Pass pass)
{
  gint64 times[15];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 begin = nanoseconds ();

      pass (net);
      times[i] = nanoseconds () - begin;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_times);
  return times[G_N_ELEMENTS (times) / 2];
}

static void
measure_edits (GRand *rand, WayNetwork *net)
{
  g_autofree gint64 *times = g_new (gint64, N_EDITS);
  gint64 reached = 0;

  for (int i = 0; i < N_EDITS; i++)
    {
      gint32 task = g_rand_int_range (rand, 0, net->n_tasks);
      gint64 begin;

      net->tasks[task].duration = 240 * g_rand_int_range (rand, 0, 20);
      begin = nanoseconds ();
      way_network_reschedule (net, &task, 1);
      times[i] = nanoseconds () - begin;
      reached += way_network_count_changed (net);
    }
  qsort (times, N_EDITS, sizeof *times, compare_times);
  printf ("  one-task edit: median %.1f µs, worst %.2f ms, rows changed %.0f on average\n",
          (double) times[N_EDITS / 2] / 1e3, (double) times[N_EDITS - 1] / 1e6,
          (double) reached / N_EDITS);
}

static void
measure_state (WayNetwork *net)
{
  gint64 begin = nanoseconds ();
  g_autoptr (WayNetworkState) state = way_network_save (net);
  gint64 saved = nanoseconds ();

  way_network_restore (net, state);
  printf ("  save %.2f ms, restore %.2f ms\n", (double) (saved - begin) / 1e6,
          (double) (nanoseconds () - saved) / 1e6);
}

static void
bench_network (GRand *rand, int n_tasks, WayWorktime *work, const char *name)
{
  g_autoptr (WayNetwork) net = make_plan (rand, n_tasks, work);
  gint64 prepare = measure_pass (net, pass_prepare);
  gint64 full = measure_pass (net, way_network_schedule);
  gint64 floor = measure_floor (net);
  int units = net->n_tasks + net->n_links;

  printf ("%d tasks, %d links, %s\n", net->n_tasks, net->n_links, name);
  printf ("  full pass: %.2f ms = %.1f ns per task+link = %.1f × one read of the arrays (%.2f ms)\n",
          (double) full / 1e6, (double) full / units, (double) full / (double) floor,
          (double) floor / 1e6);
  printf ("  prepare: %.2f ms = %.1f ns per task+link\n", (double) prepare / 1e6,
          (double) prepare / units);
  printf ("  arrays: %.0f bytes a row\n",
          (double) ((gsize) net->n_tasks * (sizeof *net->tasks + sizeof *net->results)
                    + (gsize) net->n_links * sizeof *net->links) / n_tasks);
  measure_edits (rand, net);
  measure_state (net);
}

/* At moments of ten years in no order, as a pass meets them. */
static void
bench_worktime (GRand *rand, const WayWorktime *work, const char *name)
{
  enum { ROUNDS = 1 << 18 };
  g_autofree gint64 *moments = g_new (gint64, ROUNDS);
  gint64 sink = 0, begin, next, add, between;

  for (int i = 0; i < ROUNDS; i++)
    moments[i] = RANDOM_MONDAY + g_rand_int_range (rand, 0, 3650 * 1440);
  begin = nanoseconds ();
  for (int i = 0; i < ROUNDS; i++)
    sink += way_worktime_next (work, moments[i]);
  next = nanoseconds ();
  for (int i = 0; i < ROUNDS; i++)
    sink += way_worktime_add (work, moments[i], i % 5000 - 2500);
  add = nanoseconds ();
  for (int i = 0; i < ROUNDS; i++)
    sink += way_worktime_between (work, moments[i], moments[ROUNDS - 1 - i]);
  between = nanoseconds ();
  keep = sink;
  printf ("calendar, %s: next %.1f ns, add %.1f ns, between %.1f ns\n", name,
          (double) (next - begin) / ROUNDS, (double) (add - next) / ROUNDS,
          (double) (between - add) / ROUNDS);
}

/* @n days off among the next ten years. */
static WayWorktime *
with_holidays (GRand *rand, int n)
{
  static const WayInterval day[] = { { 480, 720 }, { 780, 1020 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();

  for (int weekday = 0; weekday < 5; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, day, G_N_ELEMENTS (day));
  for (int i = 0; i < n; i++)
    way_worktime_builder_set_day (builder, RANDOM_MONDAY / 1440 + g_rand_int_range (rand, 0, 3650), NULL, 0);
  return way_worktime_builder_end (builder);
}

int
main (void)
{
  static const int sizes[] = { 1000, 10000, 100000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (WayWorktime) plain = way_worktime_new_standard ();
  g_autoptr (WayWorktime) busy = with_holidays (rand, 150);

  bench_worktime (rand, plain, "no exceptions");
  bench_worktime (rand, busy, "150 exceptions");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_network (rand, sizes[i], plain, "one plain calendar");
  bench_network (rand, sizes[G_N_ELEMENTS (sizes) - 1], busy, "150 exceptions");
  return 0;
}
