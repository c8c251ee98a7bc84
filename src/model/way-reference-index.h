/* way-reference-index.h: who refers to a record, by field.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

typedef struct _WayReferenceIndex WayReferenceIndex;

WayReferenceIndex *way_reference_index_new    (void);
void               way_reference_index_free   (WayReferenceIndex *self);
void               way_reference_index_add    (WayReferenceIndex *self, const WayField *field, gint64 target, WayRecord *from);
void               way_reference_index_remove (WayReferenceIndex *self, const WayField *field, gint64 target, WayRecord *from);
GPtrArray         *way_reference_index_get    (WayReferenceIndex *self, const WayField *field, gint64 target);

G_END_DECLS
