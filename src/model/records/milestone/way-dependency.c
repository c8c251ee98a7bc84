/* way-dependency.c: WayDependency, what a milestone waits for, and WayBlocker, what holds it up now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-dependency.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayDependency, __VA_ARGS__)
static const WayField dependency_fields[] = { WAY_DEPENDENCY_FIELDS (ENTRY) };

WayRecordType way_dependency_type = {
  .name = "dependency",
  .label = N_ ("Dependency"),
  .plural = N_ ("Dependencies"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_dependency_get_type,
};

WAY_DEFINE_RECORD (WayDependency, way_dependency, way_dependency_type, dependency_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayBlocker, __VA_ARGS__)
static const WayField blocker_fields[] = { WAY_BLOCKER_FIELDS (ENTRY) };

WayRecordType way_blocker_type = {
  .name = "blocker",
  .label = N_ ("Blocker"),
  .plural = N_ ("Blockers"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_blocker_get_type,
};

WAY_DEFINE_RECORD (WayBlocker, way_blocker, way_blocker_type, blocker_fields)
