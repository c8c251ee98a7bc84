/* way-resource.c: WayResource, a person, a machine, a material or a cost.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-resource.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayResource, __VA_ARGS__)
static const WayField resource_fields[] = { WAY_RESOURCE_FIELDS (ENTRY) };

WayRecordType way_resource_type = {
  .name = "resource",
  .prefix = "P",
  .label = N_ ("Person"),
  .plural = N_ ("People"),
  .common = WAY_COMMON_NAMED,
  .page = TRUE,
  .icon = "waymark-people-symbolic",
  .empty = N_ ("Who does the work: people, teams, machines and materials, with their calendars and rates."),
  .get_type = way_resource_get_type,
};

WAY_DEFINE_RECORD (WayResource, way_resource, way_resource_type, resource_fields)
