/* way-template-dialog.h: keeps a milestone as one of the user's own templates.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for its name. */
void way_template_dialog_present (GtkWidget *inside, WayDocument *document, WayMilestone *milestone);

G_END_DECLS
