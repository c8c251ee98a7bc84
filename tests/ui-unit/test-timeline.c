/* test-timeline.c: rows, cells and drags of the timeline, without a display.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "ui/timeline/way-gantt-drag.h"
#include "ui/timeline/way-gantt-messages.h"
#include "ui/timeline/way-row-drop.h"
#include "ui/timeline/way-task-columns.h"
#include "ui/timeline/way-task-rows.h"

#include <string.h>

/* Monday 4 May 2026, 08:00. */
#define MONDAY way_moment (2026, 5, 4, 8, 0)

/* Phase (A 3d → B 1d, C 1d), D 1d. A mirror of the rows is kept by ::items-changed alone. */
typedef struct
{
  WayDocument *document;
  WayTask *phase, *a, *b, *c, *d;
  WayTaskRows *rows;
  GPtrArray *mirror;
  guint n_signals, last_removed, last_added;
} Fixture;

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  g_assert_cmpuint (position + removed, <=, f->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (f->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (f->mirror, (int)(position + i), item);
    }
  f->n_signals++;
  f->last_removed = removed;
  f->last_added = added;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->phase = way_outline_insert (f->document, NULL, "Phase", &error);
  f->a = way_outline_append_child (f->document, f->phase, "A", &error);
  f->b = way_outline_append_child (f->document, f->phase, "B", &error);
  f->c = way_outline_append_child (f->document, f->phase, "C", &error);
  f->d = way_outline_insert (f->document, f->phase, "D", &error);
  g_assert_no_error (error);
  way_task_edit_duration (f->document, f->a, 3 * 480, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);

  f->rows = way_task_rows_new (f->document);
  f->mirror = g_ptr_array_new ();
  mirror_cb (G_LIST_MODEL (f->rows), 0, 0, way_task_rows_get_n (f->rows), f);
  f->n_signals = 0;
  g_signal_connect (f->rows, "items-changed", G_CALLBACK (mirror_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->rows);
  g_ptr_array_unref (f->mirror);
  g_assert_finalize_object (f->document);
}

/* The rows are @titles, the mirror agrees, and each row is found from its task. */
static void
assert_rows (Fixture *f, const char *titles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (f->mirror->len, ==, way_task_rows_get_n (f->rows));
  for (guint i = 0; i < way_task_rows_get_n (f->rows); i++)
    {
      WayTask *task = way_task_rows_get (f->rows, i);

      g_assert_true (f->mirror->pdata[i] == task);
      g_assert_cmpuint (way_task_rows_find (f->rows, task), ==, i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", WAY_RECORD (task)->title);
    }
  g_assert_cmpstr (text->str, ==, titles);
}

static void
test_rows_fold (Fixture *f, gconstpointer data)
{
  assert_rows (f, "Phase A B C D");
  way_task_rows_set_expanded (f->rows, f->phase, FALSE);
  assert_rows (f, "Phase D");
  g_assert_cmpuint (way_task_rows_find (f->rows, f->b), ==, WAY_TASK_ROWS_NONE);
  g_assert_cmpuint (f->last_removed, ==, 3);
  g_assert_cmpuint (f->last_added, ==, 0);

  way_task_rows_reveal (f->rows, f->b);
  assert_rows (f, "Phase A B C D");
  way_task_rows_collapse_to (f->rows, 1);
  assert_rows (f, "Phase D");
  way_task_rows_expand_all (f->rows);
  assert_rows (f, "Phase A B C D");
}

/* The chart borrows the rows until it is told of others. */
static void
test_rows_stay_where_they_are (Fixture *f, gconstpointer data)
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
  assert_rows (f, "Phase D");
}

static void
test_rows_follow_the_plan (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_task_rows_refresh (f->rows);
  g_assert_cmpuint (f->n_signals, ==, 0); /* nothing changed, nothing told */

  way_outline_move_down (f->document, &f->a, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  assert_rows (f, "Phase B A C D");
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_cmpuint (f->last_removed, ==, 2); /* the smallest range: A and B */

  way_outline_delete (f->document, &f->phase, 1, &error);
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  assert_rows (f, "D");
  way_document_undo (f->document, &error);
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  assert_rows (f, "Phase B A C D");
}

static void
test_rows_filter_keeps_parents (Fixture *f, gconstpointer data)
{
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.text = g_strdup ("c");
  way_task_rows_collapse_to (f->rows, 1);
  way_task_rows_set_filter (f->rows, &filter);
  assert_rows (f, "Phase C"); /* what matches is seen, although its parent was folded */
  g_assert_cmpuint (way_task_rows_get_n_matches (f->rows), ==, 1);
  g_assert_true (way_task_rows_is_match (f->rows, f->c));
  g_assert_false (way_task_rows_is_match (f->rows, f->phase));

  way_task_filter_clear (&filter);
  way_task_rows_set_filter (f->rows, &filter);
  assert_rows (f, "Phase D");
  g_assert_cmpuint (way_task_rows_get_n_matches (f->rows), ==, 5);
  g_assert_true (way_task_rows_is_match (f->rows, f->phase));
}

static void
test_rows_collapse_to_a_level (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  WayTask *deep = way_outline_append_child (f->document, f->b, "Deep", &error);

  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  assert_rows (f, "Phase A B Deep C D");
  way_task_rows_collapse_to (f->rows, 2);
  assert_rows (f, "Phase A B C D");
  way_task_rows_collapse_to (f->rows, 1);
  assert_rows (f, "Phase D");
  way_task_rows_reveal (f->rows, deep);
  assert_rows (f, "Phase A B Deep C D");
}

/* Children are sorted inside their parent, and all of it can be taken back. */
static void
test_rows_sort (Fixture *f, gconstpointer data)
{
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_TITLE, TRUE);
  assert_rows (f, "Phase C B A D");
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_DURATION, FALSE);
  assert_rows (f, "D Phase B C A"); /* D is shorter than the phase; B and C are alike */
  way_task_rows_set_expanded (f->rows, f->phase, FALSE);
  assert_rows (f, "D Phase");
  way_task_rows_set_expanded (f->rows, f->phase, TRUE);
  way_task_rows_set_sort (f->rows, WAY_TASK_COLUMN_NONE, FALSE);
  assert_rows (f, "Phase A B C D");
}

static void
assert_titles (Fixture *f, const char *titles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < way_task_rows_get_n (f->rows); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            way_task_rows_get_title (way_task_rows_get (f->rows, i)));
  g_assert_cmpstr (text->str, ==, titles);
  g_assert_cmpuint (f->mirror->len, ==, way_task_rows_get_n (f->rows));
}

static void
test_rows_group (Fixture *f, gconstpointer data)
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
  assert_rows (f, "Phase A B C D");
}

/* Every field that is not the machine's own has a column, once. */
static void
test_columns_come_from_the_fields (Fixture *f, gconstpointer data)
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
test_columns_compare_with_the_baseline (Fixture *f, gconstpointer data)
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
test_cells (Fixture *f, gconstpointer data)
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

static const WayShift *
shift_of (WayGanttDrag *drag, WayTask *task)
{
  return way_shifts_find (way_gantt_drag_get_shifts (drag), task);
}

/* What stands beside the pointer, line by line. */
static char *
info_of (WayGanttDrag *drag, gboolean *refused)
{
  GPtrArray *lines = way_gantt_drag_get_lines (drag, refused);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const WayDragLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s\n", line->bad ? "! " : "", line->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_info (WayGanttDrag *drag, const char *part)
{
  gboolean refused;
  g_autofree char *info = info_of (drag, &refused);

  if (strstr (info, part) == NULL)
    g_error ("no “%s” in “%s”", part, info);
}

static void
test_drag_can_be_let_go (Fixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  g_autofree char *before = way_plan_to_text (plan);
  g_autofree char *after = NULL;
  WayGanttDrag *drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  gboolean refused;

  way_gantt_drag_to (drag, MONDAY + 2 * WAY_DAY, WAY_DAY);
  g_assert_nonnull (shift_of (drag, f->a));
  g_assert_cmpint (shift_of (drag, f->b)->new_start - shift_of (drag, f->b)->old_start, ==,
                   4 * WAY_DAY); /* Thursday 08:00 to Monday: over the weekend */
  g_assert_null (shift_of (drag, f->d));
  way_gantt_drag_get_lines (drag, &refused);
  assert_info (drag, "1 other task moves");
  g_assert_false (refused);
  way_gantt_drag_free (drag);

  after = way_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (way_document_in_scope (f->document));
}

static void
test_drag_moves (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + 5 * WAY_DAY, WAY_DAY);
  way_gantt_drag_to (drag, MONDAY + WAY_DAY + 100, WAY_DAY); /* rounds to a day */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_true (way_gantt_drag_was_committed (drag));
  g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpint (f->a->constraint_type, ==, WAY_CONSTRAINT_SNET);
  g_assert_nonnull (strstr (message, "Moved “A” by +1"));
  g_assert_nonnull (strstr (message, "Pinned"));
  g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Move “A”");
  g_assert_true (way_document_undo (f->document, &error)); /* the whole gesture is one step */
  g_assert_cmpint (f->a->start, ==, MONDAY);
  g_assert_cmpint (f->a->constraint_type, ==, WAY_CONSTRAINT_ASAP);
}

static void
test_drag_leaves_no_idle_pin (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->b, 1, f->b->start);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, f->b->start - 2 * WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_false (way_gantt_drag_was_committed (drag));
  g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_ASAP);
  g_assert_nonnull (strstr (message, "stays"));
}

static void
test_drag_resizes (Fixture *f, gconstpointer data)
{
  WayGanttDrag *drag = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, &f->a, 1, f->a->finish);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, f->a->finish + 4 * WAY_DAY, WAY_DAY); /* Wednesday to Sunday: Friday */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->duration, ==, 5 * 480);
  way_gantt_drag_free (drag);

  drag = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, &f->a, 1, f->a->finish);
  way_gantt_drag_to (drag, f->a->start - 9 * WAY_DAY, WAY_DAY);
  g_clear_pointer (&message, g_free);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->duration, ==, 60); /* a bar never turns into a point by accident */
  way_gantt_drag_free (drag);
}

static void
test_drag_start_keeps_the_finish (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_START, &f->a, 1, MONDAY);
  WayMoment finish = f->a->finish;
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpint (f->a->finish, ==, finish);
  g_assert_cmpint (f->a->duration, ==, 2 * 480);
}

static void
test_drag_progress (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_PROGRESS, &f->a, 1, MONDAY);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + WAY_DAY + 240, WAY_DAY); /* 12 of 24 hours */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->percent_complete, ==, 50);
}

static void
test_drag_link_refuses_a_loop (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new_link (f->document, f->b, TRUE);
  g_autofree char *message = NULL;
  GError *error = NULL;
  gboolean refused;
  g_autofree char *info = NULL;

  way_gantt_drag_link_to (drag, f->a, FALSE);
  info = info_of (drag, &refused);
  g_assert_true (refused);
  g_assert_nonnull (strstr (info, "A"));
  g_assert_nonnull (strstr (info, "B"));
  g_assert_false (way_gantt_drag_drop (drag, &message, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  way_gantt_drag_link_to (drag, f->c, TRUE);
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_false (refused);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->c->finish, ==, f->b->finish); /* from finish to finish: FF */
}

/* What follows is pushed, or stays while a lag takes it up: a lead here. */
static void
test_drag_keeps_followers (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  WayLink *link = g_ptr_array_index (
      way_plan_peek_records (way_document_get_plan (f->document), &way_link_type), 0);
  WayMoment b_start = f->b->start;
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  g_assert_nonnull (shift_of (drag, f->b));
  way_gantt_drag_set_keep (drag, TRUE);
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY); /* the same place: the key makes the step */
  g_assert_null (shift_of (drag, f->b));
  assert_info (drag, "The lag of 1 link takes it up");
  assert_info (drag, "What follows stays");
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpint (f->b->start, ==, b_start);
  g_assert_cmpint (link->lag, ==, -480);
  g_assert_nonnull (strstr (message, "lag of 1 link"));
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_cmpint (link->lag, ==, 0);
}

/* A phase takes its tasks along, also as one of several; what a link moves anyway gets no pin. */
static void
test_movers (Fixture *f, gconstpointer data)
{
  WayTask *both[] = { f->phase, f->d };
  g_autoptr (GPtrArray) of_phase = way_gantt_find_movers (f->document, f->phase, &f->phase, 1);
  g_autoptr (GPtrArray) of_both = way_gantt_find_movers (f->document, f->d, both, 2);
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  g_assert_cmpuint (of_phase->len, ==, 3);
  g_assert_true (of_phase->pdata[0] == f->phase && of_phase->pdata[1] == f->a
                 && of_phase->pdata[2] == f->c);
  g_assert_cmpuint (of_both->len, ==, 3);
  g_assert_true (of_both->pdata[0] == f->d && of_both->pdata[2] == f->c);

  drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, (WayTask **)of_phase->pdata, of_phase->len,
                             MONDAY);
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->phase->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpuint (way_gantt_drag_get_pinned (drag)->len, ==, 2);
  g_assert_cmpstr (message, ==, "Moved “Phase” by +1\u2009d. Its first tasks are pinned there.");
}

static void
test_drag_says_when_nothing_happens (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, &f->a, 1, f->a->finish);
  gint64 seq = way_document_get_undo_seq (f->document);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, f->a->finish + 900, 1); /* into the night: no work */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_false (way_gantt_drag_was_committed (drag));
  g_assert_cmpint (way_document_get_undo_seq (f->document), ==, seq);
  g_assert_cmpstr (message, ==, "");
}

static void
test_drag_of_a_fact_ends_today (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;
  gboolean refused;

  way_document_begin (f->document, "Status");
  way_document_set_int (f->document,
                        WAY_RECORD (way_plan_get_project (way_document_get_plan (f->document))),
                        "status_date", MONDAY + 2 * WAY_DAY);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_true (way_task_edit_complete (f->document, f->a, 50, &error));
  drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  way_gantt_drag_to (drag, MONDAY + 3 * WAY_DAY, WAY_DAY);
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_true (refused);
  assert_info (drag, "after the status date");
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_false (refused);
  assert_info (drag, "corrects its actual start");
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->actual_start, ==, MONDAY + WAY_DAY);
}

static void
test_drag_reddens_a_missed_deadline (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  GError *error = NULL;

  way_document_begin (f->document, "Deadline");
  way_document_set_int (f->document, WAY_RECORD (f->b), "deadline", f->b->finish);
  g_assert_true (way_document_commit (f->document, &error));
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  assert_info (drag, "! “B” misses its deadline");
}

static void
test_draw_a_task (Fixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new_task (f->document, f->a, MONDAY + 2 * WAY_DAY);
  g_autofree char *message = NULL;
  GError *error = NULL;
  WayTask *task;
  gboolean refused;

  way_gantt_drag_to (drag, MONDAY + 5 * WAY_DAY - 600, WAY_DAY); /* Wednesday to Friday evening */
  assert_info (drag, "New task from Wed 6 May to Fri 8 May");
  g_assert_false (way_document_in_scope (f->document));
  way_gantt_drag_to (drag, MONDAY + 3 * WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  task = way_gantt_drag_get_task (drag);
  g_assert_cmpint (task->start, ==, MONDAY + 2 * WAY_DAY);
  g_assert_cmpint (task->duration, ==, 2 * 480);
  g_assert_nonnull (strstr (message, "Pinned"));
  way_task_rows_refresh (f->rows);
  assert_rows (f, "Phase A New task B C D"); /* directly below the row that was drawn on */
  g_assert_true (way_document_undo (f->document, &error));
  way_task_rows_refresh (f->rows);
  assert_rows (f, "Phase A B C D");

  g_clear_pointer (&drag, way_gantt_drag_free);
  drag = way_gantt_drag_new_task (f->document, f->phase, MONDAY + 5 * WAY_DAY - 480);
  way_gantt_drag_to (drag, MONDAY + 6 * WAY_DAY - 480, WAY_DAY); /* a weekend */
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_true (refused);
  way_gantt_drag_to (drag, MONDAY + 7 * WAY_DAY + 60, WAY_DAY);
  g_clear_pointer (&message, g_free);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  assert_rows (f, "Phase New task A B C D"); /* below a phase it belongs to it */
  g_assert_cmpint (way_gantt_drag_get_task (drag)->parent, ==, WAY_RECORD (f->phase)->id);
}

/* Dragging @task with the pointer at @at rows and that deep: "below P before Q at depth". */
static char *
drop_of (Fixture *f, WayTask *task, double at, int depth)
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
test_row_drop (Fixture *f, gconstpointer data)
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
    { f->phase, 2.6, 1, "- D 0 same" }, /* not into itself */
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
#define ADD(name, func) g_test_add ("/timeline/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rows/fold", test_rows_fold);
  ADD ("rows/stay-where-they-are", test_rows_stay_where_they_are);
  ADD ("rows/follow-the-plan", test_rows_follow_the_plan);
  ADD ("rows/filter-keeps-parents", test_rows_filter_keeps_parents);
  ADD ("rows/collapse-to-a-level", test_rows_collapse_to_a_level);
  ADD ("rows/sort", test_rows_sort);
  ADD ("rows/group", test_rows_group);
  ADD ("columns/come-from-the-fields", test_columns_come_from_the_fields);
  ADD ("columns/compare-with-the-baseline", test_columns_compare_with_the_baseline);
  ADD ("cells", test_cells);
  ADD ("drag/can-be-let-go", test_drag_can_be_let_go);
  ADD ("drag/moves", test_drag_moves);
  ADD ("drag/leaves-no-idle-pin", test_drag_leaves_no_idle_pin);
  ADD ("drag/resizes", test_drag_resizes);
  ADD ("drag/start-keeps-the-finish", test_drag_start_keeps_the_finish);
  ADD ("drag/progress", test_drag_progress);
  ADD ("drag/link-refuses-a-loop", test_drag_link_refuses_a_loop);
  ADD ("drag/keeps-followers", test_drag_keeps_followers);
  ADD ("drag/movers", test_movers);
  ADD ("drag/nothing-happens", test_drag_says_when_nothing_happens);
  ADD ("drag/facts-end-today", test_drag_of_a_fact_ends_today);
  ADD ("drag/missed-deadline", test_drag_reddens_a_missed_deadline);
  ADD ("drag/new-task", test_draw_a_task);
  ADD ("rows/drop", test_row_drop);
  return g_test_run ();
}
