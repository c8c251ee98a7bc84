/* way-exchange.h: the formats that plans come in and go out in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An import is one undoable step made through the document's edit scope, and ends
 * in a report; a broken file leaves the plan as it was. An export appears whole
 * or not at all. */

#pragma once

#include "document/way-document.h"
#include "exchange/way-import-report.h"
#include "exchange/way-name-choices.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_DATES_RECOMPUTE, /* the schedule decides alone */
  WAY_DATES_KEEP,      /* the file's dates are kept beside the computed ones, and compared */
} WayExchangeDates;

/* Who wins where a file and the plan have both changed the same since the last exchange. */
typedef enum
{
  WAY_PREFER_NEITHER, /* nothing is changed, and the conflicts are told */
  WAY_PREFER_FILE,
  WAY_PREFER_PLAN,
} WayExchangePrefer;

/* All zero is what is usual. */
typedef struct
{
  WayExchangeDates dates;
  WayExchangePrefer prefer;
  const WayRecordType *type; /* of the rows of a table; NULL = the format is of whole plans */
  WayNameAnswer people; /* what becomes of people that the plan does not know */
  const GPtrArray *names; /* (nullable) (element-type WayNameChoice): answers for single names */
  gint64 record;    /* the one record that it is about; 0 = all, or what the file says */
  gboolean preview; /* the report tells what an import would do, and nothing is changed */
} WayExchangeOptions;

typedef struct
{
  const char *id;           /* "mspdi": for the command line */
  const char *label;        /* untranslated; show with _() */
  const char *const *suffixes; /* NULL-terminated: ".xml" */
  gboolean (*sniff) (const char *start, gsize length); /* the first 4 KB of a file */
  gboolean (*read) (WayDocument *document, const char *path, const WayExchangeOptions *options,
                    WayImportReport *report, GError **error); /* NULL = export only */
  gboolean (*write) (WayDocument *document, const char *path, const WayExchangeOptions *options,
                     GError **error); /* NULL = import only */
} WayExchangeFormat;

const WayExchangeFormat *const *way_exchange_formats (guint *n_formats);
const WayExchangeFormat *way_exchange_find_format (const char *id);
const WayExchangeFormat *way_exchange_guess_format (const char *path, gboolean for_export,
                                                    GError **error);

gboolean way_exchange_import (WayDocument *document, const char *path, const char *format,
                              const WayExchangeOptions *options, WayImportReport **report,
                              GError **error);
gboolean way_exchange_export (WayDocument *document, const char *path, const char *format,
                              const WayExchangeOptions *options, GError **error);

G_END_DECLS
