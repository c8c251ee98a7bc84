/* test-figures.c: progress, dates, milestones and task lists, worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-milestone-figures.h"
#include "document/way-task-edits.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-progress.h"
#include "metrics/way-record-figures.h"
#include "metrics/way-task-metrics.h"

static void
assert_share (WayFigure *figure, gint64 part, gint64 whole, guint n_rows)
{
  g_assert_cmpint (figure->part, ==, part);
  g_assert_cmpint (figure->whole, ==, whole);
  g_assert_cmpint (figure->known, ==, whole > 0);
  g_assert_cmpuint (figure->rows->len, ==, n_rows);
  way_figure_free (figure);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayFigure) whole = way_progress_actual (fixture->document, NULL);
  g_autoptr (WayFigure) phase = way_progress_actual (fixture->document, fixture->phase);
  g_autoptr (WayFigure) point = way_progress_actual (fixture->document, fixture->released);

  /* (5 + 0.4 × 5 + 0) of 12 days; the point weighs nothing. */
  g_assert_cmpint (whole->part, ==, 7 * DAY_WORK);
  g_assert_cmpint (whole->whole, ==, 12 * DAY_WORK);
  g_assert_cmpfloat_with_epsilon (whole->value, 700.0 / 12, 1e-9);
  g_assert_cmpuint (whole->rows->len, ==, 3);
  g_assert_true (g_ptr_array_index (whole->rows, 0) == (gpointer) fixture->design);
  g_assert_cmpfloat_with_epsilon (phase->value, whole->value, 1e-9);
  g_assert_false (point->known);
  g_assert_cmpint (fixture->phase->complete, ==, 58);
}

static void
test_inactive_weighs_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayFigure) figure = NULL;

  fixture_set (fixture, fixture->test, "active", FALSE);
  figure = way_progress_actual (fixture->document, NULL);
  g_assert_cmpint (figure->whole, ==, 10 * DAY_WORK);
  g_assert_cmpfloat_with_epsilon (figure->value, 70, 1e-9);
}

static void
test_planned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayFigure) planned = way_progress_planned (fixture->document, NULL);

  /* By the evening of the 11th the baseline had Design and Build: 8 of 10 days. */
  g_assert_cmpint (planned->part, ==, 8 * DAY_WORK);
  g_assert_cmpint (planned->whole, ==, 10 * DAY_WORK);
}

static void
test_plan_dates (Fixture *fixture, gconstpointer data)
{
  WayPlanDates dates;

  way_plan_dates (fixture->document, &dates);
  g_assert_cmpint (dates.start, ==, way_moment (2026, 3, 2, 8, 0));
  g_assert_cmpint (dates.finish, ==, way_moment (2026, 3, 17, 17, 0));
  g_assert_cmpint (dates.baseline, ==, way_moment (2026, 3, 13, 17, 0));
  g_assert_cmpint (dates.variance, ==, 2 * DAY_WORK);
  g_assert_nonnull (dates.last);
}

static void
test_variance (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    WayMoment target, finish;
    gint64 days;
  } cases[] = {
    { MARCH (13), way_moment (2026, 3, 13, 17, 0), 0 },
    { MARCH (13), way_moment (2026, 3, 13, 9, 0), 0 },
    { MARCH (13), way_moment (2026, 3, 14, 0, 0), 0 },  /* midnight ends the 13th */
    { MARCH (13), way_moment (2026, 3, 15, 12, 0), 0 }, /* no working time on a weekend */
    { MARCH (13), way_moment (2026, 3, 16, 9, 0), 1 },
    { MARCH (14), way_moment (2026, 3, 16, 9, 0), 1 },
    { MARCH (13), way_moment (2026, 3, 6, 17, 0), -5 },
    { MARCH (15), way_moment (2026, 3, 13, 17, 0), 0 },
    { WAY_NEVER, way_moment (2026, 3, 13, 17, 0), 0 },
    { MARCH (13), WAY_NEVER, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (way_finish_variance (fixture->document, cases[i].target, cases[i].finish),
                     ==, cases[i].days * DAY_WORK);
}

static void
test_milestone_fields (Fixture *fixture, gconstpointer data)
{
  WayMilestone *released = fixture->released_ms;

  g_assert_cmpint (released->forecast, ==, way_moment (2026, 3, 17, 17, 0));
  g_assert_cmpint (released->variance, ==, 2 * DAY_WORK);
  g_assert_cmpint (released->complete, ==, 0);
  g_assert_true (way_milestone_is_late (released));
  g_assert_true (way_milestone_is_open (released));
  g_assert_cmpint (fixture->designed_ms->complete, ==, 100);
  g_assert_cmpint (fixture->designed_ms->variance, ==, 0);
  g_assert_true (way_milestone_is_completed (fixture->designed_ms));
  g_assert_cmpint (way_milestone_baseline (fixture->document, released), ==,
                   way_moment (2026, 3, 13, 17, 0));

  fixture_set (fixture, released, "actual_date", MARCH (19));
  g_assert_cmpint (way_finish_day (released->forecast), ==, MARCH (19));
  g_assert_cmpint (released->variance, ==, 4 * DAY_WORK);
  g_assert_cmpint (released->complete, ==, 100);
  fixture_set (fixture, released, "status", WAY_STATUS_CANCELLED);
  g_assert_false (way_milestone_is_late (released));
  g_assert_false (way_milestone_is_open (released));
}

static void
test_completion_methods (Fixture *fixture, gconstpointer data)
{
  WayMilestone *milestone = fixture->released_ms;
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, milestone, "task", WAY_RECORD (fixture->phase)->id);
  g_assert_cmpint (milestone->complete, ==, 58);

  fixture_set (fixture, milestone, "completion", WAY_COMPLETE_EFFORT);
  g_assert_cmpint (milestone->complete, ==, 58); /* nobody has said how much work it is */
  fixture_set (fixture, fixture->design, "work", 6000);
  fixture_set (fixture, fixture->build, "work", 18000);
  g_assert_cmpint (milestone->complete, ==, 55); /* (6,000 + 0.4 × 18,000) ÷ 24,000 */

  way_document_begin (fixture->document, "Points");
  way_document_set_real (fixture->document, WAY_RECORD (fixture->design), "story_points", 8);
  way_document_set_real (fixture->document, WAY_RECORD (fixture->build), "story_points", 2);
  way_document_set_real (fixture->document, WAY_RECORD (fixture->test), "story_points", 10);
  way_document_set_int (fixture->document, WAY_RECORD (milestone), "completion",
                        WAY_COMPLETE_POINTS);
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (milestone->complete, ==, 44); /* (8 + 0.4 × 2) ÷ 20 */

  fixture_set (fixture, milestone, "completion", WAY_COMPLETE_TYPED);
  fixture_set (fixture, milestone, "typed_complete", 33);
  g_assert_cmpint (milestone->complete, ==, 33);
}

static void
test_milestone_shares (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = fixture->document;
  g_autoptr (WayFigure) adherence = way_milestones_adherence (document);
  g_autoptr (GPtrArray) next = way_milestones_next (document, 0);

  g_assert_cmpint (adherence->part, ==, 1);
  g_assert_cmpint (adherence->whole, ==, 2);
  g_assert_true (g_ptr_array_index (adherence->rows, 0) == (gpointer) fixture->released_ms);
  assert_share (way_milestones_done (document), 1, 2, 2);
  assert_share (way_milestones_completion_rate (document, MARCH (1), MARCH (31)), 1, 2, 2);
  assert_share (way_milestones_completion_rate (document, MARCH (1), MARCH (10)), 1, 1, 1);
  assert_share (way_milestones_completion_rate (document, MARCH (20), MARCH (31)), 0, 0, 0);
  assert_share (way_milestones_on_time_rate (document, MARCH (1), MARCH (31)), 1, 1, 1);
  g_assert_cmpuint (next->len, ==, 1);

  fixture_set (fixture, fixture->released_ms, "status", WAY_STATUS_CANCELLED);
  assert_share (way_milestones_adherence (document), 1, 1, 1);
}

static void
assert_tasks (GPtrArray *tasks, WayTask *first, guint n)
{
  g_assert_cmpuint (tasks->len, ==, n);
  if (n > 0)
    g_assert_true (g_ptr_array_index (tasks, 0) == (gpointer) first);
  g_ptr_array_unref (tasks);
}

static void
test_task_lists (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = fixture->document;

  assert_tasks (way_tasks_late (document), fixture->build, 3);
  g_assert_cmpint (way_task_baseline_variance (document, fixture->test), ==, 2 * DAY_WORK);
  assert_tasks (way_tasks_overdue (document), NULL, 0);
  assert_tasks (way_tasks_in_progress (document), fixture->build, 1);
  assert_tasks (way_tasks_finished_in (document, MARCH (1), MARCH (6)), fixture->design, 1);
  assert_tasks (way_tasks_finished_in (document, MARCH (7), MARCH (31)), NULL, 0);
  assert_tasks (way_tasks_starting_in (document, MARCH (16), MARCH (16)), fixture->test, 1);
  assert_tasks (way_tasks_critical (document), fixture->build, 3);

  fixture_set (fixture, way_plan_get_project (fixture->plan), "status_date", MARCH (13));
  assert_tasks (way_tasks_overdue (document), fixture->build, 1);
  fixture_set (fixture, way_plan_get_project (fixture->plan), "status_date", MARCH (17));
  assert_tasks (way_tasks_overdue (document), fixture->build, 3);

  fixture_set (fixture, fixture->test, "deadline", MARCH (17));
  assert_tasks (way_tasks_past_deadline (document), NULL, 0);
  fixture_set (fixture, fixture->test, "deadline", MARCH (16));
  assert_tasks (way_tasks_past_deadline (document), fixture->test, 1);
  fixture_set (fixture, fixture->test, "state", WAY_STATE_BLOCKED);
  assert_tasks (way_tasks_blocked (document), fixture->test, 1);
}

static void
test_empty_plan (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Empty", MARCH (2));
  g_autoptr (WayFigure) progress = way_progress_actual (document, NULL);
  g_autofree char *text = way_figure_format (progress);
  WayPlanDates dates;

  g_assert_false (progress->known);
  g_assert_cmpstr (text, ==, "n/a");
  assert_share (way_progress_planned (document, NULL), 0, 0, 0);
  assert_share (way_milestones_adherence (document), 0, 0, 0);
  way_plan_dates (document, &dates);
  g_assert_cmpint (dates.finish, ==, WAY_NEVER);
  g_assert_null (dates.last);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  assert_text (way_percent_format (0), "0\u202f%");
  assert_text (way_percent_format (0.2), "1\u202f%");
  assert_text (way_percent_format (99.7), "99\u202f%");
  assert_text (way_percent_format (100), "100\u202f%");
  assert_text (way_variance_format (fixture->plan, 6 * DAY_WORK), "+6\u202fd");
  assert_text (way_variance_format (fixture->plan, -1 * DAY_WORK), "−1\u202fd");
  assert_text (way_variance_format (fixture->plan, 240), "+0.5\u202fd");
  assert_text (way_variance_format (fixture->plan, 0), "0\u202fd");
  assert_text (way_days_format (fixture->plan, 4 * DAY_WORK + 180), "4.4\u202fd");
  assert_text (way_variance_describe (fixture->plan, DAY_WORK), "1 working day late");
  assert_text (way_variance_describe (fixture->plan, -3 * DAY_WORK), "3 working days early");
  assert_text (way_variance_describe (fixture->plan, 0), "on time");
  assert_text (way_working_days_format (fixture->plan, -3 * DAY_WORK), "3 working days");
}

#define ADD(path, function) \
  g_test_add ("/metrics/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

static const WayRecordFigure *
record_figure (const char *key)
{
  guint n_figures;
  const WayRecordFigure *figures = way_record_figures (&way_milestone_type, &n_figures);

  for (guint i = 0; i < n_figures; i++)
    if (strcmp (figures[i].key, key) == 0)
      return &figures[i];
  g_assert_not_reached ();
}

static void
assert_record_figure (Fixture *fixture, WayMilestone *milestone, const char *key, const char *value,
                      const char *explanation)
{
  const WayRecordFigure *figure = record_figure (key);
  g_autofree char *text = figure->format (fixture->document, WAY_RECORD (milestone));
  g_autofree char *told = figure->explain (fixture->document, WAY_RECORD (milestone));

  g_assert_cmpstr (text, ==, value);
  g_assert_cmpstr (told, ==, explanation);
}

static void
assert_field_told (Fixture *fixture, WayMilestone *milestone, const char *field,
                   const char *explanation)
{
  g_autofree char *told = way_record_explain_field (
      fixture->document, WAY_RECORD (milestone), way_record_type_field (&way_milestone_type, field));

  g_assert_cmpstr (told, ==, explanation);
}

/* The columns of the list of milestones, each with how it came about. */
static void
test_record_figures (Fixture *fixture, gconstpointer data)
{
  WayMilestone *released = fixture->released_ms, *designed = fixture->designed_ms;
  const WayRecordFigure *days = record_figure ("days-remaining");

  assert_record_figure (fixture, released, "days-remaining", "2",
                        "Calendar days from the status date, 11 Mar 2026, to the target, 13 Mar 2026.");
  assert_record_figure (fixture, designed, "days-remaining", "", "It is not open any more.");
  g_assert_cmpint (days->rank (fixture->document, WAY_RECORD (designed)), ==, WAY_FIGURE_LAST);
  fixture_set (fixture, released, "target_date", MARCH (9));
  assert_record_figure (fixture, released, "days-remaining", "−2",
                        "Calendar days from the status date, 11 Mar 2026, to the target, 9 Mar 2026.");
  g_assert_cmpstr (days->tone (fixture->document, WAY_RECORD (released)), ==, "bad");
  fixture_set (fixture, released, "target_date", MARCH (13));
  assert_record_figure (fixture, released, "baseline", "13 Mar 2026",
                        "The finish of its row when the baseline was saved; the forecast is now "
                        "2 working days late against it.");
  assert_field_told (fixture, released, "forecast",
                     "The computed finish of its row in the timeline, “Released”.");
  assert_field_told (fixture, released, "variance",
                     "Working days of the plan’s calendar from the target, 13 Mar 2026, to the "
                     "forecast, 17 Mar 2026: 2 working days late.");
  assert_field_told (fixture, released, "complete",
                     "Duration done of all duration of the rows below its own; a point in time is "
                     "0 or 100 %.");
  assert_field_told (fixture, released, "title", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("progress", test_progress);
  ADD ("progress/inactive", test_inactive_weighs_nothing);
  ADD ("progress/planned", test_planned);
  ADD ("plan-dates", test_plan_dates);
  ADD ("variance", test_variance);
  ADD ("milestone/fields", test_milestone_fields);
  ADD ("milestone/completion", test_completion_methods);
  ADD ("milestone/shares", test_milestone_shares);
  ADD ("tasks", test_task_lists);
  ADD ("formats", test_formats);
  g_test_add_func ("/metrics/empty", test_empty_plan);
  ADD ("records", test_record_figures);
  return g_test_run ();
}
