/* way-initiatives-page.h: WayInitiativesPage, all initiatives, and the document of one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_INITIATIVES_PAGE (way_initiatives_page_get_type ())
G_DECLARE_FINAL_TYPE (WayInitiativesPage, way_initiatives_page, WAY, INITIATIVES_PAGE, WayPage)

G_END_DECLS
