/* way-trigger-dialog.h: builds the condition on which a contingency plan starts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @trigger: (nullable): NULL makes a new one of @risk */
void way_trigger_dialog_present (GtkWidget *inside, WayDocument *document, WayRisk *risk,
                                 WayTrigger *trigger);

G_END_DECLS
