/* test-gantt-layout.c: the geometry of the Gantt chart, and what lies under the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-gantt-text.h"
#include "document/way-task-edits.h"

#include <math.h>
#include <string.h>

#define WIDTH 1400.0
#define HEIGHT 900.0

typedef struct
{
  WayDocument *document;
  WayGanttLayout *layout;
  WayGanttOptions options;
  WayTimeScale scale;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint n_rows;
  WayTask *const *rows;

  fixture->document = fixture_document ();
  fixture->layout = way_gantt_layout_new ();
  rows = fixture_rows (fixture->document, &n_rows);
  way_gantt_layout_set_rows (fixture->layout, fixture->document, rows, n_rows);
  way_gantt_options_init (&fixture->options);
  fixture->options.today = FIXTURE_TODAY;
  fixture->options.baseline_slot = 1;
  fixture->scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->layout);
  g_clear_object (&fixture->document);
}

static void
update (Fixture *fixture, double scroll)
{
  way_gantt_layout_update (fixture->layout, &fixture->scale, &fixture->options, WIDTH, HEIGHT,
                           scroll);
}

static const WayGanttBar *
bar_of (Fixture *fixture, const char *title)
{
  const WayGanttBar *bar
      = way_gantt_layout_find_bar (fixture->layout, fixture_find (fixture->document, title));

  g_assert_nonnull (bar);
  return bar;
}

static double
x_of (Fixture *fixture, WayMoment moment)
{
  return way_time_scale_x (&fixture->scale, moment);
}

/* Where that share of the task's work ends. */
static double
x_of_done (Fixture *fixture, WayTask *task, gint64 percent)
{
  return x_of (fixture, way_document_work_add (fixture->document, task->calendar, task->start,
                                               task->duration * percent / 100));
}

static void
test_task (Fixture *fixture, gconstpointer data)
{
  WayTask *task = fixture_find (fixture->document, "Data migration rehearsal");
  const WayGanttBar *bar;

  update (fixture, 0);
  bar = bar_of (fixture, "Data migration rehearsal");
  g_assert_cmpuint (bar->row, ==, 4);
  g_assert_cmpint (bar->kind, ==, WAY_BAR_TASK);
  g_assert_cmpfloat (bar->x0, ==, x_of (fixture, task->start));
  g_assert_cmpfloat (bar->x1, ==, x_of (fixture, task->finish));
  g_assert_cmpfloat (bar->y, ==, 4 * 30 + 7);
  g_assert_cmpfloat (bar->height, ==, 13);
  g_assert_cmpfloat_with_epsilon (bar->done_x, x_of_done (fixture, task, 80), 1e-6);
  g_assert_cmpstr (bar->label, ==, "Ana, Ivo");
  g_assert_cmpfloat (bar->label_x, >, bar->x1 + 6);
  g_assert_false (bar->pinned);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  update (fixture, 0);
  g_assert_cmpint (bar_of (fixture, "Account service")->done, ==, WAY_ROLE_FINISHED_DONE);
  g_assert_cmpint (bar_of (fixture, "Pricing page")->fill, ==, WAY_ROLE_BAR);
  g_assert_true (bar_of (fixture, "Fix audit findings")->critical);
  g_assert_cmpint (bar_of (fixture, "Fix audit findings")->fill, ==, WAY_ROLE_CRITICAL);
  g_assert_cmpint (bar_of (fixture, "Core complete")->fill, ==, WAY_ROLE_MILESTONE);
  g_assert_cmpint (bar_of (fixture, "General availability")->fill, ==, WAY_ROLE_BAD);
  fixture->options.critical = FALSE;
  update (fixture, 0);
  g_assert_cmpint (bar_of (fixture, "Fix audit findings")->fill, ==, WAY_ROLE_BAR);
}

static void
test_missed_target (Fixture *fixture, gconstpointer data)
{
  const WayGanttBar *bar;

  update (fixture, 0);
  bar = bar_of (fixture, "General availability");
  g_assert_cmpfloat (bar->target_x, ==, x_of (fixture, way_moment (2026, 12, 3, 17, 0)));
  g_assert_cmpstr (bar->label, ==, "11 Dec");
  g_assert_cmpstr (bar->variance, ==, "+5\u202fd");
  g_assert_cmpfloat (bar->variance_x, >, bar->label_x);
  /* A promise that is kept is not drawn twice. */
  g_assert_true (isnan (bar_of (fixture, "Core platform")->target_x));
  fixture->options.deadlines = FALSE;
  update (fixture, 0);
  g_assert_true (isnan (bar_of (fixture, "General availability")->target_x));
}

static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  WayTask *report = fixture_find (fixture->document, "Load test report");
  WayBaselineValue *value = way_baseline_get_value (fixture->document, 1, report);
  const WayGanttBar *bar;

  update (fixture, 0);
  bar = bar_of (fixture, "Load test report");
  g_assert_cmpfloat (bar->baseline_x1, ==, x_of (fixture, value->finish));
  g_assert_cmpfloat (bar->baseline_x1, <, bar->x1);
  fixture->options.baseline_slot = 7;
  update (fixture, 0);
  g_assert_true (isnan (bar_of (fixture, "Load test report")->baseline_x0));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  const WayGanttBar *bar;

  fixture->options.floats = TRUE;
  update (fixture, 0);
  g_assert_true (bar_of (fixture, "Security audit")->pinned);
  bar = bar_of (fixture, "Train support team");
  g_assert_cmpfloat (bar->deadline_x, ==, x_of (fixture, way_moment (2026, 12, 9, 17, 0)));
  g_assert_cmpfloat (bar->float_x, >, bar->x1);
  g_assert_cmpfloat (bar->label_x, >, bar->float_x);
  g_assert_true (isnan (bar_of (fixture, "Fix audit findings")->float_x));
  fixture->options.floats = fixture->options.pins = fixture->options.deadlines = FALSE;
  update (fixture, 0);
  g_assert_false (bar_of (fixture, "Security audit")->pinned);
  g_assert_true (isnan (bar_of (fixture, "Train support team")->deadline_x));
  g_assert_true (isnan (bar_of (fixture, "Train support team")->float_x));
}

static WayRecord *
add_blocker (Fixture *fixture, const char *row)
{
  g_autoptr (GError) error = NULL;
  WayRecord *blocker;

  way_document_begin (fixture->document, "Blocker");
  blocker = way_document_create_record (fixture->document, &way_blocker_type);
  way_document_set_text (fixture->document, blocker, "title", "No test devices");
  way_document_set_int (fixture->document, blocker, "task",
                        WAY_RECORD (fixture_find (fixture->document, row))->id);
  g_assert_true (way_document_commit (fixture->document, &error));
  return blocker;
}

/* The sign stands behind the bar, clear of its label, until the blocker is cleared. */
static void
test_blocked (Fixture *fixture, gconstpointer data)
{
  const char *row = "Train support team";
  const WayGanttBar *bar;
  WayRecord *blocker;
  g_autoptr (GError) error = NULL;

  update (fixture, 0);
  g_assert_true (isnan (bar_of (fixture, row)->blocked_x));
  blocker = add_blocker (fixture, row);
  update (fixture, 0);
  bar = bar_of (fixture, row);
  g_assert_cmpfloat (bar->blocked_x, >, bar->x1 + 6);
  g_assert_cmpfloat (bar->label_x, >, bar->blocked_x + 6);

  way_document_begin (fixture->document, "Clear");
  way_document_set_int (fixture->document, blocker, "cleared_on", way_moment_day (FIXTURE_TODAY));
  g_assert_true (way_document_commit (fixture->document, &error));
  update (fixture, 0);
  g_assert_true (isnan (bar_of (fixture, row)->blocked_x));
}

static void
test_only_visible (Fixture *fixture, gconstpointer data)
{
  guint n_bars;
  const WayGanttBar *bars;

  way_gantt_layout_update (fixture->layout, &fixture->scale, &fixture->options, WIDTH, 100, 75);
  bars = way_gantt_layout_get_bars (fixture->layout, &n_bars);
  g_assert_cmpuint (n_bars, ==, 4);
  g_assert_cmpuint (bars[0].row, ==, 2);
  g_assert_cmpfloat (bars[0].y, <, 0);
  g_assert_null (way_gantt_layout_find_bar (fixture->layout,
                                            fixture_find (fixture->document, "Launch")));
  g_assert_cmpint (way_gantt_layout_find_row (fixture->layout,
                                              fixture_find (fixture->document, "Launch")),
                   ==, 12);
}

static void
random_view (Fixture *fixture)
{
  double span = log (5000.0 / 2.0);

  fixture->scale = way_time_scale_new (
      (double) way_moment (2026, 10, 2, 0, 0) + g_test_rand_double_range (-30000, 60000),
      2.0 * exp (g_test_rand_double () * span));
  fixture->options.row_height = g_test_rand_double_range (18, 60);
}

/* Everything of a row stays in it; a label stands after all else. */
static void
test_inside_rows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      double scroll = g_test_rand_double_range (0, 300);
      guint n_bars;
      const WayGanttBar *bars;

      random_view (fixture);
      update (fixture, scroll);
      bars = way_gantt_layout_get_bars (fixture->layout, &n_bars);
      for (guint b = 0; b < n_bars; b++)
        {
          double top = bars[b].row * fixture->options.row_height - scroll;

          g_assert_cmpfloat (bars[b].y, >=, top);
          g_assert_cmpfloat (bars[b].y + bars[b].height, <=, top + fixture->options.row_height);
          g_assert_cmpfloat (bars[b].x1 - bars[b].x0, >=, 3 - 1e-6);
          g_assert_cmpfloat (bars[b].done_x, >=, bars[b].x0);
          g_assert_cmpfloat (bars[b].done_x, <=, bars[b].x1 + 1e-6);
          if (bars[b].label != NULL)
            g_assert_cmpfloat (bars[b].label_x, >, bars[b].x1);
        }
    }
}

static WayGanttHit
pick (Fixture *fixture, double x, double y)
{
  return way_gantt_layout_pick (fixture->layout, x, y);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  const WayGanttBar *bar;
  double middle;

  update (fixture, 0);
  bar = bar_of (fixture, "Pricing page");
  middle = bar->y + bar->height / 2;
  g_assert_cmpint (pick (fixture, (bar->x0 + bar->x1) / 2, middle).part, ==, WAY_PART_BAR);
  g_assert_true (pick (fixture, (bar->x0 + bar->x1) / 2, middle).task == bar->task);
  g_assert_cmpint (pick (fixture, bar->x0 + 1, middle).part, ==, WAY_PART_START);
  g_assert_cmpint (pick (fixture, bar->x1 - 1, middle).part, ==, WAY_PART_FINISH);
  g_assert_cmpint (pick (fixture, bar->done_x, bar->y + bar->height).part, ==, WAY_PART_PROGRESS);
  g_assert_cmpint (pick (fixture, bar->x0 - 8, middle).part, ==, WAY_PART_LINK_START);
  g_assert_cmpint (pick (fixture, bar->x1 + 8, middle).part, ==, WAY_PART_LINK_FINISH);
  g_assert_cmpint (pick (fixture, bar->x0 - 60, middle).part, ==, WAY_PART_ROW);
  g_assert_cmpint (pick (fixture, bar->x0 - 60, middle).row, ==, 13);
  bar = bar_of (fixture, "General availability");
  g_assert_cmpint (pick (fixture, (bar->x0 + bar->x1) / 2, bar->y + 7).part, ==,
                   WAY_PART_MILESTONE);
  bar = bar_of (fixture, "Hardening");
  g_assert_cmpint (pick (fixture, bar->x0 + 40, bar->y + 2).part, ==, WAY_PART_SUMMARY);
  g_assert_cmpint (pick (fixture, 10, 18 * 30 + 5).part, ==, WAY_PART_NONE);
  g_assert_cmpint (pick (fixture, 10, 18 * 30 + 5).row, ==, -1);
}

/* However short a bar is, its middle moves it. */
static void
test_pick_short (Fixture *fixture, gconstpointer data)
{
  const WayGanttBar *bar;

  fixture->scale = way_time_scale_new ((double) way_moment (2026, 6, 1, 0, 0), 730);
  update (fixture, 0);
  bar = bar_of (fixture, "Accessibility review");
  g_assert_cmpfloat (bar->x1 - bar->x0, <, 10);
  g_assert_cmpint (pick (fixture, (bar->x0 + bar->x1) / 2, bar->y + 2).part, ==, WAY_PART_BAR);
  g_assert_cmpint (pick (fixture, bar->x0 - 1, bar->y + 2).part, ==, WAY_PART_START);
  g_assert_cmpint (pick (fixture, bar->x1 + 1, bar->y + 2).part, ==, WAY_PART_FINISH);
}

static void
test_pick_mirrored (Fixture *fixture, gconstpointer data)
{
  const WayGanttBar *bar;

  fixture->options.rtl = TRUE;
  update (fixture, 0);
  bar = bar_of (fixture, "Pricing page");
  g_assert_cmpint (pick (fixture, WIDTH - (bar->x0 + 1), bar->y + 6).part, ==, WAY_PART_START);
  g_assert_cmpint (pick (fixture, WIDTH - (bar->x1 + 8), bar->y + 6).part, ==,
                   WAY_PART_LINK_FINISH);
}

static void
test_ghosts (Fixture *fixture, gconstpointer data)
{
  WayTask *audit = fixture_find (fixture->document, "Security audit");
  WayShift shift = { audit, audit->start, audit->finish, audit->start + 3 * WAY_DAY,
                     audit->finish + 5 * WAY_DAY };
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (WayShift));
  const WayGanttBar *bar;

  g_array_append_val (shifts, shift);
  fixture->options.grabbed = audit;
  way_gantt_layout_set_shifts (fixture->layout, way_shifts_find, shifts);
  update (fixture, 0);
  bar = bar_of (fixture, "Security audit");
  g_assert_cmpfloat (bar->ghost_x0, ==, x_of (fixture, shift.new_start));
  g_assert_cmpfloat (bar->ghost_x1, ==, x_of (fixture, shift.new_finish));
  g_assert_cmpstr (bar->ghost_label, ==, "Fri 27 Nov, +3\u202fd");
  g_assert_cmpfloat (bar->label_x, >, bar->ghost_x1);
  g_assert_true (isnan (bar_of (fixture, "Pricing page")->ghost_x0));
  way_gantt_layout_set_shifts (fixture->layout, NULL, NULL);
  update (fixture, 0);
  g_assert_true (isnan (bar_of (fixture, "Security audit")->ghost_x0));
}

/* The fill follows a hand whose edit is still open. */
static void
test_progress_in_hand (Fixture *fixture, gconstpointer data)
{
  WayTask *audit = fixture_find (fixture->document, "Security audit");
  const WayGanttBar *bar;

  way_document_begin (fixture->document, "Progress");
  g_assert_true (way_task_edit_complete (fixture->document, audit, 75, NULL));
  update (fixture, 0);
  bar = bar_of (fixture, "Security audit");
  g_assert_cmpfloat_with_epsilon (bar->done_x, x_of_done (fixture, audit, 75), 0.01);
  way_document_rollback (fixture->document);
  update (fixture, 0);
  bar = bar_of (fixture, "Security audit");
  g_assert_cmpfloat_with_epsilon (bar->done_x, x_of_done (fixture, audit, audit->complete), 0.01);
}

static void
test_describe (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title, *words;
  } cases[] = {
    { "Security audit", "Security audit, 24 Nov – 3 Dec, 0\u202f% done, critical, Start no earlier than, drives “Fix audit findings”" },
    { "General availability", "General availability, milestone, 11 Dec, 0\u202f% done, +5\u202fd against its target 3 Dec, critical, drives “Celebrate with the team”" },
    { "Account service", "Account service, 5 Oct – 14 Oct, finished, comes before “Billing integration”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words
          = way_gantt_describe (fixture->document, fixture_find (fixture->document, cases[i].title));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_shift_text (void)
{
  static const struct
  {
    gint64 minutes;
    const char *text;
  } cases[] = { { 2880, "+6\u202fd" }, { 0, "0\u202fd" }, { -720, "−1.5\u202fd" }, { 10, "0\u202fd" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = way_gantt_format_shift (cases[i].minutes, 480);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Weekends and the holiday are bands; at coarse zoom they are left out. */
static void
test_bands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *holiday = NULL, *text = NULL, *coarse = NULL;

  fixture->scale = way_time_scale_new ((double) way_moment (2026, 12, 7, 0, 0), 144);
  update (fixture, 0);
  way_gantt_layout_append (fixture->layout, scene);
  text = way_scene_to_string (scene);
  holiday = g_strdup_printf ("rect 10.0 0.0 10.0 %.1f fill NON_WORKING\n", HEIGHT);
  g_assert_nonnull (strstr (text, holiday));
  g_assert_nonnull (strstr (text, "rect 50.0 0.0 20.0 900.0 fill NON_WORKING\n"));
  way_scene_clear (scene);
  fixture->scale = way_time_scale_new ((double) way_moment (2026, 12, 7, 0, 0), 2200);
  update (fixture, 0);
  way_gantt_layout_append (fixture->layout, scene);
  coarse = way_scene_to_string (scene);
  g_assert_null (strstr (coarse, "NON_WORKING"));
}

static gboolean
is_inside (double x, double width)
{
  return x >= 0 && x + width <= WIDTH;
}

/* On paper nothing can be scrolled to: labels end with the sheet, wherever it is cut. */
static void
test_paper_labels (Fixture *fixture, gconstpointer data)
{
  guint n_shown = 0, n_cut = 0;

  fixture->options.on_paper = TRUE;
  fixture->options.labels[WAY_LABEL_LEFT] = WAY_LABEL_DATES;
  fixture->options.labels[WAY_LABEL_RIGHT] = WAY_LABEL_NAME;
  for (int day = -40; day < 60; day += 3)
    {
      guint n_bars;
      const WayGanttBar *bars;

      fixture->scale.origin = (double) way_moment (2026, 10, 2, 0, 0) + day * (double) WAY_DAY;
      update (fixture, 0);
      bars = way_gantt_layout_get_bars (fixture->layout, &n_bars);
      for (guint i = 0; i < n_bars; i++)
        {
          if (bars[i].label != NULL)
            g_assert_true (is_inside (bars[i].label_x, bars[i].label_width));
          if (bars[i].left_label != NULL)
            g_assert_true (is_inside (bars[i].left_label_x, bars[i].left_label_width));
          n_shown += bars[i].label != NULL;
          n_cut += bars[i].label != NULL && g_str_has_suffix (bars[i].label, "…");
        }
    }
  g_assert_cmpuint (n_cut, >, 0);
  g_assert_cmpuint (n_shown, >, n_cut);
}

static void
test_no_rows (void)
{
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayTimeScale scale = way_time_scale_new (0, 141);
  WayGanttOptions options;
  guint n;

  way_gantt_options_init (&options);
  way_gantt_layout_set_rows (layout, NULL, NULL, 0);
  way_gantt_layout_update (layout, &scale, &options, 800, 600, 0);
  way_gantt_layout_append (layout, scene);
  way_gantt_layout_get_bars (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (way_gantt_layout_pick (layout, 10, 10).part, ==, WAY_PART_NONE);
}

/* The picture of a long plan is no larger than that of a short one. */
static void
test_cost (void)
{
  static const guint sizes[] = { 500, 4000 };
  guint n_items[2];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WayDocument) document = fixture_large_document (sizes[i]);
      g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
      g_autoptr (WayScene) scene = way_scene_new ();
      WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 141);
      WayGanttOptions options;
      guint n_rows, n_links;
      WayTask *const *rows = fixture_rows (document, &n_rows);

      way_gantt_options_init (&options);
      way_gantt_layout_set_rows (layout, document, rows, n_rows);
      way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 3000);
      way_gantt_layout_append (layout, scene);
      way_gantt_layout_get_links (layout, &n_links);
      n_items[i] = way_scene_get_n_items (scene) - n_links;
      g_assert_cmpuint (n_links, <=, 600);
    }
  g_assert_cmpuint (n_items[1], <=, 30 * 5 + 100);
  g_assert_cmpuint (n_items[1], <=, n_items[0] + 20);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/gantt/task", test_task);
  TEST ("/gantt/roles", test_roles);
  TEST ("/gantt/missed-target", test_missed_target);
  TEST ("/gantt/baseline", test_baseline);
  TEST ("/gantt/marks", test_marks);
  TEST ("/gantt/blocked", test_blocked);
  TEST ("/gantt/only-visible", test_only_visible);
  TEST ("/gantt/inside-rows", test_inside_rows);
  TEST ("/gantt/pick", test_pick);
  TEST ("/gantt/pick-short", test_pick_short);
  TEST ("/gantt/pick-mirrored", test_pick_mirrored);
  TEST ("/gantt/ghosts", test_ghosts);
  TEST ("/gantt/progress-in-hand", test_progress_in_hand);
  TEST ("/gantt/describe", test_describe);
  TEST ("/gantt/bands", test_bands);
  TEST ("/gantt/paper-labels", test_paper_labels);
  g_test_add_func ("/gantt/shift-text", test_shift_text);
  g_test_add_func ("/gantt/no-rows", test_no_rows);
  g_test_add_func ("/gantt/cost", test_cost);
  return g_test_run ();
}
