/* way-milestone-merge-lists.c: three states of a document's lists become one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-merge.h"

#include "document/way-milestone-parts.h"

#include <string.h>

/* An item as it was: by its key, the first of several; then, when just one on either side is left
 * over and stands in the same place, the one that was called something else. */
static WayItem *
find_before (WayMilestoneMerge *self,
             const WayItem *item,
             guint index,
             GPtrArray *items,
             GPtrArray *before,
             GHashTable *used)
{
  g_autofree char *key = way_item_key (item, self->import.document);

  for (guint i = 0; i < before->len; i++)
    {
      g_autofree char *other = way_item_key (before->pdata[i], self->import.document);

      if (strcmp (key, other) == 0 && !g_hash_table_contains (used, before->pdata[i]))
        return before->pdata[i];
    }
  if (items->len != before->len)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *same = way_item_key (items->pdata[i], self->import.document);
      g_autofree char *old = way_item_key (before->pdata[index], self->import.document);

      if (strcmp (same, old) == 0)
        return NULL;
    }
  return before->pdata[index];
}

static void
set_choice (WayMilestoneMerge *self, const WayItem *item, WayRecord *record)
{
  if (item->entry != NULL && item->layout->choice_field != NULL)
    way_document_set_int (self->import.document, record, item->layout->choice_field,
                          item->entry->choice);
}

static void
count (WayMilestoneMerge *self, const WayRecordType *type)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, type));

  g_hash_table_insert (self->counts, (gpointer)type, GUINT_TO_POINTER (n + 1));
}

static WayRecord *
create (WayMilestoneMerge *self, const WayItem *item, WayPhase *phase)
{
  WayRecord *record
      = way_milestone_add_part (self->import.document, self->import.milestone, item->layout->type);

  set_choice (self, item, record);
  if (phase != NULL)
    {
      way_document_set_int (self->import.document, record, "list", WAY_CHECKLIST_PHASE);
      way_document_set_int (self->import.document, record, "phase", WAY_RECORD (phase)->id);
    }
  if (WAY_IS_RISK (record) && item->entry->choice == WAY_LEVEL_HIGH)
    way_document_set_int (self->import.document, record, "impact", WAY_RATING_HIGH);
  if (WAY_IS_RISK (record) && item->entry->choice == WAY_LEVEL_MEDIUM)
    way_document_set_int (self->import.document, record, "probability", WAY_RATING_LOW);
  count (self, item->layout->type);
  return record;
}

/* Whether the plan's record still says what the item said. */
static gboolean
is_unchanged (WayMilestoneMerge *self, WayRecord *record, const WayItem *before)
{
  for (guint i = 0; i < before->slots->len; i++)
    {
      const WaySlot *slot = before->slots->pdata[i];
      gboolean understood;
      g_autofree char *was
          = way_slot_value (slot, self->import.document, before->layout->type, &understood);
      g_autofree char *now = way_milestone_value_get (self->import.document, record, slot->name);

      if (understood && !way_slot_same (slot, was, now))
        return FALSE;
    }
  return TRUE;
}

/* Whether @old, a place of @before, was taken out of the item: its value goes. Lists of one family
 * have different lines, and a box is either ticked or not. */
static gboolean
is_taken_out (const WayItem *item, const WayItem *before, const WaySlot *old)
{
  return item->layout == before->layout && way_item_slot (item, old->name) == NULL
         && strcmp (old->name, "done") != 0 && strcmp (old->name, "box") != 0;
}

static gboolean
items_differ (const WayItem *item, const WayItem *before)
{
  for (guint i = 0; i < before->slots->len; i++)
    if (is_taken_out (item, before, before->slots->pdata[i]))
      return TRUE;
  for (guint i = 0; i < item->slots->len; i++)
    {
      const WaySlot *slot = item->slots->pdata[i];
      const WaySlot *old = way_item_slot (before, slot->name);

      if (old == NULL || strcmp (slot->raw, old->raw) != 0)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): “Feature “Search”, line 40” */
static char *
subject_of (WayMilestoneMerge *self, const WayItem *item)
{
  g_autofree char *title = way_item_key (item, self->import.document);

  return g_strdup_printf (_ ("%s “%s”, line %u"), _ (item->layout->type->label), title,
                          item->line);
}

static void
tell_gone (WayMilestoneMerge *self, WayRecord *record, const WayItem *item, gboolean from_file)
{
  g_autofree char *title = way_item_key (item, self->import.document);
  g_autofree char *subject = subject_of (self, item);

  way_import_report_conflict (self->import.report, record != NULL ? record->id : 0, subject,
                              _ (item->layout->type->label),
                              from_file ? _ ("taken out") : _ ("changed"),
                              from_file ? _ ("changed") : _ ("deleted"), title);
  self->n_settled += self->prefer != WAY_PREFER_NEITHER;
}

static void merge_items (WayMilestoneMerge *self,
                         GPtrArray *items,
                         GPtrArray *before,
                         GPtrArray *records,
                         WayPhase *phase);

static void
merge_lines_of_phase (WayMilestoneMerge *self,
                      const WayItem *item,
                      const WayItem *before,
                      WayPhase *phase)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = way_phase_get_items (phase);

  merge_items (self, item->items, before != NULL ? before->items : none, records, phase);
}

static void
merge_taken_out (WayMilestoneMerge *self,
                 const WayItem *item,
                 const WayItem *before,
                 WayRecord *record)
{
  for (guint i = 0; i < before->slots->len; i++)
    {
      const WaySlot *old = before->slots->pdata[i];
      WaySlot empty = *old;

      if (!is_taken_out (item, before, old))
        continue;
      empty.raw = (char *)"";
      empty.line = item->line;
      empty.blank = TRUE;
      way_milestone_merge_value (self, record, FALSE, &empty, old);
    }
}

static void
merge_item (WayMilestoneMerge *self,
            const WayItem *item,
            const WayItem *before,
            WayRecord *record,
            gboolean fresh)
{
  for (guint i = 0; i < item->slots->len; i++)
    {
      const WaySlot *slot = item->slots->pdata[i];

      way_milestone_merge_value (self, record, fresh, slot,
                                 before != NULL ? way_item_slot (before, slot->name) : NULL);
    }
  if (!fresh && before != NULL)
    merge_taken_out (self, item, before, record);
  if (!fresh && before != NULL && item->entry != before->entry)
    set_choice (self, item, record);
  if (WAY_IS_PHASE (record))
    merge_lines_of_phase (self, item, before, WAY_PHASE (record));
}

/* The record that @item stands for; NULL when there is none and none is to be made. */
static WayRecord *
record_of (WayMilestoneMerge *self,
           const WayItem *item,
           const WayItem *before,
           GPtrArray *records,
           WayPhase *phase,
           gboolean *fresh)
{
  WayRecord *record = way_item_find_record (item, self->import.document, records);

  *fresh = FALSE;
  if (record == NULL && before != NULL)
    record = way_item_find_record (before, self->import.document, records);
  if (record != NULL)
    return record;
  if (before != NULL && !items_differ (item, before))
    return NULL; /* deleted in the plan, and nobody objects */
  if (before != NULL)
    {
      tell_gone (self, NULL, item, FALSE);
      if (self->prefer != WAY_PREFER_FILE)
        return NULL;
    }
  *fresh = TRUE;
  record = create (self, item, phase);
  if (!self->import.fresh)
    {
      g_autofree char *subject = subject_of (self, item);

      way_import_report_merged (self->import.report, record->id, subject,
                                _ (item->layout->type->label), _ ("new"), "");
    }
  return record;
}

/* What was in the document and is not any more goes from the plan, unless it was changed there. */
static void
remove_gone (WayMilestoneMerge *self, GPtrArray *before, GHashTable *used, GPtrArray *records)
{
  for (guint i = 0; i < before->len; i++)
    {
      WayItem *item = before->pdata[i];
      WayRecord *record;

      if (g_hash_table_contains (used, item))
        continue;
      record = way_item_find_record (item, self->import.document, records);
      if (record == NULL)
        continue;
      if (!is_unchanged (self, record, item))
        {
          tell_gone (self, record, item, TRUE);
          if (self->prefer != WAY_PREFER_FILE)
            continue;
        }
      else
        {
          g_autofree char *subject = subject_of (self, item);

          way_import_report_merged (self->import.report, record->id, subject,
                                    _ (item->layout->type->label), _ ("taken out"), "");
        }
      way_document_delete (self->import.document, record);
    }
}

static void
merge_items (WayMilestoneMerge *self,
             GPtrArray *items,
             GPtrArray *before,
             GPtrArray *records,
             WayPhase *phase)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = items->pdata[i];
      g_autofree char *key = way_item_key (item, self->import.document);
      WayItem *was = key[0] != '\0' ? find_before (self, item, i, items, before, used) : NULL;
      WayRecord *record;
      gboolean fresh;

      if (was != NULL)
        g_hash_table_add (used, was);
      if (key[0] == '\0')
        continue; /* not filled in */
      record = record_of (self, item, was, records, phase, &fresh);
      if (record != NULL)
        merge_item (self, item, was, record, fresh);
    }
  remove_gone (self, before, used, records);
}

/* Lists between which an item may move: it is the same record then. */
static gboolean
same_family (const WayOutlineEntry *a, const WayOutlineEntry *b)
{
  const WayItemLayout *one = way_item_layout_of (a), *two = way_item_layout_of (b);

  if (a == b)
    return TRUE;
  return one != NULL && two != NULL && one->type == two->type
         && (one->type == &way_feature_type || one->type == &way_risk_type);
}

static GPtrArray *
items_of (const WayMilestoneText *text, const WayOutlineEntry *entry)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; text != NULL && i < text->blocks->len; i++)
    {
      const WayBlock *block = text->blocks->pdata[i];

      if (same_family (entry, block->entry))
        g_ptr_array_extend (items, block->items, NULL, NULL);
    }
  return items;
}

static GPtrArray *
records_of (WayMilestone *milestone, const WayOutlineEntry *entry)
{
  const WayItemLayout *layout = way_item_layout_of (entry);

  if (layout->type == &way_feature_type || layout->type == &way_risk_type)
    return way_milestone_get_parts (milestone, layout->type);
  return way_milestone_records_of (milestone, entry);
}

static gboolean
is_first_of_family (const WayOutlineEntry *entries, const WayOutlineEntry *entry)
{
  for (const WayOutlineEntry *other = entries; other < entry; other++)
    if (same_family (other, entry))
      return FALSE;
  return TRUE;
}

/* A list whose heading is not in the file says nothing about its records. */
static gboolean
is_there (const WayMilestoneText *text, const WayOutlineEntry *entry)
{
  for (guint i = 0; i < text->blocks->len; i++)
    if (same_family (entry, ((WayBlock *)text->blocks->pdata[i])->entry))
      return TRUE;
  return FALSE;
}

/**
 * way_milestone_merge_lists:
 *
 * Settles the records that stand in lists.
 */
void
way_milestone_merge_lists (WayMilestoneMerge *self)
{
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) records = NULL;

      if (way_item_layout_of (&entries[i]) == NULL || !is_first_of_family (entries, &entries[i])
          || !is_there (self->file, &entries[i]))
        continue;
      items = items_of (self->file, &entries[i]);
      before = items_of (self->before, &entries[i]);
      records = records_of (self->import.milestone, &entries[i]);
      merge_items (self, items, before, records, NULL);
    }
}
