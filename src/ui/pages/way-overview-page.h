/* way-overview-page.h: WayOverviewPage, how the plan stands: figures, milestones, what is late.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_OVERVIEW_PAGE (way_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (WayOverviewPage, way_overview_page, WAY, OVERVIEW_PAGE, WayPage)

G_END_DECLS
