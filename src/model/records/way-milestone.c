/* way-milestone.c: WayMilestone, a promise with a date: the front matter of its living document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-milestone.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayMilestone, __VA_ARGS__)
static const WayField milestone_fields[] = { WAY_MILESTONE_FIELDS (ENTRY) };

WayRecordType way_milestone_type = {
  .name = "milestone",
  .prefix = "MS",
  .label = N_ ("Milestone"),
  .plural = N_ ("Milestones"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-milestone-symbolic",
  .empty = N_ ("The dates that you promise. Each milestone shows its forecast against its target."),
  .get_type = way_milestone_get_type,
};

WAY_DEFINE_RECORD (WayMilestone, way_milestone, way_milestone_type, milestone_fields)
