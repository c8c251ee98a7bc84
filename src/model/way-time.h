/* way-time.h: civil time in whole minutes (numbers.md §1).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment: minutes since 1970-01-01 00:00 of the plan's own clock. There is no
 * time zone inside a plan, so a bar never shifts by an hour or by a day. */
typedef gint64 WayMoment;

#define WAY_NEVER G_MININT64           /* no moment */
#define WAY_DAY ((gint64) 1440)        /* minutes of a civil day */
#define WAY_MOMENT_MIN ((gint64) -36816480)  /* 1900-01-01 00:00 */
#define WAY_MOMENT_MAX ((gint64) 121494240)  /* 2201-01-01 00:00 */

typedef struct
{
  int year;    /* 1900 … 2200 */
  int month;   /* 1 … 12 */
  int day;     /* 1 … 31 */
  int hour;    /* 0 … 23 */
  int minute;  /* 0 … 59 */
} WayCivil;

WayMoment way_moment          (int year, int month, int day, int hour, int minute);
WayCivil  way_moment_to_civil (WayMoment moment);
WayMoment way_moment_day      (WayMoment moment);
int       way_moment_weekday  (WayMoment moment);
int       way_moment_week     (WayMoment moment);
WayMoment way_moment_today    (void);
WayMoment way_moment_now      (void);

char     *way_moment_to_iso    (WayMoment moment);
gboolean  way_moment_from_iso  (const char *text, WayMoment *moment);

char     *way_moment_format        (WayMoment moment);
char     *way_moment_format_date   (WayMoment moment);
char     *way_moment_format_short  (WayMoment moment);
char     *way_moment_format_pattern (WayMoment moment, const char *strftime_pattern);
char     *way_clock_format     (gint64 minute);
gboolean  way_clock_parse      (const char *text, gint64 *minute, GError **error);
gboolean  way_moment_parse     (const char *text, int default_minute, WayMoment *moment, GError **error);

G_END_DECLS
