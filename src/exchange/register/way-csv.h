/* way-csv.h: tables as text with separators (RFC 4180): reading whatever a spreadsheet writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint line;   /* of the file where the row begins, from 1 */
  char **cells; /* UTF-8, NULL-terminated; line ends inside a cell are "\n" */
} WayCsvRow;

/* Public to read, in any thread: it does not change. */
typedef struct
{
  GPtrArray *rows;      /* of WayCsvRow, without the empty ones */
  char separator;       /* ',' ';' or tab */
  const char *encoding; /* what the bytes were taken for: "UTF-8" */
} WayCsv;

WayCsv *way_csv_parse       (const char *bytes, gsize length, GError **error);
WayCsv *way_csv_ref         (WayCsv *self);
void    way_csv_unref       (WayCsv *self);
void    way_csv_append_cell (GString *line, const char *text);
void    way_csv_end_row     (GString *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCsv, way_csv_unref)

G_END_DECLS
