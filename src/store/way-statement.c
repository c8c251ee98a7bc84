/* way-statement.c: WayStatement, a prepared SQL statement.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-statement.h"

#include "model/way-error.h"

#include <string.h>

struct _WayStatement
{
  sqlite3 *db;
  sqlite3_stmt *handle;
  const char *doing; /* untranslated, static */
};

static const char *
reason_of (int code, WayError *kind)
{
  *kind = WAY_ERROR_IO;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return _("the disk is full. Make room and try again; what was saved before is safe.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _("another program keeps the file locked. Try again in a moment.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      *kind = WAY_ERROR_FORMAT;
      return _ (
          "the file is damaged. What can still be read of it can be recovered into a new file.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      *kind = WAY_ERROR_READ_ONLY;
      return _("the file cannot be written. Save a copy in another folder.");
    case SQLITE_TOOBIG:
      *kind = WAY_ERROR_INVALID;
      return _("a text is too long.");
    case SQLITE_CONSTRAINT:
      *kind = WAY_ERROR_INVALID;
      return code == SQLITE_CONSTRAINT_FOREIGNKEY
                 ? _("something refers to what is not in the plan.")
                 : _("a value is not allowed.");
    case SQLITE_CANTOPEN:
      return _("the file cannot be opened. Check that it is there and that you may read it.");
    case SQLITE_IOERR:
      return _("the disk does not work as it should.");
    default:
      return NULL;
    }
}

/**
 * way_sql_file_name:
 *
 * Returns: (transfer full): the name of @db's file for messages, without its folder
 */
char *
way_sql_file_name (sqlite3 *db)
{
  const char *path = db != NULL ? sqlite3_db_filename (db, "main") : NULL;

  return path != NULL && *path != '\0' ? g_filename_display_basename (path)
                                       : g_strdup (_("a plan in memory"));
}

/**
 * way_sql_set_error:
 * @code: SQLite's extended result code
 * @doing: untranslated: what was being done
 *
 * Turns SQLite's failure into a sentence of #WAY_ERROR that says what failed, to what file, why.
 */
void
way_sql_set_error (GError **error, sqlite3 *db, int code, const char *doing)
{
  g_autofree char *name = way_sql_file_name (db);
  WayError kind;
  const char *reason = reason_of (code, &kind);
  /* A translated reason is a sentence; SQLite's own words are what helps where we have none. */
  const char *detail = db != NULL && (reason == NULL || kind == WAY_ERROR_INVALID
                                      || (code & 0xff) == SQLITE_IOERR)
                           ? sqlite3_errmsg (db)
                           : NULL;

  if (reason == NULL)
    reason = _("the database reports an error.");
  if (detail != NULL)
    g_set_error (error, WAY_ERROR, kind, _("%s (“%s”): %s (%s)"), _ (doing), name, reason, detail);
  else
    g_set_error (error, WAY_ERROR, kind, _("%s (“%s”): %s"), _ (doing), name, reason);
}

/**
 * way_statement_new:
 * @doing: N_(): what fails when this fails; kept, so a literal
 *
 * Returns: (transfer full) (nullable): the statement, prepared; %NULL with @error set
 */
WayStatement *
way_statement_new (sqlite3 *db, const char *sql, const char *doing, GError **error)
{
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  WayStatement *self;

  if (code != SQLITE_OK)
    {
      way_sql_set_error (error, db, code, doing);
      return NULL;
    }
  self = g_new0 (WayStatement, 1);
  self->db = db;
  self->handle = handle;
  self->doing = doing;
  return self;
}

void
way_statement_free (WayStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
way_statement_bind_int (WayStatement *self, int index, gint64 value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

/**
 * way_statement_bind_text:
 * @text: (nullable): borrowed until the statement is reset
 */
void
way_statement_bind_text (WayStatement *self, int index, const char *text)
{
  sqlite3_bind_text (self->handle, index, text, -1, SQLITE_STATIC);
}

void
way_statement_bind_null (WayStatement *self, int index)
{
  sqlite3_bind_null (self->handle, index);
}

/**
 * way_statement_bind_value:
 *
 * Binds @value as @field is stored: no reference and no moment are NULL.
 */
void
way_statement_bind_value (WayStatement *self, int index, const WayField *field,
                          const WayValue *value)
{
  switch (value->storage)
    {
    case WAY_STORAGE_TEXT:
      way_statement_bind_text (self, index, value->s);
      break;
    case WAY_STORAGE_REAL:
      sqlite3_bind_double (self->handle, index, value->r + 0.0); /* SQLite knows no -0.0 */
      break;
    case WAY_STORAGE_INT:
    default:
      if ((field->type == WAY_FIELD_TYPE_REF && value->i == 0)
          || ((field->type == WAY_FIELD_TYPE_MOMENT || field->type == WAY_FIELD_TYPE_DATE)
              && value->i == WAY_NEVER))
        way_statement_bind_null (self, index);
      else
        way_statement_bind_int (self, index, value->i);
      break;
    }
}

/**
 * way_statement_step:
 *
 * Returns: whether there is a row, or no more, or an error
 */
WaySqlStep
way_statement_step (WayStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return WAY_SQL_ROW;
  if (code == SQLITE_DONE)
    return WAY_SQL_DONE;
  way_sql_set_error (error, self->db, code, self->doing);
  return WAY_SQL_ERROR;
}

/**
 * way_statement_run:
 *
 * Runs a statement whose rows do not matter, and makes it ready for the next values.
 */
gboolean
way_statement_run (WayStatement *self, GError **error)
{
  WaySqlStep step;

  do
    step = way_statement_step (self, error);
  while (step == WAY_SQL_ROW);
  way_statement_reset (self);
  return step == WAY_SQL_DONE;
}

/**
 * way_statement_reset:
 *
 * Ends the reading of rows, and forgets the values bound.
 */
void
way_statement_reset (WayStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

gint64
way_statement_column_int (WayStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * way_statement_column_text:
 *
 * Returns: (transfer none): the text; "" where there is none or it is not valid UTF-8
 */
const char *
way_statement_column_text (WayStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

static gboolean
text_value (sqlite3_value *raw, WayValue *value)
{
  const char *text = (const char *) sqlite3_value_text (raw);

  *value = way_value_text (text);
  return text != NULL && g_utf8_validate_len (text, (gsize) sqlite3_value_bytes (raw), NULL);
}

/* No reference and no moment are NULL in the file. */
static gboolean
null_value (const WayField *field, WayValue *value)
{
  if (field->type == WAY_FIELD_TYPE_REF)
    *value = way_value_int (0);
  else
    *value = way_value_int (WAY_NEVER);
  return field->type == WAY_FIELD_TYPE_REF || field->type == WAY_FIELD_TYPE_MOMENT
         || field->type == WAY_FIELD_TYPE_DATE;
}

/**
 * way_statement_column_value:
 * @value: (out caller-allocates): text in it is borrowed until the next step
 *
 * The inverse of way_statement_bind_value().
 *
 * Returns: %FALSE when the column holds what the field cannot
 */
gboolean
way_statement_column_value (WayStatement *self, int column, const WayField *field,
                            WayValue *value)
{
  sqlite3_value *raw = sqlite3_column_value (self->handle, column);
  WayStorage storage = way_field_storage (field);

  switch (sqlite3_value_type (raw))
    {
    case SQLITE_INTEGER:
      *value = storage == WAY_STORAGE_REAL ? way_value_real (sqlite3_value_double (raw))
                                           : way_value_int (sqlite3_value_int64 (raw));
      return storage != WAY_STORAGE_TEXT;
    case SQLITE_FLOAT:
      *value = way_value_real (sqlite3_value_double (raw));
      return storage == WAY_STORAGE_REAL;
    case SQLITE_TEXT:
      return storage == WAY_STORAGE_TEXT && text_value (raw, value);
    case SQLITE_NULL:
      return null_value (field, value);
    default:
      return FALSE;
    }
}

/**
 * way_sql_run:
 *
 * Runs one statement that takes no values, such as BEGIN or a pragma.
 */
gboolean
way_sql_run (sqlite3 *db, const char *sql, const char *doing, GError **error)
{
  g_autoptr (WayStatement) statement = way_statement_new (db, sql, doing, error);

  return statement != NULL && way_statement_run (statement, error);
}

/**
 * way_sql_read_int:
 * @value: (out): the first column of the first row; 0 when there is no row
 */
gboolean
way_sql_read_int (sqlite3 *db, const char *sql, const char *doing, gint64 *value, GError **error)
{
  g_autoptr (WayStatement) statement = way_statement_new (db, sql, doing, error);
  WaySqlStep step;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  step = way_statement_step (statement, error);
  if (step == WAY_SQL_ROW)
    *value = way_statement_column_int (statement, 0);
  return step != WAY_SQL_ERROR;
}
