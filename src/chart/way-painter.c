/* way-painter.c: WayPainter, puts a scene on a cairo_t: the one place that touches Cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-painter.h"

#include "chart/way-text-cache.h"

#include <math.h>

#define HEAD_LENGTH 5.5 /* of an arrow */
#define HEAD_HALF 3.0
#define HATCH_STEP 6.0

/* A capital letter is about 0.71 of the font size high: half of it below the middle. */
#define CAP_HALF 0.36

struct _WayPainter
{
  GObject parent_instance;
  WayTextCache *cache;
  PangoContext *context;
  double text_scale;
};

G_DEFINE_FINAL_TYPE (WayPainter, way_painter, G_TYPE_OBJECT)

/* One run over a scene. */
typedef struct
{
  WayPainter *painter;
  const WayScene *scene;
  const WayPalette *palette;
  cairo_t *cr;
  gboolean snap;       /* the target has pixels */
  double pixel;        /* size of one in user space */
  int role;            /* that is the source now; −1 = none */
} Pass;

static void
set_role (Pass *pass, WayRole role)
{
  const WayColor *color = &pass->palette->colors[role];

  if (pass->role == (int) role)
    return;
  cairo_set_source_rgba (pass->cr, color->red, color->green, color->blue, color->alpha);
  pass->role = (int) role;
}

/* To the nearest edge between device pixels. */
static void
snap_to_edge (Pass *pass, double *x, double *y)
{
  if (!pass->snap)
    return;
  cairo_user_to_device (pass->cr, x, y);
  *x = floor (*x + 0.5);
  *y = floor (*y + 0.5);
  cairo_device_to_user (pass->cr, x, y);
}

/* To where a straight line of that width fills whole device pixels. */
static void
snap_line (Pass *pass, double width, double *x, double *y)
{
  double odd;

  if (!pass->snap)
    return;
  odd = fmod (fmax (1, floor (width / pass->pixel + 0.5)), 2) / 2;
  cairo_user_to_device (pass->cr, x, y);
  *x = floor (*x + 0.5 - odd) + odd;
  *y = floor (*y + 0.5 - odd) + odd;
  cairo_device_to_user (pass->cr, x, y);
}

static void
set_line (Pass *pass, const WaySceneItem *item)
{
  static const double dashed[] = { 4, 3 }, dotted[] = { 1.5, 2 };

  cairo_set_line_width (pass->cr, fmax (item->line_width, pass->snap ? pass->pixel : 0));
  if (item->dash == WAY_DASH_SOLID)
    cairo_set_dash (pass->cr, NULL, 0, 0);
  else
    cairo_set_dash (pass->cr, item->dash == WAY_DASH_DASHED ? dashed : dotted, 2, 0);
}

static void
add_round_rect (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = fmin (radius, fmin (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

/* The strokes keep to the rectangle's own corner, so that they do not swim while it is moved. */
static void
paint_hatch (Pass *pass, const WaySceneItem *item, double x0, double y0, double x1, double y1)
{
  double height = y1 - y0;
  double rise = item->hatch == WAY_HATCH_RISING    ? height
                : item->hatch == WAY_HATCH_FALLING ? -height
                                                   : 0;
  double from = rise == 0 ? HATCH_STEP / 2 : HATCH_STEP / 2 - fabs (rise);

  cairo_save (pass->cr);
  add_round_rect (pass->cr, x0, y0, x1 - x0, height, item->radius);
  cairo_clip (pass->cr);
  set_role (pass, item->stroke);
  set_line (pass, item);
  for (double x = x0 + from; x < x1 + fabs (rise); x += HATCH_STEP)
    {
      cairo_move_to (pass->cr, x, y1);
      cairo_line_to (pass->cr, x + rise, y0);
    }
  cairo_stroke (pass->cr);
  cairo_restore (pass->cr);
  pass->role = -1;
}

static void
paint_rect (Pass *pass, const WaySceneItem *item)
{
  double x0 = item->x, y0 = item->y;
  double x1 = item->x + item->width, y1 = item->y + item->height;
  double least = pass->snap ? pass->pixel : 0;

  snap_to_edge (pass, &x0, &y0);
  snap_to_edge (pass, &x1, &y1);
  x1 = fmax (x1, x0 + least);
  y1 = fmax (y1, y0 + least);
  if (item->hatch != WAY_HATCH_NONE)
    {
      paint_hatch (pass, item, x0, y0, x1, y1);
      return;
    }
  if (item->fill != WAY_ROLE_NONE)
    {
      set_role (pass, item->fill);
      add_round_rect (pass->cr, x0, y0, x1 - x0, y1 - y0, item->radius);
      cairo_fill (pass->cr);
    }
  if (item->stroke != WAY_ROLE_NONE)
    {
      double half = fmax (item->line_width, least) / 2;

      set_role (pass, item->stroke);
      set_line (pass, item);
      add_round_rect (pass->cr, x0 + half, y0 + half, fmax (0, x1 - x0 - 2 * half),
                      fmax (0, y1 - y0 - 2 * half), fmax (0, item->radius - half));
      cairo_stroke (pass->cr);
    }
}

static gboolean
is_straight (const WayPoint *points, guint n_points)
{
  for (guint i = 1; i < n_points; i++)
    if (points[i].x != points[i - 1].x && points[i].y != points[i - 1].y)
      return FALSE;
  return TRUE;
}

/* A filled triangle that ends at @tip; returns where the line should end under it. */
static WayPoint
paint_head (Pass *pass, WayPoint before, WayPoint tip)
{
  double length = hypot (tip.x - before.x, tip.y - before.y);
  double ux = length > 0 ? (tip.x - before.x) / length : 1;
  double uy = length > 0 ? (tip.y - before.y) / length : 0;
  WayPoint base = { tip.x - ux * HEAD_LENGTH, tip.y - uy * HEAD_LENGTH };

  cairo_move_to (pass->cr, tip.x, tip.y);
  cairo_line_to (pass->cr, base.x - uy * HEAD_HALF, base.y + ux * HEAD_HALF);
  cairo_line_to (pass->cr, base.x + uy * HEAD_HALF, base.y - ux * HEAD_HALF);
  cairo_close_path (pass->cr);
  cairo_fill (pass->cr);
  return base;
}

static void
add_points (Pass *pass, const WaySceneItem *item, gboolean straight, WayPoint end)
{
  const WayPoint *points = &g_array_index (pass->scene->points, WayPoint, item->first);

  for (guint i = 0; i < item->length; i++)
    {
      WayPoint point = i + 1 < item->length ? points[i] : end;

      if (straight && item->stroke != WAY_ROLE_NONE)
        snap_line (pass, item->line_width, &point.x, &point.y);
      cairo_line_to (pass->cr, point.x, point.y);
    }
  if (item->closed)
    cairo_close_path (pass->cr);
}

static void
paint_path (Pass *pass, const WaySceneItem *item)
{
  const WayPoint *points = &g_array_index (pass->scene->points, WayPoint, item->first);
  WayPoint end = points[item->length - 1];
  gboolean straight = is_straight (points, item->length);

  if (item->fill != WAY_ROLE_NONE)
    {
      set_role (pass, item->fill);
      add_points (pass, item, straight, end);
      cairo_fill (pass->cr);
    }
  if (item->stroke == WAY_ROLE_NONE)
    return;
  set_role (pass, item->stroke);
  if (item->head)
    {
      WayPoint before = points[item->length - 2];

      if (straight)
        {
          snap_line (pass, item->line_width, &before.x, &before.y);
          snap_line (pass, item->line_width, &end.x, &end.y);
        }
      end = paint_head (pass, before, end);
    }
  set_line (pass, item);
  add_points (pass, item, straight, end);
  cairo_stroke (pass->cr);
}

static void
paint_diamond (Pass *pass, const WaySceneItem *item)
{
  double x = item->x, y = item->y, half = item->width / 2;

  snap_line (pass, pass->pixel, &x, &y);
  cairo_move_to (pass->cr, x, y - half);
  cairo_line_to (pass->cr, x + half, y);
  cairo_line_to (pass->cr, x, y + half);
  cairo_line_to (pass->cr, x - half, y);
  cairo_close_path (pass->cr);
  if (item->fill != WAY_ROLE_NONE)
    {
      set_role (pass, item->fill);
      cairo_fill_preserve (pass->cr);
    }
  if (item->stroke != WAY_ROLE_NONE)
    {
      set_role (pass, item->stroke);
      set_line (pass, item);
      cairo_stroke_preserve (pass->cr);
    }
  cairo_new_path (pass->cr);
}

static void
paint_text (Pass *pass, const WaySceneItem *item)
{
  WayTextCache *cache = pass->painter->cache;
  const WayShapedText *shaped
      = way_text_cache_get (cache, way_scene_item_text (pass->scene, item), &item->style,
                            item->width);
  double size = way_text_size_pixels (item->style.size) * way_text_cache_get_scale (cache);
  double x = item->x, y = item->y + CAP_HALF * size;

  if (item->style.align == WAY_ALIGN_CENTER)
    x -= shaped->width / 2;
  else if (item->style.align == WAY_ALIGN_END)
    x -= shaped->width;
  snap_to_edge (pass, &x, &y);
  set_role (pass, item->style.role);
  cairo_move_to (pass->cr, x - shaped->left, y - shaped->baseline);
  pango_cairo_show_layout (pass->cr, shaped->layout);
  cairo_new_path (pass->cr);
}

static void
paint_clip (Pass *pass, const WaySceneItem *item)
{
  double x0 = item->x, y0 = item->y;
  double x1 = item->x + item->width, y1 = item->y + item->height;

  snap_to_edge (pass, &x0, &y0);
  snap_to_edge (pass, &x1, &y1);
  cairo_save (pass->cr);
  cairo_rectangle (pass->cr, x0, y0, x1 - x0, y1 - y0);
  cairo_clip (pass->cr);
}

static void
paint_item (Pass *pass, const WaySceneItem *item)
{
  switch ((WayItemKind) item->kind)
    {
    case WAY_ITEM_RECT:
      paint_rect (pass, item);
      break;
    case WAY_ITEM_PATH:
      paint_path (pass, item);
      break;
    case WAY_ITEM_DIAMOND:
      paint_diamond (pass, item);
      break;
    case WAY_ITEM_TEXT:
      paint_text (pass, item);
      break;
    case WAY_ITEM_CLIP:
      paint_clip (pass, item);
      break;
    case WAY_ITEM_UNCLIP:
      cairo_restore (pass->cr);
      pass->role = -1;
      break;
    }
}

static gboolean
has_pixels (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_group_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * way_painter_paint:
 *
 * On a target with pixels, straight lines and rectangles are moved to whole pixels,
 * whatever the scale of @cr; on paper they stay where the layout put them.
 */
void
way_painter_paint (WayPainter *self, const WayScene *scene, const WayPalette *palette, cairo_t *cr)
{
  Pass pass = { .painter = self, .scene = scene, .palette = palette, .cr = cr,
                .snap = has_pixels (cr), .role = -1 };
  double dx = 1, dy = 0;

  cairo_user_to_device_distance (cr, &dx, &dy);
  pass.pixel = 1 / fmax (1e-6, hypot (dx, dy));
  way_text_cache_next_frame (self->cache);
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    paint_item (&pass, way_scene_get_item (scene, i));
  cairo_restore (cr);
}

static double
measure (const char *text, const WayTextStyle *style, gpointer data)
{
  WayPainter *self = data;

  return way_text_cache_get (self->cache, text, style, 0)->width;
}

void
way_painter_count_texts (WayPainter *self, guint *n_asked, guint *n_shaped)
{
  *n_asked = way_text_cache_get_n_asked (self->cache);
  *n_shaped = way_text_cache_get_n_shaped (self->cache);
}

WayMeasure
way_painter_get_measure (WayPainter *self)
{
  return (WayMeasure) { measure, self, self->text_scale };
}

static void
renew_cache (WayPainter *self)
{
  g_clear_pointer (&self->cache, way_text_cache_free);
  self->cache = way_text_cache_new (self->context, self->text_scale);
}

void
way_painter_set_context (WayPainter *self, PangoContext *context)
{
  g_set_object (&self->context, context);
  renew_cache (self);
}

/**
 * way_painter_set_text_scale:
 * @text_scale: 1 = the sizes of #WayTextSize in scene units
 */
void
way_painter_set_text_scale (WayPainter *self, double text_scale)
{
  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  renew_cache (self);
}

static void
way_painter_finalize (GObject *object)
{
  WayPainter *self = WAY_PAINTER (object);

  g_clear_pointer (&self->cache, way_text_cache_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (way_painter_parent_class)->finalize (object);
}

static void
way_painter_class_init (WayPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_painter_finalize;
}

static void
way_painter_init (WayPainter *self)
{
  self->text_scale = 1;
}

WayPainter *
way_painter_new (PangoContext *context)
{
  WayPainter *self = g_object_new (WAY_TYPE_PAINTER, NULL);

  way_painter_set_context (self, context);
  return self;
}
