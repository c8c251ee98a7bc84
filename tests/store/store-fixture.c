/* store-fixture.c: a plan's file in a folder of its own, for each test.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

void
fixture_set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = make_folder ();
  f->path = g_build_filename (f->folder, "Plan.waymark", NULL);
  f->store = way_store_create (f->path, &error);
  g_assert_no_error (error);
  f->plan = way_plan_new ();
}

void
close_store (Fixture *f)
{
  if (f->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&f->store));
}

void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  close_store (f);
  g_clear_object (&f->plan);
  g_free (f->path);
  remove_folder (f->folder);
}

void
commit (Fixture *f, WayChangeset *changeset)
{
  g_autoptr (GError) error = NULL;

  way_store_commit (f->store, f->plan, changeset, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changeset->seq, ==, way_store_get_seq (f->store));
}

void
fill (Fixture *f, guint n_tasks)
{
  g_autoptr (WayChangeset) start = way_changeset_new ("Start", WAY_ORIGIN_EDIT);

  fill_plan (start, f->plan, n_tasks);
  commit (f, start);
}

void
reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  close_store (f);
  f->store = way_store_open (f->path, &error);
  g_assert_no_error (error);
}

void
meddle (Fixture *f, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 2000);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

void
assert_refused (Fixture *f, WayError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  WayStore *store = way_store_open (f->path, &error);

  g_assert_null (store);
  g_assert_error (error, WAY_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "Plan.waymark"));
  g_assert_nonnull (strstr (error->message, word));
}
