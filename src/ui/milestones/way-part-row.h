/* way-part-row.h: WayPartRow, one record in a list of a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PART_ROW (way_part_row_get_type ())
G_DECLARE_FINAL_TYPE (WayPartRow, way_part_row, WAY, PART_ROW, GtkListBoxRow)

GtkWidget *way_part_row_new        (WayDocument *document, WayRecord *record);
WayRecord *way_part_row_get_record (WayPartRow *self);
/* Its document when it is a milestone, else its form. */
void       way_part_row_open       (WayPartRow *self);
void       way_part_row_refresh    (WayPartRow *self);

G_END_DECLS
