/* test-shared.c: several programs with one file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <unistd.h>

static WayRecord *
task_at (WayPlan *plan, guint index)
{
  return way_plan_peek_records (plan, &way_task_type)->pdata[index];
}

/* Two windows on one file. */
static void
test_two_stores (Fixture *f, gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) other = NULL;
  g_autoptr (WayPlan) plan = NULL;
  WayStore *stores[2];
  WayPlan *plans[2];

  fill (f, 5);
  other = way_store_open (f->path, &error);
  g_assert_no_error (error);
  plan = load_plan (other);
  stores[0] = f->store, stores[1] = other;
  plans[0] = f->plan, plans[1] = plan;
  for (int i = 0; i < 100; i++)
    {
      int who = g_rand_int_range (rand, 0, 2);
      g_autoptr (GPtrArray) news = NULL;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        {
          g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

          for (int k = 0; k < 4; k++)
            random_edit (edit, plans[who], rand);
          g_assert_false (way_store_changed_elsewhere (stores[who]));
          way_store_commit (stores[who], plans[who], edit, &error);
          g_assert_no_error (error);
        }
      g_assert_true (way_store_changed_elsewhere (stores[1 - who]));
      g_assert_true (way_store_changed_elsewhere (stores[1 - who]));
      news = way_store_read_new (stores[1 - who], &error);
      g_assert_no_error (error);
      g_assert_false (way_store_changed_elsewhere (stores[1 - who]));
      for (guint k = 0; k < news->len; k++)
        apply_changeset (plans[1 - who], news->pdata[k]);
      assert_same_plan (plans[0], plans[1]);
    }
  g_assert_cmpint (way_store_get_seq (stores[0]), ==, way_store_get_seq (stores[1]));
  assert_sound (other);
}

static void
test_conflict (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) other = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayPlan) file = NULL;
  g_autoptr (WayChangeset) theirs = way_changeset_new ("Theirs", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) ours = way_changeset_new ("Ours", WAY_ORIGIN_EDIT);

  fill (f, 3);
  other = way_store_open (f->path, &error);
  plan = load_plan (other);
  set_int (theirs, plan, task_at (plan, 0), "duration", 60);
  g_assert_true (way_store_commit (other, plan, theirs, &error));
  set_int (ours, f->plan, task_at (f->plan, 0), "duration", 90);
  g_assert_false (way_store_commit (f->store, f->plan, ours, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_cmpint (ours->seq, ==, 0);
  file = load_plan (other);
  assert_same_plan (plan, file);
}

/* A writer that holds the file for too long is waited for, then named. */
static void
test_locked (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);
  sqlite3 *db = NULL;

  fill (f, 2);
  sqlite3_open (f->path, &db);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  set_int (edit, f->plan, task_at (f->plan, 0), "duration", 60);
  g_assert_false (way_store_commit (f->store, f->plan, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "another program"));
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  commit (f, edit);
}

/* A create that is read while its record is gone again. */
static void
test_read_new_of_passing_record (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) other = NULL;
  g_autoptr (WayChangeset) make = way_changeset_new ("Make", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) drop = way_changeset_new ("Drop", WAY_ORIGIN_EDIT);
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (WayImage) defaults = NULL;
  WayRecord *record;

  fill (f, 2);
  other = way_store_open (f->path, &error);
  record = make_record (make, f->plan, &way_task_type);
  set_text (make, f->plan, record, "title", "Passing");
  commit (f, make);
  defaults = way_image_new_empty (&way_task_type, record->id);
  drop_record (drop, f->plan, record);
  commit (f, drop);
  news = way_store_read_new (other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (news->len, ==, 2);
  g_assert_true (way_image_equal (way_changeset_get_edit (news->pdata[0], 0)->image, defaults));
  g_assert_cmpint (way_store_get_seq (other), ==, 3);
}

/* Another program opens the plan, expects to see all of its history, and closes it. */
static void
visit_from_outside (Fixture *f)
{
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, way_store_get_seq (f->store));

  g_setenv ("STORE_TEST_PLAN", f->path, TRUE);
  g_setenv ("STORE_TEST_SEQ", seq, TRUE);
  g_test_trap_subprocess ("/shared/visitor/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
visitor (void)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *last = NULL;

  g_assert_cmpint (sqlite3_open (g_getenv ("STORE_TEST_PLAN"), &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT max(seq) FROM journal", -1, &last, NULL);
  g_assert_cmpint (sqlite3_step (last), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (last, 0), ==, g_getenv ("STORE_TEST_SEQ"));
  sqlite3_finalize (last);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
open_twice (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) second = way_store_open (f->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (second);
}

static void
recover_open (Fixture *f)
{
  g_autofree char *fresh = g_build_filename (f->folder, "Fresh.waymark", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (way_store_recover (f->path, fresh, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "is open"));
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

static void
back_up_open (Fixture *f)
{
  g_autofree char *copy = g_build_filename (f->folder, "Copy.waymark", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (way_store_backup (f->store, f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_true (way_store_backup (f->store, copy, NULL));
}

static void
open_by_link (Fixture *f)
{
  g_autofree char *name = g_build_filename (f->folder, "Link.waymark", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) second = NULL;

  g_assert_cmpint (symlink (f->path, name), ==, 0);
  second = way_store_open (name, &error);
  g_assert_no_error (error);
}

/* Whatever else is done with an open plan here, no other program takes it for unused: the log
 * stays, and what is committed next is in the plan. */
static void
test_locks_stay (Fixture *f, gconstpointer data)
{
  static void (*const deeds[]) (Fixture *) = { open_twice, recover_open, back_up_open,
                                               open_by_link };
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);

  fill (f, 3);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

      deeds[i](f);
      visit_from_outside (f);
      g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
      set_int (edit, f->plan, task_at (f->plan, 0), "duration", 60 + i);
      commit (f, edit);
      visit_from_outside (f);
    }
  /* Nobody has it open any more. */
  reopen (f);
  assert_sound (f->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/shared/two-stores/%u", seed);

      ADD (name, test_two_stores, GUINT_TO_POINTER (seed));
    }
  ADD ("/shared/conflict", test_conflict, NULL);
  ADD ("/shared/locks-stay", test_locks_stay, NULL);
  g_test_add_func ("/shared/visitor/subprocess", visitor);
  ADD ("/shared/locked", test_locked, NULL);
  ADD ("/shared/read-new-of-passing-record", test_read_new_of_passing_record, NULL);
  return g_test_run ();
}
