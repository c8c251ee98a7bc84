/* way-panel-conflicts.h: WayPanelConflicts, what contradicts itself, with ways out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-panel-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_PANEL_CONFLICTS (way_panel_conflicts_get_type ())
G_DECLARE_FINAL_TYPE (WayPanelConflicts, way_panel_conflicts, WAY, PANEL_CONFLICTS, WayPanelView)

G_END_DECLS
