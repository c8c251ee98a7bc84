/* test-reports.c: what the reports say, in Markdown, text, HTML and on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-milestone-parts.h"
#include "report/way-report-registry.h"
#include "report/way-report-write.h"

#include <glib/gstdio.h>
#include <string.h>

static WayReport *
build (Fixture *fixture, const char *id)
{
  const WayReportKind *kind = way_report_kind (id);

  g_assert_nonnull (kind);
  return way_report_build (kind, fixture->document, NULL);
}

/* Compares with tests/report/golden/@name; WAYMARK_UPDATE_GOLDEN=1 writes it anew. */
static void
assert_golden (const char *text, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "golden", name, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_markdown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) report = build (fixture, "executive-summary");
  g_autofree char *text = way_report_to_markdown (report);

  assert_golden (text, "executive-summary.md");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) report = build (fixture, "executive-summary");
  g_autofree char *text = way_report_to_text (report);

  assert_golden (text, "executive-summary.txt");
}

static void
test_gantt_markdown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) report = build (fixture, "gantt");
  g_autofree char *text = way_report_to_markdown (report);

  assert_golden (text, "gantt.md");
}

static void
test_html (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) report = build (fixture, "executive-summary");
  g_autoptr (WayReport) gantt = build (fixture, "gantt");
  g_autofree char *summary_html = NULL;
  g_autofree char *gantt_html = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (fixture->document, "Rename");
  way_document_set_text (fixture->document, WAY_RECORD (fixture->released_ms), "title",
                         "<script>alert (1)</script> & more");
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  way_report_unref (g_steal_pointer (&report));
  report = build (fixture, "executive-summary");
  summary_html = way_report_to_html (report);
  g_assert_null (strstr (summary_html, "<script"));
  g_assert_nonnull (strstr (summary_html, "MS-002 &lt;script&gt;"));
  g_assert_nonnull (strstr (summary_html, "badge yellow\">Yellow"));
  g_assert_nonnull (strstr (summary_html, "<svg role=\"img\""));
  g_assert_null (strstr (summary_html, "<?xml"));
  g_assert_nonnull (strstr (summary_html, "<th scope=\"col\" class=\"end\">Forecast</th>"));
  gantt_html = way_report_to_html (gantt);
  g_assert_nonnull (strstr (gantt_html, "<svg"));
  g_assert_nonnull (strstr (gantt_html, "<td><strong>Phase</strong></td>"));
}

/* What a report says and shows. */
static char *
content_of (WayReport *report)
{
  const WayMeasure measure = { 0 };
  GString *out = g_string_new (NULL);
  g_autofree char *markdown = way_report_to_markdown (report);

  g_string_append (out, markdown);
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (report->blocks, i);
      g_autoptr (WayScene) scene = way_scene_new ();
      g_autofree char *picture = NULL;

      if (block->kind != WAY_BLOCK_CHART)
        continue;
      block->chart.draw (800, &measure, scene, block->chart.data);
      picture = way_scene_to_string (scene);
      g_string_append (out, picture);
    }
  return g_string_free (out, FALSE);
}

/* A report keeps what it said when the plan changes after it was composed. */
static void
test_report_is_a_value (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) report = build (fixture, "milestone-overview");
  g_autofree char *before = content_of (report);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (fixture->document, "Delete");
  way_document_delete (fixture->document, WAY_RECORD (fixture->phase));
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  after = content_of (report);
  g_assert_cmpstr (before, ==, after);
}

/* Names are text, whatever signs they hold. */
/* What was let pass stands in the overview with its reason; without any there is no heading. */
static void
test_waivers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) before = build (fixture, "milestone-overview");
  g_autoptr (WayReport) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *none = way_report_to_text (before);
  g_autofree char *text = NULL;
  WayRecord *item;

  way_document_begin (fixture->document, "Waive");
  item = way_milestone_add_part (fixture->document, fixture->designed_ms, &way_checklist_item_type);
  way_document_set_text (fixture->document, item, "title", "Drawings signed");
  way_document_set_int (fixture->document, item, "waived", TRUE);
  way_document_set_text (fixture->document, item, "waiver_reason", "Toolmaker <is> away");
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  after = build (fixture, "milestone-overview");
  text = way_report_to_text (after);
  g_assert_null (strstr (none, "Waivers"));
  g_assert_nonnull (strstr (text, "Waivers"));
  g_assert_nonnull (strstr (text, "Drawings signed"));
  g_assert_nonnull (strstr (text, "Toolmaker <is> away"));
}

/* Of what is completed only; one that is dropped is not told. */
static void
test_celebrations (Fixture *fixture, gconstpointer data)
{
  struct { WayMilestone *milestone; const char *title; WayActionState state; } planned[] = {
    { fixture->designed_ms, "Cake & tea", WAY_ACTION_IN_PROGRESS },
    { fixture->designed_ms, "Fireworks", WAY_ACTION_DROPPED },
    { fixture->released_ms, "Dinner", WAY_ACTION_OPEN },
  };
  g_autoptr (GError) error = NULL;

  way_document_begin (fixture->document, "Celebrate");
  for (gsize i = 0; i < G_N_ELEMENTS (planned); i++)
    {
      WayRecord *action
          = way_milestone_add_part (fixture->document, planned[i].milestone, &way_action_type);

      way_document_set_text (fixture->document, action, "title", planned[i].title);
      way_document_set_int (fixture->document, action, "kind", WAY_ACTION_CELEBRATION);
      way_document_set_int (fixture->document, action, "state", planned[i].state);
      way_document_set_int (fixture->document, action, "due", MARCH (13));
    }
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WayReport) report
          = build (fixture, i == 0 ? "executive-summary" : "milestone-overview");
      g_autofree char *text = way_report_to_markdown (report);

      g_assert_nonnull (strstr (text, "to be celebrated on 13 Mar: Cake"));
      g_assert_null (strstr (text, "Fireworks"));
      g_assert_null (strstr (text, "celebrated on 13 Mar: Dinner"));
    }
}

static WayRecord *
add_change (Fixture *fixture)
{
  WayRecord *change;

  way_document_begin (fixture->document, "Ask");
  change = way_document_create_record (fixture->document, &way_change_request_type);
  way_document_set_text (fixture->document, change, "title", "Change");
  g_assert_true (way_document_commit (fixture->document, NULL));
  return change;
}

static void
test_hostile_names (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "<b>&\"'", "</markup><x y='z'>", "%s %n 100 %", "a|b\tc",
                                "\u202eright to left\u202c", "", "Ünïcödé ✓ 漢字 🙂" };
  WayRecord *records[] = { WAY_RECORD (fixture->phase), WAY_RECORD (fixture->build),
                           WAY_RECORD (fixture->test), WAY_RECORD (fixture->released_ms),
                           add_change (fixture) };
  guint n_kinds;
  const WayReportKind *kinds = way_report_kinds (&n_kinds);
  WayPageSetup setup;

  way_page_setup_init (&setup, "A5", FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      way_document_begin (fixture->document, "Rename");
      for (gsize j = 0; j < G_N_ELEMENTS (records); j++)
        way_document_set_text (fixture->document, records[j], "title", names[i]);
      if (!way_document_commit (fixture->document, NULL))
        continue; /* some names are refused by the plan already */
      for (guint j = 0; j < n_kinds; j++)
        {
          g_autoptr (WayReport) report = way_report_build (&kinds[j], fixture->document, NULL);
          g_autoptr (WayReportPages) pages = way_report_pages_new (report, &setup);
          g_autofree char *html = way_report_to_html (report);
          g_autofree char *text = way_report_to_text (report);
          cairo_surface_t *surface =
              cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);

          way_report_pages_draw (pages, 0, cr);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          g_assert_null (strstr (html, "<x y"));
          g_assert_true (g_utf8_validate (text, -1, NULL));
          if (names[i][0] != '\0')
            g_assert_nonnull (strstr (text, names[i]));
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Empty", MARCH (2));
  const WayReportKind *kinds;
  guint n_kinds;

  kinds = way_report_kinds (&n_kinds);
  g_assert_cmpuint (n_kinds, >=, 3);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (WayReport) report = way_report_build (&kinds[i], document, NULL);
      g_autoptr (WayReportPages) pages = NULL;
      g_autofree char *html = way_report_to_html (report);
      WayPageSetup setup;

      way_page_setup_init (&setup, "A4", report->landscape);
      pages = way_report_pages_new (report, &setup);
      g_assert_cmpuint (way_report_pages_get_n_pages (pages), ==, 1);
      g_assert_nonnull (strstr (html, "</html>"));
      g_assert_true (way_report_kind (kinds[i].id) == &kinds[i]);
    }
  g_assert_null (way_report_kind ("no-such-report"));
}

/* The last row and column of pixels with ink. */
static void
find_ink (cairo_surface_t *surface, int *right, int *bottom)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  *right = *bottom = 0;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (data[y * stride + x] > 96)
        {
          *right = MAX (*right, x);
          *bottom = y;
        }
}

/* Painting at another scale, as a preview does, puts the same ink at the same places. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayReport) report = build (fixture, "executive-summary");
  g_autoptr (WayReportPages) pages = NULL;
  int right[2], bottom[2];
  WayPageSetup setup;

  way_page_setup_init (&setup, "A4", FALSE);
  pages = way_report_pages_new (report, &setup);
  for (int i = 0; i < 2; i++)
    {
      cairo_surface_t *surface =
          cairo_image_surface_create (CAIRO_FORMAT_A8, (int) setup.width * (i + 1),
                                      (int) setup.height * (i + 1));
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, i + 1, i + 1);
      way_report_pages_draw (pages, 0, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      find_ink (surface, &right[i], &bottom[i]);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpint (right[0], >, 100);
  g_assert_cmpint (ABS (right[1] - 2 * right[0]), <=, 4);
  g_assert_cmpint (ABS (bottom[1] - 2 * bottom[0]), <=, 4);
}

static char *
pdf_text (Fixture *fixture, const char *id)
{
  g_autoptr (WayReport) report = build (fixture, id);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  const char *arguments[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text = NULL;

  g_assert_true (way_report_write (report, NULL, path, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                NULL, NULL);
  g_remove (path);
  g_rmdir (folder);
  return text;
}

static void
test_pdf_text (Fixture *fixture, gconstpointer data)
{
  const char *const summary[] = { "EXECUTION STATUS REPORT", "Small plan", "YELLOW",
                                  "MS-002 Released", "2 working days late", "Key achievements",
                                  "Page 1 of 1", NULL };
  const char *const gantt[] = { "Small plan", "Task", "Finish", "Build", "13 Mar 2026",
                                "Page 1 of 1", "Critical", NULL };
  g_autofree char *summary_text = pdf_text (fixture, "executive-summary");
  g_autofree char *gantt_text = NULL;

  if (summary_text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  gantt_text = pdf_text (fixture, "gantt");
  for (guint i = 0; summary[i] != NULL; i++)
    if (strstr (summary_text, summary[i]) == NULL)
      g_error ("“%s” is not in the summary:\n%s", summary[i], summary_text);
  for (guint i = 0; gantt[i] != NULL; i++)
    if (strstr (gantt_text, gantt[i]) == NULL)
      g_error ("“%s” is not in the chart:\n%s", gantt[i], gantt_text);
}

#define ADD(path, function) \
  g_test_add ("/reports/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("markdown", test_markdown);
  ADD ("markdown/gantt", test_gantt_markdown);
  ADD ("text", test_text);
  ADD ("html", test_html);
  ADD ("value", test_report_is_a_value);
  ADD ("waivers", test_waivers);
  ADD ("celebrations", test_celebrations);
  ADD ("names", test_hostile_names);
  ADD ("preview", test_preview);
  ADD ("pdf-text", test_pdf_text);
  g_test_add_func ("/reports/empty", test_empty);
  return g_test_run ();
}
