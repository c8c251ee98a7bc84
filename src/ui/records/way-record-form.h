/* way-record-form.h: WayRecordForm, rows to edit the fields of a draft, made from the field table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several forms can show parts of one draft (the tabs of a dialog). Problems stand beside
 * their field. */

#pragma once

#include "ui/records/way-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_RECORD_FORM (way_record_form_get_type ())
G_DECLARE_FINAL_TYPE (WayRecordForm, way_record_form, WAY, RECORD_FORM, GtkBox)

/* Signal ::changed (const WayField *): the draft has a new value.
 * @draft: the form holds a reference
 * @groups: (nullable): NULL-terminated names of field groups as in WayField.group, in the order to
 *   show; "" = the fields without a group. NULL = all of them.
 * @omit: (nullable): NULL-terminated names of fields to leave out */
GtkWidget *way_record_form_new       (WayDocument *document, WayDraft *draft,
                                      const char *const *groups, const char *const *omit);

/* Shows what way_draft_validate() says. Returns TRUE when this form has no problem; else the first
 * field with one has the focus. */
gboolean   way_record_form_check     (WayRecordForm *self);
void       way_record_form_refresh   (WayRecordForm *self);
void       way_record_form_follow_typing (WayRecordForm *self);
gboolean   way_record_form_focus     (WayRecordForm *self, const char *field);

G_END_DECLS
