/* way-milestone-card.h: WayMilestoneCard, a milestone on the board.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_CARD (way_milestone_card_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneCard, way_milestone_card, WAY, MILESTONE_CARD, GtkBox)

GtkWidget    *way_milestone_card_new           (WayDocument *document);
/* @milestone: (nullable) */
void          way_milestone_card_set_milestone (WayMilestoneCard *self, WayMilestone *milestone);
WayMilestone *way_milestone_card_get_milestone (WayMilestoneCard *self);
void          way_milestone_card_refresh       (WayMilestoneCard *self);

G_END_DECLS
