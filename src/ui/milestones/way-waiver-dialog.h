/* way-waiver-dialog.h: lets an unmet criterion pass, with a reason that is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of one criterion. */
void way_waiver_dialog_present   (GtkWidget *parent, WayDocument *document, WayChecklistItem *item);
/* Completes the milestone; asks for a reason for each criterion that is unmet. */
void way_complete_dialog_present (GtkWidget *parent, WayDocument *document, WayMilestone *milestone);

G_END_DECLS
