/* way-record-query.h: WayRecordQuery, which records of a type somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed is one line:
 *
 *   valve owner:Ana status:"in progress" due<2026-06-01 -draft is:overdue
 *
 * Every part has to hold. A word is looked for in every field; one with the name of a field in
 * front only there; with = instead of : it has to be all of it. A minus turns a part around. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct _WayRecordQuery WayRecordQuery;

WayRecordQuery *way_record_query_new     (WayDocument *document, const WayRecordType *type,
                                          const char *text, const char *me);
void            way_record_query_free    (WayRecordQuery *self);
gboolean        way_record_query_matches (WayRecordQuery *self, WayRecord *record);
char           *way_record_query_of_value (WayRecord *record, const WayField *field);

/* A filter that comes with a type. */
typedef struct
{
  const char *label; /* untranslated */
  const char *query;
} WayRecordFilter;

GArray         *way_record_filters       (const WayRecordType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRecordQuery, way_record_query_free)

G_END_DECLS
