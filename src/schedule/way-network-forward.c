/* way-network-forward.c: the forward pass: the earliest dates that links, constraints and
 * progress leave to a task (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

/* Of equal bounds a link says most, and the task's own constraint more than that of the summary
 * above. */
static inline void
raise_by_constraint (WayBound *bound, gint64 moment, WayNetDriver kind, gint32 driver)
{
  if (moment > bound->moment
      || (moment == bound->moment && kind == WAY_DRIVER_CONSTRAINT
          && bound->kind == WAY_DRIVER_PARENT))
    *bound = (WayBound) { moment, driver, (guint8) kind };
}

/* Without a branch, which would go now this way, now that. */
static inline void
raise_by_link (WayBound *bound, gint64 moment, gint32 link)
{
  gboolean raised = (moment > bound->moment)
                    | ((moment == bound->moment) & (bound->kind != WAY_DRIVER_LINK));

  bound->driver = raised ? link : bound->driver;
  bound->kind = raised ? WAY_DRIVER_LINK : bound->kind;
  bound->moment = MAX (moment, bound->moment);
}

static inline gint64
link_asks (const WayNetwork *net, const WayNetLink *link)
{
  const WayNetResult *before = &net->results[link->predecessor];
  gboolean from_finish = link->type == WAY_NET_FS || link->type == WAY_NET_FF;

  return way_net_lag (net, link, from_finish ? before->finish : before->start, 1);
}

gint64
way_network_link_asks (const WayNetwork *self, int link)
{
  return link_asks (self, &self->links[link]);
}

/* Bounds from the summary above and from links. */
static void
collect_bounds (const WayNetwork *net, gint32 task, WayBounds *bounds)
{
  const WayNetPrivate *priv = net->priv;
  gint32 parent = net->tasks[task].parent;

  if (parent >= 0)
    {
      const WaySummary *above = way_net_summary (net, parent);

      *bounds = (WayBounds) { above->start, above->finish };
    }
  else
    *bounds = (WayBounds) { { WAY_NET_NEVER, -1, WAY_DRIVER_PROJECT },
                            { WAY_NET_NEVER, -1, WAY_DRIVER_PROJECT } };
  for (gint32 k = priv->in_first[task]; k < priv->in_first[task + 1]; k++)
    {
      const WayNetLink *link = &net->links[priv->in_links[k]];

      if (way_net_link_counts (net, link))
        raise_by_link (link->type == WAY_NET_FS || link->type == WAY_NET_SS ? &bounds->start
                                                                            : &bounds->finish,
                       link_asks (net, link), priv->in_links[k]);
    }
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
add_own_bounds (const WayNetwork *net, const WayNetTask *task, WayBounds *bounds)
{
  gint64 begin = net->priv->begin;

  if (floors_start (net, task))
    raise_by_constraint (&bounds->start, task->constraint_date, WAY_DRIVER_CONSTRAINT, -1);
  if (floors_finish (net, task))
    raise_by_constraint (&bounds->finish, task->constraint_date, WAY_DRIVER_CONSTRAINT, -1);
  if (bounds->start.kind == WAY_DRIVER_PROJECT && bounds->finish.kind == WAY_DRIVER_CONSTRAINT)
    bounds->start = (WayBound) { WAY_WORKTIME_MIN, -1, WAY_DRIVER_CONSTRAINT };
  else if (begin > bounds->start.moment
           && (bounds->start.kind == WAY_DRIVER_PROJECT || bounds->start.kind == WAY_DRIVER_PARENT))
    bounds->start = (WayBound) { begin, -1, WAY_DRIVER_PROJECT };
}

/* Into the result; which of its dates depends on the pass. */
static gboolean
settle (WayNetwork *net, gint32 index, WayPass pass, const WayPlace *early, const WayPlace *place)
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
      net->priv->positions[index] = early->positions;
    }
  if (pass == WAY_PASS_FROM_FINISH || place != early)
    net->priv->positions[index].calendar = -1;
  if (place->finish >= WAY_WORKTIME_MAX || place->start <= WAY_WORKTIME_MIN)
    conflicts |= WAY_CONFLICT_RANGE;
  WAY_NET_PUT (result->driver, place->driver, changed);
  WAY_NET_PUT (result->driver_kind, place->kind, changed);
  WAY_NET_PUT (result->blocked, place->blocked, changed);
  WAY_NET_PUT (result->conflicts, conflicts, changed);
  WAY_NET_PUT (result->summary, FALSE, changed);
  if (moved || changed)
    way_net_touch (net, index);
  if (moved)
    way_net_compare (net, index);
  return moved;
}

static gboolean
forward_leaf (WayNetwork *net, gint32 index, WayPass pass)
{
  const WayNetTask *task = &net->tasks[index];
  gint64 late_start = net->results[index].late_start;
  WayBounds bounds;
  WayPlace place = { .blocked = -1 }, latest;

  collect_bounds (net, index, &bounds);
  add_own_bounds (net, task, &bounds);
  way_net_place_leaf (net, task, &bounds, &place);
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
  WayBounds bounds;
  gboolean moved;

  collect_bounds (net, index, &bounds);
  if (task->constraint_date != WAY_NET_NEVER)
    {
      if (task->constraint == WAY_NET_SNET || task->constraint == WAY_NET_MSO)
        raise_by_constraint (&bounds.start, task->constraint_date, WAY_DRIVER_PARENT, index);
      if (task->constraint == WAY_NET_FNET)
        raise_by_constraint (&bounds.finish, task->constraint_date, WAY_DRIVER_PARENT, index);
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
  if (moved)
    way_net_compare (net, index);
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
  net->priv->has_latest |= net->tasks[node].constraint == WAY_NET_ALAP;
  if (way_net_is_summary (net, node))
    return forward_entry (net, node);
  return forward_leaf (net, node, pass);
}
