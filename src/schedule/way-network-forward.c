/* way-network-forward.c: the forward pass: the earliest dates that links, constraints and
 * progress leave to a task (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

/* What is known about a row before its own duration comes in. */
typedef struct
{
  WayBound start;
  WayBound finish;
} Bounds;

/* The dates of one leaf in the making. */
typedef struct
{
  gint64 start, finish;
  gint64 logic;      /* the start that links alone would give */
  WayMeasure measure;
  gint32 driver;
  gint32 blocked;
  guint8 kind;
  guint8 conflicts;
} Place;

static inline void
raise_bound (WayBound *bound, gint64 moment, WayNetDriver kind, gint32 driver)
{
  /* Of equal bounds a link says most. */
  if (moment > bound->moment
      || (moment == bound->moment && kind == WAY_DRIVER_LINK && bound->kind != WAY_DRIVER_LINK))
    *bound = (WayBound) { moment, driver, (guint8) kind };
}

/* Bounds from the summary above and from links. */
static Bounds
collect_bounds (const WayNetwork *net, gint32 task)
{
  const WayNetPrivate *priv = net->priv;
  gint32 parent = net->tasks[task].parent;
  Bounds bounds = { { WAY_NET_NEVER, -1, WAY_DRIVER_PROJECT },
                    { WAY_NET_NEVER, -1, WAY_DRIVER_PROJECT } };

  if (parent >= 0)
    {
      const WaySummary *above = way_net_summary (net, parent);

      bounds = (Bounds) { above->start, above->finish };
    }
  for (gint32 k = priv->in_first[task]; k < priv->in_first[task + 1]; k++)
    {
      const WayNetLink *link = &net->links[priv->in_links[k]];
      const WayNetResult *before = &net->results[link->predecessor];
      gboolean from_finish = link->type == WAY_NET_FS || link->type == WAY_NET_FF;

      if (way_net_link_counts (net, link))
        raise_bound (link->type == WAY_NET_FS || link->type == WAY_NET_SS ? &bounds.start
                                                                          : &bounds.finish,
                     way_net_lag (net, link, from_finish ? before->finish : before->start, 1),
                     WAY_DRIVER_LINK, priv->in_links[k]);
    }
  return bounds;
}

/* A constraint is a floor under the start … */
static inline gboolean
floors_start (const WayNetwork *net, const WayNetTask *task)
{
  return task->constraint_date != WAY_NET_NEVER
         && (task->constraint == WAY_NET_SNET
             || (task->constraint == WAY_NET_MSO && !net->options.honour_constraints));
}

/* … or under the finish. */
static inline gboolean
floors_finish (const WayNetwork *net, const WayNetTask *task)
{
  return task->constraint_date != WAY_NET_NEVER
         && (task->constraint == WAY_NET_FNET
             || (task->constraint == WAY_NET_MFO && !net->options.honour_constraints));
}

/* Adds what the task's own constraint and the plan's start say. The latter holds back only what
 * neither a link nor a constraint of its own places: as in MS Project, a lead or a "no earlier
 * than" may reach before it. */
static void
add_own_bounds (const WayNetwork *net, const WayNetTask *task, Bounds *bounds)
{
  gint64 begin = net->priv->begin;

  if (floors_start (net, task))
    raise_bound (&bounds->start, task->constraint_date, WAY_DRIVER_CONSTRAINT, -1);
  if (floors_finish (net, task))
    raise_bound (&bounds->finish, task->constraint_date, WAY_DRIVER_CONSTRAINT, -1);
  if (bounds->start.kind == WAY_DRIVER_PROJECT && bounds->finish.kind == WAY_DRIVER_CONSTRAINT)
    bounds->start = (WayBound) { WAY_WORKTIME_MIN, -1, WAY_DRIVER_CONSTRAINT };
  else if (begin > bounds->start.moment
           && (bounds->start.kind == WAY_DRIVER_PROJECT || bounds->start.kind == WAY_DRIVER_PARENT))
    bounds->start = (WayBound) { begin, -1, WAY_DRIVER_PROJECT };
}

/* As early as the bounds allow. */
static void
place_early (const WayNetwork *net, const WayNetTask *task, const Bounds *bounds, Place *place)
{
  gint64 span = way_net_span (task);

  place->start = way_net_place (net, task, bounds->start.moment,
                                bounds->start.kind == WAY_DRIVER_LINK);
  place->kind = bounds->start.kind;
  place->driver = bounds->start.driver;
  if (bounds->finish.moment != WAY_NET_NEVER)
    {
      gint64 start = way_net_shift (net, task, bounds->finish.moment, -span);

      if (start > place->start)
        {
          place->start = start;
          place->kind = bounds->finish.kind;
          place->driver = bounds->finish.driver;
        }
    }
  if (task->levelling_delay > 0)
    {
      gint64 delayed = task->flags & WAY_NET_DELAY_WORKING
          ? way_worktime_add (way_net_calendar (net, task), place->start, task->levelling_delay)
          : place->start + task->levelling_delay;

      place->start = way_net_place (net, task, delayed, FALSE);
    }
  place->finish = way_net_shift (net, task, place->start, span);
  /* A finish that a link asks for stands where the link says, though it be the beginning of
   * the next working time: MS Project lets a task that must finish when another starts on
   * Monday 08:00 finish on Monday 08:00, not on Friday 17:00. */
  if (bounds->finish.kind == WAY_DRIVER_LINK && place->finish < bounds->finish.moment)
    place->finish = bounds->finish.moment;
}

static inline gboolean
is_later (const WayNetwork *net, const WayNetTask *task, gint64 moment, gint64 than)
{
  return moment > than && (way_net_span (task) == 0 || way_net_minutes (net, task, than, moment) > 0);
}

/* Constraints that win over links, and say so where they contradict one. */
static void
honour_constraint (const WayNetwork *net, const WayNetTask *task, const Bounds *bounds, Place *place)
{
  gint64 date = task->constraint_date, start = place->start, finish = place->finish;
  gint64 span = way_net_span (task);

  if (task->constraint == WAY_NET_MSO || (task->constraint == WAY_NET_SNLT && start > date))
    {
      place->start = way_net_place (net, task, date, TRUE);
      place->finish = way_net_shift (net, task, place->start, span);
    }
  else if (task->constraint == WAY_NET_MFO || (task->constraint == WAY_NET_FNLT && finish > date))
    {
      place->start = way_net_shift (net, task, date, -span);
      place->finish = date;
    }
  else
    return;
  if (is_later (net, task, start, place->start))
    {
      place->conflicts |= WAY_CONFLICT_CONSTRAINT;
      place->blocked = place->kind == WAY_DRIVER_LINK ? place->driver : -1;
    }
  if (place->start != start || place->kind != WAY_DRIVER_LINK)
    {
      place->kind = WAY_DRIVER_CONSTRAINT;
      place->driver = -1;
    }
}

/* Started or finished: what is done stays; what remains waits for the links (retained logic). */
static void
place_actual (const WayNetwork *net, const WayNetTask *task, const Bounds *bounds, Place *place)
{
  gint64 span = way_net_span (task);
  gint64 remaining = way_net_remaining (task);
  gint64 resume;

  place->start = task->actual_start != WAY_NET_NEVER
                     ? task->actual_start : way_net_shift (net, task, task->actual_finish, -span);
  if (bounds->start.kind == WAY_DRIVER_LINK
      && is_later (net, task, bounds->start.moment, place->start))
    {
      place->conflicts |= WAY_CONFLICT_PROGRESS;
      place->blocked = bounds->start.driver;
    }
  place->kind = WAY_DRIVER_ACTUAL;
  place->driver = -1;
  place->logic = place->start;
  if (task->actual_finish != WAY_NET_NEVER)
    {
      place->finish = MAX (task->actual_finish, place->start);
      return;
    }
  resume = task->stop != WAY_NET_NEVER
               ? task->stop : way_net_shift (net, task, place->start, task->duration - remaining);
  if (remaining == 0)
    {
      place->finish = MAX (resume, place->start);
      return;
    }
  if (task->resume != WAY_NET_NEVER)
    resume = MAX (resume, task->resume);
  if (!net->options.progress_override)
    {
      if (bounds->start.kind == WAY_DRIVER_LINK)
        resume = MAX (resume, bounds->start.moment);
      if (bounds->finish.kind == WAY_DRIVER_LINK)
        resume = MAX (resume, way_net_shift (net, task, bounds->finish.moment, -(remaining + task->split)));
    }
  place->finish = way_net_shift (net, task, resume, remaining + task->split);
  if (bounds->finish.kind == WAY_DRIVER_LINK && !net->options.progress_override)
    place->finish = MAX (place->finish, bounds->finish.moment);
}

/* Kept by hand: the links may only complain. */
static void
place_manual (const WayNetwork *net, const WayNetTask *task, Place *place)
{
  gint64 span = way_net_span (task);

  if (task->manual_start != WAY_NET_NEVER)
    {
      place->start = task->manual_start;
      place->finish = task->manual_finish != WAY_NET_NEVER
                          ? MAX (task->manual_finish, task->manual_start)
                          : way_net_shift (net, task, task->manual_start, span);
    }
  else
    {
      place->finish = task->manual_finish;
      place->start = way_net_shift (net, task, task->manual_finish, -span);
    }
  if (place->kind == WAY_DRIVER_LINK && is_later (net, task, place->logic, place->start))
    {
      place->conflicts |= WAY_CONFLICT_MANUAL;
      place->blocked = place->driver;
    }
  place->kind = WAY_DRIVER_MANUAL;
  place->driver = -1;
  place->logic = place->start;
}

/* Into the result; which of its dates depends on the pass. */
static gboolean
settle (WayNetwork *net, gint32 index, WayPass pass, const Place *early, const Place *place)
{
  WayNetResult *result = &net->results[index];
  guint8 conflicts = place->conflicts
                     | (result->conflicts & (WAY_CONFLICT_NEGATIVE | WAY_CONFLICT_DEADLINE));
  gboolean moved = FALSE, changed = FALSE;

  WAY_NET_PUT (result->start, place->start, moved);
  WAY_NET_PUT (result->finish, place->finish, moved);
  if (pass != WAY_PASS_FROM_FINISH)
    {
      WAY_NET_PUT (result->early_start, early->start, moved);
      WAY_NET_PUT (result->early_finish, early->finish, moved);
      net->priv->measures[index] = early->measure;
    }
  if (place->finish >= WAY_WORKTIME_MAX || place->start <= WAY_WORKTIME_MIN)
    conflicts |= WAY_CONFLICT_RANGE;
  WAY_NET_PUT (result->driver, place->driver, changed);
  WAY_NET_PUT (result->driver_kind, place->kind, changed);
  WAY_NET_PUT (result->blocked, place->blocked, changed);
  WAY_NET_PUT (result->conflicts, conflicts, changed);
  WAY_NET_PUT (result->summary, FALSE, changed);
  if (moved || changed)
    way_net_touch (net, index);
  return moved;
}

/* Most tasks: some work in one calendar, from where a start bound says. */
static inline gboolean
is_plain (const WayNetwork *net, const WayNetTask *task, const Bounds *bounds)
{
  return !(task->flags & (WAY_NET_ELAPSED | WAY_NET_MANUAL)) && way_net_span (task) > 0
         && task->n_parts == 0
         && task->actual_start == WAY_NET_NEVER && task->actual_finish == WAY_NET_NEVER
         && bounds->finish.moment == WAY_NET_NEVER && task->levelling_delay == 0
         && (task->constraint_date == WAY_NET_NEVER || !net->options.honour_constraints);
}

static void
place_plain (const WayNetwork *net, const WayNetTask *task, const Bounds *bounds, Place *place)
{
  gint64 span = way_net_span (task);

  place->measure.start = way_worktime_run (way_net_calendar (net, task), bounds->start.moment, span,
                                           &place->start, &place->finish);
  place->measure.finish = place->measure.start + span;
  place->kind = bounds->start.kind;
  place->driver = bounds->start.driver;
  if (task->calendar != task->lag_calendar || place->finish >= WAY_WORKTIME_MAX)
    {
      place->measure.start = way_net_position (net, task, place->start);
      place->measure.finish = way_net_position (net, task, place->finish);
    }
}

/* The others: with a finish to meet, progress, dates set by hand, constraints. */
static void
place_special (const WayNetwork *net, const WayNetTask *task, const Bounds *bounds, Place *place)
{
  gboolean set_by_hand = task->flags & WAY_NET_MANUAL
      && (task->manual_start != WAY_NET_NEVER || task->manual_finish != WAY_NET_NEVER);

  place_early (net, task, bounds, place);
  place->logic = place->start;
  if (set_by_hand)
    place_manual (net, task, place);
  else if (task->actual_start != WAY_NET_NEVER || task->actual_finish != WAY_NET_NEVER)
    place_actual (net, task, bounds, place);
  else if (net->options.honour_constraints && task->constraint_date != WAY_NET_NEVER)
    honour_constraint (net, task, bounds, place);
  place->measure.start = way_net_position (net, task, place->logic);
  place->measure.finish = way_net_position (net, task, place->finish);
}

static gboolean
forward_leaf (WayNetwork *net, gint32 index, WayPass pass)
{
  const WayNetTask *task = &net->tasks[index];
  gint64 late_start = net->results[index].late_start;
  Bounds bounds = collect_bounds (net, index);
  Place place = { .blocked = -1 }, latest;

  add_own_bounds (net, task, &bounds);
  if (is_plain (net, task, &bounds))
    place_plain (net, task, &bounds, &place);
  else
    place_special (net, task, &bounds, &place);
  if (pass == WAY_PASS_EARLY || !way_net_is_latest (net, task) || late_start <= place.start)
    return settle (net, index, pass, &place, &place);

  latest = place;
  latest.start = late_start;
  latest.finish = net->results[index].late_finish;
  latest.kind = WAY_DRIVER_LATEST;
  latest.driver = -1;
  return settle (net, index, pass, &place, &latest);
}

static inline gboolean
same_bound (const WayBound *a, const WayBound *b)
{
  return a->moment == b->moment && a->driver == b->driver && a->kind == b->kind;
}

/* A summary's links and its constraint act on its children. */
static gboolean
forward_entry (WayNetwork *net, gint32 index)
{
  const WayNetTask *task = &net->tasks[index];
  WaySummary *summary = way_net_summary (net, index);
  Bounds bounds = collect_bounds (net, index);
  gboolean moved;

  if (task->constraint_date != WAY_NET_NEVER)
    {
      if (task->constraint == WAY_NET_SNET || task->constraint == WAY_NET_MSO)
        raise_bound (&bounds.start, task->constraint_date, WAY_DRIVER_PARENT, index);
      if (task->constraint == WAY_NET_FNET)
        raise_bound (&bounds.finish, task->constraint_date, WAY_DRIVER_PARENT, index);
    }
  moved = !same_bound (&summary->start, &bounds.start)
          || !same_bound (&summary->finish, &bounds.finish);
  summary->start = bounds.start;
  summary->finish = bounds.finish;
  return moved;
}

/* The earliest start and the latest finish of the children that take part; of all when none does. */
static void
roll_up (const WayNetwork *net, gint32 index, WayNetResult *result, gint64 *reach)
{
  const gint32 *subtree_end = net->priv->subtree_end;
  gboolean found = FALSE;

  *reach = G_MININT64;
  result->start = result->early_start = G_MAXINT64;
  result->finish = result->early_finish = G_MININT64;
  for (int everybody = 0; everybody < 2 && !found; everybody++)
    for (gint32 c = index + 1; c < subtree_end[index]; c = subtree_end[c])
      {
        const WayNetResult *child = &net->results[c];

        if (!everybody && net->tasks[c].flags & WAY_NET_INACTIVE)
          continue;
        found = TRUE;
        if (child->start < result->start)
          {
            result->start = child->start;
            result->driver = c;
          }
        result->finish = MAX (result->finish, child->finish);
        result->early_start = MIN (result->early_start, child->early_start);
        result->early_finish = MAX (result->early_finish, child->early_finish);
        if (!everybody)
          *reach = MAX (*reach, way_net_is_summary (net, c) ? way_net_summary (net, c)->reach
                                                            : child->finish);
      }
  result->driver_kind = WAY_DRIVER_CHILD;
}

static gboolean
forward_exit (WayNetwork *net, gint32 index)
{
  const WayNetTask *task = &net->tasks[index];
  WaySummary *summary = way_net_summary (net, index);
  WayNetResult *result = &net->results[index], sum = { .driver = -1 };
  gboolean moved = FALSE, changed = FALSE;
  gint64 reach;

  roll_up (net, index, &sum, &reach);
  if (task->flags & WAY_NET_MANUAL && task->manual_start != WAY_NET_NEVER)
    {
      sum.start = sum.early_start = task->manual_start;
      sum.finish = MAX (task->manual_start, task->manual_finish != WAY_NET_NEVER
                                                ? task->manual_finish : sum.finish);
      sum.early_finish = sum.finish;
      sum.driver = -1;
      sum.driver_kind = WAY_DRIVER_MANUAL;
    }
  WAY_NET_PUT (result->start, sum.start, moved);
  WAY_NET_PUT (result->finish, sum.finish, moved);
  WAY_NET_PUT (result->early_start, sum.early_start, moved);
  WAY_NET_PUT (result->early_finish, sum.early_finish, moved);
  WAY_NET_PUT (result->driver, sum.driver, changed);
  WAY_NET_PUT (result->driver_kind, sum.driver_kind, changed);
  WAY_NET_PUT (result->blocked, -1, changed);
  WAY_NET_PUT (result->summary, TRUE, changed);
  if (moved || changed)
    way_net_touch (net, index);
  WAY_NET_PUT (summary->reach, MAX (reach, sum.finish), moved);
  return moved;
}

/* Evaluates one node of the forward pass from the nodes before it. Returns whether what it
 * hands on has changed. */
gboolean
way_net_forward (WayNetwork *net, gint32 node, WayPass pass)
{
  if (node >= net->n_tasks)
    return forward_exit (net, way_net_node_task (net, node));
  if (way_net_is_summary (net, node))
    return forward_entry (net, node);
  return forward_leaf (net, node, pass);
}
