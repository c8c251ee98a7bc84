/* way-field-line.h: WayFieldLine, a field of the milestone as a labelled line of its document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-milestone-outline.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_FIELD_LINE (way_field_line_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldLine, way_field_line, WAY, FIELD_LINE, GtkBox)

/* A click opens the milestone's form. */
GtkWidget *way_field_line_new       (WayDocument *document, WayMilestone *milestone,
                                     const WayOutlineEntry *entry);
gboolean   way_field_line_is_filled (WayFieldLine *self);
void       way_field_line_refresh   (WayFieldLine *self);

G_END_DECLS
