/* way-blockers.h: what holds a milestone or a row of the timeline up now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* (transfer full) (element-type WayBlocker): not cleared, in the order they came up */
GPtrArray *way_blockers_of_milestone (WayMilestone *milestone);
/* Those of the row itself and of the milestones that stand on it. */
GPtrArray *way_blockers_of_task      (WayTask *task);
gboolean   way_task_has_blockers     (WayTask *task);
/* Whether anything of the plan is held up. */
gboolean   way_blockers_any          (WayPlan *plan);
/* A line each: “Blocked: no test devices (Aisha Rao, since 12 Nov)”. (transfer full) (nullable) */
char      *way_blockers_describe     (GPtrArray *blockers);

G_END_DECLS
