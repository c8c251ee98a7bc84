/* way-impact-view.h: WayImpactView, what a change does: rows before and after, and a table an area.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/impact/way-change-impact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_IMPACT_VIEW (way_impact_view_get_type ())
G_DECLARE_FINAL_TYPE (WayImpactView, way_impact_view, WAY, IMPACT_VIEW, GtkBox)

GtkWidget *way_impact_view_new  (WayDocument *document);
/* @impact: (nullable): NULL = none is known yet */
void       way_impact_view_show (WayImpactView *self, const WayChangeImpact *impact);

void       way_impact_view_show_none (WayImpactView *self, const char *text);

G_END_DECLS
