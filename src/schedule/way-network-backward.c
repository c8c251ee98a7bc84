/* way-network-backward.c: the backward pass: the latest dates that delay nothing, and floats
 * (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

#define NO_LIMIT G_MAXINT64

/* Upper bounds on a row's start and finish: from the late dates of what follows, and, for the
 * free float, from the dates at which it is scheduled. */
typedef struct
{
  gint64 start, finish;
  gint64 free_start, free_finish; /* by the row's own links only, as in MS Project */
  gint32 finish_link, free_link;  /* the link that set the finish, and the free one; −1 = none */
} Limits;

static inline void
lower (gint64 *limit, gint64 moment)
{
  if (moment < *limit)
    *limit = moment;
}

/* Likewise, noting which link it was; without a branch, which would go now this way, now that. */
static inline void
lower_by (gint64 *limit, gint32 *by, gint64 moment, gint32 link)
{
  *by = moment < *limit ? link : *by;
  *limit = MIN (*limit, moment);
}

/* The latest moment at which a task can wait for something to start: once it has started, that is
 * where its remaining work must begin; a finished one waits no more. */
static inline gint64
late_entry (const WayNetwork *net, const WayNetTask *task, const WayNetResult *result)
{
  if (task->actual_finish != WAY_NET_NEVER)
    return NO_LIMIT;
  if (task->actual_start == WAY_NET_NEVER)
    return result->late_start;
  if (net->options.progress_override)
    return NO_LIMIT;
  return way_net_shift (net, task, result->late_finish, -way_net_unfinished (task));
}

static inline gint64
late_exit (const WayNetTask *task, const WayNetResult *result)
{
  return task->actual_finish != WAY_NET_NEVER ? NO_LIMIT : result->late_finish;
}

static inline gint64
link_allows (const WayNetwork *net, const WayNetLink *link)
{
  const WayNetTask *after = &net->tasks[link->successor];
  const WayNetResult *result = &net->results[link->successor];
  gboolean summary = way_net_is_summary (net, link->successor);
  gboolean on_start = link->type == WAY_NET_FS || link->type == WAY_NET_SS;
  gint64 moment;

  if (summary)
    {
      const WaySummary *entry = way_net_summary (net, link->successor);

      moment = on_start ? entry->in_start : entry->in_finish;
    }
  else
    moment = on_start ? late_entry (net, after, result) : late_exit (after, result);
  return moment == NO_LIMIT ? NO_LIMIT : way_net_lag (net, link, moment, -1);
}

gint64
way_network_link_allows (const WayNetwork *self, int link)
{
  return link_allows (self, &self->links[link]);
}

/* Likewise, where the successor is to stay where it is scheduled. */
static inline gint64
link_leaves (const WayNetwork *net, const WayNetLink *link)
{
  const WayNetResult *result = &net->results[link->successor];
  gboolean on_start = link->type == WAY_NET_FS || link->type == WAY_NET_SS;

  return way_net_lag (net, link, on_start ? result->start : result->finish, -1);
}

static inline gint64
plan_end (const WayNetwork *net)
{
  return net->options.from_finish ? net->options.finish : net->finish;
}

/* Does each path of the network end for itself? */
static inline gboolean
has_paths (const WayNetwork *net)
{
  return net->options.multiple_paths && !net->options.from_finish;
}

/* Limits from the summary above, from links, and from the row's own dates. */
static void
collect_limits (const WayNetwork *net, gint32 index, Limits *limits)
{
  const WayNetPrivate *priv = net->priv;
  const WayNetTask *task = &net->tasks[index];

  *limits = (Limits) { NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT, -1, -1 };
  if (task->parent >= 0)
    {
      const WaySummary *above = way_net_summary (net, task->parent);

      limits->finish = above->late_finish;
      if (above->late_first != NO_LIMIT
          && net->results[index].early_start <= net->results[task->parent].early_start)
        limits->start = above->late_first;
    }
  else if (!has_paths (net))
    limits->finish = plan_end (net);
  for (gint32 k = priv->out_first[index]; k < priv->out_first[index + 1]; k++)
    {
      gint32 number = priv->out_links[k];
      const WayNetLink *link = &net->links[number];

      if (!way_net_link_counts (net, link) || net->tasks[link->successor].flags & WAY_NET_INACTIVE)
        continue;
      if (link->type == WAY_NET_FS || link->type == WAY_NET_FF)
        {
          lower_by (&limits->finish, &limits->finish_link, link_allows (net, link), number);
          lower_by (&limits->free_finish, &limits->free_link, link_leaves (net, link), number);
        }
      else
        {
          lower (&limits->start, link_allows (net, link));
          lower (&limits->free_start, link_leaves (net, link));
        }
    }
  if (task->deadline != WAY_NET_NEVER)
    lower_by (&limits->finish, &limits->finish_link, task->deadline, -1);
  if (task->constraint_date != WAY_NET_NEVER)
    {
      if (task->constraint == WAY_NET_FNLT || task->constraint == WAY_NET_MFO)
        lower_by (&limits->finish, &limits->finish_link, task->constraint_date, -1);
      if (task->constraint == WAY_NET_SNLT
          || (task->constraint == WAY_NET_MSO && !way_net_is_summary (net, index)))
        lower (&limits->start, task->constraint_date);
    }
}

/* Nothing after the plan's end; where nothing limits a task, its path ends with it, unless it is
 * to be as late as possible. */
static void
limit_path (const WayNetwork *net, const WayNetTask *task, const WayNetResult *result, Limits *limits)
{
  gboolean ends = limits->start == NO_LIMIT && limits->finish == NO_LIMIT
                  && task->constraint != WAY_NET_ALAP;

  lower_by (&limits->finish, &limits->finish_link, ends ? result->early_finish : plan_end (net),
            -1);
}

/* Late dates in the making, and where they stand (see way_net_position). */
typedef struct
{
  gint64 start, finish;
  gint32 start_position, finish_position;
} Late;

static inline gboolean
has_started (const WayNetTask *task)
{
  return task->actual_start != WAY_NET_NEVER || task->actual_finish != WAY_NET_NEVER;
}

/* Does it have to be on its date, whatever follows? */
static inline gboolean
is_pinned (const WayNetwork *net, const WayNetTask *task)
{
  return (task->constraint == WAY_NET_MSO || task->constraint == WAY_NET_MFO)
         && net->options.honour_constraints && task->constraint_date != WAY_NET_NEVER
         && !(task->flags & WAY_NET_MANUAL) && !has_started (task);
}

static inline void
measure (const WayNetwork *net, const WayNetTask *task, Late *late)
{
  late->start_position = way_net_position (net, task, late->start);
  late->finish_position = late->finish == late->start
      ? late->start_position : way_net_position (net, task, late->finish);
}

/* What is known in the task's calendar about the dates that link @number lets it finish at: those
 * of the start of its successor. NULL = nothing. */
static inline const WayPositions *
known_after (const WayNetwork *net, const WayNetTask *task, gint32 number)
{
  const WayNetLink *link;

  if (number < 0)
    return NULL;
  link = &net->links[number];
  if (link->type != WAY_NET_FS || link->lag != 0 || task->flags & WAY_NET_ELAPSED
      || net->priv->positions[link->successor].calendar != task->calendar)
    return NULL;
  return &net->priv->positions[link->successor];
}

/* Most tasks: some work in one calendar, up to a finish or from a start. */
static void
place_plain (const WayNetwork *net, const WayNetTask *task, const Limits *limits, Late *late)
{
  const WayWorktime *calendar = way_net_calendar (net, task);
  const WayPositions *after = known_after (net, task, limits->finish_link);
  gint64 end = after != NULL && after->late >= 0 ? after->late
                                                 : way_worktime_position (calendar, limits->finish);
  gint64 span = way_net_span (task), begin = end - span;

  if (limits->start != NO_LIMIT)
    {
      begin = MIN (begin, way_worktime_position (calendar, limits->start));
      end = MIN (end, begin + span);
    }
  late->start = way_worktime_begin_at (calendar, begin);
  late->finish = way_worktime_end_at (calendar, end);
  if (task->calendar != task->lag_calendar)
    measure (net, task, late);
  else
    {
      late->start_position = (gint32) MAX (begin, 0);
      late->finish_position = (gint32) end;
    }
}

/* As late as the limits allow. */
static void
place_late (const WayNetwork *net, const WayNetTask *task, const WayNetResult *result,
            const Limits *limits, Late *late)
{
  gint64 span = way_net_span (task);
  gboolean by_hand = (task->flags & WAY_NET_MANUAL) != 0;
  gboolean plain = span > 0 && !(task->flags & WAY_NET_ELAPSED);

  if (by_hand && task->manual_start != WAY_NET_NEVER)
    span = way_net_minutes (net, task, result->early_start, result->early_finish);
  late->finish = plain && !by_hand
      ? way_net_previous (net, task, limits->finish) : limits->finish;
  late->start = way_net_shift (net, task, limits->finish, -span);
  if (limits->start != NO_LIMIT && !has_started (task))
    {
      gint64 start = plain ? way_net_next (net, task, limits->start) : limits->start;

      if (start < late->start)
        {
          late->start = start;
          late->finish = way_net_shift (net, task, start, span);
        }
    }
}

/* The others: what is done, or must be on a date, has no room left. */
static void
place_special (const WayNetwork *net, const WayNetTask *task, const WayNetResult *result,
               const Limits *limits, Late *late)
{
  gboolean started = has_started (task);

  place_late (net, task, result, limits, late);
  if (started)
    late->start = result->early_start;
  if ((started && way_net_remaining (task) == 0) || is_pinned (net, task))
    {
      late->start = result->early_start;
      late->finish = result->early_finish;
    }
  measure (net, task, late);
}

/* Room before a successor moves, in the calendar that the task works in; without successors, all
 * the room there is. Never negative. */
static gint64
free_float (const WayNetwork *net, const WayNetTask *task, const WayNetResult *result,
            const Limits *limits, gint64 early_finish, gint64 total_float)
{
  gint64 room = G_MAXINT64;

  if (limits->free_finish != NO_LIMIT)
    {
      if (task->calendar == task->lag_calendar && result->finish == result->early_finish)
        {
          const WayPositions *after = known_after (net, task, limits->free_link);

          room = (after != NULL ? after->start : way_net_position (net, task, limits->free_finish))
                 - early_finish;
        }
      else
        room = way_net_minutes (net, task, result->finish, limits->free_finish);
    }
  if (limits->free_start != NO_LIMIT)
    room = MIN (room, way_net_minutes (net, task, result->start, limits->free_start));
  return MAX (room == G_MAXINT64 ? total_float : room, 0);
}

/* Late dates, floats and what follows from them go into the result. Returns whether the late
 * dates have changed. */
static gboolean
settle (WayNetwork *net, gint32 index, const WayPositions *early, const Late *late,
        const Limits *limits)
{
  const WayNetTask *task = &net->tasks[index];
  WayNetResult *result = &net->results[index];
  gboolean leaf = !way_net_is_summary (net, index), started = leaf && has_started (task);
  gboolean done = started && way_net_remaining (task) == 0;
  gint64 start_float = late->start_position - early->start;
  gint64 finish_float = late->finish_position - early->finish;
  gint64 total = started ? finish_float : MIN (start_float, finish_float), room;
  guint8 conflicts = result->conflicts & (guint8) ~(WAY_CONFLICT_NEGATIVE | WAY_CONFLICT_DEADLINE);
  gboolean moved = FALSE, changed = FALSE;

  /* What is as late as possible has no room, wherever early dates would have it. */
  if (leaf && !net->options.from_finish && way_net_is_latest (net, task))
    start_float = finish_float = total = room = 0;
  else
    room = done ? 0 : free_float (net, task, result, limits, early->finish, total);
  if (total < 0)
    conflicts |= WAY_CONFLICT_NEGATIVE;
  if (task->deadline != WAY_NET_NEVER && result->finish > task->deadline)
    conflicts |= WAY_CONFLICT_DEADLINE;
  WAY_NET_PUT (result->late_start, late->start, moved);
  WAY_NET_PUT (result->late_finish, late->finish, moved);
  WAY_NET_PUT (result->start_float, start_float, changed);
  WAY_NET_PUT (result->finish_float, finish_float, changed);
  WAY_NET_PUT (result->total_float, total, changed);
  WAY_NET_PUT (result->free_float, room, changed);
  WAY_NET_PUT (result->critical,
               !done && !(task->flags & WAY_NET_INACTIVE) && total <= net->options.critical_float,
               changed);
  WAY_NET_PUT (result->conflicts, conflicts, changed);
  if (moved || changed)
    way_net_touch (net, index);
  return moved;
}

static gboolean
backward_leaf (WayNetwork *net, gint32 index)
{
  const WayNetTask *task = &net->tasks[index];
  WayPositions *positions = &net->priv->positions[index];
  Limits limits;
  Late late;

  collect_limits (net, index, &limits);
  if (has_paths (net))
    limit_path (net, task, &net->results[index], &limits);
  if (!(task->flags & (WAY_NET_ELAPSED | WAY_NET_MANUAL)) && way_net_span (task) > 0
      && task->n_parts == 0 && !has_started (task) && !is_pinned (net, task))
    place_plain (net, task, &limits, &late);
  else
    place_special (net, task, &net->results[index], &limits, &late);
  positions->late = has_started (task) ? -1 : late.start_position;
  return settle (net, index, positions, &late, &limits);
}

/* The exit of a summary comes first on the way back: it hands limits down to the children. */
static gboolean
backward_exit (WayNetwork *net, gint32 index)
{
  WaySummary *summary = way_net_summary (net, index);
  Limits limits;
  gboolean moved;

  collect_limits (net, index, &limits);
  moved = summary->late_finish != limits.finish || summary->late_first != limits.start;
  summary->late_finish = limits.finish;
  summary->late_first = limits.start;
  return moved;
}

/* The late dates of the children; what links into the summary meet are the earliest of them. */
static void
gather_late (const WayNetwork *net, gint32 index, WaySummary *summary, Late *late)
{
  gboolean found = FALSE;

  summary->in_start = summary->in_finish = NO_LIMIT;
  late->start = G_MAXINT64;
  late->finish = G_MININT64;
  for (int everybody = 0; everybody < 2 && !found; everybody++)
    for (gint32 c = index + 1; c < net->priv->subtree_end[index]; c = net->priv->subtree_end[c])
      {
        const WayNetResult *child = &net->results[c];
        const WayNetTask *task = &net->tasks[c];
        const WaySummary *inner = way_net_is_summary (net, c) ? way_net_summary (net, c) : NULL;
        /* What is set by hand counts as it stands, as in MS Project. */
        gboolean by_hand = (task->flags & WAY_NET_MANUAL) != 0;

        if (!everybody && task->flags & WAY_NET_INACTIVE)
          continue;
        found = TRUE;
        late->start = MIN (late->start, by_hand ? child->early_start : child->late_start);
        late->finish = MAX (late->finish, by_hand ? child->early_finish : child->late_finish);
        lower (&summary->in_start, inner ? inner->in_start : late_entry (net, task, child));
        lower (&summary->in_finish, inner ? inner->in_finish : late_exit (task, child));
      }
}

static gboolean
backward_entry (WayNetwork *net, gint32 index)
{
  const WayNetTask *task = &net->tasks[index];
  const WayNetResult *result = &net->results[index];
  WaySummary *summary = way_net_summary (net, index);
  gint64 old_start = summary->in_start, old_finish = summary->in_finish;
  WayPositions early;
  Limits limits;
  Late late;
  gboolean moved;

  collect_limits (net, index, &limits);
  gather_late (net, index, summary, &late);
  early.start = way_net_position (net, task, result->early_start);
  early.finish = way_net_position (net, task, result->early_finish);
  measure (net, task, &late);
  moved = settle (net, index, &early, &late, &limits);
  return moved || summary->in_start != old_start || summary->in_finish != old_finish;
}

/* Evaluates one node of the backward pass from the nodes after it. Returns whether what it
 * hands on has changed. */
gboolean
way_net_backward (WayNetwork *net, gint32 node)
{
  if (node >= net->n_tasks)
    return backward_exit (net, way_net_node_task (net, node));
  if (way_net_is_summary (net, node))
    return backward_entry (net, node);
  return backward_leaf (net, node);
}
