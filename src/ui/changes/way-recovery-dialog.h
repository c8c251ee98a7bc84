/* way-recovery-dialog.h: offers ways to get a late milestone back, and proposes those chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_recovery_dialog_present (GtkWidget *parent, WayDocument *document,
                                  WayMilestone *milestone);

G_END_DECLS
