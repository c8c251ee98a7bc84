/* way-contingency-dialog.h: proposes what the contingency plan of a risk becomes, and starts it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_contingency_dialog_present (GtkWidget *inside, WayDocument *document, WayRisk *risk);

G_END_DECLS
