/* way-preferences-dialog.h: what the user prefers.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_preferences_dialog_present (GtkWidget *inside);

G_END_DECLS
