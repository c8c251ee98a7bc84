/* way-reference-button.h: WayReferenceButton, a button that shows and chooses a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"
#include "ui/widgets/way-choice-popover.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_REFERENCE_BUTTON (way_reference_button_get_type ())
G_DECLARE_FINAL_TYPE (WayReferenceButton, way_reference_button, WAY, REFERENCE_BUTTON, GtkBox)

/* Signal ::edited: another record was chosen. */
GtkWidget *way_reference_button_new       (WayPlan *plan, const WayRecordType *target, gboolean can_be_none);
void       way_reference_button_set_value (WayReferenceButton *self, gint64 id);
gint64     way_reference_button_get_value (WayReferenceButton *self);
void       way_reference_button_set_name  (WayReferenceButton *self, const char *accessible_name);
/* A record that may not be chosen: a task can't be its own parent. */
void       way_reference_button_exclude   (WayReferenceButton *self, gint64 id);

void       way_reference_add_choices      (WayChoicePopover *popover, WayPlan *plan, const WayRecordType *target, gint64 excluded);

G_END_DECLS
