/* way-link-list.h: WayLinkList, the links of a task in its dialog: other task, type, lag.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-task-lines.h"

G_BEGIN_DECLS

#define WAY_TYPE_LINK_LIST (way_link_list_get_type ())
G_DECLARE_FINAL_TYPE (WayLinkList, way_link_list, WAY, LINK_LIST, WayTaskLines)

/* @predecessors: the links that end at @task; else those that start from it */
GtkWidget *way_link_list_new (WayDocument *document, WayTask *task, gboolean predecessors);

G_END_DECLS
