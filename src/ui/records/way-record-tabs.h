/* way-record-tabs.h: what hangs on a record, beside the form of its fields.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *way_record_discussion_new (WayDocument *document, WayRecord *record);
GtkWidget *way_record_related_new    (WayDocument *document, WayRecord *record);
GtkWidget *way_record_escalation_new (WayDocument *document, WayIssue *issue);
GtkWidget *way_record_history_new    (WayDocument *document, WayRecord *record);

/* Shared by the tabs: a list of lines, made anew after each change of the document. */
typedef void (*WayRecordTabFill) (GtkWidget *list, WayDocument *document, WayRecord *record);

GtkWidget *way_record_tab_list_new   (WayDocument *document, WayRecord *record, const char *name,
                                      const char *empty, WayRecordTabFill fill);
GtkWidget *way_record_tab_add_line   (GtkWidget *list, const char *head, const char *text);
gboolean   way_record_tab_step       (GtkWidget *inside, WayDocument *document, gboolean done);

G_END_DECLS
