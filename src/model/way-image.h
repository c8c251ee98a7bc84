/* way-image.h: WayImage, the stored content of one record apart from the record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a deleted record was, so that it can come back; also JSON text for the
 * journal. Only values that differ from their default are in the text. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

typedef struct
{
  const WayRecordType *type;
  gint64 id;
  WayValue *values; /* n_fields of the type; derived ones hold their default */
} WayImage;

WayImage *way_image_new       (WayRecord *record);
WayImage *way_image_new_empty (const WayRecordType *type, gint64 id);
WayImage *way_image_copy      (const WayImage *self);
void      way_image_free      (WayImage *self);
gboolean  way_image_equal     (const WayImage *a, const WayImage *b);
WayRecord *way_image_to_record (const WayImage *self);
void      way_image_set       (WayImage *self, const WayField *field, const WayValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayImage, way_image_free)

G_END_DECLS
