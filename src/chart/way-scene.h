/* way-scene.h: WayScene, a picture as an ordered list of shapes with role ids.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts append shapes, the painter paints them in this order. Coordinates are
 * pixels (points on paper), x to the right, y downwards. Appending allocates only
 * while the arrays grow; clear and fill the same scene again for each frame. */

#pragma once

#include "chart/way-palette.h"
#include "chart/way-text-style.h"

G_BEGIN_DECLS

typedef enum { WAY_DASH_SOLID, WAY_DASH_DASHED, WAY_DASH_DOTTED } WayDash;

/* Strokes over a fill, so that colour is not all that tells two of them apart. */
typedef enum
{
  WAY_HATCH_NONE,
  WAY_HATCH_RISING,
  WAY_HATCH_FALLING,
  WAY_HATCH_UPRIGHT,
  WAY_N_HATCHES
} WayHatch;

/* The hatch of the @number-th of a series; another one each time that the colours begin anew, so
 * that WAY_N_SERIES × WAY_N_HATCHES can be told apart. */
static inline WayHatch
way_series_hatch (guint number)
{
  return (WayHatch) ((number + number / WAY_N_SERIES) % WAY_N_HATCHES);
}

typedef enum
{
  WAY_ITEM_RECT,    /* fill and/or outline, rounded by radius */
  WAY_ITEM_PATH,    /* polyline through points; closed ones can be filled */
  WAY_ITEM_DIAMOND, /* around x, y; width = height = side to side */
  WAY_ITEM_TEXT,
  WAY_ITEM_CLIP,    /* everything up to the matching unclip stays inside the rectangle */
  WAY_ITEM_UNCLIP,
} WayItemKind;

typedef struct
{
  double x, y;
} WayPoint;

typedef struct
{
  guint8 kind;          /* WayItemKind */
  guint8 fill;          /* WayRole; WAY_ROLE_NONE = not filled */
  guint8 stroke;        /* WayRole; WAY_ROLE_NONE = no outline */
  guint8 dash;          /* WayDash */
  guint8 head;          /* PATH: an arrow head at the last point */
  guint8 closed;        /* PATH */
  guint8 hatch;         /* RECT: WayHatch, drawn in stroke instead of an outline */
  WayTextStyle style;   /* TEXT */
  float line_width;
  double x, y;          /* RECT, CLIP: top left; DIAMOND: centre; TEXT: see WayTextStyle */
  double width, height; /* TEXT: width = room, longer text ends in “…”; 0 = no limit */
  double radius;
  guint first, length;  /* PATH: among the points; TEXT: offset and bytes among the text */
} WaySceneItem;

typedef struct
{
  GArray *items;  /* of WaySceneItem */
  GArray *points; /* of WayPoint */
  GString *text;  /* each text with its own NUL */
} WayScene;

WayScene *way_scene_new      (void);
void      way_scene_free     (WayScene *self);
void      way_scene_clear    (WayScene *self);

void way_scene_rect    (WayScene *self, double x, double y, double width, double height,
                        double radius, WayRole fill, WayRole stroke);
void way_scene_outline (WayScene *self, double x, double y, double width, double height,
                        double radius, WayRole stroke, double line_width, WayDash dash);
void way_scene_hatch   (WayScene *self, double x, double y, double width, double height,
                        double radius, WayRole stroke, WayHatch hatch);
void way_scene_line    (WayScene *self, double x0, double y0, double x1, double y1,
                        double line_width, WayRole stroke, WayDash dash);
void way_scene_path    (WayScene *self, const WayPoint *points, guint n_points, gboolean closed,
                        WayRole fill, WayRole stroke, double line_width, WayDash dash,
                        gboolean head);
void way_scene_diamond (WayScene *self, double x, double y, double size, WayRole fill,
                        WayRole stroke, WayDash dash);
void way_scene_text    (WayScene *self, double x, double y, double room, const char *text,
                        WayTextStyle style);
/* A bar of which the first @done_width are done. */
void way_scene_bar     (WayScene *self, double x, double y, double width, double height,
                        double radius, double done_width, WayRole fill, WayRole done,
                        WayRole edge);
void way_scene_clip    (WayScene *self, double x, double y, double width, double height);
void way_scene_unclip  (WayScene *self);

/* Adds the items of @other, moved by dx, dy. */
void        way_scene_append    (WayScene *self, const WayScene *other, double dx, double dy);
void        way_scene_mirror    (WayScene *self, double width);
guint       way_scene_get_n_items (const WayScene *self);
const WaySceneItem *way_scene_get_item (const WayScene *self, guint index);
const char *way_scene_item_text (const WayScene *self, const WaySceneItem *item);
char       *way_scene_to_string (const WayScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayScene, way_scene_free)

G_END_DECLS
