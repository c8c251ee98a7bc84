/* way-worktime.c: WayWorktime, a calendar compiled to an index of working time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-worktime-private.h"

/* The last exception that begins on or before @day, or −1. */
static inline gint32
special_at_day (const WayWorktime *self, guint32 day)
{
  gint32 low = 0, high = (gint32) self->n_specials;

  while (low < high)
    {
      gint32 middle = (low + high) / 2;

      if (self->specials[middle].day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

/* The last exception before which at most @work minutes were worked, or −1. */
static inline gint32
special_at_work (const WayWorktime *self, guint32 work)
{
  gint32 low = 0, high = (gint32) self->n_specials;

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

/* The day's pattern; @before: the minutes worked before the day. */
static inline const WayWorkPattern *
pattern_of (const WayWorktime *self, guint32 day, guint32 *before)
{
  gint32 at = special_at_day (self, day);
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

/* Minutes worked from 1900 until @time; @working: whether the minute that begins there is one. */
static inline guint32
work_until (const WayWorktime *self, guint32 time, gboolean *working)
{
  guint32 day = time / WAY_WORKTIME_DAY, minute = time % WAY_WORKTIME_DAY, work;
  const WayWorkPattern *pattern = pattern_of (self, day, &work);
  const WayInterval *interval = self->pool + pattern->first;

  *working = FALSE;
  for (guint i = 0; i < pattern->n && interval[i].from <= (gint32) minute; i++)
    {
      *working = (gint32) minute < interval[i].to;
      work += (*working ? minute : (guint32) interval[i].to) - (guint32) interval[i].from;
    }
  return work;
}

/* Where the working minute number @work (from 0) begins; @work < total. */
static inline guint32
minute_start (const WayWorktime *self, guint32 work)
{
  gint32 at = special_at_work (self, work);
  const WayWorkPattern *pattern;
  const WayInterval *interval;
  guint32 day, rest;

  if (at >= 0 && work - self->specials[at].work < self->specials[at].pattern.minutes)
    {
      pattern = &self->specials[at].pattern;
      day = self->specials[at].day;
      rest = work - self->specials[at].work;
    }
  else
    {
      guint32 plain = work - (guint32) (at >= 0 ? self->specials[at].surplus : 0);
      guint32 weekday = 0;

      rest = plain % self->week_minutes;
      while (rest >= self->week_before[weekday + 1])
        weekday++;
      rest -= self->week_before[weekday];
      day = plain / self->week_minutes * 7 + weekday;
      pattern = &self->week[weekday];
    }
  for (interval = self->pool + pattern->first;; interval++)
    {
      guint32 length = (guint32) (interval->to - interval->from);

      if (rest < length)
        return day * WAY_WORKTIME_DAY + (guint32) interval->from + rest;
      rest -= length;
    }
}

/**
 * way_worktime_is_working:
 *
 * Returns: whether the minute that begins at @moment is working time
 */
gboolean
way_worktime_is_working (const WayWorktime *self, gint64 moment)
{
  gboolean working;

  if (moment < WAY_WORKTIME_MIN || moment >= WAY_WORKTIME_MAX)
    return FALSE;
  work_until (self, inward (moment), &working);
  return working;
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
  gboolean working;
  guint32 time = inward (moment);
  guint32 work = work_until (self, time, &working);

  if (work >= self->total)
    return WAY_WORKTIME_MAX;
  return WAY_WORKTIME_MIN + (working ? time : minute_start (self, work));
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
  gboolean working;
  guint32 work = work_until (self, inward (moment), &working);

  if (work == 0)
    return WAY_WORKTIME_MIN;
  return WAY_WORKTIME_MIN + minute_start (self, work - 1) + 1;
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
  gboolean working;
  gint64 work;

  if (minutes == 0)
    return moment;
  minutes = CLAMP (minutes, -(gint64) WAY_WORKTIME_RANGE, (gint64) WAY_WORKTIME_RANGE);
  work = (gint64) work_until (self, inward (moment), &working) + minutes;
  if (minutes > 0)
    return work > self->total ? WAY_WORKTIME_MAX
                              : WAY_WORKTIME_MIN + minute_start (self, (guint32) work - 1) + 1;
  return work < 0 ? WAY_WORKTIME_MIN : WAY_WORKTIME_MIN + minute_start (self, (guint32) work);
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
  gboolean working;

  return work_until (self, inward (moment), &working);
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
  gboolean working;
  guint32 time = inward (moment);
  guint32 work = work_until (self, time, &working);

  if (work >= self->total)
    *begin = WAY_WORKTIME_MAX;
  else
    *begin = WAY_WORKTIME_MIN + (working ? time : minute_start (self, work));
  if (minutes > self->total - work)
    *end = WAY_WORKTIME_MAX;
  else
    *end = WAY_WORKTIME_MIN + minute_start (self, work + (guint32) minutes - 1) + 1;
  return work;
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
  gboolean working;
  guint32 work = work_until (self, inward (moment), &working);

  *end = work == 0 ? WAY_WORKTIME_MIN : WAY_WORKTIME_MIN + minute_start (self, work - 1) + 1;
  *begin = minutes > work ? WAY_WORKTIME_MIN
                          : WAY_WORKTIME_MIN + minute_start (self, work - (guint32) minutes);
  return work;
}

/**
 * way_worktime_between:
 *
 * Returns: the working minutes from @from to @to; negative when @to is earlier
 */
gint64
way_worktime_between (const WayWorktime *self, gint64 from, gint64 to)
{
  gboolean working;

  if (from == to)
    return 0;
  return (gint64) work_until (self, inward (to), &working)
         - (gint64) work_until (self, inward (from), &working);
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
  guint32 before;

  *intervals = NULL;
  if (day < WAY_WORKTIME_FIRST_DAY || day - WAY_WORKTIME_FIRST_DAY >= WAY_WORKTIME_N_DAYS)
    return 0;
  pattern = pattern_of (self, (guint32) (day - WAY_WORKTIME_FIRST_DAY), &before);
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
  guint32 before;

  if (day < WAY_WORKTIME_FIRST_DAY || day - WAY_WORKTIME_FIRST_DAY >= WAY_WORKTIME_N_DAYS)
    return 0;
  return pattern_of (self, (guint32) (day - WAY_WORKTIME_FIRST_DAY), &before)->minutes;
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
  g_free (self->pool);
  g_free (self);
}
