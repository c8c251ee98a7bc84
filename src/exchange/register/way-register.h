/* way-register.h: the records of a type as a table: CSV out and in, XLSX out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "exchange/way-exchange.h"

G_BEGIN_DECLS

/* What a spreadsheet can hold; the rest is told by the error, or counted. */
#define WAY_XLSX_ROWS_MAX 1048575
#define WAY_XLSX_TEXT_MAX 32767

extern const WayExchangeFormat way_csv_format;
extern const WayExchangeFormat way_xlsx_format;

const WayRecordType *way_register_find       (const char *name);
gboolean             way_register_can_import (const WayRecordType *type);
GPtrArray           *way_register_columns    (const WayRecordType *type);

char    *way_register_to_csv    (WayPlan *plan, const WayRecordType *type);
gboolean way_register_save_csv  (WayPlan *plan, const WayRecordType *type, const char *path,
                                 GError **error);
gboolean way_register_save_xlsx (WayPlan *plan, const WayRecordType *type, const char *path,
                                 guint *n_cut, GError **error);

G_END_DECLS
