/* way-history-page.h: WayHistoryPage, the journal: what changed, when, by whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_HISTORY_PAGE (way_history_page_get_type ())
G_DECLARE_FINAL_TYPE (WayHistoryPage, way_history_page, WAY, HISTORY_PAGE, WayPage)

char *way_history_format_time (gint64 seconds);

G_END_DECLS
