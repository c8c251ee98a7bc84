/* test-painter.c: scenes on surfaces: whole pixels, nothing outside, nothing shaped twice.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-painter.h"
#include "chart/way-text-cache.h"
#include "chart/way-time-header.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, sizeof pixel);
  return pixel & 0xffffff;
}

static cairo_surface_t *
paint (const WayScene *scene, int width, int height, double scale)
{
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  way_painter_paint (painter, scene, way_palette_get (WAY_PALETTE_LIGHT), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A line of one pixel is one full row of pixels, wherever the layout put it. */
static void
test_crisp (void)
{
  static const double scales[] = { 1, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (double x = 10; x < 11; x += 0.23)
      {
        g_autoptr (WayScene) scene = way_scene_new ();
        cairo_surface_t *surface;
        guint n_line = 0, n_white = 0;

        way_scene_line (scene, x, 0, x, 20, 1 / scales[i], WAY_ROLE_TEXT, WAY_DASH_SOLID);
        surface = paint (scene, 60, 20, scales[i]);
        for (int column = 0; column < 60; column++)
          {
            n_line += pixel_at (surface, column, 10) == 0x1e2330;
            n_white += pixel_at (surface, column, 10) == 0xffffff;
          }
        g_assert_cmpuint (n_line, ==, 1);
        g_assert_cmpuint (n_white, ==, 59);
        cairo_surface_destroy (surface);
      }
}

static void
test_rect_edges (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  cairo_surface_t *surface;

  way_scene_rect (scene, 4.4, 3.3, 10, 6, 0, WAY_ROLE_TEXT, WAY_ROLE_NONE);
  way_scene_rect (scene, 30, 3, 0.1, 6, 0, WAY_ROLE_TEXT, WAY_ROLE_NONE);
  surface = paint (scene, 40, 20, 1);
  g_assert_cmphex (pixel_at (surface, 3, 5), ==, 0xffffff);
  g_assert_cmphex (pixel_at (surface, 4, 5), ==, 0x1e2330);
  g_assert_cmphex (pixel_at (surface, 13, 5), ==, 0x1e2330);
  g_assert_cmphex (pixel_at (surface, 14, 5), ==, 0xffffff);
  /* However short, a bar can be seen. */
  g_assert_cmphex (pixel_at (surface, 30, 5), ==, 0x1e2330);
  cairo_surface_destroy (surface);
}

static void
test_done_part (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  cairo_surface_t *surface;

  way_scene_bar (scene, 10, 2, 100, 13, 3.5, 60, WAY_ROLE_BAR, WAY_ROLE_BAR_DONE,
                 WAY_ROLE_BAR_EDGE);
  surface = paint (scene, 120, 20, 1);
  g_assert_cmphex (pixel_at (surface, 69, 8), ==, 0x3f78cf);
  g_assert_cmphex (pixel_at (surface, 70, 8), ==, 0xa9c4ee);
  /* Corners are round on both sides. */
  g_assert_cmphex (pixel_at (surface, 10, 2), !=, 0x3f78cf);
  g_assert_cmphex (pixel_at (surface, 109, 2), !=, 0x588ad6);
  cairo_surface_destroy (surface);
}

static void
append_chart (WayScene *scene, WayDocument *document, WayMeasure measure, double width,
              double height)
{
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  g_autoptr (WayScene) chart = way_scene_new ();
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 20, 0, 0), 112);
  WayTimeHeaderOptions header
      = { .width = width, .height = 52, .today = FIXTURE_TODAY, .measure = measure };
  WayGanttOptions options;
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_gantt_options_init (&options);
  options.today = FIXTURE_TODAY;
  options.baseline_slot = 1;
  options.measure = measure;
  way_gantt_layout_set_rows (layout, document, rows, n_rows);
  way_gantt_layout_update (layout, &scale, &options, width, height - 52, 45);
  way_gantt_layout_append (layout, chart);
  way_time_header_layout (&scale, &header, scene);
  way_scene_append (scene, chart, 0, 52);
}

/* What is painted stays on the page, with rows and bars that go on beyond it. */
static void
test_extents (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  g_autoptr (WayScene) scene = way_scene_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  append_chart (scene, document, way_painter_get_measure (painter), 500, 400);
  way_painter_paint (painter, scene, way_palette_get (WAY_PALETTE_PRINT), cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (x + width, <=, 500);
  g_assert_cmpfloat (y + height, <=, 400);
  g_assert_cmpfloat (width, >, 450);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The first and the last date that a plan can hold, from hours to decades, on tiny and on
 * tall rows: nothing breaks, and nothing leaves the view. */
static void
test_extremes (void)
{
  static const WayMoment origins[] = { WAY_MOMENT_MIN, WAY_MOMENT_MAX, WAY_MOMENT_MIN - 900000,
                                       WAY_MOMENT_MAX + 900000, 29900000 };
  static const double zooms[] = { WAY_SCALE_FINEST, 141, WAY_SCALE_COARSEST };
  static const double heights[] = { 4, 30, 300 };
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_gantt_layout_set_rows (layout, document, rows, n_rows);
  for (guint i = 0; i < G_N_ELEMENTS (origins) * G_N_ELEMENTS (zooms) * G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (WayScene) scene = way_scene_new ();
      WayTimeScale scale = way_time_scale_new ((double) origins[i % 5], zooms[i / 5 % 3]);
      WayTimeHeaderOptions header = { .width = 300, .height = 52, .today = FIXTURE_TODAY };
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      WayGanttOptions options;
      double x, y, width, height;

      way_gantt_options_init (&options);
      options.row_height = heights[i / 15];
      options.floats = TRUE;
      options.baseline_slot = 1;
      way_gantt_layout_update (layout, &scale, &options, 300, 200, 20);
      way_gantt_layout_append (layout, scene);
      way_time_header_layout (&scale, &header, scene);
      way_painter_paint (painter, scene, way_palette_get (WAY_PALETTE_LIGHT), cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, 0);
      g_assert_cmpfloat (x + width, <=, 300);
      g_assert_cmpfloat (y + height, <=, 200);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Painting must leave the caller's Cairo state as it was. */
static void
test_state (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  g_autoptr (WayScene) scene = way_scene_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 400);
  cairo_t *cr = cairo_create (surface);
  double x0, y0, x1, y1;

  append_chart (scene, document, way_painter_get_measure (painter), 500, 400);
  cairo_set_line_width (cr, 7);
  way_painter_paint (painter, scene, way_palette_get (WAY_PALETTE_DARK), cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  g_assert_cmpfloat (x1 - x0, ==, 500);
  g_assert_cmpfloat (y1 - y0, ==, 400);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_text_cache (void)
{
  g_autoptr (WayTextCache) cache = way_text_cache_new (NULL, 1);
  WayTextStyle style = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };
  const WayShapedText *first = way_text_cache_get (cache, "Security audit", &style, 0);
  double width = first->width;

  g_assert_cmpfloat (width, >, 20);
  /* Another colour or alignment is the same shape. */
  style.role = WAY_ROLE_ACCENT;
  style.align = WAY_ALIGN_END;
  g_assert_true (way_text_cache_get (cache, "Security audit", &style, 0) == first);
  g_assert_cmpuint (way_text_cache_get_n_shaped (cache), ==, 1);
  g_assert_cmpfloat (way_text_cache_get (cache, "Security audit", &style, width / 2)->width, <=,
                     width / 2);
  /* Where it has room enough, how much does not matter. */
  g_assert_true (way_text_cache_get (cache, "Security audit", &style, width + 5) == first);
  g_assert_true (way_text_cache_get (cache, "Security audit", &style, width + 50) == first);
  style.weight = WAY_WEIGHT_BOLD;
  g_assert_cmpfloat (way_text_cache_get (cache, "Security audit", &style, 0)->width, !=, width);
  g_assert_cmpuint (way_text_cache_get_n_shaped (cache), ==, 3);
}

static void
test_text_cache_forgets (void)
{
  g_autoptr (WayTextCache) cache = way_text_cache_new (NULL, 1);
  WayTextStyle style = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      way_text_cache_get (cache, text, &style, 0);
    }
  for (guint i = 0; i < 20; i++)
    {
      way_text_cache_next_frame (cache);
      way_text_cache_get (cache, "3999", &style, 0);
    }
  g_assert_cmpuint (way_text_cache_get_n_shaped (cache), ==, 4000);
  way_text_cache_get (cache, "17", &style, 0);
  g_assert_cmpuint (way_text_cache_get_n_shaped (cache), ==, 4001);
}

/* A text is measured as wide as it is painted, also at another text scale. */
static void
test_measure (void)
{
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  WayMeasure measure = way_painter_get_measure (painter);
  WayTextStyle style = { WAY_TEXT_BODY, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };
  double width = way_measure_text (&measure, "Fix audit findings", style);

  g_assert_cmpfloat (width, >, 60);
  g_assert_cmpfloat (way_measure_text (&measure, "", style), ==, 0);
  way_painter_set_text_scale (painter, 2);
  g_assert_cmpfloat_with_epsilon (way_measure_text (&measure, "Fix audit findings", style),
                                  2 * width, 1.5);
}

static void
test_files (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.png", NULL), *svg = NULL;
  g_autofree char *pdf_path = g_build_filename (folder, "chart.pdf", NULL), *pdf = NULL;
  const WayPalette *palette = way_palette_get (WAY_PALETTE_LIGHT);
  cairo_surface_t *picture;

  append_chart (scene, document, way_painter_get_measure (painter), 500, 400);
  g_assert_true (way_painter_write_png (painter, scene, palette, 500, 400, 2, path, &error));
  g_assert_no_error (error);
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1000);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 800);
  cairo_surface_destroy (picture);
  svg = way_painter_to_svg (painter, scene, palette, 500, 400, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (svg, "<svg"));
  g_assert_true (g_str_has_suffix (g_strchomp (svg), "</svg>"));
  g_assert_true (way_painter_write_pdf (painter, scene, palette, 500, 400, pdf_path, &error));
  g_assert_true (g_file_get_contents (pdf_path, &pdf, NULL, &error));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_remove (pdf_path);
  g_assert_false (way_painter_write_png (painter, scene, palette, 500, 400, 1,
                                         "/nowhere/at/all.png", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/crisp", test_crisp);
  g_test_add_func ("/painter/rect-edges", test_rect_edges);
  g_test_add_func ("/painter/done-part", test_done_part);
  g_test_add_func ("/painter/extents", test_extents);
  g_test_add_func ("/painter/extremes", test_extremes);
  g_test_add_func ("/painter/state", test_state);
  g_test_add_func ("/painter/text-cache", test_text_cache);
  g_test_add_func ("/painter/text-cache-forgets", test_text_cache_forgets);
  g_test_add_func ("/painter/measure", test_measure);
  g_test_add_func ("/painter/files", test_files);
  return g_test_run ();
}
