/* way-new-milestone-dialog.h: asks what a new milestone is, where it hangs, and what it begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @row: (nullable): of the timeline, which becomes the milestone */
void way_new_milestone_dialog_present (GtkWidget *inside, WayDocument *document, WayTask *row);

G_END_DECLS
