/* way-record-figures.h: what is worked out for a record and stands in no field, for lists.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column of a list is a field or a figure. Both have a tooltip that says how the value came
 * about. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

#define WAY_FIGURE_LAST G_MAXINT64 /* rank of what has no value: it stands at the end */

typedef struct
{
  const char *key;    /* for settings: never renamed */
  const char *label;  /* N_() */
  const char *behind; /* name of the field that it stands behind; NULL = at the end */
  gboolean to_end;    /* figures: aligned to the end of the cell */

  char       *(*format)  (WayDocument *document, WayRecord *record); /* (transfer full) */
  gint64      (*rank)    (WayDocument *document, WayRecord *record); /* NULL: sorted by its text */
  char       *(*explain) (WayDocument *document, WayRecord *record); /* (transfer full) (nullable) */
  const char *(*tone)    (WayDocument *document, WayRecord *record); /* NULL; “good”, “warning”, “bad” */
} WayRecordFigure;

/* (array length=n_figures): all of a type; none for most */
const WayRecordFigure *way_record_figures (const WayRecordType *type, guint *n_figures);

/* How a computed field came about. (transfer full) (nullable) */
char                  *way_record_explain_field (WayDocument *document, WayRecord *record,
                                                 const WayField *field);

G_END_DECLS
