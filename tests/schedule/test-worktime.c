/* test-worktime.c: working time against a calendar walked minute by minute.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-worktime.h"

#include "random-network.h"

/* Monday 2026-05-04 00:00 */
#define MONDAY ((gint64) 20577 * 1440)
#define DAY ((gint64) 1440)
#define AT(day, hour, minute) (MONDAY + (day) * DAY + (hour) * 60 + (minute))

static void
test_standard (void)
{
  g_autoptr (WayWorktime) work = way_worktime_new_standard ();

  g_assert_true (way_worktime_is_working (work, AT (0, 8, 0)));
  g_assert_false (way_worktime_is_working (work, AT (0, 7, 59)));
  g_assert_false (way_worktime_is_working (work, AT (0, 12, 0)));
  g_assert_false (way_worktime_is_working (work, AT (0, 17, 0)));
  g_assert_cmpint (way_worktime_next (work, AT (4, 17, 0)), ==, AT (7, 8, 0));
  g_assert_cmpint (way_worktime_next (work, AT (0, 9, 30)), ==, AT (0, 9, 30));
  g_assert_cmpint (way_worktime_previous (work, AT (7, 8, 0)), ==, AT (4, 17, 0));
  g_assert_cmpint (way_worktime_previous (work, AT (0, 9, 30)), ==, AT (0, 9, 30));
  g_assert_cmpint (way_worktime_add (work, AT (4, 16, 0), 60), ==, AT (4, 17, 0));
  g_assert_cmpint (way_worktime_add (work, AT (4, 16, 0), 61), ==, AT (7, 8, 1));
  g_assert_cmpint (way_worktime_add (work, AT (7, 8, 0), -1), ==, AT (4, 16, 59));
  g_assert_cmpint (way_worktime_add (work, AT (4, 17, 0), -480), ==, AT (4, 8, 0));
  g_assert_cmpint (way_worktime_add (work, AT (5, 3, 0), 0), ==, AT (5, 3, 0));
  g_assert_cmpint (way_worktime_between (work, AT (0, 0, 0), AT (7, 0, 0)), ==, 2400);
  g_assert_cmpint (way_worktime_between (work, AT (7, 0, 0), AT (0, 0, 0)), ==, -2400);
  g_assert_cmpint (way_worktime_day_minutes (work, MONDAY / DAY), ==, 480);
  g_assert_cmpint (way_worktime_day_minutes (work, MONDAY / DAY + 5), ==, 0);
}

static void
test_night (void)
{
  static const WayInterval night[] = { { 1380, 1440 }, { 0, 180 }, { 240, 480 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) work = NULL;

  for (int weekday = 0; weekday < 7; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, night, G_N_ELEMENTS (night));
  work = way_worktime_builder_end (builder);
  g_assert_cmpint (way_worktime_add (work, AT (0, 23, 0), 480), ==, AT (1, 8, 0));
  g_assert_cmpint (way_worktime_add (work, AT (1, 8, 0), -480), ==, AT (0, 23, 0));
  g_assert_cmpint (way_worktime_next (work, AT (0, 8, 0)), ==, AT (0, 23, 0));
  g_assert_cmpint (way_worktime_previous (work, AT (1, 0, 0)), ==, AT (1, 0, 0));
}

static void
test_exceptions (void)
{
  static const WayInterval saturday = { 600, 660 };
  static const WayInterval day[] = { { 480, 720 }, { 780, 1020 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) work = NULL;

  for (int weekday = 0; weekday < 5; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, day, 2);
  way_worktime_builder_set_day (builder, MONDAY / DAY + 1, NULL, 0);
  way_worktime_builder_set_day (builder, MONDAY / DAY + 5, NULL, 0);
  way_worktime_builder_set_day (builder, MONDAY / DAY + 5, &saturday, 1);
  work = way_worktime_builder_end (builder);
  g_assert_cmpint (way_worktime_add (work, AT (0, 8, 0), 481), ==, AT (2, 8, 1));
  g_assert_cmpint (way_worktime_add (work, AT (4, 17, 0), 60), ==, AT (5, 11, 0));
  g_assert_cmpint (way_worktime_add (work, AT (4, 17, 0), 61), ==, AT (7, 8, 1));
  g_assert_cmpint (way_worktime_between (work, AT (0, 0, 0), AT (7, 0, 0)), ==, 4 * 480 + 60);
}

static void
test_unsorted_intervals (void)
{
  static const WayInterval messy[] = { { 780, 1020 }, { 700, 720 }, { 480, 700 }, { 600, 650 }, { 90, 90 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) work = NULL;
  const WayInterval *intervals;

  way_worktime_builder_set_weekday (builder, 0, messy, G_N_ELEMENTS (messy));
  work = way_worktime_builder_end (builder);
  g_assert_cmpuint (way_worktime_get_day (work, MONDAY / DAY, &intervals), ==, 2);
  g_assert_cmpint (intervals[0].from, ==, 480);
  g_assert_cmpint (intervals[0].to, ==, 720);
  g_assert_cmpint (intervals[1].from, ==, 780);
  g_assert_cmpuint (way_worktime_get_day (work, MONDAY / DAY + 1, &intervals), ==, 0);
}

static void
test_no_time_at_all (void)
{
  static const WayInterval early = { 60, 120 }, late = { 600, 660 };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) mornings = NULL;
  g_autoptr (WayWorktime) noons = NULL;

  g_assert_null (way_worktime_builder_end (builder));
  way_worktime_builder_set_weekday (builder, 2, &early, 1);
  mornings = way_worktime_builder_end (builder);
  way_worktime_builder_set_weekday (builder, 2, &late, 1);
  noons = way_worktime_builder_end (builder);
  g_assert_nonnull (mornings);
  g_assert_null (way_worktime_new_intersection (mornings, noons));
}

/* One single working hour in three hundred years: no walk may hang or leave the range. */
static void
test_one_hour (void)
{
  static const WayInterval hour = { 600, 660 };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (WayWorktime) work = NULL;

  way_worktime_builder_set_day (builder, MONDAY / DAY, &hour, 1);
  work = way_worktime_builder_end (builder);
  g_assert_cmpint (way_worktime_next (work, WAY_WORKTIME_MIN), ==, AT (0, 10, 0));
  g_assert_cmpint (way_worktime_add (work, WAY_WORKTIME_MIN, 60), ==, AT (0, 11, 0));
  g_assert_cmpint (way_worktime_add (work, WAY_WORKTIME_MIN, 61), ==, WAY_WORKTIME_MAX);
  g_assert_cmpint (way_worktime_next (work, AT (0, 11, 0)), ==, WAY_WORKTIME_MAX);
  g_assert_cmpint (way_worktime_previous (work, AT (0, 10, 0)), ==, WAY_WORKTIME_MIN);
  g_assert_cmpint (way_worktime_add (work, AT (0, 11, 0), -61), ==, WAY_WORKTIME_MIN);
}

/* From the last minute of one week to the first of the next, near and far, whatever a week has. */
static void
test_weeks (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int minutes = 1; minutes <= 1440; minutes++)
    {
      const WayInterval interval = { 0, (gint16) minutes };
      g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
      g_autoptr (WayWorktime) work = NULL;

      way_worktime_builder_set_weekday (builder, 0, &interval, 1);
      work = way_worktime_builder_end (builder);
      for (int k = 0; k < 50; k++)
        {
          gint64 week = k == 0 ? 15700 : g_rand_int_range (rand, 1, 15700);
          gint64 begin = WAY_WORKTIME_MIN + week * 7 * DAY;

          g_assert_cmpint (way_worktime_position (work, begin), ==, week * minutes);
          g_assert_cmpint (way_worktime_begin_at (work, week * minutes), ==, begin);
          g_assert_cmpint (way_worktime_end_at (work, week * minutes), ==,
                           begin - 7 * DAY + minutes);
        }
      g_assert_cmpint (way_worktime_begin_at (work, -1), ==, WAY_WORKTIME_MIN);
      g_assert_cmpint (way_worktime_end_at (work, 0), ==, WAY_WORKTIME_MIN);
      g_assert_cmpint (way_worktime_end_at (work, 15710 * minutes), ==, WAY_WORKTIME_MAX);
    }
}

static void
test_edges (void)
{
  g_autoptr (WayWorktime) always = way_worktime_new_always ();

  g_assert_cmpint (way_worktime_between (always, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX), ==,
                   WAY_WORKTIME_MAX - WAY_WORKTIME_MIN);
  g_assert_cmpint (way_worktime_add (always, WAY_WORKTIME_MIN, 1), ==, WAY_WORKTIME_MIN + 1);
  g_assert_cmpint (way_worktime_add (always, WAY_WORKTIME_MAX, -1), ==, WAY_WORKTIME_MAX - 1);
  g_assert_cmpint (way_worktime_add (always, 0, G_MAXINT64), ==, WAY_WORKTIME_MAX);
  g_assert_cmpint (way_worktime_add (always, 0, -G_MAXINT64), ==, WAY_WORKTIME_MIN);
  g_assert_cmpint (way_worktime_next (always, G_MAXINT64), ==, WAY_WORKTIME_MAX);
  g_assert_cmpint (way_worktime_previous (always, G_MININT64), ==, WAY_WORKTIME_MIN);
  g_assert_false (way_worktime_is_working (always, G_MININT64));
  g_assert_false (way_worktime_is_working (always, WAY_WORKTIME_MAX));
}

/* Every operation against counting minutes. */
static void
check_minutes (const WayWorktime *work, gint64 from, gint64 minutes)
{
  gint64 counted = 0, begins = WAY_WORKTIME_MAX, ended = G_MININT64;

  for (gint64 t = from; t < from + minutes; t++)
    {
      gboolean working = way_worktime_is_working (work, t);

      g_assert_cmpint (way_worktime_between (work, from, t), ==, counted);
      g_assert_cmpint (way_worktime_between (work, t, from), ==, -counted);
      if (ended != G_MININT64)
        g_assert_cmpint (way_worktime_previous (work, t), ==, ended);
      if (working)
        {
          counted++;
          ended = t + 1;
          g_assert_cmpint (way_worktime_next (work, t), ==, t);
          g_assert_cmpint (way_worktime_add (work, from, counted), ==, t + 1);
          g_assert_cmpint (way_worktime_add (work, t + 1, -1), ==, t);
        }
    }
  for (gint64 t = from + minutes - 1; t >= from; t--)
    {
      if (way_worktime_is_working (work, t))
        begins = t;
      if (begins != WAY_WORKTIME_MAX)
        g_assert_cmpint (way_worktime_next (work, t), ==, begins);
    }
}

static void
test_random_minutes (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (WayWorktime) work = random_worktime (rand, MONDAY / DAY, 30);

      check_minutes (work, MONDAY + g_rand_int_range (rand, 0, 20 * 1440), 9 * 1440);
    }
}

/* between (a, add (a, n)) = n, add is monotone, over centuries. */
static void
test_random_properties (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (WayWorktime) work = random_worktime (rand, MONDAY / DAY - 2000, 6000);
      gint64 a = MONDAY + g_rand_int_range (rand, -40 * 365 * 1440, 40 * 365 * 1440);

      for (int k = 0; k < 50; k++)
        {
          gint64 b = a + g_rand_int_range (rand, 0, 5000);
          gint64 n = g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 5000 : 1000000);
          gint64 after = way_worktime_add (work, a, n), before = way_worktime_add (work, a, -n);

          g_assert_cmpint (way_worktime_between (work, a, after), ==, n);
          g_assert_cmpint (way_worktime_between (work, before, a), ==, n);
          g_assert_cmpint (after, <=, way_worktime_add (work, b, n));
          g_assert_cmpint (after, <=, way_worktime_add (work, a, n + 1));
          if (n > 0)
            {
              g_assert_cmpint (way_worktime_previous (work, after), ==, after);
              g_assert_cmpint (way_worktime_next (work, before), ==, before);
            }
          g_assert_cmpint (way_worktime_between (work, a, way_worktime_next (work, a)), ==, 0);
          g_assert_cmpint (way_worktime_between (work, way_worktime_previous (work, a), a), ==, 0);
        }
    }
}

static void
test_random_intersections (void)
{
  g_autoptr (GRand) rand = random_network_rand ();

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (WayWorktime) a = random_worktime (rand, MONDAY / DAY, 20);
      g_autoptr (WayWorktime) b = random_worktime (rand, MONDAY / DAY, 20);
      g_autoptr (WayWorktime) both = way_worktime_new_intersection (a, b);

      for (gint64 t = MONDAY; t < MONDAY + 21 * 1440; t += 7)
        {
          gboolean expected = way_worktime_is_working (a, t) && way_worktime_is_working (b, t);

          g_assert_true ((both != NULL && way_worktime_is_working (both, t)) == expected);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worktime/standard", test_standard);
  g_test_add_func ("/worktime/night", test_night);
  g_test_add_func ("/worktime/exceptions", test_exceptions);
  g_test_add_func ("/worktime/unsorted-intervals", test_unsorted_intervals);
  g_test_add_func ("/worktime/no-time-at-all", test_no_time_at_all);
  g_test_add_func ("/worktime/one-hour", test_one_hour);
  g_test_add_func ("/worktime/weeks", test_weeks);
  g_test_add_func ("/worktime/edges", test_edges);
  g_test_add_func ("/worktime/random-minutes", test_random_minutes);
  g_test_add_func ("/worktime/random-properties", test_random_properties);
  g_test_add_func ("/worktime/random-intersections", test_random_intersections);
  return g_test_run ();
}
