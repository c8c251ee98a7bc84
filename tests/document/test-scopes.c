/* test-scopes.c: scopes that are given up, loops that are left out, and other programs on the file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define MONDAY way_moment (2026, 5, 4, 8, 0)

typedef struct
{
  WayDocument *document;
  WayRecord *a, *b, *c;
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->folder = g_dir_make_tmp ("waymark-scopes-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "Plan.waymark", NULL);
  f->document = way_document_create (f->path, "Plan", MONDAY, &error);
  g_assert_no_error (error);
  f->a = WAY_RECORD (way_outline_insert (f->document, NULL, "A", &error));
  f->b = WAY_RECORD (way_outline_insert (f->document, NULL, "B", &error));
  f->c = WAY_RECORD (way_outline_insert (f->document, NULL, "C", &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (f->document);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static WayRecord *
add_link (WayDocument *document, WayRecord *from, WayRecord *to)
{
  WayRecord *link = way_document_create_record (document, &way_link_type);

  way_document_set_int (document, link, "predecessor", from->id);
  way_document_set_int (document, link, "successor", to->id);
  return link;
}

static guint
count_ignored (WayDocument *document)
{
  g_autoptr (GPtrArray) ignored = way_document_get_ignored_links (document);

  return ignored->len;
}

static void
commit (WayDocument *document)
{
  GError *error = NULL;

  way_document_commit (document, &error);
  g_assert_no_error (error);
}

static void
preview (WayDocument *document)
{
  g_array_unref (way_document_preview (document));
}

static void
rename_record (WayDocument *document, WayRecord *record, const char *title)
{
  way_document_begin (document, "Rename");
  way_document_set_text (document, record, "title", title);
}

static void
test_left_out_link_stays_left_out (Fixture *f, gconstpointer data)
{
  WayRecord *closing;

  way_document_begin_with_origin (f->document, "Import", WAY_ORIGIN_IMPORT);
  add_link (f->document, f->a, f->b);
  closing = add_link (f->document, f->b, f->a);
  commit (f->document);
  g_assert_cmpuint (count_ignored (f->document), ==, 1);

  way_document_begin (f->document, "Try");
  way_document_set_int (f->document, closing, "successor", f->c->id);
  preview (f->document);
  way_document_rollback (f->document);
  g_assert_cmpuint (count_ignored (f->document), ==, 1);
  rename_record (f->document, f->a, "A2");
  commit (f->document);

  way_document_begin (f->document, "Mend");
  way_document_set_int (f->document, closing, "successor", f->c->id);
  commit (f->document);
  g_assert_cmpuint (count_ignored (f->document), ==, 0);
  g_assert_cmpint (WAY_TASK (f->c)->start, ==, way_moment (2026, 5, 6, 8, 0));
}

static void
test_one_loop_of_two_opens (Fixture *f, gconstpointer data)
{
  WayRecord *d = WAY_RECORD (way_outline_insert (f->document, NULL, "D", NULL));
  g_autoptr (GPtrArray) ignored = NULL;
  WayRecord *links[2], *kept;

  way_document_begin_with_origin (f->document, "Import", WAY_ORIGIN_IMPORT);
  links[0] = add_link (f->document, f->a, f->b);
  links[1] = add_link (f->document, f->b, f->a);
  add_link (f->document, f->c, d);
  add_link (f->document, d, f->c);
  commit (f->document);
  ignored = way_document_get_ignored_links (f->document);
  g_assert_cmpuint (ignored->len, ==, 2);

  kept = g_ptr_array_find (ignored, links[0], NULL) ? links[1] : links[0];
  way_document_begin (f->document, "Open one");
  way_document_delete (f->document, kept);
  commit (f->document);
  g_assert_cmpuint (count_ignored (f->document), ==, 1);
  g_assert_cmpint (MAX (WAY_TASK (f->a)->start, WAY_TASK (f->b)->start), ==,
                   way_moment (2026, 5, 5, 8, 0));
}

static void
test_loop_by_hand_is_refused (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  way_document_begin (f->document, "Loop");
  add_link (f->document, f->a, f->b);
  add_link (f->document, f->b, f->a);
  preview (f->document);
  way_document_work_between (f->document, 0, MONDAY, MONDAY + WAY_DAY);
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CYCLE);
  g_clear_error (&error);
  g_assert_cmpuint (count_ignored (f->document), ==, 0);
}

static void
test_answers_after_a_cancelled_link (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  way_task_link (f->document, WAY_TASK (f->a), WAY_TASK (f->b), WAY_LINK_FS, 0, WAY_UNIT_DAYS, NULL);
  before = way_document_explain (f->document, WAY_TASK (f->b));
  way_document_begin (f->document, "Drag");
  add_link (f->document, f->b, f->c);
  preview (f->document);
  way_document_rollback (f->document);
  after = way_document_explain (f->document, WAY_TASK (f->b));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (way_link_would_cycle (f->document, WAY_TASK (f->b), WAY_TASK (f->a), NULL));
}

static void
test_unfinished_scope_can_be_previewed (Fixture *f, gconstpointer data)
{
  way_document_begin (f->document, "Half a link");
  way_document_create_record (f->document, &way_link_type);
  preview (f->document);
  way_document_rollback (f->document);

  way_document_begin (f->document, "A loop of parents");
  way_document_set_int (f->document, f->a, "parent", f->b->id);
  way_document_set_int (f->document, f->b, "parent", f->a->id);
  preview (f->document);
  way_document_rollback (f->document);
  g_assert_cmpuint (way_plan_get_outline (way_document_get_plan (f->document))->len, ==, 3);
}

static void
test_rollback_brings_back_the_same_object (Fixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  WayMoment start = WAY_TASK (f->a)->start;

  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, f->a);
  way_document_rollback (f->document);
  g_assert_true (way_plan_lookup (plan, f->a->id) == f->a);
  g_assert_cmpint (WAY_TASK (f->a)->start, ==, start);
}

static void
test_nothing_leaves_no_trace (Fixture *f, gconstpointer data)
{
  gint64 seq = way_store_get_seq (way_document_get_store (f->document));

  way_document_begin (f->document, "Nothing");
  way_document_set_text (f->document, f->a, "title", "Z");
  way_document_set_text (f->document, f->a, "title", "A");
  way_document_delete (f->document, way_document_create_record (f->document, &way_task_type));
  commit (f->document);
  g_assert_cmpint (way_store_get_seq (way_document_get_store (f->document)), ==, seq);
  g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Add task");
}

static void
test_plan_data_cannot_be_deleted (Fixture *f, gconstpointer data)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (f->document));
  GError *error = NULL;

  way_document_begin (f->document, "Delete the plan");
  way_document_delete (f->document, WAY_RECORD (project));
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (way_plan_get_project (way_document_get_plan (f->document)) == project);
}

static void
test_edit_of_what_others_deleted (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (WayDocument) other = way_document_open (f->path, &error);

  g_assert_no_error (error);
  way_document_begin (other, "Delete");
  way_document_delete (other, way_plan_lookup (way_document_get_plan (other), f->a->id));
  commit (other);

  rename_record (f->document, f->a, "A2");
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "A"));
  g_clear_error (&error);
  rename_record (f->document, f->b, "B2");
  commit (f->document);
}

static void
test_copy_has_what_others_did (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  g_autofree char *copy = g_build_filename (f->folder, "Copy.waymark", NULL);
  g_autoptr (WayDocument) other = way_document_open (f->path, &error);

  g_assert_no_error (error);
  rename_record (other, way_plan_lookup (way_document_get_plan (other), f->a->id), "Renamed");
  commit (other);
  way_document_save_as (f->document, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (f->a->title, ==, "Renamed");
  g_assert_cmpstr (way_document_get_path (f->document), ==, copy);
}

static void
test_rows_in_the_middle_touch_few (Fixture *f, gconstpointer data)
{
  WayTask *last = WAY_TASK (f->a);

  for (int i = 0; i < 300; i++)
    last = way_outline_insert (f->document, i % 2 == 0 ? WAY_TASK (f->a) : last, "New", NULL);
  {
    gint64 seq = way_store_get_seq (way_document_get_store (f->document));
    g_autoptr (GPtrArray) entries =
        way_store_read_journal (way_document_get_store (f->document), seq - 300, 0, NULL);

    guint n_edits = 0;

    g_assert_cmpuint (entries->len, ==, 300);
    for (guint i = 0; i < entries->len; i++)
      n_edits += ((WayJournalEntry *) entries->pdata[i])->n_edits;
    g_assert_cmpuint (n_edits, <, 300 * 20); /* the 300 siblings are never numbered anew */
  }
}

static void
test_numbers_are_given_once (Fixture *f, gconstpointer data)
{
  WayRecord *first, *second;

  way_document_begin (f->document, "Milestone");
  first = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, first, "title", "First");
  commit (f->document);
  g_assert_cmpint (first->number, ==, 1);
  way_document_begin (f->document, "Replace");
  way_document_delete (f->document, first);
  second = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, second, "title", "Second");
  commit (f->document);
  g_assert_cmpint (second->number, ==, 2);
}

/* Of what was only tried nobody has seen the number: the next one gets it. */
static void
test_number_of_a_trial_is_given_again (Fixture *f, gconstpointer data)
{
  WayRecord *record;

  way_document_begin (f->document, "Try");
  for (guint i = 0; i < 3; i++)
    way_document_create_record (f->document, &way_milestone_type);
  way_document_rollback (f->document);
  way_document_begin (f->document, "Milestone");
  record = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, record, "title", "First");
  commit (f->document);
  g_assert_cmpint (record->number, ==, 1);
  g_assert_true (way_document_undo (f->document, NULL));
  way_document_begin (f->document, "Try");
  way_document_create_record (f->document, &way_milestone_type);
  way_document_rollback (f->document);
  g_assert_cmpint (way_plan_next_number (way_document_get_plan (f->document),
                                         &way_milestone_type), ==, 2);
}

#define ADD(name, function) g_test_add ("/scopes/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("left-out-link", test_left_out_link_stays_left_out);
  ADD ("two-loops", test_one_loop_of_two_opens);
  ADD ("loop-by-hand", test_loop_by_hand_is_refused);
  ADD ("cancelled-link", test_answers_after_a_cancelled_link);
  ADD ("unfinished-scope", test_unfinished_scope_can_be_previewed);
  ADD ("rollback-same-object", test_rollback_brings_back_the_same_object);
  ADD ("nothing", test_nothing_leaves_no_trace);
  ADD ("plan-data", test_plan_data_cannot_be_deleted);
  ADD ("deleted-by-others", test_edit_of_what_others_deleted);
  ADD ("copy", test_copy_has_what_others_did);
  ADD ("rows-in-the-middle", test_rows_in_the_middle_touch_few);
  ADD ("numbers", test_numbers_are_given_once);
  ADD ("number-of-a-trial", test_number_of_a_trial_is_given_again);
  return g_test_run ();
}
