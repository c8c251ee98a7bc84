/* way-link-popover.h: WayLinkPopover, a link of the chart: its type, its lag, or away with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-task-edits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_LINK_POPOVER (way_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (WayLinkPopover, way_link_popover, WAY, LINK_POPOVER, GtkPopover)

/* Opens at @x, @y of @parent; it goes by itself when it is closed. */
void way_link_popover_present (GtkWidget *parent, WayDocument *document, WayLink *link, double x,
                               double y);

G_END_DECLS
