/* test-journal.c: what the journal holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

static WayChangeset *
read_step (Fixture *f, gint64 seq)
{
  g_autoptr (GError) error = NULL;
  WayChangeset *changeset = way_store_read_changeset (f->store, seq, &error);

  g_assert_no_error (error);
  return changeset;
}

static guint
count_edits (WayChangeset *changeset, WayEditKind kind)
{
  guint n = 0;

  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    n += way_changeset_get_edit (changeset, i)->kind == kind;
  return n;
}

static WayRecord *
task_at (WayPlan *plan, guint index)
{
  return way_plan_peek_records (plan, &way_task_type)->pdata[index];
}

/* A create stores no values, nor do the sets that follow it in its changeset. */
static void
test_create (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) read = NULL;

  fill (f, 10);
  read = read_step (f, 1);
  g_assert_cmpuint (count_edits (read, WAY_EDIT_CREATE), ==, 2 + 10 + 9);
  g_assert_cmpuint (count_edits (read, WAY_EDIT_SET), ==, 0);
  g_assert_null (way_changeset_get_edit (read, 0)->image);
}

static void
test_set (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) edit = way_changeset_new ("Move “Ä”", WAY_ORIGIN_LEVELLING);
  g_autoptr (WayChangeset) read = NULL;
  const WayEdit *first;

  fill (f, 2);
  g_free (edit->author);
  edit->author = g_strdup ("Ana");
  edit->time = 1234567890;
  set_text (edit, f->plan, task_at (f->plan, 0), "title", "New");
  set_int (edit, f->plan, task_at (f->plan, 0), "deadline", way_moment (2026, 5, 4, 12, 0));
  set_int (edit, f->plan, task_at (f->plan, 1), "parent", task_at (f->plan, 0)->id);
  commit (f, edit);
  reopen (f);
  read = read_step (f, 2);
  g_assert_cmpstr (read->label, ==, "Move “Ä”");
  g_assert_cmpstr (read->author, ==, "Ana");
  g_assert_cmpint (read->time, ==, 1234567890);
  g_assert_cmpint (read->origin, ==, WAY_ORIGIN_LEVELLING);
  g_assert_cmpint (read->reverts, ==, 0);
  g_assert_cmpuint (way_changeset_get_n_edits (read), ==, 3);
  first = way_changeset_get_edit (read, 0);
  g_assert_cmpint (first->kind, ==, WAY_EDIT_SET);
  g_assert_cmpstr (first->field->name, ==, "title");
  g_assert_cmpstr (first->before.s, ==, "Task 1");
  g_assert_cmpstr (first->after.s, ==, "New");
  g_assert_true (way_changeset_get_edit (read, 1)->before.i == WAY_NEVER);
  g_assert_cmpint (way_changeset_get_edit (read, 1)->after.i, ==, way_moment (2026, 5, 4, 12, 0));
  g_assert_cmpint (way_changeset_get_edit (read, 2)->before.i, ==, 0);
}

/* A delete holds the record once, and only what differs from the defaults. */
static void
test_delete (Fixture *f, gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  fill (f, 3);
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (WayChangeset) make = way_changeset_new ("Make", WAY_ORIGIN_EDIT);
      g_autoptr (WayChangeset) drop = way_changeset_new ("Drop", WAY_ORIGIN_EDIT);
      g_autoptr (WayChangeset) read = NULL;
      g_autoptr (WayImage) image = NULL;
      WayRecord *record;

      make_random (make, f->plan, &way_resource_type, rand);
      make_random (make, f->plan, &way_baseline_type, rand);
      record = make_random (make, f->plan, types[i], rand);
      commit (f, make);
      image = way_image_new (record);
      drop_record (drop, f->plan, record);
      commit (f, drop);
      read = read_step (f, drop->seq);
      g_assert_cmpuint (way_changeset_get_n_edits (read), ==, 1);
      g_assert_true (way_image_equal (image, way_changeset_get_edit (read, 0)->image));
    }
  assert_sound (f->store);
}

static void
test_delete_of_defaults (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) make = way_changeset_new ("Make", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) drop = way_changeset_new ("Drop", WAY_ORIGIN_EDIT);
  sqlite3 *db = NULL;
  sqlite3_stmt *images = NULL;
  WayRecord *record;

  fill (f, 1);
  record = make_record (make, f->plan, &way_task_type);
  set_int (make, f->plan, record, "priority", 7);
  commit (f, make);
  drop_record (drop, f->plan, record);
  commit (f, drop);
  sqlite3_open (f->path, &db);
  sqlite3_prepare_v2 (db, "SELECT image FROM edit WHERE kind = 2", -1, &images, NULL);
  g_assert_cmpint (sqlite3_step (images), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (images, 0), ==, "{\"priority\":7}");
  sqlite3_finalize (images);
  sqlite3_close (db);
}

/* Made and thrown away in one step: neither row nor journal know of it. */
static void
test_create_and_delete (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) both = way_changeset_new ("Both", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) read = NULL;
  g_autoptr (WayPlan) again = NULL;
  WayRecord *passing;

  fill (f, 2);
  passing = make_record (both, f->plan, &way_task_type);
  set_text (both, f->plan, passing, "title", "Passing");
  set_int (both, f->plan, task_at (f->plan, 0), "duration", 60);
  drop_record (both, f->plan, passing);
  commit (f, both);
  read = read_step (f, 2);
  g_assert_cmpuint (way_changeset_get_n_edits (read), ==, 1);
  again = load_plan (f->store);
  assert_same_plan (f->plan, again);
  assert_sound (f->store);
}

/* Deleted and made again under the same id, as undoing twice in one step does. */
static void
test_delete_and_create (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) both = way_changeset_new ("Both", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) read = NULL;
  g_autoptr (WayPlan) again = NULL;
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (WayImage) image = NULL;
  WayRecord *last;
  gint64 id;

  fill (f, 2);
  last = way_plan_peek_records (f->plan, &way_link_type)->pdata[0];
  id = last->id;
  image = way_image_new (last);
  record = way_image_to_record (image);
  drop_record (both, f->plan, last);
  way_plan_add (f->plan, record);
  way_changeset_add_create (both, &way_link_type, id, NULL);
  set_int (both, f->plan, record, "lag", 60);
  commit (f, both);
  read = read_step (f, 2);
  g_assert_cmpuint (way_changeset_get_n_edits (read), ==, 2);
  again = load_plan (f->store);
  assert_same_plan (f->plan, again);
  assert_sound (f->store);
}

static void
test_entries (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  const WayJournalEntry *entry;

  fill (f, 2);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("Step %d", i);
      g_autoptr (WayChangeset) edit = way_changeset_new (label, WAY_ORIGIN_UNDO);

      edit->reverts = way_store_get_seq (f->store);
      set_int (edit, f->plan, task_at (f->plan, 0), "duration", 100 + i);
      set_int (edit, f->plan, task_at (f->plan, 1), "duration", 100 + i);
      commit (f, edit);
    }
  all = way_store_read_journal (f->store, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 6);
  entry = all->pdata[5];
  g_assert_cmpint (entry->seq, ==, 6);
  g_assert_cmpint (entry->reverts, ==, 5);
  g_assert_cmpint (entry->origin, ==, WAY_ORIGIN_UNDO);
  g_assert_cmpuint (entry->n_edits, ==, 2);
  g_assert_cmpstr (entry->label, ==, "Step 4");
  some = way_store_read_journal (f->store, 2, 2, &error);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpint (((WayJournalEntry *) some->pdata[0])->seq, ==, 3);
  g_assert_null (way_store_read_changeset (f->store, 7, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_damaged_entry (Fixture *f, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE edit SET type = 'nonsense'",
    "UPDATE edit SET field = 'nonsense'",
    "UPDATE edit SET after = 'text' WHERE field = 'duration'",
    "UPDATE edit SET kind = 2, field = NULL, image = '{\"title\":'",
    "UPDATE edit SET kind = 2, field = NULL, image = '{\"title\":5}'",
    "UPDATE edit SET kind = 2, field = NULL, image = '[]'",
  };

  fill (f, 2);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);
      g_autofree char *sql = NULL;
      g_autoptr (GError) error = NULL;

      set_int (edit, f->plan, task_at (f->plan, 0), "duration", 100 + (gint64) i);
      commit (f, edit);
      sql = g_strdup_printf ("PRAGMA ignore_check_constraints = ON; %s%s seq = %d", damages[i],
                             strstr (damages[i], "WHERE") != NULL ? " AND" : " WHERE",
                             (int)edit->seq);
      meddle (f, sql);
      g_assert_null (way_store_read_changeset (f->store, edit->seq, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/create", test_create, NULL);
  ADD ("/journal/set", test_set, NULL);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/journal/delete/%u", seed);

      ADD (name, test_delete, GUINT_TO_POINTER (seed));
    }
  ADD ("/journal/delete-of-defaults", test_delete_of_defaults, NULL);
  ADD ("/journal/create-and-delete", test_create_and_delete, NULL);
  ADD ("/journal/delete-and-create", test_delete_and_create, NULL);
  ADD ("/journal/entries", test_entries, NULL);
  ADD ("/journal/damaged-entry", test_damaged_entry, NULL);
  return g_test_run ();
}
