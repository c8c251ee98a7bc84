/* way-panel-pins.h: WayPanelPins, all tasks that a constraint holds, and the ways out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-panel-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_PANEL_PINS (way_panel_pins_get_type ())
G_DECLARE_FINAL_TYPE (WayPanelPins, way_panel_pins, WAY, PANEL_PINS, WayPanelView)

G_END_DECLS
