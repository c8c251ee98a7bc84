/* way-store-commit.c: WayStore, writing a changeset: its rows and its journal, in one transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"

#include <inttypes.h>

#define SAVING N_ ("Could not save the change")

WayWriter *
way_writer_new (void)
{
  WayWriter *self = g_new0 (WayWriter, 1);
  GDestroyNotify free_statement = (GDestroyNotify) way_statement_free;

  self->inserts = g_hash_table_new_full (NULL, NULL, NULL, free_statement);
  self->deletes = g_hash_table_new_full (NULL, NULL, NULL, free_statement);
  self->updates = g_hash_table_new_full (NULL, NULL, NULL, free_statement);
  return self;
}

void
way_writer_free (WayWriter *self)
{
  g_hash_table_unref (self->inserts);
  g_hash_table_unref (self->deletes);
  g_hash_table_unref (self->updates);
  way_statement_free (self->journal);
  way_statement_free (self->edit);
  g_free (self);
}

static WayStatement *
remember (GHashTable *statements, gconstpointer key, WayStatement *statement)
{
  if (statement != NULL)
    g_hash_table_insert (statements, (gpointer) key, statement);
  return statement;
}

static WayStatement *
get_insert (WayStore *self, const WayRecordType *type, GError **error)
{
  WayStatement *found = g_hash_table_lookup (self->writer->inserts, type);
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n = 1;

  if (found != NULL)
    return found;
  g_string_printf (sql, "INSERT INTO \"%s\" (\"id\"", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_is_stored (&type->fields[i]))
      {
        g_string_append_printf (sql, ", \"%s\"", type->fields[i].name);
        n++;
      }
  g_string_append (sql, ") VALUES (?");
  for (guint i = 1; i < n; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  return remember (self->writer->inserts, type,
                   way_statement_new (self->db, sql->str, SAVING, error));
}

static WayStatement *
get_delete (WayStore *self, const WayRecordType *type, GError **error)
{
  WayStatement *found = g_hash_table_lookup (self->writer->deletes, type);
  g_autofree char *sql = NULL;

  if (found != NULL)
    return found;
  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", type->name);
  return remember (self->writer->deletes, type, way_statement_new (self->db, sql, SAVING, error));
}

static WayStatement *
get_update (WayStore *self, const WayField *field, GError **error)
{
  WayStatement *found = g_hash_table_lookup (self->writer->updates, field);
  g_autofree char *sql = NULL;

  if (found != NULL)
    return found;
  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE \"id\" = ?1", field->owner->name,
                         field->name);
  return remember (self->writer->updates, field, way_statement_new (self->db, sql, SAVING, error));
}

static gboolean
insert_row (WayStore *self, WayRecord *record, GError **error)
{
  const WayRecordType *type = way_record_get_record_type (record);
  WayStatement *insert = get_insert (self, type, error);
  int n = 1;

  if (insert == NULL)
    return FALSE;
  way_statement_bind_int (insert, n++, record->id);
  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_is_stored (&type->fields[i]))
      {
        WayValue value = way_record_get (record, &type->fields[i]);

        way_statement_bind_value (insert, n++, &type->fields[i], &value);
      }
  return way_statement_run (insert, error);
}

/* The file has the row that the edit is about; else somebody wrote without the journal. */
static gboolean
check_one_row (WayStore *self, const WayEdit *edit, GError **error)
{
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("Could not save the change: “%s” %" PRId64 " is missing from the file. "
                 "Recover the plan into a new file."), edit->type->name, edit->id);
  return FALSE;
}

static gboolean
update_row (WayStore *self, const WayEdit *edit, WayRecord *record, GError **error)
{
  WayStatement *update = get_update (self, edit->field, error);
  WayValue value = way_record_get (record, edit->field);

  if (update == NULL)
    return FALSE;
  way_statement_bind_int (update, 1, edit->id);
  way_statement_bind_value (update, 2, edit->field, &value);
  return way_statement_run (update, error) && check_one_row (self, edit, error);
}

static gboolean
delete_row (WayStore *self, const WayEdit *edit, GError **error)
{
  WayStatement *statement = get_delete (self, edit->type, error);

  if (statement == NULL)
    return FALSE;
  way_statement_bind_int (statement, 1, edit->id);
  return way_statement_run (statement, error) && check_one_row (self, edit, error);
}

/* A record that the changeset itself creates: its later values are in its row, so its sets are
 * not journaled; and when it also deletes it, nothing is left of it at all. Returns for each edit
 * whether it is written. */
static gboolean *
choose_edits (const WayChangeset *changeset)
{
  guint n = way_changeset_get_n_edits (changeset);
  gboolean *kept = g_new (gboolean, n + 1);
  g_autoptr (GHashTable) created = g_hash_table_new (NULL, NULL); /* id → its CREATE + 1 */

  for (guint i = 0; i < n; i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);
      gpointer key = GSIZE_TO_POINTER (edit->id);
      guint creation = GPOINTER_TO_UINT (g_hash_table_lookup (created, key));

      kept[i] = edit->kind == WAY_EDIT_CREATE || creation == 0;
      if (edit->kind == WAY_EDIT_CREATE)
        g_hash_table_insert (created, key, GUINT_TO_POINTER (i + 1));
      if (edit->kind == WAY_EDIT_DELETE && creation != 0)
        {
          kept[creation - 1] = FALSE;
          g_hash_table_remove (created, key);
        }
    }
  return kept;
}

/* Rows get what the plan holds at the end, whatever the steps to it were. */
static gboolean
write_row (WayStore *self, WayPlan *plan, const WayEdit *edit, GError **error)
{
  WayRecord *record = way_plan_lookup (plan, edit->id);

  if (edit->kind == WAY_EDIT_DELETE)
    return delete_row (self, edit, error);
  if (record == NULL) /* a set on what a later edit deletes */
    return TRUE;
  return edit->kind == WAY_EDIT_CREATE ? insert_row (self, record, error)
                                       : update_row (self, edit, record, error);
}

static gboolean
write_edit (WayStore *self, gint64 seq, guint n, const WayEdit *edit, GError **error)
{
  WayStatement *insert = self->writer->edit;
  g_autofree char *image =
      edit->kind == WAY_EDIT_DELETE ? way_image_to_json (edit->image) : NULL;

  way_statement_bind_int (insert, 1, seq);
  way_statement_bind_int (insert, 2, n);
  way_statement_bind_int (insert, 3, edit->kind);
  way_statement_bind_text (insert, 4, edit->type->name);
  way_statement_bind_int (insert, 5, edit->id);
  if (edit->kind == WAY_EDIT_SET)
    {
      way_statement_bind_text (insert, 6, edit->field->name);
      way_statement_bind_value (insert, 7, edit->field, &edit->before);
      way_statement_bind_value (insert, 8, edit->field, &edit->after);
    }
  if (image != NULL)
    way_statement_bind_text (insert, 9, image);
  return way_statement_run (insert, error);
}

static gboolean
write_entry (WayStore *self, gint64 seq, const WayChangeset *changeset, GError **error)
{
  WayStatement *insert = self->writer->journal;

  way_statement_bind_int (insert, 1, seq);
  way_statement_bind_int (insert, 2, changeset->time);
  way_statement_bind_text (insert, 3, changeset->author != NULL ? changeset->author : "");
  way_statement_bind_text (insert, 4, changeset->label != NULL ? changeset->label : "");
  way_statement_bind_int (insert, 5, changeset->origin);
  if (changeset->reverts != 0)
    way_statement_bind_int (insert, 6, changeset->reverts);
  return way_statement_run (insert, error);
}

static gboolean
write_changeset (WayStore *self, WayPlan *plan, gint64 seq, const WayChangeset *changeset,
                 GError **error)
{
  g_autofree gboolean *kept = choose_edits (changeset);
  guint n_written = 0;

  if (!write_entry (self, seq, changeset, error))
    return FALSE;
  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);

      if (kept[i] && (!write_row (self, plan, edit, error)
                      || !write_edit (self, seq, n_written++, edit, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
prepare_writer (WayStore *self, GError **error)
{
  WayWriter *writer = self->writer;

  if (writer == NULL)
    writer = self->writer = way_writer_new ();
  if (writer->journal == NULL)
    writer->journal = way_statement_new (
        self->db,
        "INSERT INTO \"journal\" (\"seq\", \"time\", \"author\", \"label\", \"origin\", \"reverts\")"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        SAVING, error);
  if (writer->journal != NULL && writer->edit == NULL)
    writer->edit = way_statement_new (
        self->db,
        "INSERT INTO \"edit\" (\"seq\", \"n\", \"kind\", \"type\", \"record\", \"field\", \"before\","
        " \"after\", \"image\") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        SAVING, error);
  return writer->edit != NULL;
}

/* Inside the transaction: nobody else has written since this store last looked. */
static gboolean
check_unchanged (WayStore *self, GError **error)
{
  gint64 seq, version;
  g_autofree char *name = way_sql_file_name (self->db);

  if (!way_sql_read_int (self->db, "PRAGMA user_version", SAVING, &version, error)
      || !way_sql_read_int (self->db, "SELECT max(\"seq\") FROM \"journal\"", SAVING, &seq, error))
    return FALSE;
  if (version == WAY_STORE_SCHEMA_VERSION && seq == self->seq)
    return TRUE;
  if (version != WAY_STORE_SCHEMA_VERSION)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NEWER,
                 _("“%s” was brought up to date by a newer Waymark meanwhile. Close it and open it "
                   "with that one."), name);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                 _("“%s” was changed by another window or program meanwhile. Take in these changes "
                   "and try again."), name);
  return FALSE;
}

/**
 * way_store_commit:
 * @plan: already in the new state
 * @changeset: gets its seq
 * @error: %WAY_ERROR_CONFLICT, %WAY_ERROR_READ_ONLY, %WAY_ERROR_IO (no room, locked),
 * %WAY_ERROR_INVALID (a value or reference that the file refuses), %WAY_ERROR_NEWER
 *
 * Returns: %TRUE when the change is on the disk; else the file is as before
 */
gboolean
way_store_commit (WayStore *self, WayPlan *plan, WayChangeset *changeset, GError **error)
{
  gint64 seq = self->seq + 1;

  if (self->read_only)
    {
      g_autofree char *name = way_sql_file_name (self->db);

      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Save a copy in another folder to work on it."), name);
      return FALSE;
    }
  if (!prepare_writer (self, error) || !way_sql_run (self->db, "BEGIN IMMEDIATE", SAVING, error))
    return FALSE;
  if (check_unchanged (self, error) && write_changeset (self, plan, seq, changeset, error)
      && way_sql_run (self->db, "COMMIT", SAVING, error))
    {
      self->seq = changeset->seq = seq;
      return TRUE;
    }
  if (!sqlite3_get_autocommit (self->db))
    way_sql_run (self->db, "ROLLBACK", SAVING, NULL);
  return FALSE;
}
