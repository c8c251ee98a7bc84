/* way-link.h: WayLink, a dependency between two tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_LINK_FIELDS(F)                                                                         \
  F (REF, predecessor, N_ ("Predecessor"), .target = "task",                                       \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)       \
  F (REF, successor, N_ ("Successor"), .target = "task",                                           \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)       \
  F (ENUM, type, N_ ("Type"), .choices = &way_enum_link_type, .initial = WAY_LINK_FS,              \
     .flags = WAY_FIELD_LIST | WAY_FIELD_STRUCTURE)                                                \
  F (DURATION, lag, N_ ("Lag"), .unit_field = "lag_unit", .min = -WAY_DURATION_MAX,                \
     .max = WAY_DURATION_MAX, .flags = WAY_FIELD_LIST | WAY_FIELD_SCHEDULE)                        \
  F (ENUM, lag_unit, N_ ("Lag unit"), .choices = &way_enum_unit, .initial = WAY_UNIT_DAYS,         \
     .flags = WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE)

#define WAY_TYPE_LINK (way_link_get_type ())
WAY_DECLARE_RECORD (WayLink, way_link, LINK, WAY_LINK_FIELDS)
extern WayRecordType way_link_type;

G_END_DECLS
