/* bench-chart.c: what a frame of the Gantt chart costs, at different lengths of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-chart [ROWS…]; prints milliseconds for a view of 1400 × 900, while it scrolls. */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-painter.h"
#include "chart/way-time-header.h"

#include <stdlib.h>

#define WIDTH 1400
#define HEIGHT 900
#define N_FRAMES 300

typedef struct
{
  double layout[N_FRAMES], paint[N_FRAMES], frame[N_FRAMES];
} Times;

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_times (const char *what, double *times)
{
  qsort (times, N_FRAMES, sizeof *times, compare_doubles);
  g_print ("  %-14s median %7.3f ms   p99 %7.3f ms\n", what, times[N_FRAMES / 2],
           times[N_FRAMES * 99 / 100]);
}

static void
run_frames (WayGanttLayout *layout, guint n_rows, Times *times)
{
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  g_autoptr (WayScene) scene = way_scene_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 141);
  WayGanttOptions options;
  double range = n_rows * 30.0 - HEIGHT;
  guint n_items = 0;

  way_gantt_options_init (&options);
  options.measure = way_painter_get_measure (painter);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      WayTimeHeaderOptions header
          = { .width = WIDTH, .height = 52, .today = options.today, .measure = options.measure };
      gint64 start = g_get_monotonic_time (), middle;

      way_scene_clear (scene);
      scale.origin += 200;
      way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, range * i / N_FRAMES);
      way_gantt_layout_append (layout, scene);
      way_time_header_layout (&scale, &header, scene);
      middle = g_get_monotonic_time ();
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      way_painter_paint (painter, scene, way_palette_get (WAY_PALETTE_LIGHT), cr);
      times->layout[i] = (double) (middle - start) / 1000;
      times->paint[i] = (double) (g_get_monotonic_time () - middle) / 1000;
      times->frame[i] = times->layout[i] + times->paint[i];
      n_items = MAX (n_items, way_scene_get_n_items (scene));
    }
  g_print ("  at most %u shapes a frame\n", n_items);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A drag that moves the whole plan: the ghosts of a new preview, and a layout with them. */
static void
run_drag (WayGanttLayout *layout, WayTask *const *rows, guint n_rows, Times *times)
{
  g_autoptr (GArray) shifts = g_array_sized_new (FALSE, FALSE, sizeof (WayShift), n_rows);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 141);
  WayGanttOptions options;

  way_gantt_options_init (&options);
  for (guint i = 0; i < n_rows; i++)
    {
      WayShift shift = { rows[i], rows[i]->start, rows[i]->finish, rows[i]->start + WAY_DAY,
                         rows[i]->finish + WAY_DAY };

      g_array_append_val (shifts, shift);
    }
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      way_gantt_layout_set_shifts (layout, way_shifts_find, shifts);
      way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 300);
      times->frame[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
}

static void
bench (guint n_rows)
{
  g_autoptr (WayDocument) document = fixture_large_document (n_rows);
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  g_autofree Times *times = g_new0 (Times, 1);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 141);
  WayGanttOptions options;
  guint n;
  WayTask *const *rows = fixture_rows (document, &n);
  gint64 start = g_get_monotonic_time ();

  g_print ("%u rows\n", n_rows);
  way_gantt_layout_set_rows (layout, document, rows, n);
  g_print ("  %-14s %.2f ms\n", "set rows", (double) (g_get_monotonic_time () - start) / 1000);
  start = g_get_monotonic_time ();
  way_gantt_options_init (&options);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 0);
  g_print ("  %-14s %.2f ms\n", "first layout", (double) (g_get_monotonic_time () - start) / 1000);
  run_frames (layout, n, times);
  print_times ("layout", times->layout);
  print_times ("paint", times->paint);
  print_times ("frame", times->frame);
  run_drag (layout, rows, n, times);
  print_times ("ghosts of all", times->frame);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  if (argc > 1)
    for (int i = 1; i < argc; i++)
      bench ((guint) MAX (100, atoi (argv[i])));
  else
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      bench (sizes[i]);
  return 0;
}
