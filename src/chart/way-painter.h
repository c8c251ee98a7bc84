/* way-painter.h: WayPainter, puts a scene on a cairo_t: the one place that touches Cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screen, paper, PDF, SVG and PNG all come from here. A painter keeps the text that
 * it has shaped, so keep one for each view and use it again for each frame. */

#pragma once

#include "chart/way-scene.h"

#include <glib-object.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define WAY_TYPE_PAINTER (way_painter_get_type ())
G_DECLARE_FINAL_TYPE (WayPainter, way_painter, WAY, PAINTER, GObject)

/* @context: (nullable): whose font, hinting and language are used (a widget's); NULL = the
 * system's sans-serif at Cairo's defaults, right for files and paper. */
WayPainter *way_painter_new        (PangoContext *context);

/* Forgets all shaped text; after a change of font or of the widget's Pango context. */
void        way_painter_set_context (WayPainter *self, PangoContext *context);
void        way_painter_set_text_scale (WayPainter *self, double text_scale);

/* For layouts; as wide as the painter will draw it. Borrowed: valid while the painter lives. */
WayMeasure  way_painter_get_measure (WayPainter *self);

/* How often a text was asked for, and how often that took shaping it; for benchmarks. */
void        way_painter_count_texts (WayPainter *self, guint *n_asked, guint *n_shaped);

/* Paints @scene in the cairo_t's user space; @palette is (transfer none). */
void        way_painter_paint      (WayPainter *self, const WayScene *scene,
                                    const WayPalette *palette, cairo_t *cr);

/* Pictures of width × height scene units on the palette's background.
 * @scale: pixels per unit. Errors: WAY_ERROR. */
cairo_surface_t *way_painter_to_surface (WayPainter *self, const WayScene *scene,
                                    const WayPalette *palette, double width, double height,
                                    double scale, GError **error);
gboolean    way_painter_save_png   (cairo_surface_t *surface, const char *path, GError **error);
gboolean    way_painter_write_png  (WayPainter *self, const WayScene *scene,
                                    const WayPalette *palette, double width, double height,
                                    double scale, const char *path, GError **error);
/* One page of the size of the scene. */
gboolean    way_painter_write_pdf  (WayPainter *self, const WayScene *scene,
                                    const WayPalette *palette, double width, double height,
                                    const char *path, GError **error);
/* Returns: (transfer full): an SVG document, glyphs as outlines */
char       *way_painter_to_svg     (WayPainter *self, const WayScene *scene,
                                    const WayPalette *palette, double width, double height,
                                    GError **error);

G_END_DECLS
