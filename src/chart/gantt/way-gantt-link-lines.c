/* way-gantt-link-lines.c: links as lines with an arrow head.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a link keeps clear of labels where it can. Where it cannot, the line is broken, as
 * on a map: it ends above the label and goes on below it. */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

#define HALF_LABEL (2 / 3.0) /* of a letter's size: from its middle to where a line ends */

/* What is drawn in one go. */
typedef struct
{
  WayGanttLayout *layout;
  WayScene *scene;
  WayRole role;
  double line_width;
  WayPoint points[WAY_LINK_POINTS];
  guint n_points;
} Stretch;

static void
end_stretch (Stretch *stretch, gboolean head)
{
  way_scene_path (stretch->scene, stretch->points, stretch->n_points, FALSE, WAY_ROLE_NONE,
                  stretch->role, stretch->line_width, WAY_DASH_SOLID, head);
  stretch->n_points = 0;
}

static guint
row_at (WayGanttLayout *self, double y)
{
  double row = floor ((y + self->scroll) / self->options.row_height);

  return (guint) CLAMP (row, self->first_row, self->end_row - 1.0);
}

/* Goes straight down or up to @end, with a gap at each label on the way. */
static void
go_upright (Stretch *stretch, WayPoint end)
{
  WayGanttLayout *self = stretch->layout;
  double from = stretch->points[stretch->n_points - 1].y, middle;
  double scale = self->options.measure.scale > 0 ? self->options.measure.scale : 1;
  double half = HALF_LABEL * scale * way_text_size_pixels (WAY_TEXT_SMALL);
  int step = end.y > from ? 1 : -1;
  guint last = row_at (self, end.y), row = row_at (self, from);

  for (gboolean more = TRUE; more; row += step)
    {
      more = row != last;
      middle = way_gantt_row_y (self, row) + self->options.row_height / 2;
      if (middle - half < MIN (from, end.y) || middle + half > MAX (from, end.y)
          || !way_gantt_meets_label (
              &g_array_index (self->bars, WayGanttBar, row - self->first_row), end.x, end.x))
        continue;
      stretch->points[stretch->n_points++] = (WayPoint) { end.x, middle - step * half };
      end_stretch (stretch, FALSE);
      stretch->points[stretch->n_points++] = (WayPoint) { end.x, middle + step * half };
    }
}

/**
 * way_gantt_append_link:
 *
 * Adds the line of a link of the last update.
 */
void
way_gantt_append_link (const WayGanttCanvas *canvas, const WayGanttLink *link)
{
  WayGanttLayout *self = canvas->layout;
  Stretch stretch = {
    .layout = self,
    .scene = canvas->scene,
    .role = link->critical ? WAY_ROLE_LINK_CRITICAL : WAY_ROLE_LINK,
    .line_width = link->stands_out ? 2.2 : 1.3,
  };

  if (link->stands_out)
    stretch.role = WAY_ROLE_ACCENT;
  else if (link->faded)
    stretch.role = WAY_ROLE_LINE;
  for (guint i = 0; i < link->n_points; i++)
    {
      WayPoint point = { CLAMP (link->points[i].x, -1000, self->width + 1000),
                         CLAMP (link->points[i].y, -1000, self->height + 1000) };

      if (i > 0 && link->points[i].x == link->points[i - 1].x && self->bars->len > 0)
        go_upright (&stretch, point);
      stretch.points[stretch.n_points++] = point;
    }
  end_stretch (&stretch, TRUE);
}

/* A ring around the task at one end of a link that stands out. */
static void
append_ring (const WayGanttCanvas *canvas, guint row)
{
  WayGanttLayout *self = canvas->layout;
  double x0, x1, gap = 3 * canvas->unit;
  const WayGanttBar *bar;

  if (row < self->first_row || row >= self->end_row)
    return;
  bar = &g_array_index (self->bars, WayGanttBar, row - self->first_row);
  x0 = way_gantt_cut_x (canvas, bar->x0) - gap;
  x1 = way_gantt_cut_x (canvas, bar->x1) + gap;
  if (bar->has_dates)
    way_scene_outline (canvas->scene, x0, bar->y - gap, x1 - x0, bar->height + 2 * gap, 2 * gap,
                       WAY_ROLE_ACCENT, 1.5, WAY_DASH_SOLID);
}

/**
 * way_gantt_append_links:
 *
 * Critical ones stand over the others, those that stand out on top.
 */
void
way_gantt_append_links (const WayGanttCanvas *canvas)
{
  GArray *links = canvas->layout->links;

  for (guint pass = 0; pass < 4; pass++)
    for (guint i = 0; i < links->len; i++)
      {
        const WayGanttLink *link = &g_array_index (links, WayGanttLink, i);

        if (pass != (link->stands_out ? 3 : link->faded ? 0 : link->critical ? 2 : 1))
          continue;
        way_gantt_append_link (canvas, link);
        if (link->stands_out)
          {
            append_ring (canvas, link->predecessor_row);
            append_ring (canvas, link->successor_row);
          }
      }
}
