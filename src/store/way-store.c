/* way-store.c: WayStore, a plan's file: creating, opening, closing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

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
#define CREATING N_ ("Could not make the plan’s file")
#define READING N_ ("Could not read the plan")

G_DEFINE_FINAL_TYPE (WayStore, way_store, G_TYPE_OBJECT)

static void
way_store_finalize (GObject *object)
{
  WayStore *self = WAY_STORE (object);

  g_clear_pointer (&self->writer, way_writer_free);
  g_clear_pointer (&self->db, way_connection_close);
  g_free (self->path);
  G_OBJECT_CLASS (way_store_parent_class)->finalize (object);
}

static void
way_store_class_init (WayStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_store_finalize;
}

static void
way_store_init (WayStore *self)
{
}

static WayStore *
new_store (const char *path)
{
  WayStore *self = g_object_new (WAY_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

/**
 * way_store_get_path:
 *
 * Returns: (transfer none): the absolute path of the file
 */
const char *
way_store_get_path (WayStore *self)
{
  return self->path;
}

/**
 * way_store_is_read_only:
 *
 * Returns: whether commits are refused because the file or its folder cannot be written
 */
gboolean
way_store_is_read_only (WayStore *self)
{
  return self->read_only;
}

static gboolean
create_tables (sqlite3 *db, GError **error)
{
  if (!way_sql_run (db, "BEGIN IMMEDIATE", CREATING, error))
    return FALSE;
  if (way_schema_create (db, error) && way_sql_run (db, "COMMIT", CREATING, error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    way_sql_run (db, "ROLLBACK", CREATING, NULL);
  return FALSE;
}

static gboolean
make_empty_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int number = errno;
  g_autofree char *name = g_filename_display_basename (path);

  if (fd >= 0)
    return g_close (fd, error);
  if (number == EEXIST)
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                 _("“%s” exists already. Choose another name, or open it."), name);
  else
    g_set_error (error, WAY_ERROR, number == EACCES || number == EROFS ? WAY_ERROR_READ_ONLY : WAY_ERROR_IO,
                 _("Could not make “%s”: %s. Choose another folder."), name, g_strerror (number));
  return FALSE;
}

/**
 * way_store_create:
 * @error: #WAY_ERROR_IO when the file exists or the disk is full, #WAY_ERROR_READ_ONLY when the
 * folder cannot be written
 *
 * Returns: (transfer full) (nullable): the store of a new file without records
 */
WayStore *
way_store_create (const char *path, GError **error)
{
  g_autoptr (WayStore) self = new_store (path);

  if (!make_empty_file (self->path, error))
    return NULL;
  self->db = way_connection_open (self->path, WAY_CONNECTION_WRITE, error);
  if (self->db == NULL || !create_tables (self->db, error)
      || !way_connection_use_journal (self->db, error) || !way_store_note_seq (self, error))
    {
      g_clear_pointer (&self->db, way_connection_close);
      g_unlink (self->path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

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
         && way_sql_run (db, "PRAGMA locking_mode = NORMAL", OPENING, error) && can_read (db, error);
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
check_pages (WayStore *self, GError **error)
{
  g_autoptr (WayStatement) check = NULL;
  WaySqlStep step = WAY_SQL_ERROR;
  g_autofree char *name = NULL;

  if (!way_sql_run (self->db, "PRAGMA ignore_check_constraints = ON", OPENING, error))
    return FALSE;
  check = way_statement_new (self->db, "PRAGMA quick_check(1)", OPENING, error);
  if (check != NULL)
    step = way_statement_step (check, error);
  if (step == WAY_SQL_ERROR
      || !way_sql_run (self->db, "PRAGMA ignore_check_constraints = OFF", OPENING, error))
    return FALSE;
  if (step == WAY_SQL_ROW && g_str_equal (way_statement_column_text (check, 0), "ok"))
    return TRUE;
  name = g_filename_display_basename (self->path);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” is damaged (%s). What can still be read of it can be recovered into a new "
                 "file."), name, way_statement_column_text (check, 0));
  return FALSE;
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
  return way_store_backup_rolling (self, error) && way_migrate (self->db, error);
}

static gboolean
check_content (WayStore *self, GError **error)
{
  gint64 version;
  gboolean current;

  if (!check_version (self, &version, error) || !way_schema_inspect (self->db, &current, error)
      || !check_pages (self, error))
    return FALSE;
  if (current && version == WAY_STORE_SCHEMA_VERSION)
    return TRUE;
  return bring_up_to_date (self, error);
}

/**
 * way_store_open:
 * @error: %WAY_ERROR_NOT_FOUND, %WAY_ERROR_FORMAT (no plan, or damaged: see way_store_recover()),
 * %WAY_ERROR_NEWER, %WAY_ERROR_READ_ONLY (an older file that cannot be brought up to date),
 * %WAY_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the store of an existing file
 */
WayStore *
way_store_open (const char *path, GError **error)
{
  g_autoptr (WayStore) self = new_store (path);
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!check_header (self->path, error))
    return NULL;
  self->read_only = g_access (self->path, W_OK) != 0 || g_access (folder, W_OK) != 0;
  self->db = self->read_only ? open_to_read (self->path, error) : open_to_write (self->path, error);
  if (self->db == NULL || !check_content (self, error))
    return NULL;
  if (!self->read_only && !way_connection_use_journal (self->db, error))
    return NULL;
  return way_store_note_seq (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * way_store_begin_reading:
 *
 * Until way_store_end_reading(), all that is read is of one moment.
 */
gboolean
way_store_begin_reading (WayStore *self, GError **error)
{
  return way_sql_run (self->db, "BEGIN", READING, error);
}

void
way_store_end_reading (WayStore *self)
{
  way_sql_run (self->db, "COMMIT", READING, NULL);
}

/**
 * way_store_note_seq:
 *
 * What is in the file now is what this store knows.
 */
gboolean
way_store_note_seq (WayStore *self, GError **error)
{
  return way_sql_read_int (self->db, "SELECT max(\"seq\") FROM \"journal\"", READING, &self->seq, error)
         && way_sql_read_int (self->db, "PRAGMA data_version", READING, &self->data_version, error);
}

gint64
way_store_get_seq (WayStore *self)
{
  return self->seq;
}

/**
 * way_store_changed_elsewhere:
 *
 * Returns: whether somebody else has committed what this store does not know yet. Where that
 * cannot be told, %TRUE: the read that follows says why.
 */
gboolean
way_store_changed_elsewhere (WayStore *self)
{
  gint64 version, seq;

  if (!way_sql_read_int (self->db, "PRAGMA data_version", READING, &version, NULL))
    return TRUE;
  if (version == self->data_version)
    return FALSE;
  if (!way_sql_read_int (self->db, "SELECT max(\"seq\") FROM \"journal\"", READING, &seq, NULL)
      || seq != self->seq)
    return TRUE;
  self->data_version = version;
  return FALSE;
}
