/* way-milestone-templates.h: what a new milestone begins with: by its kind, or like another one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/* The kinds that are built in. */
typedef enum
{
  WAY_TEMPLATE_SOFTWARE, WAY_TEMPLATE_CONSTRUCTION, WAY_TEMPLATE_EVENT, WAY_TEMPLATE_RESEARCH,
  WAY_N_TEMPLATES,
} WayTemplate;

/* "Software release", translated. */
const char   *way_template_label             (WayTemplate kind);

void          way_milestone_fill_by_template (WayDocument *document, WayMilestone *milestone,
                                              WayTemplate kind);
void          way_milestone_fill_like        (WayDocument *document, WayMilestone *milestone,
                                              WayMilestone *model);
gboolean      way_milestone_can_be_model     (WayMilestone *milestone);

/* Its own row in the timeline, made where there is none; called and placed like the milestone. */
gboolean      way_milestone_settle_row       (WayDocument *document, WayMilestone *milestone,
                                              GError **error);
WayMilestone *way_milestone_create_on_row    (WayDocument *document, const char *title,
                                              WayMoment target, WayTask *row, GError **error);

/* (transfer full) (element-type WayLesson): what was learned at @model and at the milestones of
 * @initiative; both may be NULL or 0. */
GPtrArray    *way_milestone_similar_lessons  (WayPlan *plan, WayMilestone *model, gint64 initiative);

G_END_DECLS
