/* way-picture.c: charts as pictures for other programs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-picture.h"

/**
 * way_picture_copy:
 * @surface: (transfer full): an image
 *
 * Puts it on the clipboard, for a mail, a slide or a document.
 */
void
way_picture_copy (GtkWidget *widget, cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), (gsize)height * stride,
      (GDestroyNotify)cairo_surface_destroy, surface);
  g_autoptr (GdkTexture) texture
      = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}
