/* way-baseline.h: WayBaseline, a named snapshot of the plan, and its value for each task.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_BASELINE_FIELDS(F)                                                                     \
  F (INT, slot, N_ ("Baseline"), .max = 10, .flags = WAY_FIELD_LIST)                               \
  F (MOMENT, taken, N_ ("Taken"), .flags = WAY_FIELD_LIST)

#define WAY_TYPE_BASELINE (way_baseline_get_type ())
WAY_DECLARE_RECORD (WayBaseline, way_baseline, BASELINE, WAY_BASELINE_FIELDS)
extern WayRecordType way_baseline_type;

#define WAY_BASELINE_VALUE_FIELDS(F)                                                               \
  F (REF, baseline, N_ ("Baseline"), .target = "baseline",                                         \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_REQUIRED)                             \
  F (REF, task, N_ ("Task"), .target = "task",                                                     \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_REQUIRED)                             \
  F (MOMENT, start, N_ ("Start"), .flags = WAY_FIELD_LIST)                                         \
  F (MOMENT, finish, N_ ("Finish"), .flags = WAY_FIELD_LIST)                                       \
  F (DURATION, duration, N_ ("Duration"), .max = WAY_DURATION_MAX, .flags = WAY_FIELD_LIST)        \
  F (WORK, work, N_ ("Work"), .flags = WAY_FIELD_LIST)                                             \
  F (MONEY, cost, N_ ("Cost"), .flags = WAY_FIELD_LIST)

#define WAY_TYPE_BASELINE_VALUE (way_baseline_value_get_type ())
WAY_DECLARE_RECORD (WayBaselineValue, way_baseline_value, BASELINE_VALUE, WAY_BASELINE_VALUE_FIELDS)
extern WayRecordType way_baseline_value_type;

G_END_DECLS
