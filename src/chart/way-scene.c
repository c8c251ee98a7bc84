/* way-scene.c: WayScene, a picture as an ordered list of shapes with role ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-scene.h"

#include <math.h>
#include <string.h>

WayScene *
way_scene_new (void)
{
  WayScene *self = g_new0 (WayScene, 1);

  self->items = g_array_sized_new (FALSE, FALSE, sizeof (WaySceneItem), 256);
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (WayPoint), 256);
  self->text = g_string_sized_new (1024);
  return self;
}

void
way_scene_free (WayScene *self)
{
  g_array_unref (self->items);
  g_array_unref (self->points);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * way_scene_clear:
 *
 * Takes all items away and keeps the memory for the next frame.
 */
void
way_scene_clear (WayScene *self)
{
  g_array_set_size (self->items, 0);
  g_array_set_size (self->points, 0);
  g_string_truncate (self->text, 0);
}

/**
 * way_scene_rect:
 * @fill: %WAY_ROLE_NONE = not filled
 * @stroke: of an outline 1 wide inside the rectangle; %WAY_ROLE_NONE = none
 */
void
way_scene_rect (WayScene *self, double x, double y, double width, double height, double radius,
                WayRole fill, WayRole stroke)
{
  WaySceneItem item = { .kind = WAY_ITEM_RECT, .fill = fill, .stroke = stroke, .line_width = 1,
                        .x = x, .y = y, .width = width, .height = height, .radius = radius };

  g_array_append_val (self->items, item);
}

/**
 * way_scene_outline:
 *
 * A rectangle that is not filled, its line inside.
 */
void
way_scene_outline (WayScene *self, double x, double y, double width, double height, double radius,
                   WayRole stroke, double line_width, WayDash dash)
{
  WaySceneItem item = { .kind = WAY_ITEM_RECT, .stroke = stroke, .dash = dash,
                        .line_width = (float) line_width,
                        .x = x, .y = y, .width = width, .height = height, .radius = radius };

  g_array_append_val (self->items, item);
}

/**
 * way_scene_hatch:
 *
 * Parallel strokes all over a rounded rectangle.
 */
void
way_scene_hatch (WayScene *self, double x, double y, double width, double height, double radius,
                 WayRole stroke, WayHatch hatch)
{
  WaySceneItem item = { .kind = WAY_ITEM_RECT, .stroke = stroke, .hatch = hatch, .line_width = 1,
                        .x = x, .y = y, .width = width, .height = height, .radius = radius };

  if (hatch != WAY_HATCH_NONE)
    g_array_append_val (self->items, item);
}

void
way_scene_line (WayScene *self, double x0, double y0, double x1, double y1, double line_width,
                WayRole stroke, WayDash dash)
{
  WayPoint points[] = { { x0, y0 }, { x1, y1 } };

  way_scene_path (self, points, 2, FALSE, WAY_ROLE_NONE, stroke, line_width, dash, FALSE);
}

/**
 * way_scene_path:
 * @points: copied
 * @head: an arrow head at the last point, in the direction of the last stretch
 */
void
way_scene_path (WayScene *self, const WayPoint *points, guint n_points, gboolean closed,
                WayRole fill, WayRole stroke, double line_width, WayDash dash, gboolean head)
{
  WaySceneItem item = { .kind = WAY_ITEM_PATH, .fill = fill, .stroke = stroke, .dash = dash,
                        .head = head != FALSE, .closed = closed != FALSE,
                        .line_width = (float) line_width,
                        .first = self->points->len, .length = n_points };

  g_return_if_fail (n_points >= 2);
  g_array_append_vals (self->points, points, n_points);
  g_array_append_val (self->items, item);
}

/**
 * way_scene_diamond:
 * @x: of the centre
 * @size: from corner to opposite corner
 */
void
way_scene_diamond (WayScene *self, double x, double y, double size, WayRole fill, WayRole stroke,
                   WayDash dash)
{
  WaySceneItem item = { .kind = WAY_ITEM_DIAMOND, .fill = fill, .stroke = stroke, .dash = dash,
                        .line_width = 1.3F, .x = x, .y = y, .width = size, .height = size };

  g_array_append_val (self->items, item);
}

/**
 * way_scene_text:
 * @y: middle of the line
 * @room: longer text ends in “…”; 0 = no limit
 * @text: copied; an empty text adds nothing
 */
void
way_scene_text (WayScene *self, double x, double y, double room, const char *text,
                WayTextStyle style)
{
  WaySceneItem item = { .kind = WAY_ITEM_TEXT, .fill = style.role, .style = style,
                        .x = x, .y = y, .width = room, .first = (guint) self->text->len };

  if (text == NULL || *text == '\0')
    return;
  item.length = (guint) strlen (text);
  g_string_append_len (self->text, text, item.length + 1);
  g_array_append_val (self->items, item);
}

/**
 * way_scene_bar:
 * @fill: what is left to do, with an outline of @edge; @done: what is done
 *
 * The done part is the same rounded shape once more, seen through a window up to its end.
 */
void
way_scene_bar (WayScene *self, double x, double y, double width, double height, double radius,
               double done_width, WayRole fill, WayRole done, WayRole edge)
{
  if (done_width < width)
    way_scene_rect (self, x, y, width, height, radius, fill, edge);
  if (done_width <= 0)
    return;
  if (done_width < width)
    way_scene_clip (self, x, y, done_width, height);
  way_scene_rect (self, x, y, width, height, radius, done, WAY_ROLE_NONE);
  if (done_width < width)
    way_scene_unclip (self);
}

void
way_scene_clip (WayScene *self, double x, double y, double width, double height)
{
  WaySceneItem item = { .kind = WAY_ITEM_CLIP, .x = x, .y = y, .width = width,
                        .height = height };

  g_array_append_val (self->items, item);
}

void
way_scene_unclip (WayScene *self)
{
  WaySceneItem item = { .kind = WAY_ITEM_UNCLIP };

  g_array_append_val (self->items, item);
}

/**
 * way_scene_append:
 * @other: copied, moved by @dx, @dy
 */
void
way_scene_append (WayScene *self, const WayScene *other, double dx, double dy)
{
  guint n_points = self->points->len, n_bytes = (guint) self->text->len;

  for (guint i = 0; i < other->items->len; i++)
    {
      WaySceneItem item = *way_scene_get_item (other, i);

      item.x += dx;
      item.y += dy;
      if (item.kind == WAY_ITEM_PATH)
        item.first += n_points;
      else if (item.kind == WAY_ITEM_TEXT)
        item.first += n_bytes;
      g_array_append_val (self->items, item);
    }
  for (guint i = 0; i < other->points->len; i++)
    {
      WayPoint point = g_array_index (other->points, WayPoint, i);

      point.x += dx;
      point.y += dy;
      g_array_append_val (self->points, point);
    }
  g_string_append_len (self->text, other->text->str, (gssize) other->text->len);
}

/**
 * way_scene_mirror:
 * @width: of the picture: what was at x goes to @width − x
 *
 * For languages that run from right to left. Text stays readable; its alignment turns.
 */
void
way_scene_mirror (WayScene *self, double width)
{
  static const guint8 turned[] = { [WAY_ALIGN_START] = WAY_ALIGN_END,
                                   [WAY_ALIGN_CENTER] = WAY_ALIGN_CENTER,
                                   [WAY_ALIGN_END] = WAY_ALIGN_START };

  for (guint i = 0; i < self->items->len; i++)
    {
      WaySceneItem *item = &g_array_index (self->items, WaySceneItem, i);

      item->x = width - item->x;
      if (item->kind == WAY_ITEM_RECT || item->kind == WAY_ITEM_CLIP)
        item->x -= item->width;
      else if (item->kind == WAY_ITEM_TEXT)
        item->style.align = turned[item->style.align];
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      WayPoint *point = &g_array_index (self->points, WayPoint, i);

      point->x = width - point->x;
    }
}

guint
way_scene_get_n_items (const WayScene *self)
{
  return self->items->len;
}

/**
 * way_scene_get_item:
 *
 * Returns: (transfer none): valid until the next item is added
 */
const WaySceneItem *
way_scene_get_item (const WayScene *self, guint index)
{
  g_assert (index < self->items->len);
  return &g_array_index (self->items, WaySceneItem, index);
}

/**
 * way_scene_item_text:
 *
 * Returns: (transfer none): the text of a TEXT item
 */
const char *
way_scene_item_text (const WayScene *self, const WaySceneItem *item)
{
  g_assert (item->kind == WAY_ITEM_TEXT);
  return self->text->str + item->first;
}

/* Rounded to half pixels, so that a golden text does not hang on the last bit; no −0. */
static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.1f",
                                         round (value * 2) / 2 + 0.0));
}

static void
append_roles (GString *out, const WaySceneItem *item)
{
  static const char *const dashes[] = { "", " dashed", " dotted" };
  static const char *const hatches[] = { "", " rising", " falling", " upright" };

  if (item->fill != WAY_ROLE_NONE)
    g_string_append_printf (out, " fill %s", way_role_name (item->fill));
  if (item->stroke != WAY_ROLE_NONE)
    {
      g_string_append_printf (out, " stroke %s", way_role_name (item->stroke));
      append_number (out, item->line_width);
    }
  g_string_append (out, dashes[item->dash]);
  g_string_append (out, hatches[item->hatch]);
  if (item->head)
    g_string_append (out, " head");
}

static void
append_box (GString *out, const char *name, const WaySceneItem *item)
{
  g_string_append (out, name);
  append_number (out, item->x);
  append_number (out, item->y);
  append_number (out, item->width);
  append_number (out, item->height);
}

static void
append_text_item (GString *out, const WayScene *self, const WaySceneItem *item)
{
  static const char *const sizes[] = { "caption", "small", "body", "heading", "title", "figure" };
  static const char *const aligns[] = { "start", "center", "end" };

  g_string_append (out, "text");
  append_number (out, item->x);
  append_number (out, item->y);
  g_string_append_printf (out, " %s%s %s %s", sizes[item->style.size],
                          item->style.weight == WAY_WEIGHT_BOLD ? " bold" : "",
                          aligns[item->style.align], way_role_name (item->style.role));
  if (item->style.tabular)
    g_string_append (out, " tabular");
  if (item->width > 0)
    append_number (out, item->width);
  g_string_append_printf (out, " “%s”", way_scene_item_text (self, item));
}

static void
append_item (GString *out, const WayScene *self, const WaySceneItem *item)
{
  switch ((WayItemKind) item->kind)
    {
    case WAY_ITEM_RECT:
      append_box (out, "rect", item);
      if (item->radius > 0)
        {
          g_string_append (out, " radius");
          append_number (out, item->radius);
        }
      append_roles (out, item);
      break;
    case WAY_ITEM_PATH:
      g_string_append (out, item->closed ? "polygon" : "line");
      for (guint i = 0; i < item->length; i++)
        {
          WayPoint *point = &g_array_index (self->points, WayPoint, item->first + i);

          append_number (out, point->x);
          append_number (out, point->y);
        }
      append_roles (out, item);
      break;
    case WAY_ITEM_DIAMOND:
      append_box (out, "diamond", item);
      append_roles (out, item);
      break;
    case WAY_ITEM_TEXT:
      append_text_item (out, self, item);
      break;
    case WAY_ITEM_CLIP:
      append_box (out, "clip", item);
      break;
    case WAY_ITEM_UNCLIP:
      g_string_append (out, "unclip");
      break;
    }
  g_string_append_c (out, '\n');
}

/**
 * way_scene_to_string:
 *
 * Returns: (transfer full): one line an item, for golden tests
 */
char *
way_scene_to_string (const WayScene *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    append_item (out, self, way_scene_get_item (self, i));
  return g_string_free (out, FALSE);
}
