/* way-painter-files.c: a scene as a PNG or PDF file or an SVG document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-painter.h"

#include "model/way-error.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#define MOST_POINTS 14400.0 /* of a side: what readers of PDF take */

static void
paint_picture (WayPainter *self, const WayScene *scene, const WayPalette *palette, double width,
               double height, double scale, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  const WayColor *background = &palette->colors[WAY_ROLE_BACKGROUND];

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, background->red, background->green, background->blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  way_painter_paint (self, scene, palette, cr);
  cairo_destroy (cr);
}

/**
 * way_painter_to_surface:
 * @scale: pixels per scene unit
 * @error: %WAY_ERROR_IO: too large
 *
 * Returns: (transfer full) (nullable): an image surface, CAIRO_FORMAT_ARGB32
 */
cairo_surface_t *
way_painter_to_surface (WayPainter *self, const WayScene *scene, const WayPalette *palette,
                        double width, double height, double scale, GError **error)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale),
                                    (int) ceil (height * scale));
  cairo_status_t status;

  paint_picture (self, scene, palette, width, height, scale, surface);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
               _("Could not draw the picture: %s. Make it smaller."), cairo_status_to_string (status));
  return NULL;
}

/**
 * way_painter_save_png:
 * @surface: an image
 * @error: %WAY_ERROR_IO
 */
gboolean
way_painter_save_png (cairo_surface_t *surface, const char *path, GError **error)
{
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
               _("Could not write the picture “%s”: %s. Choose another place or size."), path,
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * way_painter_write_png:
 * @scale: pixels per scene unit
 * @error: %WAY_ERROR_IO
 */
gboolean
way_painter_write_png (WayPainter *self, const WayScene *scene, const WayPalette *palette,
                       double width, double height, double scale, const char *path,
                       GError **error)
{
  cairo_surface_t *surface = way_painter_to_surface (self, scene, palette, width, height, scale,
                                                     error);
  gboolean written = surface != NULL && way_painter_save_png (surface, path, error);

  g_clear_pointer (&surface, cairo_surface_destroy);
  return written;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, (gssize) length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * way_painter_to_svg:
 * @error: %WAY_ERROR_IO
 *
 * Returns: (transfer full): an SVG document; text comes as outlines, so that it looks
 * the same without the font
 */
char *
way_painter_to_svg (WayPainter *self, const WayScene *scene, const WayPalette *palette,
                    double width, double height, GError **error)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, svg, width, height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint_picture (self, scene, palette, width, height, 1, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_strdup (svg->str);
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
               _("Could not draw the picture: %s. Make it smaller."), cairo_status_to_string (status));
  return NULL;
}

/**
 * way_painter_write_pdf:
 * @error: %WAY_ERROR_IO or %G_FILE_ERROR
 *
 * Writes one page of the size of the scene, smaller where no page can be that large.
 */
gboolean
way_painter_write_pdf (WayPainter *self, const WayScene *scene, const WayPalette *palette,
                       double width, double height, const char *path, GError **error)
{
  double scale = MIN (1, MOST_POINTS / MAX (width, height));
  g_autoptr (GString) pdf = g_string_new (NULL);
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, pdf, width * scale, height * scale);
  cairo_status_t status;

  paint_picture (self, scene, palette, width, height, scale, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_file_set_contents (path, pdf->str, (gssize) pdf->len, error);
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
               _("Could not draw the picture: %s. Make it smaller."), cairo_status_to_string (status));
  return FALSE;
}
