/* way-worktime-private.h: how a WayWorktime lies in memory. Internal to schedule/.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "schedule/way-worktime.h"

G_BEGIN_DECLS

/* Inside, time is counted from 1900-01-01 00:00, a Monday, so that a day's weekday
 * is its number modulo 7 and everything fits in 32 bits. */
#define WAY_WORKTIME_RANGE ((guint32) (WAY_WORKTIME_MAX - WAY_WORKTIME_MIN))
#define WAY_WORKTIME_DAY 1440u
#define WAY_WORKTIME_FIRST_DAY (WAY_WORKTIME_MIN / 1440)
#define WAY_WORKTIME_BLOCK 32u /* days, for a first guess at an exception */
#define WAY_WORKTIME_N_DAYS ((gint64) (WAY_WORKTIME_RANGE / WAY_WORKTIME_DAY))

typedef struct
{
  guint32 first; /* in the pool */
  guint16 n;
  guint16 minutes;
} WayWorkPattern;

/* A dated exception, with the working minutes before it. */
typedef struct
{
  guint32 day;
  guint32 work;    /* minutes worked before this day begins */
  gint32 surplus;  /* Σ (exception − week) up to and including this day */
  WayWorkPattern pattern;
} WayWorkSpecial;

struct _WayWorktime
{
  gatomicrefcount refs;
  guint32 total;           /* working minutes from 1900 to 2200 */
  guint32 week_minutes;
  guint32 week_before[8];  /* minutes of the week before each weekday */
  WayWorkPattern week[7];
  guint32 n_specials;
  WayWorkSpecial *specials;
  guint32 first_block, n_blocks; /* from the first exception to the last */
  guint32 *blocks;               /* by block, and one more: the exceptions before it */
  WayInterval *pool;
};

G_END_DECLS
