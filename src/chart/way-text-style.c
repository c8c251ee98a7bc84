/* way-text-style.c: how a text looks, and how wide it is: what layouts know of fonts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-text-style.h"

/**
 * way_text_size_pixels:
 *
 * Returns: the font size in scene units
 */
double
way_text_size_pixels (WayTextSize size)
{
  static const double pixels[] = { 11, 12, 14, 16, 22, 28 };

  g_assert ((guint) size < G_N_ELEMENTS (pixels));
  return pixels[size];
}

/**
 * way_measure_text:
 * @measure: a struct of zeros gives 0.55 of the font size a character, whatever the font
 *
 * Returns: the width of @text in scene units
 */
double
way_measure_text (const WayMeasure *measure, const char *text, WayTextStyle style)
{
  if (text == NULL || *text == '\0')
    return 0;
  if (measure->func != NULL)
    return measure->func (text, &style, measure->data);
  return (double) g_utf8_strlen (text, -1) * 0.55 * way_text_size_pixels (style.size);
}
