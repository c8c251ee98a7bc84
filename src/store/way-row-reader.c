/* way-row-reader.c: WayRowReader, rows of a table as records of its type.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A large plan has millions of values, nearly all at their default: what can be
 * found out once for each column is, and a default is not written again. */

#include "model/way-i18n.h"

#include "store/way-row-reader.h"

#include "model/way-error.h"
#include "model/way-record-private.h"

#include <inttypes.h>

#define READING N_ ("Could not read the plan")

typedef struct
{
  WayField field;   /* without REQUIRED: a plan opens, whatever it lacks */
  const WayField *of;
  WayValue initial; /* borrowed */
} Column;

struct _WayRowReader
{
  const WayRecordType *type;
  WayStatement *statement;
  GArray *columns; /* of Column, those after the id */
};

/**
 * way_row_reader_new:
 * @tail: what follows the table's name in the query
 *
 * Returns: (transfer full) (nullable): a reader, whose statement is still to be stepped
 */
WayRowReader *
way_row_reader_new (sqlite3 *db, const WayRecordType *type, const char *tail, GError **error)
{
  g_autoptr (WayRowReader) self = g_new0 (WayRowReader, 1);
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");

  self->type = type;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      Column column = { *field, field, way_field_initial (field) };

      if (!way_field_is_stored (field))
        continue;
      column.field.flags &= ~(guint) WAY_FIELD_REQUIRED;
      g_array_append_val (self->columns, column);
      g_string_append_printf (sql, ", \"%s\"", field->name);
    }
  g_string_append_printf (sql, " FROM \"%s\" %s", type->name, tail);
  self->statement = way_statement_new (db, sql->str, READING, error);
  return self->statement != NULL ? g_steal_pointer (&self) : NULL;
}

void
way_row_reader_free (WayRowReader *self)
{
  if (self == NULL)
    return;
  way_statement_free (self->statement);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * way_row_reader_get_statement:
 *
 * Returns: (transfer none): the query, to bind and step
 */
WayStatement *
way_row_reader_get_statement (WayRowReader *self)
{
  return self->statement;
}

static gboolean
read_fields (WayRowReader *self, WayRecord *record, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      WayValue value = { 0 };
      gboolean readable
          = way_statement_column_value (self->statement, (int)i + 1, &column->field, &value);

      if (readable && value.storage == WAY_STORAGE_INT && value.i == column->initial.i)
        continue;
      if (readable && value.storage == WAY_STORAGE_TEXT && value.s[0] == '\0')
        continue;
      if (!readable || !way_field_validate (&column->field, &value, NULL))
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                       _("“%s” %" PRId64 ": “%s” holds a value that is not allowed."),
                       self->type->name, record->id, column->of->name);
          return FALSE;
        }
      way_record_set_value (record, column->of, &value);
    }
  return TRUE;
}

/**
 * way_row_reader_read:
 * @error: %WAY_ERROR_FORMAT, naming table, row and field
 *
 * Returns: (transfer full) (nullable): the row that the statement is on, in no plan; its
 * references are not checked
 */
WayRecord *
way_row_reader_read (WayRowReader *self, GError **error)
{
  g_autoptr (WayRecord) record = way_record_new (self->type);

  record->id = way_statement_column_int (self->statement, 0);
  if (record->id <= 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” has a row with the number %" PRId64 ", which is not allowed."),
                   self->type->name, record->id);
      return NULL;
    }
  return read_fields (self, record, error) ? g_steal_pointer (&record) : NULL;
}
