/* way-milestone-names.h: people and milestones that a document calls by their names.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/milestone/way-milestone-values.h"

G_BEGIN_DECLS

WayMilestone *way_milestone_names_find    (WayDocument *document, const char *id, const char *title);
char         *way_milestone_names_resolve (WayDocument *document, const char *names);
gint64        way_milestone_names_person  (WayMilestoneImport *import, const char *name);
void          way_milestone_names_depend  (WayMilestoneImport *import, const char *names, guint line);

G_END_DECLS
