/* way-milestone-slots.c: one place of a document: what it holds, and what to put there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/milestone/way-milestone-write.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-front-matter.h"

#include <string.h>

static char *
collapse (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

/**
 * way_slot_same:
 *
 * Returns: whether two values are the same as far as the place can tell: a line knows no newlines,
 * a text under a heading no blank ends
 */
gboolean
way_slot_same (const WaySlot *slot, const char *a, const char *b)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  if (slot->style == WAY_SLOT_INLINE)
    {
      one = collapse (a);
      two = collapse (b);
    }
  else
    {
      one = g_strstrip (g_strdup (a));
      two = g_strstrip (g_strdup (b));
    }
  return strcmp (one, two) == 0;
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "0123456789.")] == '\0';
}

/**
 * way_slot_value:
 * @understood: (out)
 *
 * Returns: (transfer full): what the place holds, in its one spelling
 */
char *
way_slot_value (const WaySlot *slot,
                WayDocument *document,
                const WayRecordType *type,
                gboolean *understood)
{
  g_autofree char *bare = NULL;
  gsize length = strlen (slot->raw), suffix = slot->suffix != NULL ? strlen (slot->suffix) : 0;

  if (suffix > 0 && length >= suffix && g_str_has_suffix (slot->raw, slot->suffix))
    {
      bare = g_strndup (slot->raw, length - suffix);
      if (!is_number (bare))
        g_clear_pointer (&bare, g_free);
    }
  return way_milestone_value_read (document, type, slot->name, bare != NULL ? bare : slot->raw,
                                   understood);
}

/* A sequence with an item a line keeps its shape. */
static char *
render_block_list (const char *text, gsize start, const char *value)
{
  g_auto (GStrv) items = g_strsplit (value, "\n", -1);
  gsize line = start;
  g_autofree char *indent = NULL;
  GString *out = g_string_new (NULL);

  while (line > 0 && text[line - 1] != '\n')
    line--;
  indent = g_strnfill (start - line, ' ');
  for (guint i = 0; items[i] != NULL; i++)
    if (items[i][0] != '\0')
      {
        g_autofree char *quoted = way_yaml_quote (items[i], FALSE);

        g_string_append_printf (out, "%s%s- %s", out->len > 0 ? "\n" : "",
                                out->len > 0 ? indent : "", quoted);
      }
  if (out->len == 0)
    g_string_append (out, start == line ? " []" : "[]");
  return g_string_free (out, FALSE);
}

static char *
render_yaml (const WaySlot *slot, const char *text, const char *value)
{
  g_autofree char *yaml = NULL;
  gboolean empty = slot->start == slot->end;

  if (slot->style == WAY_SLOT_YAML_LIST)
    yaml = !empty && text[slot->start] == '-' ? render_block_list (text, slot->start, value)
                                              : way_yaml_list (value);
  else if (value[0] == '\0' && slot->style == WAY_SLOT_YAML_TEXT)
    yaml = g_strdup ("");
  else
    yaml = way_yaml_quote (value, slot->style == WAY_SLOT_YAML_QUOTED);
  /* Between the colon and a comment. */
  return empty && yaml[0] != '\0'
             ? g_strdup_printf (" %s%s", yaml, text[slot->end] == '#' ? " " : "")
             : g_strdup (yaml);
}

static char *
render_inline (const WaySlot *slot, const char *text, const char *value, gboolean items)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autofree char *line = g_strjoinv (items ? ", " : " ", lines);
  g_autofree char *escaped = NULL;
  gboolean empty = slot->start == slot->end;

  if (strcmp (slot->name, "done") == 0)
    return g_strdup (value[0] != '\0' ? "x" : " ");
  if (strcmp (slot->name, "box") == 0)
    return g_strdup (value[0] != '\0' ? "[x] " : "");
  escaped = way_markdown_write_line (line, slot->special);
  if (escaped[0] == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s%s%s%s",
                          empty && slot->start > 0 && text[slot->start - 1] == ':' ? " " : "",
                          escaped, slot->suffix != NULL && is_number (value) ? slot->suffix : "",
                          empty && text[slot->end] == '|' ? " " : "");
}

/**
 * way_slot_render:
 * @text: the document
 * @items: whether @value is a list, one item a line
 *
 * Returns: (transfer full): the bytes that say @value at the place
 */
char *
way_slot_render (const WaySlot *slot, const char *text, const char *value, gboolean items)
{
  g_autofree char *body = NULL;

  if (slot->style == WAY_SLOT_INLINE)
    return render_inline (slot, text, value, items);
  if (slot->style != WAY_SLOT_PROSE && slot->style != WAY_SLOT_LIST)
    return render_yaml (slot, text, value);
  body = slot->style == WAY_SLOT_LIST ? way_markdown_list (value, slot->numbered)
                                      : way_markdown_prose (value);
  if (slot->start != slot->end || body[0] == '\0')
    return g_steal_pointer (&body);
  return g_strconcat (slot->start > 0 && text[slot->start - 1] != '\n' ? "\n" : "", body, "\n",
                      NULL);
}

static const char *
key_name (const WayItem *item)
{
  return item->layout->kind == WAY_OUTLINE_CHECKPOINTS ? "percent" : "title";
}

/**
 * way_item_key:
 *
 * Returns: (transfer full): what tells the item from its neighbours; "" when it is not filled in
 */
char *
way_item_key (const WayItem *item, WayDocument *document)
{
  WaySlot *slot = way_item_slot (item, key_name (item));
  gboolean understood;

  return slot != NULL ? way_slot_value (slot, document, item->layout->type, &understood)
                      : g_strdup ("");
}

/**
 * way_item_find_record:
 * @records: (element-type WayRecord): the one that is found is taken out
 *
 * Returns: (transfer none) (nullable): the record that the item stands for
 */
WayRecord *
way_item_find_record (const WayItem *item, WayDocument *document, GPtrArray *records)
{
  g_autofree char *key = way_item_key (item, document);
  WaySlot *slot = way_item_slot (item, key_name (item));

  for (guint i = 0; slot != NULL && key[0] != '\0' && i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      g_autofree char *value = way_milestone_value_get (document, record, key_name (item));

      if (way_slot_same (slot, key, value))
        {
          g_ptr_array_remove_index (records, i);
          return record;
        }
    }
  return NULL;
}

/**
 * way_milestone_records_of:
 * @entry: a list of the outline
 *
 * Returns: (transfer full) (element-type WayRecord): its records, in their order
 */
GPtrArray *
way_milestone_records_of (WayMilestone *milestone, const WayOutlineEntry *entry)
{
  const WayItemLayout *layout = way_item_layout_of (entry);
  GPtrArray *records;

  if (layout->choice_field != NULL)
    return way_milestone_get_choice (milestone, layout->type, layout->choice_field, entry->choice);
  records = way_milestone_get_parts (milestone, layout->type);
  for (guint i = records->len; entry->kind == WAY_OUTLINE_RISKS && i > 0; i--)
    {
      gboolean high
          = way_risk_band (way_risk_score_inherent (records->pdata[i - 1])) >= WAY_LEVEL_HIGH;

      if (high != (entry->choice == WAY_LEVEL_HIGH))
        g_ptr_array_remove_index (records, i - 1);
    }
  return records;
}
