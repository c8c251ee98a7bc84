/* way-print-sheets.h: WayPrintSheets, how a Gantt chart is put on sheets, beside its preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: ::changed, something was chosen. */

#pragma once

#include "report/way-report-registry.h"
#include "ui/way-print-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PRINT_SHEETS (way_print_sheets_get_type ())
G_DECLARE_FINAL_TYPE (WayPrintSheets, way_print_sheets, WAY, PRINT_SHEETS, GtkBox)

/* @chart: (transfer full) (nullable): NULL = as a timeline looks at first, with all rows */
GtkWidget *way_print_sheets_new  (WayDocument *document, WayPrintChart *chart);
/* What is chosen, into the options of a report. @options borrows from the widget. */
void       way_print_sheets_fill (WayPrintSheets *self, WayReportOptions *options);
void       way_print_sheets_set_result (WayPrintSheets *self, WayGanttSheets *sheets);

G_END_DECLS
