/* way-record-private.h: writing records; for model/, document/ and store/ only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

WayRecord *way_record_copy      (WayRecord *self);
gboolean way_record_set_value   (WayRecord *self, const WayField *field, const WayValue *value);
void     way_record_set_derived (WayRecord *self, const WayField *field, gint64 value);

G_END_DECLS
