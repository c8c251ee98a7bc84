/* way-sandbox.c: a copy of a plan in memory, to try changes on, and what was changed there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-sandbox.h"

#include "document/way-document-private.h"

/* FALSE when a writer wants the plan before the copy is complete. */
static gboolean
copy_plan (WayDocument *self, WayDocument *copy)
{
  g_autoptr (WayPlan) plan = NULL;

  g_rw_lock_reader_lock (&self->lock);
  plan = way_plan_copy (self->plan, &self->wanted);
  copy->sandbox_of = way_document_get_seq (self);
  way_document_set_author (copy, self->author);
  g_rw_lock_reader_unlock (&self->lock);
  if (plan == NULL)
    return FALSE;
  way_scheduler_free (copy->scheduler);
  copy->scheduler = way_scheduler_new (plan);
  return g_set_object (&copy->plan, plan);
}

/**
 * way_document_new_sandbox:
 *
 * The schedule is computed by the first edit; until then the dates are those of the original.
 *
 * May be called in any thread: what is copied is the plan as the last commit left it, and whoever
 * changes it meanwhile does not wait, the copying begins again.
 *
 * Returns: (transfer full): a copy in memory, with an undo of its own
 */
WayDocument *
way_document_new_sandbox (WayDocument *self)
{
  WayDocument *copy = g_object_new (WAY_TYPE_DOCUMENT, NULL);

  copy->sandbox = TRUE;
  while (!copy_plan (self, copy))
    while (g_atomic_int_get (&self->wanted))
      g_thread_yield ();
  return copy;
}

gboolean
way_document_is_sandbox (WayDocument *self)
{
  return self->sandbox;
}

/**
 * way_sandbox_get_origin:
 *
 * Returns: way_document_get_seq() of the plan when the sandbox was made
 */
gint64
way_sandbox_get_origin (WayDocument *sandbox)
{
  return sandbox->sandbox_of;
}

/**
 * way_sandbox_set_original:
 * @original: the plan that charts of the sandbox show beside it
 */
void
way_sandbox_set_original (WayDocument *sandbox, WayDocument *original)
{
  g_set_object (&sandbox->original, original);
}

/**
 * way_sandbox_get_original:
 *
 * Returns: (transfer none) (nullable): the plan to show beside it; %NULL also for other documents
 */
WayDocument *
way_sandbox_get_original (WayDocument *sandbox)
{
  return sandbox->original;
}

static gpointer
free_in_thread (gpointer sandbox)
{
  g_object_unref (sandbox);
  return NULL;
}

/**
 * way_sandbox_discard:
 * @sandbox: (transfer full): the last reference
 *
 * Frees the copy in another thread: a large one takes its time.
 */
void
way_sandbox_discard (WayDocument *sandbox)
{
  way_sandbox_set_original (sandbox, NULL);
  g_thread_unref (g_thread_new ("discard", free_in_thread, sandbox));
}

/* What a record was when the sandbox was made, as far as edits have touched it. */
typedef struct
{
  const WayRecordType *type;
  gint64 id;
  gboolean created;   /* it was not there */
  WayImage *image;    /* the values that were touched */
  gboolean *touched;  /* by field: is in the image */
} Past;

static void
free_past (gpointer data)
{
  Past *past = data;

  g_clear_pointer (&past->image, way_image_free);
  g_free (past->touched);
  g_free (past);
}

static Past *
past_of (GHashTable *pasts, GPtrArray *order, const WayEdit *edit)
{
  Past *past = g_hash_table_lookup (pasts, GSIZE_TO_POINTER (edit->id));

  if (past != NULL)
    return past;
  past = g_new0 (Past, 1);
  past->type = edit->type;
  past->id = edit->id;
  past->created = edit->kind == WAY_EDIT_CREATE;
  past->image = way_image_new_empty (edit->type, edit->id);
  past->touched = g_new0 (gboolean, edit->type->n_fields);
  g_hash_table_insert (pasts, GSIZE_TO_POINTER (edit->id), past);
  g_ptr_array_add (order, past);
  return past;
}

/* Only the first edit of a value knows what it was. */
static void
note_value (Past *past, const WayField *field, const WayValue *value)
{
  if (past->touched[field->index])
    return;
  past->touched[field->index] = TRUE;
  way_image_set (past->image, field, value);
}

static void
note_edit (Past *past, const WayEdit *edit)
{
  if (past->created || edit->kind == WAY_EDIT_CREATE)
    return;
  if (edit->kind == WAY_EDIT_SET)
    {
      note_value (past, edit->field, &edit->before);
      return;
    }
  for (guint i = 0; i < edit->type->n_fields; i++)
    if (way_field_is_stored (&edit->type->fields[i]))
      note_value (past, &edit->type->fields[i], &edit->image->values[i]);
}

/* The records that edits have touched. */
static GPtrArray *
collect_pasts (WayDocument *sandbox)
{
  g_autoptr (GHashTable) pasts = g_hash_table_new (NULL, NULL);
  GPtrArray *order = g_ptr_array_new_with_free_func (free_past);

  for (guint i = 0; i < sandbox->journal->len; i++)
    {
      const WayChangeset *step = sandbox->journal->pdata[i];

      for (guint k = 0; k < way_changeset_get_n_edits (step); k++)
        {
          const WayEdit *edit = way_changeset_get_edit (step, k);

          note_edit (past_of (pasts, order, edit), edit);
        }
    }
  return order;
}

static void
add_sets (WayChangeset *made, const Past *past, WayRecord *record)
{
  for (guint i = 0; i < past->type->n_fields; i++)
    {
      const WayField *field = &past->type->fields[i];
      WayValue now;

      /* The stamp is made anew by who applies the changeset. */
      if (!past->touched[i] || g_str_equal (field->name, "updated"))
        continue;
      now = way_record_get (record, field);
      if (!way_value_equal (&now, &past->image->values[i]))
        way_changeset_add_set (made, field, past->id, &past->image->values[i], &now);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const Past *one = *(Past *const *) a, *other = *(Past *const *) b;

  return (one->id > other->id) - (one->id < other->id);
}

/**
 * way_sandbox_get_changeset:
 * @label: what the change is
 *
 * Composes all edits into the fewest that lead from the original to what the sandbox is now:
 * creations, then changed values, then deletions, each by id. What was undone, or came to nothing,
 * is not in it; nor are stamps.
 *
 * Returns: (transfer full): the changeset, with origin %WAY_ORIGIN_CHANGE_REQUEST
 */
WayChangeset *
way_sandbox_get_changeset (WayDocument *sandbox, const char *label)
{
  WayChangeset *made = way_changeset_new (label, WAY_ORIGIN_CHANGE_REQUEST);
  g_autoptr (GPtrArray) pasts = collect_pasts (sandbox);

  g_ptr_array_sort (pasts, compare_ids);
  for (guint i = 0; i < pasts->len; i++)
    {
      const Past *past = pasts->pdata[i];
      WayRecord *record = way_plan_lookup (sandbox->plan, past->id);

      if (past->created && record != NULL)
        way_changeset_add_create (made, past->type, past->id, way_image_new (record));
    }
  for (guint i = 0; i < pasts->len; i++)
    {
      const Past *past = pasts->pdata[i];
      WayRecord *record = way_plan_lookup (sandbox->plan, past->id);

      if (!past->created && record != NULL)
        add_sets (made, past, record);
    }
  for (guint i = 0; i < pasts->len; i++)
    {
      const Past *past = pasts->pdata[i];

      if (!past->created && way_plan_lookup (sandbox->plan, past->id) == NULL)
        way_changeset_add_delete (made, way_image_copy (past->image), NULL);
    }
  return made;
}
