/* way-plan-strip.c: WayPlanStrip, a whole plan as thin lines on a strip.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-plan-strip.h"

#include <math.h>
#include <string.h>

#define MARGIN 5.0      /* above and below the lines */
#define PITCH 3.0       /* from line to line where there are many … */
#define WIDEST_PITCH 7.0 /* … and where there are few */
#define THICKNESS 2.0
#define POINT 5.0       /* size of a milestone */

/* What a cell holds; of several the last in this order is seen. */
typedef enum
{
  CELL_EMPTY,
  CELL_FINISHED,
  CELL_OPEN,
  CELL_CRITICAL,
  CELL_POINT,
  N_CELLS
} Cell;

static const WayRole roles[N_CELLS] = {
  [CELL_EMPTY] = WAY_ROLE_NONE,         [CELL_FINISHED] = WAY_ROLE_FINISHED_EDGE,
  [CELL_OPEN] = WAY_ROLE_BAR_EDGE,      [CELL_CRITICAL] = WAY_ROLE_CRITICAL_EDGE,
  [CELL_POINT] = WAY_ROLE_MILESTONE,
};

struct _WayPlanStrip
{
  WayPlanStripOptions options;
  guint n_lines;
  double pitch;
  guint8 *cells; /* n_lines × width */
};

WayPlanStrip *
way_plan_strip_new (void)
{
  return g_new0 (WayPlanStrip, 1);
}

void
way_plan_strip_free (WayPlanStrip *self)
{
  g_free (self->cells);
  g_free (self);
}

static Cell
cell_of (const WayPlanStrip *self, const WayTask *task)
{
  if (task->is_milestone || task->duration == 0)
    return CELL_POINT;
  if (task->complete >= 100)
    return CELL_FINISHED;
  return self->options.critical && task->critical ? CELL_CRITICAL : CELL_OPEN;
}

static void
mark (WayPlanStrip *self, guint line, const WayTask *task)
{
  const WayPlanStripOptions *options = &self->options;
  double scale = options->width / (double) MAX (1, options->to - options->from);
  Cell cell = cell_of (self, task);
  int first, last;

  first = (int) CLAMP ((double) (task->start - options->from) * scale, 0, options->width - 1);
  last = (int) CLAMP ((double) (task->finish - options->from) * scale, first, options->width - 1);
  if (cell == CELL_POINT)
    first = last;
  for (guint8 *at = self->cells + line * (guint) options->width + first,
              *end = at + (last - first);
       at <= end; at++)
    *at = MAX (*at, (guint8) cell);
}

/**
 * way_plan_strip_update:
 * @rows: not kept
 *
 * Summaries are left out: their children say the same.
 */
void
way_plan_strip_update (WayPlanStrip *self, WayTask *const *rows, guint n_rows,
                       const WayPlanStripOptions *options)
{
  double room = options->height - 2 * MARGIN;
  guint most;

  g_return_if_fail (options->width > 0 && room > 0);

  most = (guint) floor (room / PITCH);
  self->options = *options;
  self->n_lines = CLAMP (n_rows, 1, MAX (1, most));
  self->pitch = fmin (room / self->n_lines, WIDEST_PITCH);
  self->cells = g_realloc (self->cells, self->n_lines * (gsize) options->width);
  memset (self->cells, CELL_EMPTY, self->n_lines * (gsize) options->width);
  for (guint row = 0; row < n_rows; row++)
    if (!rows[row]->summary && rows[row]->start != WAY_NEVER && rows[row]->finish != WAY_NEVER)
      mark (self, (guint) ((guint64) row * self->n_lines / n_rows), rows[row]);
}

static void
append_run (const WayPlanStrip *self, WayScene *scene, guint line, int first, int end, Cell cell)
{
  double y = MARGIN + (line + 0.5) * self->pitch;

  if (cell == CELL_POINT)
    for (int x = first; x < end; x++)
      way_scene_diamond (scene, x + 0.5, y, POINT, roles[cell], WAY_ROLE_NONE, WAY_DASH_SOLID);
  else
    way_scene_rect (scene, first, y - THICKNESS / 2, end - first, THICKNESS, 0, roles[cell],
                    WAY_ROLE_NONE);
}

void
way_plan_strip_append (const WayPlanStrip *self, WayScene *scene)
{
  int width = self->options.width;

  for (guint line = 0; line < self->n_lines; line++)
    {
      const guint8 *cells = self->cells + line * (guint) width;

      for (int first = 0, x = 1; x <= width; x++)
        if (x == width || cells[x] != cells[first])
          {
            if (cells[first] != CELL_EMPTY)
              append_run (self, scene, line, first, x, (Cell) cells[first]);
            first = x;
          }
    }
}
