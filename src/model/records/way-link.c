/* way-link.c: WayLink, a dependency between two tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-link.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayLink, __VA_ARGS__)
static const WayField link_fields[] = { WAY_LINK_FIELDS (ENTRY) };

WayRecordType way_link_type = {
  .name = "link",
  .label = N_ ("Link"),
  .plural = N_ ("Links"),
  .get_type = way_link_get_type,
};

WAY_DEFINE_RECORD (WayLink, way_link, way_link_type, link_fields)
