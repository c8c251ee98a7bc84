/* way-waiver-dialog.h: lets an unmet criterion pass, with a reason that is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_waiver_dialog_present (GtkWidget *parent, WayDocument *document, WayChecklistItem *item);

G_END_DECLS
