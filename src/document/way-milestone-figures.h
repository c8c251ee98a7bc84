/* way-milestone-figures.h: forecast, variance and progress of milestones (numbers.md §4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three functions are pure; way_milestone_figures_update() writes their
 * results to the derived fields of each milestone after the schedule has run. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

WayMoment way_milestone_forecast   (WayDocument *document, WayMilestone *milestone);
gint64    way_milestone_variance   (WayDocument *document, WayMilestone *milestone);
gint64    way_milestone_percent    (WayDocument *document, WayMilestone *milestone);
void      way_milestone_figures_update (WayDocument *document);

/* The civil day on which work that ends at @finish is done: 24:00 belongs to the day before. */
WayMoment way_finish_day           (WayMoment finish);
gint64    way_finish_variance      (WayDocument *document, WayMoment target, WayMoment finish);

gboolean  way_milestone_is_completed (WayMilestone *milestone);
gboolean  way_milestone_is_cancelled (WayMilestone *milestone);
gboolean  way_milestone_is_open      (WayMilestone *milestone);
gboolean  way_milestone_is_late      (WayMilestone *milestone);

G_END_DECLS
