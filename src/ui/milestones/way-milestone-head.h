/* way-milestone-head.h: WayMilestoneHead, the top of a milestone's document: its state at a glance.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_HEAD (way_milestone_head_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneHead, way_milestone_head, WAY, MILESTONE_HEAD, GtkBox)

GtkWidget *way_milestone_head_new     (WayDocument *document, WayMilestone *milestone);
void       way_milestone_head_refresh (WayMilestoneHead *self);

G_END_DECLS
