/* way-image.c: WayImage, the stored content of one record apart from the record.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-image.h"

#include "model/way-record-private.h"

/**
 * way_image_new_empty:
 *
 * Returns: (transfer full): an image with every field at its default
 */
WayImage *
way_image_new_empty (const WayRecordType *type, gint64 id)
{
  WayImage *self = g_new (WayImage, 1);

  self->type = type;
  self->id = id;
  self->values = g_new (WayValue, type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    {
      WayValue initial = way_field_initial (&type->fields[i]);

      self->values[i] = way_value_copy (&initial);
    }
  return self;
}

/**
 * way_image_new:
 *
 * Returns: (transfer full): what @record is now, derived fields apart
 */
WayImage *
way_image_new (WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);
  WayImage *self = way_image_new_empty (type, record->id);

  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_is_stored (&type->fields[i]))
      {
        WayValue value = way_record_get (record, &type->fields[i]);

        way_image_set (self, &type->fields[i], &value);
      }
  return self;
}

WayImage *
way_image_copy (const WayImage *self)
{
  WayImage *copy;

  if (self == NULL)
    return NULL;
  copy = way_image_new_empty (self->type, self->id);
  for (guint i = 0; i < self->type->n_fields; i++)
    way_image_set (copy, &self->type->fields[i], &self->values[i]);
  return copy;
}

void
way_image_free (WayImage *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->type->n_fields; i++)
    way_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self);
}

/**
 * way_image_set:
 * @value: copied
 */
void
way_image_set (WayImage *self, const WayField *field, const WayValue *value)
{
  WayValue fresh = way_value_copy (value);

  g_return_if_fail (field->owner == self->type && value->storage == way_field_storage (field));
  way_value_clear (&self->values[field->index]);
  self->values[field->index] = fresh;
}

gboolean
way_image_equal (const WayImage *a, const WayImage *b)
{
  if (a->type != b->type || a->id != b->id)
    return FALSE;
  for (guint i = 0; i < a->type->n_fields; i++)
    if (!way_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

/**
 * way_image_to_record:
 *
 * Returns: (transfer full): a record with that id and content, in no plan
 */
WayRecord *
way_image_to_record (const WayImage *self)
{
  WayRecord *record = way_record_new (self->type);

  record->id = self->id;
  for (guint i = 0; i < self->type->n_fields; i++)
    way_record_set_value (record, &self->type->fields[i], &self->values[i]);
  return record;
}
