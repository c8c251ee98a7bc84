/* way-network-time.c: how tasks and lags count time (numbers.md §§2–3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

/* The predecessor's duration, of which a lag may be a percentage; of a summary, what it spans. */
static gint64
lag_base (const WayNetwork *net, gint32 predecessor)
{
  const WayNetTask *task = &net->tasks[predecessor];
  const WayNetResult *result = &net->results[predecessor];

  if (!way_net_is_summary (net, predecessor))
    return task->duration;
  return way_worktime_between (way_net_calendar (net, task), result->start, result->finish);
}

/* Per cent of a duration to the nearest minute. */
static gint64
percent_of (gint64 duration, gint64 percent)
{
  gint64 product = duration * percent;

  return (product + (product < 0 ? -50 : 50)) / 100;
}

/* @moment moved by a link's lag that is not 0. */
gint64
way_net_move_by_lag (const WayNetwork *net, const WayNetLink *link, gint64 moment, int direction)
{
  gboolean elapsed = link->lag_kind == WAY_NET_LAG_ELAPSED
                     || link->lag_kind == WAY_NET_LAG_ELAPSED_PERCENT;
  gint64 minutes = link->lag;

  if (link->lag_kind == WAY_NET_LAG_PERCENT || link->lag_kind == WAY_NET_LAG_ELAPSED_PERCENT)
    {
      minutes = percent_of (lag_base (net, link->predecessor), link->lag);
      elapsed |= (net->tasks[link->predecessor].flags & WAY_NET_ELAPSED) != 0;
    }
  if (elapsed)
    return CLAMP (moment + direction * minutes, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX);
  return way_worktime_add (net->calendars[net->tasks[link->successor].lag_calendar], moment,
                           direction * minutes);
}

/* The share of a part in @minutes of its task's work. */
static gint64
share_of (const WayNetTask *task, const WayNetPart *part, gint64 minutes)
{
  if (minutes == way_net_span (task))
    return part->minutes + task->split;
  return task->duration == 0 ? minutes : (part->minutes * minutes + task->duration / 2) / task->duration;
}

/* From the start of work to the end of its last part, or from its end back to the first start.
 * What has begun waits no more. */
static gint64
shift_parts (const WayNetwork *net, const WayNetTask *task, gint64 moment, gint64 minutes)
{
  gint64 furthest = moment;

  for (gint32 p = task->first_part; p < task->first_part + task->n_parts; p++)
    {
      const WayNetPart *part = &net->parts[p];
      gint64 share = share_of (task, part, ABS (minutes));
      gint64 wait = ABS (minutes) == way_net_span (task) ? part->wait : 0;
      gint64 reached = minutes < 0
          ? way_worktime_add (net->calendars[part->calendar], moment, -share) - wait
          : way_worktime_add (net->calendars[part->calendar], moment + wait, share);

      furthest = minutes < 0 ? MIN (furthest, reached) : MAX (furthest, reached);
    }
  return CLAMP (furthest, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX);
}

/* @moment moved by minutes of the task's work. */
gint64
way_net_shift (const WayNetwork *net, const WayNetTask *task, gint64 moment, gint64 minutes)
{
  if (task->flags & WAY_NET_ELAPSED)
    return CLAMP (moment + minutes, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX);
  if (task->n_parts > 0 && minutes != 0)
    return shift_parts (net, task, moment, minutes);
  return way_worktime_add (way_net_calendar (net, task), moment, minutes);
}

/* @moment in minutes since a fixed one, to measure floats: by the clock for elapsed durations,
 * else, as MS Project does, in the task's own calendar, without its resources'. */
gint32
way_net_position (const WayNetwork *net, const WayNetTask *task, gint64 moment)
{
  if (task->flags & WAY_NET_ELAPSED)
    return (gint32) CLAMP (moment, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX);
  return (gint32) way_worktime_position (net->calendars[task->lag_calendar], moment);
}

/* Minutes of the task's own kind of time between two moments. */
gint64
way_net_minutes (const WayNetwork *net, const WayNetTask *task, gint64 from, gint64 to)
{
  if (task->flags & WAY_NET_ELAPSED)
    return to - from;
  return way_worktime_between (way_net_calendar (net, task), from, to);
}

/* Where work on the task can begin from @moment on: where the first of its parts can. */
gint64
way_net_next (const WayNetwork *net, const WayNetTask *task, gint64 moment)
{
  gint64 first = WAY_WORKTIME_MAX;

  if (task->n_parts == 0)
    return way_worktime_next (way_net_calendar (net, task), moment);
  for (gint32 p = task->first_part; p < task->first_part + task->n_parts; p++)
    first = MIN (first, way_worktime_next (net->calendars[net->parts[p].calendar], moment));
  return first;
}

/* Where work on the task can have ended up to @moment: where the last of its parts can. */
gint64
way_net_previous (const WayNetwork *net, const WayNetTask *task, gint64 moment)
{
  gint64 last = WAY_WORKTIME_MIN;

  if (task->n_parts == 0)
    return way_worktime_previous (way_net_calendar (net, task), moment);
  for (gint32 p = task->first_part; p < task->first_part + task->n_parts; p++)
    last = MAX (last, way_worktime_previous (net->calendars[net->parts[p].calendar], moment));
  return last;
}

/* Where a task that may start at @moment starts. A task without duration stays where a link
 * put it (@exact), and elsewhere may stand at the end of working time, too. */
gint64
way_net_place (const WayNetwork *net, const WayNetTask *task, gint64 moment, gboolean exact)
{
  const WayWorktime *calendar = way_net_calendar (net, task);

  if (task->flags & WAY_NET_ELAPSED)
    return moment;
  if (way_net_span (task) == 0
      && (exact || way_worktime_previous (calendar, moment) == moment))
    return moment;
  return way_net_next (net, task, moment);
}

/* Minutes still to do of a task that has started. */
gint64
way_net_remaining (const WayNetTask *task)
{
  if (task->actual_finish != WAY_NET_NEVER)
    return 0;
  if (task->remaining >= 0)
    return task->remaining;
  return task->duration - percent_of (task->duration, MIN (task->percent, 100));
}

/* Likewise, with the rests in it. */
gint64
way_net_unfinished (const WayNetTask *task)
{
  return way_net_remaining (task) + task->split_left;
}
