/* way-gantt-picture.c: a Gantt chart as one picture, for files and for the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-gantt-sheets-private.h"

#include "model/way-error.h"
#include "report/way-page.h"
#include "report/way-report-write.h"

#include <math.h>

#define LEAST_WIDTH 640.0
#define MOST_WIDTH 12000.0
#define NATURAL_MINUTES_PER_PIXEL 144.0
#define MOST_PIXELS 32767.0 /* of a side: what Cairo can paint on */
#define MOST_AREA 64e6      /* pixels of a picture: a quarter of a gigabyte */

/* The scene of the chart at the scale of its options, with its columns and its legend. */
static WayScene *
compose (WayGanttSheets *self, WayPainter *painter, double *width, double *height)
{
  WayMeasure measure = way_painter_get_measure (painter);
  double minutes_per_pixel = self->options.minutes_per_pixel > 0 ? self->options.minutes_per_pixel
                                                                 : NATURAL_MINUTES_PER_PIXEL;
  g_autoptr (WayScene) legend = way_scene_new ();
  WayScene *scene = way_scene_new ();
  double chart, labels = way_sheet_label_room (self, minutes_per_pixel, &measure);

  way_sheet_take_columns (self, &measure);
  chart = CLAMP (labels + (double) (self->to - self->from) / minutes_per_pixel, LEAST_WIDTH,
                 MOST_WIDTH);
  *width = self->table_width + chart;
  *height = way_sheet_whole (self, chart, labels, &measure, scene);
  if (self->options.legend)
    {
      double legend_height
          = way_sheet_legend (self, *width - 2 * WAY_SHEET_PADDING, &measure, legend);

      way_scene_append (scene, legend, WAY_SHEET_PADDING, *height + WAY_SHEET_LEGEND);
      *height += legend_height + WAY_SHEET_LEGEND; /* and below it */
    }
  return scene;
}

static double
fit_scale (double scale, double width, double height)
{
  return MIN (scale, MIN (MOST_PIXELS / MAX (width, height), sqrt (MOST_AREA / (width * height))));
}

/**
 * way_gantt_sheets_paint_picture:
 * @scale: pixels per scene unit; made smaller where the picture would be too large
 * @error: %WAY_ERROR_INVALID: there are too many rows for one picture
 *
 * Returns: (transfer full) (nullable): an image of the whole chart on white
 */
cairo_surface_t *
way_gantt_sheets_paint_picture (WayGanttSheets *self, double scale, GError **error)
{
  WayPageStyle style;
  g_autoptr (WayPainter) painter = NULL;
  g_autoptr (WayScene) scene = NULL;
  cairo_surface_t *surface = NULL;
  double width, height;

  if (way_sheet_header (self) + WAY_SHEET_ROW * self->rows->len > MOST_PIXELS)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("%u rows are too many for one picture. Collapse or filter the timeline, or "
                     "export a PDF."),
                   self->rows->len);
      return NULL;
    }
  way_page_style_init (&style);
  painter = way_painter_new (style.context);
  scene = compose (self, painter, &width, &height);
  surface = way_painter_to_surface (painter, scene, way_palette_get (WAY_PALETTE_PRINT), width,
                                    height, fit_scale (scale, width, height), error);
  way_page_style_clear (&style);
  return surface;
}

static gboolean
write_svg (WayGanttSheets *self, const char *path, GError **error)
{
  WayPageStyle style;
  g_autoptr (WayPainter) painter = NULL;
  g_autoptr (WayScene) scene = NULL;
  g_autofree char *svg = NULL;
  double width, height;

  way_page_style_init (&style);
  painter = way_painter_new (style.context);
  scene = compose (self, painter, &width, &height);
  svg = way_painter_to_svg (painter, scene, way_palette_get (WAY_PALETTE_PRINT), width, height,
                            error);
  way_page_style_clear (&style);
  return svg != NULL && way_report_write_text (svg, path, error);
}

/**
 * way_gantt_sheets_write_picture:
 * @path: ends in .svg; anything else becomes a PNG
 * @error: %WAY_ERROR_INVALID, %WAY_ERROR_IO
 *
 * Returns: whether the picture was written
 */
gboolean
way_gantt_sheets_write_picture (WayGanttSheets *self, const char *path, GError **error)
{
  cairo_surface_t *surface;
  gboolean written;

  if (g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".SVG"))
    return write_svg (self, path, error);
  surface = way_gantt_sheets_paint_picture (self, 2, error);
  if (surface == NULL)
    return FALSE;
  written = way_painter_save_png (surface, path, error);
  cairo_surface_destroy (surface);
  return written;
}
