/* way-register-apply.c: the rows of a table go into the plan, those that its rules let in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which they are is found out by doing it on a copy of the plan, so a table meets the same rules as
 * everything that is done by hand. */

#include "model/way-i18n.h"

#include "exchange/register/way-register-import-private.h"

#include "document/way-outline.h"
#include "document/way-sandbox.h"

static WayRecord *
create (WayRegisterImport *self, WayDocument *document, const WayRegisterRow *row, GError **error)
{
  WayRecord *record = self->type == &way_task_type
                          ? (WayRecord *)way_outline_insert (document, NULL, "", error)
                          : way_document_create_record (document, self->type);

  if (record != NULL && row->number != 0)
    way_document_set_int (document, record, "number", row->number);
  return record;
}

/* Returns: the record that the row is about now; NULL when it cannot be made */
static WayRecord *
apply_row (WayRegisterImport *self, WayDocument *document, const WayRegisterRow *row,
           GError **error)
{
  WayRecord *record
      = row->record != 0 ? way_plan_lookup (way_document_get_plan (document), row->record)
                         : create (self, document, row, error);

  for (guint i = 0; record != NULL && i < row->edits->len; i++)
    {
      const WayRegisterEdit *edit = &g_array_index (row->edits, WayRegisterEdit, i);

      if (edit->field->type == WAY_FIELD_TYPE_DURATION && edit->field->unit_field != NULL)
        way_document_set_int (document, record, edit->field->unit_field, edit->unit);
      way_document_set (document, record, edit->field, &edit->value);
    }
  return record;
}

static WayRegisterRow *
row_at (WayRegisterImport *self, guint position)
{
  return &g_array_index (self->rows, WayRegisterRow, position);
}

static gboolean
goes_in (const WayRegisterRow *row)
{
  return row->fate == WAY_ROW_NEW || row->fate == WAY_ROW_CHANGED;
}

/* ------------------------------------------------------------------ rows that the plan refuses */

/* The header of the column that holds the field, or what the field is called. */
static const char *
name_of (WayRegisterImport *self, const WayField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const WayRegisterColumn *column = &g_array_index (self->columns, WayRegisterColumn, i);

      if (column->field == field && column->header[0] != '\0')
        return column->header;
    }
  return _ (field->label);
}

static void
refuse (WayRegisterImport *self, guint position, const WayField *field, const char *message)
{
  WayRegisterRow *row = row_at (self, position);
  WayRegisterProblem *problem = g_new0 (WayRegisterProblem, 1);

  problem->line = ((const WayCsvRow *)self->csv->rows->pdata[position + 1])->line;
  problem->column = g_strdup (field != NULL ? name_of (self, field) : "");
  problem->text = g_strdup ("");
  problem->message = g_strdup (message);
  problem->fatal = TRUE;
  g_ptr_array_add (self->problems, problem);
  self->n_fates[row->fate]--;
  row->fate = WAY_ROW_BAD;
  self->n_fates[row->fate]++;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const WayRegisterProblem *first = *(const WayRegisterProblem *const *)a;
  const WayRegisterProblem *second = *(const WayRegisterProblem *const *)b;

  return first->line < second->line ? -1 : first->line > second->line;
}

static void
try_rows (WayRegisterImport *self, WayDocument *original)
{
  g_autoptr (WayDocument) document = way_document_new_sandbox (original);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL); /* id → row + 1 */
  g_autoptr (GPtrArray) refusals = NULL;

  way_document_begin_with_origin (document, self->file, WAY_ORIGIN_IMPORT);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (GError) error = NULL;
      WayRecord *record;

      if (!goes_in (row_at (self, i)))
        continue;
      record = apply_row (self, document, row_at (self, i), &error);
      if (record == NULL)
        refuse (self, i, NULL, error->message);
      else
        g_hash_table_insert (positions, GSIZE_TO_POINTER (record->id), GUINT_TO_POINTER (i + 1));
    }
  refusals = way_document_list_refusals (document);
  for (guint i = 0; i < refusals->len; i++)
    {
      const WayRefusal *refusal = refusals->pdata[i];
      guint position = GPOINTER_TO_UINT (
          g_hash_table_lookup (positions, GSIZE_TO_POINTER (refusal->record)));

      if (position > 0)
        refuse (self, position - 1, refusal->field, refusal->message);
    }
  g_ptr_array_sort (self->problems, compare_lines);
}

/**
 * way_register_import_check:
 *
 * Finds out what each row would do to the plan, which stays as it is, and what is wrong with which
 * cell: whether it can be read, and whether the rules of the plan let it in.
 */
void
way_register_import_check (WayRegisterImport *self, WayDocument *document)
{
  way_register_import_read_rows (self, way_document_get_plan (document));
  if (self->n_fates[WAY_ROW_NEW] + self->n_fates[WAY_ROW_CHANGED] > 0)
    try_rows (self, document);
}

/**
 * way_register_import_apply:
 * @error: why nothing was taken in: what only the plan as a whole can tell, such as a loop of links
 *
 * Checks the table, and takes the rows without problems in as one step that can be undone.
 */
gboolean
way_register_import_apply (WayRegisterImport *self, WayDocument *document, GError **error)
{
  g_autofree char *label = NULL;

  way_register_import_check (self, document);
  if (self->n_fates[WAY_ROW_NEW] + self->n_fates[WAY_ROW_CHANGED] == 0)
    return TRUE;
  /* Translators: a step that can be undone: a file’s name, and the kind of records */
  label = g_strdup_printf (_ ("Import “%s” (%s)"), self->file, _ (self->type->plural));
  way_document_begin_with_origin (document, label, WAY_ORIGIN_IMPORT);
  for (guint i = 0; i < self->rows->len; i++)
    if (goes_in (row_at (self, i))
        && apply_row (self, document, row_at (self, i), error) == NULL)
      {
        way_document_rollback (document);
        return FALSE;
      }
  return way_document_commit (document, error);
}
