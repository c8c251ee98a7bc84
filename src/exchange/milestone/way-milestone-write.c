/* way-milestone-write.c: brings a milestone's document up to date with the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document that last came in or went out is the ground; a milestone without
 * one starts from the empty layout. Only places whose value differs are written. */

#include "exchange/milestone/way-milestone-write.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-front-matter.h"

#include <string.h>

/* Bytes to put in the place of others. */
typedef struct
{
  gsize start, end;
  guint order;
  char *bytes;
} Change;

typedef struct
{
  WayDocument *document;
  WayMilestone *milestone;
  WayMilestoneText *text;
  gboolean fresh; /* from the empty layout: everything is filled in */
  GArray *changes;
} Writing;

static void
change_clear (gpointer data)
{
  g_free (((Change *)data)->bytes);
}

/* Takes @bytes. */
static void
replace (Writing *self, gsize start, gsize end, char *bytes)
{
  Change change = { start, end, self->changes->len, bytes };

  if (start == end && bytes[0] == '\0')
    g_free (bytes);
  else
    g_array_append_val (self->changes, change);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return one->order < two->order ? -1 : 1;
}

static char *
apply (Writing *self)
{
  GString *out = g_string_new (NULL);
  gsize at = 0;

  g_array_sort (self->changes, compare_changes);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (change->start > at)
        g_string_append_len (out, self->text->text + at, (gssize)(change->start - at));
      if (g_str_equal (self->text->newline, "\r\n"))
        {
          g_auto (GStrv) lines = g_strsplit (change->bytes, "\n", -1);
          g_autofree char *bytes = g_strjoinv ("\r\n", lines);

          g_string_append (out, bytes);
        }
      else
        g_string_append (out, change->bytes);
      at = MAX (at, change->end);
    }
  g_string_append (out, self->text->text + at);
  return g_string_free (out, FALSE);
}

static gboolean
is_items (const WayRecordType *type, const char *name)
{
  const WayField *field = way_record_type_field (type, name);

  return field != NULL && (field->flags & WAY_FIELD_ITEMS) != 0;
}

/* The name of somebody whom the plan does not know, where it has nobody. */
static gboolean
is_name_as_text (const WaySlot *slot, WayRecord *record, const char *there, const char *value)
{
  return value[0] == '\0' && there[0] != '\0'
         && way_milestone_value_is_unknown_person (record, slot->name, there);
}

/* Whether the place says something else than the plan. */
static gboolean
differs (Writing *self, const WaySlot *slot, WayRecord *record, const char *value)
{
  gboolean understood;
  g_autofree char *there
      = way_slot_value (slot, self->document, way_record_get_record_type (record), &understood);

  if (slot->blank && slot->raw[0] != '\0')
    return TRUE;
  if (value == NULL || (!understood && !WAY_IS_MILESTONE (record))
      || is_name_as_text (slot, record, there, value))
    return FALSE;
  if ((!understood || (slot->blank && !self->fresh))
      && way_milestone_value_is_default (record, slot->name))
    return FALSE;
  return !understood || !way_slot_same (slot, there, value)
         || (strchr (there, '{') == NULL
             && strchr (slot->raw, '{') != NULL); /* a filled placeholder */
}

/* The same value once more, which the document itself has let go its own way, is left alone. */
static gboolean
is_stray (Writing *self, const WaySlot *slot)
{
  const WaySlot *first = way_milestone_text_slot (self->text, slot->name);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gboolean understood;

  if (first == slot || slot->blank
      || way_milestone_value_is_computed (&way_milestone_type, slot->name))
    return FALSE;
  one = way_slot_value (first, self->document, &way_milestone_type, &understood);
  two = way_slot_value (slot, self->document, &way_milestone_type, &understood);
  return !way_slot_same (slot, one, two);
}

static void
write_slot (Writing *self, const WaySlot *slot, WayRecord *record)
{
  g_autofree char *value = way_milestone_value_get (self->document, record, slot->name);

  if (differs (self, slot, record, value))
    replace (self, slot->start, slot->end,
             way_slot_render (slot, self->text->text, value != NULL ? value : "",
                              is_items (way_record_get_record_type (record), slot->name)));
}

/* The name in braces at @at, and what is behind it. */
static const char *
read_name (const char *at, char **name)
{
  const char *end = strchr (at, '}');

  *name = g_strndup (at + 1, (gsize)(end - at) - 1);
  return end + 1;
}

static char *
shown (Writing *self, WayRecord *record, const char *name, guint n, const char *special)
{
  g_autofree char *value = NULL;

  if (strcmp (name, "n") == 0)
    return g_strdup_printf ("%u", n);
  value = way_milestone_value_get (self->document, record, name);
  if (strcmp (name, "done") == 0)
    return g_strdup (value[0] != '\0' ? "x" : " ");
  if (strcmp (name, "box") == 0)
    return g_strdup (value[0] != '\0' ? "[x] " : "");
  return way_markdown_write_line (value, special);
}

/* “{name}” is a value; what is in brackets goes when a value in it is empty. */
static char *
first_line (Writing *self, const WayItemLayout *layout, WayRecord *record, guint n)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gsize bracket = 0;
  gboolean inside = FALSE, empty = FALSE;

  for (const char *at = layout->first_line; *at != '\0';)
    {
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (*at == '{')
        {
          at = read_name (at, &name);
          value = shown (self, record, name, n, layout->special);
          empty = empty || value[0] == '\0';
          g_string_append (line, value);
          continue;
        }
      if (*at == '[' && at[1] != '{')
        {
          inside = TRUE;
          empty = FALSE;
          bracket = line->len;
        }
      else if (inside && *at == ']')
        {
          if (empty)
            g_string_truncate (line, bracket);
          inside = FALSE;
        }
      else
        g_string_append_c (line, *at);
      at++;
    }
  return g_strdup (line->str);
}

/* Below a heading, or within the item of a list. */
static const char *
sub_indent (const WayItemLayout *layout)
{
  return layout->heading ? "" : layout->first_line[0] == '-' ? "  " : "   ";
}

static void
append_subs (Writing *self,
             GString *out,
             const WayItemLayout *layout,
             WayRecord *record,
             const WayItem *there)
{
  for (guint i = 0; i < G_N_ELEMENTS (layout->subs) && layout->subs[i].label != NULL; i++)
    {
      const WaySubLayout *sub = &layout->subs[i];
      g_autofree char *value = NULL;
      g_autofree char *escaped = NULL;

      if ((i > 0 && strcmp (sub[-1].name, sub->name) == 0)
          || (there != NULL && way_item_slot (there, sub->name) != NULL))
        continue;
      value = way_milestone_value_get (self->document, record, sub->name);
      escaped = way_markdown_write_line (value, NULL);
      if (escaped[0] != '\0')
        g_string_append_printf (out, "%s- **%s**: %s\n", sub_indent (layout), sub->label, escaped);
    }
}

static char *
render_item (Writing *self, const WayItemLayout *layout, WayRecord *record, guint n)
{
  GString *out = g_string_new (NULL);
  g_autofree char *first = first_line (self, layout, record, n);

  g_string_append_printf (out, "%s\n", first);
  append_subs (self, out, layout, record, NULL);
  if (WAY_IS_PHASE (record))
    {
      g_autoptr (GPtrArray) items = way_phase_get_items (WAY_PHASE (record));

      for (guint i = 0; i < items->len; i++)
        {
          g_autofree char *line
              = first_line (self, way_item_layout_of_lines (), items->pdata[i], i + 1);

          g_string_append_printf (out, "%s\n", line);
          append_subs (self, out, way_item_layout_of_lines (), items->pdata[i], NULL);
        }
    }
  return g_string_free (out, FALSE);
}

/* A value that the first line has no place for yet needs the line to be written anew. */
static gboolean
lacks_place (Writing *self, const WayItem *item, WayRecord *record)
{
  for (const char *at = strchr (item->layout->first_line, '{'); at != NULL; at = strchr (at, '{'))
    {
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      at = read_name (at, &name);
      if (g_str_equal (name, "n") || g_str_equal (name, "class") || g_str_equal (name, "done")
          || g_str_equal (name, "box") || way_item_slot (item, name) != NULL)
        continue;
      value = way_milestone_value_get (self->document, record, name);
      if (value[0] != '\0' && !way_milestone_value_is_default (record, name))
        return TRUE;
    }
  return FALSE;
}

static void write_list (Writing *self,
                        GPtrArray *items,
                        GPtrArray *records,
                        const WayItemLayout *layout,
                        gsize end,
                        gboolean spaced);

static void
write_item (Writing *self, const WayItem *item, WayRecord *record, guint n)
{
  gboolean anew = lacks_place (self, item, record);
  g_autoptr (GString) subs = g_string_new (NULL);

  if (anew)
    {
      g_autofree char *line = first_line (self, item->layout, record, n);

      replace (self, item->start, item->first_end, g_strconcat (line, "\n", NULL));
    }
  for (guint i = 0; i < item->slots->len; i++)
    {
      const WaySlot *slot = item->slots->pdata[i];

      if (!anew || slot->start >= item->first_end)
        write_slot (self, slot, record);
    }
  append_subs (self, subs, item->layout, record, item);
  if (subs->len > 0 && self->text->text[item->end - 1] != '\n')
    g_string_prepend_c (subs, '\n');
  replace (self, item->end, item->end, g_strdup (subs->str));
  if (WAY_IS_PHASE (record))
    {
      g_autoptr (GPtrArray) lines = way_phase_get_items (WAY_PHASE (record));

      write_list (self, item->items, lines, way_item_layout_of_lines (),
                  item->items->len > 0 ? ((WayItem *)item->items->pdata[item->items->len - 1])->end
                                       : item->first_end,
                  FALSE);
    }
}

/* An item whose record is gone takes the blank line behind it along. */
static void
remove_item (Writing *self, const WayItem *item)
{
  gsize end = item->end;

  if (item->layout->spaced)
    while (self->text->text[end] == '\n' || g_str_has_prefix (self->text->text + end, "\r\n"))
      end += self->text->text[end] == '\r' ? 2 : 1;
  if (self->text->text[end] == '#' || self->text->text[end] == '-')
    end = item->end; /* headings keep the space above them */
  replace (self, item->start, end, g_strdup (""));
}

/* Changes what is there, removes what is gone, and adds what is new at @end. Empties @records. */
static void
write_list (Writing *self,
            GPtrArray *items,
            GPtrArray *records,
            const WayItemLayout *layout,
            gsize end,
            gboolean spaced)
{
  gboolean first = TRUE;
  g_autoptr (GString) added = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = items->pdata[i];
      WayRecord *record = way_item_find_record (item, self->document, records);

      if (record == NULL)
        remove_item (self, item);
      else
        write_item (self, item, record, ++n);
      first = first && record == NULL;
    }
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *text = render_item (self, layout, records->pdata[i], ++n);

      g_string_append_printf (added, "%s%s", spaced && !first ? "\n" : "", text);
      first = FALSE;
    }
  if (added->len > 0 && end > 0 && self->text->text[end - 1] != '\n')
    g_string_prepend_c (added, '\n');
  replace (self, end, end, g_strdup (added->str));
}

static gsize
trimmed_end (Writing *self, gsize start, gsize end)
{
  const char *text = self->text->text;
  gsize last = end;

  while (last > start && g_ascii_isspace (text[last - 1]))
    last--;
  if (last == start)
    return start;
  last += strcspn (text + last, "\n");
  return last + (text[last] == '\n');
}

static gsize
end_of_items (Writing *self, const WayBlock *block)
{
  if (block->items->len > 0)
    return ((WayItem *)block->items->pdata[block->items->len - 1])->end;
  return trimmed_end (self, block->body, block->end);
}

/* Takes from @left the risk that an item of @block stands for, of @candidates. */
static void
match_risk (Writing *self, gpointer item, GPtrArray *candidates, GPtrArray *left, GHashTable *risks)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  WayRecord *found;

  if (g_hash_table_contains (risks, item))
    return;
  for (guint i = 0; i < candidates->len; i++)
    if (g_ptr_array_find (left, candidates->pdata[i], NULL))
      g_ptr_array_add (open, candidates->pdata[i]);
  found = way_item_find_record (item, self->document, open);
  if (found == NULL)
    return;
  g_hash_table_insert (risks, item, found);
  g_ptr_array_remove (left, found);
}

/* Which risk each item stands for, by item. Titles may be there twice: each finds those of its own
 * band first. */
static GHashTable *
match_risks (Writing *self)
{
  GHashTable *risks = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all = way_milestone_get_parts (self->milestone, &way_risk_type);
  g_autoptr (GPtrArray) left = g_ptr_array_copy (all, NULL, NULL);

  g_ptr_array_set_free_func (left, NULL);
  for (guint own = 2; own-- > 0;)
    for (guint i = 0; i < self->text->blocks->len; i++)
      {
        const WayBlock *block = self->text->blocks->pdata[i];
        g_autoptr (GPtrArray) band = NULL;

        if (block->entry->kind != WAY_OUTLINE_RISKS)
          continue;
        band = way_milestone_records_of (self->milestone, block->entry);
        for (guint k = 0; k < block->items->len; k++)
          match_risk (self, block->items->pdata[k], own ? band : all, left, risks);
      }
  return risks;
}

/* A risk stays where the document has it, whatever its band. */
static void
keep_elsewhere (Writing *self, const WayBlock *block, GPtrArray *records)
{
  g_autoptr (GHashTable) risks = match_risks (self);
  GHashTableIter iter;
  gpointer risk;

  g_hash_table_iter_init (&iter, risks);
  while (g_hash_table_iter_next (&iter, NULL, &risk))
    g_ptr_array_remove (records, risk);
  for (guint i = block->items->len; i-- > 0;)
    {
      risk = g_hash_table_lookup (risks, block->items->pdata[i]);
      if (risk != NULL)
        g_ptr_array_insert (records, 0, g_object_ref (risk));
    }
}

static void
write_block (Writing *self, const WayBlock *block)
{
  const WayItemLayout *layout = way_item_layout_of (block->entry);
  g_autoptr (GPtrArray) records = NULL;

  if (layout == NULL)
    return;
  records = way_milestone_records_of (self->milestone, block->entry);
  if (block->entry->kind == WAY_OUTLINE_RISKS)
    keep_elsewhere (self, block, records);
  write_list (self, block->items, records, layout, end_of_items (self, block),
              layout->spaced
                  && !(block->entry->kind == WAY_OUTLINE_KPIS
                       && block->entry->choice == WAY_KPI_SECONDARY));
}

/* What a heading that is not there would have below it; "" = nothing. */
static char *
missing_body (Writing *self, const WayOutlineEntry *entry)
{
  const char *text = way_outline_entry_has_text (entry)
                         ? way_section_get_text (WAY_RECORD (self->milestone), entry->key)
                         : "";
  const WayItemLayout *layout = way_item_layout_of (entry);
  GString *body = g_string_new (NULL);

  if (layout != NULL)
    {
      g_autoptr (GPtrArray) records = way_milestone_records_of (self->milestone, entry);

      for (guint i = 0; i < records->len; i++)
        {
          g_autofree char *item = render_item (self, layout, records->pdata[i], i + 1);

          g_string_append_printf (body, "%s%s", i > 0 && layout->spaced ? "\n" : "", item);
        }
    }
  else if (entry->kind == WAY_OUTLINE_LINE && text[0] != '\0')
    {
      g_autofree char *value = way_markdown_write_line (text, NULL);

      g_string_append_printf (body, "- **%s**: %s\n", entry->heading, value);
    }
  else if (text[0] != '\0')
    {
      g_autofree char *value = entry->kind == WAY_OUTLINE_PROSE
                                   ? way_markdown_prose (text)
                                   : way_markdown_list (text, entry->kind == WAY_OUTLINE_NUMBERED);

      g_string_append_printf (body, "%s\n", value);
    }
  return g_string_free (body, FALSE);
}

static void
append_heading (GString *out, const WayOutlineEntry *entry)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < entry->level; i++)
    g_string_append_c (out, '#');
  g_string_append_printf (out, " %s\n", entry->heading);
}

/* Headings above @entry that are neither there nor added yet. */
static void
append_missing_parents (Writing *self,
                        GString *out,
                        const WayOutlineEntry *entry,
                        GHashTable *added)
{
  const WayOutlineEntry *parent = way_outline_entry_parent (entry);

  if (parent == NULL || way_milestone_text_block (self->text, parent) != NULL
      || !g_hash_table_add (added, (gpointer)parent))
    return;
  append_missing_parents (self, out, parent, added);
  append_heading (out, parent);
}

/* What the plan has and the document has no heading or label for goes where it belongs, or to the
 * end. */
static void
write_missing (Writing *self)
{
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      const WayOutlineEntry *entry = &entries[i];
      const WayOutlineEntry *parent = way_outline_entry_parent (entry);
      WayBlock *above = parent != NULL ? way_milestone_text_block (self->text, parent) : NULL;
      g_autofree char *body = NULL;
      g_autoptr (GString) out = NULL;
      gsize at;

      if (way_milestone_text_block (self->text, entry) != NULL
          || (entry->level == 0 && way_milestone_text_slot (self->text, entry->key) != NULL))
        continue;
      body = missing_body (self, entry);
      if (body[0] == '\0')
        continue;
      out = g_string_new (NULL);
      append_missing_parents (self, out, entry, added);
      if (entry->level != 0)
        append_heading (out, entry);
      g_string_append (out, body);
      at = above == NULL ? trimmed_end (self, 0, strlen (self->text->text))
                         : trimmed_end (self, above->body,
                                        entry->level == 0 ? above->end : above->region_end);
      if (at > 0 && self->text->text[at - 1] != '\n')
        g_string_prepend_c (out, '\n');
      replace (self, at, at, g_strdup (out->str));
    }
}

/* Keys that somebody has given a value since, in a document that does without them. */
static void
write_missing_keys (Writing *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_keys;
  const WayKeyLayout *keys = way_milestone_keys (&n_keys);
  WayRecord *record = WAY_RECORD (self->milestone);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *yaml = NULL;

      if (strchr (keys[i].key, '.') != NULL || g_str_equal (keys[i].name, "created")
          || way_milestone_value_is_computed (&way_milestone_type, keys[i].name)
          || way_milestone_text_slot (self->text, keys[i].name) != NULL
          || way_record_type_field (&way_milestone_type, keys[i].name) == NULL
          || g_str_equal (keys[i].name, "complete")
          || way_milestone_value_is_default (record, keys[i].name))
        continue;
      value = way_milestone_value_get (self->document, record, keys[i].name);
      yaml = keys[i].list ? way_yaml_list (value) : way_yaml_quote (value, !keys[i].bare);
      g_string_append_printf (out, "%s: %s\n", keys[i].key, yaml);
    }
  if (out->len == 0)
    return;
  if (self->text->keys_end == 0)
    {
      g_string_prepend (out, "---\n");
      g_string_append (out, "---\n\n");
    }
  replace (self, self->text->keys_end, self->text->keys_end, g_strdup (out->str));
}

/**
 * way_milestone_source:
 *
 * Returns: (transfer none) (nullable): the document that last came in or went out
 */
WayDocumentSource *
way_milestone_source (WayMilestone *milestone)
{
  GPtrArray *sources
      = way_plan_get_referrers (WAY_RECORD (milestone)->plan, WAY_RECORD (milestone)->id,
                                way_record_type_field (&way_document_source_type, "milestone"));

  return sources->len > 0 ? WAY_DOCUMENT_SOURCE (sources->pdata[0]) : NULL;
}

/**
 * way_milestone_write:
 *
 * Returns: (transfer full) (nullable): the milestone's document
 */
char *
way_milestone_write (WayDocument *document, WayMilestone *milestone, GError **error)
{
  WayDocumentSource *source = way_milestone_source (milestone);
  g_autofree char *ground = source != NULL ? g_strdup (source->text) : way_milestone_skeleton ();
  g_autoptr (WayMilestoneText) text = way_milestone_text_read (ground, strlen (ground), error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Writing self = { document, milestone, text, source == NULL, changes };

  if (text == NULL)
    return NULL;
  g_array_set_clear_func (changes, change_clear);
  for (guint i = 0; i < text->slots->len; i++)
    if (!is_stray (&self, text->slots->pdata[i]))
      write_slot (&self, text->slots->pdata[i], WAY_RECORD (milestone));
  for (guint i = 0; i < text->blocks->len; i++)
    write_block (&self, text->blocks->pdata[i]);
  if (source != NULL)
    {
      write_missing_keys (&self);
      write_missing (&self);
    }
  return apply (&self);
}
