/* way-record-dialog.h: the dialog that edits any record by its form.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @parent: any widget of the window; @record: NULL makes a new one of @type. */
void way_record_dialog_present (GtkWidget *parent, WayDocument *document, const WayRecordType *type,
                                WayRecord *record);
/* The same with values to begin with. @draft: (transfer full) */
void way_record_dialog_present_draft (GtkWidget *parent, WayDocument *document, WayDraft *draft);
/* The same when more has to be said: @message stands above, the first empty field has the focus. */
void way_record_dialog_present_asking (GtkWidget *parent, WayDocument *document, WayDraft *draft,
                                       const char *message);
/* @tab: "discussion", "related", "escalation", "history" */
void way_record_dialog_present_tab (GtkWidget *parent, WayDocument *document, WayRecord *record,
                                    const char *tab);

G_END_DECLS
