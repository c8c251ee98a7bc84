/* way-gantt-route.c: the way of a link: right angles, around bars and, where it can, labels.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link goes down or up in one column. From its predecessor it reaches the column in its own row
 * when that side of the bar is free, else along a lane between two rows; in the same way it goes
 * from the column to its successor. Columns beside all that stands between are tried: one that
 * crosses a bar is never taken, as one left or right of all of them is always there; brackets of
 * summaries may be crossed. Among the others the one that crosses the fewest labels by the
 * shortest way wins. Links that have no end in common get columns and lanes of their own, side by
 * side; those that have one run in one line where they can, so that a bundle is a line with
 * branches.
 *
 *   out ──┐ stub        out ── stub
 *         │                     │
 *         │ column      lane ┌──┘
 *         │                  │ column
 *         └──▶ in       lane └──┐ last
 *                               └─▶ in */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

#define STUB 6.0       /* how far a link goes out before it turns */
#define APPROACH 10.0  /* the last stretch, which ends in the arrow head */
#define POINT_APPROACH 7.0 /* to the end of a diamond, near which its label stands */
#define MARGIN 4.0     /* between a column and what stands beside it */
#define TRACK 4.0      /* between two columns */
#define LANE 3.0       /* between two lanes */
#define MOST_COLUMNS 96
#define MOST_RELATED 16
#define MOST_TRACKS 160 /* earlier columns and lanes that are looked at */
#define REACH 240.0     /* how far beyond its ends a link looks for a column */
#define PIXELS_A_POINT 28.0 /* of a detour, that are as bad as one point of cost */

enum
{
  COST_BEND = 2,
  COST_SHARED = 9,
  COST_JOINED = -3,    /* in the line of a link with an end in common */
  COST_BRACKET = 1,    /* of a summary: a thin line */
  COST_LABEL = 5,
  COST_LABELS = 12,    /* many of them: by then no way is a good one, a short one is better */
  COST_OUTSIDE = 6,    /* of the view: where the link goes is not seen */
  COST_BAR = 100000,
};

/* A column (upright) or lane that a link has taken. */
typedef struct
{
  double at, from, to; /* x and a range of y; y and a range of x */
  guint predecessor_row, successor_row;
} Track;

typedef struct
{
  WayGanttLayout *layout;
  guint predecessor_row, successor_row;
  guint from, to;         /* the visible rows between them: from … to − 1 */
  gboolean down;
  double unit;
  double out_x, out_y;    /* where it leaves */
  double in_x, in_y;      /* where it lands */
  int out_side, in_side;  /* +1 = at the right end, −1 = at the left end */
  double stub_x;          /* the nearest column to the predecessor … */
  double last_x;          /* … and to the successor */
  double out_border, in_border; /* the lines between rows beside them */
  double columns[MOST_COLUMNS];
  guint n_columns;
  const Track *related[MOST_RELATED]; /* columns of links with an end in common */
  guint n_related;
} Route;

/* Returns: (transfer full): for what links take, empty */
GArray *
way_gantt_tracks_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Track));
}

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

static gboolean
spans (double from, double to, double x0, double x1)
{
  return MAX (from, to) > x0 && MIN (from, to) < x1;
}

/* What a column would cross in the rows between; not all of it when that is more than @enough. */
static double
column_cost (const Route *route, double x, double enough)
{
  double cost = 0, labels = 0;

  for (guint row = route->from; row < route->to && cost <= enough; row++)
    {
      const WayGanttBar *bar = visible_bar (route->layout, row);

      if (!bar->has_dates)
        continue;
      if (x > bar->x0 - 2 && x < bar->x1 + 2)
        cost += bar->kind == WAY_BAR_SUMMARY ? COST_BRACKET : COST_BAR;
      else if (way_gantt_meets_label (bar, x, x))
        labels += COST_LABEL;
    }
  return cost + MIN (labels, COST_LABELS);
}

/* Whether nothing stands in a row from @from to @to, beside the bar. */
static gboolean
is_free (const Route *route, guint row, double from, double to)
{
  const WayGanttBar *bar = visible_bar (route->layout, row);
  double half = WAY_GANTT_DIAMOND / 2 * route->unit;

  if (bar == NULL || !bar->has_dates)
    return TRUE;
  return !way_gantt_meets_label (bar, from, to)
         && !(!isnan (bar->target_x) && spans (from, to, bar->target_x - half, bar->target_x + half))
         && !spans (from, to, bar->x0 + 1, bar->x1 - 1);
}

static gboolean
leaves_directly (const Route *route, double x)
{
  return (route->out_side > 0 ? x >= route->stub_x : x <= route->stub_x)
         && is_free (route, route->predecessor_row, route->out_x + route->out_side, x);
}

static gboolean
lands_directly (const Route *route, double x)
{
  return (route->in_side < 0 ? x <= route->last_x : x >= route->last_x)
         && is_free (route, route->successor_row, x, route->in_x + route->in_side);
}

/* Whether a link that has no end in common runs there already. */
static gboolean
is_taken (const GArray *tracks, const Route *route, double at, double from, double to, double gap)
{
  guint n = MIN (tracks->len, MOST_TRACKS);

  for (guint i = tracks->len - n; i < tracks->len; i++)
    {
      const Track *track = &g_array_index (tracks, Track, i);

      if (fabs (track->at - at) < gap - 0.1 && spans (from, to, track->from - 2, track->to + 2)
          && track->predecessor_row != route->predecessor_row
          && track->successor_row != route->successor_row)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_related (const Route *route, const Track *track)
{
  return track->predecessor_row == route->predecessor_row
         || track->successor_row == route->successor_row;
}

/* The latest first: those of links that go about as far. */
static void
find_related (Route *route)
{
  const GArray *columns = route->layout->columns;

  for (guint i = columns->len; i > 0 && route->n_related < MOST_RELATED; i--)
    {
      const Track *track = &g_array_index (columns, Track, i - 1);

      if (is_related (route, track)
          && spans (route->out_y, route->in_y, track->from - 2, track->to + 2))
        route->related[route->n_related++] = track;
    }
}

/* Whether the branch at that end needs no turn back. */
static gboolean
branches_off (const Route *route, const Track *track, double x)
{
  if (track->predecessor_row == route->predecessor_row)
    return route->in_side < 0 ? x <= route->last_x : x >= route->last_x;
  return route->out_side > 0 ? x >= route->stub_x : x <= route->stub_x;
}

/* In one line with a related link is good, a pixel beside it is a smear. */
static double
company_cost (const Route *route, double x)
{
  double cost = 0;

  for (guint i = 0; i < route->n_related; i++)
    {
      double apart = fabs (route->related[i]->at - x);

      if (apart < 0.1)
        return branches_off (route, route->related[i], x) ? COST_JOINED : 0;
      if (apart < TRACK - 0.1)
        cost = COST_SHARED;
    }
  return cost;
}

static void
take (GArray *tracks, const Route *route, double at, double from, double to)
{
  Track track = { at, MIN (from, to), MAX (from, to), route->predecessor_row,
                  route->successor_row };

  g_array_append_val (tracks, track);
}

/* Many rows begin or end together: each place once. */
static void
add_column (Route *route, double x)
{
  for (guint i = 0; i < route->n_columns; i++)
    if (fabs (route->columns[i] - x) < 1)
      return;
  if (route->n_columns < MOST_COLUMNS)
    route->columns[route->n_columns++] = x;
}

/* Beside the two ends, left and right of all that stands between, and beside each of it that is
 * not further off than @reach. */
static void
collect_columns (Route *route, double reach)
{
  double left = MIN (route->stub_x, route->last_x), right = MAX (route->stub_x, route->last_x);
  double leftmost = left, rightmost = right;

  route->n_columns = 0;
  for (guint i = 0; i < route->n_related; i++)
    add_column (route, route->related[i]->at);
  add_column (route, route->stub_x);
  add_column (route, route->last_x);
  for (guint row = route->from; row < route->to; row++)
    {
      const WayGanttBar *bar = visible_bar (route->layout, row);

      if (!bar->has_dates)
        continue;
      leftmost = fmin (leftmost, bar->x0 - MARGIN);
      rightmost = fmax (rightmost, label_end (bar) + MARGIN);
    }
  add_column (route, leftmost);
  add_column (route, rightmost);
  for (guint row = route->from; row < route->to && route->n_columns < MOST_COLUMNS; row++)
    {
      const WayGanttBar *bar = visible_bar (route->layout, row);
      const double beside[] = { bar->x0 - MARGIN, bar->x1 + STUB * route->unit,
                                label_end (bar) + MARGIN };

      for (guint i = 0; bar->has_dates && i < G_N_ELEMENTS (beside); i++)
        if (beside[i] > left - reach && beside[i] < right + reach)
          add_column (route, beside[i]);
    }
}

/* What is cheap to know comes first: most columns are dearer than the best by their way alone. */
static double
cost_of (const Route *route, double x, double least)
{
  double cost = (fabs (x - route->stub_x) + fabs (x - route->last_x)) / PIXELS_A_POINT
                + company_cost (route, x);

  if (x < 0 || x > route->layout->width)
    cost += COST_OUTSIDE;
  if (cost < least)
    cost += column_cost (route, x, least - cost + 1);
  if (cost < least)
    cost += (leaves_directly (route, x) ? 0 : COST_BEND)
            + (lands_directly (route, x) ? 0 : COST_BEND);
  if (cost < least
      && is_taken (route->layout->columns, route, x, route->out_y, route->in_y, TRACK))
    cost += COST_SHARED;
  return cost;
}

static double
best_column (Route *route)
{
  static const double sideways[] = { -1, 1, -2, 2, -3, 3, -4, 4, -5, 5 };
  double best = route->last_x, least = G_MAXDOUBLE, middle;

  for (guint i = 0; i < route->n_columns; i++)
    {
      double cost = cost_of (route, route->columns[i], least);

      if (cost < least)
        {
          least = cost;
          best = route->columns[i];
        }
    }
  middle = best;
  for (guint i = 0; i < G_N_ELEMENTS (sideways); i++)
    {
      double x = middle + sideways[i] * TRACK, cost = cost_of (route, x, least);

      if (cost < least)
        {
          least = cost;
          best = x;
        }
    }
  return best;
}

/* Near the ends first; when there is no way, further off rather than around everything. */
static double
find_column (Route *route)
{
  double best, away;

  collect_columns (route, REACH);
  best = best_column (route);
  away = fmax (fmin (route->stub_x, route->last_x) - best,
               best - fmax (route->stub_x, route->last_x));
  if (away <= REACH)
    return best;
  collect_columns (route, away);
  return best_column (route);
}

/* A line between two rows, away from the bars on both sides and from the lanes of others. */
static double
free_lane (const Route *route, double border, double from, double to)
{
  static const double aside[] = { 0, 1, -1, 2 };
  gboolean tall = way_gantt_has_inside_labels (route->layout);
  double above = (tall ? -3.5 : -4.5) * route->unit, below = (tall ? 2.5 : 6.5) * route->unit;
  const GArray *lanes = route->layout->lanes;

  for (guint i = lanes->len; i > 0; i--)
    {
      const Track *lane = &g_array_index (lanes, Track, i - 1);

      if (is_related (route, lane) && lane->at > border + above && lane->at < border + below
          && !is_taken (lanes, route, lane->at, from, to, LANE))
        return lane->at;
    }
  for (guint i = 0; i < G_N_ELEMENTS (aside); i++)
    {
      double off = aside[i] * LANE, y = border + off;

      if (off > above && off < below
          && !is_taken (route->layout->lanes, route, y, from, to, LANE))
        return y;
    }
  return border;
}

/* Leaves out points that the line runs straight through. */
static void
add_point (WayGanttLink *link, double x, double y)
{
  WayPoint *points = link->points;
  guint n = link->n_points;

  if (n > 1
      && ((points[n - 1].x == x && points[n - 2].x == x)
          || (points[n - 1].y == y && points[n - 2].y == y)))
    points[n - 1] = (WayPoint) { x, y };
  else
    points[link->n_points++] = (WayPoint) { x, y };
}

static void
set_points (WayGanttLink *link, const Route *route, double x)
{
  WayGanttLayout *self = route->layout;
  double top = route->out_y, bottom = route->in_y;

  add_point (link, route->out_x, route->out_y);
  if (!leaves_directly (route, x))
    {
      top = free_lane (route, route->out_border, route->stub_x, x);
      take (self->lanes, route, top, route->stub_x, x);
      add_point (link, route->stub_x, route->out_y);
      add_point (link, route->stub_x, top);
    }
  add_point (link, x, top);
  if (!lands_directly (route, x))
    {
      bottom = free_lane (route, route->in_border, x, route->last_x);
      take (self->lanes, route, bottom, x, route->last_x);
      add_point (link, x, bottom);
      add_point (link, route->last_x, bottom);
      add_point (link, route->last_x, route->in_y);
    }
  else
    add_point (link, x, route->in_y);
  add_point (link, route->in_x, route->in_y);
  take (self->columns, route, x, top, bottom);
}

/* Both ends are so far off at the same side that no way between them is seen. */
static gboolean
is_off_screen (const Route *route)
{
  double width = route->layout->width;

  return MAX (route->stub_x, route->last_x) < -REACH
         || MIN (route->stub_x, route->last_x) > width + REACH;
}

/**
 * way_gantt_route:
 * @link: with its rows; points is filled, n_points = 0 when an end has no dates
 *   or both are far off at the same side
 *
 * Links routed before since way_gantt_links_update() began are kept clear of.
 */
void
way_gantt_route (WayGanttLayout *self, WayGanttLink *link)
{
  const WayTask *predecessor = self->rows[link->predecessor_row];
  const WayTask *successor = self->rows[link->successor_row];
  gint64 type = link->link->type;
  double unit = way_gantt_unit (self), approach = APPROACH, from_x0, from_x1, to_x0, to_x1;
  Route route = {
    .layout = self,
    .unit = unit,
    .predecessor_row = link->predecessor_row,
    .successor_row = link->successor_row,
    .from = MAX (MIN (link->predecessor_row, link->successor_row) + 1, self->first_row),
    .to = MIN (MAX (link->predecessor_row, link->successor_row), self->end_row),
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
  if (way_gantt_bar_kind (successor) == WAY_BAR_MILESTONE && route.in_side > 0)
    approach = POINT_APPROACH;
  route.last_x = route.in_x + route.in_side * approach * unit;
  route.out_border = way_gantt_row_y (self, link->predecessor_row + (route.down ? 1 : 0));
  route.in_border = way_gantt_row_y (self, link->successor_row + (route.down ? 0 : 1));
  if (is_off_screen (&route))
    return;
  find_related (&route);
  set_points (link, &route, find_column (&route));
}
