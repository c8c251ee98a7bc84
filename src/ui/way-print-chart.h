/* way-print-chart.h: WayPrintChart, the chart of a page as it is seen, to be put on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/way-gantt-sheets.h"

G_BEGIN_DECLS

/* The arrays are of WayTask, which they own. */
typedef struct
{
  WayGanttOptions options;
  double minutes_per_pixel;
  WayTaskColumnId columns[WAY_SHEET_MOST_COLUMNS]; /* beside the chart, in order */
  guint n_columns;
  GPtrArray *shown;    /* the rows that are neither collapsed nor filtered out; NULL = all */
  GPtrArray *selected;
} WayPrintChart;

WayPrintChart *way_print_chart_new  (void);
void           way_print_chart_free (WayPrintChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPrintChart, way_print_chart_free)

G_END_DECLS
