/* way-worktime-private.h: how a WayWorktime lies in memory. Internal to schedule/.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "schedule/way-worktime.h"

G_BEGIN_DECLS

/* Inside, time is counted from 1900-01-01 00:00, a Monday, so that a day's weekday
 * is its number modulo 7 and everything fits in 32 bits. */
#define WAY_WORKTIME_RANGE ((guint32) (WAY_WORKTIME_MAX - WAY_WORKTIME_MIN))
#define WAY_WORKTIME_DAY 1440u
#define WAY_WORKTIME_WEEK 10080u
#define WAY_WORKTIME_STEP 16u /* minutes, for a first guess at a stretch of the week */
#define WAY_WORKTIME_SHIFT 42
#define WAY_WORKTIME_N_STEPS (WAY_WORKTIME_WEEK / WAY_WORKTIME_STEP)
#define WAY_WORKTIME_FIRST_DAY (WAY_WORKTIME_MIN / 1440)
#define WAY_WORKTIME_BLOCK_DAYS 8u       /* the exceptions are looked up by blocks of days … */
#define WAY_WORKTIME_BLOCK_MINUTES 4096u /* … and of working minutes before them */
#define WAY_WORKTIME_N_DAYS ((gint64) (WAY_WORKTIME_RANGE / WAY_WORKTIME_DAY))

typedef struct
{
  guint32 first; /* in the pool */
  guint16 n;
  guint16 minutes;
} WayWorkPattern;

/* Working time without a break, in minutes of the week, and those worked before it. */
typedef struct
{
  guint16 from, to;
  guint16 before;
} WayWorkStretch;

/* The week without exceptions, from an empty stretch at its beginning to one after its end; and
 * the last stretch that begins no later than each step of its time, and of its working time. */
typedef struct
{
  WayWorkStretch *stretches;
  guint16 by_time[WAY_WORKTIME_N_STEPS];
  guint16 by_work[WAY_WORKTIME_N_STEPS];
} WayWorkWeek;

/* A dated exception, with the working minutes before it. */
typedef struct
{
  guint32 day;
  guint32 work;    /* minutes worked before this day begins */
  gint32 surplus;  /* Σ (exception − week) up to and including this day */
  WayWorkPattern pattern;
} WayWorkSpecial;

/* The exceptions by blocks of time, from the first of them to the last. */
typedef struct
{
  guint32 first, n;
  guint32 *before; /* by block, and one more: the exceptions before it */
} WayWorkBlocks;

struct _WayWorktime
{
  gatomicrefcount refs;
  guint32 total;           /* working minutes from 1900 to 2200 */
  guint32 week_minutes;
  guint64 week_inverse;    /* 2^WAY_WORKTIME_SHIFT / week_minutes, rounded up: multiplying costs
                            * a third of dividing, and is exact for all that lies in range */
  WayWorkPattern week[7];
  WayWorkWeek plain;
  guint32 n_specials;
  WayWorkSpecial *specials;
  WayWorkBlocks by_day, by_work;
  WayInterval *pool;
};

/* The minutes worked until @time if there were no exceptions. */
static inline guint32
way_worktime_plain_work (const WayWorktime *self, guint32 time)
{
  guint32 week = time / WAY_WORKTIME_WEEK, minute = time % WAY_WORKTIME_WEEK;
  const WayWorkStretch *stretch
      = &self->plain.stretches[self->plain.by_time[minute / WAY_WORKTIME_STEP]];

  while (stretch[1].from <= minute)
    stretch++;
  return week * self->week_minutes + stretch->before + MIN (minute, stretch->to) - stretch->from;
}

G_END_DECLS
