/* way-empty-state.h: WayEmptyState, what an empty page says: what belongs there, and the first step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_EMPTY_STATE (way_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (WayEmptyState, way_empty_state, WAY, EMPTY_STATE, GtkBox)

/* @action_name and @button_label may be NULL. */
GtkWidget *way_empty_state_new (const char *icon_name, const char *heading, const char *text,
                                const char *button_label, const char *action_name);
void       way_empty_state_set_button_label (WayEmptyState *self, const char *label);

G_END_DECLS
