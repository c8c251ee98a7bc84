/* way-approval-list.h: WayApprovalList, who decides about a change, and what they said.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_APPROVAL_LIST (way_approval_list_get_type ())
G_DECLARE_FINAL_TYPE (WayApprovalList, way_approval_list, WAY, APPROVAL_LIST, GtkBox)

GtkWidget *way_approval_list_new     (WayDocument *document, WayChangeRequest *request);
void       way_approval_list_refresh (WayApprovalList *self);

G_END_DECLS
