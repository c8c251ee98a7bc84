/* way-mspdi-uids.h: WayMspdiUids, the numbers that MS Project XML knows records by.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record keeps the number it came with; one that has none, or one that another
 * record has too, gets the next free number of its kind. */

#pragma once

#include "model/way-plan.h"

G_BEGIN_DECLS

typedef struct _WayMspdiUids WayMspdiUids;

WayMspdiUids *way_mspdi_uids_new   (WayPlan *plan);
void          way_mspdi_uids_free  (WayMspdiUids *self);
gboolean      way_mspdi_uids_claim (WayMspdiUids *self, WayRecord *record, gint64 uid);
gint64        way_mspdi_uids_get   (WayMspdiUids *self, WayRecord *record);
gint64        way_mspdi_uids_spare (WayMspdiUids *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMspdiUids, way_mspdi_uids_free)

G_END_DECLS
