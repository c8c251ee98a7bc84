/* way-store-open.c: WayStore, opening a file that may be anything.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is written, not even a log, before the file is known to be a plan of
 * this application; nothing in it runs; and where it cannot be written it is read. */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "store/way-connection.h"
#include "store/way-migrate.h"
#include "store/way-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define OPENING N_ ("Could not open the plan")

static gboolean
refuse_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT, _("“%s” is not a Waymark plan."), name);
  return FALSE;
}

/* What SQLite would only tell after touching the file: whether it is a plan at all. The format of
 * the first 100 bytes is fixed; the application's id is at 68. */
static gboolean
check_header (const char *path, GError **error)
{
  guint8 header[100];
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int number = errno;
  gssize length = fd >= 0 ? read (fd, header, sizeof header) : -1;
  guint32 id;

  if (fd >= 0 && length < 0)
    number = errno;
  if (fd >= 0)
    g_close (fd, NULL);
  if (length < 0)
    {
      g_set_error (error, WAY_ERROR, number == ENOENT ? WAY_ERROR_NOT_FOUND : WAY_ERROR_IO,
                   _("Could not open “%s”: %s."), name, g_strerror (number));
      return FALSE;
    }
  if (length < (gssize) sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” is not a Waymark plan, or it is damaged. If it was one, what can still "
                     "be read of it can be recovered into a new file."), name);
      return FALSE;
    }
  memcpy (&id, header + 68, sizeof id);
  return GUINT32_FROM_BE (id) == WAY_STORE_APPLICATION_ID || refuse_file (path, error);
}

static gboolean
can_read (sqlite3 *db, GError **error)
{
  gint64 n;

  return way_sql_read_int (db, "SELECT count(*) FROM sqlite_schema", OPENING, &n, error);
}

static gboolean
has_pending_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf buffer;

  return g_stat (log, &buffer) == 0 && buffer.st_size > 0;
}

/* A file that was left in write-ahead mode wants side files even to be read. Where these cannot
 * be had but nothing is waiting in the log, it is read as it lies on the disk. */
static sqlite3 *
open_to_read (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = way_connection_open (path, WAY_CONNECTION_READ, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) problem = NULL;

  if (db == NULL)
    return NULL;
  if (can_read (db, &problem))
    return g_steal_pointer (&db);
  if (g_error_matches (problem, WAY_ERROR, WAY_ERROR_FORMAT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (!has_pending_log (path))
    return way_connection_open (path, WAY_CONNECTION_IMMUTABLE, error);
  g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
               _("“%s” has recent changes in “%s-wal”, and its folder cannot be written. Copy both "
                 "files into a folder of your own and open the copy."), name, name);
  return NULL;
}

/* Where write-ahead logging worked before and does not here (a network folder), one program alone
 * can still read the file, and turn it back to a rollback journal. */
static gboolean
leave_log (sqlite3 *db, GError **error)
{
  return way_sql_run (db, "PRAGMA locking_mode = EXCLUSIVE", OPENING, error) && can_read (db, error)
         && way_sql_run (db, "PRAGMA journal_mode = TRUNCATE", OPENING, error)
         && way_sql_run (db, "PRAGMA locking_mode = NORMAL", OPENING, error)
         && can_read (db, error);
}

static sqlite3 *
open_to_write (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = way_connection_open (path, WAY_CONNECTION_WRITE, error);
  g_autoptr (GError) problem = NULL;

  if (db == NULL)
    return NULL;
  if (can_read (db, &problem))
    return g_steal_pointer (&db);
  if (!g_error_matches (problem, WAY_ERROR, WAY_ERROR_IO))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  g_clear_pointer (&db, way_connection_close);
  db = way_connection_open (path, WAY_CONNECTION_WRITE, error);
  if (db == NULL || !leave_log (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
check_version (WayStore *self, gint64 *version, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (!way_sql_read_int (self->db, "PRAGMA user_version", OPENING, version, error))
    return FALSE;
  if (*version < 0)
    return refuse_file (self->path, error);
  if (*version <= WAY_STORE_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_NEWER,
               _("“%s” was made by a newer Waymark (file version %d, this one knows %d). Update "
                 "Waymark to open it."),
               name, (int) *version, WAY_STORE_SCHEMA_VERSION);
  return FALSE;
}

/* The pages. Limits of values are looked at when the rows are read, which can tell which value it
 * is; a constraint that a stranger wrote into the file is not run at all. */
static gboolean
check_pages (sqlite3 *db, GError **error)
{
  g_autoptr (WayStatement) check = NULL;
  WaySqlStep step = WAY_SQL_ERROR;
  g_autofree char *name = NULL;

  if (!way_sql_run (db, "PRAGMA ignore_check_constraints = ON", OPENING, error))
    return FALSE;
  check = way_statement_new (db, "PRAGMA quick_check(1)", OPENING, error);
  if (check != NULL)
    step = way_statement_step (check, error);
  if (step == WAY_SQL_ERROR
      || !way_sql_run (db, "PRAGMA ignore_check_constraints = OFF", OPENING, error))
    return FALSE;
  if (step == WAY_SQL_ROW && g_str_equal (way_statement_column_text (check, 0), "ok"))
    return TRUE;
  name = way_sql_file_name (db);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” is damaged (%s). What can still be read of it can be recovered into a new "
                 "file."), name, way_statement_column_text (check, 0));
  return FALSE;
}

static gpointer
check_beside (gpointer data)
{
  WayStore *store = data;
  GError *error = NULL;
  g_autoptr (sqlite3) db = open_to_read (store->path, &error);

  if (db != NULL)
    check_pages (db, &error);
  return error;
}

/**
 * way_store_check_beside:
 *
 * Looks at every page of the file through a connection of its own, while @self is read.
 *
 * Returns: (transfer full): to be joined, which gives the #GError (transfer full); %NULL = all is
 * well
 */
GThread *
way_store_check_beside (WayStore *self)
{
  return g_thread_new ("check", check_beside, self);
}

static gboolean
bring_up_to_date (WayStore *self, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (self->read_only)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
                   _("“%s” was made by an older Waymark and has to be brought up to date, which "
                     "needs a file and folder that can be written. Open a copy."), name);
      return FALSE;
    }
  return check_pages (self->db, error) && way_store_backup_rolling (self, error)
         && way_migrate (self->db, error);
}

static gboolean
check_content (WayStore *self, GError **error)
{
  gint64 version;
  gboolean current;

  if (!check_version (self, &version, error) || !way_schema_inspect (self->db, &current, error))
    return FALSE;
  if (current && version == WAY_STORE_SCHEMA_VERSION)
    return TRUE;
  return bring_up_to_date (self, error);
}

/**
 * way_store_open:
 * @error: %WAY_ERROR_NOT_FOUND, %WAY_ERROR_FORMAT (no plan: see way_store_recover()),
 * %WAY_ERROR_NEWER, %WAY_ERROR_READ_ONLY (an older file that cannot be brought up to date),
 * %WAY_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the store of an existing file
 */
WayStore *
way_store_open (const char *path, GError **error)
{
  g_autoptr (WayStore) self = way_store_new_for_path (path);
  g_autofree char *folder = g_path_get_dirname (self->path);

  /* A plan that is open here has been looked at, and may not be opened beside SQLite. */
  if (!way_open_files_contain (self->path) && !check_header (self->path, error))
    return NULL;
  self->read_only = g_access (self->path, W_OK) != 0 || g_access (folder, W_OK) != 0;
  self->db = self->read_only ? open_to_read (self->path, error) : open_to_write (self->path, error);
  if (self->db == NULL || !check_content (self, error))
    return NULL;
  if (!self->read_only && !way_connection_use_journal (self->db, error))
    return NULL;
  if (!way_store_note_seq (self, error))
    return NULL;
  way_open_files_add (self);
  return g_steal_pointer (&self);
}
