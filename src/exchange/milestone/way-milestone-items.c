/* way-milestone-items.c: finds the records that stand in the lists of a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/milestone/way-milestone-text.h"

#include "exchange/milestone/way-markdown.h"
#include "model/way-records.h"

#include <string.h>

/* The compiled first line of a layout; made once for the whole program. */
static GRegex *
first_line_of (const WayItemLayout *layout)
{
  static GHashTable *compiled;
  static GMutex lock;
  GRegex *regex;

  g_mutex_lock (&lock);
  if (compiled == NULL)
    compiled = g_hash_table_new (NULL, NULL);
  regex = g_hash_table_lookup (compiled, layout);
  if (regex == NULL)
    {
      g_autoptr (GError) error = NULL;

      regex = g_regex_new (layout->pattern, G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, &error);
      g_assert_no_error (error);
      g_hash_table_insert (compiled, (gpointer)layout, regex);
    }
  g_mutex_unlock (&lock);
  return regex;
}

/* What the pattern of any layout may call its groups. */
static const char *const names[]
    = { "done",   "box",      "title",   "criterion", "exclusion_reason", "description",
        "target", "duration", "percent", "date",      "criteria" };

static void
add_inline (WayItem *item,
            const char *text,
            const char *line,
            gsize offset,
            GMatchInfo *match,
            guint number)
{
  int start, end;

  if (!g_match_info_fetch_named_pos (match, "rest", &start, &end) || start < 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (item->layout->rest); i++)
    {
      const WayInlineLayout *layout = &item->layout->rest[i];
      g_autoptr (GRegex) regex = NULL;
      g_autoptr (GMatchInfo) found = NULL;
      WaySlot *slot;
      int from, to;

      if (layout->name == NULL)
        break;
      regex = g_regex_new (layout->pattern, 0, 0, NULL);
      if (!g_regex_match_full (regex, line, end, start, 0, &found, NULL))
        continue;
      g_match_info_fetch_pos (found, 1, &from, &to);
      slot = way_slot_new (layout->name, text, offset + (gsize)from, offset + (gsize)to, number,
                           WAY_SLOT_INLINE);
      slot->suffix = layout->suffix;
      g_ptr_array_add (item->slots, slot);
    }
}

static WayItem *
match_item (const WayItemLayout *layout,
            const char *text,
            const WayMarkdownLine *line,
            guint number)
{
  g_autofree char *bytes = g_strndup (text + line->start, line->end - line->start);
  g_autoptr (GMatchInfo) match = NULL;
  WayItem *item;

  if (line->code || !g_regex_match (first_line_of (layout), bytes, 0, &match))
    return NULL;
  item = g_new0 (WayItem, 1);
  item->layout = layout;
  item->slots = g_ptr_array_new_with_free_func ((GDestroyNotify)way_slot_free);
  item->items = g_ptr_array_new_with_free_func (way_item_free);
  item->start = line->start;
  item->first_end = item->end = line->next;
  item->line = number;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int start, end;

      WaySlot *slot;

      if (!g_match_info_fetch_named_pos (match, names[i], &start, &end) || start < 0)
        continue;
      slot = way_slot_new (names[i], text, line->start + (gsize)start, line->start + (gsize)end,
                           number, WAY_SLOT_INLINE);
      slot->special = layout->special;
      g_ptr_array_add (item->slots, slot);
    }
  add_inline (item, text, bytes, line->start, match, number);
  return item;
}

/* The value that @line is labelled with below an item; NULL when it is none of them. */
static const WaySubLayout *
sub_of (const WayItemLayout *layout, const char *text, const WayMarkdownLine *line, gsize *start,
        gsize *end)
{
  g_autofree char *label = NULL;

  if (line->code || !way_markdown_label (text, line, &label, start, end))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (layout->subs) && layout->subs[i].label; i++)
    if (g_ascii_strcasecmp (layout->subs[i].label, label) == 0)
      return &layout->subs[i];
  return NULL;
}

static void
add_sub (WayItem *item, const char *text, const GArray *lines, guint index)
{
  const WayMarkdownLine *line = &g_array_index (lines, WayMarkdownLine, index);
  gsize start, end;
  const WaySubLayout *sub = sub_of (item->layout, text, line, &start, &end);

  if (sub == NULL || way_item_slot (item, sub->name) != NULL)
    return;
  end = way_markdown_continued (text, lines, index, end);
  g_ptr_array_add (item->slots,
                   way_slot_new (sub->name, text, start, end, index + 1, WAY_SLOT_INLINE));
}

/* Blank lines behind an item are nobody's. */
static void
close_item (WayItem *item, const char *text, gsize end)
{
  while (end > item->first_end && g_ascii_isspace (text[end - 1]))
    end--;
  if (end > item->first_end || text[item->first_end - 1] != '\n')
    end += strcspn (text + end, "\n") + (strchr (text + end, '\n') != NULL);
  item->end = MAX (end, item->first_end);
}

static gboolean
is_indented (const char *text, const WayMarkdownLine *line)
{
  return strspn (text + line->start, " \t") >= 2;
}

/* Whether the line tells more of @item, which is a line of a checklist. */
static gboolean
tells_more (const WayItem *item, const char *text, const WayMarkdownLine *line)
{
  gsize start, end;

  return item != NULL && is_indented (text, line)
         && sub_of (item->layout, text, line, &start, &end) != NULL;
}

/* An item of a list with lines below it starts at the margin; boxes may be nested. */
static gboolean
may_start (const WayItemLayout *layout, const WayItem *before, const char *text,
           const WayMarkdownLine *line)
{
  if (layout->type == &way_checklist_item_type)
    return !tells_more (before, text, line);
  return layout->subs[0].label == NULL || layout->heading || !is_indented (text, line);
}

static void
add_line_of_phase (WayItem *phase, const char *text, const GArray *lines, guint index)
{
  const WayMarkdownLine *line = &g_array_index (lines, WayMarkdownLine, index);
  WayItem *last = phase->items->len > 0 ? phase->items->pdata[phase->items->len - 1] : NULL;
  WayItem *item;

  if (phase->layout->kind != WAY_OUTLINE_PHASES)
    return;
  if (tells_more (last, text, line))
    {
      add_sub (last, text, lines, index);
      last->end = line->next;
      return;
    }
  item = match_item (way_item_layout_of_lines (), text, line, index + 1);
  if (item != NULL)
    g_ptr_array_add (phase->items, item);
}

/**
 * way_items_read:
 * @block: a list of records
 *
 * Finds its items.
 */
void
way_items_read (WayMilestoneText *self, WayBlock *block, const GArray *lines)
{
  const WayItemLayout *layout = way_item_layout_of (block->entry);
  WayItem *item = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const WayMarkdownLine *line = &g_array_index (lines, WayMarkdownLine, i);
      WayItem *next;

      if (line->start < block->body || line->start >= block->end)
        continue;
      next = may_start (layout, item, self->text, line)
                 ? match_item (layout, self->text, line, i + 1)
                 : NULL;
      if (next != NULL)
        {
          if (item != NULL)
            close_item (item, self->text, line->start);
          item = next;
          item->entry = block->entry;
          g_ptr_array_add (block->items, item);
        }
      else if (item != NULL)
        {
          add_sub (item, self->text, lines, i);
          add_line_of_phase (item, self->text, lines, i);
        }
    }
  if (item != NULL)
    close_item (item, self->text, block->end);
}
