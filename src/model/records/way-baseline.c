/* way-baseline.c: WayBaseline, a named snapshot of the plan, and its value for each task.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-baseline.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayBaseline, __VA_ARGS__)
static const WayField baseline_fields[] = { WAY_BASELINE_FIELDS (ENTRY) };

WayRecordType way_baseline_type = {
  .name = "baseline",
  .label = N_ ("Baseline"),
  .plural = N_ ("Baselines"),
  .common = WAY_COMMON_NAMED,
  .get_type = way_baseline_get_type,
};

WAY_DEFINE_RECORD (WayBaseline, way_baseline, way_baseline_type, baseline_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayBaselineValue, __VA_ARGS__)
static const WayField baseline_value_fields[] = { WAY_BASELINE_VALUE_FIELDS (ENTRY) };

WayRecordType way_baseline_value_type = {
  .name = "baseline_value",
  .label = N_ ("Baseline value"),
  .plural = N_ ("Baseline values"),
  .get_type = way_baseline_value_get_type,
};

WAY_DEFINE_RECORD (WayBaselineValue, way_baseline_value, way_baseline_value_type, baseline_value_fields)
