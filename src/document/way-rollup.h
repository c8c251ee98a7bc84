/* way-rollup.h: WayRollup, % complete of summaries from the durations below them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Σ actual duration of the leaves / Σ duration of the leaves (numbers.md §4), kept by row: a
 * changed leaf changes its own sums and those above it, and no look at the others is needed. */

#pragma once

#include "schedule/way-network.h"

G_BEGIN_DECLS

typedef struct _WayRollup WayRollup;

WayRollup *way_rollup_new         (const WayNetwork *network);
void       way_rollup_free        (WayRollup *self);
gboolean   way_rollup_update      (WayRollup *self, const WayNetwork *network, gint32 row);
gint64     way_rollup_get_percent (const WayRollup *self, const WayNetwork *network, gint32 row);

G_END_DECLS
