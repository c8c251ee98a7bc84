/* bench-report.c: the cost of a printed row and page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "report/way-report-pages.h"
#include "report/way-report-registry.h"

#include <cairo-pdf.h>

static WayDocument *
make_plan (guint n)
{
  WayDocument *document = way_document_new ("Bench", way_moment (2026, 3, 2, 8, 0));
  WayTask *last = NULL;

  way_document_begin (document, "Fill");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task number %u", i);

      last = way_outline_insert (document, last, title, NULL);
      way_document_set_int (document, WAY_RECORD (last), "duration", 480 * (1 + i % 9));
    }
  g_assert_true (way_document_commit (document, NULL));
  return document;
}

static cairo_status_t
drop_cb (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
measure (const char *id, guint n)
{
  g_autoptr (WayDocument) document = make_plan (n);
  g_autoptr (GTimer) timer = g_timer_new ();
  const WayReportKind *kind = way_report_kind (id);
  g_autoptr (WayReport) report = way_report_build (kind, document, NULL);
  g_autoptr (WayReportPages) pages = NULL;
  cairo_surface_t *surface;
  WayPageSetup setup;
  cairo_t *cr;
  double seconds;
  guint n_pages;

  way_page_setup_init (&setup, "A4", kind->landscape);
  pages = way_report_pages_new (report, &setup);
  n_pages = way_report_pages_get_n_pages (pages);
  surface = cairo_pdf_surface_create_for_stream (drop_cb, NULL, setup.width, setup.height);
  cr = cairo_create (surface);
  for (guint i = 0; i < n_pages; i++)
    {
      way_report_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  seconds = g_timer_elapsed (timer, NULL);
  g_print ("%-18s %6u rows %4u pages %8.2f ms a page %8.1f µs a row\n", id, n, n_pages,
           1e3 * seconds / n_pages, 1e6 * seconds / n);
}

int
main (int argc, char **argv)
{
  const guint sizes[] = { 100, 500, 2000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      measure ("gantt", sizes[i]);
      measure ("executive-summary", sizes[i]);
    }
  return 0;
}
