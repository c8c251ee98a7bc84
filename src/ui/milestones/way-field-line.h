/* way-field-line.h: WayFieldLine, a field or a computed figure as a labelled line of a document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A click or Enter turns the value of a field into its editor; a figure says how it came about. */

#pragma once

#include "document/way-document.h"
#include "model/way-record-outline.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_FIELD_LINE (way_field_line_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldLine, way_field_line, WAY, FIELD_LINE, GtkBox)

gboolean   way_field_line_is_kind   (WayOutlineKind kind);
GtkWidget *way_field_line_new       (WayDocument *document, WayRecord *record,
                                     const WayOutlineEntry *entry);
void       way_field_line_refresh   (WayFieldLine *self);
gboolean   way_field_line_is_filled (WayFieldLine *self);
/* Whether the user can fill it in. */
gboolean   way_field_line_can_edit  (WayFieldLine *self);
void       way_field_line_edit      (WayFieldLine *self);

G_END_DECLS
