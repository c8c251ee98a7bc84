/* way-gantt-tooltip.h: the card that says why a bar stands where it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-task-edits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *way_gantt_tooltip_new      (WayDocument *document, WayTask *task);
GtkWidget *way_gantt_tooltip_new_link (WayDocument *document, WayLink *link);

G_END_DECLS
