/* way-change-view.h: WayChangeView, one change request: reasons, impact, approvals, next step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal ::back: the user wants to see all changes again. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_CHANGE_VIEW (way_change_view_get_type ())
G_DECLARE_FINAL_TYPE (WayChangeView, way_change_view, WAY, CHANGE_VIEW, GtkBox)

GtkWidget        *way_change_view_new         (WayDocument *document, WayChangeRequest *request);
WayChangeRequest *way_change_view_get_request (WayChangeView *self);
void              way_change_view_refresh     (WayChangeView *self);

G_END_DECLS
