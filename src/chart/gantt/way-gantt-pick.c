/* way-gantt-pick.c: what lies under the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

#define EDGE 6.0        /* of a bar's end, inwards */
#define OUTER_EDGE 2.0  /* and outwards */
#define SMALL_BAR 20.0  /* a bar shorter than this keeps its middle for moving */
#define HANDLE 7.0      /* radius around a link handle */
#define LINK 6.0        /* distance to a link */
#define FILL_EDGE 5.0   /* to both sides of where the done part ends */

static double
distance_to_stretch (double x, double y, const WayPoint *from, const WayPoint *to)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? ((x - from->x) * dx + (y - from->y) * dy) / length : 0;

  along = CLAMP (along, 0, 1);
  return hypot (x - from->x - along * dx, y - from->y - along * dy);
}

static const WayGanttLink *
pick_link (WayGanttLayout *self, double x, double y)
{
  const WayGanttLink *nearest = NULL;
  double least = LINK;

  for (guint i = 0; i < self->links->len; i++)
    {
      const WayGanttLink *link = &g_array_index (self->links, WayGanttLink, i);

      for (guint p = 1; p < link->n_points; p++)
        {
          double distance = distance_to_stretch (x, y, &link->points[p - 1], &link->points[p]);

          if (distance <= least)
            {
              least = distance;
              nearest = link;
            }
        }
    }
  return nearest;
}

static gboolean
near (double x, double y, double to_x, double to_y, double radius)
{
  return hypot (x - to_x, y - to_y) <= radius;
}

/* The end of the fill, between the ends of the bar; and the handle that hangs under it, also
 * when the fill is empty or full, so that it never hides the ends. */
static gboolean
is_on_progress (WayGanttLayout *self, const WayGanttBar *bar, double x, double y)
{
  double bottom = bar->y + bar->height, away = fabs (x - bar->done_x);

  if (!self->options.progress || y < bar->y - 3)
    return FALSE;
  if (away <= 7 && y >= bottom - 3 && y <= bottom + 8)
    return TRUE;
  return away <= FILL_EDGE && y <= bottom && bar->done_x - bar->x0 > 2 * EDGE
         && bar->x1 - bar->done_x > 2 * EDGE;
}

static WayGanttPart
pick_task_part (WayGanttLayout *self, const WayGanttBar *bar, double x, double y)
{
  double middle = bar->y + bar->height / 2;
  double inner = bar->x1 - bar->x0 < SMALL_BAR ? (bar->x1 - bar->x0) / 4 : EDGE;

  if (is_on_progress (self, bar, x, y))
    return WAY_PART_PROGRESS;
  if (y >= bar->y - 3 && y <= bar->y + bar->height + 3 && x >= bar->x0 - OUTER_EDGE
      && x <= bar->x1 + OUTER_EDGE)
    {
      if (x <= bar->x0 + inner)
        return WAY_PART_START;
      if (x >= bar->x1 - inner)
        return WAY_PART_FINISH;
      return WAY_PART_BAR;
    }
  if (near (x, y, bar->x0 - WAY_GANTT_HANDLE, middle, HANDLE))
    return WAY_PART_LINK_START;
  if (near (x, y, bar->x1 + WAY_GANTT_HANDLE, middle, HANDLE))
    return WAY_PART_LINK_FINISH;
  return WAY_PART_ROW;
}

static WayGanttPart
pick_point_part (const WayGanttBar *bar, double x, double y)
{
  double middle = bar->y + bar->height / 2, center = (bar->x0 + bar->x1) / 2;

  if (fabs (x - center) + fabs (y - middle) <= bar->height / 2 + 2)
    return WAY_PART_MILESTONE;
  if (near (x, y, bar->x0 - WAY_GANTT_HANDLE, middle, HANDLE))
    return WAY_PART_LINK_START;
  if (near (x, y, bar->x1 + WAY_GANTT_HANDLE, middle, HANDLE))
    return WAY_PART_LINK_FINISH;
  return WAY_PART_ROW;
}

static WayGanttPart
pick_part (WayGanttLayout *self, const WayGanttBar *bar, double x, double y)
{
  if (!bar->has_dates)
    return WAY_PART_ROW;
  switch (bar->kind)
    {
    case WAY_BAR_MILESTONE:
      return pick_point_part (bar, x, y);
    case WAY_BAR_SUMMARY:
      return x >= bar->x0 - 2 && x <= bar->x1 + 2 && y >= bar->y - 4 && y <= bar->y + bar->height + 3
                 ? WAY_PART_SUMMARY
                 : WAY_PART_ROW;
    case WAY_BAR_TASK:
    default:
      return pick_task_part (self, bar, x, y);
    }
}

/**
 * way_gantt_layout_pick:
 * @x: in the view, as painted: mirrored when the options say rtl
 *
 * Bars win over their handles, handles over links, links over empty space.
 *
 * Returns: what the last update has at @x, @y
 */
WayGanttHit
way_gantt_layout_pick (WayGanttLayout *self, double x, double y)
{
  WayGanttHit hit = { .part = WAY_PART_NONE, .row = -1 };
  double row = floor ((y + self->scroll) / self->options.row_height);
  const WayGanttLink *link;

  g_return_val_if_fail (WAY_IS_GANTT_LAYOUT (self), hit);
  if (self->options.rtl)
    x = self->width - x;
  if (row >= self->first_row && row < self->end_row)
    {
      const WayGanttBar *bar
          = &g_array_index (self->bars, WayGanttBar, (guint) row - self->first_row);

      hit.row = (int) row;
      hit.task = bar->task;
      hit.part = pick_part (self, bar, x, y);
    }
  if (hit.part != WAY_PART_NONE && hit.part != WAY_PART_ROW)
    return hit;
  link = pick_link (self, x, y);
  if (link != NULL)
    {
      hit.part = WAY_PART_LINK;
      hit.link = link->link;
    }
  return hit;
}
