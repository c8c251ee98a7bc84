/* way-store-recover.c: WayStore, salvaging a damaged plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on a private copy. Rows are read as far as they can be, past what cannot;
 * what they hold is taken field by field; references to what is lost are cleared.
 * The new file begins a history of its own: one of which parts are missing could
 * not be undone. */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "model/way-record-private.h"
#include "store/way-connection.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

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

/* Takes rows until there are no more (%TRUE) or one cannot be read; @last: the last one taken. */
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
      *last = way_statement_column_int (rows, 0);
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

static void
salvage_type (sqlite3 *db, const WayRecordType *type, WayPlan *plan)
{
  g_autofree char *columns = list_columns (db, type);
  Salvage salvage = { db, type, plan, columns };
  gint64 last = 0;

  if (!is_plain_table (db, type))
    return;
  while (!take_upwards (&salvage, last, &last))
    {
      gint64 next = find_next_readable (&salvage, last);

      if (next == 0)
        return;
      take_downwards (&salvage, next, last); /* what the jump passed over */
      last = next - 1;
    }
}

static gboolean
points_nowhere (WayPlan *plan, WayRecord *record, const WayField *field)
{
  gint64 id = way_record_get (record, field).i;
  WayRecord *target = id != 0 ? way_plan_lookup (plan, id) : NULL;

  return target == NULL ? id != 0 || (field->flags & WAY_FIELD_REQUIRED) != 0
                        : !g_str_equal (way_record_get_record_type (target)->name, field->target);
}

/* Returns whether the record had to go. */
static gboolean
mend_record (WayPlan *plan, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);
  WayValue none = way_value_int (0);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (field->type != WAY_FIELD_TYPE_REF || !way_field_is_stored (field)
          || !points_nowhere (plan, record, field))
        continue;
      if ((field->flags & WAY_FIELD_REQUIRED) != 0)
        {
          way_plan_remove (plan, record);
          return TRUE;
        }
      way_plan_set (plan, record, field, &none);
    }
  return FALSE;
}

static gboolean
mend_once (WayPlan *plan)
{
  gboolean removed = FALSE;
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (plan, types[i]);
      g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint k = 0; k < records->len; k++)
        g_ptr_array_add (all, g_object_ref (records->pdata[k]));
      for (guint k = 0; k < all->len; k++)
        removed |= mend_record (plan, all->pdata[k]);
    }
  return removed;
}

static gboolean
salvage_into (const char *copy, WayPlan *plan, GError **error)
{
  g_autoptr (sqlite3) db = way_connection_open (copy, WAY_CONNECTION_SALVAGE, error);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  /* With a schema that may be written, SQLite reads on where it would refuse: a file that is
   * shorter than it says, say. Nothing is written. */
  if (db == NULL || !way_sql_run (db, "PRAGMA writable_schema = ON", RECOVERING, error)
      || !way_sql_run (db, "PRAGMA foreign_keys = OFF", RECOVERING, error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    salvage_type (db, types[i], plan);
  while (mend_once (plan))
    ;
  return TRUE;
}

static gboolean
copy_file (const char *from, const char *to, gboolean required, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autofree char *name = g_filename_display_name (from);
  g_autoptr (GError) problem = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &problem)
      || (!required && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _("Could not read “%s”: %s"), name, problem->message);
  return FALSE;
}

static gboolean
salvage_copy (const char *damaged, const char *folder, WayPlan *plan, GError **error)
{
  g_autofree char *log = g_strconcat (damaged, "-wal", NULL);
  g_autofree char *copy = g_build_filename (folder, "damaged", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *copy_index = g_strconcat (copy, "-shm", NULL);
  gboolean done = copy_file (damaged, copy, TRUE, error) && copy_file (log, copy_log, FALSE, error)
                  && salvage_into (copy, plan, error);

  g_unlink (copy);
  g_unlink (copy_log);
  g_unlink (copy_index);
  return done;
}

static void
ensure_project (WayPlan *plan, const char *path)
{
  g_autofree char *title = g_filename_display_basename (path);
  g_autoptr (WayRecord) project = NULL;
  WayValue value;

  if (way_plan_get_project (plan) != NULL)
    return;
  project = way_record_new (&way_project_type);
  project->id = way_plan_next_id (plan);
  value = way_value_text (title);
  way_record_set_value (project, way_record_type_field (&way_project_type, "title"), &value);
  value = way_value_int (way_moment_today () + 8 * 60);
  way_record_set_value (project, way_record_type_field (&way_project_type, "start"), &value);
  way_plan_add (plan, project);
}

static WayChangeset *
describe_plan (WayPlan *plan, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_("Recover “%s”"), name);
  WayChangeset *changeset = way_changeset_new (label, WAY_ORIGIN_IMPORT);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (plan, types[i]);

      for (guint k = 0; k < records->len; k++)
        way_changeset_add_create (changeset, types[i], ((WayRecord *) records->pdata[k])->id, NULL);
    }
  return changeset;
}

static gboolean
write_recovered (WayPlan *plan, const char *damaged, const char *fresh, GError **error)
{
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (WayStore) store = way_store_create (fresh, error);

  if (store == NULL)
    return FALSE;
  changeset = describe_plan (plan, damaged);
  if (way_store_commit (store, plan, changeset, error))
    return TRUE;
  g_clear_object (&store);
  g_unlink (fresh);
  return FALSE;
}

static guint
count_records (WayPlan *plan)
{
  guint n = 0, n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    n += way_plan_peek_records (plan, types[i])->len;
  return n;
}

/**
 * way_store_recover:
 * @damaged: a plan that does not open; only read
 * @fresh: the file to make; may not exist
 * @n_records: (out) (optional): how many records were saved
 * @error: %WAY_ERROR_FORMAT when nothing can be read, %WAY_ERROR_IO
 */
gboolean
way_store_recover (const char *damaged, const char *fresh, guint *n_records, GError **error)
{
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autofree char *place = g_path_get_dirname (fresh);
  g_autofree char *folder = g_build_filename (place, ".waymark-recover-XXXXXX", NULL);
  g_autofree char *name = g_filename_display_name (damaged);
  gboolean read;

  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                   _("Could not write beside “%s”. Choose another folder."), fresh);
      return FALSE;
    }
  read = salvage_copy (damaged, folder, plan, error);
  g_rmdir (folder);
  if (!read)
    return FALSE;
  if (count_records (plan) == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("Nothing can be read of “%s” any more. Open one of its backups instead."), name);
      return FALSE;
    }
  if (n_records != NULL)
    *n_records = count_records (plan);
  ensure_project (plan, damaged);
  return write_recovered (plan, damaged, fresh, error);
}
