/* test-network.c: dates worked out by hand: links, lags, constraints, progress, summaries.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans start on Monday 2026-05-04 08:00 in the standard calendar. AT (d, h, m) counts days
 * from that Monday: day 4 is the Friday, day 7 the next Monday. */

#include "schedule/way-network.h"

#define MONDAY ((gint64) 20577 * 1440)
#define AT(day, hour, minute) (MONDAY + (gint64) (day) * 1440 + (hour) * 60 + (minute))
#define DAYS(n) ((gint64) (n) * 480)

static WayNetwork *
plan_of (int n_tasks, int n_links)
{
  g_autoptr (WayWorktime) standard = way_worktime_new_standard ();
  g_autoptr (WayWorktime) always = way_worktime_new_always ();
  WayNetwork *net = way_network_new (n_tasks, n_links, 2);

  way_network_set_calendar (net, 0, standard);
  way_network_set_calendar (net, 1, always);
  net->options.start = AT (0, 8, 0);
  for (int i = 0; i < n_tasks; i++)
    net->tasks[i].duration = DAYS (1);
  return net;
}

static void
link_tasks (WayNetwork *net, int link, int predecessor, int successor, int type, int lag_kind, gint64 lag)
{
  net->links[link].predecessor = predecessor;
  net->links[link].successor = successor;
  net->links[link].type = (guint8) type;
  net->links[link].lag_kind = (guint8) lag_kind;
  net->links[link].lag = lag;
}

static void
run (WayNetwork *net)
{
  g_assert_true (way_network_prepare (net, NULL));
  way_network_schedule (net);
}

static void
assert_dates (const WayNetwork *net, int task, gint64 start, gint64 finish)
{
  g_assert_cmpint (net->results[task].start - MONDAY, ==, start - MONDAY);
  g_assert_cmpint (net->results[task].finish - MONDAY, ==, finish - MONDAY);
}

static void
assert_late (const WayNetwork *net, int task, gint64 start, gint64 finish)
{
  g_assert_cmpint (net->results[task].late_start - MONDAY, ==, start - MONDAY);
  g_assert_cmpint (net->results[task].late_finish - MONDAY, ==, finish - MONDAY);
}

/* A task of two days, Monday and Tuesday, and one of a day linked to it. */
static void
check_link (int type, int lag_kind, gint64 lag, gint64 start, gint64 finish)
{
  g_autoptr (WayNetwork) net = plan_of (2, 1);

  net->tasks[0].duration = DAYS (2);
  link_tasks (net, 0, 0, 1, type, lag_kind, lag);
  run (net);
  assert_dates (net, 1, start, finish);
  g_assert_cmpint (net->results[1].driver_kind, ==, WAY_DRIVER_LINK);
  g_assert_cmpint (net->results[1].driver, ==, 0);
}

static void
test_links_and_lags (void)
{
  check_link (WAY_NET_FS, WAY_NET_LAG_WORKING, 0, AT (2, 8, 0), AT (2, 17, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_WORKING, DAYS (3), AT (7, 8, 0), AT (7, 17, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_WORKING, -DAYS (1), AT (1, 8, 0), AT (1, 17, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_ELAPSED, 24 * 60, AT (3, 8, 0), AT (3, 17, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_ELAPSED, 16 * 60, AT (2, 9, 0), AT (3, 9, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_ELAPSED, -24 * 60, AT (1, 8, 0), AT (1, 17, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_PERCENT, 50, AT (3, 8, 0), AT (3, 17, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_PERCENT, -25, AT (1, 13, 0), AT (2, 12, 0));
  check_link (WAY_NET_FS, WAY_NET_LAG_ELAPSED_PERCENT, 100, AT (2, 9, 0), AT (3, 9, 0));
  check_link (WAY_NET_SS, WAY_NET_LAG_WORKING, 0, AT (0, 8, 0), AT (0, 17, 0));
  check_link (WAY_NET_SS, WAY_NET_LAG_WORKING, DAYS (1), AT (1, 8, 0), AT (1, 17, 0));
  check_link (WAY_NET_SS, WAY_NET_LAG_PERCENT, 75, AT (1, 13, 0), AT (2, 12, 0));
  check_link (WAY_NET_SS, WAY_NET_LAG_ELAPSED, 120, AT (0, 10, 0), AT (1, 10, 0));
  check_link (WAY_NET_FF, WAY_NET_LAG_WORKING, 0, AT (1, 8, 0), AT (1, 17, 0));
  check_link (WAY_NET_FF, WAY_NET_LAG_WORKING, DAYS (2), AT (3, 8, 0), AT (3, 17, 0));
  check_link (WAY_NET_FF, WAY_NET_LAG_PERCENT, 50, AT (2, 8, 0), AT (2, 17, 0));
  check_link (WAY_NET_FF, WAY_NET_LAG_ELAPSED, 24 * 60, AT (2, 8, 0), AT (2, 17, 0));
  check_link (WAY_NET_SF, WAY_NET_LAG_WORKING, DAYS (2), AT (1, 8, 0), AT (1, 17, 0));
  check_link (WAY_NET_SF, WAY_NET_LAG_ELAPSED, 33 * 60, AT (1, 8, 0), AT (1, 17, 0));
}

/* A lag beyond the weekend counts in the successor's calendar. */
static void
test_lag_calendar (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 2);

  net->tasks[0].duration = DAYS (5);
  net->tasks[1].calendar = net->tasks[1].lag_calendar = 1;
  net->tasks[2].calendar = 1;
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, DAYS (1));
  link_tasks (net, 1, 0, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, DAYS (1));
  run (net);
  assert_dates (net, 1, AT (5, 1, 0), AT (5, 9, 0));
  assert_dates (net, 2, AT (7, 17, 0), AT (8, 1, 0));
}

/* As in MS Project: from a predecessor that starts on Monday 08:00 the finish stands at Monday
 * 08:00, not at Friday 17:00. */
static void
test_start_to_finish (void)
{
  g_autoptr (WayNetwork) net = plan_of (2, 1);

  net->tasks[0].constraint = WAY_NET_SNET;
  net->tasks[0].constraint_date = AT (7, 8, 0);
  link_tasks (net, 0, 0, 1, WAY_NET_SF, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 1, AT (4, 8, 0), AT (7, 8, 0));
  assert_late (net, 1, AT (7, 8, 0), AT (7, 17, 0));
  g_assert_cmpint (net->results[1].total_float, ==, DAYS (1));
  g_assert_cmpint (net->results[1].free_float, ==, DAYS (1));
}

/* A milestone stays on Friday 17:00; what follows it starts on Monday. */
static void
test_milestone (void)
{
  g_autoptr (WayNetwork) net = plan_of (4, 3);

  net->tasks[0].duration = DAYS (5);
  net->tasks[1].duration = 0;
  net->tasks[3].duration = 0;
  net->tasks[3].constraint = WAY_NET_SNET;
  net->tasks[3].constraint_date = AT (5, 12, 0);
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 2, 0, 3, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 1, AT (4, 17, 0), AT (4, 17, 0));
  assert_dates (net, 2, AT (7, 8, 0), AT (7, 17, 0));
  assert_dates (net, 3, AT (7, 8, 0), AT (7, 8, 0));
  g_assert_cmpint (net->results[1].total_float, ==, 0);
  g_assert_true (net->results[1].critical);
  g_assert_false (net->results[3].critical);
}

static void
test_elapsed (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 2);

  net->tasks[0].duration = DAYS (5);
  net->tasks[1].duration = 3 * 1440;
  net->tasks[1].flags = WAY_NET_ELAPSED;
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 1, 2, WAY_NET_FS, WAY_NET_LAG_PERCENT, 100);
  run (net);
  assert_dates (net, 1, AT (4, 17, 0), AT (7, 17, 0));
  assert_dates (net, 2, AT (11, 8, 0), AT (11, 17, 0));
}

/* After a predecessor of one day, with links that ask for Tuesday. */
static void
check_constraint (int constraint, gint64 date, gboolean honour, gint64 start, gint64 finish, gboolean conflict)
{
  g_autoptr (WayNetwork) net = plan_of (2, 1);

  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  net->tasks[1].constraint = (guint8) constraint;
  net->tasks[1].constraint_date = date;
  net->options.honour_constraints = honour;
  run (net);
  assert_dates (net, 1, start, finish);
  g_assert_true (((net->results[1].conflicts & WAY_CONFLICT_CONSTRAINT) != 0) == conflict);
  g_assert_cmpint (net->results[1].blocked, ==, conflict ? 0 : -1);
}

static void
test_constraints (void)
{
  gint64 tuesday = AT (1, 8, 0), evening = AT (1, 17, 0), thursday = AT (3, 8, 0);
  gint64 monday = AT (0, 8, 0);

  check_constraint (WAY_NET_SNET, thursday, TRUE, thursday, AT (3, 17, 0), FALSE);
  check_constraint (WAY_NET_SNET, AT (5, 8, 0), TRUE, AT (7, 8, 0), AT (7, 17, 0), FALSE);
  check_constraint (WAY_NET_SNET, monday, TRUE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_FNET, AT (3, 17, 0), TRUE, thursday, AT (3, 17, 0), FALSE);
  check_constraint (WAY_NET_FNET, AT (0, 12, 0), TRUE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_SNLT, thursday, TRUE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_SNLT, monday, TRUE, monday, AT (0, 17, 0), TRUE);
  check_constraint (WAY_NET_SNLT, monday, FALSE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_FNLT, AT (3, 17, 0), TRUE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_FNLT, AT (0, 17, 0), TRUE, monday, AT (0, 17, 0), TRUE);
  check_constraint (WAY_NET_FNLT, AT (0, 17, 0), FALSE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_MSO, thursday, TRUE, thursday, AT (3, 17, 0), FALSE);
  check_constraint (WAY_NET_MSO, monday, TRUE, monday, AT (0, 17, 0), TRUE);
  check_constraint (WAY_NET_MSO, monday, FALSE, tuesday, evening, FALSE);
  check_constraint (WAY_NET_MFO, AT (3, 17, 0), TRUE, thursday, AT (3, 17, 0), FALSE);
  check_constraint (WAY_NET_MFO, AT (0, 17, 0), TRUE, monday, AT (0, 17, 0), TRUE);
  check_constraint (WAY_NET_MFO, AT (0, 17, 0), FALSE, tuesday, evening, FALSE);
}

/* A "finish no earlier than" or a lead may reach before the plan's start, as in MS Project. */
static void
test_before_the_plan (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 1);

  net->tasks[0].constraint = WAY_NET_FNET;
  net->tasks[0].constraint_date = AT (-3, 17, 0);
  link_tasks (net, 0, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, -DAYS (2));
  run (net);
  assert_dates (net, 0, AT (-3, 8, 0), AT (-3, 17, 0));
  assert_dates (net, 2, AT (-3, 8, 0), AT (-3, 17, 0));
}

/* As MS Project has it: a must-finish milestone one day too early passes −1 day back along its
 * chain and carries it itself; the free float stays at 0; side branches keep their room. */
static void
test_negative_float (void)
{
  g_autoptr (WayNetwork) net = plan_of (5, 4);

  net->tasks[0].duration = net->tasks[1].duration = DAYS (5);
  net->tasks[3].duration = 0;
  net->tasks[3].constraint = WAY_NET_MFO;
  net->tasks[3].constraint_date = AT (10, 17, 0);
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 0, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 2, 1, 3, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 3, 2, 3, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 3, AT (10, 17, 0), AT (10, 17, 0));
  assert_late (net, 3, AT (10, 17, 0), AT (10, 17, 0));
  g_assert_cmpint (net->results[3].total_float, ==, -DAYS (1));
  g_assert_cmpint (net->results[1].total_float, ==, -DAYS (1));
  g_assert_cmpint (net->results[0].total_float, ==, -DAYS (1));
  g_assert_cmpint (net->results[1].free_float, ==, 0);
  g_assert_cmpint (net->results[2].total_float, ==, DAYS (3));
  g_assert_cmpint (net->results[2].free_float, ==, DAYS (3));
  g_assert_cmpint (net->results[4].total_float, ==, DAYS (9));
  g_assert_true (net->results[0].critical);
  g_assert_true (net->results[0].conflicts & WAY_CONFLICT_NEGATIVE);
  assert_late (net, 0, AT (-3, 8, 0), AT (3, 17, 0));
}

static void
test_deadline (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 1);

  net->tasks[0].duration = DAYS (5);
  net->tasks[1].deadline = AT (2, 17, 0);
  net->tasks[2].deadline = AT (0, 17, 0);
  link_tasks (net, 0, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 2, AT (1, 8, 0), AT (1, 17, 0));
  g_assert_true (net->results[2].conflicts & WAY_CONFLICT_DEADLINE);
  g_assert_cmpint (net->results[2].total_float, ==, -DAYS (1));
  g_assert_cmpint (net->results[1].total_float, ==, -DAYS (1));
  g_assert_false (net->results[1].conflicts & WAY_CONFLICT_DEADLINE);
}

/* Links on a summary act on its rows; its dates are theirs; a free float counts own links only. */
static void
test_summaries (void)
{
  g_autoptr (WayNetwork) net = plan_of (6, 2);

  net->tasks[1].parent = net->tasks[2].parent = 0;
  net->tasks[2].duration = DAYS (2);
  net->tasks[4].parent = net->tasks[5].parent = 3;
  net->tasks[5].constraint = WAY_NET_SNET;
  net->tasks[5].constraint_date = AT (7, 8, 0);
  link_tasks (net, 0, 0, 3, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 3, 3, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  net->links[1].ignored = TRUE;
  run (net);
  assert_dates (net, 0, AT (0, 8, 0), AT (1, 17, 0));
  assert_dates (net, 4, AT (2, 8, 0), AT (2, 17, 0));
  assert_dates (net, 3, AT (2, 8, 0), AT (7, 17, 0));
  g_assert_cmpint (net->results[4].driver_kind, ==, WAY_DRIVER_LINK);
  g_assert_cmpint (net->results[4].driver, ==, 0);
  g_assert_cmpint (net->results[3].driver_kind, ==, WAY_DRIVER_CHILD);
  g_assert_cmpint (net->results[3].driver, ==, 4);
  assert_late (net, 1, AT (4, 8, 0), AT (4, 17, 0));
  g_assert_cmpint (net->results[1].total_float, ==, DAYS (4));
  g_assert_cmpint (net->results[1].free_float, ==, DAYS (4));
  g_assert_cmpint (net->results[0].free_float, ==, 0);
}

static void
test_summary_constraint (void)
{
  g_autoptr (WayNetwork) net = plan_of (4, 0);

  net->tasks[1].parent = net->tasks[2].parent = 0;
  net->tasks[0].constraint = WAY_NET_SNET;
  net->tasks[0].constraint_date = AT (2, 8, 0);
  net->tasks[3].duration = DAYS (10);
  run (net);
  assert_dates (net, 1, AT (2, 8, 0), AT (2, 17, 0));
  g_assert_cmpint (net->results[1].driver_kind, ==, WAY_DRIVER_PARENT);
  g_assert_cmpint (net->results[1].driver, ==, 0);
  net->tasks[0].constraint = WAY_NET_FNLT;
  run (net);
  assert_late (net, 2, AT (1, 8, 0), AT (1, 17, 0));
}

static void
test_progress (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 2);

  net->tasks[0].actual_start = AT (0, 8, 0);
  net->tasks[0].actual_finish = AT (2, 12, 0);
  net->tasks[1].duration = DAYS (4);
  net->tasks[1].actual_start = AT (3, 8, 0);
  net->tasks[1].percent = 50;
  net->tasks[1].resume = AT (7, 8, 0);
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 0, AT (0, 8, 0), AT (2, 12, 0));
  assert_late (net, 0, AT (0, 8, 0), AT (2, 12, 0));
  g_assert_false (net->results[0].critical);
  g_assert_cmpint (net->results[0].free_float, ==, 0);
  assert_dates (net, 1, AT (3, 8, 0), AT (8, 17, 0));
  assert_dates (net, 2, AT (9, 8, 0), AT (9, 17, 0));
  g_assert_true (net->results[1].critical);
  g_assert_cmpint (net->results[1].driver_kind, ==, WAY_DRIVER_ACTUAL);
}

/* Started out of sequence: what remains waits for the predecessor, or, overridden, does not. */
static void
test_out_of_sequence (void)
{
  g_autoptr (WayNetwork) net = plan_of (2, 1);

  net->tasks[0].duration = DAYS (5);
  net->tasks[1].duration = DAYS (2);
  net->tasks[1].actual_start = AT (1, 8, 0);
  net->tasks[1].remaining = DAYS (1);
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 1, AT (1, 8, 0), AT (7, 17, 0));
  g_assert_true (net->results[1].conflicts & WAY_CONFLICT_PROGRESS);
  g_assert_cmpint (net->results[1].blocked, ==, 0);
  assert_late (net, 0, AT (0, 8, 0), AT (4, 17, 0));
  net->options.progress_override = TRUE;
  run (net);
  assert_dates (net, 1, AT (1, 8, 0), AT (2, 17, 0));
}

static void
test_manual_and_inactive (void)
{
  g_autoptr (WayNetwork) net = plan_of (5, 4);

  net->tasks[1].flags = WAY_NET_MANUAL;
  net->tasks[1].manual_start = AT (0, 13, 0);
  net->tasks[3].flags = WAY_NET_INACTIVE;
  net->tasks[3].duration = DAYS (20);
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 2, 0, 3, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 3, 3, 4, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 1, AT (0, 13, 0), AT (1, 12, 0));
  g_assert_true (net->results[1].conflicts & WAY_CONFLICT_MANUAL);
  g_assert_cmpint (net->results[1].blocked, ==, 0);
  assert_dates (net, 2, AT (1, 13, 0), AT (2, 12, 0));
  assert_dates (net, 3, AT (1, 8, 0), AT (28, 17, 0));
  g_assert_false (net->results[3].critical);
  assert_dates (net, 4, AT (0, 8, 0), AT (0, 17, 0));
  g_assert_cmpint (net->finish, ==, AT (2, 12, 0));
}

static void
test_split_and_delay (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 0);

  net->tasks[0].split = DAYS (2);
  net->tasks[1].levelling_delay = 1440;
  net->tasks[2].levelling_delay = DAYS (2);
  net->tasks[2].flags = WAY_NET_DELAY_WORKING;
  run (net);
  assert_dates (net, 0, AT (0, 8, 0), AT (2, 17, 0));
  assert_dates (net, 1, AT (1, 8, 0), AT (1, 17, 0));
  assert_dates (net, 2, AT (2, 8, 0), AT (2, 17, 0));
}

/* Two people, one by day and one by night: the task begins with the first and ends with the last;
 * three quarters done, each has a quarter left. */
static void
test_parts (void)
{
  static const WayInterval night[] = { { 1380, 1440 }, { 0, 180 }, { 240, 480 } };
  const WayNetPart parts[] = { { 0, DAYS (1), 0 }, { 1, DAYS (1), 0 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) nights = NULL;
  g_autoptr (WayNetwork) net = plan_of (2, 1);

  for (int weekday = 0; weekday < 7; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, night, G_N_ELEMENTS (night));
  nights = way_worktime_builder_end (builder);
  way_network_set_calendar (net, 1, nights);
  way_network_set_parts (net, parts, G_N_ELEMENTS (parts));
  net->tasks[0].n_parts = 2;
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 0, AT (0, 8, 0), AT (1, 8, 0));
  assert_dates (net, 1, AT (1, 8, 0), AT (1, 17, 0));
  assert_late (net, 0, AT (0, 8, 0), AT (1, 8, 0));
  net->tasks[0].actual_start = AT (0, 8, 0);
  net->tasks[0].stop = AT (0, 17, 0);
  net->tasks[0].percent = 75;
  run (net);
  assert_dates (net, 0, AT (0, 8, 0), AT (1, 10, 0));
}

/* Each path of the network ends for itself: the short one has no float of its own, what only leads
 * to it has none either, and a deadline limits as it does otherwise. */
static void
test_multiple_paths (void)
{
  g_autoptr (WayNetwork) net = plan_of (5, 2);

  net->tasks[0].duration = DAYS (5);
  link_tasks (net, 0, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 3, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  net->tasks[1].duration = DAYS (2);
  net->tasks[4].deadline = AT (2, 17, 0);
  run (net);
  assert_late (net, 2, AT (4, 8, 0), AT (4, 17, 0));
  net->options.multiple_paths = TRUE;
  run (net);
  assert_late (net, 0, AT (0, 8, 0), AT (4, 17, 0));
  assert_late (net, 2, AT (2, 8, 0), AT (2, 17, 0));
  g_assert_true (net->results[1].critical);
  assert_late (net, 3, AT (1, 8, 0), AT (1, 17, 0));
  g_assert_cmpint (net->results[3].total_float, ==, DAYS (1));
  assert_late (net, 4, AT (2, 8, 0), AT (2, 17, 0));
}

/* A floating task whose people work five days: its float counts in its own calendar. */
static void
test_float_calendar (void)
{
  g_autoptr (WayNetwork) net = plan_of (2, 0);

  net->tasks[0].lag_calendar = 1;
  net->tasks[1].duration = DAYS (6);
  run (net);
  assert_late (net, 0, AT (7, 8, 0), AT (7, 17, 0));
  g_assert_cmpint (net->results[0].total_float, ==, 7 * 1440);
}

/* As late as possible: no room is left to it, and early dates of what follows go along. */
static void
test_latest (void)
{
  g_autoptr (WayNetwork) net = plan_of (4, 2);

  net->tasks[0].duration = DAYS (5);
  net->tasks[1].constraint = WAY_NET_ALAP;
  link_tasks (net, 0, 1, 2, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  link_tasks (net, 1, 3, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 1, AT (3, 8, 0), AT (3, 17, 0));
  assert_dates (net, 2, AT (4, 8, 0), AT (4, 17, 0));
  assert_dates (net, 3, AT (0, 8, 0), AT (0, 17, 0));
  g_assert_cmpint (net->results[1].driver_kind, ==, WAY_DRIVER_LATEST);
  g_assert_cmpint (net->results[1].early_start, ==, AT (1, 8, 0));
  g_assert_true (net->results[1].critical);
  g_assert_cmpint (net->results[3].free_float, ==, DAYS (2));
  g_assert_cmpint (net->finish, ==, AT (4, 17, 0));
}

static void
test_from_finish (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 1);

  net->tasks[0].duration = DAYS (3);
  net->options.from_finish = TRUE;
  net->options.finish = AT (4, 17, 0);
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, 0);
  run (net);
  assert_dates (net, 0, AT (1, 8, 0), AT (3, 17, 0));
  assert_dates (net, 1, AT (4, 8, 0), AT (4, 17, 0));
  assert_dates (net, 2, AT (4, 8, 0), AT (4, 17, 0));
  g_assert_cmpint (net->start, ==, AT (1, 8, 0));
  g_assert_cmpint (net->finish, ==, AT (4, 17, 0));
  g_assert_cmpint (net->results[2].early_start, ==, AT (1, 8, 0));
  g_assert_cmpint (net->results[2].total_float, ==, DAYS (3));
}

/* The edges of time: nothing hangs, and what runs out of the calendar says so. */
static void
test_range (void)
{
  g_autoptr (WayNetwork) net = plan_of (3, 2);

  net->tasks[0].duration = (gint64) 200 * 366 * 1440;
  net->tasks[1].duration = 1;
  link_tasks (net, 0, 0, 1, WAY_NET_FS, WAY_NET_LAG_WORKING, G_MAXINT32);
  link_tasks (net, 1, 0, 2, WAY_NET_FS, WAY_NET_LAG_ELAPSED, -(gint64) 400 * 366 * 1440);
  run (net);
  g_assert_cmpint (net->results[1].finish, ==, WAY_WORKTIME_MAX);
  g_assert_true (net->results[0].conflicts & WAY_CONFLICT_RANGE);
  g_assert_true (net->results[1].conflicts & WAY_CONFLICT_RANGE);
}

static void
test_empty (void)
{
  g_autoptr (WayNetwork) net = plan_of (0, 0);

  run (net);
  way_network_reschedule (net, NULL, 0);
  g_assert_cmpuint (way_network_count_changed (net), ==, 0);
  g_assert_cmpint (net->finish, ==, AT (0, 8, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/links-and-lags", test_links_and_lags);
  g_test_add_func ("/network/lag-calendar", test_lag_calendar);
  g_test_add_func ("/network/start-to-finish", test_start_to_finish);
  g_test_add_func ("/network/milestone", test_milestone);
  g_test_add_func ("/network/elapsed", test_elapsed);
  g_test_add_func ("/network/constraints", test_constraints);
  g_test_add_func ("/network/before-the-plan", test_before_the_plan);
  g_test_add_func ("/network/negative-float", test_negative_float);
  g_test_add_func ("/network/deadline", test_deadline);
  g_test_add_func ("/network/summaries", test_summaries);
  g_test_add_func ("/network/summary-constraint", test_summary_constraint);
  g_test_add_func ("/network/progress", test_progress);
  g_test_add_func ("/network/out-of-sequence", test_out_of_sequence);
  g_test_add_func ("/network/manual-and-inactive", test_manual_and_inactive);
  g_test_add_func ("/network/split-and-delay", test_split_and_delay);
  g_test_add_func ("/network/parts", test_parts);
  g_test_add_func ("/network/multiple-paths", test_multiple_paths);
  g_test_add_func ("/network/float-calendar", test_float_calendar);
  g_test_add_func ("/network/latest", test_latest);
  g_test_add_func ("/network/from-finish", test_from_finish);
  g_test_add_func ("/network/range", test_range);
  g_test_add_func ("/network/empty", test_empty);
  return g_test_run ();
}
