/* way-record-search.h: what is typed, looked for in the records of every type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct
{
  const WayRecordType *type;
  guint n_hits;       /* all of them */
  GPtrArray *records; /* of WayRecord: the first ones; those whose title fits stand before others */
} WayRecordHits;

GPtrArray *way_record_search (WayDocument *document, const char *text, const char *me, guint max);

G_END_DECLS
