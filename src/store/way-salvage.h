/* way-salvage.h: reads the rows of a damaged table.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"

#include <sqlite3.h>

G_BEGIN_DECLS

void way_salvage_type (sqlite3 *db, const WayRecordType *type, WayPlan *plan);

G_END_DECLS
