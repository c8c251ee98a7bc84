/* way-image-json.c: a record as JSON text, for the journal.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"

#include <inttypes.h>

JsonNode *
way_value_to_node (const WayValue *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  switch (value->storage)
    {
    case WAY_STORAGE_TEXT:
      json_node_set_string (node, value->s);
      break;
    case WAY_STORAGE_REAL:
      json_node_set_double (node, value->r);
      break;
    case WAY_STORAGE_INT:
    default:
      json_node_set_int (node, value->i);
      break;
    }
  return node;
}

/**
 * way_image_to_object:
 *
 * Returns: (transfer full): the values that differ from their default
 */
JsonObject *
way_image_to_object (const WayImage *image)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < image->type->n_fields; i++)
    {
      const WayField *field = &image->type->fields[i];
      WayValue initial = way_field_initial (field);

      if (way_field_is_stored (field) && !way_value_equal (&image->values[i], &initial))
        json_object_set_member (object, field->name, way_value_to_node (&image->values[i]));
    }
  return object;
}

/**
 * way_image_to_json:
 *
 * Returns: (transfer full): the same as text
 */
char *
way_image_to_json (const WayImage *image)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (root, way_image_to_object (image));
  return json_to_string (root, FALSE);
}

/* Text in @value is borrowed from @node. */
gboolean
way_value_from_node (const WayField *field, JsonNode *node, WayValue *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  switch (way_field_storage (field))
    {
    case WAY_STORAGE_TEXT:
      *value = way_value_text (type == G_TYPE_STRING ? json_node_get_string (node) : NULL);
      return value->s != NULL;
    case WAY_STORAGE_REAL:
      *value = way_value_real (
          type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double (node) : 0);
      return type == G_TYPE_DOUBLE || type == G_TYPE_INT64;
    case WAY_STORAGE_INT:
    default:
      *value = way_value_int (type == G_TYPE_INT64 ? json_node_get_int (node) : 0);
      return type == G_TYPE_INT64;
    }
}

/**
 * way_image_fill:
 *
 * Returns: %FALSE when @object has a member that is no stored field of that kind
 */
gboolean
way_image_fill (WayImage *image, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const WayField *field = way_record_type_field (image->type, name);
      WayValue value;

      if (field == NULL || !way_field_is_stored (field) || !way_value_from_node (field, node, &value))
        return FALSE;
      way_image_set (image, field, &value);
    }
  return TRUE;
}

/**
 * way_image_from_json:
 * @json: from way_image_to_json()
 * @error: %WAY_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the record that @json describes
 */
WayImage *
way_image_from_json (const WayRecordType *type, gint64 id, const char *json, GError **error)
{
  g_autoptr (WayImage) image = way_image_new_empty (type, id);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && way_image_fill (image, json_node_get_object (root)))
    return g_steal_pointer (&image);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("The history of “%s” %" PRId64 " is damaged and cannot be read."),
               type->name, id);
  return NULL;
}
