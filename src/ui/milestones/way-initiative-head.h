/* way-initiative-head.h: WayInitiativeHead, the top of an initiative's document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_INITIATIVE_HEAD (way_initiative_head_get_type ())
G_DECLARE_FINAL_TYPE (WayInitiativeHead, way_initiative_head, WAY, INITIATIVE_HEAD, GtkBox)

GtkWidget *way_initiative_head_new     (WayDocument *document, WayInitiative *initiative);
void       way_initiative_head_refresh (WayInitiativeHead *self);

G_END_DECLS
