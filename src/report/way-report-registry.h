/* way-report-registry.h: the reports there are, for the command line and the window alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "report/way-gantt-sheets.h"
#include "report/way-report.h"

G_BEGIN_DECLS

typedef struct
{
  WayMoment from, to;          /* first and last day of the period; WAY_NEVER = the 30 days that
                                * end on the status date */
  gint64 record;               /* what a report about one record is about; 0 = it chooses */
  const char *author;          /* (nullable): who prepared it; NULL = the plan's owner */
  WayGanttSheetsOptions gantt;
  GPtrArray *rows;             /* (nullable) (element-type WayTask): rows of the Gantt chart */
} WayReportOptions;

typedef WayReport *(*WayReportBuilder) (WayDocument *document, const WayReportOptions *options);

typedef struct
{
  const char *id;           /* "executive-summary": for the command line and settings */
  const char *label;        /* N_("Executive summary") */
  const char *description;  /* N_: one sentence */
  gboolean landscape;       /* how it is best printed */
  gboolean sheets;          /* the options of Gantt sheets matter */
  WayReportBuilder build;
} WayReportKind;

const WayReportKind *way_report_kinds      (guint *n_kinds);
const WayReportKind *way_report_kind       (const char *id);
void                 way_report_options_init (WayReportOptions *options);
/* @options: (nullable). Returns: (transfer full) */
WayReport           *way_report_build      (const WayReportKind *kind, WayDocument *document,
                                            const WayReportOptions *options);

G_END_DECLS
