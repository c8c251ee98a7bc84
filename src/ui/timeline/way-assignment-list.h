/* way-assignment-list.h: WayAssignmentList, who works on a task, in its dialog: person and units.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-task-lines.h"

G_BEGIN_DECLS

#define WAY_TYPE_ASSIGNMENT_LIST (way_assignment_list_get_type ())
G_DECLARE_FINAL_TYPE (WayAssignmentList, way_assignment_list, WAY, ASSIGNMENT_LIST, WayTaskLines)

GtkWidget *way_assignment_list_new (WayDocument *document, WayTask *task);

G_END_DECLS
