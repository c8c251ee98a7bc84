/* test-edges.c: the edges of time, of length and of calendars; what the fuzz target found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-network.h"

#include <string.h>

#define MONDAY RANDOM_MONDAY
#define HALF_A_CENTURY ((gint64) 50 * 365 * 1440)

static WayNetwork *
plan_of (int n_tasks, int n_links)
{
  g_autoptr (WayWorktime) standard = way_worktime_new_standard ();
  WayNetwork *net = way_network_new (n_tasks, n_links, 1);

  way_network_set_calendar (net, 0, standard);
  net->options.start = MONDAY + 480;
  return net;
}

static void
run (WayNetwork *net)
{
  g_assert_true (way_network_prepare (net, NULL));
  way_network_schedule (net);
}

static void
assert_in_range (const WayNetwork *net)
{
  for (int i = 0; i < net->n_tasks; i++)
    {
      const WayNetResult *r = &net->results[i];

      g_assert_cmpint (r->start, <=, r->finish);
      g_assert_cmpint (MIN (MIN (r->start, r->early_start), r->late_start), >=, WAY_WORKTIME_MIN);
      g_assert_cmpint (MAX (MAX (r->finish, r->early_finish), r->late_finish), <=, WAY_WORKTIME_MAX);
    }
}

/* Plans that begin on the first day of 1900 or end on the last of 2200. */
static void
test_first_and_last_day (void)
{
  const gint64 starts[] = { WAY_WORKTIME_MIN, WAY_WORKTIME_MAX - 1440, WAY_WORKTIME_MAX };
  const gint64 durations[] = { 0, 1, 480, HALF_A_CENTURY };

  for (gsize s = 0; s < G_N_ELEMENTS (starts); s++)
    for (int from_finish = 0; from_finish < 2; from_finish++)
      {
        g_autoptr (WayNetwork) net = plan_of (G_N_ELEMENTS (durations), 3);

        net->options.start = net->options.finish = starts[s];
        net->options.from_finish = from_finish;
        for (int i = 0; i < net->n_tasks; i++)
          net->tasks[i].duration = durations[i];
        for (int l = 0; l < net->n_links; l++)
          {
            net->links[l].predecessor = l;
            net->links[l].successor = l + 1;
          }
        run (net);
        assert_in_range (net);
        if (s == 0 && !from_finish)
          {
            /* 1900-01-01 was a Monday. */
            g_assert_cmpint (net->results[2].start, ==, WAY_WORKTIME_MIN + 481);
            g_assert_false (net->results[3].conflicts & WAY_CONFLICT_RANGE);
          }
        if (s > 0 && !from_finish)
          g_assert_true (net->results[3].conflicts & WAY_CONFLICT_RANGE);
      }
}

/* A minute, nothing, and fifty years one after the other are exact to the minute. */
static void
test_lengths (void)
{
  g_autoptr (WayNetwork) net = plan_of (4, 3);

  net->tasks[0].duration = 1;
  net->tasks[1].duration = 0;
  net->tasks[2].duration = (gint64) 50 * 52 * 5 * 480;
  net->tasks[3].duration = 1;
  for (int l = 0; l < 3; l++)
    {
      net->links[l].predecessor = l;
      net->links[l].successor = l + 1;
    }
  run (net);
  g_assert_cmpint (net->results[1].start, ==, MONDAY + 481);
  g_assert_cmpint (net->results[1].finish, ==, MONDAY + 481);
  g_assert_cmpint (net->results[2].finish, ==, MONDAY + (gint64) 50 * 52 * 7 * 1440 + 481);
  g_assert_cmpint (net->results[3].finish, ==, MONDAY + (gint64) 50 * 52 * 7 * 1440 + 482);
  g_assert_cmpint (net->results[0].total_float, ==, 0);
}

/* One morning in three centuries: what needs more runs out of working time, and says so. */
static void
test_one_morning (void)
{
  static const WayInterval morning = { 480, 720 };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) once = NULL;
  g_autoptr (WayNetwork) net = plan_of (3, 0);

  g_assert_null (way_worktime_builder_end (builder));
  way_worktime_builder_set_day (builder, MONDAY / 1440 + 7, &morning, 1);
  once = way_worktime_builder_end (builder);
  way_network_set_calendar (net, 0, once);
  net->tasks[0].duration = 240;
  net->tasks[1].duration = 241;
  net->tasks[2].duration = 60;
  net->tasks[2].constraint = WAY_NET_SNET;
  net->tasks[2].constraint_date = MONDAY + 8 * 1440;
  run (net);
  assert_in_range (net);
  g_assert_cmpint (net->results[0].start, ==, MONDAY + 7 * 1440 + 480);
  g_assert_cmpint (net->results[0].finish, ==, MONDAY + 7 * 1440 + 720);
  g_assert_false (net->results[0].conflicts & WAY_CONFLICT_RANGE);
  g_assert_true (net->results[1].conflicts & WAY_CONFLICT_RANGE);
  g_assert_true (net->results[2].conflicts & WAY_CONFLICT_RANGE);
}

/* A delay by the clock that leads past 2200. */
static void
test_endless_delay (void)
{
  g_autoptr (WayNetwork) net = plan_of (1, 0);

  net->tasks[0].duration = 30;
  net->tasks[0].flags = WAY_NET_ELAPSED;
  net->tasks[0].levelling_delay = (gint64) 200 * 366 * 1440;
  run (net);
  assert_in_range (net);
  g_assert_true (net->results[0].conflicts & WAY_CONFLICT_RANGE);
}

/* Work that is said to have stopped before it began ends no task before it starts. */
static void
test_stopped_before_start (void)
{
  g_autoptr (WayNetwork) net = plan_of (2, 0);

  for (int i = 0; i < 2; i++)
    {
      net->tasks[i].duration = 960;
      net->tasks[i].percent = 50;
      net->tasks[i].actual_start = MONDAY + 480;
      net->tasks[i].stop = MONDAY - 7 * 1440;
    }
  net->tasks[1].remaining = 0;
  run (net);
  g_assert_cmpint (net->results[0].finish, ==, MONDAY + 1020);
  g_assert_cmpint (net->results[1].finish, ==, MONDAY + 480);
}

/* A task's own "no earlier than" may lie before the plan's start, also below a summary that names
 * the same day. */
static void
test_same_constraint_above (void)
{
  g_autoptr (WayNetwork) net = plan_of (2, 0);

  net->tasks[1].parent = 0;
  net->tasks[1].duration = 480;
  for (int i = 0; i < 2; i++)
    {
      net->tasks[i].constraint = WAY_NET_SNET;
      net->tasks[i].constraint_date = MONDAY - 3 * 1440 + 480;
    }
  run (net);
  g_assert_cmpint (net->results[1].start, ==, MONDAY - 3 * 1440 + 480);
  g_assert_cmpint (net->results[1].driver_kind, ==, WAY_DRIVER_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edges/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/edges/lengths", test_lengths);
  g_test_add_func ("/edges/one-morning", test_one_morning);
  g_test_add_func ("/edges/endless-delay", test_endless_delay);
  g_test_add_func ("/edges/stopped-before-start", test_stopped_before_start);
  g_test_add_func ("/edges/same-constraint-above", test_same_constraint_above);
  return g_test_run ();
}
