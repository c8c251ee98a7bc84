/* way-mspdi-extra.h: the pieces of XML that an import kept with a record, taken apart again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mspdi/way-mspdi-schema.h"

G_BEGIN_DECLS

typedef struct
{
  int element;        /* place in the schema, G_MAXINT = unknown */
  const char *start;  /* borrowed from the text that was split */
  gsize length;
} WayMspdiSlice;

GArray *way_mspdi_split_extra (const WayMspdiSchema *schema, const char *extra);
char   *way_mspdi_slice_inner (const WayMspdiSlice *slice);

G_END_DECLS
