/* way-application.h: WayApplication, one process, one window for each plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-window.h"

G_BEGIN_DECLS

#define WAY_TYPE_APPLICATION (way_application_get_type ())
G_DECLARE_FINAL_TYPE (WayApplication, way_application, WAY, APPLICATION, GtkApplication)

WayApplication *way_application_new       (void);
/* Opens the plan in a window: that of @inside when it shows none yet, else a new one. */
void            way_application_open_file (WayApplication *self, GFile *file, GtkWidget *inside);
/* Shows a document that was just made, on the page (NULL: the one shown last). */
WayWindow      *way_application_show      (WayApplication *self, WayDocument *document, GtkWidget *inside,
                                           const char *page);

G_END_DECLS
