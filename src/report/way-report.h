/* way-report.h: WayReport, a composed report: blocks of text, tables, figures and charts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report is a value: what it says was read from the plan when it was composed, and
 * stays as it was, so that it can be looked at, edited, printed and kept.
 *
 * Text is light markup: <b>, <good>, <warning>, <bad> and <dim> around text that is
 * escaped as in XML (g_markup_escape_text()). Each renderer translates the tags. */

#pragma once

#include "chart/way-scene.h"
#include "model/way-enums.h"
#include "model/way-time.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_BLOCK_TITLE,
  WAY_BLOCK_HEADING,
  WAY_BLOCK_PARAGRAPH,
  WAY_BLOCK_FIGURES,
  WAY_BLOCK_TABLE,
  WAY_BLOCK_LIST,
  WAY_BLOCK_CHART,
  WAY_BLOCK_SHEETS,
  WAY_BLOCK_PAGE_BREAK,
} WayBlockKind;

typedef struct
{
  char *label;   /* "Timeline adherence" */
  char *value;   /* "83 %" */
  char *detail;  /* "10 of 12 on time" */
} WayKeyFigure;

typedef struct
{
  char *title;
  double share;        /* of the width that is left; 0 = as wide as its widest cell */
  WayTextAlign align;
} WayTableColumn;

typedef struct
{
  GArray *columns;     /* of WayTableColumn */
  GPtrArray *rows;     /* of GStrv: a cell a column, light markup */
} WayTable;

/* Draws a chart @width units wide at 0, 0 and returns its height. */
typedef double (*WayChartFunc) (double width, const WayMeasure *measure, WayScene *scene,
                                gpointer data);

typedef struct
{
  WayChartFunc draw;
  gpointer data;
  GDestroyNotify destroy;
} WayChart;

typedef struct _WayGanttSheets WayGanttSheets;

typedef struct
{
  WayBlockKind kind;
  char *text;             /* TITLE, HEADING, PARAGRAPH; CHART: what it shows, in words */
  char *eyebrow, *under;  /* TITLE: the small lines above and below */
  WayRag rag;             /* TITLE: the badge; COMPUTED = none */
  GArray *figures;        /* FIGURES: of WayKeyFigure */
  WayTable *table;        /* TABLE */
  GPtrArray *items;       /* LIST: of char * */
  WayChart chart;         /* CHART */
  WayGanttSheets *sheets; /* SHEETS: pages of their own */
} WayBlock;

typedef struct
{
  grefcount ref_count;
  char *title;            /* of the plan */
  char *kind;             /* "Execution status report" */
  char *author;
  char *company;
  WayMoment date;         /* the day that it speaks of */
  gboolean landscape;     /* how it is best printed */
  GPtrArray *blocks;      /* of WayBlock */
} WayReport;

WayReport *way_report_new   (const char *title, const char *kind, WayMoment date);
WayReport *way_report_ref   (WayReport *self);
void       way_report_unref (WayReport *self);

void       way_report_add_title     (WayReport *self, const char *eyebrow, const char *title,
                                     const char *under, WayRag rag);
void       way_report_add_heading   (WayReport *self, const char *text);
void       way_report_add_paragraph (WayReport *self, const char *markup);
void       way_report_add_figure    (WayReport *self, const char *label, const char *value,
                                     const char *detail);
WayTable  *way_report_add_table     (WayReport *self);
void       way_report_add_item      (WayReport *self, const char *markup);
void       way_report_add_chart     (WayReport *self, const char *description, WayChartFunc draw,
                                     gpointer data, GDestroyNotify destroy);
void       way_report_add_sheets    (WayReport *self, WayGanttSheets *sheets);
WayGanttSheets *way_report_get_sheets (WayReport *self);
void       way_report_add_page_break (WayReport *self);

WayTable  *way_table_new            (void);
void       way_table_free           (WayTable *self);
void       way_table_add_column     (WayTable *self, const char *title, double share,
                                     WayTextAlign align);
void       way_table_add_row        (WayTable *self, const char *first, ...) G_GNUC_NULL_TERMINATED;
void       way_table_add_cells      (WayTable *self, char **cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayReport, way_report_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTable, way_table_free)

G_END_DECLS
