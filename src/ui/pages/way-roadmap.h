/* way-roadmap.h: WayRoadmap, the plan on one small picture: phases and milestones over months.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_ROADMAP (way_roadmap_get_type ())
G_DECLARE_FINAL_TYPE (WayRoadmap, way_roadmap, WAY, ROADMAP, GtkWidget)

GtkWidget *way_roadmap_new     (void);
/* Takes the picture anew; FALSE when there is nothing to show. */
gboolean   way_roadmap_refresh (WayRoadmap *self, WayDocument *document, guint max_items);

G_END_DECLS
