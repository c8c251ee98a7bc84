/* way-milestone-text.c: WayMilestoneText, a document in which the places of values are known.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-text.h"

#include "exchange/milestone/way-front-matter.h"
#include "exchange/milestone/way-markdown.h"
#include "model/way-error.h"
#include "model/way-records.h"

#include <string.h>

void
way_slot_free (WaySlot *slot)
{
  g_free (slot->raw);
  g_free (slot);
}

void
way_item_free (gpointer data)
{
  WayItem *item = data;

  g_ptr_array_unref (item->slots);
  g_ptr_array_unref (item->items);
  g_free (item);
}

static void
block_free (gpointer data)
{
  WayBlock *block = data;

  g_ptr_array_unref (block->items);
  g_free (block);
}

static void
unknown_free (gpointer data)
{
  WayUnknown *unknown = data;

  g_free (unknown->what);
  g_free (unknown);
}

/**
 * way_milestone_text_free:
 */
void
way_milestone_text_free (WayMilestoneText *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

static void G_GNUC_PRINTF (3, 4)
    add_unknown (WayMilestoneText *self, guint line, const char *format, ...)
{
  WayUnknown *unknown = g_new0 (WayUnknown, 1);
  va_list args;

  va_start (args, format);
  unknown->line = line;
  unknown->what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->unknown, unknown);
}

/**
 * way_slot_new:
 * @text: the document, in which it stands from @start to @end
 *
 * Returns: (transfer full)
 */
WaySlot *
way_slot_new (
    const char *name, const char *text, gsize start, gsize end, guint line, WaySlotStyle style)
{
  WaySlot *slot = g_new0 (WaySlot, 1);
  g_autofree char *bytes = g_strndup (text + start, end - start);

  slot->name = name;
  slot->raw = style == WAY_SLOT_INLINE ? way_markdown_read_line (bytes) : g_strdup (bytes);
  slot->start = start;
  slot->end = end;
  slot->line = line;
  slot->style = style;
  slot->blank = way_markdown_is_blank (slot->raw);
  return slot;
}

static const char *
name_of_key (const char *key)
{
  guint n_keys;
  const WayKeyLayout *keys = way_milestone_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    if (strcmp (keys[i].key, key) == 0)
      return keys[i].name;
  return NULL;
}

static gboolean
is_list (const char *name)
{
  guint n_keys;
  const WayKeyLayout *keys = way_milestone_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    if (strcmp (keys[i].name, name) == 0)
      return keys[i].list;
  return FALSE;
}

static void
add_key (WayMilestoneText *self, const WayYamlEntry *entry, const char *name)
{
  gboolean quoted = entry->end > entry->start && strchr ("\"'", self->text[entry->start]) != NULL;
  WaySlot *slot = way_slot_new (name, self->text, entry->start, entry->end, entry->line,
                                is_list (name) ? WAY_SLOT_YAML_LIST
                                : quoted       ? WAY_SLOT_YAML_QUOTED
                                               : WAY_SLOT_YAML_TEXT);

  if (entry->kind != WAY_YAML_UNKNOWN)
    {
      g_free (slot->raw);
      slot->raw = g_strdup (entry->value);
    }
  slot->blank = way_markdown_is_blank (slot->raw);
  if (entry->kind == WAY_YAML_UNKNOWN && !slot->blank)
    add_unknown (self, entry->line, _ ("The value of “%s” is not understood."), entry->key);
  g_ptr_array_add (self->slots, slot);
}

/* @exact: keys of the layout; then those that others use for the same. */
static void
add_keys (WayMilestoneText *self, const WayFrontMatter *front, gboolean exact, gboolean own_id)
{
  for (guint i = 0; i < front->entries->len; i++)
    {
      const WayYamlEntry *entry = front->entries->pdata[i];
      const char *name = name_of_key (entry->key);
      const char *alias = way_milestone_key_alias (entry->key);
      gboolean known = name != NULL && !(own_id && strcmp (name, "id") == 0);

      if (exact ? known : !known && alias != NULL)
        {
          name = exact ? name : name_of_key (alias);
          if (way_milestone_text_slot (self, name) == NULL)
            {
              add_key (self, entry, name);
              continue;
            }
        }
      if (!exact && !known)
        add_unknown (self, entry->line, _ ("The key “%s” has no place in the plan."), entry->key);
    }
}

/* A document about a task or a sprint names its milestone, too, but is not about it. */
static gboolean
has_own_id (const WayFrontMatter *front)
{
  for (guint i = 0; i < front->entries->len; i++)
    {
      const char *key = ((const WayYamlEntry *)front->entries->pdata[i])->key;
      const char *alias = way_milestone_key_alias (key);

      if (alias != NULL && strcmp (alias, "milestone_id") == 0 && strcmp (key, "id") != 0)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
children_of (const WayOutlineEntry *parent)
{
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);
  GPtrArray *children = g_ptr_array_new ();

  for (const WayOutlineEntry *entry = parent + 1; entry < entries + n_entries && entry->level == 0;
       entry++)
    g_ptr_array_add (children, (gpointer)entry);
  return children;
}

static gboolean
same_heading (const WayOutlineEntry *entry, const char *heading, guint level)
{
  g_autofree char *known = g_utf8_casefold (entry->heading, -1);
  g_autofree char *found = g_utf8_casefold (heading, -1);
  gsize length = strlen (known);

  if (strcmp (known, found) == 0)
    return TRUE;
  if (entry->kind == WAY_OUTLINE_FIELD_HEADING)
    return g_str_has_prefix (found, known) && (found[length] == ':' || found[length] == '\0');
  return entry->kind == WAY_OUTLINE_CHECKLIST && entry->choice == WAY_CHECKLIST_SUCCESS_CRITERIA
         && ((level == 2 && strcmp (found, "acceptance criteria") == 0)
             || strcmp (found, "milestone success criteria") == 0);
}

/* Best is who stands under the same heading, then who is on the same level; nobody twice. */
static const WayOutlineEntry *
match_heading (const WayMilestoneText *self,
               const WayMarkdownHeading *heading,
               const WayOutlineEntry *parent)
{
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);
  const WayOutlineEntry *best = NULL;
  int best_score = -1;

  for (guint i = 0; i < n_entries; i++)
    {
      int score;

      if (entries[i].level == 0 || !same_heading (&entries[i], heading->text, heading->level)
          || way_milestone_text_block (self, &entries[i]) != NULL)
        continue;
      score = 2 * (way_outline_entry_parent (&entries[i]) == parent)
              + (entries[i].level == heading->level);
      if (score > best_score)
        {
          best = &entries[i];
          best_score = score;
        }
    }
  return best;
}

static const WayOutlineEntry *
parent_at (const WayMilestoneText *self, guint level)
{
  for (guint i = self->blocks->len; i > 0; i--)
    {
      const WayBlock *block = self->blocks->pdata[i - 1];

      if (block->level < level)
        return block->entry;
    }
  return NULL;
}

static gsize
end_of_body (const WayMarkdown *markdown, guint index, guint level_limit)
{
  const WayMarkdownHeading *headings = (const WayMarkdownHeading *)markdown->headings->data;

  for (guint i = index + 1; i < markdown->headings->len; i++)
    if (headings[i].level <= level_limit)
      return headings[i].start;
  return markdown->length;
}

static void
add_blocks (WayMilestoneText *self, const WayMarkdown *markdown)
{
  const WayMarkdownHeading *headings = (const WayMarkdownHeading *)markdown->headings->data;

  for (guint i = 0; i < markdown->headings->len; i++)
    {
      const WayOutlineEntry *entry;
      WayBlock *block;

      if (headings[i].level == 0 || headings[i].level == 1)
        continue;
      if (self->blocks->len > 0
          && ((WayBlock *)g_ptr_array_index (self->blocks, self->blocks->len - 1))->end
                 > headings[i].start)
        continue; /* the heading of an item */
      entry = match_heading (self, &headings[i], parent_at (self, headings[i].level));
      if (entry == NULL)
        {
          add_unknown (self, headings[i].line, _ ("The section “%s” has no place in the plan."),
                       headings[i].text);
          continue;
        }
      block = g_new0 (WayBlock, 1);
      block->entry = entry;
      block->level = headings[i].level;
      block->start = headings[i].start;
      block->body = headings[i].end;
      block->region_end = end_of_body (markdown, i, block->level);
      block->end = way_item_layout_of (entry) != NULL && way_item_layout_of (entry)->heading
                       ? block->region_end
                       : end_of_body (markdown, i, G_MAXUINT);
      block->items = g_ptr_array_new_with_free_func (way_item_free);
      g_ptr_array_add (self->blocks, block);
    }
}

static void
trim (const char *text, gsize *start, gsize *end)
{
  while (*end > *start && g_ascii_isspace (text[*end - 1]))
    --*end;
  while (*start < *end && g_ascii_isspace (text[*start]))
    ++*start;
}

static void
add_section (WayMilestoneText *self, const WayBlock *block, guint line)
{
  gboolean list = block->entry->kind != WAY_OUTLINE_PROSE;
  gsize start = block->body, end = block->end;
  WaySlot *slot;

  trim (self->text, &start, &end);
  if (start == end)
    start = end = block->body;
  slot = way_slot_new (block->entry->key, self->text, start, end, line,
                       list ? WAY_SLOT_LIST : WAY_SLOT_PROSE);
  slot->numbered = block->entry->kind == WAY_OUTLINE_NUMBERED;
  if (list)
    {
      char *items = way_markdown_list_items (slot->raw);

      g_free (slot->raw);
      slot->raw = items;
      slot->blank = way_markdown_is_blank (items);
    }
  g_ptr_array_add (self->slots, slot);
}

/* “### Risk Assessment: high” */
static void
add_heading_value (WayMilestoneText *self, const WayBlock *block, guint line)
{
  gsize end = block->start + strcspn (self->text + block->start, "\r\n");
  const char *colon = memchr (self->text + block->start, ':', end - block->start);
  gsize start = colon != NULL ? (gsize)(colon - self->text) + 1 : end;

  if (colon == NULL)
    return;
  trim (self->text, &start, &end);
  g_ptr_array_add (self->slots,
                   way_slot_new (block->entry->key, self->text, start, end, line, WAY_SLOT_INLINE));
}

static const WayOutlineEntry *
find_line_entry (const WayBlock *block, const char *label)
{
  g_autoptr (GPtrArray) children = children_of (block->entry);

  for (guint i = 0; i < children->len; i++)
    {
      const WayOutlineEntry *entry = children->pdata[i];

      if (g_ascii_strcasecmp (entry->heading, label) == 0)
        return entry;
    }
  return NULL;
}

static void
add_lines (WayMilestoneText *self, const WayBlock *block, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const WayMarkdownLine *line = &g_array_index (lines, WayMarkdownLine, i);
      g_autofree char *label = NULL;
      const WayOutlineEntry *entry;
      gsize start, end;
      WaySlot *slot;

      if (line->start < block->body || line->start >= block->end || line->code
          || !way_markdown_label (self->text, line, &label, &start, &end))
        continue;
      entry = find_line_entry (block, label);
      if (entry == NULL)
        {
          add_unknown (self, i + 1, _ ("The line “%s” has no place in the plan."), label);
          continue;
        }
      end = way_markdown_continued (self->text, lines, i, end);
      slot = way_slot_new (entry->key, self->text, start, end, i + 1, WAY_SLOT_INLINE);
      slot->suffix = entry->suffix;
      g_ptr_array_add (self->slots, slot);
    }
}

static void
add_bar (WayMilestoneText *self, const WayMarkdownLine *line, guint number)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "\\*\\*([^*|]+?)(?::\\*\\*|\\*\\*\\s*:)[ \\t]*([^|\\r\\n]*?)[ \\t]*(?=\\||\\r?$)",
      G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *text = g_strndup (self->text + line->start, line->end - line->start);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *label = g_match_info_fetch (match, 1);
      const WayLabelLayout *layout = way_milestone_label_find (label);
      int start, end;
      WaySlot *slot;

      if (layout == NULL)
        continue;
      g_match_info_fetch_pos (match, 2, &start, &end);
      slot = way_slot_new (layout->name, self->text, line->start + (gsize)start,
                           line->start + (gsize)end, number, WAY_SLOT_INLINE);
      slot->suffix = layout->suffix;
      slot->special = "|";
      g_ptr_array_add (self->slots, slot);
    }
}

/* The lines above the first section, and those below the last line across the page. */
static void
add_bars (WayMilestoneText *self, const WayMarkdown *markdown, gsize keys_end)
{
  const WayMarkdownHeading *headings = (const WayMarkdownHeading *)markdown->headings->data;
  gsize first = markdown->length, last = markdown->length;

  for (guint i = markdown->headings->len; i > 0; i--)
    if (headings[i - 1].level > 1)
      first = headings[i - 1].start;
  if (markdown->headings->len > 0 && headings[markdown->headings->len - 1].level == 0)
    last = headings[markdown->headings->len - 1].end;
  for (guint i = 0; i < markdown->lines->len; i++)
    {
      const WayMarkdownLine *line = &g_array_index (markdown->lines, WayMarkdownLine, i);

      if (!line->code && ((line->start >= keys_end && line->start < first) || line->start >= last))
        add_bar (self, line, i + 1);
    }
}

static void
add_title (WayMilestoneText *self, const WayMarkdown *markdown)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("^#\\s+(?:([^:\\r\\n]*?)\\s*:(?:\\s|$)\\s*)?(.*?)\\s*#*\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (guint i = 0; i < markdown->headings->len; i++)
    {
      const WayMarkdownHeading *heading
          = &g_array_index (markdown->headings, WayMarkdownHeading, i);
      g_autofree char *line
          = g_strndup (self->text + heading->start, strcspn (self->text + heading->start, "\r\n"));
      int start, end;

      if (heading->level != 1 || !g_regex_match (regex, line, 0, &match))
        {
          g_clear_pointer (&match, g_match_info_unref);
          continue;
        }
      if (g_match_info_fetch_pos (match, 1, &start, &end) && start >= 0)
        g_ptr_array_add (self->slots, way_slot_new ("id", self->text, heading->start + (gsize)start,
                                                    heading->start + (gsize)end, heading->line,
                                                    WAY_SLOT_INLINE));
      g_match_info_fetch_pos (match, 2, &start, &end);
      g_ptr_array_add (self->slots,
                       way_slot_new ("title", self->text, heading->start + (gsize)start,
                                     heading->start + (gsize)end, heading->line, WAY_SLOT_INLINE));
      return;
    }
}

static void
add_values (WayMilestoneText *self, const WayMarkdown *markdown)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      WayBlock *block = self->blocks->pdata[i];
      guint line = way_markdown_line_of (markdown, block->start);

      if (way_outline_entry_has_text (block->entry))
        add_section (self, block, line + 1);
      else if (block->entry->kind == WAY_OUTLINE_FIELD_HEADING)
        add_heading_value (self, block, line);
      else if (block->entry->kind == WAY_OUTLINE_LINES)
        add_lines (self, block, markdown->lines);
      else if (way_item_layout_of (block->entry) != NULL)
        way_items_read (self, block, markdown->lines);
    }
}

static gboolean
check_bytes (const char *text, gsize length, GError **error)
{
  const char *end;
  guint line = 1;

  if (length <= WAY_MILESTONE_TEXT_MAX && g_utf8_validate (text, (gssize)length, &end))
    return TRUE;
  if (length > WAY_MILESTONE_TEXT_MAX)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _ ("The document is larger than %d MB, and so hardly one."),
                   WAY_MILESTONE_TEXT_MAX >> 20);
      return FALSE;
    }
  for (const char *at = text; at < end; at++)
    line += *at == '\n';
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               _ ("Line %u of the document is not text in UTF-8. Save it in that encoding."), line);
  return FALSE;
}

/**
 * way_milestone_text_read:
 * @error: %WAY_ERROR_FORMAT with line and reason
 *
 * Returns: (transfer full) (nullable)
 */
WayMilestoneText *
way_milestone_text_read (const char *text, gsize length, GError **error)
{
  g_autoptr (WayMilestoneText) self = NULL;
  g_autoptr (WayFrontMatter) front = NULL;
  g_autoptr (WayMarkdown) markdown = NULL;

  if (!check_bytes (text, length, error))
    return NULL;
  self = g_new0 (WayMilestoneText, 1);
  self->text = g_strndup (text, length);
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify)way_slot_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->unknown = g_ptr_array_new_with_free_func (unknown_free);
  self->newline = strstr (self->text, "\r\n") != NULL ? "\r\n" : "\n";
  front = way_front_matter_read (self->text, error);
  if (front == NULL)
    return NULL;
  self->keys_end = front->end;
  add_keys (self, front, TRUE, has_own_id (front));
  add_keys (self, front, FALSE, has_own_id (front));
  markdown = way_markdown_read (self->text, front->start, front->end);
  add_title (self, markdown);
  add_bars (self, markdown, front->end);
  add_blocks (self, markdown);
  add_values (self, markdown);
  return g_steal_pointer (&self);
}

/**
 * way_milestone_text_slot:
 *
 * Returns: (transfer none) (nullable): the first place of a value of the milestone itself
 */
WaySlot *
way_milestone_text_slot (const WayMilestoneText *self, const char *name)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (strcmp (((WaySlot *)self->slots->pdata[i])->name, name) == 0)
      return self->slots->pdata[i];
  return NULL;
}

/**
 * way_milestone_text_block:
 *
 * Returns: (transfer none) (nullable): where @entry stands
 */
WayBlock *
way_milestone_text_block (const WayMilestoneText *self, const WayOutlineEntry *entry)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (((WayBlock *)self->blocks->pdata[i])->entry == entry)
      return self->blocks->pdata[i];
  return NULL;
}

/**
 * way_item_slot:
 *
 * Returns: (transfer none) (nullable): the place of a value of the record
 */
WaySlot *
way_item_slot (const WayItem *item, const char *name)
{
  for (guint i = 0; i < item->slots->len; i++)
    if (strcmp (((WaySlot *)item->slots->pdata[i])->name, name) == 0)
      return item->slots->pdata[i];
  return NULL;
}
