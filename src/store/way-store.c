/* way-store.c: WayStore, a plan's file: creating, closing, knowing what is new.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "store/way-connection.h"
#include "store/way-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#define CREATING N_ ("Could not make the plan’s file")
#define READING N_ ("Could not read the plan")

G_DEFINE_FINAL_TYPE (WayStore, way_store, G_TYPE_OBJECT)

static void
way_store_finalize (GObject *object)
{
  WayStore *self = WAY_STORE (object);

  g_clear_pointer (&self->writer, way_writer_free);
  g_clear_pointer (&self->db, way_connection_close);
  way_open_files_remove (self);
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

WayStore *
way_store_new_for_path (const char *path)
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
    g_set_error (error, WAY_ERROR,
                 number == EACCES || number == EROFS ? WAY_ERROR_READ_ONLY : WAY_ERROR_IO,
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
  g_autoptr (WayStore) self = way_store_new_for_path (path);

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
  way_open_files_add (self);
  return g_steal_pointer (&self);
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
  return way_sql_read_int (self->db, "SELECT max(\"seq\") FROM \"journal\"", READING, &self->seq,
                           error)
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
