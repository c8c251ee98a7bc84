/* way-schema.c: the tables of a plan's file, made from the record types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-schema.h"

#include "model/way-error.h"
#include "model/way-records.h"
#include "store/way-statement.h"
#include "store/way-store.h"

#include <string.h>

#define CREATING N_ ("Could not make the plan’s tables")
#define READING N_ ("Could not read the plan")

/* The edits of one changeset lie together; WITHOUT ROWID saves a second tree. A column of type
 * ANY keeps each value as it is, so that before and after read back as the field's kind. */
static const char journal_sql[] =
    "CREATE TABLE \"journal\" (\n"
    "  \"seq\" INTEGER PRIMARY KEY CHECK (\"seq\" > 0),\n"
    "  \"time\" INTEGER NOT NULL,\n"
    "  \"author\" TEXT NOT NULL,\n"
    "  \"label\" TEXT NOT NULL,\n"
    "  \"origin\" INTEGER NOT NULL CHECK (\"origin\" BETWEEN 0 AND 7),\n"
    "  \"reverts\" INTEGER REFERENCES \"journal\" (\"seq\")\n"
    ") STRICT";

static const char edit_sql[] =
    "CREATE TABLE \"edit\" (\n"
    "  \"seq\" INTEGER NOT NULL REFERENCES \"journal\" (\"seq\"),\n"
    "  \"n\" INTEGER NOT NULL,\n"
    "  \"kind\" INTEGER NOT NULL CHECK (\"kind\" BETWEEN 0 AND 2),\n"
    "  \"type\" TEXT NOT NULL,\n"
    "  \"record\" INTEGER NOT NULL,\n"
    "  \"field\" TEXT CHECK ((\"field\" IS NOT NULL) = (\"kind\" = 1)),\n"
    "  \"before\" ANY,\n"
    "  \"after\" ANY,\n"
    "  \"image\" TEXT CHECK ((\"image\" IS NOT NULL) = (\"kind\" = 2)),\n"
    "  PRIMARY KEY (\"seq\", \"n\")\n"
    ") STRICT, WITHOUT ROWID";

static const char edit_index_sql[] = "CREATE INDEX \"edit_by_record\" ON \"edit\" (\"record\")";

static void
object_free (gpointer data)
{
  WaySchemaObject *object = data;

  g_free (object->name);
  g_free (object->sql);
  g_free (object);
}

static void
add_object (GPtrArray *objects, const char *name, const char *sql, gboolean is_table,
            const WayRecordType *type)
{
  WaySchemaObject *object = g_new0 (WaySchemaObject, 1);

  object->name = g_strdup (name);
  object->sql = g_strdup (sql);
  object->is_table = is_table;
  object->type = type;
  g_ptr_array_add (objects, object);
}

static void
append_limits (GString *sql, const WayField *field)
{
  gint64 min, max;

  way_field_limits (field, &min, &max);
  if (min > -G_MAXINT64 || max < G_MAXINT64)
    g_string_append_printf (sql, " CHECK (\"%s\" BETWEEN %" G_GINT64_FORMAT " AND %"
                            G_GINT64_FORMAT ")", field->name, min, max);
}

static void
append_real_limits (GString *sql, const WayField *field)
{
  char initial[G_ASCII_DTOSTR_BUF_SIZE], min[G_ASCII_DTOSTR_BUF_SIZE], max[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean limited = field->min_real != 0 || field->max_real != 0;

  g_ascii_formatd (initial, sizeof initial, "%.17g", field->initial_real);
  g_ascii_formatd (min, sizeof min, "%.17g", limited ? field->min_real : -G_MAXDOUBLE);
  g_ascii_formatd (max, sizeof max, "%.17g", limited ? field->max_real : G_MAXDOUBLE);
  g_string_append_printf (sql, "REAL NOT NULL DEFAULT %s CHECK (\"%s\" BETWEEN %s AND %s)",
                          initial, field->name, min, max);
}

static void
append_column (GString *sql, const WayField *field)
{
  g_string_append_printf (sql, ",\n  \"%s\" ", field->name);
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      g_string_append (sql, "TEXT NOT NULL DEFAULT ''");
      break;
    case WAY_FIELD_TYPE_REAL:
      append_real_limits (sql, field);
      break;
    case WAY_FIELD_TYPE_REF:
      /* Deferred: the edits of a changeset come in any order. What may name a record of any type
       * is checked when the plan is loaded and changed, which SQL has no word for. */
      g_string_append (sql, "INTEGER");
      if (field->target != NULL)
        g_string_append_printf (sql, " REFERENCES \"%s\" (\"id\") DEFERRABLE INITIALLY DEFERRED",
                                field->target);
      break;
    case WAY_FIELD_TYPE_MOMENT:
    case WAY_FIELD_TYPE_DATE:
      g_string_append (sql, "INTEGER");
      append_limits (sql, field);
      break;
    default:
      g_string_append_printf (sql, "INTEGER NOT NULL DEFAULT %" G_GINT64_FORMAT, field->initial);
      append_limits (sql, field);
      break;
    }
}

static void
add_record_type (GPtrArray *objects, const WayRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "CREATE TABLE \"%s\" (\n  \"id\" INTEGER PRIMARY KEY CHECK (\"id\" > 0)",
                          type->name);
  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_is_stored (&type->fields[i]))
      append_column (sql, &type->fields[i]);
  g_string_append (sql, "\n) STRICT");
  add_object (objects, type->name, sql->str, TRUE, type);
}

/* Deleting a record looks for who refers to it; without an index that reads whole tables. */
static void
add_reference_indexes (GPtrArray *objects, const WayRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      g_autofree char *name = g_strdup_printf ("%s_by_%s", type->name, field->name);
      g_autofree char *sql =
          g_strdup_printf ("CREATE INDEX \"%s\" ON \"%s\" (\"%s\") WHERE \"%s\" IS NOT NULL", name,
                           type->name, field->name, field->name);

      if (field->type == WAY_FIELD_TYPE_REF && way_field_is_stored (field))
        add_object (objects, name, sql, FALSE, NULL);
    }
}

/**
 * way_schema_objects:
 *
 * Returns: (transfer full) (element-type WaySchemaObject): every table and index that a file of
 * this version has, in the order of creation
 */
GPtrArray *
way_schema_objects (void)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (object_free);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    add_record_type (objects, types[i]);
  add_object (objects, "journal", journal_sql, TRUE, NULL);
  add_object (objects, "edit", edit_sql, TRUE, NULL);
  for (guint i = 0; i < n_types; i++)
    add_reference_indexes (objects, types[i]);
  add_object (objects, "edit_by_record", edit_index_sql, FALSE, NULL);
  return objects;
}

/**
 * way_schema_create:
 *
 * Makes the tables in an empty database, and marks it as a plan. Belongs into a transaction.
 */
gboolean
way_schema_create (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) objects = way_schema_objects ();
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", WAY_STORE_APPLICATION_ID);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", WAY_STORE_SCHEMA_VERSION);

  for (guint i = 0; i < objects->len; i++)
    if (!way_sql_run (db, ((WaySchemaObject *) objects->pdata[i])->sql, CREATING, error))
      return FALSE;
  return way_sql_run (db, id, CREATING, error) && way_sql_run (db, version, CREATING, error);
}

/* Anything in the schema that is no plain table or index of its own. */
static gboolean
refuse_foreign (sqlite3 *db, GError **error)
{
  g_autoptr (WayStatement) odd = way_statement_new (
      db,
      "SELECT \"type\", \"name\" FROM sqlite_schema WHERE \"type\" NOT IN ('table', 'index')"
      " OR (\"type\" = 'table' AND \"sql\" NOT LIKE 'CREATE TABLE %')"
      " LIMIT 1",
      READING, error);
  WaySqlStep step = odd != NULL ? way_statement_step (odd, error) : WAY_SQL_ERROR;
  g_autofree char *file = NULL;

  if (step != WAY_SQL_ROW)
    return step == WAY_SQL_DONE;
  file = way_sql_file_name (db);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” was not opened: it contains “%s” (%s), which Waymark does not make and "
                 "which could change the plan behind your back."),
               file, way_statement_column_text (odd, 1), way_statement_column_text (odd, 0));
  return FALSE;
}

static gboolean
has_table (sqlite3 *db, const char *name)
{
  return sqlite3_table_column_metadata (db, "main", name, NULL, NULL, NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}

static gboolean
is_plan (sqlite3 *db, GError **error)
{
  static const char *const needed[] = { "project", "task", "journal", "edit" };
  g_autofree char *file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!has_table (db, needed[i]))
      {
        file = way_sql_file_name (db);
        g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                     _("“%s” is not a Waymark plan: the table “%s” is missing."), file, needed[i]);
        return FALSE;
      }
  return TRUE;
}

static int
compare_objects (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(WaySchemaObject *const *) a)->name, (*(WaySchemaObject *const *) b)->name);
}

/**
 * way_schema_expected:
 *
 * Returns: (transfer full): what way_schema_dump() gives for a fresh file
 */
char *
way_schema_expected (void)
{
  g_autoptr (GPtrArray) objects = way_schema_objects ();
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (objects, compare_objects);
  for (guint i = 0; i < objects->len; i++)
    g_string_append_printf (text, "%s;\n", ((WaySchemaObject *) objects->pdata[i])->sql);
  return g_string_free (text, FALSE);
}

/**
 * way_schema_dump:
 *
 * Returns: (transfer full) (nullable): the statements that make the tables and indexes which @db
 * has, by name
 */
char *
way_schema_dump (sqlite3 *db, GError **error)
{
  g_autoptr (WayStatement) objects = way_statement_new (
      db,
      "SELECT \"sql\" FROM sqlite_schema WHERE \"sql\" IS NOT NULL"
      " AND \"name\" NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY \"name\"",
      READING, error);
  g_autoptr (GString) text = g_string_new (NULL);
  WaySqlStep step = WAY_SQL_ERROR;

  if (objects == NULL)
    return NULL;
  while ((step = way_statement_step (objects, error)) == WAY_SQL_ROW)
    g_string_append_printf (text, "%s;\n", way_statement_column_text (objects, 0));
  return step == WAY_SQL_DONE ? g_strdup (text->str) : NULL;
}

/**
 * way_schema_inspect:
 * @current: (out): whether the tables are exactly those of a fresh file
 *
 * Returns: %FALSE (#WAY_ERROR_FORMAT) when the file is no plan, or contains what could run:
 * triggers, views, virtual tables
 */
gboolean
way_schema_inspect (sqlite3 *db, gboolean *current, GError **error)
{
  g_autofree char *actual = NULL;
  g_autofree char *expected = way_schema_expected ();

  *current = FALSE;
  if (!refuse_foreign (db, error) || !is_plan (db, error))
    return FALSE;
  actual = way_schema_dump (db, error);
  *current = g_strcmp0 (actual, expected) == 0;
  return actual != NULL;
}
