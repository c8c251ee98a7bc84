/* way-list-column.h: WayListColumn, what a column of a list shows: a field, a figure, or the id.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-record-figures.h"

G_BEGIN_DECLS

typedef struct
{
  WayDocument *document;         /* (unowned) */
  const WayRecordType *type;     /* of the records of the list */
  const WayField *field;         /* NULL: a figure, or the human id */
  const WayRecordFigure *figure; /* NULL: a field, or the human id */
  gboolean at_first;             /* seen before anybody has chosen */
  GHashTable *ranks;             /* record → gint64, while the list is sorted by the figure */
} WayListColumn;

/* All that a list of @type can show; what it shows at first stands in front, in order.
 * (element-type WayListColumn) */
GPtrArray  *way_list_columns_new       (WayDocument *document, const WayRecordType *type);
/* Values may have changed. */
void        way_list_columns_forget    (GPtrArray *columns);

const char *way_list_column_get_name   (const WayListColumn *self);
const char *way_list_column_get_label  (const WayListColumn *self);
gboolean    way_list_column_is_to_end  (const WayListColumn *self);
void        way_list_column_get_width  (const WayListColumn *self, guint *least, guint *usual);
char       *way_list_column_format     (const WayListColumn *self, WayRecord *record);
char       *way_list_column_explain    (const WayListColumn *self, WayRecord *record);
const char *way_list_column_get_tone   (const WayListColumn *self, WayRecord *record);
/* A GCompareDataFunc of records; @data: WayListColumn */
int         way_list_column_compare    (gconstpointer a, gconstpointer b, gpointer data);

G_END_DECLS
