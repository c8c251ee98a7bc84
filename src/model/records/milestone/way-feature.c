/* way-feature.c: WayFeature, what a milestone contains, and what was left out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-feature.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayFeature, __VA_ARGS__)
static const WayField feature_fields[] = { WAY_FEATURE_FIELDS (ENTRY) };

WayRecordType way_feature_type = {
  .name = "feature",
  .label = N_ ("Feature"),
  .plural = N_ ("Features"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_feature_get_type,
};

WAY_DEFINE_RECORD (WayFeature, way_feature, way_feature_type, feature_fields)
