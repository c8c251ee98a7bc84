/* way-check-in-dialog.c: says how a milestone or an initiative is doing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-check-in-dialog.h"

#include "metrics/way-check-ins.h"
#include "ui/records/way-record-dialog.h"

/**
 * way_check_in_dialog_present:
 * @inside: any widget of the window
 * @record: a milestone or an initiative
 *
 * A check-in begins with what happened since the last one.
 */
void
way_check_in_dialog_present (GtkWidget *inside, WayDocument *document, WayRecord *record)
{
  g_autoptr (WayCheckInProposal) proposal = way_check_in_propose (document, record);
  WayDraft *draft = way_draft_new (way_document_get_plan (document), &way_check_in_type,
                                   NULL);
  g_autofree char *day = way_moment_format_date (proposal->date);
  /* Translators: the title of a check-in; %s is its day */
  g_autofree char *title = g_strdup_printf (_ ("Check-in of %s"), day);

  way_draft_set_text (draft, "title", title);
  way_draft_set_int (draft, way_record_get_record_type (record)->name, record->id);
  way_draft_set_int (draft, "date", proposal->date);
  way_draft_set_int (draft, "rag", proposal->rag);
  way_draft_set_text (draft, "reason", proposal->reason);
  way_draft_set_text (draft, "done", proposal->done);
  way_draft_set_text (draft, "next", proposal->next);
  way_draft_set_text (draft, "needs", proposal->needs);
  way_record_dialog_present_draft (inside, document, draft);
}
