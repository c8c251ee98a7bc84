/* test-open.c: files that are no plan, damaged, newer or hostile.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

static void
write_file (Fixture *f, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;

  close_store (f);
  g_file_set_contents (f->path, content, length, &error);
  g_assert_no_error (error);
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  close_store (f);
  g_unlink (f->path);
  assert_refused (f, WAY_ERROR_NOT_FOUND, "Plan.waymark");
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  close_store (f);
  g_unlink (f->path);
  g_mkdir (f->path, 0700);
  assert_refused (f, WAY_ERROR_IO, "directory");
  g_rmdir (f->path);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  write_file (f, "", 0);
  assert_refused (f, WAY_ERROR_FORMAT, "not a Waymark plan");
}

static void
test_garbage (Fixture *f, gconstpointer data)
{
  g_autofree char *garbage = g_malloc (50000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 50000; i++)
    garbage[i] = (char) g_rand_int (rand);
  write_file (f, garbage, 50000);
  assert_refused (f, WAY_ERROR_FORMAT, "recovered into a new file");
}

/* A file that only says it is SQLite, of this application. */
static void
test_garbage_with_header (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autofree char *content = NULL;
  gsize length;

  fill (f, 300);
  close_store (f);
  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  for (gsize i = 100; i < length; i++)
    content[i] = (char) g_rand_int (rand);
  write_file (f, content, (gssize) length);
  assert_refused (f, WAY_ERROR_FORMAT, "recovered into a new file");
}

/* Whatever length is left: a message, never a crash. */
static void
test_truncated (Fixture *f, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  fill (f, 300);
  close_store (f);
  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  for (gsize keep = 64; keep < length; keep += length / 23)
    {
      write_file (f, content, (gssize) keep);
      assert_refused (f, WAY_ERROR_FORMAT, "recovered into a new file");
    }
}

/* One page of noise anywhere: refused, or harmless, never a crash. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *whole = NULL;
  gsize length;
  int refused = 0, total = 0;

  fill (f, 300);
  close_store (f);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (gsize page = 4096; page < length; page += 4096, total++)
    {
      g_autofree char *content = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (WayStore) store = NULL;
      g_autoptr (WayPlan) plan = way_plan_new ();

      for (int i = 0; i < 4096; i++)
        content[page + (gsize) i] = (char) g_rand_int (rand);
      write_file (f, content, (gssize) length);
      store = way_store_open (f->path, &error);
      if (store == NULL || !way_store_load (store, plan, &error))
        {
          g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
          refused++;
        }
    }
  g_assert_cmpint (refused, ==, total);
}

static void
test_foreign_database (Fixture *f, gconstpointer data)
{
  close_store (f);
  g_unlink (f->path);
  meddle (f, "CREATE TABLE task (id INTEGER PRIMARY KEY); PRAGMA user_version = 1");
  assert_refused (f, WAY_ERROR_FORMAT, "not a Waymark plan");
  /* It was not touched: no log, no journal, the same mode. */
  meddle (f, "PRAGMA application_id = 0x57415931");
  assert_refused (f, WAY_ERROR_FORMAT, "not a Waymark plan");
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *newer = g_strdup_printf ("PRAGMA user_version = %d", WAY_STORE_SCHEMA_VERSION + 1);

  fill (f, 3);
  close_store (f);
  meddle (f, newer);
  assert_refused (f, WAY_ERROR_NEWER, "newer Waymark");
  meddle (f, "PRAGMA user_version = -1");
  assert_refused (f, WAY_ERROR_FORMAT, "not a Waymark plan");
}

static void
test_hostile_schema (Fixture *f, gconstpointer data)
{
  static const char *const attacks[] = {
    "CREATE TRIGGER evil AFTER UPDATE ON task BEGIN DELETE FROM journal; END",
    "CREATE VIEW evil AS SELECT 1",
    "ALTER TABLE task RENAME TO real_task; CREATE VIEW task AS SELECT * FROM real_task",
    "CREATE VIRTUAL TABLE evil USING fts5 (a)",
  };

  fill (f, 3);
  close_store (f);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
      meddle (f, attacks[i]);
      assert_refused (f, WAY_ERROR_FORMAT, "was not opened");
      write_file (f, content, (gssize) length);
    }
}

/* A column or table that this version does not know would be lost: the file stays as it is. */
static void
test_unknown_parts (Fixture *f, gconstpointer data)
{
  static const char *const changes[] = {
    "CREATE TABLE other (a)",
    "ALTER TABLE task ADD COLUMN colour TEXT",
    "ALTER TABLE task ADD COLUMN later INTEGER AS (duration * 2)",
  };

  fill (f, 3);
  close_store (f);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *content = NULL;
      g_autofree char *after = NULL;
      gsize length, length_before, length_after;

      g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
      meddle (f, changes[i]);
      g_assert_true (g_file_get_contents (f->path, &before, &length_before, NULL));
      assert_refused (f, WAY_ERROR_FORMAT, "not known");
      g_assert_true (g_file_get_contents (f->path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
      write_file (f, content, (gssize) length);
    }
}

/* A CHECK that calls a function, and an index on an expression: made anew, never run. */
static void
test_foreign_constraints (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlan) again = NULL;

  fill (f, 3);
  close_store (f);
  meddle (f,
          "CREATE INDEX evil ON task (abs (duration)); DROP INDEX edit_by_record;"
          "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql,"
          " '\"title\" TEXT', '\"title\" TEXT CHECK (abs (random ()) < 5)') WHERE name = 'task'");
  reopen (f);
  again = load_plan (f->store);
  assert_same_plan (f->plan, again);
  assert_sound (f->store);
}

/* Values that no form would have let through: table, row and column are named. */
static void
test_bad_values (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sql, *told;
  } cases[] = {
    { "UPDATE task SET percent_complete = 101", "percent_complete" },
    { "UPDATE task SET constraint_type = 99", "constraint_type" },
    { "UPDATE task SET deadline = 9000000000000", "deadline" },
    { "UPDATE task SET title = CAST (x'ff41' AS TEXT)", "title" },
    { "UPDATE task SET title = 'a' || char (0) || 'b'", "title" },
    { "UPDATE task SET story_points = 9e999", "story_points" },
    { "UPDATE link SET successor = 4711", "successor" },
    { "UPDATE link SET successor = (SELECT id FROM project)", "successor" },
    { "UPDATE link SET successor = NULL", "“link” 5: “successor” is empty" },
    { "UPDATE link SET predecessor = NULL WHERE id = 7", "“link” 7: “predecessor” is empty" },
    { "INSERT INTO assignment (id, task) VALUES (90, 3)", "“assignment” 90: “resource” is empty" },
    { "INSERT INTO exception (id) VALUES (90)", "“exception” 90: “calendar” is empty" },
    { "INSERT INTO baseline_value (id, task) VALUES (90, 3)", "“baseline_value” 90: “baseline”" },
    { "UPDATE task SET parent = id WHERE id = 4", "“task” 4: “parent” leads in a circle" },
    { "UPDATE task SET parent = CASE id WHEN 3 THEN 4 WHEN 4 THEN 6 ELSE 4 END",
      "“task” 4: “parent” leads in a circle" },
    { "UPDATE project SET id = (SELECT max (id) FROM task)", "number" },
    { "UPDATE project SET id = -5", "project" },
  };

  fill (f, 3);
  close_store (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = NULL;
      g_autofree char *sql = g_strdup_printf (
          "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; %s", cases[i].sql);
      g_autoptr (GError) error = NULL;
      g_autoptr (WayStore) store = NULL;
      g_autoptr (WayPlan) plan = way_plan_new ();
      gsize length;

      g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
      meddle (f, sql);
      store = way_store_open (f->path, &error);
      g_assert_no_error (error);
      g_assert_false (way_store_load (store, plan, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].told));
      g_assert_nonnull (strstr (error->message, "Plan.waymark"));
      g_clear_object (&store);
      write_file (f, content, (gssize) length);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *data = use_own_data_folder ();
  int failed;

  g_test_init (&argc, &argv, NULL);
  ADD ("/open/missing", test_missing, NULL);
  ADD ("/open/folder", test_folder, NULL);
  ADD ("/open/empty", test_empty, NULL);
  ADD ("/open/garbage", test_garbage, NULL);
  ADD ("/open/garbage-with-header", test_garbage_with_header, NULL);
  ADD ("/open/truncated", test_truncated, NULL);
  ADD ("/open/damaged", test_damaged, NULL);
  ADD ("/open/foreign-database", test_foreign_database, NULL);
  ADD ("/open/newer", test_newer, NULL);
  ADD ("/open/hostile-schema", test_hostile_schema, NULL);
  ADD ("/open/unknown-parts", test_unknown_parts, NULL);
  ADD ("/open/foreign-constraints", test_foreign_constraints, NULL);
  ADD ("/open/bad-values", test_bad_values, NULL);
  failed = g_test_run ();
  remove_folder (g_steal_pointer (&data));
  return failed;
}
