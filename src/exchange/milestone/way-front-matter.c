/* way-front-matter.c: WayFrontMatter, the YAML at the head of a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-front-matter.h"

#include "model/way-error.h"

#include <string.h>
#include <yaml.h>

static void
entry_free (gpointer data)
{
  WayYamlEntry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
  g_free (entry);
}

/**
 * way_front_matter_free:
 */
void
way_front_matter_free (WayFrontMatter *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static gsize
line_end (const char *text, gsize at)
{
  const char *end = strchr (text + at, '\n');

  return end != NULL ? (gsize)(end - text) + 1 : at + strlen (text + at);
}

static gboolean
is_fence (const char *text, gsize at)
{
  gsize length = strcspn (text + at, "\r\n");

  return length >= 3 && strncmp (text + at, "---", 3) == 0
         && strspn (text + at + 3, " \t") == length - 3;
}

static gboolean
is_blank (const char *text, gsize at)
{
  return text[at + strspn (text + at, " \t\r")] == '\n';
}

/**
 * way_front_matter_find:
 * @start: (out): the first byte behind the opening line
 * @end: (out): the first byte of the closing line
 *
 * Front matter stands at the very top; some put the document's title above it.
 *
 * Returns: whether there is some
 */
gboolean
way_front_matter_find (const char *text, gsize *start, gsize *end)
{
  gsize at = g_str_has_prefix (text, "\357\273\277") ? 3 : 0;

  while (text[at] != '\0' && !is_fence (text, at) && (is_blank (text, at) || text[at] == '#'))
    at = line_end (text, at);
  if (!is_fence (text, at))
    return FALSE;
  *start = line_end (text, at);
  for (at = *start; text[at] != '\0'; at = line_end (text, at))
    if (is_fence (text, at))
      {
        *end = at;
        return TRUE;
      }
  return FALSE;
}

typedef struct
{
  const char *text;
  gsize offset;        /* of the YAML in the document */
  gsize seen, seen_at; /* libyaml counts characters: so many lie before that byte */
  guint first_line;
  WayFrontMatter *result;
  yaml_document_t *document;
} Reading;

static gsize
byte_of (Reading *reading, gsize index)
{
  if (index < reading->seen)
    {
      reading->seen = 0;
      reading->seen_at = reading->offset;
    }
  reading->seen_at = (gsize)(g_utf8_offset_to_pointer (reading->text + reading->seen_at,
                                                       (glong)(index - reading->seen))
                             - reading->text);
  reading->seen = index;
  return reading->seen_at;
}

static gsize
start_of (Reading *reading, const yaml_node_t *node)
{
  return byte_of (reading, node->start_mark.index);
}

/* A block sequence ends, to libyaml, where the next key begins: not what is behind its last item. */
static gsize
end_of (Reading *reading, const yaml_node_t *node)
{
  gsize start = start_of (reading, node);
  gsize end = byte_of (reading, node->end_mark.index);

  while (end > start && g_ascii_isspace (reading->text[end - 1]))
    end--;
  return end;
}

static gboolean
is_null (const yaml_node_t *node)
{
  const char *value = (const char *)node->data.scalar.value;

  return node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE
         && (value[0] == '\0' || strcmp (value, "~") == 0 || strcmp (value, "null") == 0);
}

static char *
join_scalars (const Reading *reading, const yaml_node_t *sequence)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (yaml_node_item_t *item = sequence->data.sequence.items.start;
       item < sequence->data.sequence.items.top; item++)
    {
      yaml_node_t *node = yaml_document_get_node (reading->document, *item);

      if (node == NULL || node->type != YAML_SCALAR_NODE)
        return NULL;
      if (!is_null (node))
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "",
                                (const char *)node->data.scalar.value);
    }
  return g_strdup (lines->str);
}

static void
add_entry (Reading *reading, const char *prefix, const yaml_node_t *key, const yaml_node_t *value)
{
  WayYamlEntry *entry = g_new0 (WayYamlEntry, 1);

  entry->key = g_strconcat (prefix, (const char *)key->data.scalar.value, NULL);
  entry->start = start_of (reading, value);
  entry->end = end_of (reading, value);
  entry->line = reading->first_line + (guint)key->start_mark.line;
  if (value->type == YAML_SCALAR_NODE)
    {
      entry->kind = WAY_YAML_TEXT;
      entry->value = g_strdup (is_null (value) ? "" : (const char *)value->data.scalar.value);
      if (entry->start == entry->end) /* nothing there: right behind the colon */
        {
          entry->start = end_of (reading, key);
          entry->start += strcspn (reading->text + entry->start, ":\n");
          entry->start += reading->text[entry->start] == ':';
          entry->end = entry->start;
        }
    }
  else if (value->type == YAML_SEQUENCE_NODE)
    {
      entry->kind = WAY_YAML_LIST;
      entry->value = join_scalars (reading, value);
    }
  if (entry->value == NULL)
    {
      entry->kind = WAY_YAML_UNKNOWN;
      entry->value = g_strndup (reading->text + entry->start, entry->end - entry->start);
    }
  g_ptr_array_add (reading->result->entries, entry);
}

static void
add_pairs (Reading *reading, const char *prefix, const yaml_node_t *mapping)
{
  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
       pair < mapping->data.mapping.pairs.top; pair++)
    {
      yaml_node_t *key = yaml_document_get_node (reading->document, pair->key);
      yaml_node_t *value = yaml_document_get_node (reading->document, pair->value);
      gboolean group;

      if (key == NULL || value == NULL || key->type != YAML_SCALAR_NODE)
        continue;
      group = prefix[0] == '\0' && value->type == YAML_MAPPING_NODE
              && value->data.mapping.style == YAML_BLOCK_MAPPING_STYLE;
      if (group)
        {
          g_autofree char *below = g_strconcat ((const char *)key->data.scalar.value, ".", NULL);

          add_pairs (reading, below, value);
        }
      else
        add_entry (reading, prefix, key, value);
    }
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n';
  return n;
}

static gboolean
load (Reading *reading, yaml_parser_t *parser, GError **error)
{
  if (yaml_parser_load (parser, reading->document))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _ ("Line %u of the document is not understood: %s."),
               reading->first_line + (guint)parser->problem_mark.line,
               parser->problem != NULL ? parser->problem : _ ("the YAML is malformed"));
  return FALSE;
}

/**
 * way_front_matter_read:
 * @text: a whole document
 * @error: %WAY_ERROR_FORMAT with the line and the reason
 *
 * Returns: (transfer full) (nullable): without entries when there is no front matter; %NULL when
 * it is malformed
 */
WayFrontMatter *
way_front_matter_read (const char *text, GError **error)
{
  g_autoptr (WayFrontMatter) self = g_new0 (WayFrontMatter, 1);
  yaml_document_t document;
  Reading reading = { .text = text, .result = self, .document = &document };
  yaml_parser_t parser;
  yaml_node_t *root;
  gboolean loaded;

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  if (!way_front_matter_find (text, &self->start, &self->end))
    return g_steal_pointer (&self);
  reading.offset = reading.seen_at = self->start;
  reading.first_line = count_lines (text, self->start) + 1;
  yaml_parser_initialize (&parser);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *)text + self->start,
                                self->end - self->start);
  loaded = load (&reading, &parser, error);
  yaml_parser_delete (&parser);
  if (!loaded)
    return NULL;
  root = yaml_document_get_root_node (&document);
  if (root != NULL && root->type == YAML_MAPPING_NODE)
    add_pairs (&reading, "", root);
  else
    self->start = self->end = 0; /* two lines across the page, and no keys between them */
  yaml_document_delete (&document);
  return g_steal_pointer (&self);
}

static gboolean
is_plain (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return text[0] != '\0' && (g_unichar_isalpha (first) || g_ascii_isdigit ((char)MIN (first, 127)))
         && strpbrk (text, ":#\n\"'\\[]{},&*!|>%@`") == NULL && !g_str_has_suffix (text, " ")
         && g_ascii_strcasecmp (text, "null") != 0 && g_ascii_strcasecmp (text, "true") != 0
         && g_ascii_strcasecmp (text, "false") != 0 && g_ascii_strcasecmp (text, "yes") != 0
         && g_ascii_strcasecmp (text, "no") != 0;
}

/**
 * way_yaml_quote:
 * @quoted: whether quotes are wanted even where YAML could do without
 *
 * Returns: (transfer full): @text as a YAML scalar on one line
 */
char *
way_yaml_quote (const char *text, gboolean quoted)
{
  GString *out;

  if (!quoted && is_plain (text))
    return g_strdup (text);
  out = g_string_new ("\"");
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '"':
      case '\\':
        g_string_append_c (g_string_append_c (out, '\\'), *at);
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      default:
        if ((guchar)*at < 0x20 || *at == 0x7f)
          g_string_append_printf (out, "\\x%02x", (guchar)*at);
        else
          g_string_append_c (out, *at);
      }
  return g_string_free (g_string_append_c (out, '"'), FALSE);
}

/**
 * way_yaml_list:
 * @lines: one item a line
 *
 * Returns: (transfer full): them as a YAML sequence on one line
 */
char *
way_yaml_list (const char *lines)
{
  g_auto (GStrv) items = g_strsplit (lines, "\n", -1);
  GString *out = g_string_new ("[");

  for (guint i = 0; items[i] != NULL; i++)
    if (items[i][0] != '\0')
      {
        g_autofree char *quoted = way_yaml_quote (items[i], TRUE);

        g_string_append_printf (out, "%s%s", out->len > 1 ? ", " : "", quoted);
      }
  return g_string_free (g_string_append_c (out, ']'), FALSE);
}
