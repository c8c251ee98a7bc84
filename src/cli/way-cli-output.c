/* way-cli-output.c: WayCliOut, what a verb has to say, as aligned text or as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli-output.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *key, *heading, *text; /* key and heading may be NULL */
  JsonNode *node;
  gboolean figure;            /* aligned to the right */
} Cell;

typedef struct
{
  char *key, *heading;
  GPtrArray *rows; /* of GArray of Cell */
} Table;

struct _WayCliOut
{
  GArray *values;    /* of Cell */
  GPtrArray *tables; /* of Table */
  GArray *record;    /* (unowned): where values go now */
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->key);
  g_free (cell->heading);
  g_free (cell->text);
  json_node_unref (cell->node);
}

static GArray *
new_record (void)
{
  GArray *record = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (record, clear_cell);
  return record;
}

static void
free_table (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->rows);
  g_free (table->key);
  g_free (table->heading);
  g_free (table);
}

WayCliOut *
way_cli_out_new (void)
{
  WayCliOut *self = g_new0 (WayCliOut, 1);

  self->values = new_record ();
  self->tables = g_ptr_array_new_with_free_func (free_table);
  self->record = self->values;
  return self;
}

void
way_cli_out_free (WayCliOut *self)
{
  g_array_unref (self->values);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/* Takes @text and @node. */
static void
add (WayCliOut *self, const char *key, const char *heading, char *text, JsonNode *node,
     gboolean figure)
{
  Cell cell = { g_strdup (key), g_strdup (heading), text, node, figure };

  g_array_append_val (self->record, cell);
}

static JsonNode *
string_node (const char *value)
{
  return json_node_init_string (json_node_alloc (), value);
}

void
way_cli_out_text (WayCliOut *self, const char *key, const char *heading, const char *value)
{
  const char *text = value != NULL ? value : "";

  add (self, key, heading, g_strdup (text), string_node (text), FALSE);
}

void
way_cli_out_int (WayCliOut *self, const char *key, const char *heading, gint64 value)
{
  add (self, key, heading, g_strdup_printf ("%" G_GINT64_FORMAT, value),
       json_node_init_int (json_node_alloc (), value), TRUE);
}

void
way_cli_out_bool (WayCliOut *self, const char *key, const char *heading, gboolean value)
{
  add (self, key, heading, g_strdup (value ? _("yes") : ""),
       json_node_init_boolean (json_node_alloc (), value), FALSE);
}

static void
add_moment (WayCliOut *self, const char *key, const char *heading, WayMoment value, gsize length)
{
  g_autofree char *iso = way_moment_to_iso (value);
  char *text;

  if (value == WAY_NEVER)
    {
      add (self, key, heading, g_strdup (""), json_node_init_null (json_node_alloc ()), FALSE);
      return;
    }
  iso[length] = '\0';
  text = g_strdup (iso);
  add (self, key, heading, g_strdelimit (text, "T", ' '), string_node (iso), FALSE);
}

void
way_cli_out_moment (WayCliOut *self, const char *key, const char *heading, WayMoment value)
{
  add_moment (self, key, heading, value, strlen ("2026-05-04T08:00"));
}

void
way_cli_out_day (WayCliOut *self, const char *key, const char *heading, WayMoment value)
{
  add_moment (self, key, heading, value, strlen ("2026-05-04"));
}

void
way_cli_out_minutes (WayCliOut *self, const char *key, const char *heading, gint64 minutes,
                     const char *shown)
{
  add (self, key, heading, g_strdup (shown), json_node_init_int (json_node_alloc (), minutes),
       TRUE);
}

void
way_cli_out_percent (WayCliOut *self, const char *key, const char *heading, double percent)
{
  add (self, key, heading, g_strdup_printf ("%.0f %%", percent),
       json_node_init_double (json_node_alloc (), percent), TRUE);
}

/**
 * way_cli_out_table:
 *
 * Opens a table; the columns are what its first row holds.
 */
void
way_cli_out_table (WayCliOut *self, const char *key, const char *heading)
{
  Table *table = g_new0 (Table, 1);

  table->key = g_strdup (key);
  table->heading = g_strdup (heading);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->tables, table);
}

void
way_cli_out_row (WayCliOut *self)
{
  Table *table = self->tables->pdata[self->tables->len - 1];

  self->record = new_record ();
  g_ptr_array_add (table->rows, self->record);
}

void
way_cli_out_end (WayCliOut *self)
{
  self->record = self->values;
}

/* Columns that @text takes on a terminal. */
static int
width_of (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_padded (GString *line, const char *text, int width, gboolean right)
{
  int gap = MAX (width - width_of (text), 0);

  if (right)
    g_string_append_printf (line, "%*s", gap, "");
  g_string_append (line, text);
  if (!right)
    g_string_append_printf (line, "%*s", gap, "");
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_values (GString *text, GArray *values)
{
  int width = 0;

  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, Cell, i).heading != NULL)
      width = MAX (width, width_of (g_array_index (values, Cell, i).heading));
  for (guint i = 0; i < values->len; i++)
    {
      const Cell *cell = &g_array_index (values, Cell, i);
      g_autofree char *label = NULL;

      if (cell->heading == NULL)
        continue;
      label = g_strconcat (cell->heading, ":", NULL);
      append_padded (text, label, width + 3, FALSE);
      g_string_append (text, cell->text);
      end_line (text);
    }
}

static void
append_table (GString *text, const Table *table)
{
  GArray *head = table->rows->len > 0 ? table->rows->pdata[0] : NULL;
  g_autofree int *widths = g_new0 (int, head != NULL ? head->len : 1);

  if (head == NULL || table->heading == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (table->heading[0] != '\0')
    g_string_append_printf (text, "%s\n", table->heading);

  for (guint column = 0; column < head->len; column++)
    {
      const char *heading = g_array_index (head, Cell, column).heading;

      if (heading == NULL)
        continue;
      widths[column] = width_of (heading);
      for (guint row = 0; row < table->rows->len; row++)
        {
          GArray *cells = table->rows->pdata[row];

          widths[column] = MAX (widths[column], width_of (g_array_index (cells, Cell, column).text));
        }
    }
  for (int row = -1; row < (int) table->rows->len; row++)
    {
      GArray *cells = row < 0 ? head : table->rows->pdata[row];

      for (guint column = 0; column < head->len; column++)
        {
          const Cell *cell = &g_array_index (cells, Cell, column);

          if (cell->heading == NULL)
            continue;
          append_padded (text, row < 0 ? cell->heading : cell->text, widths[column], cell->figure);
          g_string_append (text, "  ");
        }
      end_line (text);
    }
}

/**
 * way_cli_out_to_text:
 *
 * Returns: (transfer full): the values, then the tables with aligned columns
 */
char *
way_cli_out_to_text (WayCliOut *self)
{
  GString *text = g_string_new (NULL);

  append_values (text, self->values);
  for (guint i = 0; i < self->tables->len; i++)
    append_table (text, self->tables->pdata[i]);
  return g_string_free (text, FALSE);
}

static JsonObject *
object_of (GArray *record)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < record->len; i++)
    {
      const Cell *cell = &g_array_index (record, Cell, i);

      if (cell->key != NULL)
        json_object_set_member (object, cell->key, json_node_copy (cell->node));
    }
  return object;
}

/**
 * way_cli_out_to_json:
 *
 * Returns: (transfer full): one object with a member a value and an array a table
 */
char *
way_cli_out_to_json (WayCliOut *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = object_of (self->values);
  g_autofree char *json = NULL;

  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = self->tables->pdata[i];
      JsonArray *array = json_array_new ();

      for (guint row = 0; row < table->rows->len; row++)
        json_array_add_object_element (array, object_of (table->rows->pdata[row]));
      json_object_set_array_member (object, table->key, array);
    }
  json_node_take_object (root, object);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}
