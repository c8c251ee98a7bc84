/* way-milestone-document.h: WayMilestoneDocument, the living document of one milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of contents beside the sections of the outline, each edited in place. Empty sections
 * are folded away; the list under the contents adds them. Lists show the real records.
 *
 * Signal: ::back, the way out was asked for. */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_MILESTONE_DOCUMENT (way_milestone_document_get_type ())
G_DECLARE_FINAL_TYPE (WayMilestoneDocument, way_milestone_document, WAY, MILESTONE_DOCUMENT, GtkBox)

GtkWidget    *way_milestone_document_new           (WayDocument *document, WayMilestone *milestone);
WayMilestone *way_milestone_document_get_milestone (WayMilestoneDocument *self);
void          way_milestone_document_refresh       (WayMilestoneDocument *self);

G_END_DECLS
