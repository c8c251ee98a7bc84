/* way-text-cache.h: WayTextCache, shaped text by string, style and room: nothing is shaped twice.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _WayTextCache WayTextCache;

/* A piece of text as it will be drawn. */
typedef struct
{
  PangoLayout *layout;
  double width;     /* scene units */
  double left;      /* of the text within the layout */
  double baseline;  /* from the layout's top */
  double height;    /* of its line */
  guint used;       /* the last frame that drew or measured it */
} WayShapedText;

/* @context: (nullable): NULL = a sans-serif font at Cairo's defaults */
WayTextCache *way_text_cache_new  (PangoContext *context, double text_scale);
void          way_text_cache_free (WayTextCache *self);

/* @room: scene units after which the text is cut with “…”; 0 = none.
 * Returns: (transfer none): valid until the end of the frame */
const WayShapedText *way_text_cache_get (WayTextCache *self, const char *text,
                                         const WayTextStyle *style, double room);
/* Begins the next frame; drops what has not been used for a while when there is much. */
void          way_text_cache_next_frame (WayTextCache *self);
/* How often a text was asked for, and how often that took shaping it. */
guint         way_text_cache_get_n_asked  (const WayTextCache *self);
guint         way_text_cache_get_n_shaped (const WayTextCache *self);
double        way_text_cache_get_scale    (const WayTextCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTextCache, way_text_cache_free)

G_END_DECLS
