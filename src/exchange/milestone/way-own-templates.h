/* way-own-templates.h: the user's own templates for milestones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A template is a milestone's document in a folder of the user's data, so that it serves every plan,
 * can be changed with any editor, and be handed on. */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): their names, sorted */
GPtrArray *way_own_templates_list (void);
gboolean   way_own_template_save  (WayDocument *document, WayMilestone *milestone, const char *name,
                                   GError **error);
gboolean   way_own_template_fill  (WayDocument *document, WayMilestone *milestone, const char *name,
                                   GError **error);

G_END_DECLS
