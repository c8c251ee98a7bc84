/* way-roadmap.h: WayRoadmap, the plan on one small picture: phases and milestones over months.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Overview, the page of an initiative and the reports draw the same. */

#pragma once

#include "chart/way-roadmap-layout.h"
#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct _WayRoadmap WayRoadmap;

WayRoadmap *way_roadmap_new      (WayDocument *document, WayMoment today, guint max_items);
/* An initiative's milestones, on one line. */
WayRoadmap *way_roadmap_new_of_initiative (WayDocument *document, WayInitiative *initiative,
                                           WayMoment today);
void        way_roadmap_free     (WayRoadmap *self);
double      way_roadmap_draw     (double width, const WayMeasure *measure, WayScene *scene,
                                  gpointer roadmap);
char       *way_roadmap_describe (const WayRoadmap *self);

const WayRoadmapItem *way_roadmap_get_items (const WayRoadmap *self, guint *n_items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRoadmap, way_roadmap_free)

G_END_DECLS
