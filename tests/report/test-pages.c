/* test-pages.c: blocks on pages: breaks, headings, tables, ink within the paper, the PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-error.h"
#include "report/way-page-flow.h"
#include "report/way-report-markup.h"
#include "report/way-report-write.h"

#include <glib/gstdio.h>
#include <string.h>

#define LINES "one<b> two</b> three four five six seven eight nine ten eleven twelve thirteen "

static const char *const papers[] = { "A4", "Letter", "A5", "A3" };

static void
test_setup (void)
{
  WayPageSetup setup;

  g_assert_true (way_page_setup_init (&setup, "a4", FALSE));
  g_assert_cmpfloat_with_epsilon (setup.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (setup.height, 841.89, 0.01);
  g_assert_true (way_page_setup_init (&setup, "Letter", TRUE));
  g_assert_cmpfloat_with_epsilon (setup.width, 792, 0.01);
  g_assert_false (way_page_setup_init (&setup, "papyrus", FALSE));
  g_assert_cmpfloat_with_epsilon (setup.height, 841.89, 0.01);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_markup (void)
{
  const char *markup = "<b>A &amp; B</b> is <bad>+6</bad> *late*";

  assert_text (way_markup_to_text (markup), "A & B is +6 *late*");
  assert_text (way_markup_to_markdown (markup), "**A & B** is +6 \\*late\\*");
  assert_text (way_markup_to_html (markup),
               "<strong>A &amp; B</strong> is <span class=\"bad\">+6</span> *late*");
  assert_text (way_markup_to_text ("1 < 2 <b>"), "1 < 2 <b>");
  assert_text (way_markup_to_html ("<script>x</script>"), "&lt;script&gt;x&lt;/script&gt;");
  assert_text (way_markdown_escape ("a|b_c\n#"), "a\\|b\\_c \\#");
}

static WayReport *
make_report (guint n_rows)
{
  WayReport *report = way_report_new ("Donaudampfschifffahrtsgesellschaftskapitänsprüfung",
                                      "Test", way_moment (2026, 3, 11, 0, 0));
  WayTable *table;

  way_report_add_title (report, "Eyebrow", report->title, "under", WAY_RAG_YELLOW);
  way_report_add_paragraph (report, LINES LINES LINES);
  way_report_add_figure (report, "Progress", "62 %", "of a very long thing that must be broken");
  way_report_add_figure (report, "Adherence", "83 %", "10 of 12");
  way_report_add_heading (report, "Rows");
  table = way_report_add_table (report);
  way_table_add_column (table, "ColumnHeading", 1, WAY_ALIGN_START);
  way_table_add_column (table, "Who", 0, WAY_ALIGN_START);
  way_table_add_column (table, "Due", 0, WAY_ALIGN_END);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Row%u. %s", i, i % 7 == 0 ? LINES LINES : "short");

      way_table_add_row (table, name, "Rechtsschutzversicherungsgesellschaften", "4 May", NULL);
    }
  way_report_add_heading (report, "Points");
  way_report_add_item (report, LINES LINES);
  way_report_add_item (report, "short");
  return report;
}

/* Nothing is painted outside of the margins. */
static void
assert_ink_inside (WayReportPages *pages)
{
  const WayPageSetup *setup = way_report_pages_get_setup (pages);

  for (guint i = 0; i < way_report_pages_get_n_pages (pages); i++)
    {
      cairo_surface_t *surface =
          cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      way_report_pages_draw (pages, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (x, >=, setup->left - 2);
      g_assert_cmpfloat (y, >=, setup->top - 2);
      g_assert_cmpfloat (x + width, <=, setup->width - setup->right + 2);
      g_assert_cmpfloat (y + height, <=, setup->height - setup->bottom + 2);
      cairo_surface_destroy (surface);
    }
}

static void
test_ink (void)
{
  g_autoptr (WayReport) report = make_report (60);

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (WayReportPages) pages = NULL;
      WayPageSetup setup;

      way_page_setup_init (&setup, papers[i / 2], i % 2 == 1);
      pages = way_report_pages_new (report, &setup);
      assert_ink_inside (pages);
    }
}

static void
test_page_counts (void)
{
  guint last = 0;
  WayPageSetup setup;

  way_page_setup_init (&setup, "A4", FALSE);
  for (guint n = 0; n <= 300; n += 50)
    {
      g_autoptr (WayReport) report = make_report (n);
      g_autoptr (WayReportPages) pages = way_report_pages_new (report, &setup);
      guint n_pages = way_report_pages_get_n_pages (pages);

      g_assert_cmpuint (n_pages, >=, last);
      last = n_pages;
    }
  g_assert_cmpuint (last, >=, 8);
  g_assert_cmpuint (last, <=, 30);
}

static void
test_blank (void)
{
  g_autoptr (WayReport) report = way_report_new ("", "", WAY_NEVER);
  g_autoptr (WayReportPages) pages = NULL;
  WayPageSetup setup;

  way_page_setup_init (&setup, "A4", FALSE);
  way_report_add_table (report);
  pages = way_report_pages_new (report, &setup);
  g_assert_cmpuint (way_report_pages_get_n_pages (pages), ==, 1);
  assert_ink_inside (pages);
}

/* Wherever the page ends, a heading stands on the page of what follows it. */
static void
test_heading_stays_with_next (void)
{
  WayPageStyle style;
  WayPageSetup setup;

  way_page_style_init (&style);
  way_page_setup_init (&setup, "A5", TRUE);
  for (guint filler = 0; filler < 60; filler++)
    {
      g_autoptr (WayReport) report = way_report_new ("T", "K", WAY_NEVER);
      const WayPageMark *mark;
      WayPageFlow flow;

      for (guint i = 0; i < filler; i++)
        way_report_add_item (report, "line");
      way_report_add_heading (report, "Heading");
      way_report_add_paragraph (report, "The one line that belongs to it.");
      way_page_flow_init (&flow, &style, &setup);
      way_page_flow_pour (&flow, report->blocks);
      g_assert_cmpuint (flow.marks->len, ==, 1);
      mark = &g_array_index (flow.marks, WayPageMark, 0);
      g_assert_cmpuint (mark->page, ==, flow.pages->len - 1);
      way_page_flow_clear (&flow);
    }
  way_page_style_clear (&style);
}

/* Pours @filler one-line points and a paragraph of several lines. */
static void
pour_paragraph (WayPageFlow *flow, WayPageStyle *style, const WayPageSetup *setup, guint filler,
                const char *paragraph)
{
  g_autoptr (WayReport) report = way_report_new ("T", "K", WAY_NEVER);

  for (guint i = 0; i < filler; i++)
    way_report_add_item (report, "line");
  if (paragraph != NULL)
    way_report_add_paragraph (report, paragraph);
  way_page_flow_init (flow, style, setup);
  way_page_flow_pour (flow, report->blocks);
}

/* No page begins or ends with a single line of a paragraph. */
static void
test_no_lonely_lines (void)
{
  const char *text = LINES LINES LINES LINES LINES;
  g_autoptr (PangoLayout) layout = NULL;
  guint n_lines, n_broken = 0;
  WayPageStyle style;
  WayPageSetup setup;
  double line;

  way_page_style_init (&style);
  way_page_setup_init (&setup, "A5", FALSE);
  layout = way_page_style_markup (&style, WAY_PAGE_TEXT_BODY, text,
                                  setup.width - setup.left - setup.right);
  n_lines = (guint) pango_layout_get_line_count (layout);
  line = way_layout_height (layout) / n_lines;
  g_assert_cmpuint (n_lines, >=, 5);
  for (guint filler = 1; filler < 60; filler++)
    {
      WayPageFlow without, with;

      pour_paragraph (&without, &style, &setup, filler, NULL);
      pour_paragraph (&with, &style, &setup, filler, text);
      if (with.pages->len > without.pages->len)
        {
          guint below = (guint) ((with.y - with.top) / line + 0.5);

          g_assert_cmpuint (below, >=, 2);
          g_assert_cmpuint (n_lines - below, !=, 1);
          n_broken += below < n_lines;
        }
      way_page_flow_clear (&without);
      way_page_flow_clear (&with);
    }
  g_assert_cmpuint (n_broken, >, 0);
  way_page_style_clear (&style);
}

static void
test_page_break (void)
{
  g_autoptr (WayReport) report = way_report_new ("T", "K", WAY_NEVER);
  g_autoptr (WayReportPages) pages = NULL;
  WayPageSetup setup;

  way_page_setup_init (&setup, "A4", FALSE);
  way_report_add_paragraph (report, "one");
  way_report_add_page_break (report);
  way_report_add_paragraph (report, "two");
  pages = way_report_pages_new (report, &setup);
  g_assert_cmpuint (way_report_pages_get_n_pages (pages), ==, 2);
}

/* The text of one page of a PDF; NULL where pdftotext is not installed. */
static char *
page_text (const char *path, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *arguments[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };
  char *out = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                     NULL, NULL))
    return NULL;
  return out;
}

/* A PDF holds NULs as well. */
static gboolean
contains (const char *bytes, gsize length, const char *text)
{
  for (gsize i = 0; i + strlen (text) <= length; i++)
    if (memcmp (bytes + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

/* Objects may stand compressed in streams, as newer writers put them there (PDF 1.5). */
static GByteArray *
inflate_streams (const char *bytes, gsize length)
{
  static const char mark[] = "stream\n";
  GByteArray *all = g_byte_array_new ();

  for (gsize i = 3; i + sizeof mark <= length; i++)
    {
      g_autoptr (GZlibDecompressor) zlib
          = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      char piece[4096];
      gsize at = i + strlen (mark), used = 0, made = 0;
      GConverterResult result = G_CONVERTER_CONVERTED;

      if (memcmp (bytes + i, mark, strlen (mark)) != 0 || memcmp (bytes + i - 3, "end", 3) == 0)
        continue;
      while (result == G_CONVERTER_CONVERTED && at < length)
        {
          result = g_converter_convert (G_CONVERTER (zlib), bytes + at, length - at, piece,
                                        sizeof piece, G_CONVERTER_NO_FLAGS, &used, &made, NULL);
          if (result == G_CONVERTER_ERROR)
            break;
          at += used;
          g_byte_array_append (all, (const guint8 *) piece, made);
        }
    }
  return all;
}

static void
test_pdf (void)
{
  g_autoptr (WayReport) report = make_report (100);
  g_autoptr (WayReportPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GByteArray) inflated = NULL;
  WayPageSetup setup;
  gsize length;
  guint n;

  way_page_setup_init (&setup, "A4", FALSE);
  pages = way_report_pages_new (report, &setup);
  n = way_report_pages_get_n_pages (pages);
  g_assert_true (way_report_write_pdf (pages, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  inflated = inflate_streams (bytes, length);
  g_byte_array_append (inflated, (const guint8 *) bytes, length);
  g_assert_true (contains ((char *) inflated->data, inflated->len, "/Outlines"));
  g_assert_true (contains ((char *) inflated->data, inflated->len, "/Title"));
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *text = page_text (path, i);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i, n);

      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          break;
        }
      g_assert_nonnull (strstr (text, number));
      if (strstr (text, "Row") != NULL && strstr (text, "short") != NULL)
        g_assert_nonnull (strstr (text, "ColumnHeading"));
    }
  g_remove (path);
  g_rmdir (folder);
}

static void
test_write_errors (void)
{
  g_autoptr (WayReport) report = make_report (1);
  g_autoptr (GError) ending = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) text = NULL;

  g_assert_false (way_report_write (report, NULL, "report.doc", &ending));
  g_assert_error (ending, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_false (way_report_write (report, NULL, "/nowhere/at/all/report.pdf", &folder));
  g_assert_error (folder, WAY_ERROR, WAY_ERROR_IO);
  g_assert_nonnull (strstr (folder->message, "/nowhere/at/all/report.pdf"));
  g_assert_false (way_report_write (report, NULL, "/nowhere/at/all/report.md", &text));
  g_assert_error (text, WAY_ERROR, WAY_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/setup", test_setup);
  g_test_add_func ("/pages/markup", test_markup);
  g_test_add_func ("/pages/ink", test_ink);
  g_test_add_func ("/pages/counts", test_page_counts);
  g_test_add_func ("/pages/blank", test_blank);
  g_test_add_func ("/pages/heading", test_heading_stays_with_next);
  g_test_add_func ("/pages/lonely-lines", test_no_lonely_lines);
  g_test_add_func ("/pages/break", test_page_break);
  g_test_add_func ("/pages/pdf", test_pdf);
  g_test_add_func ("/pages/errors", test_write_errors);
  return g_test_run ();
}
