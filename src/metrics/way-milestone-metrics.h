/* way-milestone-metrics.h: adherence, completion and lists of milestones (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists are (transfer full) (element-type WayMilestone), sorted by date. */

#pragma once

#include "document/way-milestone-figures.h"
#include "metrics/way-figure.h"

G_BEGIN_DECLS

WayFigure *way_milestones_adherence     (WayDocument *document);
WayFigure *way_milestones_done          (WayDocument *document);
WayFigure *way_milestones_completion_rate (WayDocument *document, WayMoment from, WayMoment to);
WayFigure *way_milestones_on_time_rate  (WayDocument *document, WayMoment from, WayMoment to);

GPtrArray *way_milestones_all           (WayDocument *document);
GPtrArray *way_milestones_next          (WayDocument *document, guint max);
GPtrArray *way_milestones_late          (WayDocument *document);
GPtrArray *way_milestones_completed_in  (WayDocument *document, WayMoment from, WayMoment to);

/* The finish of the milestone's row in baseline 0, WAY_NEVER without one. */
WayMoment  way_milestone_baseline       (WayDocument *document, WayMilestone *milestone);
/* The person who leads it: owner, else technical lead, else product owner; "" when nobody. */
const char *way_milestone_lead          (WayMilestone *milestone);

G_END_DECLS
