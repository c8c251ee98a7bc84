/* way-snapshot.c: WaySnapshot, where a milestone, an initiative or a risk stood on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-snapshot.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WaySnapshot, __VA_ARGS__)
static const WayField snapshot_fields[] = { WAY_SNAPSHOT_FIELDS (ENTRY) };

WayRecordType way_snapshot_type = {
  .name = "snapshot",
  .label = N_ ("Snapshot"),
  .plural = N_ ("Snapshots"),
  .get_type = way_snapshot_get_type,
};

WAY_DEFINE_RECORD (WaySnapshot, way_snapshot, way_snapshot_type, snapshot_fields)
