/* way-changes-page.h: WayChangesPage, all change requests, and one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_CHANGES_PAGE (way_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (WayChangesPage, way_changes_page, WAY, CHANGES_PAGE, WayPage)

G_END_DECLS
