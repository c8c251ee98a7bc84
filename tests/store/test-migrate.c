/* test-migrate.c: files of older versions, and the tables of this one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each released version leaves a fixture behind: fixtures/version-N.sql, made by dump-plan. */

#include "store-fixture.h"

#include "store/way-connection.h"
#include "store/way-migrate.h"
#include "store/way-schema.h"

static char *
read_fixture (int version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *sql = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  return sql;
}

/* The file of the fixture instead of an empty one. */
static void
use_version (Fixture *f, int version)
{
  g_autofree char *sql = read_fixture (version);

  close_store (f);
  g_unlink (f->path);
  meddle (f, sql);
}

static char *
dump_schema (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = way_connection_open (f->path, WAY_CONNECTION_READ, &error);
  char *dump = way_schema_dump (db, &error);

  g_assert_no_error (error);
  return dump;
}

static void
assert_current (Fixture *f)
{
  g_autofree char *dump = dump_schema (f);
  g_autofree char *expected = way_schema_expected ();

  g_assert_cmpstr (dump, ==, expected);
}

/* When this fails, a field was added or changed. Once the version is released: raise
 * WAY_STORE_SCHEMA_VERSION, keep the old fixture and add one for the new version. */
static void
test_version_is_frozen (Fixture *f, gconstpointer data)
{
  use_version (f, WAY_STORE_SCHEMA_VERSION);
  assert_current (f);
}

static void
test_every_version_opens (Fixture *f, gconstpointer data)
{
  for (int version = 1; version <= WAY_STORE_SCHEMA_VERSION; version++)
    {
      g_autoptr (WayPlan) plan = NULL;
      guint n_types;
      const WayRecordType **types = way_record_types (&n_types);

      use_version (f, version);
      reopen (f);
      assert_current (f);
      plan = load_plan (f->store);
      g_assert_cmpstr (WAY_RECORD (way_plan_get_project (plan))->title, ==, "Launch");
      for (guint i = 0; version == WAY_STORE_SCHEMA_VERSION && i < n_types; i++)
        g_assert_cmpuint (way_plan_peek_records (plan, types[i])->len, >, 0);
      assert_sound (f->store);
    }
}

/* Version 1 kept blockers as lines of text; the history of that field goes with it. */
static void
test_blockers_become_records (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *blockers;
  gint64 milestone;

  use_version (f, 1);
  meddle (f, "UPDATE milestone SET blockers = 'Boards are late' || char(10) || ' ' || char(10)"
             " || 'No “price” yet ';"
             "INSERT INTO edit SELECT max(seq), 900, 1, 'milestone', (SELECT id FROM milestone),"
             " 'blockers', '', 'x', NULL FROM journal");
  reopen (f);
  plan = load_plan (f->store);
  milestone = ((WayRecord *) way_plan_peek_records (plan, &way_milestone_type)->pdata[0])->id;
  blockers = way_plan_peek_records (plan, &way_blocker_type);
  g_assert_cmpuint (blockers->len, ==, 2);
  g_assert_cmpstr (WAY_RECORD (blockers->pdata[0])->title, ==, "Boards are late");
  g_assert_cmpstr (WAY_RECORD (blockers->pdata[1])->title, ==, "No “price” yet");
  g_assert_cmpint (WAY_BLOCKER (blockers->pdata[0])->milestone, ==, milestone);
  g_assert_cmpint (WAY_BLOCKER (blockers->pdata[0])->cleared_on, ==, WAY_NEVER);
  history = way_store_read_journal (f->store, 0, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      g_autoptr (WayChangeset) step = way_store_read_changeset (
          f->store, ((WayJournalEntry *) history->pdata[i])->seq, &error);

      g_assert_no_error (error);
      g_assert_nonnull (step);
    }
  assert_sound (f->store);
}

static sqlite3 *
open_db (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = way_connection_open (f->path, WAY_CONNECTION_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

/* An older shape of this version's tables: a column less, one with another name, one with other
 * limits, a register less, an index less. */
static const char older[] =
    "PRAGMA foreign_keys = OFF;"
    "ALTER TABLE task RENAME COLUMN hyperlink TO url;"
    "ALTER TABLE milestone DROP COLUMN target_values;"
    "DROP TABLE decision;"
    "DROP INDEX link_by_successor;";

static void
test_steps (Fixture *f, gconstpointer data)
{
  static const char *const rename[]
      = { "ALTER TABLE \"task\" RENAME COLUMN \"url\" TO \"hyperlink\"", NULL };
  static const char *const never[] = { "DROP TABLE \"task\"", NULL };
  const WayMigration steps[] = { { 0, never }, { 1, rename } };
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (WayPlan) before = NULL;
  g_autoptr (WayPlan) after = NULL;
  GPtrArray *records;
  WayChangeset *edit;

  fill (f, 20);
  edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);
  set_text (edit, f->plan, way_plan_peek_records (f->plan, &way_task_type)->pdata[3], "hyperlink",
            "x:y");
  commit (f, edit);
  way_changeset_unref (edit);
  before = load_plan (f->store);
  close_store (f);
  meddle (f, older);
  meddle (f, "PRAGMA user_version = 0");
  db = open_db (f);
  way_migrate_with (db, steps, G_N_ELEMENTS (steps), &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, way_connection_close);
  assert_current (f);
  reopen (f);
  after = load_plan (f->store);
  records = way_plan_peek_records (after, &way_task_type);
  g_assert_cmpstr (WAY_TASK (records->pdata[3])->hyperlink, ==, "x:y");
  assert_same_plan (before, after);
  assert_sound (f->store);
}

/* What cannot be brought over stays as it was, whole. */
static void
test_failed_step (Fixture *f, gconstpointer data)
{
  static const char *const half[]
      = { "UPDATE \"task\" SET \"title\" = 'gone'", "SELECT nonsense", NULL };
  const WayMigration steps[] = { { WAY_STORE_SCHEMA_VERSION + 1, half } };
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (f, 3);
  close_store (f);
  before = dump_schema (f);
  db = open_db (f);
  g_assert_false (way_migrate_with (db, steps, 1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_clear_pointer (&db, way_connection_close);
  after = dump_schema (f);
  g_assert_cmpstr (before, ==, after);
  reopen (f);
  g_clear_object (&f->plan);
  f->plan = load_plan (f->store);
  g_assert_cmpstr (WAY_RECORD (way_plan_peek_records (f->plan, &way_task_type)->pdata[0])->title,
                   ==, "Task 1");
}

/* A column that is not known: refused, and not dropped. */
static void
test_unknown_column (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (f, 3);
  close_store (f);
  meddle (f, older);
  before = dump_schema (f);
  assert_refused (f, WAY_ERROR_FORMAT, "url");
  after = dump_schema (f);
  g_assert_cmpstr (before, ==, after);
}

/* Opening does it all, and keeps a copy of what the file was. */
static void
test_opening_migrates (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "waymark", "backups", NULL);
  g_autoptr (WayPlan) before = NULL;
  g_autoptr (WayPlan) after = NULL;

  fill (f, 30);
  before = load_plan (f->store);
  close_store (f);
  meddle (f, "PRAGMA foreign_keys = OFF; ALTER TABLE milestone DROP COLUMN target_values;"
             "DROP TABLE decision; DROP INDEX link_by_successor");
  reopen (f);
  assert_current (f);
  after = load_plan (f->store);
  assert_same_plan (before, after);
  g_assert_true (g_file_test (backups, G_FILE_TEST_IS_DIR));
  assert_sound (f->store);
  reopen (f);
}

/* References that lead nowhere would be found by the next open: better now. */
static void
test_broken_references (Fixture *f, gconstpointer data)
{
  fill (f, 3);
  close_store (f);
  meddle (f,
          "PRAGMA foreign_keys = OFF; UPDATE link SET successor = 4711;"
          "DROP INDEX link_by_successor");
  assert_refused (f, WAY_ERROR_FORMAT, "link");
}

int
main (int argc, char **argv)
{
  g_autofree char *data = use_own_data_folder ();
  int failed;

  g_test_init (&argc, &argv, NULL);
  ADD ("/migrate/version-is-frozen", test_version_is_frozen, NULL);
  ADD ("/migrate/every-version-opens", test_every_version_opens, NULL);
  ADD ("/migrate/blockers-become-records", test_blockers_become_records, NULL);
  ADD ("/migrate/steps", test_steps, NULL);
  ADD ("/migrate/failed-step", test_failed_step, NULL);
  ADD ("/migrate/unknown-column", test_unknown_column, NULL);
  ADD ("/migrate/opening-migrates", test_opening_migrates, NULL);
  ADD ("/migrate/broken-references", test_broken_references, NULL);
  failed = g_test_run ();
  remove_folder (g_steal_pointer (&data));
  return failed;
}
