/* way-migrate.c: brings the tables of an older plan up to date.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-migrate.h"

#include "model/way-error.h"
#include "store/way-schema.h"
#include "store/way-statement.h"
#include "store/way-store.h"

#include <inttypes.h>
#include <string.h>

#define DOING N_ ("Could not bring the plan up to date")

static WaySqlStep
next_row (WayStatement *statement, GError **error)
{
  return statement != NULL ? way_statement_step (statement, error) : WAY_SQL_ERROR;
}

static gboolean
refuse (sqlite3 *db, GError **error, const char *what, const char *name)
{
  g_autofree char *file = way_sql_file_name (db);

  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” was not opened: %s “%s” is not known to this version of Waymark."), file,
               what, name);
  return FALSE;
}

/* The names of a table's columns: name → name. */
static GHashTable *
read_columns (sqlite3 *db, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_xinfo(\"%s\")", table);
  g_autoptr (WayStatement) info = way_statement_new (db, sql, DOING, error);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WaySqlStep step;

  while ((step = next_row (info, error)) == WAY_SQL_ROW)
    {
      const char *name = way_statement_column_text (info, 1);

      if (way_statement_column_int (info, 6) != 0) /* computed by the file itself */
        {
          refuse (db, error, _("the computed column"), name);
          return NULL;
        }
      g_hash_table_add (columns, g_strdup (name));
    }
  return step == WAY_SQL_DONE ? g_steal_pointer (&columns) : NULL;
}

/* "a", "b": the columns of the old table, all of which the new one must have. */
static char *
common_columns (sqlite3 *db, const char *old_table, const char *new_table, GError **error)
{
  g_autoptr (GHashTable) before = read_columns (db, old_table, error);
  g_autoptr (GHashTable) after = before != NULL ? read_columns (db, new_table, error) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name;

  if (after == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (after, name))
        {
          refuse (db, error, _("the column"), name);
          return NULL;
        }
      g_string_append_printf (list, "%s\"%s\"", list->len > 0 ? ", " : "", (char *) name);
    }
  return g_strdup (list->str);
}

/* As SQLite's manual has it: a new table, the rows copied, the old one dropped, the name taken. */
static gboolean
rebuild_table (sqlite3 *db, const WaySchemaObject *object, GError **error)
{
  g_autofree char *fresh = g_strconcat ("fresh_", object->name, NULL);
  g_autofree char *rest
      = g_strdup (object->sql + strlen ("CREATE TABLE \"\"") + strlen (object->name));
  g_autofree char *create = g_strdup_printf ("CREATE TABLE \"%s\"%s", fresh, rest);
  g_autofree char *drop = g_strdup_printf ("DROP TABLE \"%s\"", object->name);
  g_autofree char *rename
      = g_strdup_printf ("ALTER TABLE \"%s\" RENAME TO \"%s\"", fresh, object->name);
  g_autofree char *columns = NULL;
  g_autofree char *copy = NULL;

  if (!way_sql_run (db, create, DOING, error))
    return FALSE;
  columns = common_columns (db, object->name, fresh, error);
  if (columns == NULL)
    return FALSE;
  copy = g_strdup_printf ("INSERT INTO \"%s\" (%s) SELECT %s FROM \"%s\"", fresh, columns, columns,
                          object->name);
  return way_sql_run (db, copy, DOING, error) && way_sql_run (db, drop, DOING, error)
         && way_sql_run (db, rename, DOING, error);
}

/* What the file has: name → the statement that made it. */
static GHashTable *
read_objects (sqlite3 *db, const char *type, GError **error)
{
  g_autoptr (WayStatement) rows = way_statement_new (
      db,
      "SELECT \"name\", \"sql\" FROM sqlite_schema WHERE \"type\" = ?1 AND \"sql\" IS NOT NULL"
      " AND \"name\" NOT LIKE 'sqlite!_%' ESCAPE '!'",
      DOING, error);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  WaySqlStep step;

  if (rows != NULL)
    way_statement_bind_text (rows, 1, type);
  while ((step = next_row (rows, error)) == WAY_SQL_ROW)
    g_hash_table_insert (found, g_strdup (way_statement_column_text (rows, 0)),
                         g_strdup (way_statement_column_text (rows, 1)));
  return step == WAY_SQL_DONE ? g_steal_pointer (&found) : NULL;
}

static gboolean
drop_indexes (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) indexes = read_objects (db, "index", error);
  GHashTableIter iter;
  gpointer name;

  if (indexes == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, indexes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      char *sql = sqlite3_mprintf ("DROP INDEX \"%w\"", name);
      gboolean dropped = way_sql_run (db, sql, DOING, error);

      sqlite3_free (sql);
      if (!dropped)
        return FALSE;
    }
  return TRUE;
}

static gboolean
conform_tables (sqlite3 *db, GPtrArray *objects, GError **error)
{
  g_autoptr (GHashTable) tables = read_objects (db, "table", error);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; tables != NULL && i < objects->len; i++)
    {
      const WaySchemaObject *object = objects->pdata[i];
      const char *sql = object->is_table ? g_hash_table_lookup (tables, object->name) : NULL;

      if (!object->is_table)
        continue;
      if (sql == NULL ? !way_sql_run (db, object->sql, DOING, error)
                      : !g_str_equal (sql, object->sql) && !rebuild_table (db, object, error))
        return FALSE;
      g_hash_table_remove (tables, object->name);
    }
  if (tables == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, tables);
  return !g_hash_table_iter_next (&iter, &name, NULL) || refuse (db, error, _("the table"), name);
}

static gboolean
conform (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) objects = way_schema_objects ();

  if (!drop_indexes (db, error) || !conform_tables (db, objects, error))
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    {
      const WaySchemaObject *object = objects->pdata[i];

      if (!object->is_table && !way_sql_run (db, object->sql, DOING, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_references (sqlite3 *db, GError **error)
{
  g_autoptr (WayStatement) check = way_statement_new (db, "PRAGMA foreign_key_check", DOING, error);
  WaySqlStep step = next_row (check, error);

  if (step == WAY_SQL_ROW)
    {
      g_autofree char *file = way_sql_file_name (db);

      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” is damaged: “%s” %" PRId64 " refers to what is not in the "
                     "plan. It can be recovered into a new file."),
                   file, way_statement_column_text (check, 0), way_statement_column_int (check, 1));
    }
  return step == WAY_SQL_DONE;
}

static gboolean
run_steps (sqlite3 *db, const WayMigration *steps, guint n_steps, GError **error)
{
  gint64 version;

  /* Read inside the transaction: another program may just have done the same work. */
  if (!way_sql_read_int (db, "PRAGMA user_version", DOING, &version, error))
    return FALSE;
  for (guint i = 0; i < n_steps; i++)
    for (guint k = 0; steps[i].to > version && steps[i].statements[k] != NULL; k++)
      if (!way_sql_run (db, steps[i].statements[k], DOING, error))
        return FALSE;
  return TRUE;
}

static gboolean
migrate_inside (sqlite3 *db, const WayMigration *steps, guint n_steps, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", WAY_STORE_SCHEMA_VERSION);

  return run_steps (db, steps, n_steps, error) && conform (db, error)
         && check_references (db, error) && way_sql_run (db, version, DOING, error)
         && way_sql_run (db, "COMMIT", DOING, error);
}

/**
 * way_migrate_with:
 * @steps: (array length=n_steps): by rising version
 *
 * Brings @db to the tables of this version of Waymark, or leaves it as it is. Nothing is dropped
 * that this version does not know: such a file is refused (#WAY_ERROR_FORMAT).
 */
gboolean
way_migrate_with (sqlite3 *db, const WayMigration *steps, guint n_steps, GError **error)
{
  gboolean done;

  /* Tables are dropped and made again under each other's references; these are checked as a
   * whole at the end. The switch has no effect inside a transaction. */
  if (!way_sql_run (db, "PRAGMA foreign_keys = OFF", DOING, error)
      || !way_sql_run (db, "BEGIN IMMEDIATE", DOING, error))
    return FALSE;
  done = migrate_inside (db, steps, n_steps, error);
  if (!done && !sqlite3_get_autocommit (db))
    way_sql_run (db, "ROLLBACK", DOING, NULL);
  return way_sql_run (db, "PRAGMA foreign_keys = ON", DOING, done ? error : NULL) && done;
}

/* What held a milestone up was text, an item a line; each line becomes a blocker. The history
 * goes on without the old field. */
static const char *const blockers_as_records[] = {
  "CREATE TABLE \"blocker\" (\"id\" INTEGER PRIMARY KEY, \"title\" TEXT, \"created\" INTEGER,"
  " \"updated\" INTEGER, \"milestone\" INTEGER)",
  "INSERT INTO \"blocker\" WITH RECURSIVE \"line\" (\"milestone\", \"time\", \"text\", \"rest\") AS ("
  " SELECT \"id\", \"updated\", '', \"blockers\" || char(10) FROM \"milestone\""
  " UNION ALL SELECT \"milestone\", \"time\", trim(substr(\"rest\", 1, instr(\"rest\", char(10)) - 1)),"
  " substr(\"rest\", instr(\"rest\", char(10)) + 1) FROM \"line\" WHERE \"rest\" <> '')"
  " SELECT (SELECT max(\"record\") FROM \"edit\") + row_number() OVER (), \"text\", \"time\","
  " \"time\", \"milestone\" FROM \"line\" WHERE \"text\" <> ''",
  "ALTER TABLE \"milestone\" DROP COLUMN \"blockers\"",
  "DELETE FROM \"edit\" WHERE \"type\" = 'milestone' AND \"field\" = 'blockers'",
  "UPDATE \"edit\" SET \"image\" = json_remove(\"image\", '$.blockers')"
  " WHERE \"type\" = 'milestone' AND \"kind\" = 2",
  NULL,
};

/**
 * way_migrate:
 *
 * way_migrate_with() the steps of this version of Waymark. Version 1 is the first.
 */
gboolean
way_migrate (sqlite3 *db, GError **error)
{
  static const WayMigration steps[] = { { 3, blockers_as_records } };

  return way_migrate_with (db, steps, G_N_ELEMENTS (steps), error);
}
