/* way-measurements.h: the measurements of a KPI as lines of text, for typing and pasting many.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   2026-03-01  12.5  before the change
 *
 * A day, a number, and what there is to say; between them blanks, tabs or semicolons, as copied
 * from a spreadsheet. */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef struct
{
  WayMoment date;
  double value;
  char *note;
} WayMeasured;

/* (transfer full) (element-type WayMeasured) (nullable) */
GArray *way_measurements_parse   (const char *text, GError **error);
char   *way_measurements_to_text (WayKpi *kpi);
void    way_measurements_replace (WayDocument *document, WayKpi *kpi, const GArray *measured);

G_END_DECLS
