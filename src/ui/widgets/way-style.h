/* way-style.h: WayStyle, the look of the program: light, dark or high contrast.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the desktop (Settings portal) or the user's preference. Charts ask for their palette
 * here, and paint again on ::changed. */

#pragma once

#include "chart/way-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_STYLE (way_style_get_type ())
G_DECLARE_FINAL_TYPE (WayStyle, way_style, WAY, STYLE, GObject)

/* Signal ::changed. The one style of the program. (transfer none) */
WayStyle      *way_style_get_default (void);
WayPaletteKind way_style_get_palette (WayStyle *self);

/* How large the font of @widget is. */
double         way_style_get_font_pixels (GtkWidget *widget);
/* How much larger the font of @widget is than the one that sizes are given for; at least 1. */
double         way_style_get_text_scale (GtkWidget *widget);

G_END_DECLS
