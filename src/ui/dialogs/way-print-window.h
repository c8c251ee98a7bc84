/* way-print-window.h: WayPrintWindow, the preview of a report: to the printer or into a PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-print-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @report: id of the report to begin with, NULL = the first one.
 * @record: (nullable): what a report of one record is about.
 * @chart: (transfer full) (nullable): what the page shows, for the Gantt chart */
void way_print_window_present (GtkWidget *inside, WayDocument *document, const char *report,
                               WayRecord *record, WayPrintChart *chart);

G_END_DECLS
