/* way-snooze.c: WaySnooze, that something which needs attention is not to be told for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-snooze.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WaySnooze, __VA_ARGS__)
static const WayField snooze_fields[] = { WAY_SNOOZE_FIELDS (ENTRY) };

WayRecordType way_snooze_type = {
  .name = "snooze",
  .label = N_ ("Snoozed alert"),
  .plural = N_ ("Snoozed alerts"),
  .get_type = way_snooze_get_type,
};

WAY_DEFINE_RECORD (WaySnooze, way_snooze, way_snooze_type, snooze_fields)
