/* way-check-in-dialog.h: says how a milestone or an initiative is doing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_check_in_dialog_present (GtkWidget *inside, WayDocument *document, WayRecord *record);

G_END_DECLS
