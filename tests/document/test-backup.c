/* test-backup.c: the first change of a day leaves a copy of the plan as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"

#include <glib/gstdio.h>

/* The only entry of a folder. */
static char *
only_entry (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  char *path;

  g_assert_no_error (error);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_null (g_dir_read_name (dir));
  return path;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
test_first_change (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  g_autofree char *place = g_build_filename (folder, "waymark", "backups", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document
      = way_document_create (path, "Plan", way_moment (2026, 1, 5, 8, 0), &error);
  g_autoptr (WayDocument) copy = NULL;
  g_autofree char *plans = NULL;
  g_autofree char *backup = NULL;

  g_assert_no_error (error);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS)); /* a new plan is no change yet */
  for (int i = 0; i < 3; i++)
    g_assert_nonnull (way_outline_insert (document, NULL, "Task", &error));
  plans = only_entry (place);
  backup = only_entry (plans);
  copy = way_document_open (backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (way_plan_get_outline (way_document_get_plan (copy))->len, ==, 0);
  g_assert_cmpuint (way_plan_get_outline (way_document_get_plan (document))->len, ==, 3);
}

/* Nowhere to put it: work goes on. */
static void
test_no_place (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  g_autofree char *obstacle = g_build_filename (folder, "waymark", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = NULL;

  remove_all (obstacle);
  g_remove (path);
  g_assert_true (g_file_set_contents (obstacle, "x", 1, &error));
  document = way_document_create (path, "Plan", way_moment (2026, 1, 5, 8, 0), &error);
  g_assert_no_error (error);
  g_assert_nonnull (way_outline_insert (document, NULL, "Task", &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-backup-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/backup/first-change", folder, test_first_change);
  g_test_add_data_func ("/backup/no-place", folder, test_no_place);
  failed = g_test_run ();
  remove_all (folder);
  return failed;
}
