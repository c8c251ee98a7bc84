/* way-panel-people.h: WayPanelPeople, the people of the plan, to be dragged onto bars.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-panel-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_PANEL_PEOPLE (way_panel_people_get_type ())
G_DECLARE_FINAL_TYPE (WayPanelPeople, way_panel_people, WAY, PANEL_PEOPLE, WayPanelView)

G_END_DECLS
