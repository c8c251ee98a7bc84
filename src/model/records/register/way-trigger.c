/* way-trigger.c: WayTrigger, the condition on which the contingency plan of a risk starts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-trigger.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayTrigger, __VA_ARGS__)
static const WayField trigger_fields[] = { WAY_TRIGGER_FIELDS (ENTRY) };

WayRecordType way_trigger_type = {
  .name = "trigger",
  .label = N_ ("Trigger"),
  .plural = N_ ("Triggers"),
  .get_type = way_trigger_get_type,
};

WAY_DEFINE_RECORD (WayTrigger, way_trigger, way_trigger_type, trigger_fields)
