/* way-text-style.h: how a text looks, and how wide it is: what layouts know of fonts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_TEXT_CAPTION, /* 11 px */
  WAY_TEXT_SMALL,   /* 12 px: secondary text, labels on charts */
  WAY_TEXT_BODY,    /* 14 px */
  WAY_TEXT_HEADING, /* 16 px */
  WAY_TEXT_TITLE,   /* 22 px */
  WAY_TEXT_FIGURE,  /* 28 px */
} WayTextSize;

typedef enum { WAY_WEIGHT_NORMAL, WAY_WEIGHT_BOLD } WayTextWeight;
typedef enum { WAY_ALIGN_START, WAY_ALIGN_CENTER, WAY_ALIGN_END } WayTextAlign;

/* x is the edge or centre that align names; y is the middle of the line of text. */
typedef struct
{
  guint8 size;    /* WayTextSize */
  guint8 weight;  /* WayTextWeight */
  guint8 align;   /* WayTextAlign */
  guint8 role;    /* WayRole */
  guint8 tabular; /* figures of equal width, for columns of numbers */
} WayTextStyle;

/* How wide @text is; layouts ask for this instead of knowing fonts. */
typedef double (*WayMeasureFunc) (const char *text, const WayTextStyle *style, gpointer data);

/* A struct of zeros measures approximately, without any font. */
typedef struct
{
  WayMeasureFunc func;
  gpointer data;
  double scale; /* of the letters to the sizes of WayTextSize; 0 = 1 */
} WayMeasure;

double way_text_size_pixels (WayTextSize size);
double way_measure_text     (const WayMeasure *measure, const char *text, WayTextStyle style);

G_END_DECLS
