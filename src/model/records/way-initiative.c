/* way-initiative.c: WayInitiative, the strategic level: an outcome with its budget and goals.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-initiative.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayInitiative, __VA_ARGS__)
static const WayField initiative_fields[] = { WAY_INITIATIVE_FIELDS (ENTRY) };

WayRecordType way_initiative_type = {
  .name = "initiative",
  .prefix = "IN",
  .label = N_ ("Initiative"),
  .plural = N_ ("Initiatives"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-initiative-symbolic",
  .empty = N_ ("The outcomes that the plan is for, with their budget, goals and return."),
  .get_type = way_initiative_get_type,
};

WAY_DEFINE_RECORD (WayInitiative, way_initiative, way_initiative_type, initiative_fields)
