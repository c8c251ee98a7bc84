/* way-resource.h: WayResource, a person, a machine, a material or a cost.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_RESOURCE_FIELDS(F)                                                                     \
  F (INT, uid, N_ ("Unique id"), .flags = WAY_FIELD_HIDDEN)                                        \
  F (TEXT, initials, N_ ("Initials"))                                                              \
  F (ENUM, kind, N_ ("Kind"), .choices = &way_enum_resource_kind,                                  \
     .flags = WAY_FIELD_LIST | WAY_FIELD_STRUCTURE)                                                \
  F (TEXT, role, N_ ("Role"), .flags = WAY_FIELD_LIST)                                             \
  F (TEXT, team, N_ ("Team"), .flags = WAY_FIELD_LIST)                                             \
  F (TEXT, email, N_ ("E-mail"), .flags = WAY_FIELD_LIST)                                          \
  F (PERCENT, max_units, N_ ("Available"), .initial = 100, .max = 100000,                          \
     .flags = WAY_FIELD_LIST, .hint = N_ ("Share of the working time; 300 % is a team of three"))  \
  F (REF, calendar, N_ ("Calendar"), .target = "calendar", .flags = WAY_FIELD_STRUCTURE)           \
  F (MONEY, standard_rate, N_ ("Rate per hour"), .group = N_ ("Cost"), .flags = WAY_FIELD_LIST)    \
  F (MONEY, overtime_rate, N_ ("Overtime rate per hour"), .group = N_ ("Cost"))                    \
  F (MONEY, cost_per_use, N_ ("Cost per use"), .group = N_ ("Cost"))                               \
  F (ENUM, accrual, N_ ("Cost falls due"), .choices = &way_enum_accrual,                           \
     .initial = WAY_ACCRUE_PRORATED, .group = N_ ("Cost"))                                         \
  F (TEXT, material_unit, N_ ("Material unit"), .group = N_ ("Cost"))                              \
  F (BOOL, active, N_ ("Active"), .initial = 1)                                                    \
  F (TEXT, exchange_extra, N_ ("Kept from import"), .flags = WAY_FIELD_HIDDEN)

#define WAY_TYPE_RESOURCE (way_resource_get_type ())
WAY_DECLARE_RECORD (WayResource, way_resource, RESOURCE, WAY_RESOURCE_FIELDS)
extern WayRecordType way_resource_type;

G_END_DECLS
