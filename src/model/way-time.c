/* way-time.c: civil time in whole minutes (numbers.md §1).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-time.h"

#include "model/way-error.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Days are counted with the proleptic Gregorian rule on years that begin in
 * March, so that the leap day is the last of its year and needs no special case. */
static gint64
days_from_civil (int year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static inline gint64
floor_div (gint64 value, gint64 by)
{
  gint64 quotient = value / by;

  return quotient * by > value ? quotient - 1 : quotient;
}

/**
 * way_moment:
 * @month: 1 … 12
 * @day: 1 … 31; a day past the month's end runs into the next month
 *
 * Returns: the minutes since 1970-01-01 00:00
 */
WayMoment
way_moment (int year, int month, int day, int hour, int minute)
{
  return days_from_civil (year, month, day) * WAY_DAY + hour * 60 + minute;
}

/**
 * way_moment_to_civil:
 *
 * The inverse of way_moment(). %WAY_NEVER gives all zeros.
 */
WayCivil
way_moment_to_civil (WayMoment moment)
{
  if (moment == WAY_NEVER)
    return (WayCivil) { 0 };

  gint64 days = floor_div (moment, WAY_DAY);
  gint64 rest = moment - days * WAY_DAY;
  gint64 z = days + 719468;
  gint64 era = floor_div (z, 146097);
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted_month = (5 * day_of_year + 2) / 153;
  int month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);

  return (WayCivil) {
    .year = (int) (year_of_era + era * 400) + (month <= 2 ? 1 : 0),
    .month = month,
    .day = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1),
    .hour = (int) (rest / 60),
    .minute = (int) (rest % 60),
  };
}

/**
 * way_moment_day:
 *
 * Returns: 00:00 of the moment's day
 */
WayMoment
way_moment_day (WayMoment moment)
{
  return moment == WAY_NEVER ? WAY_NEVER : floor_div (moment, WAY_DAY) * WAY_DAY;
}

/**
 * way_moment_weekday:
 *
 * Returns: 0 for Monday … 6 for Sunday
 */
int
way_moment_weekday (WayMoment moment)
{
  gint64 days = floor_div (moment, WAY_DAY);

  return (int) (((days + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

/**
 * way_moment_week:
 *
 * Returns: the ISO 8601 week number, 1 … 53
 */
int
way_moment_week (WayMoment moment)
{
  WayMoment thursday = way_moment_day (moment) + (3 - way_moment_weekday (moment)) * WAY_DAY;
  WayCivil civil = way_moment_to_civil (thursday);

  return (int) ((thursday - way_moment (civil.year, 1, 1, 0, 0)) / (7 * WAY_DAY)) + 1;
}

/**
 * way_moment_now:
 *
 * Returns: the wall clock of this machine as a civil moment
 */
WayMoment
way_moment_now (void)
{
  time_t now = time (NULL);
  struct tm civil;

  tzset (); /* the machine may have come to another time zone */
  localtime_r (&now, &civil);
  return way_moment (civil.tm_year + 1900, civil.tm_mon + 1, civil.tm_mday, civil.tm_hour,
                     civil.tm_min);
}

/**
 * way_moment_today:
 *
 * Returns: 00:00 of today; the environment variable WAYMARK_TODAY (an ISO date)
 * fixes it, so that scripts and tests can be repeated
 */
WayMoment
way_moment_today (void)
{
  const char *fixed = g_getenv ("WAYMARK_TODAY");
  WayMoment moment;

  if (fixed != NULL && way_moment_from_iso (fixed, &moment))
    return way_moment_day (moment);
  return way_moment_day (way_moment_now ());
}

/**
 * way_moment_to_iso:
 *
 * Returns: (transfer full): "2026-05-04T08:00", or "" for %WAY_NEVER
 */
char *
way_moment_to_iso (WayMoment moment)
{
  WayCivil c = way_moment_to_civil (moment);

  if (moment == WAY_NEVER)
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", c.year, c.month, c.day, c.hour, c.minute);
}

/**
 * way_moment_from_iso:
 * @text: "2026-05-04", "2026-05-04T08:00" or "2026-05-04T08:00:00"; seconds are dropped
 * @moment: (out): set only on success
 *
 * Returns: whether @text is a real date within 1900 … 2200
 */
gboolean
way_moment_from_iso (const char *text, WayMoment *moment)
{
  int year, month, day, hour = 0, minute = 0, used = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used < 8)
    return FALSE;
  text += used;
  if (*text == 'T' || *text == ' ')
    {
      if (sscanf (text + 1, "%2d:%2d%n", &hour, &minute, &used) != 2)
        return FALSE;
      text += 1 + used;
      if (*text == ':')
        text += strspn (text, ":0123456789.");
    }
  if (*text != '\0' || year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 32), (GDateMonth) month, (GDateYear) year)
      || hour < 0 || hour > 24 || minute < 0 || minute > 59)
    return FALSE;
  *moment = way_moment (year, month, day, hour, minute);
  return TRUE;
}

/**
 * way_moment_format_pattern:
 * @strftime_pattern: as for g_date_time_format()
 *
 * Returns: (transfer full): the moment in the user's language, "" for %WAY_NEVER
 */
char *
way_moment_format_pattern (WayMoment moment, const char *strftime_pattern)
{
  WayCivil c = way_moment_to_civil (moment);
  g_autoptr (GDateTime) time = NULL;

  if (moment == WAY_NEVER)
    return g_strdup ("");
  time = g_date_time_new_utc (c.year, c.month, c.day, c.hour, c.minute, 0);
  return g_date_time_format (time, strftime_pattern);
}

/**
 * way_moment_format:
 *
 * Returns: (transfer full): "4 May 2026 08:00"
 */
char *
way_moment_format (WayMoment moment)
{
  /* Translators: a date with time, as in 4 May 2026 08:00; the codes are those of strftime */
  return way_moment_format_pattern (moment, _("%-d %b %Y %H:%M"));
}

/**
 * way_moment_format_date:
 *
 * Returns: (transfer full): "4 May 2026"
 */
char *
way_moment_format_date (WayMoment moment)
{
  /* Translators: a date, as in 4 May 2026; the codes are those of strftime */
  return way_moment_format_pattern (moment, _("%-d %b %Y"));
}

/**
 * way_moment_format_short:
 *
 * Returns: (transfer full): "4 May"
 */
char *
way_moment_format_short (WayMoment moment)
{
  /* Translators: a date without its year, as in 4 May; the codes are those of strftime */
  return way_moment_format_pattern (moment, _("%-d %b"));
}

/**
 * way_clock_format:
 * @minute: after midnight; 1440 = the end of the day
 *
 * Returns: (transfer full): as in 08:30
 */
char *
way_clock_format (gint64 minute)
{
  return g_strdup_printf ("%02d:%02d", (int) (minute / 60), (int) (minute % 60));
}

/**
 * way_clock_parse:
 * @text: what a user typed: "8", "8:30", "08.30"
 * @minute: (out): after midnight, 0 … 1440; set only on success
 * @error: %WAY_ERROR_INVALID when it is not understood
 */
gboolean
way_clock_parse (const char *text, gint64 *minute, GError **error)
{
  int hours = 0, minutes = 0, hours_end = 0, end = 0;
  int n = sscanf (text, " %2d %n%*1[:.]%2d %n", &hours, &hours_end, &minutes, &end);
  gboolean whole = n >= 1 && (text[hours_end] == '\0' || (n == 2 && text[end] == '\0'));

  if (whole && hours >= 0 && minutes >= 0 && minutes < 60 && hours * 60 + minutes <= WAY_DAY)
    {
      *minute = hours * 60 + minutes;
      return TRUE;
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("“%s” is not a time of day. Type it as %s, for example."), text, "08:30");
  return FALSE;
}

/* Takes "8:30" off the end of @text; what is left before it is the date. */
static gboolean
split_time (const char *text, char **date, int *minute_of_day)
{
  const char *colon = strrchr (text, ':');
  const char *start;
  int hour, minute;

  if (colon == NULL)
    {
      *date = g_strstrip (g_strdup (text));
      return TRUE;
    }
  start = colon;
  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  if (sscanf (start, "%2d:%2d", &hour, &minute) != 2 || hour > 24 || minute > 59)
    return FALSE;
  *minute_of_day = hour * 60 + minute;
  *date = g_strstrip (g_strndup (text, (gsize) (start - text)));
  return TRUE;
}

/* "+3" or "-2": days from today. */
static gboolean
parse_relative (const char *date, WayMoment *day)
{
  char *end = NULL;
  gint64 days = g_ascii_strtoll (date, &end, 10);

  if ((date[0] != '+' && date[0] != '-') || end == date)
    return FALSE;
  if (*end != '\0' && g_strcmp0 (end, "d") != 0)
    return FALSE;
  if (days < -80000 || days > 80000)
    return FALSE;
  *day = way_moment_today () + days * WAY_DAY;
  return TRUE;
}

static gboolean
day_comes_first (char separator)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de"), *month = strstr (format, "%m");

  return separator == '.' || (day != NULL && month != NULL && day < month);
}

/* The day in @year, or with 0 in the year that brings it nearest to today; WAY_NEVER when there
 * is no such day. */
static WayMoment
day_of (int year, int month, int day)
{
  int this_year = way_moment_to_civil (way_moment_today ()).year;
  WayMoment best = WAY_NEVER;

  for (int y = year != 0 ? year : this_year - 1; y <= (year != 0 ? year : this_year + 1); y++)
    {
      WayMoment candidate;

      if (y < 1900 || y > 2200 || month < 1 || month > 12 || day < 1 || day > 31
          || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) y))
        continue;
      candidate = way_moment (y, month, day, 0, 0);
      if (best == WAY_NEVER
          || ABS (candidate - way_moment_today ()) < ABS (best - way_moment_today ()))
        best = candidate;
    }
  return best;
}

/* "10.8.", "10.8.2026" or "8/10": with dots the day comes first everywhere, else as the locale
 * has it. FALSE when @date is not of that form; @day is WAY_NEVER when there is no such day. */
static gboolean
parse_numbers (const char *date, WayMoment *day)
{
  int first, second, year = 0, used = 0;
  char separator;
  const char *rest;

  if (sscanf (date, "%2d%1c%2d%n", &first, &separator, &second, &used) != 3
      || (separator != '.' && separator != '/' && separator != '-'))
    return FALSE;
  rest = date + used;
  if (*rest == separator)
    rest++;
  if (*rest != '\0' && (sscanf (rest, "%4d%n", &year, &used) != 1 || rest[used] != '\0' || used != 4))
    return FALSE;
  *day = day_comes_first (separator) ? day_of (year, second, first) : day_of (year, first, second);
  return TRUE;
}

/* 1 … 12 for a month's name or its beginning, in the user's language or in English; 0 for none. */
static int
month_of_name (const char *name)
{
  static const char *const english[] = { "january", "february", "march", "april", "may", "june",
                                         "july", "august", "september", "october", "november",
                                         "december" };
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  if (g_utf8_strlen (wanted, -1) < 3)
    return 0;
  for (int month = 1; month <= 12; month++)
    {
      WayMoment moment = way_moment (2026, month, 1, 0, 0);
      g_autofree char *full = way_moment_format_pattern (moment, "%B");
      g_autofree char *abbreviated = way_moment_format_pattern (moment, "%b");
      g_autofree char *full_folded = g_utf8_casefold (full, -1);
      g_autofree char *short_folded = g_utf8_casefold (abbreviated, -1);

      if (g_str_has_prefix (full_folded, wanted) || g_str_equal (short_folded, wanted)
          || g_str_has_prefix (english[month - 1], wanted))
        return month;
    }
  return 0;
}

/* "4 May", "4. Mai 2026", "May 4, 2026": as dates are shown. */
static gboolean
parse_named_month (const char *date, WayMoment *day)
{
  g_auto (GStrv) words = g_strsplit_set (date, " .,-", -1);
  int number = 0, month = 0, year = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int value = atoi (words[i]);
      gboolean digits = strspn (words[i], "0123456789") == strlen (words[i]);

      if (*words[i] == '\0')
        continue;
      if (!digits && month == 0)
        month = month_of_name (words[i]);
      else if (digits && strlen (words[i]) <= 2 && number == 0)
        number = value;
      else if (digits && strlen (words[i]) == 4 && year == 0)
        year = value;
      else
        return FALSE;
      if (!digits && month == 0)
        return FALSE;
    }
  if (number == 0 || month == 0)
    return FALSE;
  *day = day_of (year, month, number);
  return TRUE;
}

static gboolean
parse_day (const char *date, WayMoment *day)
{
  if (g_ascii_strcasecmp (date, "today") == 0 || g_utf8_collate (date, _("today")) == 0)
    *day = way_moment_today ();
  else if (!way_moment_from_iso (date, day) && !parse_relative (date, day)
           && !parse_numbers (date, day) && !parse_named_month (date, day))
    return FALSE;
  return *day >= WAY_MOMENT_MIN && *day < WAY_MOMENT_MAX;
}

/**
 * way_moment_parse:
 * @text: what a user typed: ISO, the locale's order, "4 May", "today", "+3", with or without a time
 * @default_minute: minute of the day when no time is given (480 = 08:00)
 * @moment: (out): set only on success; %WAY_NEVER for an empty @text
 * @error: %WAY_ERROR_INVALID when it is not understood
 */
gboolean
way_moment_parse (const char *text, int default_minute, WayMoment *moment, GError **error)
{
  g_autofree char *date = NULL;
  int minute = default_minute;
  WayMoment day;

  if (text[strspn (text, " \t")] == '\0')
    {
      *moment = WAY_NEVER;
      return TRUE;
    }
  if (way_moment_from_iso (text, &day) && strchr (text, ':') != NULL)
    {
      *moment = day;
      return TRUE;
    }
  if (!split_time (text, &date, &minute) || !parse_day (date, &day))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” is not a date. Type it as %s, for example."), text, "2026-05-04");
      return FALSE;
    }
  *moment = day + minute;
  return TRUE;
}
