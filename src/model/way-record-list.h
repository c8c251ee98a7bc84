/* way-record-list.h: WayRecordList, the records of one type as a list model, ordered by id.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Additions and removals are shown at once to C code (peek) and told to
 * observers in one go by way_record_list_settle(), so that a commit of 10,000
 * rows costs a list one signal. */

#pragma once

#include "model/way-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_TYPE_RECORD_LIST (way_record_list_get_type ())
G_DECLARE_FINAL_TYPE (WayRecordList, way_record_list, WAY, RECORD_LIST, GObject)

WayRecordList *way_record_list_new    (const WayRecordType *type);
void           way_record_list_add    (WayRecordList *self, WayRecord *record);
void           way_record_list_remove (WayRecordList *self, WayRecord *record);
GPtrArray     *way_record_list_peek   (WayRecordList *self);
void           way_record_list_settle (WayRecordList *self);

G_END_DECLS
