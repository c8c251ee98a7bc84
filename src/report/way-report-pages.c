/* way-report-pages.c: WayReportPages, a report laid out on pages, for paper, PDF and preview.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-report-pages.h"

#include "model/way-error.h"
#include "report/way-page-flow.h"

#include <cairo-pdf.h>
#include <math.h>

#define FOOTER_GAP 12.0 /* points: at least, between the parts of the footer */
#define LEFT_LEAST 0.25 /* of the width: what the footer's left needs to say anything */

struct _WayReportPages
{
  WayReport *report;
  WayPageSetup setup;
  WayPageStyle style;
  WayPageFlow flow;
};

/* One line, shortened where it is wider than @room. (transfer full) */
static PangoLayout *
new_small (WayReportPages *self, const char *text, double room)
{
  PangoLayout *layout = way_page_style_text (&self->style, WAY_PAGE_TEXT_FOOTER, text, room);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
add_small (WayReportPages *self, WayPage *page, PangoLayout *layout, double x, double y)
{
  way_page_add_text (page, layout, self->flow.x + x, y,
                     way_page_text_role (WAY_PAGE_TEXT_FOOTER));
}

/* What is printed, its date in the middle, and the page; the number of the last one is known only
 * now. Long names are shortened, and a narrow page does without the date. */
static void
add_footer (WayReportPages *self, guint index)
{
  const WayReport *report = self->report;
  WayPage *page = g_ptr_array_index (self->flow.pages, index);
  double y = self->setup.height - self->setup.bottom - 10;
  g_autofree char *left = g_strdup_printf ("%s · %s", report->title, report->kind);
  g_autofree char *date = way_moment_format_date (report->date);
  /* Translators: the number of a page and of the last page */
  g_autofree char *right =
      g_strdup_printf (_("Page %u of %u"), index + 1, self->flow.pages->len);
  double width = self->flow.width;
  g_autoptr (PangoLayout) number = new_small (self, right, width);
  g_autoptr (PangoLayout) when = new_small (self, date, width);
  g_autoptr (PangoLayout) what = NULL;
  double end = width - way_layout_width (number), middle = way_layout_width (when);
  double room = end - middle - 2 * FOOTER_GAP; /* of what stands at the left */
  gboolean dated = room >= width * LEFT_LEAST;

  what = new_small (self, left, MAX (dated ? room : end - FOOTER_GAP, FOOTER_GAP));
  way_page_add_rect (page, self->flow.x, y - 5, width, 0.5, 0, WAY_ROLE_LINE);
  add_small (self, page, what, 0, y);
  if (dated)
    add_small (self, page, when,
               MAX ((width - middle) / 2, way_layout_width (what) + FOOTER_GAP), y);
  add_small (self, page, number, end, y);
}

/**
 * way_report_pages_new:
 * @report: laid out as it is now
 * @setup: the paper; copied
 *
 * Returns: (transfer full)
 */
WayReportPages *
way_report_pages_new (WayReport *report, const WayPageSetup *setup)
{
  WayReportPages *self = g_new0 (WayReportPages, 1);

  self->report = way_report_ref (report);
  self->setup = *setup;
  way_page_style_init (&self->style);
  way_page_flow_init (&self->flow, &self->style, setup);
  way_page_flow_pour (&self->flow, report->blocks);
  for (guint i = 0; i < self->flow.pages->len; i++)
    add_footer (self, i);
  return self;
}

/**
 * way_report_pages_free:
 */
void
way_report_pages_free (WayReportPages *self)
{
  way_page_flow_clear (&self->flow);
  way_page_style_clear (&self->style);
  way_report_unref (self->report);
  g_free (self);
}

/**
 * way_report_pages_get_n_pages:
 *
 * Returns: at least 1
 */
guint
way_report_pages_get_n_pages (WayReportPages *self)
{
  return self->flow.pages->len;
}

/**
 * way_report_pages_get_setup:
 *
 * Returns: (transfer none)
 */
const WayPageSetup *
way_report_pages_get_setup (WayReportPages *self)
{
  return &self->setup;
}

static gboolean
is_unscaled (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return fabs (matrix.xx - 1) < 1e-6 && fabs (matrix.yy - 1) < 1e-6 && fabs (matrix.xy) < 1e-6
         && fabs (matrix.yx) < 1e-6;
}

/**
 * way_report_pages_draw:
 * @page: from 0
 *
 * Paints the page in points. On a scaled context, such as a preview's, the page is recorded
 * first, so that the text that was shaped for paper is scaled and not shaped anew.
 */
void
way_report_pages_draw (WayReportPages *self, guint page, cairo_t *cr)
{
  cairo_rectangle_t extents = { 0, 0, self->setup.width, self->setup.height };
  cairo_surface_t *record;
  cairo_t *recorder;

  g_return_if_fail (page < self->flow.pages->len);
  if (is_unscaled (cr))
    {
      way_page_draw (g_ptr_array_index (self->flow.pages, page), &self->style, cr);
      return;
    }
  record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  recorder = cairo_create (record);
  way_page_draw (g_ptr_array_index (self->flow.pages, page), &self->style, recorder);
  cairo_destroy (recorder);
  cairo_save (cr);
  cairo_set_source_surface (cr, record, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (record);
}

static void
set_metadata (WayReportPages *self, cairo_surface_t *surface)
{
  const WayReport *report = self->report;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *title = g_strdup_printf ("%s – %s", report->title, report->kind);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (report->author[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, report->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, report->kind);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waymark " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static void
add_outline (WayReportPages *self, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->flow.marks->len; i++)
    {
      const WayPageMark *mark = &g_array_index (self->flow.marks, WayPageMark, i);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[%d %d]", mark->page + 1,
                                                 (int) mark->x, (int) MAX (mark->y - 8, 0));
      int item = cairo_pdf_surface_add_outline (surface,
                                                mark->top ? CAIRO_PDF_OUTLINE_ROOT : parent,
                                                mark->text, target,
                                                CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (mark->top)
        parent = item;
    }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: whether Cairo could make the document */
static gboolean
render_pdf (WayReportPages *self, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes,
                                                                  self->setup.width,
                                                                  self->setup.height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (self, surface);
  add_outline (self, surface);
  for (guint i = 0; i < self->flow.pages->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      way_report_pages_draw (self, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

/**
 * way_report_write_pdf:
 * @path: replaced only when the whole document is written
 * @error: %WAY_ERROR_IO
 *
 * Returns: whether it was written
 */
gboolean
way_report_write_pdf (WayReportPages *pages, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) reason = NULL;

  if (!render_pdf (pages, bytes))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                   _("The pages of “%s” could not be drawn; there may be too little memory."),
                   path);
      return FALSE;
    }
  if (!g_file_set_contents_full (path, (const char *) bytes->data, (gssize) bytes->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0644, &reason))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _("“%s” could not be written: %s"), path,
                   reason->message);
      return FALSE;
    }
  return TRUE;
}
