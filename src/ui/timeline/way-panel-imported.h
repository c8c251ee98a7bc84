/* way-panel-imported.h: WayPanelImported, rows on other dates than the imported file had.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-panel-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_PANEL_IMPORTED (way_panel_imported_get_type ())
G_DECLARE_FINAL_TYPE (WayPanelImported, way_panel_imported, WAY, PANEL_IMPORTED, WayPanelView)

G_END_DECLS
