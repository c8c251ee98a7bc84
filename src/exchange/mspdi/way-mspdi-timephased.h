/* way-mspdi-timephased.h: rows of work spread over time in MS Project XML.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mspdi/way-mspdi-export.h"
#include "exchange/mspdi/way-mspdi-import.h"

G_BEGIN_DECLS

#define WAY_MSPDI_CONTOURED 8 /* drawn by hand: what the assignments of a split task say */

/* One <TimephasedData> of work, done or still to do. */
typedef struct
{
  WayMoment start, finish;
  gboolean works; /* some work is done in it */
} WayMspdiRow;

gboolean way_mspdi_row_parse     (const char *xml, WayMspdiRow *row);
void     way_mspdi_import_splits (WayMspdiImport *self);
void     way_mspdi_write_pieces  (WayMspdiExport *self, WayTask *task, gint64 uid, gint64 work);

G_END_DECLS
