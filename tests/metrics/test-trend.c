/* test-trend.c: how the forecasts of milestones went over time (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "metrics/way-milestone-trend.h"

#include <string.h>

/* Forecasts of the point of the fixture, on days before its status date of 11 March. */
static void
keep (Fixture *f, WayMilestone *milestone, WayMoment day, WayMoment forecast)
{
  g_autoptr (GError) error = NULL;
  WayRecord *snapshot;

  way_document_begin_with_origin (f->document, "Keep", WAY_ORIGIN_SNAPSHOT);
  snapshot = way_document_create_record (f->document, &way_snapshot_type);
  way_document_set_int (f->document, snapshot, "milestone", WAY_RECORD (milestone)->id);
  way_document_set_int (f->document, snapshot, "day", day);
  way_document_set_int (f->document, snapshot, "forecast", forecast + 17 * 60);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
}

static void
assert_point (const WayMilestoneTrend *trend, guint n, WayMoment day, WayMoment forecast)
{
  const WayTrendPoint *point = &g_array_index (trend->points, WayTrendPoint, n);

  g_assert_cmpint (point->day, ==, day);
  g_assert_cmpint (point->forecast, ==, forecast);
}

/* Friday 13, 13, 13, then Monday 16, and Tuesday 17 now: two working days in two changes. */
static void
test_slip (Fixture *f, gconstpointer data)
{
  g_autoptr (WayMilestoneTrend) trend = NULL;
  g_autofree char *words = NULL;

  keep (f, f->released_ms, MARCH (4), MARCH (13)); /* whatever the order in the file */
  keep (f, f->released_ms, MARCH (2), MARCH (13));
  keep (f, f->released_ms, MARCH (3), MARCH (13));
  keep (f, f->released_ms, MARCH (5), MARCH (16));
  trend = way_milestone_trend (f->document, f->released_ms);
  g_assert_cmpuint (trend->n_days, ==, 5);
  g_assert_cmpuint (trend->n_changes, ==, 2);
  g_assert_cmpint (trend->drift, ==, 2 * DAY_WORK);
  g_assert_cmpuint (trend->points->len, ==, 4);
  assert_point (trend, 0, MARCH (2), MARCH (13));
  assert_point (trend, 1, MARCH (4), MARCH (13));
  assert_point (trend, 2, MARCH (5), MARCH (16));
  assert_point (trend, 3, MARCH (11), MARCH (17));
  words = way_milestone_trend_describe (f->document, trend);
  g_assert_cmpstr (words, ==, "2 working days later, in 2 changes");
}

/* What is completed ends on its day; what was kept afterwards does not count. */
static void
test_completed (Fixture *f, gconstpointer data)
{
  g_autoptr (WayMilestoneTrend) trend = NULL;
  g_autofree char *words = NULL;

  keep (f, f->designed_ms, MARCH (2), MARCH (9));
  keep (f, f->designed_ms, MARCH (9), MARCH (6));
  trend = way_milestone_trend (f->document, f->designed_ms);
  g_assert_cmpuint (trend->points->len, ==, 2);
  assert_point (trend, 1, MARCH (6), MARCH (6));
  g_assert_cmpint (trend->drift, ==, -DAY_WORK);
  words = way_milestone_trend_describe (f->document, trend);
  g_assert_cmpstr (words, ==, "1 working day earlier, in 1 change");
}

/* One slips two days, one gains one: half a day later on average, in two changes. */
static void
test_sum (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) trends
      = g_ptr_array_new_with_free_func ((GDestroyNotify) way_milestone_trend_free);
  WayTrendSummary sum;
  g_autofree char *words = NULL;

  keep (f, f->designed_ms, MARCH (3), MARCH (9));
  g_ptr_array_add (trends, way_milestone_trend (f->document, f->designed_ms));
  g_ptr_array_add (trends, way_milestone_trend (f->document, f->released_ms)); /* does not show */
  sum = way_trends_sum (trends);
  g_assert_cmpuint (sum.n_slipping + sum.n_level, ==, 0);
  keep (f, f->released_ms, MARCH (2), MARCH (13));
  g_ptr_array_add (trends, way_milestone_trend (f->document, f->released_ms));
  sum = way_trends_sum (trends);
  g_assert_cmpuint (sum.n_slipping, ==, 1);
  g_assert_cmpuint (sum.n_gaining, ==, 1);
  g_assert_cmpuint (sum.n_level, ==, 0);
  g_assert_cmpuint (sum.n_changes, ==, 2);
  g_assert_cmpfloat (sum.drift, ==, 0.5 * DAY_WORK);
  g_assert_cmpint (sum.since, ==, MARCH (2));
  words = way_trends_describe (f->document, &sum);
  g_assert_nonnull (strstr (words, "On average 0.5 working days later, in 2 changes"));
}

static void
test_nothing_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (WayMilestoneTrend) trend = way_milestone_trend (f->document, f->released_ms);

  g_assert_false (way_milestone_trend_shows (trend));
  g_assert_cmpint (trend->drift, ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/trend/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("slip", test_slip);
  ADD ("completed", test_completed);
  ADD ("sum", test_sum);
  ADD ("nothing-kept", test_nothing_kept);
  return g_test_run ();
}
