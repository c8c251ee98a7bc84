/* way-worktime.c: WayWorktime, a calendar compiled to an index of working time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-worktime-private.h"

/* The exceptions [low, high) that begin in @block. */
static inline void
look_into (const WayWorktime *self, const WayWorkBlocks *blocks, guint32 block, guint32 *low,
           guint32 *high)
{
  *low = *high = 0;
  if (self->n_specials == 0 || block < blocks->first)
    return;
  block -= blocks->first;
  if (block < blocks->n)
    {
      *low = blocks->before[block];
      *high = blocks->before[block + 1];
    }
  else
    *low = *high = self->n_specials;
}

/* The last exception that begins on or before @day, or −1. */
static inline gint32
special_at_day (const WayWorktime *self, guint32 day)
{
  guint32 at, high;

  look_into (self, &self->by_day, day / WAY_WORKTIME_BLOCK_DAYS, &at, &high);
  while (at < high && self->specials[at].day <= day)
    at++;
  return (gint32) at - 1;
}

/* The last exception before which at most @work minutes were worked, or −1. */
static inline gint32
special_at_work (const WayWorktime *self, guint32 work)
{
  guint32 low, high;

  look_into (self, &self->by_work, work / WAY_WORKTIME_BLOCK_MINUTES, &low, &high);
  while (low < high)
    {
      guint32 middle = (low + high) / 2;

      if (self->specials[middle].work <= work)
        low = middle + 1;
      else
        high = middle;
    }
  return (gint32) low - 1;
}

static inline guint32
inward (gint64 moment)
{
  return (guint32) (CLAMP (moment, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX) - WAY_WORKTIME_MIN);
}

/* Here and below, sums over all of a day's intervals instead of a search: a branch that goes now
 * this way, now that costs more. */
static inline guint32
work_of_day (const WayWorktime *self, const WayWorkPattern *pattern, gint32 minute)
{
  const WayInterval *interval = self->pool + pattern->first;
  guint32 work = 0;

  for (guint i = 0; i < pattern->n; i++)
    work += (guint32) CLAMP (minute - interval[i].from, 0, interval[i].to - interval[i].from);
  return work;
}

/* The minute of the day at which the working minute number @rest of it begins. */
static inline guint32
minute_of_day (const WayWorktime *self, const WayWorkPattern *pattern, guint32 rest)
{
  const WayInterval *interval = self->pool + pattern->first;
  guint32 before = 0, minute = rest + (guint32) interval->from;

  for (guint i = 1; i < pattern->n; i++)
    {
      before += (guint32) (interval[i - 1].to - interval[i - 1].from);
      minute += (rest >= before) * (guint32) (interval[i].from - interval[i - 1].to);
    }
  return minute;
}

/* The minutes worked until @time. */
static inline guint32
work_until (const WayWorktime *self, guint32 time)
{
  guint32 day = time / WAY_WORKTIME_DAY;
  gint32 at = special_at_day (self, day);

  if (at < 0)
    return way_worktime_plain_work (self, time);
  if (self->specials[at].day == day)
    return self->specials[at].work
           + work_of_day (self, &self->specials[at].pattern, (gint32) (time % WAY_WORKTIME_DAY));
  return way_worktime_plain_work (self, time) + (guint32) self->specials[at].surplus;
}

/* Where the working minute number @work (from 0) would begin if there were no exceptions. */
static inline guint32
plain_start (const WayWorktime *self, guint32 work)
{
  guint32 week = (guint32) (work * self->week_inverse >> WAY_WORKTIME_SHIFT);
  guint32 rest = work - week * self->week_minutes;
  const WayWorkStretch *stretch
      = &self->plain.stretches[self->plain.by_work[rest / WAY_WORKTIME_STEP]];

  while (stretch[1].before <= rest)
    stretch++;
  return week * WAY_WORKTIME_WEEK + stretch->from + rest - stretch->before;
}

/* Where the working minute number @work (from 0) begins; @work < total. */
static inline guint32
minute_start (const WayWorktime *self, guint32 work)
{
  gint32 at = special_at_work (self, work);
  const WayWorkSpecial *special;

  if (at < 0)
    return plain_start (self, work);
  special = &self->specials[at];
  if (work - special->work < special->pattern.minutes)
    return special->day * WAY_WORKTIME_DAY
           + minute_of_day (self, &special->pattern, work - special->work);
  return plain_start (self, work - (guint32) special->surplus);
}

/**
 * way_worktime_position:
 *
 * Returns: the working minutes from 1900 to @moment; differences of positions are what
 *   way_worktime_between() gives
 */
gint64
way_worktime_position (const WayWorktime *self, gint64 moment)
{
  return work_until (self, inward (moment));
}

/**
 * way_worktime_begin_at:
 *
 * Returns: the moment from which work goes on after @position working minutes;
 *   %WAY_WORKTIME_MIN for a negative position, %WAY_WORKTIME_MAX when there is no more work
 */
gint64
way_worktime_begin_at (const WayWorktime *self, gint64 position)
{
  if (position < 0)
    return WAY_WORKTIME_MIN;
  if (position >= self->total)
    return WAY_WORKTIME_MAX;
  return WAY_WORKTIME_MIN + minute_start (self, (guint32) position);
}

/**
 * way_worktime_end_at:
 *
 * Returns: the moment at which @position working minutes are done; %WAY_WORKTIME_MIN when that is
 *   none, %WAY_WORKTIME_MAX when there are not so many
 */
gint64
way_worktime_end_at (const WayWorktime *self, gint64 position)
{
  if (position <= 0)
    return WAY_WORKTIME_MIN;
  if (position > self->total)
    return WAY_WORKTIME_MAX;
  return WAY_WORKTIME_MIN + minute_start (self, (guint32) position - 1) + 1;
}

/**
 * way_worktime_is_working:
 *
 * Returns: whether the minute that begins at @moment is working time
 */
gboolean
way_worktime_is_working (const WayWorktime *self, gint64 moment)
{
  if (moment < WAY_WORKTIME_MIN || moment >= WAY_WORKTIME_MAX)
    return FALSE;
  return way_worktime_position (self, moment + 1) > way_worktime_position (self, moment);
}

/**
 * way_worktime_next:
 *
 * Returns: the first moment from @moment on at which work can begin;
 *   %WAY_WORKTIME_MAX when there is none
 */
gint64
way_worktime_next (const WayWorktime *self, gint64 moment)
{
  return way_worktime_begin_at (self, way_worktime_position (self, moment));
}

/**
 * way_worktime_previous:
 *
 * Returns: the last moment up to @moment at which work can have ended;
 *   %WAY_WORKTIME_MIN when there is none
 */
gint64
way_worktime_previous (const WayWorktime *self, gint64 moment)
{
  return way_worktime_end_at (self, way_worktime_position (self, moment));
}

/**
 * way_worktime_add:
 * @minutes: working minutes; negative goes back, 0 returns @moment itself
 *
 * Forwards the result is where the last of the minutes ends (Friday 17:00), backwards
 * where the first of them begins (Monday 08:00).
 *
 * Returns: the moment, held within %WAY_WORKTIME_MIN … %WAY_WORKTIME_MAX
 */
gint64
way_worktime_add (const WayWorktime *self, gint64 moment, gint64 minutes)
{
  gint64 position;

  if (minutes == 0)
    return moment;
  position = way_worktime_position (self, moment)
             + CLAMP (minutes, -(gint64) WAY_WORKTIME_RANGE, (gint64) WAY_WORKTIME_RANGE);
  return minutes > 0 ? way_worktime_end_at (self, position) : way_worktime_begin_at (self, position);
}

/**
 * way_worktime_between:
 *
 * Returns: the working minutes from @from to @to; negative when @to is earlier
 */
gint64
way_worktime_between (const WayWorktime *self, gint64 from, gint64 to)
{
  if (from == to)
    return 0;
  return way_worktime_position (self, to) - way_worktime_position (self, from);
}

/* The pattern of a day in range, counted since 1970-01-01. */
static const WayWorkPattern *
pattern_on (const WayWorktime *self, gint64 day)
{
  guint32 inside = (guint32) (day - WAY_WORKTIME_FIRST_DAY);
  gint32 at = special_at_day (self, inside);

  return at >= 0 && self->specials[at].day == inside ? &self->specials[at].pattern
                                                     : &self->week[inside % 7];
}

/**
 * way_worktime_get_day:
 * @day: days since 1970-01-01
 * @intervals: (out) (transfer none): sorted and disjoint
 *
 * Returns: the number of the day's intervals
 */
guint
way_worktime_get_day (const WayWorktime *self, gint64 day, const WayInterval **intervals)
{
  const WayWorkPattern *pattern;

  *intervals = NULL;
  if (day < WAY_WORKTIME_FIRST_DAY || day - WAY_WORKTIME_FIRST_DAY >= WAY_WORKTIME_N_DAYS)
    return 0;
  pattern = pattern_on (self, day);
  *intervals = self->pool + pattern->first;
  return pattern->n;
}

/**
 * way_worktime_day_minutes:
 * @day: days since 1970-01-01
 *
 * Returns: the working minutes of that day
 */
gint64
way_worktime_day_minutes (const WayWorktime *self, gint64 day)
{
  if (day < WAY_WORKTIME_FIRST_DAY || day - WAY_WORKTIME_FIRST_DAY >= WAY_WORKTIME_N_DAYS)
    return 0;
  return pattern_on (self, day)->minutes;
}

/**
 * way_worktime_ref: (skip)
 *
 * Returns: (transfer full): @self
 */
WayWorktime *
way_worktime_ref (WayWorktime *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * way_worktime_unref: (skip)
 * @self: (transfer full)
 */
void
way_worktime_unref (WayWorktime *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->plain.stretches);
  g_free (self->specials);
  g_free (self->by_day.before);
  g_free (self->by_work.before);
  g_free (self->pool);
  g_free (self);
}
