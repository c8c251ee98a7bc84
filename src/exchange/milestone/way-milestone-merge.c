/* way-milestone-merge.c: three states of a document's values become one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-merge.h"

#include <string.h>

static char *
value_of (WayMilestoneMerge *self, const WaySlot *slot, WayRecord *record, gboolean *understood)
{
  return way_slot_value (slot, self->import.document, way_record_get_record_type (record),
                         understood);
}

/* @before: (nullable): both have changed it since; %NULL: only the document has */
static void
tell (WayMilestoneMerge *self,
      WayRecord *record,
      const WaySlot *slot,
      const char *in_file,
      const char *in_plan,
      const char *before)
{
  const WayRecordType *type = way_record_get_record_type (record);
  g_autofree char *label = way_record_dup_label (record);
  g_autofree char *subject
      = g_strdup_printf (_ ("%s “%s”, line %u"), _ (type->label), label, slot->line);
  g_autofree char *field = way_milestone_value_label (type, slot->name);

  if (before != NULL)
    way_import_report_conflict (self->import.report, record->id, subject, field, in_file, in_plan,
                                before);
  else
    way_import_report_merged (self->import.report, record->id, subject, field, in_file, in_plan);
}

static void
tell_not_understood (WayMilestoneMerge *self, WayRecord *record, const WaySlot *slot)
{
  g_autofree char *where = g_strdup_printf (_ ("Line %u"), slot->line);
  g_autofree char *field
      = way_milestone_value_label (way_record_get_record_type (record), slot->name);

  way_import_report_left_out (self->import.report, record->id, where,
                              _ ("“%s” is not understood as “%s”; it stays in the document."),
                              slot->raw, field);
}

/* Both have changed it: TRUE when the file's word is taken. */
static gboolean
settle (WayMilestoneMerge *self,
        WayRecord *record,
        const WaySlot *slot,
        const char *in_file,
        const char *in_plan,
        const char *before)
{
  tell (self, record, slot, in_file, in_plan, before);
  self->n_settled += self->prefer != WAY_PREFER_NEITHER;
  return self->prefer == WAY_PREFER_FILE;
}

static gboolean
plan_is_untouched (WayRecord *record, const WaySlot *slot, const char *in_plan, const char *before)
{
  if (before != NULL)
    return way_slot_same (slot, in_plan, before);
  return in_plan[0] == '\0' || way_milestone_value_is_default (record, slot->name);
}

/* Somebody whom the plan did not know then may be added, or found, now. */
static gboolean
is_name_as_text (WayRecord *record, const WaySlot *slot, const char *in_file, const char *in_plan)
{
  return in_plan[0] == '\0' && in_file[0] != '\0'
         && way_milestone_value_is_unknown_person (record, slot->name, in_file);
}

/**
 * way_milestone_merge_value:
 * @fresh: the record was made by this import
 * @slot: in the file
 * @before: (nullable): the same place when both were last the same
 */
void
way_milestone_merge_value (WayMilestoneMerge *self,
                           WayRecord *record,
                           gboolean fresh,
                           const WaySlot *slot,
                           const WaySlot *before)
{
  gboolean understood, before_understood;
  g_autofree char *in_file = value_of (self, slot, record, &understood);
  g_autofree char *in_plan = NULL;
  g_autofree char *was = NULL;

  if (!understood)
    {
      tell_not_understood (self, record, slot);
      return;
    }
  in_plan = way_milestone_value_get (self->import.document, record, slot->name);
  if (in_plan == NULL || way_slot_same (slot, in_file, in_plan) || (fresh && in_file[0] == '\0'))
    return;
  was = before != NULL ? value_of (self, before, record, &before_understood) : NULL;
  if (!fresh && !is_name_as_text (record, slot, in_file, in_plan)
      && ((was != NULL && way_slot_same (slot, in_file, was))
          || (was == NULL && in_file[0] == '\0')))
    return;
  if (!fresh && plan_is_untouched (record, slot, in_plan, was))
    tell (self, record, slot, in_file, in_plan, NULL);
  else if (!fresh && !settle (self, record, slot, in_file, in_plan, was != NULL ? was : ""))
    return;
  way_milestone_value_set (&self->import, record, slot->name, in_file, slot->line);
}

static WaySlot *
nth_slot (const WayMilestoneText *text, const char *name, guint n)
{
  for (guint i = 0; text != NULL && i < text->slots->len; i++)
    if (strcmp (((WaySlot *)text->slots->pdata[i])->name, name) == 0 && n-- == 0)
      return text->slots->pdata[i];
  return NULL;
}

/* A value may stand in several places: the one that was changed counts, else the first. */
static void
choose_places (WayMilestoneMerge *self, const char *name, WaySlot **slot, WaySlot **before)
{
  *slot = nth_slot (self->file, name, 0);
  *before = nth_slot (self->before, name, 0);
  for (guint n = 0;; n++)
    {
      WaySlot *now = nth_slot (self->file, name, n);
      WaySlot *then = nth_slot (self->before, name, n);

      if (now == NULL || then == NULL)
        return;
      if (!now->blank && strcmp (now->raw, then->raw) != 0)
        {
          *slot = now;
          *before = then;
          return;
        }
    }
}

/**
 * way_milestone_merge_values:
 *
 * Settles the values of the milestone itself: keys, sections, labelled lines.
 */
void
way_milestone_merge_values (WayMilestoneMerge *self)
{
  WayRecord *record = WAY_RECORD (self->import.milestone);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->file->slots->len; i++)
    {
      WaySlot *slot = self->file->slots->pdata[i];
      WaySlot *before;

      if (!g_hash_table_add (done, (gpointer)slot->name)
          || way_milestone_value_is_computed (&way_milestone_type, slot->name))
        continue;
      choose_places (self, slot->name, &slot, &before);
      way_milestone_merge_value (self, record, self->import.fresh, slot, before);
    }
}
