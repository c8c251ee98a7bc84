/* way-milestones-page.h: WayMilestonesPage, all milestones, and the document of one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONES_PAGE (way_milestones_page_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestonesPage, way_milestones_page, WAY, MILESTONES_PAGE, WayPage)

G_END_DECLS
