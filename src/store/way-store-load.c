/* way-store-load.c: WayStore, reading rows into records.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "store/way-row-reader.h"

#include <inttypes.h>

#define READING N_ ("Could not read the plan")

/* Takes an error into the list of problems, if there is one. */
static gboolean
tolerate (GPtrArray *problems, GError **problem, GError **error)
{
  if (problems == NULL)
    {
      g_propagate_error (error, g_steal_pointer (problem));
      return FALSE;
    }
  g_ptr_array_add (problems, g_strdup ((*problem)->message));
  g_clear_error (problem);
  return TRUE;
}

static WayRecord *
read_new_record (WayRowReader *reader, WayPlan *plan, GError **error)
{
  g_autoptr (WayRecord) record = way_row_reader_read (reader, error);

  if (record == NULL || way_plan_lookup (plan, record->id) == NULL)
    return g_steal_pointer (&record);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” %" PRId64 ": another record has the same number."),
               way_record_get_record_type (record)->name, record->id);
  return NULL;
}

static gboolean
load_type (sqlite3 *db, const WayRecordType *type, WayPlan *plan, GPtrArray *problems,
           GError **error)
{
  g_autoptr (WayRowReader) reader = way_row_reader_new (db, type, "ORDER BY \"id\"", error);
  WaySqlStep step = WAY_SQL_ERROR;

  while (reader != NULL
         && (step = way_statement_step (way_row_reader_get_statement (reader), error))
                == WAY_SQL_ROW)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (WayRecord) record = read_new_record (reader, plan, &problem);

      if (record != NULL)
        way_plan_add (plan, record);
      else if (!tolerate (problems, &problem, error))
        return FALSE;
    }
  return step == WAY_SQL_DONE;
}

static const char *
name_of_target (const WayField *field)
{
  return field->target != NULL ? field->target : _("record");
}

static gboolean
check_reference (WayPlan *plan, WayRecord *record, const WayField *field, GError **error)
{
  gint64 id = way_record_get (record, field).i;

  if (id == 0 && (field->flags & WAY_FIELD_REQUIRED) != 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” %" PRId64 ": “%s” is empty, and has to refer to a “%s”."),
                   field->owner->name, record->id, field->name, name_of_target (field));
      return FALSE;
    }
  if (way_plan_reference_holds (plan, record, field))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” %" PRId64 ": “%s” refers to “%s” %" PRId64
                 ", which is not in the plan."),
               field->owner->name, record->id, field->name, name_of_target (field), id);
  return FALSE;
}

static gboolean
check_references (WayPlan *plan, const WayRecordType *type, GPtrArray *problems, GError **error)
{
  GPtrArray *records = way_plan_peek_records (plan, type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (field->type != WAY_FIELD_TYPE_REF || !way_field_is_stored (field))
        continue;
      for (guint k = 0; k < records->len; k++)
        {
          g_autoptr (GError) problem = NULL;

          if (!check_reference (plan, records->pdata[k], field, &problem)
              && !tolerate (problems, &problem, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * way_store_find_parent_loops:
 * @plan: all of whose parents hold
 *
 * Returns: (transfer container) (element-type WayTask): one task of each loop that the parents of
 * tasks form; none in a sound plan
 */
GPtrArray *
way_store_find_parent_loops (WayPlan *plan)
{
  GPtrArray *tasks = way_plan_peek_records (plan, &way_task_type);
  GPtrArray *loops = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* task → where its walk began */

  if (way_plan_get_outline (plan)->len == tasks->len)
    return loops;
  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];

      while (task != NULL && !g_hash_table_contains (seen, task))
        {
          g_hash_table_insert (seen, task, tasks->pdata[i]);
          task = way_plan_lookup_task (plan, task->parent);
        }
      if (task != NULL && g_hash_table_lookup (seen, task) == tasks->pdata[i])
        g_ptr_array_add (loops, task);
    }
  return loops;
}

static gboolean
check_parents (WayPlan *plan, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) loops = way_store_find_parent_loops (plan);

  for (guint i = 0; i < loops->len; i++)
    {
      g_autoptr (GError) problem = NULL;

      g_set_error (&problem, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” %" PRId64 ": “%s” leads in a circle back to the task itself."),
                   way_task_type.name, WAY_RECORD (loops->pdata[i])->id, "parent");
      if (!tolerate (problems, &problem, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * way_store_load_records:
 * @problems: (nullable) (element-type utf8): takes a line for each row and reference that is not
 * as it should be; with %NULL the first one fails
 */
gboolean
way_store_load_records (sqlite3 *db, WayPlan *plan, GPtrArray *problems, GError **error)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (!load_type (db, types[i], plan, problems, error))
      return FALSE;
  for (guint i = 0; i < n_types; i++)
    if (!check_references (plan, types[i], problems, error))
      return FALSE;
  return check_parents (plan, problems, error);
}

/* An id is never used twice, also when its record was deleted. */
static gboolean
reserve_ids (WayStore *self, WayPlan *plan, GError **error)
{
  gint64 last;

  if (!way_sql_read_int (self->db, "SELECT max(\"record\") FROM \"edit\"", READING, &last, error))
    return FALSE;
  way_plan_reserve_id (plan, last);
  return TRUE;
}

/* Nor is the number of a human id. A step of the history that cannot be read is passed over. */
static gboolean
reserve_numbers (WayStore *self, WayPlan *plan, GError **error)
{
  g_autoptr (WayStatement) rows = way_statement_new (
      self->db,
      "SELECT \"type\", max(CASE WHEN json_valid(\"image\") THEN"
      " CAST (json_extract(\"image\", '$.number') AS INTEGER) END)"
      " FROM \"edit\" WHERE \"image\" IS NOT NULL GROUP BY \"type\"",
      READING, error);
  WaySqlStep step = WAY_SQL_ERROR;

  while (rows != NULL && (step = way_statement_step (rows, error)) == WAY_SQL_ROW)
    {
      const WayRecordType *type = way_record_type (way_statement_column_text (rows, 0));

      if (type != NULL)
        way_plan_reserve_number (plan, type, way_statement_column_int (rows, 1));
    }
  return step == WAY_SQL_DONE;
}

static gboolean
load_inside (WayStore *self, WayPlan *plan, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = way_sql_file_name (self->db);

  if (way_store_load_records (self->db, plan, NULL, &problem))
    return reserve_ids (self, plan, error) && reserve_numbers (self, plan, error)
           && way_store_note_seq (self, error);
  g_set_error (error, problem->domain, problem->code,
               _("Could not load “%s”: %s What can still be read of it can be recovered into a new "
                 "file."), name, problem->message);
  return FALSE;
}

static gboolean
load_consistently (WayStore *self, WayPlan *plan, GError **error)
{
  gboolean loaded;

  if (!way_store_begin_reading (self, error))
    return FALSE;
  loaded = load_inside (self, plan, error);
  way_store_end_reading (self);
  return loaded;
}

/**
 * way_store_load:
 * @plan: without records
 * @error: %WAY_ERROR_FORMAT when the file is damaged (see way_store_recover()), or naming table and
 * row; @plan is then of no use
 */
gboolean
way_store_load (WayStore *self, WayPlan *plan, GError **error)
{
  GThread *check = way_store_check_beside (self);
  gboolean loaded = load_consistently (self, plan, error);
  GError *damage = g_thread_join (check);

  if (damage != NULL) /* says more than what came of it */
    {
      g_clear_error (error);
      g_propagate_error (error, damage);
      return FALSE;
    }
  if (loaded)
    way_plan_settle (plan);
  return loaded;
}

/**
 * way_store_read_image:
 *
 * Returns: (transfer full) (nullable): the row as it is now; one of defaults when there is none
 */
WayImage *
way_store_read_image (WayStore *self, const WayRecordType *type, gint64 id, GError **error)
{
  g_autoptr (WayRowReader) reader = way_row_reader_new (self->db, type, "WHERE \"id\" = ?1", error);
  g_autoptr (WayRecord) record = NULL;
  WaySqlStep step;

  if (reader == NULL)
    return NULL;
  way_statement_bind_int (way_row_reader_get_statement (reader), 1, id);
  step = way_statement_step (way_row_reader_get_statement (reader), error);
  if (step == WAY_SQL_DONE)
    return way_image_new_empty (type, id);
  record = step == WAY_SQL_ROW ? way_row_reader_read (reader, error) : NULL;
  return record != NULL ? way_image_new (record) : NULL;
}
