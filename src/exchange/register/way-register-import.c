/* way-register-import.c: a table's file, and which field each of its columns goes into.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/register/way-register-import-private.h"

#include "exchange/register/way-register.h"
#include "model/way-error.h"

#include <string.h>

/* More is no table that somebody looks through. */
#define FILE_MAX ((gsize) 256 * 1024 * 1024)

static void
column_clear (gpointer data)
{
  g_free (((WayRegisterColumn *)data)->header);
}

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((WayRegisterRow *)data)->edits, g_array_unref);
}

static void
problem_free (gpointer data)
{
  WayRegisterProblem *problem = data;

  g_free (problem->column);
  g_free (problem->text);
  g_free (problem->message);
  g_free (problem);
}

/* ------------------------------------------------------------------ columns */

static gboolean
names_same (const char *header, const char *name)
{
  g_autofree char *a = g_utf8_casefold (header, -1), *b = g_utf8_casefold (name, -1);

  g_strstrip (g_strdelimit (a, "_-", ' '));
  g_strstrip (g_strdelimit (b, "_-", ' '));
  return g_str_equal (a, b);
}

static gboolean
is_taken (const WayRegisterImport *self, const WayField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, WayRegisterColumn, i).field == field)
      return TRUE;
  return FALSE;
}

/* The first field of that name which no column has yet. */
static const WayField *
propose (const WayRegisterImport *self, GPtrArray *fields, const char *header)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const WayField *field = fields->pdata[i];

      if (!is_taken (self, field)
          && (names_same (header, _ (field->label)) || names_same (header, field->label)
              || names_same (header, field->name)))
        return field;
    }
  return NULL;
}

static void
propose_columns (WayRegisterImport *self)
{
  g_autoptr (GPtrArray) fields = way_register_columns (self->type);
  const WayCsvRow *headers = self->csv->rows->pdata[0];
  gboolean has_id = FALSE;

  for (guint i = 0; headers->cells[i] != NULL; i++)
    {
      WayRegisterColumn column = { .header = g_strstrip (g_strdup (headers->cells[i])) };

      column.is_id
          = !has_id && (names_same (column.header, _ ("Id")) || names_same (column.header, "id"));
      has_id |= column.is_id;
      if (!column.is_id)
        column.field = propose (self, fields, column.header);
      g_array_append_val (self->columns, column);
    }
}

/**
 * way_register_import_set_column:
 * @column: its place in the file
 * @is_id: it holds ids
 * @field: (nullable): what it goes into; %NULL = nothing
 *
 * Another column that had the field, or the ids, has nothing then. To be checked anew.
 */
void
way_register_import_set_column (WayRegisterImport *self, guint column, gboolean is_id,
                                const WayField *field)
{
  g_return_if_fail (column < self->columns->len);

  self->checked_on = -1;
  for (guint i = 0; i < self->columns->len; i++)
    {
      WayRegisterColumn *other = &g_array_index (self->columns, WayRegisterColumn, i);

      if (i == column || (field != NULL && other->field == field))
        other->field = i == column ? field : NULL;
      if (i == column || is_id)
        other->is_id = i == column && is_id;
    }
}

/* ------------------------------------------------------------------ the file */

static WayRegisterImport *
new_import (const WayRecordType *type, const char *file)
{
  WayRegisterImport *self = g_new0 (WayRegisterImport, 1);

  self->type = type;
  self->file = g_strdup (file);
  self->columns = g_array_new (FALSE, TRUE, sizeof (WayRegisterColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_array_new (FALSE, TRUE, sizeof (WayRegisterRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->checked_on = -1;
  self->progress = g_atomic_rc_box_new0 (int);
  return self;
}

/* The same table with the same columns, not yet checked. */
WayRegisterImport *
way_register_import_copy (const WayRegisterImport *self)
{
  WayRegisterImport *copy = new_import (self->type, self->file);

  copy->csv = way_csv_ref (self->csv);
  for (guint i = 0; i < self->columns->len; i++)
    {
      WayRegisterColumn column = g_array_index (self->columns, WayRegisterColumn, i);

      column.header = g_strdup (column.header);
      g_array_append_val (copy->columns, column);
    }
  g_atomic_rc_box_release (copy->progress);
  copy->progress = g_atomic_rc_box_acquire (self->progress);
  return copy;
}

/**
 * way_register_import_parse:
 * @file: display name
 * @bytes: (array length=length): what it holds
 * @error: %WAY_ERROR_FORMAT when it is no table; %WAY_ERROR_INVALID when nothing of @type is read
 *   from tables
 *
 * Returns: (transfer full): with its columns mapped as their headers say; not yet checked
 */
WayRegisterImport *
way_register_import_parse (const WayRecordType *type, const char *file, const char *bytes,
                           gsize length, GError **error)
{
  g_autoptr (WayRegisterImport) self = new_import (type, file);

  if (!way_register_can_import (type))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("%s cannot be read from a table."),
                   _ (type->plural));
      return NULL;
    }
  self->csv = way_csv_parse (bytes, length, error);
  if (self->csv == NULL)
    return NULL;
  if (self->csv->rows->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _ ("“%s” is empty. Its first row has to name the columns."), file);
      return NULL;
    }
  propose_columns (self);
  return g_steal_pointer (&self);
}

/**
 * way_register_import_open:
 * @error: %WAY_ERROR_IO, and what way_register_import_parse() tells
 *
 * Returns: (transfer full): the same of the file at @path
 */
WayRegisterImport *
way_register_import_open (const WayRecordType *type, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                   _ ("“%s” cannot be read. Check that it is there and that you may read it."),
                   name);
      return NULL;
    }
  if (length > FILE_MAX)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _ ("“%s” is larger than %d MB. Split it, and read the parts."), name,
                   (int)(FILE_MAX / 1024 / 1024));
      return NULL;
    }
  return way_register_import_parse (type, name, bytes, length, error);
}

typedef struct
{
  const WayRecordType *type;
  char *path;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_free (self);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Opening *opening = data;
  GError *error = NULL;
  WayRegisterImport *self = way_register_import_open (opening->type, opening->path, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) way_register_import_free);
  else
    g_task_return_error (task, error);
}

/**
 * way_register_import_open_start:
 * @callback: who calls way_register_import_open_finish() there
 *
 * way_register_import_open() in another thread.
 */
void
way_register_import_open_start (const WayRecordType *type, const char *path,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening) { type, g_strdup (path) };
  g_task_set_source_tag (task, way_register_import_open_start);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * way_register_import_open_finish:
 *
 * Returns: (transfer full) (nullable)
 */
WayRegisterImport *
way_register_import_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
way_register_import_free (WayRegisterImport *self)
{
  g_free (self->file);
  g_clear_pointer (&self->csv, way_csv_unref);
  g_clear_object (&self->cancellable);
  g_atomic_rc_box_release (self->progress);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

guint
way_register_import_get_n_rows (const WayRegisterImport *self)
{
  return self->csv->rows->len - 1;
}

/* ------------------------------------------------------------------ what is wrong */

/**
 * way_register_problem_dup_place:
 *
 * Returns: (transfer full): “Line 5, Due”
 */
char *
way_register_problem_dup_place (const WayRegisterProblem *problem)
{
  if (problem->column[0] == '\0')
    return g_strdup_printf (_ ("Line %u"), problem->line);
  /* Translators: of a file: the line, and the column’s name */
  return g_strdup_printf (_ ("Line %u, %s"), problem->line, problem->column);
}

static void
append_problems (const WayRegisterImport *self, guint *next, guint line, GString *text)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (; *next < self->problems->len; (*next)++)
    {
      const WayRegisterProblem *problem = self->problems->pdata[*next];

      if (problem->line > line)
        break;
      if (problem->line == line && problem->fatal)
        g_string_append_printf (all, "%s%s%s%s", all->len > 0 ? " " : "", problem->column,
                                problem->column[0] != '\0' ? ": " : "", problem->message);
    }
  way_csv_append_cell (text, all->str);
}

/**
 * way_register_import_dup_bad_rows:
 *
 * Returns: (transfer full): the rows that stay out as a table again, each with what is wrong with
 * it in a last column; after check
 */
char *
way_register_import_dup_bad_rows (const WayRegisterImport *self)
{
  GString *text = g_string_new (NULL);
  guint next = 0;

  for (guint i = 0; i < self->columns->len; i++)
    way_csv_append_cell (text, g_array_index (self->columns, WayRegisterColumn, i).header);
  way_csv_append_cell (text, _ ("Problem"));
  way_csv_end_row (text);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WayCsvRow *row = self->csv->rows->pdata[i + 1];

      if (g_array_index (self->rows, WayRegisterRow, i).fate != WAY_ROW_BAD)
        continue;
      for (guint k = 0; k < MAX (self->columns->len, g_strv_length (row->cells)); k++)
        way_csv_append_cell (text, k < g_strv_length (row->cells) ? row->cells[k] : "");
      append_problems (self, &next, row->line, text);
      way_csv_end_row (text);
    }
  return g_string_free (text, FALSE);
}
