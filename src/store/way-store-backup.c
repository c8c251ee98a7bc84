/* way-store-backup.c: WayStore, copies of a plan's file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "store/way-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#define COPYING N_ ("Could not write the copy")
#define BACKUPS_KEPT 10

/* Copies all of @db into the database @to, which may be in use by nobody else. */
static gboolean
copy_pages (sqlite3 *db, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", db, "main");
  int code = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_extended_errcode (to);
  int end = backup != NULL ? sqlite3_backup_finish (backup) : code;

  if (code == SQLITE_DONE && end == SQLITE_OK)
    return TRUE;
  way_sql_set_error (error, to, code == SQLITE_DONE ? end : code, COPYING);
  return FALSE;
}

static gboolean
copy_into (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3) to = way_connection_open (path, WAY_CONNECTION_WRITE, error);

  /* The copy is one file, which needs no side files to be read where it is put. */
  return to != NULL && way_sql_run (to, "PRAGMA synchronous = FULL", COPYING, error)
         && copy_pages (db, to, error)
         && way_sql_run (to, "PRAGMA journal_mode = DELETE", COPYING, error);
}

/**
 * way_store_check_closed:
 * @path: of a file that is to be replaced; it need not exist
 * @error: %WAY_ERROR_IO when it is the plan of somebody who has it open: its log would mix with
 * the new content
 */
gboolean
way_store_check_closed (const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = g_filename_display_basename (path);

  if (!way_open_files_contain (path) && !g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _("“%s” is open. Choose another name."), name);
  return FALSE;
}

static gboolean
set_path_error (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, WAY_ERROR,
               number == EACCES || number == EROFS ? WAY_ERROR_READ_ONLY : WAY_ERROR_IO,
               _("Could not write “%s”: %s. Choose another folder."), name, g_strerror (number));
  return FALSE;
}

/* Writes beside @path and renames: what was there stays until the copy is whole. */
static gboolean
copy_to (WayStore *self, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    return set_path_error (error, path, errno);
  g_close (fd, NULL);
  if (copy_into (self->db, part, error))
    {
      if (g_rename (part, path) == 0)
        return TRUE;
      set_path_error (error, path, errno);
    }
  g_unlink (part);
  return FALSE;
}

/**
 * way_store_backup:
 * @path: of the copy; a file there is replaced once the copy is whole
 * @error: %WAY_ERROR_IO, %WAY_ERROR_READ_ONLY
 *
 * Copies the plan as it is on the disk now, journal and all, while it stays open.
 */
gboolean
way_store_backup (WayStore *self, const char *path, GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);

  return way_store_check_closed (target, error) && copy_to (self, target, error);
}

/* Plans of one name in different folders keep their backups apart. */
static char *
backup_folder (WayStore *self)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->path, -1);
  g_autofree char *folder = NULL;

  if (g_str_has_suffix (base, WAY_STORE_SUFFIX))
    base[strlen (base) - strlen (WAY_STORE_SUFFIX)] = '\0';
  hash[8] = '\0';
  folder = g_strdup_printf ("%s-%s", base, hash);
  return g_build_filename (g_get_user_data_dir (), "waymark", "backups", folder, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names are dates: the first ones are the oldest. */
static void
drop_oldest (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, WAY_STORE_SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + BACKUPS_KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
}

/**
 * way_store_backup_rolling:
 *
 * Keeps a copy of the plan as it is before the first change of a day, in the user's data folder.
 * Costs nothing when today's is there.
 *
 * Returns: %TRUE when today's backup is there
 */
gboolean
way_store_backup_rolling (WayStore *self, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d" WAY_STORE_SUFFIX);
  g_autofree char *folder = backup_folder (self);
  g_autofree char *path = g_build_filename (folder, day, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_path_error (error, folder, errno);
  if (!copy_to (self, path, error))
    return FALSE;
  drop_oldest (folder);
  return TRUE;
}
