/* way-change-impact-json.c: WayChangeImpact as text, as a change request keeps it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/impact/way-change-impact-private.h"

#include <json-glib/json-glib.h>

#define KEPT 1000 /* entries of a list: a text has its limit, and nobody reads more */

/* A member of one of the structs: a whole number (gint64) or a text (char *). */
typedef struct
{
  const char *name;
  gsize offset;
  gboolean text;
} Member;

#define NUMBER(Struct, member) { #member, G_STRUCT_OFFSET (Struct, member), FALSE }
#define TEXT(Struct, member) { #member, G_STRUCT_OFFSET (Struct, member), TRUE }

static const Member finish_members[] = {
  NUMBER (WayImpactFinish, id),     TEXT (WayImpactFinish, title),
  NUMBER (WayImpactFinish, before), NUMBER (WayImpactFinish, after),
  NUMBER (WayImpactFinish, target), NUMBER (WayImpactFinish, shift),
  NUMBER (WayImpactFinish, past_target_before), NUMBER (WayImpactFinish, past_target_after),
  { NULL, 0, FALSE },
};

static const Member row_members[] = {
  NUMBER (WayImpactRow, id), TEXT (WayImpactRow, title), NUMBER (WayImpactRow, how),
  NUMBER (WayImpactRow, summary),
  NUMBER (WayImpactRow, start_before),    NUMBER (WayImpactRow, finish_before),
  NUMBER (WayImpactRow, start_after),     NUMBER (WayImpactRow, finish_after),
  NUMBER (WayImpactRow, critical_before), NUMBER (WayImpactRow, critical_after),
  NUMBER (WayImpactRow, float_before),    NUMBER (WayImpactRow, float_after),
  { NULL, 0, FALSE },
};

static const Member person_members[] = {
  NUMBER (WayImpactPerson, id),          TEXT (WayImpactPerson, title),
  NUMBER (WayImpactPerson, work_before), NUMBER (WayImpactPerson, work_after),
  NUMBER (WayImpactPerson, peak_before), NUMBER (WayImpactPerson, peak_after),
  NUMBER (WayImpactPerson, over_before), NUMBER (WayImpactPerson, over_after),
  { NULL, 0, FALSE },
};

static const Member note_members[] = {
  NUMBER (WayImpactNote, id), TEXT (WayImpactNote, title), TEXT (WayImpactNote, text),
  { NULL, 0, FALSE },
};

static const Member own_members[] = {
  NUMBER (WayChangeImpact, work_before),     NUMBER (WayChangeImpact, work_after),
  NUMBER (WayChangeImpact, cost_before),     NUMBER (WayChangeImpact, cost_after),
  NUMBER (WayChangeImpact, over_before),     NUMBER (WayChangeImpact, over_after),
  NUMBER (WayChangeImpact, critical_before), NUMBER (WayChangeImpact, critical_after),
  NUMBER (WayChangeImpact, float_used),
  NUMBER (WayChangeImpact, added), NUMBER (WayChangeImpact, removed),
  NUMBER (WayChangeImpact, edited), NUMBER (WayChangeImpact, moved),
  NUMBER (WayChangeImpact, shifted),
  { NULL, 0, FALSE },
};

static const struct
{
  const char *name;
  gsize offset; /* of the GArray in WayChangeImpact */
  gsize size;   /* of an element */
  const Member *members;
} lists[] = {
  { "milestones", G_STRUCT_OFFSET (WayChangeImpact, milestones), sizeof (WayImpactFinish),
    finish_members },
  { "rows", G_STRUCT_OFFSET (WayChangeImpact, rows), sizeof (WayImpactRow), row_members },
  { "people", G_STRUCT_OFFSET (WayChangeImpact, people), sizeof (WayImpactPerson), person_members },
  { "scope", G_STRUCT_OFFSET (WayChangeImpact, scope), sizeof (WayImpactNote), note_members },
  { "quality", G_STRUCT_OFFSET (WayChangeImpact, quality), sizeof (WayImpactNote), note_members },
  { "dependencies", G_STRUCT_OFFSET (WayChangeImpact, dependencies), sizeof (WayImpactNote),
    note_members },
  { "broken", G_STRUCT_OFFSET (WayChangeImpact, broken), sizeof (WayImpactNote), note_members },
  { "tell", G_STRUCT_OFFSET (WayChangeImpact, tell), sizeof (WayImpactNote), note_members },
};

static JsonObject *
write_members (gconstpointer data, const Member *members)
{
  JsonObject *object = json_object_new ();

  for (const Member *member = members; member->name != NULL; member++)
    if (member->text)
      json_object_set_string_member (object, member->name,
                                     G_STRUCT_MEMBER (char *, data, member->offset));
    else
      json_object_set_int_member (object, member->name,
                                  G_STRUCT_MEMBER (gint64, data, member->offset));
  return object;
}

/* What is missing, or of another kind, is 0 or empty. */
static void
read_members (JsonObject *object, gpointer data, const Member *members)
{
  for (const Member *member = members; member->name != NULL; member++)
    if (member->text)
      G_STRUCT_MEMBER (char *, data, member->offset)
          = g_strdup (json_object_get_string_member_with_default (object, member->name, ""));
    else
      G_STRUCT_MEMBER (gint64, data, member->offset)
          = json_object_get_int_member_with_default (object, member->name, 0);
}

static JsonArray *
write_list (const GArray *list, gsize size, const Member *members)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < MIN (list->len, KEPT); i++)
    json_array_add_object_element (array, write_members (list->data + i * size, members));
  return array;
}

/* A row that is made, edited or removed goes before those that are only moved by it. */
static JsonArray *
write_rows (const WayChangeImpact *self)
{
  JsonArray *array = json_array_new ();
  gint64 room = KEPT - (self->added + self->removed + self->edited);

  for (guint i = 0; i < self->rows->len && json_array_get_length (array) < KEPT; i++)
    {
      const WayImpactRow *row = &g_array_index (self->rows, WayImpactRow, i);

      if (row->how != WAY_IMPACT_MOVED || room-- > 0)
        json_array_add_object_element (array, write_members (row, row_members));
    }
  return array;
}

/**
 * way_change_impact_to_json:
 *
 * Returns: (transfer full): all figures and of each list the first 1000, as JSON
 */
char *
way_change_impact_to_json (const WayChangeImpact *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = write_members (self, own_members);

  json_node_take_object (root, object);
  json_object_set_object_member (object, "finish", write_members (&self->finish, finish_members));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GArray *list = G_STRUCT_MEMBER (GArray *, self, lists[i].offset);

      json_object_set_array_member (object, lists[i].name,
                                    list == self->rows
                                        ? write_rows (self)
                                        : write_list (list, lists[i].size, lists[i].members));
    }
  return json_to_string (root, FALSE);
}

static void
read_list (JsonArray *array, GArray *list, const Member *members)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      g_array_set_size (list, list->len + 1);
      read_members (json_node_get_object (node),
                    list->data + (list->len - 1) * g_array_get_element_size (list), members);
    }
}

/**
 * way_change_impact_from_json:
 * @json: from way_change_impact_to_json()
 *
 * Returns: (transfer full) (nullable): the impact; %NULL when the text is none
 */
WayChangeImpact *
way_change_impact_from_json (const char *json)
{
  g_autoptr (JsonNode) root = json[0] != '\0' ? json_from_string (json, NULL) : NULL;
  JsonObject *object;
  JsonNode *finish;
  WayChangeImpact *self;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  self = way_change_impact_new_empty ();
  read_members (object, self, own_members);
  finish = json_object_get_member (object, "finish");
  if (finish != NULL && JSON_NODE_HOLDS_OBJECT (finish))
    read_members (json_node_get_object (finish), &self->finish, finish_members);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *node = json_object_get_member (object, lists[i].name);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        read_list (json_node_get_array (node), G_STRUCT_MEMBER (GArray *, self, lists[i].offset),
                   lists[i].members);
    }
  if (!json_object_has_member (object, "moved")) /* of an older Waymark, with all rows */
    way_change_impact_count_rows (self);
  return self;
}
