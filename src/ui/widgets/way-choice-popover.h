/* way-choice-popover.h: WayChoicePopover, a list to choose one from, with search when it is long.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHOICE_POPOVER (way_choice_popover_get_type ())
G_DECLARE_FINAL_TYPE (WayChoicePopover, way_choice_popover, WAY, CHOICE_POPOVER, GtkPopover)

/* Signal ::chosen (gint64 value). */
GtkWidget *way_choice_popover_new    (void);
void       way_choice_popover_clear  (WayChoicePopover *self);
/* @value of each choice is handed back when it is chosen. */
void       way_choice_popover_add    (WayChoicePopover *self, const char *label, gint64 value);
void       way_choice_popover_select (WayChoicePopover *self, gint64 value);

G_END_DECLS
