/* way-register-apply.c: the rows of a table go into the plan, those that its rules let in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which they are is found out by doing it on a copy of the plan, so a table meets the same rules as
 * everything that is done by hand. */

#include "model/way-i18n.h"

#include "exchange/register/way-register-import-private.h"

#include "document/way-document-thread.h"
#include "document/way-outline.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"

static WayRecord *
create (WayRegisterImport *self, WayDocument *document, const WayRegisterRow *row)
{
  WayRecord *record = self->type == &way_task_type
                          ? WAY_RECORD (way_outline_append_next (document, &self->rank))
                          : way_document_create_record (document, self->type);

  if (row->number != 0)
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
                         : create (self, document, row);

  if (record == NULL && row->record != 0) /* deleted by another program since the check */
    g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                 _ ("A %s that the change is about is gone, so it does not fit this plan any more."),
                 _ (self->type->label));
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

typedef struct
{
  WayRegisterImport *import;
  WayDocument *document; /* the copy */
  GHashTable *positions; /* id of a record → row + 1 */
  guint n_refused;
} Trial;

static void
refuse_record (Trial *self, gint64 record, const WayField *field, const char *message)
{
  guint position
      = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, GSIZE_TO_POINTER (record)));

  if (position == 0)
    return;
  refuse (self->import, position - 1, field, message);
  self->n_refused++;
}

static void
apply_rows (Trial *self)
{
  self->import->rank = 0;
  g_hash_table_remove_all (self->positions);
  for (guint i = 0; i < self->import->rows->len; i++)
    {
      g_autoptr (GError) error = NULL;
      WayRecord *record;

      if (!way_register_import_go_on (self->import) || !goes_in (row_at (self->import, i)))
        continue;
      record = apply_row (self->import, self->document, row_at (self->import, i), &error);
      if (record == NULL)
        refuse (self->import, i, NULL, error->message);
      else
        g_hash_table_insert (self->positions, GSIZE_TO_POINTER (record->id),
                             GUINT_TO_POINTER (i + 1));
    }
}

static void
refuse_records (Trial *self)
{
  g_autoptr (GPtrArray) refusals = way_document_list_refusals (self->document);

  for (guint i = 0; i < refusals->len; i++)
    {
      const WayRefusal *refusal = refusals->pdata[i];

      refuse_record (self, refusal->record, refusal->field, refusal->message);
    }
}

/* Of the links that close a loop the schedule leaves out the last: that is the row at fault. */
static void
refuse_loops (Trial *self)
{
  const WayField *successor = way_record_type_field (&way_link_type, "successor");
  g_autoptr (GArray) shifts = NULL;
  g_autoptr (GPtrArray) ignored = NULL;

  if (self->import->type != &way_link_type)
    return;
  shifts = way_document_preview (self->document);
  ignored = way_document_get_ignored_links (self->document);
  for (guint i = 0; i < ignored->len; i++)
    {
      WayLink *link = ignored->pdata[i];
      WayPlan *plan = way_document_get_plan (self->document);
      g_autofree char *names = NULL, *message = NULL;

      if (!way_link_would_cycle (self->document, way_plan_lookup_task (plan, link->predecessor),
                                 way_plan_lookup_task (plan, link->successor), &names))
        continue;
      message = g_strdup_printf (
          _ ("This would make a loop, and nothing in it could start first: %s."), names);
      refuse_record (self, WAY_RECORD (link)->id, successor, message);
    }
}

/* What is refused is taken out, and the rest looked at again: it may not hold without it. */
static void
try_rows (WayRegisterImport *import, WayDocument *document)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  Trial trial = { import, document, positions, 0 };

  way_document_begin_with_origin (document, import->file, WAY_ORIGIN_IMPORT);
  apply_rows (&trial);
  refuse_records (&trial);
  while (trial.n_refused > 0)
    {
      trial.n_refused = 0;
      way_document_start_over (document);
      apply_rows (&trial);
      refuse_records (&trial);
    }
  refuse_loops (&trial);
  g_ptr_array_sort (import->problems, compare_lines);
}

/* Another row is looked at. FALSE when nobody waits for it any more. */
gboolean
way_register_import_go_on (WayRegisterImport *self)
{
  g_atomic_int_inc (self->progress);
  return !g_cancellable_is_cancelled (self->cancellable);
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
  g_autoptr (WayDocument) copy = way_document_new_sandbox (document);

  g_atomic_int_set (self->progress, 0);
  way_register_import_read_rows (self, way_document_get_plan (copy));
  if (self->n_fates[WAY_ROW_NEW] + self->n_fates[WAY_ROW_CHANGED] > 0)
    try_rows (self, copy);
  self->checked_on = g_cancellable_is_cancelled (self->cancellable)
                         ? -1 : way_sandbox_get_origin (copy);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WayRegisterImport *copy = way_register_import_copy (data);

  g_set_object (&copy->cancellable, cancellable);
  way_register_import_check (copy, way_document_of_task (task));
  g_clear_object (&copy->cancellable);
  g_task_return_pointer (task, copy, (GDestroyNotify)way_register_import_free);
}

/**
 * way_register_import_check_start:
 *
 * way_register_import_check() in another thread, on the columns as they are now.
 */
void
way_register_import_check_start (const WayRegisterImport *self, WayDocument *document,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data)
{
  way_document_start_thread (document, check_in_thread, way_register_import_copy (self),
                             (GDestroyNotify)way_register_import_free, cancellable, callback, data);
}

/**
 * way_register_import_check_finish:
 *
 * Returns: (transfer full) (nullable): the table with what the check has found, in place of the
 * one that it was started on
 */
WayRegisterImport *
way_register_import_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * way_register_import_get_progress:
 *
 * Returns: how much of the check that was started last is done, 0 to 1
 */
double
way_register_import_get_progress (const WayRegisterImport *self)
{
  double all = 2.0 * MAX (way_register_import_get_n_rows (self), 1);

  return MIN (g_atomic_int_get (self->progress) / all, 1);
}

/**
 * way_register_import_is_stale:
 *
 * Returns: whether it is not checked on the plan as it is now, so that applying it checks it first
 */
gboolean
way_register_import_is_stale (const WayRegisterImport *self, WayDocument *document)
{
  return self->checked_on != way_document_get_seq (document);
}

/**
 * way_register_import_apply:
 * @error: why nothing was taken in: what only the plan as a whole can tell
 *
 * Checks the table, unless that is done, and takes the rows without problems in as one step that
 * can be undone.
 */
gboolean
way_register_import_apply (WayRegisterImport *self, WayDocument *document, GError **error)
{
  g_autofree char *label = NULL;

  if (way_register_import_is_stale (self, document))
    way_register_import_check (self, document);
  if (self->n_fates[WAY_ROW_NEW] + self->n_fates[WAY_ROW_CHANGED] == 0)
    return TRUE;
  /* Translators: a step that can be undone: a file’s name, and the kind of records */
  label = g_strdup_printf (_ ("Import “%s” (%s)"), self->file, _ (self->type->plural));
  way_document_begin_with_origin (document, label, WAY_ORIGIN_IMPORT);
  self->rank = 0;
  for (guint i = 0; i < self->rows->len; i++)
    if (goes_in (row_at (self, i))
        && apply_row (self, document, row_at (self, i), error) == NULL)
      {
        way_document_rollback (document);
        return FALSE;
      }
  return way_document_commit (document, error);
}
