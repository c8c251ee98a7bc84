/* way-feature.h: WayFeature, what a milestone contains, and what was left out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_FEATURE_FIELDS(F)                                                                      \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (ENUM, scope, N_ ("Class"), .choices = &way_enum_feature_scope,                                \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (REAL, effort, N_ ("Effort, person-weeks"), .max_real = 1e6, .flags = WAY_FIELD_LIST)          \
  F (BOOL, done, N_ ("Done"), .flags = WAY_FIELD_LIST)                                             \
  F (TEXT, description, N_ ("Description"), .flags = WAY_FIELD_MULTILINE)                          \
  F (TEXT, business_value, N_ ("Business value"), .flags = WAY_FIELD_MULTILINE)                    \
  F (TEXT, acceptance_criteria, N_ ("Acceptance criteria"), .flags = WAY_FIELD_MULTILINE)          \
  F (TEXT, exclusion_reason, N_ ("Reason for leaving it out"),                                     \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (REF, task, N_ ("Row in the timeline"), .target = "task")

#define WAY_TYPE_FEATURE (way_feature_get_type ())
WAY_DECLARE_RECORD (WayFeature, way_feature, FEATURE, WAY_FEATURE_FIELDS)
extern WayRecordType way_feature_type;

G_END_DECLS
