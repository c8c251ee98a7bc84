/* test-care.c: checking, copying and recovering a plan's file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <unistd.h>

static guint
verify (Fixture *f, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint found = 0;

  way_store_verify (f->store, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_test_message ("%s", (char *) problems->pdata[i]);
      found += strstr (problems->pdata[i], word) != NULL;
    }
  return found;
}

static void
test_verify (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sql, *told;
  } cases[] = {
    { "UPDATE task SET title = 'behind' WHERE id = 3", "“title” is not what the history says" },
    { "DELETE FROM link", "missing from the plan" },
    { "INSERT INTO decision (id, title) VALUES (90, 'x'); INSERT INTO edit VALUES (2, 50, 2, 'decision', 90,"
      " NULL, NULL, NULL, '{}')",
      "deleted by its history" },
    { "UPDATE link SET successor = 4711", "refers to" },
    { "UPDATE link SET successor = NULL", "“link” 5: “successor” is empty" },
    { "UPDATE task SET parent = id WHERE id = 4", "“task” 4: “parent” leads in a circle" },
    { "UPDATE task SET percent_complete = 101", "“percent_complete” holds a value" },
    { "UPDATE edit SET field = 'nonsense' WHERE field IS NOT NULL", "Step 2" },
    { "UPDATE journal SET seq = 9 WHERE seq = 2; UPDATE edit SET seq = 9 WHERE seq = 2",
      "lacks step 2" },
  };
  g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

  fill (f, 3);
  set_text (edit, f->plan, way_plan_peek_records (f->plan, &way_task_type)->pdata[0], "title",
            "New");
  commit (f, edit);
  assert_sound (f->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; %s", cases[i].sql);
      g_autofree char *content = NULL;
      gsize length;

      close_store (f);
      g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
      meddle (f, sql);
      reopen (f);
      g_assert_cmpuint (verify (f, cases[i].told), >, 0);
      close_store (f);
      g_assert_true (g_file_set_contents (f->path, content, (gssize) length, NULL));
      reopen (f);
    }
  assert_sound (f->store);
}

/* A copy is whole, stands alone, and is a plan like any other. */
static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "Copy %20?#.waymark", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *other_name = g_build_filename (f->folder, "Other.waymark", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) copy = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  char *whole;

  fill (f, 50);
  way_store_backup (f->store, path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &whole, NULL, NULL));
  g_assert_cmpint (whole[18], ==, 1); /* no write-ahead log */
  g_free (whole);
  copy = way_store_open (path, &error);
  g_assert_no_error (error);
  plan = load_plan (copy);
  assert_same_plan (f->plan, plan);
  entries = way_store_read_journal (copy, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  /* The copy is open now: nobody writes over it. */
  g_assert_false (way_store_backup (f->store, path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  g_clear_object (&copy);
  g_assert_true (way_store_backup (f->store, path, &error));
  /* Nor over the plan itself by another name. */
  g_assert_cmpint (link (f->path, other_name), ==, 0);
  g_assert_false (way_store_backup (f->store, other_name, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (other_name), ==, 0);
  g_assert_false (way_store_backup (f->store, f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (way_store_backup (f->store, "/nonexistent/x.waymark", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  assert_sound (f->store);
}

static guint
count_files (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n = 0;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    n += name == NULL || g_str_equal (entry, name);
  return n;
}

static void
test_rolling_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *place = g_build_filename (g_get_user_data_dir (), "waymark", "backups", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *folder = NULL;

  fill (f, 3);
  g_assert_true (way_store_backup_rolling (f->store, &error));
  g_assert_true (way_store_backup_rolling (f->store, &error));
  dir = g_dir_open (place, 0, NULL);
  folder = g_build_filename (place, g_dir_read_name (dir), NULL);
  g_assert_nonnull (strstr (folder, "/Plan-"));
  g_assert_cmpuint (count_files (folder, NULL), ==, 1);
  /* Twelve older days: the two oldest and today's room go. */
  for (int day = 1; day <= 12; day++)
    {
      g_autofree char *name = g_strdup_printf ("2001-01-%02d.waymark", day);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (way_store_backup (f->store, path, &error));
    }
  {
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *name = g_date_time_format (now, "%Y-%m-%d.waymark");
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_true (way_store_backup_rolling (f->store, &error));
    g_assert_cmpuint (count_files (folder, name), ==, 1);
  }
  g_assert_cmpuint (count_files (folder, NULL), ==, 10);
  g_assert_cmpuint (count_files (folder, "2001-01-03.waymark"), ==, 0);
  g_assert_cmpuint (count_files (folder, "2001-01-04.waymark"), ==, 1);
}

/* Recovers what @path has left; returns how many records that is, 0 when it is nothing. */
static guint
recover (Fixture *f, WayPlan **plan)
{
  g_autofree char *fresh = g_build_filename (f->folder, "Fresh.waymark", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = NULL;
  guint n = 0;

  g_unlink (fresh);
  g_assert_true (g_file_get_contents (f->path, &before, &length_before, NULL));
  if (!way_store_recover (f->path, fresh, &n, &error))
    {
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
      g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
      return 0;
    }
  g_assert_true (g_file_get_contents (f->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  store = way_store_open (fresh, &error);
  g_assert_no_error (error);
  assert_sound (store);
  *plan = load_plan (store);
  g_assert_nonnull (way_plan_get_project (*plan));
  return n;
}

static guint
count_tasks (WayPlan *plan)
{
  return way_plan_peek_records (plan, &way_task_type)->len;
}

/* Of a file that is sound but for a few values nothing else is lost. */
static void
test_recover_values (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlan) plan = NULL;
  WayTask *task;

  fill (f, 20);
  close_store (f);
  meddle (
      f,
      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
      "UPDATE task SET percent_complete = 101, parent = 4711, duration = 960 WHERE title = 'Task 2';"
      "UPDATE link SET successor = 4711 WHERE id = 5");
  g_assert_cmpuint (recover (f, &plan), ==, 2 + 20 + 18);
  g_assert_cmpuint (count_tasks (plan), ==, 20);
  task = way_plan_peek_records (plan, &way_task_type)->pdata[1];
  g_assert_cmpint (task->percent_complete, ==, 0);
  g_assert_cmpint (task->parent, ==, 0);
  g_assert_cmpint (task->duration, ==, 960);
}

/* What a plan cannot be without is gone, and two loops of parents are opened at one place each. */
static void
test_recover_structure (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlan) plan = NULL;
  WayTask *tasks[7];

  fill (f, 7);
  close_store (f);
  /* Tasks 1 and 2 are below one another, 3 below 2; 4 below itself, 5 below 4, 6 below 5. */
  meddle (f,
          "UPDATE link SET predecessor = NULL WHERE id = 5;"
          "INSERT INTO assignment (id, task) VALUES (90, 3);"
          "WITH place (task, above) AS (VALUES (1, 2), (2, 1), (3, 2), (4, 4), (5, 4), (6, 5))"
          " UPDATE task SET parent = (SELECT p.id FROM place JOIN task p ON p.title = 'Task ' ||"
          " above WHERE task.title = 'Task ' || place.task)");
  g_assert_cmpuint (recover (f, &plan), ==, 2 + 7 + 5);
  for (guint i = 0; i < 7; i++)
    tasks[i] = way_plan_peek_records (plan, &way_task_type)->pdata[i];
  g_assert_cmpuint (way_plan_get_outline (plan)->len, ==, 7);
  g_assert_cmpint (tasks[0]->parent, ==, 0);
  g_assert_cmpint (tasks[1]->parent, ==, WAY_RECORD (tasks[0])->id);
  g_assert_cmpint (tasks[2]->parent, ==, WAY_RECORD (tasks[1])->id);
  g_assert_cmpint (tasks[3]->parent, ==, 0);
  g_assert_cmpint (tasks[4]->parent, ==, WAY_RECORD (tasks[3])->id);
  g_assert_cmpint (tasks[5]->parent, ==, WAY_RECORD (tasks[4])->id);
}

/* Noise in one page after the other: never a crash, and never more than a part is lost. */
static void
test_recover_pages (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *whole = NULL;
  gsize length;
  guint most = 0, least = G_MAXUINT, n_pages = 0, n_read = 0;

  fill (f, 400);
  close_store (f);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (gsize page = 4096; page < length; page += 4096)
    {
      g_autofree char *content = g_memdup2 (whole, length);
      g_autoptr (WayPlan) plan = NULL;

      for (int i = 0; i < 4096; i++)
        content[page + (gsize) i] = (char) g_rand_int (rand);
      g_assert_true (g_file_set_contents (f->path, content, (gssize) length, NULL));
      n_pages++;
      if (recover (f, &plan) == 0)
        continue;
      n_read++;
      most = MAX (most, count_tasks (plan));
      least = MIN (least, count_tasks (plan));
    }
  g_test_message ("%u of %u damaged files gave %u … %u of 400 tasks", n_read, n_pages, least, most);
  g_assert_cmpuint (most, ==, 400);
  g_assert_cmpuint (n_read * 100, >=, n_pages * 80);
}

/* Rows that stand in the wrong order before one that cannot be read: no going round in circles. */
static void
test_recover_disorder (Fixture *f, gconstpointer data)
{
  g_autoptr (WayPlan) plan = NULL;
  g_autofree char *content = NULL;
  gsize length, n_leaves = 0;

  fill (f, 400);
  close_store (f);
  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  for (gsize page = 4096; page < length; page += 4096)
    {
      guint8 *head = (guint8 *) content + page;
      guint n_cells = (guint) head[3] << 8 | head[4];
      guint8 first[2] = { head[8], head[9] };

      if (head[0] != 0x0d || n_cells < 4) /* a leaf of a table */
        continue;
      memmove (head + 8, head + 10, 2 * (n_cells - 2));
      memcpy (head + 8 + 2 * (n_cells - 2), first, 2);
      memset (head + 8 + 2 * (n_cells - 1), 0xff, 2);
      n_leaves++;
    }
  g_assert_cmpuint (n_leaves, >, 3);
  g_assert_true (g_file_set_contents (f->path, content, (gssize) length, NULL));
  recover (f, &plan);
}

static void
test_recover_truncated (Fixture *f, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;
  guint last = 0;

  fill (f, 400);
  close_store (f);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (gsize keep = 0; keep <= length; keep += length / 10)
    {
      g_autoptr (WayPlan) plan = NULL;

      g_assert_true (g_file_set_contents (f->path, whole, (gssize) keep, NULL));
      last = recover (f, &plan);
      g_test_message ("%3d %% of the file: %u records", (int) (keep * 100 / length), last);
    }
  g_assert_cmpuint (last, >, 400);
}

/* The log of a program that was killed belongs to the plan. */
static void
test_recover_log (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *pages = NULL;
  g_autofree char *content = NULL;
  g_autoptr (WayPlan) plan = NULL;
  gsize length, length_log;

  fill (f, 10);
  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  g_assert_true (g_file_get_contents (log, &pages, &length_log, NULL));
  close_store (f);
  g_assert_true (g_file_set_contents (f->path, content, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (log, pages, (gssize) length_log, NULL));
  g_assert_cmpuint (recover (f, &plan), ==, 2 + 10 + 9);
  assert_same_plan (f->plan, plan);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = use_own_data_folder ();
  int failed;

  g_test_init (&argc, &argv, NULL);
  ADD ("/care/verify", test_verify, NULL);
  ADD ("/care/backup", test_backup, NULL);
  ADD ("/care/rolling-backup", test_rolling_backup, NULL);
  ADD ("/care/recover/values", test_recover_values, NULL);
  ADD ("/care/recover/structure", test_recover_structure, NULL);
  ADD ("/care/recover/pages", test_recover_pages, NULL);
  ADD ("/care/recover/disorder", test_recover_disorder, NULL);
  ADD ("/care/recover/truncated", test_recover_truncated, NULL);
  ADD ("/care/recover/log", test_recover_log, NULL);
  failed = g_test_run ();
  remove_folder (g_steal_pointer (&data));
  return failed;
}
