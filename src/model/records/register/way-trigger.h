/* way-trigger.h: WayTrigger, the condition on which the contingency plan of a risk starts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The condition says which of subject, comparison, value and day it needs. Days of float
 * and of variance are numbers in value; a share such as the CPI is as it is. What was found is a value that every
 * language reads: a day as 2026-06-17, a number as 0.67. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_TRIGGER_FIELDS(F)                                                                      \
  F (REF, risk, N_ ("Risk"), .target = "risk",                                                     \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (ENUM, condition, N_ ("Condition"), .choices = &way_enum_trigger, .flags = WAY_FIELD_LIST)     \
  F (REF, subject, N_ ("Of"), .flags = WAY_FIELD_LIST)                                             \
  F (ENUM, comparison, N_ ("Comparison"), .choices = &way_enum_comparison,                         \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (REAL, value, N_ ("Value"), .flags = WAY_FIELD_LIST)                                           \
  F (DATE, day, N_ ("Day"), .flags = WAY_FIELD_LIST)                                               \
  F (ENUM, state, N_ ("State"), .choices = &way_enum_trigger_state, .flags = WAY_FIELD_LIST)       \
  F (MOMENT, fired_on, N_ ("Fired on"), .flags = WAY_FIELD_LIST)                                   \
  F (TEXT, found, N_ ("What was found"), .hint = N_ ("The value when it fired"))

#define WAY_TYPE_TRIGGER (way_trigger_get_type ())
WAY_DECLARE_RECORD (WayTrigger, way_trigger, TRIGGER, WAY_TRIGGER_FIELDS)
extern WayRecordType way_trigger_type;

G_END_DECLS
