/* way-sprint.c: WaySprint, a stretch of work towards a milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-sprint.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WaySprint, __VA_ARGS__)
static const WayField sprint_fields[] = { WAY_SPRINT_FIELDS (ENTRY) };

WayRecordType way_sprint_type = {
  .name = "sprint",
  .prefix = "SP",
  .label = N_ ("Sprint"),
  .plural = N_ ("Sprints"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-sprint-symbolic",
  .empty = N_ ("Short stretches of work, each with one focus."),
  .get_type = way_sprint_get_type,
};

WAY_DEFINE_RECORD (WaySprint, way_sprint, way_sprint_type, sprint_fields)
