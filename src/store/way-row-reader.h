/* way-row-reader.h: WayRowReader, rows of a table as records of its type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"
#include "store/way-statement.h"

G_BEGIN_DECLS

typedef struct _WayRowReader WayRowReader;

WayRowReader *way_row_reader_new  (sqlite3 *db, const WayRecordType *type, const char *tail, GError **error);
void          way_row_reader_free (WayRowReader *self);
WayStatement *way_row_reader_get_statement (WayRowReader *self);
WayRecord    *way_row_reader_read (WayRowReader *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRowReader, way_row_reader_free)

G_END_DECLS
