/* way-file-drop.h: files that are dropped on the window: plans are opened, others imported.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_file_drop_attach (GtkOverlay *overlay);

G_END_DECLS
