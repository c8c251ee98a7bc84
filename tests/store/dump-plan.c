/* dump-plan.c: prints a plan as SQL, to make the fixture of a released version.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * dump-plan > tests/store/fixtures/version-N.sql, once, when version N is released. */

#include "plan-maker.h"

#include <sqlite3.h>
#include <stdio.h>

static void
commit_sample (WayStore *store)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autoptr (WayChangeset) all = way_changeset_new ("Make the plan", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) more = way_changeset_new ("Change the plan", WAY_ORIGIN_EDIT);
  g_autoptr (GError) error = NULL;
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);
  WayRecord *passing;

  all->time = more->time = 1760000000;
  fill_plan (all, plan, 3);
  make_random (all, plan, &way_baseline_type, rand);
  make_random (all, plan, &way_resource_type, rand);
  for (guint i = 1; i < n_types; i++) /* a plan has one project */
    make_random (all, plan, types[i], rand);
  passing = make_record (all, plan, &way_task_type);
  set_text (all, plan, passing, "title", "Passing");
  if (way_store_commit (store, plan, all, &error))
    {
      set_text (more, plan, way_plan_peek_records (plan, &way_task_type)->pdata[0], "title",
                "Design");
      drop_record (more, plan, passing);
      way_store_commit (store, plan, more, &error);
    }
  g_assert_no_error (error);
}

static void
dump_rows (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *rows = NULL;

  sqlite3_prepare_v2 (db, sql, -1, &rows, NULL);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      printf ("INSERT INTO \"%s\" VALUES (", table);
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          const char *text = (const char *) sqlite3_column_text (rows, i);
          char *quoted = sqlite3_column_type (rows, i) == SQLITE_TEXT ? sqlite3_mprintf ("%Q", text)
                         : sqlite3_column_type (rows, i) == SQLITE_FLOAT
                             ? sqlite3_mprintf ("%!.17g", sqlite3_column_double (rows, i))
                             : sqlite3_mprintf ("%s", text != NULL ? text : "NULL");

          printf ("%s%s", i > 0 ? ", " : "", quoted);
          sqlite3_free (quoted);
        }
      printf (");\n");
    }
  sqlite3_finalize (rows);
}

static void
dump (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *objects = NULL;

  sqlite3_open (path, &db);
  sqlite3_prepare_v2 (db, "SELECT name, sql, type FROM sqlite_schema WHERE sql IS NOT NULL", -1,
                      &objects, NULL);
  printf ("PRAGMA foreign_keys = OFF;\nBEGIN;\n");
  while (sqlite3_step (objects) == SQLITE_ROW)
    {
      printf ("%s;\n", sqlite3_column_text (objects, 1));
      if (g_str_equal (sqlite3_column_text (objects, 2), "table"))
        dump_rows (db, (const char *) sqlite3_column_text (objects, 0));
    }
  printf ("COMMIT;\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\n",
          WAY_STORE_APPLICATION_ID, WAY_STORE_SCHEMA_VERSION);
  sqlite3_finalize (objects);
  sqlite3_close (db);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "Sample.waymark", NULL);
  g_autoptr (WayStore) store = way_store_create (path, &error);

  g_assert_no_error (error);
  commit_sample (store);
  g_clear_object (&store);
  dump (path);
  remove_folder (folder);
  return 0;
}
