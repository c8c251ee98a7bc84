/* test-past.c: the plan as it was after any of its steps, over every record type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edits.h"

#include "model/way-error.h"

#include <glib/gstdio.h>

#define STEPS 40

typedef struct
{
  gint64 seq;
  char *stored, *derived;
} State;

static void
state_free (gpointer data)
{
  State *self = data;

  g_free (self->stored);
  g_free (self->derived);
  g_free (self);
}

static void
note (GPtrArray *states, WayDocument *document)
{
  State *state = g_new (State, 1);

  state->seq = way_document_get_seq (document);
  state->stored = stored_text (document);
  state->derived = derived_text (document);
  g_ptr_array_add (states, state);
}

static void
assert_past (WayDocument *document, const State *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) past = way_document_new_past (document, state->seq, &error);
  g_autofree char *stored = NULL;
  g_autofree char *derived = NULL;

  g_assert_no_error (error);
  stored = stored_text (past);
  derived = derived_text (past);
  assert_same_text (stored, state->stored);
  assert_same_text (derived, state->derived);
  g_assert_cmpint (way_document_get_past (past), !=, 0);
}

/* Some steps are undone, and some of those made again. */
static void
go_on (WayDocument *document, GRand *rand)
{
  int chance = g_rand_int_range (rand, 0, 6);

  if (chance == 0)
    way_document_undo (document, NULL);
  else if (chance == 1)
    way_document_redo (document, NULL);
  else
    random_step (document, rand);
}

static void
test_states (gconstpointer data)
{
  gboolean in_file = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (state_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-past-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  WayMoment start = way_moment (2026, 1, 5, 8, 0);
  WayDocument *document = in_file ? way_document_create (path, "Plan", start, &error)
                                  : way_document_new ("Plan", start);

  g_assert_no_error (error);
  way_document_begin (document, "Status date");
  way_document_set_int (document,
                        WAY_RECORD (way_plan_get_project (way_document_get_plan (document))),
                        "status_date", way_moment (2026, 5, 4, 0, 0));
  g_assert_true (way_document_commit (document, &error));
  make_something_of_everything (document, rand);
  note (states, document);
  for (int i = 0; i < STEPS; i++)
    {
      go_on (document, rand);
      note (states, document);
    }
  for (guint i = 0; i < states->len; i++)
    assert_past (document, states->pdata[i]);
  g_assert_cmpint (way_document_get_past (document), ==, 0);
  g_assert_finalize_object (document);
  g_assert_cmpint (in_file ? g_unlink (path) : 0, ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* It cannot be changed; a copy of it in a file can, from where it was. */
static void
test_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-past-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Copy.waymark", NULL);
  g_autoptr (WayDocument) document = way_document_new ("Plan", way_moment (2026, 1, 5, 8, 0));
  WayRecord *issue;
  WayDocument *past;
  gint64 then;

  way_document_begin (document, "Add");
  issue = way_document_create_record (document, &way_issue_type);
  way_document_set_text (document, issue, "title", "Water");
  g_assert_true (way_document_commit (document, &error));
  then = way_document_get_seq (document);
  way_document_begin (document, "Delete");
  way_document_delete (document, issue);
  g_assert_true (way_document_commit (document, &error));

  past = way_document_new_past (document, then, &error);
  g_assert_no_error (error);
  issue = way_plan_find_by_human_id (way_document_get_plan (past), "I-1");
  g_assert_cmpstr (issue->title, ==, "Water");
  g_assert_true (way_document_is_read_only (past));
  way_document_begin (past, "Rename");
  way_document_set_text (past, issue, "title", "Ice");
  g_assert_false (way_document_commit (past, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpstr (issue->title, ==, "Water");

  g_assert_true (way_document_save_as (past, path, &error));
  g_assert_no_error (error);
  /* What goes on from there reckons from today again. */
  g_assert_cmpint (way_plan_get_project (way_document_get_plan (past))->status_date, ==, WAY_NEVER);
  g_assert_false (way_document_is_read_only (past));
  g_assert_cmpint (way_document_get_past (past), ==, 0);
  way_document_begin (past, "Rename");
  way_document_set_text (past, issue, "title", "Ice");
  g_assert_true (way_document_commit (past, &error));
  g_assert_finalize_object (past);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/past/memory", GINT_TO_POINTER (FALSE), test_states);
  g_test_add_data_func ("/past/file", GINT_TO_POINTER (TRUE), test_states);
  g_test_add_func ("/past/copy", test_copy);
  return g_test_run ();
}
