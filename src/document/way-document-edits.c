/* way-document-edits.c: the edits of a WayDocument inside its open scope: create, set, delete.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-document-private.h"

#include "model/way-error.h"
#include "model/way-record-private.h"

static void
stamp_new (WayDocument *self, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);
  WayValue now = way_value_int (self->now);
  WayValue number = way_value_int (0);

  if (type->common == WAY_COMMON_NONE)
    return;
  if (type->prefix != NULL)
    number.i = way_plan_next_number (self->plan, type);
  way_record_set_value (record, way_record_type_field (type, "number"), &number);
  way_record_set_value (record, way_record_type_field (type, "created"), &now);
  way_record_set_value (record, way_record_type_field (type, "updated"), &now);
}

/* TRUE when @record can be edited; else the scope is lost. */
static gboolean
check_present (WayDocument *self, WayRecord *record)
{
  if (record->plan == self->plan)
    return TRUE;
  if (self->failure == NULL)
    g_set_error (&self->failure, WAY_ERROR, WAY_ERROR_CONFLICT,
                 _("“%s” was deleted in another window, so the change was not made."),
                 record->title);
  return FALSE;
}

/**
 * way_document_create_record:
 *
 * Returns: (transfer none): a new record with every field at its default, inside the open scope
 */
WayRecord *
way_document_create_record (WayDocument *self, const WayRecordType *type)
{
  g_autoptr (WayRecord) record = way_record_new (type);

  g_return_val_if_fail (self->depth > 0, NULL);
  record->id = way_plan_next_id (self->plan);
  stamp_new (self, record);
  way_plan_add (self->plan, record);
  way_changeset_add_create (self->scope, type, record->id, NULL);
  return record;
}

/**
 * way_document_set:
 * @value: copied; limits are checked by the commit
 *
 * Sets a field inside the open scope. No edit is made when the value is the same.
 */
void
way_document_set (WayDocument *self, WayRecord *record, const WayField *field,
                  const WayValue *value)
{
  WayValue current, before;

  g_return_if_fail (self->depth > 0);
  g_return_if_fail (field != NULL && way_field_is_stored (field));

  if (!check_present (self, record))
    return;
  current = way_record_get (record, field);
  if (way_value_equal (&current, value))
    return;
  before = way_value_copy (&current);
  way_plan_set (self->plan, record, field, value);
  way_changeset_add_set (self->scope, field, record->id, &before, value);
  way_value_clear (&before);
}

static const WayField *
field_of (WayRecord *record, const char *name)
{
  return way_record_type_field (way_record_get_record_type (record), name);
}

void
way_document_set_int (WayDocument *self, WayRecord *record, const char *field, gint64 value)
{
  WayValue boxed = way_value_int (value);

  way_document_set (self, record, field_of (record, field), &boxed);
}

void
way_document_set_real (WayDocument *self, WayRecord *record, const char *field, double value)
{
  WayValue boxed = way_value_real (value);

  way_document_set (self, record, field_of (record, field), &boxed);
}

void
way_document_set_text (WayDocument *self, WayRecord *record, const char *field, const char *value)
{
  WayValue boxed = way_value_text (value != NULL ? value : "");

  way_document_set (self, record, field_of (record, field), &boxed);
}

/**
 * way_document_set_typed:
 * @text: what a person typed into a cell or a form
 * @error: says what was not understood; nothing has changed then
 *
 * Parses @text for the field and sets it, with the unit of a duration.
 */
gboolean
way_document_set_typed (WayDocument *self, WayRecord *record, const char *field, const char *text,
                        GError **error)
{
  const WayField *described = field_of (record, field);
  WayValue value;
  WayUnit unit;

  g_return_val_if_fail (described != NULL, FALSE);
  if (!way_record_parse (record, described, text, &value, &unit, error))
    return FALSE;
  if (described->type == WAY_FIELD_TYPE_DURATION && described->unit_field != NULL)
    way_document_set_int (self, record, described->unit_field, unit);
  way_document_set (self, record, described, &value);
  way_value_clear (&value);
  return TRUE;
}

/* Adds to @doomed what cannot be without @record and is not in @set yet. */
static void
doom_referrers (WayDocument *self, WayRecord *record, GPtrArray *doomed, GHashTable *set)
{
  WayReferenceIter iter;
  const WayField *field;

  way_reference_iter_init (&iter, way_record_get_record_type (record));
  while ((field = way_reference_iter_next (&iter)) != NULL)
    {
      GPtrArray *referrers = way_plan_get_referrers (self->plan, record->id, field);

      if ((field->flags & WAY_FIELD_CASCADE) == 0)
        continue;
      for (guint i = 0; i < referrers->len; i++)
        if (g_hash_table_add (set, referrers->pdata[i]))
          g_ptr_array_add (doomed, g_object_ref (referrers->pdata[i]));
    }
}

static void
clear_referrers (WayDocument *self, WayRecord *record)
{
  WayReferenceIter iter;
  const WayField *field;
  WayValue none = way_value_int (0);

  way_reference_iter_init (&iter, way_record_get_record_type (record));
  while ((field = way_reference_iter_next (&iter)) != NULL)
    {
      GPtrArray *referrers = way_plan_get_referrers (self->plan, record->id, field);
      g_autoptr (GPtrArray) copy = NULL;

      if ((field->flags & WAY_FIELD_CASCADE) != 0 || referrers->len == 0)
        continue;
      copy = g_ptr_array_copy (referrers, NULL, NULL); /* it is gone with the last of them */
      for (guint i = copy->len; i > 0; i--) /* backwards: cheap for the index of references */
        way_document_set (self, copy->pdata[i - 1], field, &none);
    }
}

/**
 * way_document_delete:
 *
 * Deletes a record inside the open scope, with all that cannot be without it
 * (children, links, assignments …); other records that name it are cleared.
 */
void
way_document_delete (WayDocument *self, WayRecord *record)
{
  g_autoptr (GPtrArray) doomed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  g_return_if_fail (self->depth > 0);

  if (!check_present (self, record))
    return;
  g_hash_table_add (set, record);
  g_ptr_array_add (doomed, g_object_ref (record));
  for (guint i = 0; i < doomed->len; i++)
    doom_referrers (self, doomed->pdata[i], doomed, set);
  /* Backwards: nothing is removed before what refers to it. */
  for (guint i = doomed->len; i > 0; i--)
    {
      WayRecord *gone = doomed->pdata[i - 1];

      clear_referrers (self, gone);
      way_changeset_add_delete (self->scope, way_image_new (gone), gone);
      way_plan_remove (self->plan, gone);
    }
}

/**
 * way_document_add_from_edit:
 * @edit: a create
 *
 * Returns: (transfer none): the record that it makes, now in the plan
 */
WayRecord *
way_document_add_from_edit (WayDocument *self, const WayEdit *edit)
{
  g_autoptr (WayRecord) fresh =
      edit->image != NULL ? way_image_to_record (edit->image) : way_record_new (edit->type);

  fresh->id = edit->id;
  way_plan_add (self->plan, fresh);
  return fresh;
}

static gboolean
apply_edit (WayDocument *self, const WayEdit *edit, GError **error)
{
  WayRecord *record = way_plan_lookup (self->plan, edit->id);

  if (edit->kind == WAY_EDIT_CREATE)
    {
      if (record != NULL)
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                       _("“%s” is there already, so the change does not fit this plan any more."),
                       record->title);
          return FALSE;
        }
      way_document_add_from_edit (self, edit);
      way_changeset_add_create (self->scope, edit->type, edit->id, way_image_copy (edit->image));
      return TRUE;
    }
  if (record == NULL && edit->kind == WAY_EDIT_DELETE && leads_to_known_state (self->scope))
    return TRUE; /* went along with what it could not be without */
  if (record == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                   _("A %s that the change is about is gone, so it does not fit this plan any more."),
                   _ (edit->type->label));
      return FALSE;
    }
  if (edit->kind == WAY_EDIT_SET)
    way_document_set (self, record, edit->field, &edit->after);
  else
    way_document_delete (self, record);
  return TRUE;
}

/**
 * way_document_apply:
 * @changeset: edits made elsewhere: an inverse, a proposal
 * @error: %WAY_ERROR_CONFLICT when it does not fit the plan; roll the scope back then
 *
 * Makes the edits of @changeset inside the open scope.
 */
gboolean
way_document_apply (WayDocument *self, const WayChangeset *changeset, GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);
  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    if (!apply_edit (self, way_changeset_get_edit (changeset, i), error))
      return FALSE;
  return TRUE;
}
