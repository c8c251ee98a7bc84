/* way-gantt-route.c: the way of a link: right angles, around bars and labels where it can.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link leaves one end of its predecessor, goes down or up in one column, and enters one
 * end of its successor. When that column cannot be the one beside the predecessor (the
 * successor starts earlier, or the column is full of bars), the link first runs along the line
 * between two rows to a better column. Some columns are tried; the one that crosses least wins,
 * and among equals the shortest way. */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

#define STUB 6.0       /* how far a link goes out before it turns */
#define APPROACH 10.0  /* the last stretch, which ends in the arrow head */
#define MARGIN 4.0     /* between a column and what stands beside it */
#define MOST_ROWS 48   /* that are looked at for a better column */
#define MOST_COLUMNS 24
#define MOST_NEIGHBOURS 32 /* earlier links that are looked at */
#define NEAR 3.0            /* two columns closer than this look like one */
#define PIXELS_A_POINT 40.0 /* of a detour, that are as bad as one point of cost */

typedef struct
{
  WayGanttLayout *layout;
  guint predecessor_row, successor_row;
  guint upper, lower;     /* of the two */
  gboolean down;
  double out_x, out_y;    /* where it leaves */
  double in_x, in_y;      /* where it lands */
  int out_side, in_side;  /* +1 = at the right end, −1 = at the left end */
  double stub_x;          /* the nearest column to the predecessor … */
  double last_x;          /* … and to the successor */
  double between_y;       /* the line beside the predecessor's row */
  double columns[MOST_COLUMNS];
  guint n_columns;
} Route;

static const WayGanttBar *
visible_bar (WayGanttLayout *self, guint row)
{
  if (row < self->first_row || row >= self->end_row)
    return NULL;
  return &g_array_index (self->bars, WayGanttBar, row - self->first_row);
}

static double
label_end (const WayGanttBar *bar)
{
  return bar->label_width > 0 ? bar->label_x + bar->label_width : bar->x1;
}

/* A link enters from outside: its column lies beyond the end where it lands. */
static gboolean
may_enter_from (const Route *route, double x)
{
  return route->in_side < 0 ? x <= route->last_x : x >= route->last_x;
}

static gboolean
may_leave_to (const Route *route, double x)
{
  return route->out_side > 0 ? x >= route->stub_x : x <= route->stub_x;
}

static gboolean
spans (double from, double to, double x0, double x1)
{
  return MAX (from, to) > x0 && MIN (from, to) < x1;
}

/* What a column would cross in the rows between. */
static double
column_cost (const Route *route, double x)
{
  WayGanttLayout *self = route->layout;
  guint from = MAX (route->upper + 1, self->first_row);
  guint to = MIN (MIN (route->lower, self->end_row), from + MOST_ROWS);
  double cost = 0;

  for (guint row = from; row < to; row++)
    {
      const WayGanttBar *bar = visible_bar (self, row);

      if (!bar->has_dates)
        continue;
      if (x > bar->x0 - 2 && x < bar->x1 + 2)
        cost += bar->kind == WAY_BAR_SUMMARY ? 4 : 10;
      else if (bar->label_width > 0 && x > bar->label_x - 3 && x < label_end (bar) + 3)
        cost += 8;
    }
  return cost;
}

/* What the first or the last stretch would cross in its own row. */
static double
stretch_cost (const Route *route, guint row, double from, double to)
{
  const WayGanttBar *bar = visible_bar (route->layout, row);
  double cost = 0;

  if (bar == NULL || !bar->has_dates)
    return 0;
  if (bar->label_width > 0 && spans (from, to, bar->label_x, label_end (bar)))
    cost += 8;
  if (!isnan (bar->target_x) && spans (from, to, bar->target_x - 5, bar->target_x + 5))
    cost += 8;
  if (spans (from, to, bar->x0 + 1, bar->x1 - 1))
    cost += 10;
  return cost;
}

/* Columns of links that have nothing in common should not run into one another. */
static double
neighbour_cost (const Route *route, double x)
{
  GArray *links = route->layout->links;
  guint n = MIN (links->len, MOST_NEIGHBOURS);
  double top = MIN (route->out_y, route->in_y), bottom = MAX (route->out_y, route->in_y);
  double cost = 0;

  for (guint i = links->len - n; i < links->len; i++)
    {
      const WayGanttLink *other = &g_array_index (links, WayGanttLink, i);
      const WayPoint *column = &other->points[other->n_points - 3];

      if (other->predecessor_row != route->predecessor_row
          && other->successor_row != route->successor_row && fabs (column->x - x) < NEAR
          && spans (top, bottom, MIN (column[0].y, column[1].y), MAX (column[0].y, column[1].y)))
        cost += 4;
    }
  return cost;
}

static void
add_column (Route *route, double x)
{
  if (route->n_columns < MOST_COLUMNS && may_enter_from (route, x))
    route->columns[route->n_columns++] = x;
}

/* Beside the two ends, and beside whatever stands between. */
static void
collect_columns (Route *route)
{
  WayGanttLayout *self = route->layout;
  guint from = MAX (route->upper + 1, self->first_row);
  guint to = MIN (MIN (route->lower, self->end_row), from + MOST_ROWS);
  double left = MIN (route->stub_x, route->last_x) - 200;
  double right = MAX (route->stub_x, route->last_x) + 200;

  add_column (route, route->stub_x);
  add_column (route, route->last_x);
  for (guint row = from; row < to && route->n_columns + 2 <= MOST_COLUMNS; row++)
    {
      const WayGanttBar *bar = visible_bar (self, row);
      double before = bar->x0 - MARGIN, after = label_end (bar) + MARGIN;

      if (!bar->has_dates)
        continue;
      if (before > left && before < right)
        add_column (route, before);
      if (after > left && after < right)
        add_column (route, after);
    }
}

/* Whether the column can be reached without running between the rows. */
static gboolean
is_direct (const Route *route, double x)
{
  return may_leave_to (route, x)
         && stretch_cost (route, route->down ? route->upper : route->lower,
                          route->out_x + route->out_side, x)
                == 0;
}

static double
best_column (Route *route)
{
  double best = route->last_x, least = G_MAXDOUBLE;
  guint in_row = route->down ? route->lower : route->upper;

  for (guint i = 0; i < route->n_columns; i++)
    {
      double x = route->columns[i];
      double cost = column_cost (route, x)
                    + stretch_cost (route, in_row, x, route->in_x + route->in_side)
                    + neighbour_cost (route, x) + (is_direct (route, x) ? 0 : 2)
                    + (fabs (x - route->stub_x) + fabs (x - route->last_x)) / PIXELS_A_POINT;

      if (cost < least)
        {
          least = cost;
          best = x;
        }
    }
  return best;
}

static void
set_points (WayGanttLink *link, const Route *route, double x)
{
  guint n = 0;

  link->points[n++] = (WayPoint) { route->out_x, route->out_y };
  if (!is_direct (route, x))
    {
      link->points[n++] = (WayPoint) { route->stub_x, route->out_y };
      link->points[n++] = (WayPoint) { route->stub_x, route->between_y };
      link->points[n++] = (WayPoint) { x, route->between_y };
    }
  else
    link->points[n++] = (WayPoint) { x, route->out_y };
  link->points[n++] = (WayPoint) { x, route->in_y };
  link->points[n++] = (WayPoint) { route->in_x, route->in_y };
  link->n_points = n;
}

/* Off the screen nothing can be crossed that anybody sees. */
static gboolean
is_worth_a_search (const Route *route)
{
  double width = route->layout->width;

  return MAX (route->stub_x, route->last_x) > -200 && MIN (route->stub_x, route->last_x) < width + 200;
}

/**
 * way_gantt_route:
 * @link: with its rows; points is filled, n_points = 0 when an end has no dates
 */
void
way_gantt_route (WayGanttLayout *self, WayGanttLink *link)
{
  const WayTask *predecessor = self->rows[link->predecessor_row];
  const WayTask *successor = self->rows[link->successor_row];
  gint64 type = link->link->type;
  double unit = way_gantt_unit (self), from_x0, from_x1, to_x0, to_x1;
  Route route = {
    .layout = self,
    .predecessor_row = link->predecessor_row,
    .successor_row = link->successor_row,
    .upper = MIN (link->predecessor_row, link->successor_row),
    .lower = MAX (link->predecessor_row, link->successor_row),
    .down = link->predecessor_row < link->successor_row,
    .out_side = type == WAY_LINK_FS || type == WAY_LINK_FF ? 1 : -1,
    .in_side = type == WAY_LINK_FF || type == WAY_LINK_SF ? 1 : -1,
  };

  link->n_points = 0;
  if (!way_gantt_bar_ends (self, predecessor, &from_x0, &from_x1)
      || !way_gantt_bar_ends (self, successor, &to_x0, &to_x1))
    return;
  route.out_x = route.out_side > 0 ? from_x1 : from_x0;
  route.in_x = route.in_side > 0 ? to_x1 : to_x0;
  route.out_y = way_gantt_bar_middle (self, link->predecessor_row, way_gantt_bar_kind (predecessor));
  route.in_y = way_gantt_bar_middle (self, link->successor_row, way_gantt_bar_kind (successor));
  route.stub_x = route.out_x + route.out_side * STUB * unit;
  route.last_x = route.in_x + route.in_side * APPROACH * unit;
  route.between_y = way_gantt_row_y (self, link->predecessor_row + (route.down ? 1 : 0));
  if (is_worth_a_search (&route))
    collect_columns (&route);
  else
    add_column (&route, route.stub_x);
  set_points (link, &route, best_column (&route));
}
