/* test-edits.c: edit scopes, undo, and what hands do to tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "model/way-error.h"

#include <string.h>

/* Monday 4 May 2026, 08:00. */
#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define DAY_AT(day, hour) way_moment (2026, 5, day, hour, 0)

typedef struct
{
  WayDocument *document;
  WayTask *a, *b, *c;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->a = way_outline_insert (f->document, NULL, "A", &error);
  f->b = way_outline_insert (f->document, f->a, "B", &error);
  f->c = way_outline_insert (f->document, f->b, "C", &error);
  g_assert_no_error (error);
  g_assert_true (way_task_edit_duration (f->document, f->a, 3 * 480, WAY_UNIT_DAYS, &error));
  g_assert_nonnull (way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
assert_outline (WayDocument *document, const char *expected)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];

      g_assert_cmpint (task->row, ==, i);
      for (gint64 k = 0; k < task->depth; k++)
        g_string_append_c (text, '.');
      g_string_append_printf (text, "%s ", WAY_RECORD (task)->title);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_schedule_follows_links (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (f->a->start, ==, MONDAY);
  g_assert_cmpint (f->a->finish, ==, DAY_AT (6, 17));
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));
  g_assert_true (f->a->critical);
  g_assert_true (f->b->critical);
  g_assert_false (f->c->critical);
  g_assert_cmpint (f->c->total_float, ==, 3 * 480);
}

static void
test_undo_redo (Fixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  g_autofree char *before = way_plan_to_text (plan);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  GError *error = NULL;

  g_assert_true (way_outline_delete (f->document, &f->a, 1, &error));
  g_assert_no_error (error);
  assert_outline (f->document, "B C ");
  g_assert_cmpint (way_plan_peek_records (plan, &way_link_type)->len, ==, 0);
  g_assert_cmpint (f->b->start, ==, MONDAY);
  after = way_plan_to_text (plan);

  g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Delete “A”");
  g_assert_true (way_document_undo (f->document, &error));
  undone = way_plan_to_text (plan);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));

  g_assert_cmpstr (way_document_get_redo_label (f->document), ==, "Delete “A”");
  g_assert_true (way_document_redo (f->document, &error));
  redone = way_plan_to_text (plan);
  g_assert_cmpstr (redone, ==, after);
  g_assert_no_error (error);

  while (way_document_can_undo (f->document))
    g_assert_true (way_document_undo (f->document, &error));
  assert_outline (f->document, "");
  while (way_document_can_redo (f->document))
    g_assert_true (way_document_redo (f->document, &error));
  assert_outline (f->document, "B C ");
}

/* Three days from Tuesday, moved to Friday: over the weekend, and three days still. */
static void
test_move_keeps_the_work (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_document_begin (f->document, "By hand");
  way_document_set_int (f->document, WAY_RECORD (f->b), "manual", TRUE);
  way_document_set_int (f->document, WAY_RECORD (f->b), "manual_start", DAY_AT (5, 8));
  way_document_set_int (f->document, WAY_RECORD (f->b), "manual_finish", DAY_AT (7, 17));
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_true (way_task_edit_start (f->document, f->b, DAY_AT (8, 8), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->b->start, ==, DAY_AT (8, 8));
  g_assert_cmpint (f->b->finish, ==, DAY_AT (12, 17));
}

static void
test_failed_commit_leaves_nothing (Fixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  g_autofree char *before = way_plan_to_text (plan);
  g_autofree char *after = NULL;
  GError *error = NULL;

  way_document_begin (f->document, "Nonsense");
  way_document_set_text (f->document, WAY_RECORD (f->b), "title", "Renamed");
  way_document_create_record (f->document, &way_resource_type); /* has no title */
  way_document_delete (f->document, WAY_RECORD (f->a));
  way_document_set_int (f->document, WAY_RECORD (f->b), "percent_complete", 101);
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);

  after = way_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (way_document_in_scope (f->document));
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));
}

static void
test_inner_rollback_takes_the_outer_along (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_document_begin (f->document, "Outer");
  way_document_set_text (f->document, WAY_RECORD (f->b), "title", "Renamed");
  way_document_begin (f->document, "Inner");
  way_document_rollback (f->document);
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpstr (WAY_RECORD (f->b)->title, ==, "B");
}

static void
test_preview_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) shifts = NULL;
  const WayShift *shift;
  GError *error = NULL;

  way_document_begin (f->document, "Drag");
  g_assert_true (way_task_edit_duration (f->document, f->a, 4 * 480, WAY_UNIT_DAYS, &error));
  shifts = way_document_preview (f->document);
  g_assert_cmpint (shifts->len, ==, 2);
  shift = &g_array_index (shifts, WayShift, 1);
  g_assert_true (shift->task == f->b);
  g_assert_cmpint (shift->old_start, ==, DAY_AT (7, 8));
  g_assert_cmpint (shift->new_start, ==, DAY_AT (8, 8));
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));
  way_document_rollback (f->document);

  way_document_begin (f->document, "Nothing");
  g_clear_pointer (&shifts, g_array_unref);
  shifts = way_document_preview (f->document);
  g_assert_cmpint (shifts->len, ==, 0);
  way_document_rollback (f->document);
}

static guint
count_shifts (WayDocument *document)
{
  g_autoptr (GArray) shifts = way_document_preview (document);

  return shifts->len;
}

/* Each try counts from the plan as it was, and the last one is what a commit takes. */
static void
test_start_over (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_document_begin (f->document, "Drag");
  g_assert_true (way_task_edit_duration (f->document, f->a, 4 * 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpuint (count_shifts (f->document), ==, 2);
  way_document_start_over (f->document);
  g_assert_true (way_document_in_scope (f->document));
  g_assert_cmpint (f->a->duration, ==, 3 * 480);
  g_assert_cmpuint (count_shifts (f->document), ==, 0);

  g_assert_true (way_task_edit_duration (f->document, f->a, 5 * 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpuint (count_shifts (f->document), ==, 2);
  way_document_start_over (f->document);
  g_assert_true (way_task_edit_duration (f->document, f->b, 3 * 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpuint (count_shifts (f->document), ==, 1);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpint (f->a->duration, ==, 3 * 480);
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));

  way_document_begin (f->document, "Drag");
  g_assert_true (way_task_edit_duration (f->document, f->a, 4 * 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpuint (count_shifts (f->document), ==, 2);
  way_document_start_over (f->document);
  way_document_rollback (f->document);
  way_document_begin (f->document, "Nothing");
  g_assert_cmpuint (count_shifts (f->document), ==, 0);
  way_document_rollback (f->document);
}

static void
test_move_pins_and_frees (Fixture *f, gconstpointer data)
{
  WayEffect effect;
  GError *error = NULL;

  g_assert_true (way_task_edit_start (f->document, f->b, DAY_AT (9, 0), &effect, &error));
  g_assert_cmpint (effect, ==, WAY_EFFECT_PINNED);
  g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_SNET);
  g_assert_cmpint (f->b->start, ==, DAY_AT (11, 8)); /* the 9th is a Saturday */

  g_assert_true (way_task_edit_start (f->document, f->b, DAY_AT (5, 8), &effect, &error));
  g_assert_cmpint (effect, ==, WAY_EFFECT_FREED);
  g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_ASAP);
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));

  g_assert_true (way_task_edit_start (f->document, f->b, DAY_AT (5, 8), &effect, &error));
  g_assert_cmpint (effect, ==, WAY_EFFECT_NONE);
  g_assert_no_error (error);
}

static void
test_finish_changes_duration (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (way_task_edit_finish (f->document, f->a, DAY_AT (11, 17), NULL, &error));
  g_assert_cmpint (f->a->duration, ==, 6 * 480);
  g_assert_cmpint (f->b->start, ==, DAY_AT (12, 8));
  g_assert_false (way_task_edit_finish (f->document, f->a, DAY_AT (1, 17), NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
}

static void
test_progress_makes_facts (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (way_task_edit_complete (f->document, f->a, 50, &error));
  g_assert_cmpint (f->a->actual_start, ==, MONDAY);
  g_assert_cmpint (f->a->state, ==, WAY_STATE_IN_PROGRESS);
  g_assert_true (way_task_edit_complete (f->document, f->a, 100, &error));
  g_assert_cmpint (f->a->actual_finish, ==, DAY_AT (6, 17));
  g_assert_cmpint (f->a->state, ==, WAY_STATE_DONE);
  g_assert_true (way_task_edit_complete (f->document, f->a, 0, &error));
  g_assert_cmpint (f->a->actual_start, ==, WAY_NEVER);
  g_assert_cmpint (f->a->actual_finish, ==, WAY_NEVER);
  g_assert_no_error (error);
}

static void
test_summary_cannot_contain_its_predecessor (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  /* A → B, and A would contain B */
  g_assert_false (way_outline_indent (f->document, (WayTask *[]) { f->b, f->c }, 2, NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  assert_outline (f->document, "A B C ");
}

static gboolean
is_not (WayTask *task, gpointer hidden)
{
  return task != hidden;
}

/* A row moves past those that are not shown, to where the user sees it; and goes below the row
 * that is seen above it. */
static void
test_moves_pass_hidden_rows (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (way_task_edit_predecessors (f->document, f->b, "", &error));
  g_assert_true (way_outline_move_up (f->document, &f->c, 1, is_not, f->b, &error));
  assert_outline (f->document, "C A B ");
  g_assert_true (way_outline_move_down (f->document, &f->c, 1, is_not, f->a, &error));
  assert_outline (f->document, "A B C ");
  g_assert_true (way_outline_move_up (f->document, &f->b, 1, is_not, f->a, &error));
  assert_outline (f->document, "A B C "); /* nothing that is seen stands before it */
  g_assert_true (way_outline_indent (f->document, &f->c, 1, is_not, f->b, &error));
  assert_outline (f->document, "A .C B ");
  g_assert_no_error (error);
}

static void
test_indent_outdent_keep_the_order (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  WayTask *d = way_outline_insert (f->document, NULL, "D", &error);

  g_assert_true (way_task_edit_predecessors (f->document, f->b, "", &error));
  g_assert_true (way_outline_indent (f->document, (WayTask *[]) { f->b, f->c, d }, 3, NULL, NULL, &error));
  assert_outline (f->document, "A .B .C .D ");
  g_assert_true (f->a->summary);
  g_assert_true (way_task_edit_complete (f->document, f->b, 100, &error));
  g_assert_cmpint (f->a->complete, ==, 33);

  g_assert_true (way_outline_outdent (f->document, &f->c, 1, &error));
  assert_outline (f->document, "A .B C .D ");
  g_assert_true (way_outline_move_up (f->document, &f->c, 1, NULL, NULL, &error));
  assert_outline (f->document, "C .D A .B ");
  g_assert_true (way_outline_move_down (f->document, &f->c, 1, NULL, NULL, &error));
  assert_outline (f->document, "A .B C .D ");
  g_assert_true (way_outline_place (f->document, d, f->a, f->b, &error));
  assert_outline (f->document, "A .D .B C ");
  for (int i = 0; i < 50; i++) /* gaps between ranks run out */
    {
      g_assert_true (way_outline_place (f->document, d, f->a, NULL, &error));
      g_assert_true (way_outline_place (f->document, f->b, f->a, d, &error));
      assert_outline (f->document, "A .B .D C ");
      g_assert_true (way_outline_place (f->document, d, f->a, f->b, &error));
      assert_outline (f->document, "A .D .B C ");
    }
  g_assert_no_error (error);
}

static void
test_first_below (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_nonnull (way_outline_prepend_child (f->document, f->c, "D", &error));
  g_assert_nonnull (way_outline_prepend_child (f->document, f->c, "E", &error));
  g_assert_no_error (error);
  assert_outline (f->document, "A B C .E .D ");
}

static void
test_rows_are_taken_elsewhere (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  WayTask *d = way_outline_insert (f->document, f->c, "D", &error);

  g_assert_true (way_outline_move_to (f->document, (WayTask *[]) { d, f->c }, 2, NULL, f->a, &error));
  assert_outline (f->document, "C D A B ");
  g_assert_true (way_outline_move_to (f->document, &f->c, 1, f->a, NULL, &error));
  assert_outline (f->document, "D A .C B ");
  g_assert_true (way_outline_move_to (f->document, (WayTask *[]) { f->a, f->c }, 2, NULL, NULL, &error));
  assert_outline (f->document, "D B A .C "); /* what goes along with its parent stays below it */
  g_assert_true (way_outline_move_to (f->document, (WayTask *[]) { d, f->b }, 2, NULL, f->b, &error));
  assert_outline (f->document, "D B A .C "); /* before one of themselves: before what follows it */
  g_assert_false (way_outline_can_move_to (f->document, &f->a, 1, f->c, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  g_assert_false (way_outline_move_to (f->document, &f->a, 1, f->c, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  g_assert_false (way_document_in_scope (f->document));
}

/* What a drop would be refused for is known before, and asking leaves no trace. */
static void
test_rows_that_cannot_go (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  WayTask *d = way_outline_insert (f->document, f->c, "D", &error);
  gint64 seq;

  /* A is linked to B, so neither may contain the other. */
  g_assert_false (way_outline_can_move_to (f->document, &f->b, 1, f->a, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  /* D is below C and leads to B: B below C would wait for itself once C leads to A. */
  g_assert_true (way_outline_move_to (f->document, &d, 1, f->c, NULL, &error));
  g_assert_nonnull (way_task_link (f->document, f->c, f->a, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error));
  seq = way_document_get_undo_seq (f->document);
  g_assert_false (way_outline_can_move_to (f->document, &f->b, 1, f->c, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "loop"));
  g_clear_error (&error);
  g_assert_true (way_outline_can_move_to (f->document, &f->c, 1, NULL, &error));
  g_assert_true (way_outline_can_move_to (f->document, &d, 1, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (way_document_in_scope (f->document));
  g_assert_cmpint (way_document_get_undo_seq (f->document), ==, seq);
  assert_outline (f->document, "A B C .D ");
  g_assert_true (way_task_edit_duration (f->document, d, 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpint (f->b->start, ==, DAY_AT (8, 8));
}

/* A pin becomes a lag of the link that drives; without a link it stays a pin. */
static void
test_pin_becomes_lag (Fixture *f, gconstpointer data)
{
  WayLink *link = g_ptr_array_index (
      way_plan_peek_records (way_document_get_plan (f->document), &way_link_type), 0);
  WayEffect effect;
  GError *error = NULL;

  g_assert_true (way_task_edit_start (f->document, f->b, f->b->start + 4 * WAY_DAY, &effect, &error));
  g_assert_cmpint (effect, ==, WAY_EFFECT_PINNED);
  g_assert_cmpint (f->b->start, ==, DAY_AT (11, 8));
  g_assert_true (way_task_can_pin_to_lag (f->document, f->b));
  g_assert_true (way_task_pin_to_lag (f->document, f->b, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->b->start, ==, DAY_AT (11, 8));
  g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_ASAP);
  g_assert_cmpint (link->lag, ==, 2 * 480); /* Thursday and Friday */
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_true (way_task_is_pinned (f->b));
  g_assert_cmpint (link->lag, ==, 0);

  g_assert_true (way_task_edit_start (f->document, f->c, DAY_AT (12, 8), &effect, &error));
  g_assert_false (way_task_can_pin_to_lag (f->document, f->c));
  g_assert_false (way_task_pin_to_lag (f->document, f->c, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (way_task_is_pinned (f->c));
  g_assert_false (way_document_in_scope (f->document));
}

static void
test_lags_keep_followers (Fixture *f, gconstpointer data)
{
  WayLink *link = g_ptr_array_index (
      way_plan_peek_records (way_document_get_plan (f->document), &way_link_type), 0);
  WayMoment b_start = f->b->start;
  GError *error = NULL;

  for (int days = 1; days <= 5; days += 2) /* 3 d, then shorter and longer */
    {
      way_document_begin (f->document, "Resize");
      g_assert_true (way_task_edit_duration (f->document, f->a, days * 480, WAY_UNIT_DAYS, &error));
      g_assert_cmpuint (way_task_keep_followers (f->document, &f->a, 1), ==, 1);
      g_assert_true (way_document_commit (f->document, &error));
      g_assert_no_error (error);
      g_assert_cmpint (f->b->start, ==, b_start);
      g_assert_cmpint (link->lag, ==, (3 - days) * 480);
    }
  /* A follower that something else holds is no business of the lag. */
  g_assert_true (way_task_edit_start (f->document, f->b, DAY_AT (25, 8), NULL, &error));
  way_document_begin (f->document, "Resize");
  g_assert_true (way_task_edit_duration (f->document, f->a, 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpuint (way_task_keep_followers (f->document, &f->a, 1), ==, 0);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpint (f->b->start, ==, DAY_AT (25, 8));
}

static void
test_assign (Fixture *f, gconstpointer data)
{
  WayRecord *ana;
  g_autofree char *text = NULL;
  GError *error = NULL;

  way_document_begin (f->document, "Ana");
  ana = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, ana, "title", "Ana");
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_null (way_task_find_assignment (f->document, f->a, WAY_RESOURCE (ana)));
  g_assert_nonnull (way_task_assign (f->document, f->a, WAY_RESOURCE (ana), 50, &error));
  g_assert_nonnull (way_task_find_assignment (f->document, f->a, WAY_RESOURCE (ana)));
  g_assert_nonnull (way_task_assign (f->document, f->a, WAY_RESOURCE (ana), 80, &error));
  text = way_task_format_resources (f->document, f->a);
  g_assert_cmpstr (text, ==, "Ana [80%]");
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_null (way_task_find_assignment (f->document, f->a, WAY_RESOURCE (ana)));
}

static void
test_below_itself_is_refused (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (way_outline_place (f->document, f->c, f->b, NULL, &error));
  g_assert_false (way_outline_place (f->document, f->b, f->c, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  assert_outline (f->document, "A B .C ");
}

static void
test_cycle_is_refused_and_named (Fixture *f, gconstpointer data)
{
  g_autofree char *cycle = NULL;
  GError *error = NULL;

  g_assert_true (way_link_would_cycle (f->document, f->b, f->a, &cycle));
  g_assert_nonnull (strstr (cycle, "“A”"));
  g_assert_nonnull (strstr (cycle, "“B”"));
  g_assert_null (way_task_link (f->document, f->b, f->a, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  g_assert_false (way_link_would_cycle (f->document, f->b, f->c, NULL));
}

static void
test_predecessors_as_text (Fixture *f, gconstpointer data)
{
  g_autofree char *plain = way_task_format_predecessors (f->document, f->b);
  g_autofree char *typed = NULL;
  GError *error = NULL;

  g_assert_cmpstr (plain, ==, "1");
  g_assert_true (way_task_edit_predecessors (f->document, f->c, "1ss + 2d; 2FF-1w", &error));
  typed = way_task_format_predecessors (f->document, f->c);
  g_assert_cmpstr (typed, ==, "1SS+2d; 2FF−1w");
  g_assert_false (way_task_edit_predecessors (f->document, f->c, "9", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (way_task_edit_predecessors (f->document, f->a, "2; 3", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  g_assert_false (way_document_in_scope (f->document));
}

static void
test_holiday_moves_the_schedule (Fixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  WayRecord *exception;
  GError *error = NULL;

  way_document_begin (f->document, "Holiday");
  exception = way_document_create_record (f->document, &way_exception_type);
  way_document_set_int (f->document, exception, "calendar", way_plan_get_default_calendar (plan));
  way_document_set_int (f->document, exception, "first_day", DAY_AT (5, 0));
  way_document_set_int (f->document, exception, "last_day", DAY_AT (5, 0));
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->finish, ==, DAY_AT (7, 17));
  g_assert_false (way_document_is_working_day (f->document, 0, DAY_AT (5, 0)));
  g_assert_true (way_document_is_working_day (f->document, 0, DAY_AT (6, 0)));
}

static void
test_calendar_without_time_is_refused (Fixture *f, gconstpointer data)
{
  const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday" };
  WayPlan *plan = way_document_get_plan (f->document);
  WayRecord *calendar = way_plan_lookup (plan, way_plan_get_default_calendar (plan));
  GError *error = NULL;

  way_document_begin (f->document, "Never work");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    way_document_set_text (f->document, calendar, days[i], "-");
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Standard"));
  g_clear_error (&error);
  g_assert_cmpint (f->a->finish, ==, DAY_AT (6, 17));
}

static void
test_baseline_is_kept (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (way_baseline_save (f->document, 0, "First", &error));
  g_assert_true (way_task_edit_duration (f->document, f->a, 480, WAY_UNIT_DAYS, &error));
  g_assert_cmpint (way_baseline_get_value (f->document, 0, f->a)->finish, ==, DAY_AT (6, 17));
  g_assert_true (way_baseline_save (f->document, 0, "Second", &error));
  g_assert_no_error (error);
  g_assert_cmpint (way_baseline_get_value (f->document, 0, f->a)->finish, ==, DAY_AT (4, 17));
  g_assert_null (way_baseline_get_value (f->document, 1, f->a));
}

static void
test_latest_baseline (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  g_assert_null (way_baseline_get_latest (f->document));
  g_assert_true (way_baseline_save (f->document, 3, "First", &error));
  g_assert_true (way_baseline_save (f->document, 1, "Second", &error));
  g_assert_cmpint (way_baseline_get_latest (f->document)->slot, ==, 1);
  way_document_begin (f->document, "Long ago");
  way_document_set_int (f->document, WAY_RECORD (way_baseline_get (f->document, 1)), "taken",
                        DAY_AT (2, 8));
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpint (way_baseline_get_latest (f->document)->slot, ==, 3);
}

static void
test_typed_values (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_document_begin (f->document, "Type");
  g_assert_true (way_document_set_typed (f->document, WAY_RECORD (f->a), "duration", "2w", &error));
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpint (f->a->duration, ==, 2 * 2400);
  g_assert_cmpint (f->a->duration_unit, ==, WAY_UNIT_WEEKS);

  way_document_begin (f->document, "Type");
  g_assert_false (way_document_set_typed (f->document, WAY_RECORD (f->a), "duration", "soon", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  way_document_rollback (f->document);
  g_assert_cmpint (f->a->duration, ==, 2 * 2400);
}

#define ADD(name, function) g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

/* The outline has a deepest level; rows that would go below it stay where they are, alone or
 * below the one that is moved. */
static void
test_deepest_level (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *row = f->a, *above, *moved[] = { f->c };

  for (int level = 2; level <= WAY_OUTLINE_LEVELS_MAX; level++)
    g_assert_nonnull (row = way_outline_append_child (f->document, row, "Below", NULL));
  g_assert_null (way_outline_append_child (f->document, row, "Too deep", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“Too deep” in row 301 "));
  g_clear_error (&error);
  g_assert_nonnull (way_outline_append_child (f->document, f->c, "Under C", NULL));
  above = way_plan_lookup_task (way_document_get_plan (f->document), row->parent);
  g_assert_false (way_outline_place (f->document, f->c, above, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“Under C”"));
  g_assert_cmpint (f->c->depth, ==, 0);
  g_assert_true (way_outline_indent (f->document, moved, 1, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("deepest-level", test_deepest_level);
  ADD ("schedule-follows-links", test_schedule_follows_links);
  ADD ("undo-redo", test_undo_redo);
  ADD ("move-keeps-the-work", test_move_keeps_the_work);
  ADD ("failed-commit-leaves-nothing", test_failed_commit_leaves_nothing);
  ADD ("inner-rollback", test_inner_rollback_takes_the_outer_along);
  ADD ("preview-changes-nothing", test_preview_changes_nothing);
  ADD ("start-over", test_start_over);
  ADD ("move-pins-and-frees", test_move_pins_and_frees);
  ADD ("finish-changes-duration", test_finish_changes_duration);
  ADD ("progress-makes-facts", test_progress_makes_facts);
  ADD ("summary-cannot-contain-its-predecessor", test_summary_cannot_contain_its_predecessor);
  ADD ("indent-outdent", test_indent_outdent_keep_the_order);
  ADD ("moves-pass-hidden-rows", test_moves_pass_hidden_rows);
  ADD ("outline/first-below", test_first_below);
  ADD ("outline/move-to", test_rows_are_taken_elsewhere);
  ADD ("outline/cannot-move-to", test_rows_that_cannot_go);
  ADD ("pin-to-lag", test_pin_becomes_lag);
  ADD ("keep-followers", test_lags_keep_followers);
  ADD ("assign", test_assign);
  ADD ("below-itself", test_below_itself_is_refused);
  ADD ("cycle-refused", test_cycle_is_refused_and_named);
  ADD ("predecessors-as-text", test_predecessors_as_text);
  ADD ("holiday", test_holiday_moves_the_schedule);
  ADD ("calendar-without-time", test_calendar_without_time_is_refused);
  ADD ("baseline", test_baseline_is_kept);
  ADD ("baseline/latest", test_latest_baseline);
  ADD ("typed-values", test_typed_values);
  return g_test_run ();
}
