/* way-initiative-choice.h: WayInitiativeChoice, a drop-down: all initiatives, or one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emits "chosen" when somebody chooses; not while it is filled. Not seen where there is none. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_INITIATIVE_CHOICE (way_initiative_choice_get_type ())
G_DECLARE_FINAL_TYPE (WayInitiativeChoice, way_initiative_choice, WAY, INITIATIVE_CHOICE, GtkBox)

GtkWidget *way_initiative_choice_new  (void);
void       way_initiative_choice_fill (WayInitiativeChoice *self, WayDocument *document);
gint64     way_initiative_choice_get  (WayInitiativeChoice *self);

G_END_DECLS
