/* way-checkpoint-line.h: WayCheckpointLine, the checkpoints of a milestone over its progress.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHECKPOINT_LINE (way_checkpoint_line_get_type ())
G_DECLARE_FINAL_TYPE (WayCheckpointLine, way_checkpoint_line, WAY, CHECKPOINT_LINE, GtkBox)

GtkWidget *way_checkpoint_line_new     (WayDocument *document, WayMilestone *milestone);
/* Hidden while there is no checkpoint. */
void       way_checkpoint_line_refresh (WayCheckpointLine *self);

G_END_DECLS
