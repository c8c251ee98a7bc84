/* way-report-pages.h: WayReportPages, a report laid out on pages, for paper, PDF and preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layout happens once, in points; way_report_pages_draw() then paints any page on any
 * Cairo context. With GtkPrintOperation: way_report_pages_new() in ::begin-print,
 * way_report_pages_draw() in ::draw-page, with GTK_UNIT_POINTS and full pages. */

#pragma once

#include "report/way-page-setup.h"
#include "report/way-report.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _WayReportPages WayReportPages;

WayReportPages *way_report_pages_new         (WayReport *report, const WayPageSetup *setup);
void            way_report_pages_free        (WayReportPages *self);
guint           way_report_pages_get_n_pages (WayReportPages *self);
const WayPageSetup *way_report_pages_get_setup (WayReportPages *self);
/* @page: from 0. Paints in points from the paper's top left; white paper is not painted. */
void            way_report_pages_draw        (WayReportPages *self, guint page, cairo_t *cr);

gboolean        way_report_write_pdf         (WayReportPages *pages, const char *path,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayReportPages, way_report_pages_free)

G_END_DECLS
