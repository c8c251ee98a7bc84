/* way-sidebar.h: WaySidebar, the pages of the window, with words or as icons only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-pages.h"

G_BEGIN_DECLS

#define WAY_TYPE_SIDEBAR (way_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (WaySidebar, way_sidebar, WAY, SIDEBAR, GtkBox)

/* Signals ::page-chosen (const char *name); ::page-entered: and it is to have the keys. */
void        way_sidebar_add           (WaySidebar *self, const WayPageKind *page);
void        way_sidebar_select        (WaySidebar *self, const char *name);
const char *way_sidebar_get_nth       (WaySidebar *self, guint index);
int         way_sidebar_get_selected_index (WaySidebar *self);
void        way_sidebar_set_collapsed (WaySidebar *self, gboolean collapsed);
/* A number beside the page's name; 0 = none. @bad: it calls for attention. */
void        way_sidebar_set_count     (WaySidebar *self, const char *name, guint count, gboolean bad,
                                       const char *meaning);

G_END_DECLS
