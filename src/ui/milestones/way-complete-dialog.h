/* way-complete-dialog.h: completes a milestone: what is waived, what was learned, the celebration.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one way to complete it by hand, from wherever it is shown. @parent: a widget of the window */
void way_complete_dialog_present (GtkWidget *parent, WayDocument *document,
                                  WayMilestone *milestone);

G_END_DECLS
