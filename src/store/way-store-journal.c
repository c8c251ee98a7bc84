/* way-store-journal.c: WayStore, reading the journal.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"

#include <inttypes.h>

#define READING N_ ("Could not read the plan’s history")

#define ENTRY_COLUMNS "\"seq\", \"time\", \"author\", \"label\", \"origin\", \"reverts\""

/* The edits of an entry are numbered from 0 without gaps: the last one tells how many. */
#define SELECT_ENTRIES \
  "SELECT " ENTRY_COLUMNS ", (SELECT max(\"n\") + 1 FROM \"edit\" WHERE \"edit\".\"seq\" =" \
  " \"journal\".\"seq\") FROM \"journal\" WHERE "

void
way_journal_entry_free (WayJournalEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->author);
  g_free (entry->label);
  g_free (entry);
}

static WayJournalEntry *
read_entry (WayStatement *row)
{
  WayJournalEntry *entry = g_new0 (WayJournalEntry, 1);

  entry->seq = way_statement_column_int (row, 0);
  entry->time = way_statement_column_int (row, 1);
  entry->author = g_strdup (way_statement_column_text (row, 2));
  entry->label = g_strdup (way_statement_column_text (row, 3));
  entry->origin = (WayOrigin) way_statement_column_int (row, 4);
  entry->reverts = way_statement_column_int (row, 5);
  entry->n_edits = (guint) way_statement_column_int (row, 6);
  return entry;
}

/* Takes no hold of @rows; ?1 is bound, ?2 is @limit. */
static GPtrArray *
read_entries (WayStatement *rows, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_journal_entry_free);
  WaySqlStep step;

  way_statement_bind_int (rows, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = way_statement_step (rows, error)) == WAY_SQL_ROW)
    g_ptr_array_add (entries, read_entry (rows));
  return step == WAY_SQL_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * way_store_read_journal:
 * @after: 0 for the whole journal
 * @limit: 0 for no limit
 *
 * Returns: (transfer full) (element-type WayJournalEntry) (nullable): entries, oldest first
 */
GPtrArray *
way_store_read_journal (WayStore *self, gint64 after, guint limit, GError **error)
{
  g_autoptr (WayStatement) rows = way_statement_new (
      self->db, SELECT_ENTRIES "\"seq\" > ?1 ORDER BY \"seq\" LIMIT ?2", READING, error);

  if (rows == NULL)
    return NULL;
  way_statement_bind_int (rows, 1, after);
  return read_entries (rows, limit, error);
}

/**
 * way_store_read_journal_of:
 * @records: ids of records, there or deleted
 * @limit: 0 for no limit
 *
 * Returns: (transfer full) (element-type WayJournalEntry) (nullable): the steps that touched any of
 * them, newest first
 */
GPtrArray *
way_store_read_journal_of (WayStore *self, const gint64 *records, guint n_records, guint limit,
                           GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      SELECT_ENTRIES "\"seq\" IN (SELECT \"seq\" FROM \"edit\" WHERE \"record\" IN (");
  g_autoptr (WayStatement) rows = NULL;

  for (guint i = 0; i < n_records; i++)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", records[i]);
  g_string_append (sql, ")) ORDER BY \"seq\" DESC LIMIT ?2");
  rows = way_statement_new (self->db, sql->str, READING, error);
  return rows != NULL ? read_entries (rows, limit, error) : NULL;
}

/**
 * way_store_count_changes:
 * @from: seconds since 1970 UTC
 * @to: the first second that does not count
 *
 * Returns: how often a value of @field that was there was changed by somebody, undo and redo left
 * out; −1 with @error
 */
gint64
way_store_count_changes (WayStore *self, const WayField *field, gint64 from, gint64 to,
                         GError **error)
{
  g_autoptr (WayStatement) count = way_statement_new (
      self->db,
      "SELECT count(*) FROM \"edit\" JOIN \"journal\" USING (\"seq\") WHERE \"type\" = ?1"
      " AND \"field\" = ?2 AND \"before\" IS NOT NULL AND \"time\" >= ?3 AND \"time\" < ?4"
      " AND \"origin\" NOT IN (1, 2)",
      READING, error);

  if (count == NULL)
    return -1;
  way_statement_bind_text (count, 1, field->owner->name);
  way_statement_bind_text (count, 2, field->name);
  way_statement_bind_int (count, 3, from);
  way_statement_bind_int (count, 4, to);
  return way_statement_step (count, error) == WAY_SQL_ROW ? way_statement_column_int (count, 0) : -1;
}

/**
 * way_store_changed_since:
 * @types: %NULL-terminated names of record types
 *
 * Returns: whether the journal has an edit of a record of these types after @seq, stamps left out;
 * %TRUE when that cannot be told
 */
gboolean
way_store_changed_since (WayStore *self, gint64 seq, const char *const *types)
{
  g_autofree char *list = g_strjoinv ("', '", (char **) types);
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM \"edit\" WHERE \"seq\" > ?1 AND \"type\" IN ('%s')"
      " AND \"field\" IS NOT 'updated' LIMIT 1", list);
  g_autoptr (WayStatement) look = way_statement_new (self->db, sql, READING, NULL);

  if (look == NULL)
    return TRUE;
  way_statement_bind_int (look, 1, seq);
  return way_statement_step (look, NULL) != WAY_SQL_DONE;
}

static gboolean
set_edit_error (GError **error, gint64 seq)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("Step %" PRId64 " of the plan’s history is damaged and cannot be read."),
               seq);
  return FALSE;
}

static gboolean
read_set (WayStatement *row, WayChangeset *changeset, const WayRecordType *type, gint64 id)
{
  const WayField *field = way_record_type_field (type, way_statement_column_text (row, 3));
  WayValue before, after;

  if (field == NULL || !way_field_is_stored (field)
      || !way_statement_column_value (row, 4, field, &before)
      || !way_statement_column_value (row, 5, field, &after))
    return FALSE;
  way_changeset_add_set (changeset, field, id, &before, &after);
  return TRUE;
}

static gboolean
read_edit (WayStatement *row, WayChangeset *changeset)
{
  const WayRecordType *type = way_record_type (way_statement_column_text (row, 1));
  gint64 id = way_statement_column_int (row, 2);
  WayImage *image;

  if (type == NULL || id <= 0)
    return FALSE;
  switch (way_statement_column_int (row, 0))
    {
    case WAY_EDIT_CREATE:
      way_changeset_add_create (changeset, type, id, NULL);
      return TRUE;
    case WAY_EDIT_SET:
      return read_set (row, changeset, type, id);
    case WAY_EDIT_DELETE:
      image = way_image_from_json (type, id, way_statement_column_text (row, 6), NULL);
      if (image != NULL)
        way_changeset_add_delete (changeset, image, NULL);
      return image != NULL;
    default:
      return FALSE;
    }
}

static gboolean
read_edits (WayStore *self, WayChangeset *changeset, GError **error)
{
  g_autoptr (WayStatement) rows = way_statement_new (
      self->db,
      "SELECT \"kind\", \"type\", \"record\", \"field\", \"before\", \"after\", \"image\""
      " FROM \"edit\" WHERE \"seq\" = ?1 ORDER BY \"n\"",
      READING, error);
  WaySqlStep step;

  if (rows == NULL)
    return FALSE;
  way_statement_bind_int (rows, 1, changeset->seq);
  while ((step = way_statement_step (rows, error)) == WAY_SQL_ROW)
    if (!read_edit (rows, changeset))
      return set_edit_error (error, changeset->seq);
  return step == WAY_SQL_DONE;
}

static WayChangeset *
changeset_of_entry (const WayJournalEntry *entry)
{
  WayChangeset *changeset = way_changeset_new (entry->label, entry->origin);

  changeset->seq = entry->seq;
  changeset->time = entry->time;
  changeset->reverts = entry->reverts;
  g_free (changeset->author);
  changeset->author = g_strdup (entry->author);
  return changeset;
}

static WayChangeset *
read_changeset (WayStore *self, const WayJournalEntry *entry, GError **error)
{
  g_autoptr (WayChangeset) changeset = changeset_of_entry (entry);

  return read_edits (self, changeset, error) ? g_steal_pointer (&changeset) : NULL;
}

/**
 * way_store_read_changeset:
 * @error: %WAY_ERROR_NOT_FOUND, %WAY_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the journal's step @seq; what it creates has no image
 */
WayChangeset *
way_store_read_changeset (WayStore *self, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) entries = way_store_read_journal (self, seq - 1, 1, error);

  if (entries == NULL)
    return NULL;
  if (entries->len == 1 && ((WayJournalEntry *) entries->pdata[0])->seq == seq)
    return read_changeset (self, entries->pdata[0], error);
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
               _("The plan’s history has no step %" PRId64 "."), seq);
  return NULL;
}

static gboolean
fill_creates (WayStore *self, WayChangeset *changeset, GError **error)
{
  for (guint i = 0; i < changeset->edits->len; i++)
    {
      WayEdit *edit = &g_array_index (changeset->edits, WayEdit, i);

      if (edit->kind != WAY_EDIT_CREATE)
        continue;
      edit->image = way_store_read_image (self, edit->type, edit->id, error);
      if (edit->image == NULL)
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_new_inside (WayStore *self, GError **error)
{
  g_autoptr (GPtrArray) entries = way_store_read_journal (self, self->seq, 0, error);
  g_autoptr (GPtrArray) changesets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_changeset_unref);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      WayChangeset *changeset = read_changeset (self, entries->pdata[i], error);

      if (changeset == NULL)
        return NULL;
      g_ptr_array_add (changesets, changeset);
      if (!fill_creates (self, changeset, error))
        return NULL;
    }
  if (entries == NULL || !way_store_note_seq (self, error))
    return NULL;
  return g_steal_pointer (&changesets);
}

/**
 * way_store_read_new:
 *
 * What others have committed since this store last looked; from now on this store knows it.
 *
 * Returns: (transfer full) (element-type WayChangeset) (nullable): oldest first
 */
GPtrArray *
way_store_read_new (WayStore *self, GError **error)
{
  GPtrArray *changesets;

  if (!way_store_begin_reading (self, error))
    return NULL;
  changesets = read_new_inside (self, error);
  way_store_end_reading (self);
  return changesets;
}
