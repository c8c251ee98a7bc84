/* way-report-write.h: reports as files and as text: PDF, HTML, Markdown, plain text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/way-report-pages.h"

G_BEGIN_DECLS

char    *way_report_to_html     (WayReport *report);
char    *way_report_to_markdown (WayReport *report);
char    *way_report_to_text     (WayReport *report);

/* @text: replaces the file at @path as a whole. Errors: WAY_ERROR_IO. */
gboolean way_report_write_text  (const char *text, const char *path, GError **error);

/* The format is chosen by the ending of @path: .pdf .html .htm .md .txt, and .png .svg of a report
 * that is a Gantt chart.
 * @setup: (nullable): for PDF; NULL = the usual paper, as the report is best printed.
 * Errors: WAY_ERROR_INVALID for other endings, WAY_ERROR_IO. */
gboolean way_report_write       (WayReport *report, const WayPageSetup *setup, const char *path,
                                 GError **error);

G_END_DECLS
