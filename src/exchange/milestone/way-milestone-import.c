/* way-milestone-import.c: brings a milestone's document into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-import.h"

#include "document/way-milestone-parts.h"
#include "document/way-milestone-templates.h"
#include "exchange/milestone/way-milestone-merge.h"
#include "exchange/milestone/way-milestone-names.h"
#include "model/way-error.h"

#include <string.h>

static char *
first_value (WayDocument *document, const WayMilestoneText *text, const char *name)
{
  const WaySlot *slot = way_milestone_text_slot (text, name);
  gboolean understood;

  return slot != NULL ? way_slot_value (slot, document, &way_milestone_type, &understood)
                      : g_strdup ("");
}

/* The milestone that the document is about; made when the plan has none. */
static void
find_milestone (WayMilestoneMerge *self, const char *name, gint64 wanted)
{
  WayDocument *document = self->import.document;
  g_autofree char *id = first_value (document, self->file, "id");
  g_autofree char *title = first_value (document, self->file, "title");
  WayRecord *record
      = wanted != 0 ? way_plan_lookup (way_document_get_plan (document), wanted) : NULL;

  self->import.milestone = record != NULL && WAY_IS_MILESTONE (record)
                               ? WAY_MILESTONE (record)
                               : way_milestone_names_find (document, id, title);
  if (self->import.milestone != NULL)
    return;
  record = way_document_create_record (document, &way_milestone_type);
  way_document_set_text (document, record, "title", title[0] != '\0' ? title : name);
  self->import.milestone = WAY_MILESTONE (record);
  self->import.fresh = TRUE;
  /* So that links can lead to it. */
  way_milestone_settle_row (document, self->import.milestone, NULL);
}

/* A raw layout names the milestone by a placeholder in the middle of other text. */
static WayMilestoneText *
with_own_id (WayMilestoneMerge *self, GError **error)
{
  g_autofree char *id
      = way_milestone_value_get (self->import.document, WAY_RECORD (self->import.milestone), "id");
  g_auto (GStrv) parts = g_strsplit (self->file->text, "{MILESTONE_ID}", -1);
  g_autofree char *text = g_strjoinv (id, parts);

  return way_milestone_text_read (text, strlen (text), error);
}

static gboolean
read_before (WayMilestoneMerge *self, GError **error)
{
  WayDocumentSource *source
      = self->import.fresh ? NULL : way_milestone_source (self->import.milestone);

  if (source == NULL)
    return TRUE;
  self->before = way_milestone_text_read (source->text, strlen (source->text), error);
  return self->before != NULL;
}

/* A document that is completed on paper with open boxes: the boxes stay open, and why is said. */
static void
waive_unmet (WayMilestoneMerge *self)
{
  WayMilestone *milestone = self->import.milestone;
  g_autoptr (GPtrArray) unmet = way_milestone_get_unmet (milestone);

  if (milestone->status != WAY_STATUS_COMPLETED && milestone->actual_date == WAY_NEVER)
    return;
  for (guint i = 0; i < unmet->len; i++)
    {
      WayRecord *item = unmet->pdata[i];

      way_document_set_int (self->import.document, item, "waived", TRUE);
      way_document_set_text (self->import.document, item, "waiver_reason",
                             way_milestone_paper_waiver ());
      way_import_report_changed (
          self->import.report, item->id, item->title,
          _ ("Is unmet although the milestone is completed; it was waived."));
    }
}

/* What a document says of its own age holds for the milestone that it makes. */
static void
set_stamps (WayMilestoneMerge *self)
{
  g_autofree char *updated = first_value (self->import.document, self->file, "updated");
  WayMoment moment;

  if (self->import.fresh && updated[0] != '\0' && way_moment_from_iso (updated, &moment))
    way_document_set_int (self->import.document, WAY_RECORD (self->import.milestone), "updated",
                          moment);
}

static void
keep_source (WayMilestoneMerge *self)
{
  WayRecord *source = (WayRecord *)way_milestone_source (self->import.milestone);

  if (source == NULL)
    source = way_milestone_add_part (self->import.document, self->import.milestone,
                                     &way_document_source_type);
  way_document_set_text (self->import.document, source, "text", self->file->text);
}

static void
tell (WayMilestoneMerge *self)
{
  WayRecord *milestone = WAY_RECORD (self->import.milestone);
  GHashTableIter iter;
  gpointer type, n;

  way_import_report_count (self->import.report,
                           self->import.fresh ? _ ("milestone, new")
                                              : _ ("milestone, brought up to date"),
                           1);
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &type, &n))
    way_import_report_count (self->import.report, _ (((const WayRecordType *)type)->plural),
                             GPOINTER_TO_UINT (n));
  for (guint i = 0; i < self->file->unknown->len; i++)
    {
      const WayUnknown *unknown = self->file->unknown->pdata[i];
      g_autofree char *where = g_strdup_printf (_ ("Line %u"), unknown->line);

      way_import_report_left_out (self->import.report, milestone->id, where,
                                  _ ("%s It stays in the document."), unknown->what);
    }
}

static gboolean
refuse_conflicts (WayMilestoneMerge *self, GError **error)
{
  guint n = self->import.report->conflicts->len;

  if (self->prefer != WAY_PREFER_NEITHER || n == 0)
    return TRUE;
  g_set_error (
      error, WAY_ERROR, WAY_ERROR_CONFLICT,
      g_dngettext (
          GETTEXT_PACKAGE,
          "“%s” was not imported: %u value was changed both in the document and in the plan. Say which of the two is preferred.",
          "“%s” was not imported: %u values were changed both in the document and in the plan. Say which of the two is preferred.",
          n),
      WAY_RECORD (self->import.milestone)->title, n);
  return FALSE;
}

/* People are not made up without asking, where somebody wants to be asked. */
static gboolean
refuse_names (WayMilestoneMerge *self, GError **error)
{
  GPtrArray *names = self->import.report->new_people;
  g_autoptr (GString) unknown = g_string_new (NULL);
  guint n = 0;

  if (self->import.options->people != WAY_NAME_REFUSE)
    return TRUE;
  for (guint i = 0; i < names->len; i++)
    if (way_name_choices_find (self->import.options->names, &way_resource_type, names->pdata[i])
        == NULL)
      g_string_append_printf (unknown, _ ("%s“%s”"), n++ > 0 ? ", " : "",
                              (const char *)names->pdata[i]);
  if (n == 0)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
               g_dngettext (GETTEXT_PACKAGE,
                            "“%s” was not imported: it names somebody who is not in the plan: %s. Say whether to add them, to leave the name as text, or who is meant.",
                            "“%s” was not imported: it names people who are not in the plan: %s. Say whether to add them, to leave the names as text, or who is meant.",
                            n),
               WAY_RECORD (self->import.milestone)->title, unknown->str);
  return FALSE;
}

static gboolean
merge (WayMilestoneMerge *self, GError **error)
{
  g_autoptr (WayMilestoneText) file = with_own_id (self, error);

  if (file == NULL || !read_before (self, error))
    return FALSE;
  self->file = file;
  way_milestone_merge_lists (self);
  way_milestone_merge_values (self);
  if (!refuse_conflicts (self, error) || !refuse_names (self, error))
    return FALSE;
  if (self->import.fresh
      && !way_milestone_settle_row (self->import.document, self->import.milestone, error))
    return FALSE;
  waive_unmet (self);
  keep_source (self);
  set_stamps (self);
  tell (self);
  return TRUE;
}

/**
 * way_milestone_import:
 * @name: of the file, for a milestone that has no name of its own
 * @error: %WAY_ERROR_CONFLICT when document and plan disagree and nobody says who wins; the report
 *   has them
 *
 * One undoable step. What the document does not understand of itself, or the plan has no place
 * for, stays in the document and is told.
 */
gboolean
way_milestone_import (WayDocument *document,
                      const WayMilestoneText *text,
                      const char *name,
                      const WayExchangeOptions *options,
                      WayImportReport *report,
                      GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  WayMilestoneMerge self = {
    .import = { .document = document, .report = report, .options = options },
    .file = text,
    .prefer = options->prefer,
    .counts = counts,
  };
  g_autofree char *label = g_strdup_printf (_ ("Import “%s”"), name);
  gboolean merged;

  way_document_begin_with_origin (document, label, WAY_ORIGIN_IMPORT);
  find_milestone (&self, name, options->record);
  merged = merge (&self, error);
  g_clear_pointer (&self.before, way_milestone_text_free);
  if (merged)
    return way_document_commit (document, error);
  way_document_rollback (document);
  return FALSE;
}
