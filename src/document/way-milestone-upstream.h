/* way-milestone-upstream.h: WayMilestoneUpstream, which milestones come before others in the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone waits for those whose rows come before its own by the links of the schedule, with
 * no other milestone between. A link to a summary counts for the rows below it, and a milestone
 * that is a summary waits for what its rows below wait for, and for them. */

#pragma once

#include "model/way-plan.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef struct _WayMilestoneUpstream WayMilestoneUpstream;

/* For many milestones of a plan: what one walk has found serves the next. Valid until the next
 * change of the plan. */
WayMilestoneUpstream *way_milestone_upstream_new (WayPlan *plan);
void way_milestone_upstream_free (WayMilestoneUpstream *self);
GPtrArray *way_milestone_upstream_of (WayMilestoneUpstream *self, WayMilestone *milestone);

GPtrArray *way_milestone_get_upstream (WayMilestone *milestone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMilestoneUpstream, way_milestone_upstream_free)

G_END_DECLS
