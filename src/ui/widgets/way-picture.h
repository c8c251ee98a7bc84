/* way-picture.h: charts as pictures for other programs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @surface: (transfer full): an image */
void way_picture_copy (GtkWidget *widget, cairo_surface_t *surface);

G_END_DECLS
