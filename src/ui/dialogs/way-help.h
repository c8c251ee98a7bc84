/* way-help.h: help with gestures and keys, and what Waymark is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_help_present           (GtkWidget *inside);
void way_help_present_shortcuts (GtkWidget *inside);
void way_help_present_about     (GtkWidget *inside);

G_END_DECLS
