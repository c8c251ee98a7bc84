/* way-section-editor.h: WaySectionEditor, a piece of text of a document, read and edited in place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shown as it reads; a click, Enter or F2 turns it into a text to edit. Leaving it or Ctrl+Enter
 * keeps what was typed, as one step; Escape takes it back. */

#pragma once

#include "document/way-document.h"
#include "model/way-record-outline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SECTION_EDITOR (way_section_editor_get_type ())
G_DECLARE_FINAL_TYPE (WaySectionEditor, way_section_editor, WAY, SECTION_EDITOR, GtkBox)

/* @record: the milestone or initiative; @entry: one that has text */
GtkWidget *way_section_editor_new      (WayDocument *document, WayRecord *record,
                                        const WayOutlineEntry *entry);
const WayOutlineEntry *way_section_editor_get_entry (WaySectionEditor *self);
gboolean   way_section_editor_is_empty (WaySectionEditor *self);
void       way_section_editor_refresh  (WaySectionEditor *self);
void       way_section_editor_edit     (WaySectionEditor *self);

G_END_DECLS
