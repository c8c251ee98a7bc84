/* way-baseline-dialog.h: asks for name and place of a new baseline, and saves it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_baseline_dialog_present (GtkWidget *parent, WayDocument *document);

G_END_DECLS
