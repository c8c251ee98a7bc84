/* way-part-list.h: WayPartList, one list of a document: criteria, features, risks ….
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows are the real records. A line below them adds one; Enter or a double click opens the
 * record's form; what can be ticked has a box. */

#pragma once

#include "document/way-document.h"
#include "model/way-record-outline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PART_LIST (way_part_list_get_type ())
G_DECLARE_FINAL_TYPE (WayPartList, way_part_list, WAY, PART_LIST, GtkBox)

/* @entry: one of a list's kind. @phase: (nullable): only the lines of this phase */
GtkWidget *way_part_list_new       (WayDocument *document, WayRecord *record,
                                    const WayOutlineEntry *entry, WayPhase *phase);
const WayOutlineEntry *way_part_list_get_entry (WayPartList *self);
WayPhase  *way_part_list_get_phase (WayPartList *self);
gboolean   way_part_list_is_kind   (WayOutlineKind kind);
void       way_part_list_refresh   (WayPartList *self);
/* Of those that can be ticked: how many are. */
guint      way_part_list_count     (WayPartList *self, guint *n_done);
void       way_part_list_add       (WayPartList *self);

G_END_DECLS
