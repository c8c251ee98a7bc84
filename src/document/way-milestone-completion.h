/* way-milestone-completion.h: completing a milestone: waivers, a look back, the celebration.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/* What goes with it; all zero is the milestone alone. Nothing here is owned. */
typedef struct
{
  GPtrArray *waived;         /* (nullable) (element-type WayChecklistItem) */
  GPtrArray *reasons;        /* (nullable) (element-type utf8): one for each of them */
  const char *achievements;  /* (nullable): text of the section; NULL leaves it */
  const char *challenges;    /* (nullable): likewise */
  const char *lesson;        /* (nullable): kept as a lesson of its own; "" = none */
  WayAction *celebration;    /* (nullable): a planned one that is to take place now */
  const char *celebrate;     /* (nullable): without a planned one, what to do; "" = nothing */
  WayMoment celebrate_on;
} WayMilestoneCompletion;

gboolean   way_milestone_complete          (WayDocument *document, WayMilestone *milestone,
                                            const WayMilestoneCompletion *with, GError **error);

/* Planned for it and still to come. (transfer full) (element-type WayAction) */
GPtrArray *way_milestone_get_celebrations  (WayMilestone *milestone);
/* The next Friday on which people work, from the status date on. */
WayMoment  way_milestone_celebration_day   (WayDocument *document);

G_END_DECLS
