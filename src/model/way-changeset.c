/* way-changeset.c: WayChangeset, an ordered list of edits: the one mechanism of change.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-changeset.h"

G_DEFINE_BOXED_TYPE (WayChangeset, way_changeset, way_changeset_ref, way_changeset_unref)

static void
clear_edit (gpointer data)
{
  WayEdit *edit = data;

  way_value_clear (&edit->before);
  way_value_clear (&edit->after);
  g_clear_pointer (&edit->image, way_image_free);
  g_clear_object (&edit->removed);
}

/**
 * way_changeset_new:
 * @label: what the user did, for the menus and the history
 *
 * Returns: (transfer full): an empty changeset, stamped with the wall clock
 */
WayChangeset *
way_changeset_new (const char *label, WayOrigin origin)
{
  WayChangeset *self = g_new0 (WayChangeset, 1);

  g_ref_count_init (&self->ref_count);
  self->time = g_get_real_time () / G_USEC_PER_SEC;
  self->origin = origin;
  self->author = g_strdup ("");
  self->label = g_strdup (label);
  self->edits = g_array_new (FALSE, TRUE, sizeof (WayEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

WayChangeset *
way_changeset_ref (WayChangeset *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
way_changeset_unref (WayChangeset *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->edits);
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

/**
 * way_changeset_add_create:
 * @image: (transfer full) (nullable): what to create; %NULL = all defaults
 */
void
way_changeset_add_create (WayChangeset *self, const WayRecordType *type, gint64 id,
                          WayImage *image)
{
  WayEdit edit = { .kind = WAY_EDIT_CREATE, .type = type, .id = id, .image = image };

  g_array_append_val (self->edits, edit);
}

/**
 * way_changeset_add_set:
 * @before: copied
 * @after: copied
 */
void
way_changeset_add_set (WayChangeset *self, const WayField *field, gint64 id,
                       const WayValue *before, const WayValue *after)
{
  WayEdit edit = { .kind = WAY_EDIT_SET, .type = field->owner, .id = id, .field = field };

  edit.before = way_value_copy (before);
  edit.after = way_value_copy (after);
  g_array_append_val (self->edits, edit);
}

/**
 * way_changeset_add_delete:
 * @image: (transfer full): what is deleted
 * @removed: (nullable): the object, a reference is taken
 */
void
way_changeset_add_delete (WayChangeset *self, WayImage *image, WayRecord *removed)
{
  WayEdit edit = { .kind = WAY_EDIT_DELETE, .type = image->type, .id = image->id, .image = image };

  g_set_object (&edit.removed, removed);
  g_array_append_val (self->edits, edit);
}

guint
way_changeset_get_n_edits (const WayChangeset *self)
{
  return self->edits->len;
}

const WayEdit *
way_changeset_get_edit (const WayChangeset *self, guint index)
{
  g_return_val_if_fail (index < self->edits->len, NULL);
  return &g_array_index (self->edits, WayEdit, index);
}

/**
 * way_changeset_touches:
 *
 * Returns: whether any record of @type is created, changed or deleted
 */
gboolean
way_changeset_touches (const WayChangeset *self, const WayRecordType *type)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (g_array_index (self->edits, WayEdit, i).type == type)
      return TRUE;
  return FALSE;
}

/**
 * way_changeset_invert:
 * @label: of the new changeset
 *
 * The edits that take this changeset back, in reverse order. Inverting a create
 * gives a delete with an empty image: who applies it fills in what it deletes.
 *
 * Returns: (transfer full): the inverse, with @self's seq in its `reverts`
 */
WayChangeset *
way_changeset_invert (const WayChangeset *self, const char *label, WayOrigin origin)
{
  WayChangeset *inverse = way_changeset_new (label, origin);

  inverse->reverts = self->seq;
  for (guint i = self->edits->len; i > 0; i--)
    {
      const WayEdit *edit = way_changeset_get_edit (self, i - 1);

      switch (edit->kind)
        {
        case WAY_EDIT_CREATE:
          way_changeset_add_delete (inverse, way_image_new_empty (edit->type, edit->id), NULL);
          break;
        case WAY_EDIT_SET:
          way_changeset_add_set (inverse, edit->field, edit->id, &edit->after, &edit->before);
          break;
        case WAY_EDIT_DELETE:
        default:
          way_changeset_add_create (inverse, edit->type, edit->id, way_image_copy (edit->image));
          break;
        }
    }
  return inverse;
}
