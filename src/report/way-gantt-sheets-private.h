/* way-gantt-sheets-private.h: what cutting and drawing of Gantt sheets share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-gantt-layout.h"
#include "chart/way-painter.h"
#include "report/way-gantt-sheets.h"

G_BEGIN_DECLS

#define WAY_SHEET_PIXEL 0.75      /* points for a scene unit at natural size */
#define WAY_SHEET_READABLE 0.45   /* and where dates are still read: the least of the time header */
#define WAY_SHEET_ROW 24.0        /* scene units */
#define WAY_SHEET_HEADER 40.0     /* of two tiers … */
#define WAY_SHEET_WEEKS 16.0      /* … and what a third one adds */
#define WAY_SHEET_TITLE 36.0      /* points: what stands above the chart */
#define WAY_SHEET_LEGEND 8.0      /* free above it */
#define WAY_SHEET_INDENT 12.0
#define WAY_SHEET_PADDING 6.0

struct _WayGanttSheets
{
  WayDocument *document;
  char *author;                          /* (nullable) */
  GPtrArray *rows;                       /* of WayTask */
  WayGanttSheetsOptions options;
  WayGanttLayout *layout;
  WayPainter *painter;                   /* of the last layout */
  WayMoment from, to;                    /* what the rows span */

  double width, height;                  /* points of a sheet */
  double scale;                          /* points for a scene unit of the chart */
  double header_scale;                   /* and of the time header: not smaller than is read */
  WayTaskColumnId columns[WAY_SHEET_MOST_COLUMNS + 1]; /* chosen, the title among them */
  double widths[WAY_SHEET_MOST_COLUMNS + 1]; /* scene units; 0 = left out */
  guint n_columns;
  gboolean short_dates;                  /* without the year, which the title tells */
  double table_width, chart_width;       /* scene units */
  double legend_height;                  /* points */
  double minutes_per_pixel;
  GArray *time_breaks;                   /* of WayMoment: across + 1 */
  GArray *row_breaks;                    /* of guint: down + 1 */
};

/* The height of the time header in its own scene units. */
static inline double
way_sheet_header (const WayGanttSheets *self)
{
  return WAY_SHEET_HEADER + (self->options.chart.week_numbers ? WAY_SHEET_WEEKS : 0);
}

/* How many scene units of the chart on a sheet are one of its header. */
static inline double
way_sheet_magnified (const WayGanttSheets *self)
{
  return self->header_scale / self->scale;
}

/* Rows beyond these no longer widen a column. */
#define WAY_SHEET_MEASURED 3000

void   way_sheet_gantt_options (WayGanttSheets *self, double row_height, const WayMeasure *measure,
                                WayGanttOptions *options);
/* @scene: (nullable): NULL only measures. Returns: the height of the legend in scene units */
double way_sheet_legend        (WayGanttSheets *self, double width, const WayMeasure *measure,
                                WayScene *scene);
void   way_sheet_choose_columns (WayGanttSheets *self);
void   way_sheet_find_columns  (WayGanttSheets *self, const WayMeasure *measure);
void   way_sheet_take_columns  (WayGanttSheets *self, const WayMeasure *measure);
double way_sheet_label_room    (WayGanttSheets *self, double minutes_per_pixel,
                                const WayMeasure *measure);
double way_sheet_whole         (WayGanttSheets *self, double chart_width, double label_room,
                                const WayMeasure *measure, WayScene *scene);
/* The columns' cells of rows @first … @last − 1, below their heading, from 0, 0.
 * @header: the height of the heading
 * @lines: between the rows */
void   way_sheet_table         (WayGanttSheets *self, double header, guint first, guint last,
                                gboolean lines, WayScene *scene);

G_END_DECLS
