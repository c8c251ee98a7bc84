/* way-panel-why.h: WayPanelWhy, why the selected task stands where it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-panel-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_PANEL_WHY (way_panel_why_get_type ())
G_DECLARE_FINAL_TYPE (WayPanelWhy, way_panel_why, WAY, PANEL_WHY, WayPanelView)

G_END_DECLS
