/* pictures.c: paints the fixture's charts as PNG files, to be looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: pictures FOLDER */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-painter.h"
#include "chart/way-roadmap.h"
#include "chart/way-time-header.h"
#include "document/way-sample.h"

#include <locale.h>

#define WIDTH 1000.0
#define HEIGHT 640.0
#define HEADER 52.0

typedef struct
{
  WayPainter *painter;
  WayDocument *document;
  const char *folder;
} Studio;

static gboolean
second_last_row (guint row, gpointer data)
{
  return row == 9;
}

static void
save (Studio *studio, WayScene *scene, const char *name, WayPaletteKind palette, double height,
      double scale)
{
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (studio->folder, file, NULL);
  g_autoptr (GError) error = NULL;

  if (!way_painter_write_png (studio->painter, scene, way_palette_get (palette), WIDTH, height,
                              scale, path, &error))
    g_error ("%s", error->message);
  g_print ("%s: %u shapes\n", path, way_scene_get_n_items (scene));
}

static void
save_svg (Studio *studio, WayScene *scene, const char *name)
{
  g_autofree char *path = g_build_filename (studio->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = way_painter_to_svg (
      studio->painter, scene, way_palette_get (WAY_PALETTE_PRINT), WIDTH, HEIGHT, &error);

  if (svg == NULL || !g_file_set_contents (path, svg, -1, &error))
    g_error ("%s", error->message);
}

static WayScene *
gantt_scene (Studio *studio, const WayTimeScale *scale, WayGanttOptions *options, double scroll)
{
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  g_autoptr (WayScene) chart = way_scene_new ();
  WayScene *scene = way_scene_new ();
  WayTimeHeaderOptions header = { .width = WIDTH, .height = HEADER, .today = options->today,
                                  .rtl = options->rtl, .week_numbers = options->week_numbers,
                                  .measure = options->measure };
  guint n_rows;
  WayTask *const *rows = fixture_rows (studio->document, &n_rows);
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (WayShift));

  way_gantt_layout_set_rows (layout, studio->document, rows, n_rows);
  if (options->grabbed != NULL)
    for (guint i = 0; i < n_rows; i++)
      if (rows[i]->start >= options->grabbed->start)
        {
          WayShift shift = { rows[i], rows[i]->start, rows[i]->finish,
                             rows[i]->start + 3 * WAY_DAY, rows[i]->finish + 3 * WAY_DAY };

          g_array_append_val (shifts, shift);
        }
  way_gantt_layout_set_shifts (layout, way_shifts_find, shifts);
  way_gantt_layout_update (layout, scale, options, WIDTH, HEIGHT - HEADER, scroll);
  way_gantt_layout_append (layout, chart);
  way_time_header_layout (scale, &header, scene);
  way_scene_append (scene, chart, 0, HEADER);
  g_array_unref (shifts);
  return scene;
}

static void
paint_palettes (Studio *studio, WayGanttOptions options)
{
  static const char *const names[] = { "light", "dark", "contrast", "contrast-dark", "print" };
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);

  options.hover = fixture_find (studio->document, "Accessibility review");
  for (guint i = 0; i < WAY_N_PALETTES; i++)
    {
      g_autoptr (WayScene) scene = gantt_scene (studio, &scale, &options, 0);

      save (studio, scene, names[i], (WayPaletteKind) i, HEIGHT, 1);
      if (i == WAY_PALETTE_PRINT)
        save_svg (studio, scene, "print.svg");
    }
  options.grabbed = fixture_find (studio->document, "Security audit");
  g_autoptr (WayScene) ghosts = gantt_scene (studio, &scale, &options, 0);
  save (studio, ghosts, "ghosts-2x", WAY_PALETTE_LIGHT, HEIGHT, 2);
  save (studio, ghosts, "ghosts-1.5x", WAY_PALETTE_DARK, HEIGHT, 1.5);
  options.grabbed = NULL;
  options.rtl = TRUE;
  options.floats = TRUE;
  options.baseline_slot = -1;
  options.color = WAY_COLOR_BY_OWNER;
  g_autoptr (WayScene) mirrored = gantt_scene (studio, &scale, &options, 0);
  save (studio, mirrored, "rtl", WAY_PALETTE_LIGHT, HEIGHT, 1);
}

static void
paint_options (Studio *studio, WayGanttOptions options)
{
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 90);

  options.progress_line = TRUE;
  options.status_date = way_moment_day (FIXTURE_TODAY) + 17 * 60;
  options.labels[WAY_LABEL_LEFT] = WAY_LABEL_START;
  options.labels[WAY_LABEL_INSIDE] = WAY_LABEL_NAME;
  for (int color = 0; color < WAY_N_COLORS; color++)
    {
      g_autofree char *name = g_strdup_printf ("color-%d", color);

      options.color = (WayGanttColor) color;
      if (color > 1)
        options.labels[WAY_LABEL_INSIDE] = WAY_LABEL_NONE;
      g_autoptr (WayScene) scene = gantt_scene (studio, &scale, &options, 0);
      save (studio, scene, name, color % 2 == 0 ? WAY_PALETTE_LIGHT : WAY_PALETTE_DARK, HEIGHT, 1);
    }
}

static void
paint_zooms (Studio *studio, WayGanttOptions options)
{
  for (guint i = 0; i < way_zoom_get_n_levels (); i++)
    {
      const WayZoomLevel *level = way_zoom_get_level (i);
      WayTimeScale scale = way_time_scale_new (0, 141);
      g_autofree char *name = g_strdup_printf ("zoom-%u", i);

      way_time_scale_zoom (&scale, level->minutes_per_pixel, 0);
      options.week_numbers = i % 2 == 1;
      scale.origin = (double) way_moment (2026, 11, 24, 10, 0) - 300 * scale.minutes_per_pixel;
      g_autoptr (WayScene) scene = gantt_scene (studio, &scale, &options, 120);
      save (studio, scene, name, WAY_PALETTE_LIGHT, HEIGHT, 1);
    }
}

static void
paint_roadmap (Studio *studio, const char *name, WayDocument *document)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_new (document, FIXTURE_TODAY, 8);
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = way_painter_get_measure (studio->painter);
  double height = way_roadmap_draw (WIDTH, &measure, scene, roadmap);

  save (studio, scene, name, WAY_PALETTE_PRINT, height, 1);
}

static void
paint_sample (Studio *studio, WayGanttOptions options)
{
  g_autoptr (WayDocument) sample = way_document_new ("Sample", way_sample_get_start ());
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) fixture = g_steal_pointer (&studio->document);
  WayMoment start = way_sample_get_start ();

  if (!way_sample_fill (sample, &error))
    g_error ("%s", error->message);
  studio->document = sample;
  options.today = start + 75 * WAY_DAY;
  options.selected = NULL;
  for (guint i = 0; i < 4; i++)
    {
      static const double zooms[] = { 60, 141, 300, 730 };
      g_autofree char *name = g_strdup_printf ("sample-%g", zooms[i]);
      WayTimeScale scale = way_time_scale_new (0, zooms[i]);

      scale.origin = (double) options.today - 400 * zooms[i];
      options.color = (WayGanttColor) (i % 2);
      g_autoptr (WayScene) scene = gantt_scene (studio, &scale, &options, 300 + 300 * i);
      save (studio, scene, name, WAY_PALETTE_LIGHT, HEIGHT, 1);
    }
  paint_roadmap (studio, "sample-roadmap", sample);
  studio->document = g_steal_pointer (&fixture);
}

int
main (int argc, char **argv)
{
  Studio studio = { 0 };
  WayGanttOptions options;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("Usage: %s FOLDER\n", argv[0]);
      return 2;
    }
  studio.folder = argv[1];
  studio.painter = way_painter_new (NULL);
  studio.document = fixture_document ();
  way_gantt_options_init (&options);
  options.today = FIXTURE_TODAY;
  options.baseline_slot = 1;
  options.selected = second_last_row;
  options.measure = way_painter_get_measure (studio.painter);
  paint_palettes (&studio, options);
  paint_options (&studio, options);
  paint_zooms (&studio, options);
  paint_roadmap (&studio, "roadmap", studio.document);
  paint_sample (&studio, options);
  g_clear_object (&studio.document);
  g_clear_object (&studio.painter);
  return 0;
}
