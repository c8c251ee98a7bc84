/* way-changeset-json.c: a changeset as JSON text, for proposals that are kept in a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   [ { "create": "task", "id": 57, "values": { "title": "Design" } },
 *     { "set": "task", "id": 3, "field": "duration", "before": 480, "after": 960 },
 *     { "delete": "link", "id": 9, "values": { "predecessor": 3, "successor": 4 } } ] */

#include "model/way-i18n.h"

#include "store/way-changeset-json.h"

#include "model/way-error.h"
#include "model/way-records.h"
#include "store/way-store-private.h"

static const char *const verbs[] = {
  [WAY_EDIT_CREATE] = "create",
  [WAY_EDIT_SET] = "set",
  [WAY_EDIT_DELETE] = "delete",
};

static JsonNode *
edit_to_node (const WayEdit *edit)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, verbs[edit->kind], edit->type->name);
  json_object_set_int_member (object, "id", edit->id);
  if (edit->kind == WAY_EDIT_SET)
    {
      json_object_set_string_member (object, "field", edit->field->name);
      json_object_set_member (object, "before", way_value_to_node (&edit->before));
      json_object_set_member (object, "after", way_value_to_node (&edit->after));
    }
  else if (edit->image != NULL)
    json_object_set_object_member (object, "values", way_image_to_object (edit->image));
  json_node_take_object (node, object);
  return node;
}

/**
 * way_changeset_to_json:
 *
 * Returns: (transfer full): an array with an object for each edit, in order
 */
char *
way_changeset_to_json (const WayChangeset *self)
{
  g_autoptr (JsonArray) edits = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < way_changeset_get_n_edits (self); i++)
    json_array_add_element (edits, edit_to_node (way_changeset_get_edit (self, i)));
  json_node_set_array (root, edits);
  return json_to_string (root, FALSE);
}

/* NULL when there is none of that name and kind. */
static JsonNode *
member (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node : NULL;
}

static gboolean
read_set (WayChangeset *changeset, JsonObject *object, const WayRecordType *type, gint64 id)
{
  JsonNode *name = member (object, "field", G_TYPE_STRING);
  JsonNode *old = json_object_get_member (object, "before");
  JsonNode *new = json_object_get_member (object, "after");
  const WayField *field
      = name != NULL ? way_record_type_field (type, json_node_get_string (name)) : NULL;
  WayValue before, after;

  if (field == NULL || !way_field_is_stored (field) || old == NULL || new == NULL
      || !way_value_from_node (field, old, &before) || !way_value_from_node (field, new, &after))
    return FALSE;
  way_changeset_add_set (changeset, field, id, &before, &after);
  return TRUE;
}

static gboolean
read_image (WayChangeset *changeset, JsonObject *object, WayEditKind kind,
            const WayRecordType *type, gint64 id)
{
  g_autoptr (WayImage) image = way_image_new_empty (type, id);
  JsonNode *values = json_object_get_member (object, "values");

  if (values == NULL || !JSON_NODE_HOLDS_OBJECT (values)
      || !way_image_fill (image, json_node_get_object (values)))
    return FALSE;
  if (kind == WAY_EDIT_CREATE)
    way_changeset_add_create (changeset, type, id, g_steal_pointer (&image));
  else
    way_changeset_add_delete (changeset, g_steal_pointer (&image), NULL);
  return TRUE;
}

static gboolean
read_edit (WayChangeset *changeset, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *number = object != NULL ? member (object, "id", G_TYPE_INT64) : NULL;

  if (number == NULL || json_node_get_int (number) <= 0)
    return FALSE;
  for (guint kind = 0; kind < G_N_ELEMENTS (verbs); kind++)
    {
      JsonNode *name = member (object, verbs[kind], G_TYPE_STRING);
      const WayRecordType *type
          = name != NULL ? way_record_type (json_node_get_string (name)) : NULL;

      if (type != NULL)
        return kind == WAY_EDIT_SET
                   ? read_set (changeset, object, type, json_node_get_int (number))
                   : read_image (changeset, object, kind, type, json_node_get_int (number));
    }
  return FALSE;
}

/**
 * way_changeset_from_json:
 * @json: from way_changeset_to_json()
 * @label: of the changeset
 * @error: %WAY_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the edits, with origin %WAY_ORIGIN_CHANGE_REQUEST
 */
WayChangeset *
way_changeset_from_json (const char *json, const char *label, GError **error)
{
  g_autoptr (WayChangeset) changeset = way_changeset_new (label, WAY_ORIGIN_CHANGE_REQUEST);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *edits
      = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  gboolean good = edits != NULL;

  for (guint i = 0; good && i < json_array_get_length (edits); i++)
    good = read_edit (changeset, json_array_get_element (edits, i));
  if (good)
    return g_steal_pointer (&changeset);
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _("The proposed changes of “%s” cannot be read. Make the proposal anew."), label);
  return NULL;
}
