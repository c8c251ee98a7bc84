/* way-record-document.h: WayRecordDocument, the living document of a milestone or an initiative.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of contents beside the sections of the outline, each edited in place. Empty sections
 * are folded away; the list under the contents adds them. Lists show the real records.
 *
 * Signal: ::back, the way out was asked for. */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_RECORD_DOCUMENT (way_record_document_get_type ())
G_DECLARE_FINAL_TYPE (WayRecordDocument, way_record_document, WAY, RECORD_DOCUMENT, GtkBox)

GtkWidget    *way_record_document_new           (WayDocument *document, WayRecord *record);
WayRecord    *way_record_document_get_record    (WayRecordDocument *self);
void          way_record_document_refresh       (WayRecordDocument *self);

G_END_DECLS
