/* way-milestone-board.h: WayMilestoneBoard, milestones as cards in a column for each status.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card is dragged to another column, or moved with Alt and an arrow key. Enter opens it.
 * Signal: ::open (WayRecord *). */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_BOARD (way_milestone_board_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneBoard, way_milestone_board, WAY, MILESTONE_BOARD, GtkBox)

GtkWidget *way_milestone_board_new     (WayDocument *document);
void       way_milestone_board_refresh (WayMilestoneBoard *self);

G_END_DECLS
