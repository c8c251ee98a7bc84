/* way-draft.c: WayDraft, the values of a record while they are being edited in a dialog.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-draft.h"

typedef struct
{
  WayValue before, now;
  char *typed;   /* text that was not understood; NULL = none */
  char *problem; /* its message, or one set from outside */
} Slot;

struct _WayDraft
{
  guint ref_count;
  WayPlan *plan;
  const WayRecordType *type;
  WayRecord *record; /* NULL: a new one */
  Slot *slots;       /* one a field of the type */
};

static Slot *
slot_of (const WayDraft *self, const WayField *field)
{
  g_return_val_if_fail (field != NULL && way_record_type_field (self->type, field->name) == field,
                        NULL);

  return &self->slots[field->index];
}

/**
 * way_draft_new:
 * @plan: the plan that the record is in, or will be
 * @type: of the record
 * @record: (nullable): %NULL makes a draft of a new one, with every field's default
 *
 * Returns: (transfer full): a draft that holds what the record holds
 */
WayDraft *
way_draft_new (WayPlan *plan, const WayRecordType *type, WayRecord *record)
{
  WayDraft *self = g_new0 (WayDraft, 1);

  self->ref_count = 1;
  self->plan = g_object_ref (plan);
  self->type = type;
  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->slots = g_new0 (Slot, type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    {
      WayValue value = record != NULL ? way_record_get (record, &type->fields[i])
                                      : way_field_initial (&type->fields[i]);

      self->slots[i].before = way_value_copy (&value);
      self->slots[i].now = way_value_copy (&value);
    }
  return self;
}

/**
 * way_draft_ref:
 *
 * Returns: @self: editors keep it while they are on the screen, and a little longer
 */
WayDraft *
way_draft_ref (WayDraft *self)
{
  self->ref_count++;
  return self;
}

/**
 * way_draft_free:
 *
 * Drops a reference; the last one frees it.
 */
void
way_draft_free (WayDraft *self)
{
  if (--self->ref_count > 0)
    return;
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      way_value_clear (&self->slots[i].before);
      way_value_clear (&self->slots[i].now);
      g_free (self->slots[i].typed);
      g_free (self->slots[i].problem);
    }
  g_free (self->slots);
  g_clear_object (&self->record);
  g_object_unref (self->plan);
  g_free (self);
}

const WayRecordType *
way_draft_get_record_type (const WayDraft *self)
{
  return self->type;
}

WayRecord *
way_draft_get_record (const WayDraft *self)
{
  return self->record;
}

WayPlan *
way_draft_get_plan (const WayDraft *self)
{
  return self->plan;
}

const WayValue *
way_draft_get (const WayDraft *self, const WayField *field)
{
  return &slot_of (self, field)->now;
}

gint64
way_draft_get_int (const WayDraft *self, const char *field)
{
  return slot_of (self, way_record_type_field (self->type, field))->now.i;
}

/**
 * way_draft_set:
 * @value: copied
 *
 * Takes a value as it is; what was typed before and not understood is forgotten.
 */
void
way_draft_set (WayDraft *self, const WayField *field, const WayValue *value)
{
  Slot *slot = slot_of (self, field);
  WayValue copy = way_value_copy (value);

  way_value_clear (&slot->now);
  slot->now = copy;
  g_clear_pointer (&slot->typed, g_free);
  g_clear_pointer (&slot->problem, g_free);
}

void
way_draft_set_int (WayDraft *self, const char *field, gint64 value)
{
  WayValue boxed = way_value_int (value);

  way_draft_set (self, way_record_type_field (self->type, field), &boxed);
}

void
way_draft_set_text (WayDraft *self, const char *field, const char *value)
{
  WayValue boxed = way_value_text (value);

  way_draft_set (self, way_record_type_field (self->type, field), &boxed);
}

/* Parsing and formatting want a record of the plan; any will do for what does not depend on
 * other fields of the record, and what does is done here, with the draft's own fields. */
static WayRecord *
context (const WayDraft *self)
{
  return self->record != NULL ? self->record : WAY_RECORD (way_plan_get_project (self->plan));
}

static gboolean
has_unit (const WayField *field)
{
  return field->type == WAY_FIELD_TYPE_DURATION && field->unit_field != NULL;
}

static gboolean
set_duration (WayDraft *self, const WayField *field, const char *text, GError **error)
{
  WayUnitRates rates = way_plan_get_unit_rates (self->plan);
  WayUnit unit = (WayUnit)way_draft_get_int (self, field->unit_field);
  WayValue value = way_value_int (0);

  if (!way_duration_parse (text, unit, &rates, &value.i, &unit, error)
      || !way_field_validate (field, &value, error))
    return FALSE;
  way_draft_set_int (self, field->unit_field, unit);
  way_draft_set (self, field, &value);
  return TRUE;
}

static gboolean
set_parsed (WayDraft *self, const WayField *field, const char *text, GError **error)
{
  WayValue value;
  WayUnit unit;

  if (!way_record_parse (context (self), field, text, &value, &unit, error))
    return FALSE;
  way_draft_set (self, field, &value);
  way_value_clear (&value);
  return TRUE;
}

/**
 * way_draft_set_typed:
 * @text: what a person typed
 *
 * Returns: %FALSE when it is not understood or not allowed: the value stays, the text is kept and
 *   is the field's problem until another value comes
 */
gboolean
way_draft_set_typed (WayDraft *self, const WayField *field, const char *text, GError **error)
{
  Slot *slot = slot_of (self, field);
  g_autoptr (GError) problem = NULL;

  if (has_unit (field) ? set_duration (self, field, text, &problem)
                       : set_parsed (self, field, text, &problem))
    return TRUE;
  g_free (slot->typed);
  slot->typed = g_strdup (text);
  g_free (slot->problem);
  slot->problem = g_strdup (problem->message);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * way_draft_format:
 *
 * Returns: (transfer full): the value as a person reads it; text that was not understood as it
 *   was typed
 */
char *
way_draft_format (const WayDraft *self, const WayField *field)
{
  const Slot *slot = slot_of (self, field);

  if (slot->typed != NULL)
    return g_strdup (slot->typed);
  if (has_unit (field))
    {
      WayUnitRates rates = way_plan_get_unit_rates (self->plan);

      return way_duration_format (slot->now.i, (WayUnit)way_draft_get_int (self, field->unit_field),
                                  &rates);
    }
  return way_record_format_value (context (self), field, &slot->now);
}

static void
problem_free (gpointer data)
{
  WayDraftProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static gboolean
is_editable (const WayField *field)
{
  return way_field_is_stored (field) && (field->flags & WAY_FIELD_HIDDEN) == 0;
}

/**
 * way_draft_validate:
 *
 * Checks every field that a person can edit: what was not understood, limits, what must be there.
 *
 * Returns: (transfer full) (element-type WayDraftProblem): in the order of the fields
 */
GPtrArray *
way_draft_validate (WayDraft *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const WayField *field = &self->type->fields[i];
      Slot *slot = &self->slots[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *message = NULL;

      if (!is_editable (field))
        continue;
      if (slot->typed != NULL)
        message = g_strdup (slot->problem);
      else if (!way_field_validate (field, &slot->now, &error))
        message = g_strdup (error->message);
      g_free (slot->problem);
      slot->problem = g_strdup (message);
      if (message != NULL)
        {
          WayDraftProblem *problem = g_new0 (WayDraftProblem, 1);

          problem->field = field;
          problem->message = g_steal_pointer (&message);
          g_ptr_array_add (problems, problem);
        }
    }
  return problems;
}

/**
 * way_draft_get_problem:
 *
 * Returns: (nullable): what is wrong with the field, as found last
 */
const char *
way_draft_get_problem (const WayDraft *self, const WayField *field)
{
  return slot_of (self, field)->problem;
}

/**
 * way_draft_set_problem:
 * @message: (nullable): what the document said against the field
 */
void
way_draft_set_problem (WayDraft *self, const WayField *field, const char *message)
{
  Slot *slot = slot_of (self, field);

  g_free (slot->problem);
  slot->problem = g_strdup (message);
}

/**
 * way_draft_diff:
 *
 * Returns: (transfer full) (element-type WayDraftEdit): the fields whose value is another now
 */
GArray *
way_draft_diff (const WayDraft *self)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (WayDraftEdit));

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const WayField *field = &self->type->fields[i];
      WayDraftEdit edit = { field, &self->slots[i].before, &self->slots[i].now };

      if (way_field_is_stored (field) && !way_value_equal (edit.before, edit.after))
        g_array_append_val (edits, edit);
    }
  return edits;
}

gboolean
way_draft_is_changed (const WayDraft *self)
{
  g_autoptr (GArray) edits = way_draft_diff (self);

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->slots[i].typed != NULL)
      return TRUE;
  return edits->len > 0;
}

static char *
name_step (WayDraft *self)
{
  const WayField *title = way_record_type_field (self->type, "title");
  g_autofree char *label = NULL;

  if (self->record != NULL)
    label = way_record_dup_label (self->record);
  else
    label = title != NULL ? way_draft_format (self, title) : g_strdup (_ (self->type->label));
  /* Translators: names of steps that can be undone; %s is the title of a row */
  return g_strdup_printf (self->record != NULL ? _ ("Edit “%s”") : _ ("Add “%s”"), label);
}

/**
 * way_draft_apply:
 * @record: (out) (optional) (transfer none): the record edited or made
 *
 * Adds the edits to the open scope, or makes a step of its own. Nothing is done when nothing
 * changed in an existing record.
 */
gboolean
way_draft_apply (WayDraft *self, WayDocument *document, WayRecord **record, GError **error)
{
  g_autoptr (GArray) edits = way_draft_diff (self);
  g_autofree char *label = name_step (self);
  WayRecord *target = self->record;

  if (record != NULL)
    *record = target;
  if (target != NULL && edits->len == 0)
    return TRUE;
  way_document_begin (document, label);
  if (target == NULL)
    target = way_document_create_record (document, self->type);
  for (guint i = 0; i < edits->len; i++)
    {
      const WayDraftEdit *edit = &g_array_index (edits, WayDraftEdit, i);

      way_document_set (document, target, edit->field, edit->after);
    }
  if (!way_document_commit (document, error))
    return FALSE;
  if (record != NULL)
    *record = target;
  return TRUE;
}
