/* way-document-bar.h: WayDocumentBar, what can be done with a milestone or initiative as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: ::back, the way out was asked for. */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DOCUMENT_BAR (way_document_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayDocumentBar, way_document_bar, WAY, DOCUMENT_BAR, GtkBox)

GtkWidget *way_document_bar_new     (WayDocument *document, WayRecord *record);
void       way_document_bar_refresh (WayDocumentBar *self);

G_END_DECLS
