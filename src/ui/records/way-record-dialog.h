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

G_END_DECLS
