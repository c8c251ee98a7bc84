/* way-short-button.h: a menu button whose label gives way where there is little room.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkMenuButton asks for its whole label, however long a name stands in it. Here the label
 * ends in an ellipsis instead, and the tooltip has all of it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *way_short_button_new       (const char *label);
void       way_short_button_set_icon  (GtkMenuButton *button, const char *icon);
void       way_short_button_set_label (GtkMenuButton *button, const char *label, const char *name);

G_END_DECLS
