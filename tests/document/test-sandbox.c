/* test-sandbox.c: what is tried in a sandbox is what the plan becomes, exactly, or is listed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edits.h"

#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "store/way-changeset-json.h"

#include <glib/gstdio.h>
#include <string.h>

#define STEPS 40

static WayDocument *
new_plan (void)
{
  WayDocument *document = way_document_new ("Plan", way_moment (2026, 1, 5, 8, 0));
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Status date");
  way_document_set_int (document,
                        WAY_RECORD (way_plan_get_project (way_document_get_plan (document))),
                        "status_date", way_moment (2026, 5, 4, 0, 0));
  way_document_commit (document, &error);
  g_assert_no_error (error);
  return document;
}

static WayTask *
add_task (WayDocument *document, const char *title)
{
  g_autoptr (GError) error = NULL;
  WayRecord *task;

  way_document_begin (document, "Add");
  task = way_document_create_record (document, &way_task_type);
  way_document_set_text (document, task, "title", title);
  way_document_commit (document, &error);
  g_assert_no_error (error);
  return WAY_TASK (task);
}

static void
set_int (WayDocument *document, gint64 id, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Set");
  way_document_set_int (document, way_plan_lookup (way_document_get_plan (document), id), field,
                        value);
  way_document_commit (document, &error);
  g_assert_no_error (error);
}

static void
delete (WayDocument *document, gint64 id)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Delete");
  way_document_delete (document, way_plan_lookup (way_document_get_plan (document), id));
  way_document_commit (document, &error);
  g_assert_no_error (error);
}

/* Stamps and numbers are the plan's to give; the random steps put anything into them. */
static char *
text_without_stamps (WayDocument *document)
{
  g_autofree char *text = stored_text (document);
  g_autoptr (GRegex) stamps
      = g_regex_new (" (created|updated|number)=-?[0-9]+", G_REGEX_DEFAULT, 0, NULL);

  return g_regex_replace_literal (stamps, text, -1, 0, "", 0, NULL);
}

/* By way of the text in which a request keeps it. */
static WayChangeset *
changeset_of (WayDocument *sandbox)
{
  g_autoptr (WayChangeset) made = way_sandbox_get_changeset (sandbox, "Proposal");
  g_autofree char *json = way_changeset_to_json (made);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  WayChangeset *read = way_changeset_from_json (json, "Proposal", &error);

  g_assert_no_error (error);
  again = way_changeset_to_json (read);
  g_assert_cmpstr (again, ==, json);
  return read;
}

static GPtrArray *
merge (WayDocument *document, const WayChangeset *changeset)
{
  g_autoptr (GPtrArray) foreseen = way_document_find_clashes (document, changeset);
  g_autoptr (GError) error = NULL;
  GPtrArray *clashes;

  way_document_begin_with_origin (document, changeset->label, WAY_ORIGIN_CHANGE_REQUEST);
  clashes = way_document_merge (document, changeset);
  way_document_commit (document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, foreseen->len);
  return clashes;
}

static void
assert_applied (WayDocument *document, WayDocument *sandbox)
{
  g_autofree char *stored = text_without_stamps (document);
  g_autofree char *expected = text_without_stamps (sandbox);
  g_autofree char *derived = derived_text (document);
  g_autofree char *derived_expected = derived_text (sandbox);

  assert_same_text (stored, expected);
  assert_same_text (derived, derived_expected);
}

/* Steps of every kind, some taken back, in a sandbox: the plan is untouched, then the same. */
static void
test_exact (gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (WayDocument) document = new_plan ();
  g_autoptr (WayDocument) sandbox = NULL;
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL, *derived = NULL, *untouched = NULL, *back = NULL;
  g_autofree char *derived_back = NULL;

  make_something_of_everything (document, rand);
  stored = stored_text (document);
  derived = derived_text (document);
  sandbox = way_document_new_sandbox (document);
  assert_applied (sandbox, document);
  for (int i = 0; i < STEPS; i++)
    {
      int dice = g_rand_int_range (rand, 0, 10);

      if (dice == 0)
        g_assert_true (way_document_undo (sandbox, &error));
      else if (dice == 1)
        g_assert_true (way_document_redo (sandbox, &error));
      else
        random_step (sandbox, rand);
    }
  untouched = stored_text (document);
  assert_same_text (untouched, stored);

  changeset = changeset_of (sandbox);
  clashes = merge (document, changeset);
  for (guint i = 0; i < clashes->len; i++)
    g_test_message ("%s", ((WayClash *) clashes->pdata[i])->text);
  g_assert_cmpuint (clashes->len, ==, 0);
  assert_applied (document, sandbox);

  way_document_undo (document, &error);
  g_assert_no_error (error);
  back = stored_text (document);
  derived_back = derived_text (document);
  assert_same_text (back, stored);
  assert_same_text (derived_back, derived);
}

static void
test_undone_is_nothing (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  WayTask *task = add_task (document, "Design");
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GError) error = NULL;

  set_int (sandbox, WAY_RECORD (task)->id, "duration", 960);
  delete (sandbox, WAY_RECORD (add_task (sandbox, "Second thoughts"))->id);
  delete (sandbox, WAY_RECORD (task)->id);
  way_document_undo (sandbox, &error);
  set_int (sandbox, WAY_RECORD (task)->id, "duration", task->duration);
  changeset = way_sandbox_get_changeset (sandbox, "Nothing");
  g_assert_cmpuint (way_changeset_get_n_edits (changeset), ==, 0);
  g_assert_true (way_document_is_sandbox (sandbox));
  g_assert_cmpint (way_sandbox_get_origin (sandbox), ==, way_document_get_seq (document));
}

static gpointer
copy_for_ever (gpointer data)
{
  g_autoptr (WayDocument) document = data;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (WayDocument) copy = way_document_new_sandbox (document);
      GPtrArray *tasks = way_plan_peek_records (way_document_get_plan (copy), &way_task_type);

      g_assert_cmpuint (tasks->len, ==, 1);
    }
  return NULL;
}

/* All is in one file once it is closed, while another thread still has the document. */
static void
test_close (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-close-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  g_autofree char *beside = g_strconcat (path, "-wal", NULL);
  WayDocument *document
      = way_document_create (path, "Plan", way_moment (2026, 1, 5, 8, 0), &error), *again;
  GThread *thread;

  g_assert_no_error (error);
  add_task (document, "Design");
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
  thread = g_thread_new ("copy", copy_for_ever, g_object_ref (document));
  way_document_close (document);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_thread_join (thread);
  g_assert_finalize_object (document);

  again = way_document_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
      way_plan_peek_records (way_document_get_plan (again), &way_task_type)->len, ==, 1);
  g_assert_finalize_object (again);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Three edits of one value are one; what is made and then changed is made as it is. */
static void
test_fewest_edits (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  WayTask *task = add_task (document, "Design");
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeset) changeset = NULL;
  const WayEdit *edit;

  for (gint64 days = 2; days < 5; days++)
    set_int (sandbox, WAY_RECORD (task)->id, "duration", days * 480);
  set_int (sandbox, WAY_RECORD (add_task (sandbox, "Build"))->id, "duration", 4800);
  changeset = changeset_of (sandbox);
  g_assert_cmpuint (way_changeset_get_n_edits (changeset), ==, 2);
  edit = way_changeset_get_edit (changeset, 0);
  g_assert_cmpint (edit->kind, ==, WAY_EDIT_CREATE);
  g_assert_cmpint (edit->image->values[way_record_type_field (edit->type, "duration")->index].i,
                   ==, 4800);
  edit = way_changeset_get_edit (changeset, 1);
  g_assert_cmpint (edit->kind, ==, WAY_EDIT_SET);
  g_assert_cmpint (edit->before.i, ==, 480);
  g_assert_cmpint (edit->after.i, ==, 4 * 480);
}

/* The plan has taken the ids meanwhile: new rows get others, and hang together as before. */
static void
test_ids_taken (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  WayTask *first = add_task (document, "First");
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  WayTask *added = add_task (sandbox, "Added");
  WayPlan *plan = way_document_get_plan (document);
  WayLink *link;
  WayRecord *child, *target;

  way_task_link (sandbox, way_plan_lookup_task (way_document_get_plan (sandbox),
                                                WAY_RECORD (first)->id),
                 added, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  child = WAY_RECORD (add_task (sandbox, "Child"));
  set_int (sandbox, child->id, "parent", WAY_RECORD (added)->id);
  changeset = changeset_of (sandbox);

  for (int i = 0; i < 5; i++)
    add_task (document, "Meanwhile");
  clashes = merge (document, changeset);
  g_assert_cmpuint (clashes->len, ==, 0);
  target = way_plan_find_by_title (plan, &way_task_type, "Added");
  g_assert_cmpint (target->id, !=, WAY_RECORD (added)->id);
  g_assert_cmpuint (way_plan_peek_records (plan, &way_link_type)->len, ==, 1);
  link = way_plan_peek_records (plan, &way_link_type)->pdata[0];
  g_assert_cmpint (link->successor, ==, target->id);
  g_assert_cmpint (link->predecessor, ==, WAY_RECORD (first)->id);
  g_assert_cmpint (WAY_TASK (way_plan_find_by_title (plan, &way_task_type, "Child"))->parent, ==,
                   target->id);
}

/* Numbers are said aloud: one that the plan gave to another meanwhile is not given again. */
static void
test_numbers_taken (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  WayDocument *both[] = { sandbox, document };
  WayPlan *plan = way_document_get_plan (document);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      WayRecord *milestone;
      g_autoptr (GError) error = NULL;

      way_document_begin (both[i], "Add");
      milestone = way_document_create_record (both[i], &way_milestone_type);
      way_document_set_text (both[i], milestone, "title", i == 0 ? "Proposed" : "Meanwhile");
      way_document_commit (both[i], &error);
      g_assert_no_error (error);
    }
  changeset = changeset_of (sandbox);
  clashes = merge (document, changeset);
  g_assert_cmpuint (clashes->len, ==, 0);
  g_assert_cmpint (way_plan_find_by_title (plan, &way_milestone_type, "Meanwhile")->number, ==, 1);
  g_assert_cmpint (way_plan_find_by_title (plan, &way_milestone_type, "Proposed")->number, ==, 2);
}

static const char *
clash_text (GPtrArray *clashes, guint index)
{
  g_assert_cmpuint (index, <, clashes->len);
  return ((WayClash *) clashes->pdata[index])->text;
}

/* Independent edits are merged, the rest is listed. */
static void
test_plan_moved_on (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  gint64 design = WAY_RECORD (add_task (document, "Design"))->id;
  gint64 build = WAY_RECORD (add_task (document, "Build"))->id;
  gint64 test = WAY_RECORD (add_task (document, "Test"))->id;
  gint64 gone = WAY_RECORD (add_task (document, "Gone"))->id;
  gint64 phase = WAY_RECORD (add_task (document, "Phase"))->id;
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  WayPlan *plan = way_document_get_plan (document);

  set_int (sandbox, design, "duration", 960);  /* the plan says something else */
  set_int (sandbox, build, "duration", 1440);  /* the plan changed something else */
  set_int (sandbox, test, "duration", 1920);   /* the plan says the same */
  set_int (sandbox, gone, "duration", 2400);
  delete (sandbox, phase);
  changeset = changeset_of (sandbox);

  set_int (document, design, "duration", 480 * 7);
  set_int (document, build, "priority", 700);
  set_int (document, test, "duration", 1920);
  delete (document, gone);
  set_int (document, WAY_RECORD (add_task (document, "Newcomer"))->id, "parent", phase);

  clashes = merge (document, changeset);
  g_assert_cmpuint (clashes->len, ==, 3);
  g_assert_nonnull (strstr (clash_text (clashes, 0), "T-1 “Design”, Duration:"));
  g_assert_cmpint (((WayClash *) clashes->pdata[0])->id, ==, design);
  g_assert_cmpstr (clash_text (clashes, 1), ==,
                   "T-4 “Gone” was deleted meanwhile: Duration cannot be changed.");
  g_assert_nonnull (strstr (clash_text (clashes, 2), "“Newcomer”"));
  g_assert_cmpint (way_plan_lookup_task (plan, design)->duration, ==, 480 * 7);
  g_assert_cmpint (way_plan_lookup_task (plan, build)->duration, ==, 1440);
  g_assert_cmpint (way_plan_lookup_task (plan, build)->priority, ==, 700);
  g_assert_cmpint (way_plan_lookup_task (plan, test)->duration, ==, 1920);
  g_assert_nonnull (way_plan_lookup_task (plan, phase));
}

/* Of many that no longer fit the first are told, by name, and the others counted. */
static void
test_many_clashes (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  gint64 tasks[13];
  g_autoptr (WayDocument) sandbox = NULL;
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = WAY_RECORD (add_task (document, "Gone"))->id;
  sandbox = way_document_new_sandbox (document);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    set_int (sandbox, tasks[i], "duration", 960);
  changeset = changeset_of (sandbox);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    delete (document, tasks[i]);
  clashes = merge (document, changeset);
  g_assert_cmpuint (clashes->len, ==, G_N_ELEMENTS (tasks));
  text = way_clashes_describe (clashes);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 11);
  g_assert_cmpstr (lines[9], ==,
                   "• T-10 “Gone” was deleted meanwhile: Duration cannot be changed.");
  g_assert_cmpstr (lines[10], ==, "… and 3 more");
}

/* A phase stays when one row in it has changed, and with it what would have gone along. */
static void
test_deletion_of_what_changed (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  gint64 phase = WAY_RECORD (add_task (document, "Phase"))->id;
  gint64 child = WAY_RECORD (add_task (document, "Child"))->id;
  g_autoptr (WayDocument) sandbox = NULL;
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;

  set_int (document, child, "parent", phase);
  sandbox = way_document_new_sandbox (document);
  delete (sandbox, phase);
  changeset = changeset_of (sandbox);
  g_assert_cmpuint (way_changeset_get_n_edits (changeset), ==, 2);
  set_int (document, child, "duration", 4800);
  clashes = merge (document, changeset);
  g_assert_cmpuint (clashes->len, ==, 2);
  g_assert_nonnull (way_plan_lookup (way_document_get_plan (document), child));
  g_assert_nonnull (way_plan_lookup (way_document_get_plan (document), phase));
}

/* What was to be added below a row that is gone, and what was to be added below that. */
static void
test_orphans (void)
{
  g_autoptr (WayDocument) document = new_plan ();
  gint64 phase = WAY_RECORD (add_task (document, "Phase"))->id;
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  WayTask *child = add_task (sandbox, "Child");

  set_int (sandbox, WAY_RECORD (add_task (sandbox, "Grandchild"))->id, "parent",
           WAY_RECORD (child)->id);
  set_int (sandbox, WAY_RECORD (child)->id, "parent", phase);
  changeset = changeset_of (sandbox);
  delete (document, phase);
  clashes = merge (document, changeset);
  g_assert_cmpuint (clashes->len, ==, 2);
  g_assert_cmpstr (clash_text (clashes, 0), ==,
                   "“Child” cannot be added: T-1 “Phase” was deleted meanwhile (Parent).");
  g_assert_cmpuint (way_plan_peek_records (way_document_get_plan (document), &way_task_type)->len,
                    ==, 0);
}

static void
test_damaged_text (void)
{
  static const char *const damaged[] = {
    "", "{}", "[1]", "[{}]", "[{\"set\":\"task\",\"id\":1}]",
    "[{\"create\":\"nothing\",\"id\":1}]", "[{\"delete\":\"task\",\"id\":-1,\"values\":{}}]",
    "[{\"set\":\"task\",\"id\":1,\"field\":\"start\",\"before\":1,\"after\":2}]",
    "[{\"set\":\"task\",\"id\":1,\"field\":\"title\",\"before\":1,\"after\":2}]",
    "[{\"create\":\"task\",\"id\":1,\"values\":[]}]", "[{\"create\":1,\"id\":1}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (way_changeset_from_json (damaged[i], "Damaged", &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/sandbox/exact/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_exact);
    }
  g_test_add_func ("/sandbox/undone-is-nothing", test_undone_is_nothing);
  g_test_add_func ("/sandbox/fewest-edits", test_fewest_edits);
  g_test_add_func ("/sandbox/ids-taken", test_ids_taken);
  g_test_add_func ("/sandbox/numbers-taken", test_numbers_taken);
  g_test_add_func ("/sandbox/plan-moved-on", test_plan_moved_on);
  g_test_add_func ("/sandbox/close", test_close);
  g_test_add_func ("/sandbox/many-clashes", test_many_clashes);
  g_test_add_func ("/sandbox/deletion-of-what-changed", test_deletion_of_what_changed);
  g_test_add_func ("/sandbox/orphans", test_orphans);
  g_test_add_func ("/sandbox/damaged-text", test_damaged_text);
  return g_test_run ();
}
