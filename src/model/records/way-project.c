/* way-project.c: WayProject, the plan's own data and options; one record in each plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-project.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayProject, __VA_ARGS__)
static const WayField project_fields[] = { WAY_PROJECT_FIELDS (ENTRY) };

WayRecordType way_project_type = {
  .name = "project",
  .label = N_ ("Plan"),
  .plural = N_ ("Plans"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_project_get_type,
};

WAY_DEFINE_RECORD (WayProject, way_project, way_project_type, project_fields)
