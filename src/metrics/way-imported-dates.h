/* way-imported-dates.h: the dates that an imported file had against the computed ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every row that stands on another date than the file said, with a reason for each. Computed
 * whenever asked, from what the import kept beside the row. */

#pragma once

#include "document/way-remedy.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_IMPORTED_PREDECESSOR, /* what drives it has moved, too */
  WAY_IMPORTED_SUMMARY,
  WAY_IMPORTED_INACTIVE,
  WAY_IMPORTED_MANUAL,
  WAY_IMPORTED_PROGRESS,
  WAY_IMPORTED_CONTOUR,     /* its people's work is spread unevenly */
  WAY_IMPORTED_SPLIT,
  WAY_IMPORTED_CONSTRAINT,
  WAY_IMPORTED_LATEST,      /* as late as possible */
  WAY_IMPORTED_DELAY,       /* levelling */
  WAY_IMPORTED_CALENDAR,    /* its own */
  WAY_IMPORTED_PEOPLE,      /* calendars of the people on it */
  WAY_IMPORTED_RULE,        /* none of these: what drives it here */
  WAY_N_IMPORTED_REASONS,
} WayImportedReason;

typedef struct
{
  WayTask *task;            /* owned */
  WayTask *other;           /* owned, nullable: the row that moved it, named in the text */
  WayImportedReason reason;
  char *text;               /* the reason, a sentence with a full stop */
  WayRemedy *remedy;        /* owned, nullable: keeps the file's date */
} WayImportedDate;

gboolean    way_imported_date_is_kept  (const WayTask *task);
GPtrArray  *way_imported_dates_list    (WayDocument *document);
gboolean    way_imported_dates_keep    (WayDocument *document, GPtrArray *list, GError **error);
const char *way_imported_reason_label  (WayImportedReason reason);

G_END_DECLS
