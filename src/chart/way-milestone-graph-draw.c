/* way-milestone-graph-draw.c: milestones and what they wait for: the scene.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only what is seen gets into the scene, and of a node only what can be read at its size. */

#include "model/way-i18n.h"

#include "chart/way-milestone-graph-layout.h"

#define PAD 11.0
#define MARK 18.0
#define RADIUS 7.0
#define LINE_1 17.0
#define LINE_2 36.0
#define LINE_3 54.0

static const WayRole tones[] = { WAY_ROLE_GOOD, WAY_ROLE_WARNING, WAY_ROLE_BAD };

static const WayTextStyle small = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY };
static const WayTextStyle strong
    = { .size = WAY_TEXT_SMALL, .weight = WAY_WEIGHT_BOLD, .role = WAY_ROLE_TEXT };

static gboolean
is_seen (const WayGraphView *view, double x0, double y0, double x1, double y1)
{
  return view == NULL
         || (x1 >= view->x && x0 <= view->x + view->width && y1 >= view->y
             && y0 <= view->y + view->height);
}

/* A shape and a letter besides the colour: circle, diamond, square. */
static void
add_mark (WayScene *scene, double x, double y, double size, const WayGraphNode *node)
{
  WayRole tone = tones[MIN (node->level, G_N_ELEMENTS (tones) - 1)];
  const WayTextStyle letter = { .size = size > MARK ? WAY_TEXT_HEADING : WAY_TEXT_CAPTION,
                                .weight = WAY_WEIGHT_BOLD,
                                .align = WAY_ALIGN_CENTER,
                                .role = WAY_ROLE_ON_ACCENT };

  if (node->level == 1)
    way_scene_diamond (scene, x + size / 2, y + size / 2, size * 1.25, tone, WAY_ROLE_NONE,
                       WAY_DASH_SOLID);
  else
    way_scene_rect (scene, x, y, size, size, node->level == 0 ? size / 2 : 3, tone, WAY_ROLE_NONE);
  way_scene_text (scene, x + size / 2, y + size / 2, 0, node->letter, letter);
}

/* A word on a soft ground, ending at @right. Returns: where it begins */
static double
add_chip (WayScene *scene, const WayMeasure *measure, double right, double y, const char *text,
          WayRole ground, WayRole role)
{
  const WayTextStyle style = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD, .role = role };
  double width = MIN (way_measure_text (measure, text, style) + 12, WAY_GRAPH_NODE_WIDTH / 2);

  way_scene_rect (scene, right - width, y - 8, width, 16, 8, ground, WAY_ROLE_NONE);
  way_scene_text (scene, right - width + 6, y, width - 8, text, style);
  return right - width;
}

static void
add_words (WayScene *scene, const WayMeasure *measure, double x, double y, const WayGraphNode *node)
{
  double right = x + WAY_GRAPH_NODE_WIDTH - PAD, room = WAY_GRAPH_NODE_WIDTH - 2 * PAD;
  double left = x + PAD + MARK + 7;

  add_mark (scene, x + PAD, y + LINE_1 - MARK / 2, MARK, node);
  if (node->variance != NULL)
    {
      const WayTextStyle style
          = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD, .align = WAY_ALIGN_END,
              .role = node->late ? WAY_ROLE_BAD_TEXT : WAY_ROLE_GOOD_TEXT };

      way_scene_text (scene, right, y + LINE_1, 0, node->variance, style);
      right -= way_measure_text (measure, node->variance, style) + 8;
    }
  if (node->blocked != NULL)
    right = add_chip (scene, measure, right, y + LINE_1, node->blocked, WAY_ROLE_BAD_SOFT,
                      WAY_ROLE_BAD_TEXT) - 6;
  way_scene_text (scene, left, y + LINE_1, MAX (right - left, 12), node->id, small);
  way_scene_text (scene, x + PAD, y + LINE_2, room, node->title, strong);
  way_scene_text (scene, x + PAD, y + LINE_3, room, node->dates, small);
}

static void
add_name (WayScene *scene, double x, double y, const WayGraphNode *node)
{
  const WayTextStyle style
      = { .size = WAY_TEXT_TITLE, .weight = WAY_WEIGHT_BOLD, .role = WAY_ROLE_TEXT };

  add_mark (scene, x + PAD, y + WAY_GRAPH_NODE_HEIGHT / 2 - MARK, 2 * MARK, node);
  way_scene_text (scene, x + 2 * PAD + 2 * MARK, y + WAY_GRAPH_NODE_HEIGHT / 2,
                  WAY_GRAPH_NODE_WIDTH - 3 * PAD - 2 * MARK, node->id, style);
}

/* On the critical chain: a double frame. */
static void
add_node (const WayGraphLayout *self, guint i, const WayGraphNode *node, const WayGraphView *view,
          const WayMeasure *measure, WayScene *scene)
{
  double x = self->places[i].x, y = self->places[i].y;
  double width = WAY_GRAPH_NODE_WIDTH, height = WAY_GRAPH_NODE_HEIGHT;
  WayGraphDetail detail = view != NULL ? view->detail : WAY_GRAPH_ALL;
  WayRole ground = node->done ? WAY_ROLE_HEADER : WAY_ROLE_BACKGROUND;

  if (detail == WAY_GRAPH_COLORS)
    {
      way_scene_rect (scene, x, y, width, height, 0,
                      tones[MIN (node->level, G_N_ELEMENTS (tones) - 1)], WAY_ROLE_NONE);
      if (node->critical || view->focus == i)
        way_scene_outline (scene, x - 10, y - 10, width + 20, height + 20, 0,
                           view->focus == i ? WAY_ROLE_ACCENT : WAY_ROLE_LINK_CRITICAL, 20,
                           WAY_DASH_SOLID);
      return;
    }
  if (view != NULL && view->focus == i)
    way_scene_outline (scene, x - 5, y - 5, width + 10, height + 10, RADIUS + 5, WAY_ROLE_ACCENT,
                       3, WAY_DASH_SOLID);
  way_scene_rect (scene, x, y, width, height, RADIUS, ground, WAY_ROLE_NONE);
  way_scene_outline (scene, x, y, width, height, RADIUS,
                     node->critical ? WAY_ROLE_LINK_CRITICAL : WAY_ROLE_BAR_EDGE,
                     node->critical ? 2 : 1, node->blocked != NULL ? WAY_DASH_DASHED
                                                                   : WAY_DASH_SOLID);
  if (node->critical)
    way_scene_outline (scene, x + 4, y + 4, width - 8, height - 8, RADIUS - 3,
                       WAY_ROLE_LINK_CRITICAL, 1, WAY_DASH_SOLID);
  if (detail == WAY_GRAPH_ALL)
    add_words (scene, measure, x, y, node);
  else if (detail == WAY_GRAPH_NAMES)
    add_name (scene, x, y, node);
}

static void
add_route (const WayGraphLayout *self, guint edge, const WayGraphView *view, WayScene *scene)
{
  const WayGraphRoute *route = &self->routes[edge];
  const WayPoint *points = &g_array_index (self->points, WayPoint, route->first);
  gboolean critical = self->edges[edge].critical;
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  if (route->length == 0)
    return;
  for (guint i = 0; i < route->length; i++)
    {
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  if (!is_seen (view, points[0].x, top, points[route->length - 1].x, bottom))
    return;
  if (view != NULL && view->detail == WAY_GRAPH_COLORS) /* its corners cannot be seen */
    way_scene_line (scene, points[0].x, points[0].y, points[route->length - 1].x,
                    points[route->length - 1].y, critical ? 12 : 6,
                    critical ? WAY_ROLE_LINK_CRITICAL : WAY_ROLE_LINK, WAY_DASH_SOLID);
  else
    way_scene_path (scene, points, route->length, FALSE, WAY_ROLE_NONE,
                    critical ? WAY_ROLE_LINK_CRITICAL : WAY_ROLE_LINK, critical ? 2.8 : 1.2,
                    WAY_DASH_SOLID, TRUE);
}

/**
 * way_graph_layout_draw:
 *
 * Appends lines, then milestones; the critical chain last of the lines, thicker.
 */
void
way_graph_layout_draw (const WayGraphLayout *self,
                       const WayGraphNode *nodes,
                       const WayGraphView *view,
                       const WayMeasure *measure,
                       WayScene *scene)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint e = 0; e < self->n_edges; e++)
      if (self->edges[e].critical == (pass == 1))
        add_route (self, e, view, scene);
  if (self->unlinked_y > 0
      && is_seen (view, 0, self->unlinked_y - 20, self->width, self->unlinked_y + 20)
      && (view == NULL || view->detail == WAY_GRAPH_ALL))
    {
      way_scene_line (scene, 24, self->unlinked_y - 14, self->width - 24, self->unlinked_y - 14, 1,
                      WAY_ROLE_LINE, WAY_DASH_SOLID);
      way_scene_text (scene, 24, self->unlinked_y + 4, self->width - 48,
                      _ ("Without links to other milestones"), small);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    if (is_seen (view, self->places[i].x - 8, self->places[i].y - 8,
                 self->places[i].x + WAY_GRAPH_NODE_WIDTH + 8,
                 self->places[i].y + WAY_GRAPH_NODE_HEIGHT + 8))
      add_node (self, i, &nodes[i], view, measure, scene);
}
