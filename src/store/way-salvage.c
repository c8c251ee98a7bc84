/* way-salvage.c: reads the rows of a damaged table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are read as far as they can be, past what cannot; what they hold is taken
 * field by field. */

#include "model/way-i18n.h"

#include "store/way-salvage.h"

#include "model/way-record-private.h"
#include "store/way-statement.h"

#define RECOVERING N_ ("Could not recover the plan")
#define FARTHEST_JUMP ((gint64) 1 << 40)

/* One table of the damaged file. */
typedef struct
{
  sqlite3 *db;
  const WayRecordType *type;
  WayPlan *plan;
  char *columns; /* "id", "title", NULL …: those that the file lacks are NULL */
} Salvage;

static GHashTable *
read_column_names (sqlite3 *db, const WayRecordType *type)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_xinfo(\"%s\")", type->name);
  g_autoptr (WayStatement) info = way_statement_new (db, sql, RECOVERING, NULL);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (info != NULL && way_statement_step (info, NULL) == WAY_SQL_ROW)
    if (way_statement_column_int (info, 6) == 0)
      g_hash_table_add (names, g_strdup (way_statement_column_text (info, 1)));
  return names;
}

/* Only a plain table is read: a view or virtual table of that name would run. */
static gboolean
is_plain_table (sqlite3 *db, const WayRecordType *type)
{
  g_autoptr (WayStatement) row = way_statement_new (
      db,
      "SELECT 1 FROM sqlite_schema WHERE \"name\" = ?1 AND \"type\" = 'table'"
      " AND \"sql\" LIKE 'CREATE TABLE %'",
      RECOVERING, NULL);

  if (row == NULL)
    return FALSE;
  way_statement_bind_text (row, 1, type->name);
  return way_statement_step (row, NULL) == WAY_SQL_ROW;
}

static char *
list_columns (sqlite3 *db, const WayRecordType *type)
{
  g_autoptr (GHashTable) names = read_column_names (db, type);
  GString *list = g_string_new ("\"id\"");

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (!way_field_is_stored (field))
        continue;
      if (g_hash_table_contains (names, field->name))
        g_string_append_printf (list, ", \"%s\"", field->name);
      else
        g_string_append (list, ", NULL");
    }
  return g_string_free (list, FALSE);
}

/* What a row holds, each field that is not as it should be at its default. */
static void
take_row (Salvage *salvage, WayStatement *row)
{
  gint64 id = way_statement_column_int (row, 0);
  g_autoptr (WayRecord) record = NULL;
  int column = 0;

  if (id <= 0 || way_plan_lookup (salvage->plan, id) != NULL)
    return;
  record = way_record_new (salvage->type);
  record->id = id;
  for (guint i = 0; i < salvage->type->n_fields; i++)
    {
      const WayField *field = &salvage->type->fields[i];
      WayValue value;

      if (way_field_is_stored (field) && way_statement_column_value (row, ++column, field, &value)
          && way_field_validate (field, &value, NULL))
        way_record_set_value (record, field, &value);
    }
  way_plan_add (salvage->plan, record);
}

static WayStatement *
select_rows (Salvage *salvage, const char *tail)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM \"%s\" %s", salvage->columns, salvage->type->name, tail);

  return way_statement_new (salvage->db, sql, RECOVERING, NULL);
}

/* Takes rows until there are no more (%TRUE) or one cannot be read; @last: the last one taken.
 * A damaged table may hand out rows in any order: one that goes back is none that can be read. */
static gboolean
take_upwards (Salvage *salvage, gint64 after, gint64 *last)
{
  g_autoptr (WayStatement) rows = select_rows (salvage, "WHERE \"id\" > ?1 ORDER BY \"id\"");
  WaySqlStep step = rows != NULL ? WAY_SQL_ROW : WAY_SQL_ERROR;

  *last = after;
  if (rows != NULL)
    way_statement_bind_int (rows, 1, after);
  while (step == WAY_SQL_ROW && (step = way_statement_step (rows, NULL)) == WAY_SQL_ROW)
    {
      gint64 id = way_statement_column_int (rows, 0);

      if (id <= *last)
        return FALSE;
      *last = id;
      take_row (salvage, rows);
    }
  return step == WAY_SQL_DONE;
}

static void
take_downwards (Salvage *salvage, gint64 before, gint64 after)
{
  g_autoptr (WayStatement) rows =
      select_rows (salvage, "WHERE \"id\" < ?1 AND \"id\" > ?2 ORDER BY \"id\" DESC");

  if (rows == NULL)
    return;
  way_statement_bind_int (rows, 1, before);
  way_statement_bind_int (rows, 2, after);
  while (way_statement_step (rows, NULL) == WAY_SQL_ROW)
    take_row (salvage, rows);
}

/* The first row that can be read again after @last; 0 when there is none. */
static gint64
find_next_readable (Salvage *salvage, gint64 last)
{
  g_autoptr (WayStatement) rows =
      select_rows (salvage, "WHERE \"id\" >= ?1 ORDER BY \"id\" LIMIT 1");

  for (gint64 jump = 1; rows != NULL && jump < FARTHEST_JUMP; jump *= 2)
    {
      gint64 found = 0;
      WaySqlStep step;

      way_statement_bind_int (rows, 1, last + jump);
      step = way_statement_step (rows, NULL);
      if (step == WAY_SQL_ROW)
        found = way_statement_column_int (rows, 0);
      way_statement_reset (rows);
      if (step != WAY_SQL_ERROR)
        return found > last ? found : 0;
    }
  return 0;
}

/**
 * way_salvage_type:
 * @db: a private copy of a damaged file
 *
 * Puts every record of @type that can still be read into @plan, whatever its references.
 */
void
way_salvage_type (sqlite3 *db, const WayRecordType *type, WayPlan *plan)
{
  g_autofree char *columns = list_columns (db, type);
  Salvage salvage = { db, type, plan, columns };
  gint64 last = 0, next = 0;

  if (!is_plain_table (db, type))
    return;
  while (!take_upwards (&salvage, last, &last))
    {
      last = MAX (last, next); /* on, even if that row cannot be read after all */
      next = find_next_readable (&salvage, last);
      if (next == 0)
        return;
      take_downwards (&salvage, next, last); /* what the jump passed over */
      last = next - 1;
    }
}
