/* way-accessible-names.h: the names that a screen reader hears, where GTK says too much or nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_accessible_names_mend (void);

G_END_DECLS
