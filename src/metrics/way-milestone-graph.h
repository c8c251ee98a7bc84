/* way-milestone-graph.h: WayMilestoneGraph, which milestone waits for which.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone waits for those whose rows come before its own by the links of the schedule, with
 * no other milestone between, and for those that its dependencies name. What follows from the
 * other edges is left out, and so is what would close a circle: a dependency that contradicts the
 * schedule. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct
{
  guint from, to;    /* places among the milestones; the second waits for the first */
  gboolean critical; /* both rows are on the critical path */
} WayMilestoneEdge;

typedef struct
{
  GPtrArray *milestones; /* of WayMilestone (owned), by date; not cancelled */
  GArray *edges;         /* of WayMilestoneEdge, by from, then by to */
} WayMilestoneGraph;

WayMilestoneGraph *way_milestone_graph_new  (WayDocument *document, gint64 initiative);
void               way_milestone_graph_free (WayMilestoneGraph *self);

gboolean           way_milestone_is_critical (WayMilestone *milestone);
/* Places of those that @node waits for, or that wait for it. (transfer full) (element-type guint) */
GArray            *way_milestone_graph_before (const WayMilestoneGraph *self, guint node);
GArray            *way_milestone_graph_after  (const WayMilestoneGraph *self, guint node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMilestoneGraph, way_milestone_graph_free)

G_END_DECLS
