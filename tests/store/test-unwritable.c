/* test-unwritable.c: files and folders that cannot be written, and a full disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs @check as somebody who may not write; the superuser may always. */
static void
as_nobody (void (*check) (Fixture *f), Fixture *f)
{
  pid_t child;
  int status;

  if (geteuid () != 0)
    {
      check (f);
      return;
    }
  child = fork ();
  if (child == 0)
    {
      if (setgid (65534) != 0 || setuid (65534) != 0)
        _exit (77);
      check (f);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("cannot become another user here");
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
check_read_only (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = way_store_open (f->path, &error);
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

  g_assert_no_error (error);
  g_assert_true (way_store_is_read_only (store));
  plan = load_plan (store);
  assert_same_plan (f->plan, plan);
  assert_sound (store);
  g_assert_false (way_store_changed_elsewhere (store));
  set_int (edit, plan, way_plan_peek_records (plan, &way_task_type)->pdata[0], "duration", 60);
  g_assert_false (way_store_commit (store, plan, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "Save a copy"));
}

static void
check_cannot_create (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder, "New.waymark", NULL);

  g_assert_null (way_store_create (path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY);
}

static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  fill (f, 3);
  close_store (f);
  g_chmod (f->path, 0644);
  g_chmod (f->folder, 0555);
  as_nobody (check_read_only, f);
  as_nobody (check_cannot_create, f);
  g_chmod (f->folder, 0755);
}

static void
test_read_only_file (Fixture *f, gconstpointer data)
{
  fill (f, 3);
  close_store (f);
  g_chmod (f->path, 0444);
  g_chmod (f->folder, 0777);
  as_nobody (check_read_only, f);
}

/* Somebody works on the file who may write; one who may not looks on. */
static void
test_read_only_beside_writer (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (f->path, "-shm", NULL);

  fill (f, 3);
  g_chmod (f->path, 0644);
  g_chmod (log, 0644);
  g_chmod (index, 0644);
  g_chmod (f->folder, 0555);
  as_nobody (check_read_only, f);
  g_chmod (f->folder, 0755);
}

static void
check_needs_writing (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_store_open (f->path, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY);
}

/* Changes that wait in a log nobody may read are not silently left out. */
static void
test_read_only_with_lost_log (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (f->path, "-shm", NULL);
  g_autofree char *whole = NULL;
  gsize length;

  fill (f, 3);
  g_assert_true (g_file_get_contents (log, &whole, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  close_store (f);
  g_assert_true (g_file_set_contents (log, whole, (gssize) length, NULL));
  g_unlink (index);
  g_chmod (log, 0644);
  g_chmod (f->path, 0644);
  g_chmod (f->folder, 0555);
  as_nobody (check_needs_writing, f);
  g_chmod (f->folder, 0755);
}

/* No room: nothing is lost, and once there is room all goes on. */
static void
check_full_disk (Fixture *f, WayStore *store, void (*make_room) (gpointer), gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = load_plan (store);
  g_autoptr (WayPlan) before = NULL;
  g_autoptr (WayPlan) after = NULL;
  g_autofree char *text = g_strnfill (200000, 'x');
  WayRecord *project = WAY_RECORD (way_plan_get_project (plan));
  gboolean saved = TRUE;
  int n = 0;

  for (; saved && n < 1000; n++)
    {
      g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

      text[0] = (char) ('a' + n % 26);
      g_clear_object (&before);
      before = load_plan (store);
      set_text (edit, plan, project, "notes", text);
      saved = way_store_commit (store, plan, edit, &error);
    }
  g_assert_false (saved);
  g_assert_cmpint (n, >, 1);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  after = load_plan (store);
  assert_same_plan (before, after);
  make_room (user_data);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

      set_int (edit, after, WAY_RECORD (way_plan_get_project (after)), "red_days", 20 + i);
      way_store_commit (store, after, edit, &error);
      g_assert_no_error (error);
    }
  assert_sound (store);
}

static void
remove_file (gpointer path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_autofree char *place = g_build_filename (f->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (place, "Plan.waymark", NULL);
  g_autofree char *ballast = g_build_filename (place, "ballast", NULL);
  g_autofree char *weight = g_strnfill (4 * 1024 * 1024, 'w');
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = NULL;

  g_mkdir (place, 0700);
  if (mount ("none", place, "tmpfs", 0, "size=9m") != 0)
    {
      g_test_skip ("no file system can be mounted here");
      return;
    }
  g_assert_true (g_file_set_contents (ballast, weight, -1, NULL));
  store = way_store_create (path, &error);
  g_assert_no_error (error);
  fill (f, 3);
  {
    g_autoptr (WayPlan) plan = way_plan_new ();
    g_autoptr (WayChangeset) start = way_changeset_new ("Start", WAY_ORIGIN_EDIT);

    fill_plan (start, plan, 3);
    g_assert_true (way_store_commit (store, plan, start, NULL));
  }
  check_full_disk (f, store, remove_file, ballast);
  g_clear_object (&store);
  g_assert_cmpint (umount (place), ==, 0);
}

/* A place without shared memory, as network folders are: the log is left behind for a rollback
 * journal, and all goes on. */
static void
test_no_shared_memory (Fixture *f, gconstpointer data)
{
  sqlite3_vfs *usual = sqlite3_vfs_find (NULL);
  sqlite3_vfs *plain = sqlite3_vfs_find ("unix-dotfile");
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

  fill (f, 5);
  close_store (f);
  sqlite3_vfs_register (plain, TRUE);
  reopen (f);
  g_assert_false (way_store_is_read_only (f->store));
  plan = load_plan (f->store);
  assert_same_plan (f->plan, plan);
  set_int (edit, f->plan, way_plan_peek_records (f->plan, &way_task_type)->pdata[0], "duration", 60);
  commit (f, edit);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_sound (f->store);
  reopen (f);
  close_store (f);
  sqlite3_vfs_register (usual, TRUE);
  reopen (f);
  g_clear_object (&plan);
  plan = load_plan (f->store);
  assert_same_plan (f->plan, plan);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = use_own_data_folder ();
  int failed;

  g_test_init (&argc, &argv, NULL);
  ADD ("/unwritable/read-only-folder", test_read_only_folder, NULL);
  ADD ("/unwritable/read-only-file", test_read_only_file, NULL);
  ADD ("/unwritable/read-only-beside-writer", test_read_only_beside_writer, NULL);
  ADD ("/unwritable/read-only-with-lost-log", test_read_only_with_lost_log, NULL);
  ADD ("/unwritable/no-shared-memory", test_no_shared_memory, NULL);
  ADD ("/unwritable/full-disk", test_full_disk, NULL);
  failed = g_test_run ();
  remove_folder (g_steal_pointer (&data));
  return failed;
}
