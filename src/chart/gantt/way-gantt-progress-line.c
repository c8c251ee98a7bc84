/* way-gantt-progress-line.c: the line at the status date that bends to how far each task has come.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It runs down the status date. At a task that should have begun or has begun, and that is not
 * simply behind it, it goes out to the end of its done part: to the left of a task that is late,
 * to the right of one that is ahead. A task that is finished in time or that is yet to come
 * leaves it straight. */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

#define DOT 2.5

/* Where the line passes a row; NAN = straight on. */
static double
progress_x (WayGanttLayout *self, const WayGanttBar *bar)
{
  WayMoment status = self->options.status_date;
  const WayTask *task = bar->task;

  if (!bar->has_dates || bar->kind == WAY_BAR_SUMMARY || !task->active)
    return NAN;
  if (task->complete >= 100)
    return task->finish > status ? way_time_scale_x (&self->scale, task->finish) : NAN;
  if (task->complete <= 0)
    return task->start < status ? way_time_scale_x (&self->scale, task->start) : NAN;
  return bar->done_x;
}

static void
add_point (GArray *points, double x, double y)
{
  WayPoint point = { x, y };

  g_array_append_val (points, point);
}

/**
 * way_gantt_append_progress_line:
 *
 * Nothing without a status date.
 */
void
way_gantt_append_progress_line (const WayGanttCanvas *canvas)
{
  WayGanttLayout *self = canvas->layout;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  double x, height = self->options.row_height;

  if (self->options.status_date == WAY_NEVER)
    return;
  x = way_gantt_cut_x (canvas, way_time_scale_x (&self->scale, self->options.status_date));
  add_point (points, x, 0);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const WayGanttBar *bar = &g_array_index (self->bars, WayGanttBar, i);
      double to = progress_x (self, bar), y = way_gantt_row_y (self, bar->row);

      if (isnan (to) || fabs (to - x) < 1)
        continue;
      add_point (points, x, y + height * 0.15);
      add_point (points, way_gantt_cut_x (canvas, to), bar->y + bar->height / 2);
      add_point (points, x, y + height * 0.85);
    }
  add_point (points, x, self->height);
  way_scene_path (canvas->scene, (const WayPoint *) (gpointer) points->data, points->len, FALSE,
                  WAY_ROLE_NONE, WAY_ROLE_PROGRESS_LINE, 1.5, WAY_DASH_SOLID, FALSE);
  for (guint i = 2; i + 1 < points->len; i += 3)
    {
      const WayPoint *point = &g_array_index (points, WayPoint, i);
      double radius = DOT * canvas->unit;

      if (way_gantt_sees (canvas, point->x, point->x))
        way_scene_rect (canvas->scene, point->x - radius, point->y - radius, 2 * radius,
                        2 * radius, radius, WAY_ROLE_PROGRESS_LINE, WAY_ROLE_NONE);
    }
}
