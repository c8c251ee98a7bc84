/* way-worktime.c: WayWorktime, a calendar compiled to an index of working time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-worktime-private.h"

/* A moment among working time. */
typedef struct
{
  guint32 work;     /* minutes worked from 1900 until then */
  gint32 special;   /* the last exception that has begun by then, −1 = none */
  gboolean working; /* is the minute that begins there worked? */
} Position;

/* The last exception that begins on or before @day, or −1. */
static inline gint32
special_at_day (const WayWorktime *self, guint32 day)
{
  guint32 block = day / WAY_WORKTIME_BLOCK, at;

  if (self->n_specials == 0 || block < self->first_block)
    return -1;
  block -= self->first_block;
  if (block >= self->n_blocks)
    return (gint32) self->n_specials - 1;
  for (at = self->blocks[block]; at < self->blocks[block + 1]; at++)
    if (self->specials[at].day > day)
      break;
  return (gint32) at - 1;
}

/* The last exception before which at most @work minutes were worked, or −1. Mostly it is near
 * the one where the asker comes from, @at. */
static inline gint32
special_at_work (const WayWorktime *self, gint32 at, guint32 work)
{
  gint32 low = 0, high = (gint32) self->n_specials;

  for (int steps = 0; steps < 8; steps++)
    if (at >= 0 && self->specials[at].work > work)
      at--;
    else if (at + 1 < high && self->specials[at + 1].work <= work)
      at++;
    else
      return at;
  while (low < high)
    {
      gint32 middle = (low + high) / 2;

      if (self->specials[middle].work <= work)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

/* The day's pattern; @before: the minutes worked before the day. @at: as special_at_day(). */
static inline const WayWorkPattern *
pattern_of (const WayWorktime *self, guint32 day, gint32 at, guint32 *before)
{
  guint32 weekday = day % 7;

  if (at >= 0 && self->specials[at].day == day)
    {
      *before = self->specials[at].work;
      return &self->specials[at].pattern;
    }
  *before = day / 7 * self->week_minutes + self->week_before[weekday]
            + (guint32) (at >= 0 ? self->specials[at].surplus : 0);
  return &self->week[weekday];
}

static inline guint32
inward (gint64 moment)
{
  return (guint32) (CLAMP (moment, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX) - WAY_WORKTIME_MIN);
}

/* Where @time stands among working time. Here and below, sums over all of a day's intervals
 * instead of a search: a branch that goes now this way, now that costs more. */
static inline Position
locate (const WayWorktime *self, guint32 time)
{
  guint32 day = time / WAY_WORKTIME_DAY;
  gint32 minute = (gint32) (time % WAY_WORKTIME_DAY);
  Position position = { .special = special_at_day (self, day) };
  const WayWorkPattern *pattern = pattern_of (self, day, position.special, &position.work);
  const WayInterval *interval = self->pool + pattern->first;

  for (guint i = 0; i < pattern->n; i++)
    {
      gint32 into = minute - interval[i].from, length = interval[i].to - interval[i].from;

      position.work += (guint32) CLAMP (into, 0, length);
      position.working |= (guint32) into < (guint32) length;
    }
  return position;
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

/* Where the working minute number @work (from 0) begins; @work < total. @near: an exception that
 * may be close to it. */
static inline guint32
minute_start (const WayWorktime *self, gint32 near, guint32 work)
{
  gint32 at = special_at_work (self, near, work);
  guint32 plain, week, rest, weekday = 0;

  if (at >= 0 && work - self->specials[at].work < self->specials[at].pattern.minutes)
    return self->specials[at].day * WAY_WORKTIME_DAY
           + minute_of_day (self, &self->specials[at].pattern, work - self->specials[at].work);
  plain = work - (guint32) (at >= 0 ? self->specials[at].surplus : 0);
  week = plain / self->week_minutes;
  rest = plain - week * self->week_minutes;
  for (guint i = 1; i < 7; i++)
    weekday += rest >= self->week_before[i];
  return (week * 7 + weekday) * WAY_WORKTIME_DAY
         + minute_of_day (self, &self->week[weekday], rest - self->week_before[weekday]);
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
  return locate (self, inward (moment)).working;
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
  guint32 time = inward (moment);
  Position at = locate (self, time);

  if (at.work >= self->total)
    return WAY_WORKTIME_MAX;
  return WAY_WORKTIME_MIN + (at.working ? time : minute_start (self, at.special, at.work));
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
  Position at = locate (self, inward (moment));

  if (at.work == 0)
    return WAY_WORKTIME_MIN;
  return WAY_WORKTIME_MIN + minute_start (self, at.special, at.work - 1) + 1;
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
  Position at;
  gint64 work;

  if (minutes == 0)
    return moment;
  minutes = CLAMP (minutes, -(gint64) WAY_WORKTIME_RANGE, (gint64) WAY_WORKTIME_RANGE);
  at = locate (self, inward (moment));
  work = (gint64) at.work + minutes;
  if (minutes > 0)
    return work > self->total ? WAY_WORKTIME_MAX
                              : WAY_WORKTIME_MIN + minute_start (self, at.special, (guint32) work - 1) + 1;
  return work < 0 ? WAY_WORKTIME_MIN
                  : WAY_WORKTIME_MIN + minute_start (self, at.special, (guint32) work);
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
  return locate (self, inward (moment)).work;
}

/**
 * way_worktime_run:
 * @moment: the earliest beginning
 * @minutes: > 0, what is to be worked
 * @begin: (out): where work begins, as way_worktime_next()
 * @end: (out): where it ends, as way_worktime_add()
 *
 * A task in one look at the calendar instead of two.
 *
 * Returns: the position of @begin; that of @end is as many minutes on, but held within the
 *   calendar's time
 */
gint64
way_worktime_run (const WayWorktime *self, gint64 moment, gint64 minutes, gint64 *begin, gint64 *end)
{
  guint32 time = inward (moment);
  Position at = locate (self, time);

  if (at.work >= self->total)
    *begin = WAY_WORKTIME_MAX;
  else
    *begin = WAY_WORKTIME_MIN + (at.working ? time : minute_start (self, at.special, at.work));
  if (minutes > self->total - at.work)
    *end = WAY_WORKTIME_MAX;
  else
    *end = WAY_WORKTIME_MIN
           + minute_start (self, at.special, at.work + (guint32) minutes - 1) + 1;
  return at.work;
}

/**
 * way_worktime_run_back:
 * @moment: the latest end
 * @minutes: > 0, what is to be worked
 * @begin: (out): where work begins, as way_worktime_add() of −@minutes
 * @end: (out): where it ends, as way_worktime_previous()
 *
 * Returns: the position of @end; that of @begin is as many minutes before, but not below 0
 */
gint64
way_worktime_run_back (const WayWorktime *self, gint64 moment, gint64 minutes, gint64 *begin,
                       gint64 *end)
{
  Position at = locate (self, inward (moment));

  if (at.work == 0)
    *end = WAY_WORKTIME_MIN;
  else
    *end = WAY_WORKTIME_MIN + minute_start (self, at.special, at.work - 1) + 1;
  if (minutes > at.work)
    *begin = WAY_WORKTIME_MIN;
  else
    *begin = WAY_WORKTIME_MIN + minute_start (self, at.special, at.work - (guint32) minutes);
  return at.work;
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
  return (gint64) locate (self, inward (to)).work - (gint64) locate (self, inward (from)).work;
}

/* The pattern of a day in range, counted since 1970-01-01. */
static const WayWorkPattern *
pattern_on (const WayWorktime *self, gint64 day)
{
  guint32 inside = (guint32) (day - WAY_WORKTIME_FIRST_DAY), before;

  return pattern_of (self, inside, special_at_day (self, inside), &before);
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
  g_free (self->specials);
  g_free (self->blocks);
  g_free (self->pool);
  g_free (self);
}
