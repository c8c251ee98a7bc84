/* way-network-place.c: where a task comes to lie, its bounds being known (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-network-private.h"

/* As early as the bounds allow. */
static void
place_early (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds, WayPlace *place)
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
          : MIN (place->start + task->levelling_delay, WAY_WORKTIME_MAX);

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
honour_constraint (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds, WayPlace *place)
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

/* May what remains of a started task not be done before the finish that is bound? */
static inline gboolean
waits_for_finish (const WayNetwork *net, const WayBounds *bounds)
{
  return bounds->finish.kind == WAY_DRIVER_CONSTRAINT
         || (bounds->finish.kind == WAY_DRIVER_LINK && !net->options.progress_override);
}

/* Started or finished: what is done stays; what remains waits for the links (retained logic). */
static void
place_actual (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds, WayPlace *place)
{
  gint64 span = way_net_span (task);
  gint64 remaining = way_net_remaining (task), unfinished = way_net_unfinished (task);
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
               ? MAX (task->stop, place->start) : way_net_shift (net, task, place->start, span - unfinished);
  if (remaining == 0)
    {
      place->finish = MAX (resume, place->start);
      return;
    }
  if (task->resume != WAY_NET_NEVER)
    resume = MAX (resume, task->resume);
  if (bounds->start.kind == WAY_DRIVER_LINK && !net->options.progress_override)
    resume = MAX (resume, bounds->start.moment);
  if (waits_for_finish (net, bounds))
    resume = MAX (resume, way_net_shift (net, task, bounds->finish.moment, -unfinished));
  place->finish = way_net_shift (net, task, resume, unfinished);
  if (waits_for_finish (net, bounds))
    place->finish = MAX (place->finish, bounds->finish.moment);
}

/* Kept by hand: the links may only complain. */
static void
place_manual (const WayNetwork *net, const WayNetTask *task, WayPlace *place)
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

static void
measure (const WayNetwork *net, const WayNetTask *task, WayPlace *place)
{
  gboolean elapsed = (task->flags & WAY_NET_ELAPSED) != 0;

  place->positions.start = way_net_position (net, task, place->logic);
  place->positions.finish = place->finish == place->logic
      ? place->positions.start : way_net_position (net, task, place->finish);
  place->positions.late = -1;
  place->positions.calendar = elapsed || place->logic != place->start ? -1 : task->lag_calendar;
}

/* Most tasks: some work in one calendar, from where a start bound says. */
static inline gboolean
is_plain (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds)
{
  return !(task->flags & (WAY_NET_ELAPSED | WAY_NET_MANUAL)) && way_net_span (task) > 0
         && task->n_parts == 0
         && task->actual_start == WAY_NET_NEVER && task->actual_finish == WAY_NET_NEVER
         && bounds->finish.moment == WAY_NET_NEVER && task->levelling_delay == 0
         && (task->constraint_date == WAY_NET_NEVER || !net->options.honour_constraints);
}

/* Where a bound on the start stands in the task's calendar: mostly what sets it knows. */
static inline gint64
bound_position (const WayNetwork *net, const WayNetTask *task, const WayBound *bound)
{
  if (bound->kind == WAY_DRIVER_LINK)
    {
      const WayNetLink *link = &net->links[bound->driver];
      const WayPositions *before = &net->priv->positions[link->predecessor];

      if (link->lag == 0 && before->calendar == task->calendar)
        return link->type == WAY_NET_FS ? before->finish : before->start;
    }
  return way_worktime_position (way_net_calendar (net, task), bound->moment);
}

static void
place_plain (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds, WayPlace *place)
{
  const WayWorktime *calendar = way_net_calendar (net, task);
  gint64 begin = bound_position (net, task, &bounds->start), end = begin + way_net_span (task);

  place->start = place->logic = way_worktime_begin_at (calendar, begin);
  place->finish = way_worktime_end_at (calendar, end);
  place->kind = bounds->start.kind;
  place->driver = bounds->start.driver;
  if (task->calendar == task->lag_calendar && place->finish < WAY_WORKTIME_MAX)
    place->positions = (WayPositions) { (gint32) begin, (gint32) end, -1, task->calendar };
  else
    measure (net, task, place);
}

/* The others: with a finish to meet, progress, dates set by hand, constraints. */
static void
place_special (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds, WayPlace *place)
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
  measure (net, task, place);
}

/* The dates of a leaf as early as bounds, constraint, progress and hand allow. */
void
way_net_place_leaf (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds, WayPlace *place)
{
  if (is_plain (net, task, bounds))
    place_plain (net, task, bounds, place);
  else
    place_special (net, task, bounds, place);
}
