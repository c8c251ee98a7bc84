/* way-store-load.c: WayStore, reading rows into records.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "model/way-record-private.h"

#define READING N_ ("Could not read the plan")

/**
 * way_store_select_sql:
 * @tail: what follows the table's name
 *
 * Returns: (transfer full): a query of the id and all stored fields of @type, for
 * way_store_read_record()
 */
char *
way_store_select_sql (const WayRecordType *type, const char *tail)
{
  GString *sql = g_string_new ("SELECT \"id\"");

  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_is_stored (&type->fields[i]))
      g_string_append_printf (sql, ", \"%s\"", type->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" %s", type->name, tail);
  return g_string_free (sql, FALSE);
}

/* Limits are checked, but not that a required field is filled: a plan has to open. */
static gboolean
is_within_limits (const WayField *field, const WayValue *value)
{
  WayField lenient;

  if (field->type == WAY_FIELD_TYPE_TEXT)
    return TRUE;
  if ((field->flags & WAY_FIELD_REQUIRED) == 0)
    return way_field_validate (field, value, NULL);
  lenient = *field;
  lenient.flags &= ~(guint) WAY_FIELD_REQUIRED;
  return way_field_validate (&lenient, value, NULL);
}

static gboolean
set_row_error (GError **error, const WayRecordType *type, gint64 id, const WayField *field)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” %" G_GINT64_FORMAT ": “%s” holds a value that is not allowed."), type->name,
               id, field->name);
  return FALSE;
}

static gboolean
read_fields (WayStatement *row, WayRecord *record, const WayRecordType *type, GError **error)
{
  int column = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue value, initial;

      if (!way_field_is_stored (field))
        continue;
      column++;
      initial = way_field_initial (field);
      if (!way_statement_column_value (row, column, field, &value))
        return set_row_error (error, type, record->id, field);
      if (way_value_equal (&value, &initial)) /* nearly always */
        continue;
      if (!is_within_limits (field, &value))
        return set_row_error (error, type, record->id, field);
      way_record_set_value (record, field, &value);
    }
  return TRUE;
}

/**
 * way_store_read_record:
 * @row: on a row of way_store_select_sql()
 * @error: %WAY_ERROR_FORMAT, naming table, row and field
 *
 * Returns: (transfer full) (nullable): the record, in no plan; its references are not checked
 */
WayRecord *
way_store_read_record (WayStatement *row, const WayRecordType *type, GError **error)
{
  g_autoptr (WayRecord) record = way_record_new (type);

  record->id = way_statement_column_int (row, 0);
  if (record->id <= 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” has a row with the number %" G_GINT64_FORMAT ", which is not allowed."),
                   type->name, record->id);
      return NULL;
    }
  return read_fields (row, record, type, error) ? g_steal_pointer (&record) : NULL;
}

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
read_new_record (WayStatement *row, const WayRecordType *type, WayPlan *plan, GError **error)
{
  g_autoptr (WayRecord) record = way_store_read_record (row, type, error);

  if (record == NULL || way_plan_lookup (plan, record->id) == NULL)
    return g_steal_pointer (&record);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” %" G_GINT64_FORMAT ": another record has the same number."), type->name,
               record->id);
  return NULL;
}

static gboolean
load_type (sqlite3 *db, const WayRecordType *type, WayPlan *plan, GPtrArray *problems,
           GError **error)
{
  g_autofree char *sql = way_store_select_sql (type, "ORDER BY \"id\"");
  g_autoptr (WayStatement) rows = way_statement_new (db, sql, READING, error);
  WaySqlStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = way_statement_step (rows, error)) == WAY_SQL_ROW)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (WayRecord) record = read_new_record (rows, type, plan, &problem);

      if (record != NULL)
        way_plan_add (plan, record);
      else if (!tolerate (problems, &problem, error))
        return FALSE;
    }
  return step == WAY_SQL_DONE;
}

static gboolean
check_reference (WayPlan *plan, WayRecord *record, const WayField *field, GError **error)
{
  gint64 id = way_record_get (record, field).i;
  WayRecord *target = id != 0 ? way_plan_lookup (plan, id) : NULL;

  if (id == 0 || (target != NULL && g_str_equal (way_record_get_record_type (target)->name, field->target)))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("“%s” %" G_GINT64_FORMAT ": “%s” refers to “%s” %" G_GINT64_FORMAT
                 ", which is not in the plan."),
               field->owner->name, record->id, field->name, field->target, id);
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
  return TRUE;
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

/**
 * way_store_load:
 * @plan: without records
 * @error: %WAY_ERROR_FORMAT, naming table and row; @plan is then of no use
 */
gboolean
way_store_load (WayStore *self, WayPlan *plan, GError **error)
{
  gboolean loaded;

  if (!way_store_begin_reading (self, error))
    return FALSE;
  loaded = way_store_load_records (self->db, plan, NULL, error) && reserve_ids (self, plan, error)
           && way_store_note_seq (self, error);
  way_store_end_reading (self);
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
  g_autofree char *sql = way_store_select_sql (type, "WHERE \"id\" = ?1");
  g_autoptr (WayStatement) row = way_statement_new (self->db, sql, READING, error);
  g_autoptr (WayRecord) record = NULL;
  WaySqlStep step;

  if (row == NULL)
    return NULL;
  way_statement_bind_int (row, 1, id);
  step = way_statement_step (row, error);
  if (step == WAY_SQL_DONE)
    return way_image_new_empty (type, id);
  record = step == WAY_SQL_ROW ? way_store_read_record (row, type, error) : NULL;
  return record != NULL ? way_image_new (record) : NULL;
}
