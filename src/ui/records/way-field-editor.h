/* way-field-editor.h: WayFieldEditor, the right widget for a field, bound to a draft.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_FIELD_EDITOR (way_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldEditor, way_field_editor, WAY, FIELD_EDITOR, GtkBox)

/* Signal ::edited: the draft has a new value, or a problem. */
GtkWidget      *way_field_editor_new       (WayDraft *draft, const WayField *field);
const WayField *way_field_editor_get_field (WayFieldEditor *self);
/* Writes into the draft what is still only on the screen. */
void            way_field_editor_commit    (WayFieldEditor *self);
/* Shows the draft's value and its problem. */
void            way_field_editor_refresh   (WayFieldEditor *self);
void            way_field_editor_show_problem (WayFieldEditor *self);
void            way_field_editor_follow_typing (WayFieldEditor *self);
GtkWidget      *way_field_editor_get_target (WayFieldEditor *self);

G_END_DECLS
