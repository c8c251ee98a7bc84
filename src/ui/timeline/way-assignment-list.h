/* way-assignment-list.h: WayAssignmentList, who works on a task, in its dialog: person and units.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is shown until way_assignment_list_apply() turns it into edits. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_ASSIGNMENT_LIST (way_assignment_list_get_type ())
G_DECLARE_FINAL_TYPE (WayAssignmentList, way_assignment_list, WAY, ASSIGNMENT_LIST, GtkBox)

GtkWidget *way_assignment_list_new   (WayDocument *document, WayTask *task);
/* Adds the edits to the open scope. */
gboolean   way_assignment_list_apply (WayAssignmentList *self, GError **error);

G_END_DECLS
