/* way-gantt-sheets.h: WayGanttSheets, a Gantt chart cut into sheets of paper.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets run N across and M down. Each repeats the task columns and the time header;
 * a sheet ends on a row and on a unit of time, never through one. Marks (A1, A2, B1 …)
 * say how sheets are laid together: letters across, numbers down. */

#pragma once

#include "chart/way-gantt-options.h"
#include "metrics/way-task-column.h"
#include "report/way-page-setup.h"
#include "report/way-report.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_FIT_NATURAL,  /* at @scale, on as many sheets as that takes */
  WAY_FIT_AT_MOST,  /* smaller where needed, never larger than natural */
  WAY_FIT_EXACTLY,  /* smaller or larger, so that N × M sheets are filled */
} WayFit;

#define WAY_SHEET_MOST_COLUMNS 24

typedef struct
{
  WayFit fit;
  guint across, down;       /* N × M; 1 … 50 across */
  double scale;             /* of texts and rows at natural size; 1 = 100 % */
  double minutes_per_pixel; /* of the time axis; 0 = whatever suits the sheets */
  WayMoment from, to;       /* the window of time; WAY_NEVER = all that the rows span */
  WayTaskColumnId columns[WAY_SHEET_MOST_COLUMNS]; /* to print where there is room, in order; */
  guint n_columns;          /* a task's title is always printed */
  const char *author;       /* (nullable): for the title; copied */
  gboolean legend;
  WayGanttOptions chart;    /* what is shown, as on the screen; sizes and the view's state in it
                             * are not read */
} WayGanttSheetsOptions;

void            way_gantt_sheets_options_init (WayGanttSheetsOptions *options);

/* @rows: (element-type WayTask) (nullable): the rows to print in order; NULL = all */
WayGanttSheets *way_gantt_sheets_new    (WayDocument *document, GPtrArray *rows,
                                         const WayGanttSheetsOptions *options);
void            way_gantt_sheets_free   (WayGanttSheets *self);
WayDocument    *way_gantt_sheets_get_document (WayGanttSheets *self);
GPtrArray      *way_gantt_sheets_get_rows     (WayGanttSheets *self);

/* Cuts for sheets that leave @width × @height points inside their margins. */
void            way_gantt_sheets_layout (WayGanttSheets *self, double width, double height,
                                         PangoContext *context);
guint           way_gantt_sheets_get_n_sheets (WayGanttSheets *self);
guint           way_gantt_sheets_get_across   (WayGanttSheets *self);
guint           way_gantt_sheets_get_down     (WayGanttSheets *self);
/* "B2"; "" when there is only one. (transfer full) */
char           *way_gantt_sheets_dup_mark     (WayGanttSheets *self, guint sheet);
/* Titles of chosen columns that no sheet has room for, "Resources, WBS"; NULL when there are
 * none. (transfer full) (nullable) */
char           *way_gantt_sheets_dup_left_out (WayGanttSheets *self);
/* Whether something of a task lies in the window of time; also where there are no rows. */
gboolean        way_gantt_sheets_has_bars     (WayGanttSheets *self);
/* How high the capital letters of the rows become, in millimetres. */
double          way_gantt_sheets_get_letters  (WayGanttSheets *self);
/* Paints sheet @sheet with its top left at 0, 0 of @cr, in points. */
void            way_gantt_sheets_draw   (WayGanttSheets *self, guint sheet, cairo_t *cr);

/* The whole chart in one scene, without columns, for a screen. Returns: its height */
double          way_gantt_sheets_scene  (WayGanttSheets *self, double width,
                                         const WayMeasure *measure, WayScene *scene);

/* The whole chart as one picture. */
cairo_surface_t *way_gantt_sheets_paint_picture (WayGanttSheets *self, double scale, GError **error);
gboolean        way_gantt_sheets_write_picture (WayGanttSheets *self, const char *path,
                                                GError **error);

/* The rows with their columns, for renderers that know no sheets. (transfer full) */
WayTable       *way_gantt_sheets_to_table (WayGanttSheets *self);

G_END_DECLS
