/* test-task-rows.c: rows, columns and cells of the timeline, without a display.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "document/way-outline.h"
#include "ui/timeline/way-row-drop.h"
#include "ui/timeline/way-task-columns.h"

static void
test_rows_fold (TimelineFixture *f, gconstpointer data)
{
  timeline_fixture_assert_rows (f, "Phase A B C D");
  way_task_rows_set_expanded (f->rows, f->phase, FALSE);
  timeline_fixture_assert_rows (f, "Phase D");
  g_assert_cmpuint (way_task_rows_find (f->rows, f->b), ==, WAY_TASK_ROWS_NONE);
  g_assert_cmpuint (f->last_removed, ==, 3);
  g_assert_cmpuint (f->last_added, ==, 0);

  way_task_rows_reveal (f->rows, f->b);
  timeline_fixture_assert_rows (f, "Phase A B C D");
  way_task_rows_collapse_to (f->rows, 1);
  timeline_fixture_assert_rows (f, "Phase D");
  way_task_rows_expand_all (f->rows);
  timeline_fixture_assert_rows (f, "Phase A B C D");
}

/* The chart borrows the rows until it is told of others. */
static void
test_rows_stay_where_they_are (TimelineFixture *f, gconstpointer data)
{
  guint n_rows;
  WayTask *const *rows = way_task_rows_peek (f->rows, &n_rows);

  way_task_rows_expand_all (f->rows); /* nothing was folded */
  g_assert_true (way_task_rows_peek (f->rows, &n_rows) == rows);
  way_task_rows_refresh (f->rows);
  g_assert_true (way_task_rows_peek (f->rows, &n_rows) == rows);
  g_assert_cmpuint (n_rows, ==, 5);
  g_assert_cmpuint (f->n_signals, ==, 0);

  way_task_rows_collapse_to (f->rows, 1);
  g_assert_cmpuint (f->n_signals, ==, 1);
  timeline_fixture_assert_rows (f, "Phase D");
}

static void
test_rows_follow_the_plan (TimelineFixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_task_rows_refresh (f->rows);
  g_assert_cmpuint (f->n_signals, ==, 0); /* nothing changed, nothing told */

  way_outline_move_down (f->document, &f->a, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "Phase B A C D");
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_cmpuint (f->last_removed, ==, 2); /* the smallest range: A and B */

  way_outline_delete (f->document, &f->phase, 1, &error);
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "D");
  way_document_undo (f->document, &error);
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "Phase B A C D");
}

static void
test_rows_filter_keeps_parents (TimelineFixture *f, gconstpointer data)
{
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.text = g_strdup ("c");
  way_task_rows_collapse_to (f->rows, 1);
  way_task_rows_set_filter (f->rows, &filter);
  timeline_fixture_assert_rows (f, "Phase C"); /* what matches is seen, although its parent was folded */
  g_assert_cmpuint (way_task_rows_get_n_matches (f->rows), ==, 1);
  g_assert_true (way_task_rows_is_match (f->rows, f->c));
  g_assert_false (way_task_rows_is_match (f->rows, f->phase));

  way_task_filter_clear (&filter);
  way_task_rows_set_filter (f->rows, &filter);
  timeline_fixture_assert_rows (f, "Phase D");
  g_assert_cmpuint (way_task_rows_get_n_matches (f->rows), ==, 5);
  g_assert_true (way_task_rows_is_match (f->rows, f->phase));
}

static void
test_rows_collapse_to_a_level (TimelineFixture *f, gconstpointer data)
{
  GError *error = NULL;
  WayTask *deep = way_outline_append_child (f->document, f->b, "Deep", &error);

  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "Phase A B Deep C D");
  way_task_rows_collapse_to (f->rows, 2);
  timeline_fixture_assert_rows (f, "Phase A B C D");
  way_task_rows_collapse_to (f->rows, 1);
  timeline_fixture_assert_rows (f, "Phase D");
  way_task_rows_reveal (f->rows, deep);
  timeline_fixture_assert_rows (f, "Phase A B Deep C D");
}

/* Children are sorted inside their parent, and all of it can be taken back. */
static void
test_rows_sort (TimelineFixture *f, gconstpointer data)
{
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_TITLE, TRUE);
  timeline_fixture_assert_rows (f, "Phase C B A D");
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_DURATION, FALSE);
  timeline_fixture_assert_rows (f, "D Phase B C A"); /* D is shorter than the phase; B and C are alike */
  way_task_rows_set_expanded (f->rows, f->phase, FALSE);
  timeline_fixture_assert_rows (f, "D Phase");
  way_task_rows_set_expanded (f->rows, f->phase, TRUE);
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_NONE, FALSE);
  timeline_fixture_assert_rows (f, "Phase A B C D");
}

/* By the numbers in names as people count. */
static void
test_rows_sort_numbers (TimelineFixture *f, gconstpointer data)
{
  way_document_begin (f->document, "Rename");
  way_document_set_text (f->document, WAY_RECORD (f->a), "title", "T119");
  way_document_set_text (f->document, WAY_RECORD (f->b), "title", "T12");
  g_assert_true (way_document_commit (f->document, NULL));
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_TITLE, FALSE);
  timeline_fixture_assert_rows (f, "D Phase C T12 T119");
}

/* By the row that a cell of links names first; cells without one come before. */
static void
test_rows_sort_links (TimelineFixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_task_link (f->document, f->d, f->a, WAY_LINK_SS, 480, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_PREDECESSORS, FALSE);
  timeline_fixture_assert_rows (f, "Phase C B A D"); /* none, row 2, row 5 */
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_SUCCESSORS, TRUE);
  timeline_fixture_assert_rows (f, "D Phase A B C"); /* row 2 and none; row 3 and none */
}

static void
assert_titles (TimelineFixture *f, const char *titles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < way_task_rows_get_n (f->rows); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            way_task_rows_get_title (way_task_rows_get (f->rows, i)));
  g_assert_cmpstr (text->str, ==, titles);
  g_assert_cmpuint (f->mirror->len, ==, way_task_rows_get_n (f->rows));
}

static void
test_rows_group (TimelineFixture *f, gconstpointer data)
{
  GError *error = NULL;
  WayTask *header;
  WayTaskFilter filter;

  way_document_begin (f->document, "State");
  way_document_set_int (f->document, WAY_RECORD (f->b), "state", WAY_STATE_BLOCKED);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  way_task_rows_set_grouping (f->rows, WAY_GROUP_BY_STATE);
  assert_titles (f, "To do (3) | A | C | D | Blocked (1) | B");
  header = way_task_rows_get (f->rows, 0);
  g_assert_true (way_task_rows_is_header (header));
  g_assert_false (way_task_rows_is_header (f->a));
  g_assert_false (way_task_column_can_edit (WAY_TASK_COLUMN_TITLE, header));
  g_assert_cmpuint (way_task_rows_get_depth (f->rows, f->a), ==, 1);
  g_assert_cmpuint (way_task_rows_find (f->rows, f->b), ==, 5);

  way_task_rows_set_expanded (f->rows, header, FALSE);
  assert_titles (f, "To do (3) | Blocked (1) | B");
  way_task_rows_refresh (f->rows);
  g_assert_true (way_task_rows_get (f->rows, 0) == header); /* it is still the same row */
  way_task_rows_reveal (f->rows, f->d);
  assert_titles (f, "To do (3) | A | C | D | Blocked (1) | B");
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_TITLE, TRUE);
  assert_titles (f, "To do (3) | D | C | A | Blocked (1) | B");

  way_task_filter_init (&filter);
  filter.text = g_strdup ("b");
  way_task_rows_set_filter (f->rows, &filter);
  assert_titles (f, "Blocked (1) | B");
  way_task_filter_clear (&filter);
  way_task_rows_set_filter (f->rows, &filter);
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_NONE, FALSE);
  way_task_rows_set_grouping (f->rows, WAY_GROUP_BY_NONE);
  timeline_fixture_assert_rows (f, "Phase A B C D");
}

/* Every field that is not the machine's own has a column, once. */
static void
test_columns_come_from_the_fields (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  WayTaskColumnId deadline = way_task_column_find ("deadline");
  WayEffect effect;
  GError *error = NULL;
  g_autofree char *wbs = NULL, *successors = NULL;

  for (guint id = 0; id < way_task_column_get_n (); id++)
    {
      g_autofree char *shown = way_task_column_format (id, f->document, -1, f->a);

      g_assert_nonnull (shown);
      g_assert_cmpstr (way_task_column_get (id)->title, !=, "");
      g_assert_true (g_hash_table_add (keys, (gpointer)way_task_column_get (id)->key));
      g_assert_cmpuint (way_task_column_find (way_task_column_get (id)->key), ==, id);
    }
  g_assert_true (g_hash_table_contains (keys, "total_float"));
  g_assert_true (g_hash_table_contains (keys, "owner"));
  g_assert_false (g_hash_table_contains (keys, "rank"));
  g_assert_cmpuint (way_task_column_find ("no such field"), ==, WAY_TASK_COLUMN_NONE);

  g_assert_true (way_task_column_edit (deadline, f->document, f->a, "2026-05-08", &effect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (way_moment_day (f->a->deadline), ==, way_moment (2026, 5, 8, 0, 0));
  g_assert_false (way_task_column_edit (deadline, f->document, f->a, "soon", &effect, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (way_moment_day (f->a->deadline), ==, way_moment (2026, 5, 8, 0, 0));
  g_assert_false (way_task_column_can_edit (way_task_column_find ("total_float"), f->a));

  wbs = way_task_column_format (WAY_TASK_COLUMN_WBS, f->document, -1, f->c);
  g_assert_cmpstr (wbs, ==, "1.3");
  successors = way_task_column_format (WAY_TASK_COLUMN_SUCCESSORS, f->document, -1, f->a);
  g_assert_cmpstr (successors, ==, "3");
}

static void
test_columns_compare_with_the_baseline (TimelineFixture *f, gconstpointer data)
{
  GError *error = NULL;
  g_autofree char *none = NULL, *late = NULL, *start = NULL;

  g_assert_true (way_baseline_save (f->document, 3, "Offer", &error));
  g_assert_true (way_task_edit_duration (f->document, f->a, 5 * 480, WAY_UNIT_DAYS, &error));
  g_assert_no_error (error);
  none = way_task_column_format (WAY_TASK_COLUMN_FINISH_VARIANCE, f->document, 0, f->b);
  late = way_task_column_format (WAY_TASK_COLUMN_FINISH_VARIANCE, f->document, 3, f->b);
  start = way_task_column_format (WAY_TASK_COLUMN_START_VARIANCE, f->document, 3, f->a);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (late, ==, "+2d");
  g_assert_cmpstr (start, ==, "0d");
}

static void
test_cells (TimelineFixture *f, gconstpointer data)
{
  const WayTaskColumnId duration = WAY_TASK_COLUMN_DURATION;
  WayEffect effect;
  GError *error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (way_task_column_edit (duration, f->document, f->a, "2w", &effect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->duration, ==, 10 * 480);
  text = way_task_column_edit_text (WAY_TASK_COLUMN_DURATION, f->document, f->a);
  g_assert_cmpstr (text, ==, "2w");

  g_assert_false (way_task_column_edit (duration, f->document, f->a, "soon", &effect, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (f->a->duration, ==, 10 * 480);
  g_clear_error (&error);

  g_assert_true (way_task_column_can_edit (WAY_TASK_COLUMN_TITLE, f->phase));
  g_assert_false (way_task_column_can_edit (WAY_TASK_COLUMN_DURATION, f->phase));
  g_assert_false (
      way_task_column_edit (WAY_TASK_COLUMN_TITLE, f->document, f->a, "", &effect, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpstr (WAY_RECORD (f->a)->title, ==, "A");
}

/* Dragging @task with the pointer at @at rows and that deep: "below P before Q at depth". */
static char *
drop_of (TimelineFixture *f, WayTask *task, double at, int depth)
{
  g_autoptr (GPtrArray) dragged = g_ptr_array_new ();
  WayRowDrop drop;
  gboolean moves;

  g_ptr_array_add (dragged, task);
  moves = way_row_drop_find (f->rows, dragged, at, depth, &drop);
  return g_strdup_printf ("%s %s %d%s", drop.parent ? WAY_RECORD (drop.parent)->title : "-",
                          drop.before ? WAY_RECORD (drop.before)->title : "-", drop.depth,
                          moves ? "" : " same");
}

/* Rows: Phase, A, B, C, D. */
static void
test_row_drop (TimelineFixture *f, gconstpointer data)
{
  const struct
  {
    WayTask *task;
    double at;
    int depth;
    const char *drop;
  } cases[] = {
    { f->d, 0.1, 0, "- Phase 0" },      { f->d, 0.1, 5, "- Phase 0" },
    { f->d, 1.2, 0, "Phase A 1" },      { f->d, 4.2, 0, "- - 0 same" },
    { f->d, 4.2, 1, "Phase - 1" },      { f->d, 4.2, 2, "C - 2" },
    { f->d, -3, 0, "- Phase 0" },       { f->a, 99, 0, "- - 0" },
    { f->a, 99, 1, "D - 1" },           { f->a, 1.5, 1, "Phase B 1 same" },
    { f->a, 3.4, 1, "Phase C 1" },      { f->b, 2.4, 2, "A - 2" },
    { f->phase, 2.6, 1, "Phase C 1 same" }, /* below itself: is refused */
    { f->phase, 1.2, 0, "- D 0 same" },     /* on its own row */
    { f->phase, 5, 0, "- - 0" },        { f->c, 3.9, 0, "- D 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *drop = drop_of (f, cases[i].task, cases[i].at, cases[i].depth);

      if (!g_str_equal (drop, cases[i].drop))
        g_error ("case %u: %s, not %s", i, drop, cases[i].drop);
    }
  way_task_rows_set_expanded (f->rows, f->phase, FALSE); /* Phase, D */
  {
    g_autofree char *into = drop_of (f, f->d, 1.1, 1);

    g_assert_cmpstr (into, ==, "Phase - 1");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/timeline/" name, TimelineFixture, NULL, timeline_fixture_set_up, func,             \
              timeline_fixture_tear_down)
  ADD ("rows/fold", test_rows_fold);
  ADD ("rows/stay-where-they-are", test_rows_stay_where_they_are);
  ADD ("rows/follow-the-plan", test_rows_follow_the_plan);
  ADD ("rows/filter-keeps-parents", test_rows_filter_keeps_parents);
  ADD ("rows/collapse-to-a-level", test_rows_collapse_to_a_level);
  ADD ("rows/sort", test_rows_sort);
  ADD ("rows/sort-numbers", test_rows_sort_numbers);
  ADD ("rows/sort-links", test_rows_sort_links);
  ADD ("rows/group", test_rows_group);
  ADD ("columns/come-from-the-fields", test_columns_come_from_the_fields);
  ADD ("columns/compare-with-the-baseline", test_columns_compare_with_the_baseline);
  ADD ("cells", test_cells);
  ADD ("rows/drop", test_row_drop);
  return g_test_run ();
}
