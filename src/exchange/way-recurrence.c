/* way-recurrence.c: WayRecurrence, a rule by which days repeat, as MS Project has them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/way-recurrence.h"

#include <stdio.h>

/* More days than this of one rule are no calendar. */
#define MAX_DAYS 20000

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* 0 Sunday … 6 Saturday */
static int
sunday_based (WayMoment day)
{
  return (way_moment_weekday (day) + 1) % 7;
}

/* Whether a day is such an item of a month. */
static gboolean
is_item (WayMoment day, int item)
{
  int weekday = sunday_based (day);
  gboolean weekend = weekday == 0 || weekday == 6;

  if (item == 0)
    return TRUE;
  if (item == 1)
    return !weekend;
  if (item == 2)
    return weekend;
  return weekday == item - 3;
}

/* The nth such day of a month; WAY_NEVER when it has not so many. */
static WayMoment
day_by_position (int year, int month, int item, int position)
{
  WayMoment found = WAY_NEVER;
  int n = 0;

  for (int day = 1; day <= days_in_month (year, month); day++)
    {
      WayMoment moment = way_moment (year, month, day, 0, 0);

      if (!is_item (moment, item))
        continue;
      found = moment;
      if (n++ == position && position < 4)
        return moment;
    }
  return position >= 4 ? found : WAY_NEVER;
}

/* The one day of a month that a monthly or yearly rule names. */
static WayMoment
day_of_month (const WayRecurrence *rule, int year, int month)
{
  if (rule->type == WAY_RECUR_YEARLY_BY_POSITION || rule->type == WAY_RECUR_MONTHLY_BY_POSITION)
    return day_by_position (year, month, rule->month_item, rule->month_position);
  return way_moment (year, month, CLAMP (rule->month_day, 1, days_in_month (year, month)), 0, 0);
}

/* Adds a day; FALSE when the rule has run out. */
static gboolean
add_day (const WayRecurrence *rule, GArray *days, WayMoment day)
{
  if (day == WAY_NEVER || day < rule->first)
    return TRUE;
  if (day > rule->last || days->len >= MAX_DAYS
      || (rule->occurrences > 0 && days->len >= (guint) rule->occurrences))
    return FALSE;
  g_array_append_val (days, day);
  return TRUE;
}

static void
expand_months (const WayRecurrence *rule, GArray *days)
{
  gboolean yearly =
      rule->type == WAY_RECUR_YEARLY_BY_DAY || rule->type == WAY_RECUR_YEARLY_BY_POSITION;
  WayCivil first = way_moment_to_civil (rule->first);
  WayCivil last = way_moment_to_civil (rule->last);
  int step = yearly ? 12 : MAX (rule->period, 1);
  int from = first.year * 12 + (yearly ? rule->month : first.month - 1);
  int to = last.year * 12 + last.month - 1;

  for (int month = from; month <= to; month += step)
    if (!add_day (rule, days, day_of_month (rule, month / 12, month % 12 + 1)))
      return;
}

/* Weeks begin on Sunday, whatever the plan shows. */
static void
expand_weeks (const WayRecurrence *rule, GArray *days)
{
  WayMoment week = rule->first - sunday_based (rule->first) * WAY_DAY;

  for (; week <= rule->last; week += 7 * WAY_DAY * MAX (rule->period, 1))
    for (int day = 0; day < 7; day++)
      if ((rule->days_of_week & (1 << day)) != 0
          && !add_day (rule, days, week + day * WAY_DAY))
        return;
}

static void
expand_days (const WayRecurrence *rule, GArray *days)
{
  gboolean weekdays = rule->type == WAY_RECUR_EVERY_N_WEEKDAYS;
  int period = rule->type == WAY_RECUR_DAILY ? 1 : MAX (rule->period, 1);
  int n = 0;

  for (WayMoment day = rule->first; day <= rule->last; day += WAY_DAY)
    {
      if (weekdays && !is_item (day, 1))
        continue;
      if (n++ % period == 0 && !add_day (rule, days, day))
        return;
    }
}

/**
 * way_recurrence_expand:
 *
 * Returns: (transfer full) (element-type WayMoment): the days, ascending, 20,000 at most
 */
GArray *
way_recurrence_expand (const WayRecurrence *rule)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (WayMoment));

  switch (rule->type)
    {
    case WAY_RECUR_YEARLY_BY_DAY:
    case WAY_RECUR_YEARLY_BY_POSITION:
    case WAY_RECUR_MONTHLY_BY_DAY:
    case WAY_RECUR_MONTHLY_BY_POSITION:
      expand_months (rule, days);
      break;
    case WAY_RECUR_WEEKLY:
      expand_weeks (rule, days);
      break;
    default:
      expand_days (rule, days);
      break;
    }
  return days;
}

/**
 * way_recurrence_normalise:
 *
 * Clears what a rule of this type does not use, so that two rules are the same when their texts
 * are.
 */
void
way_recurrence_normalise (WayRecurrence *rule)
{
  gboolean yearly =
      rule->type == WAY_RECUR_YEARLY_BY_DAY || rule->type == WAY_RECUR_YEARLY_BY_POSITION;
  gboolean by_position =
      rule->type == WAY_RECUR_YEARLY_BY_POSITION || rule->type == WAY_RECUR_MONTHLY_BY_POSITION;
  gboolean by_day =
      rule->type == WAY_RECUR_YEARLY_BY_DAY || rule->type == WAY_RECUR_MONTHLY_BY_DAY;

  rule->by_occurrences = rule->by_occurrences != FALSE && rule->occurrences > 0;
  if (!rule->by_occurrences)
    rule->occurrences = 0;
  if (yearly || rule->type == WAY_RECUR_DAILY)
    rule->period = 1;
  if (rule->type != WAY_RECUR_WEEKLY)
    rule->days_of_week = 0;
  if (!yearly)
    rule->month = 0;
  if (!by_day)
    rule->month_day = 0;
  if (!by_position)
    rule->month_item = rule->month_position = 0;
}

/**
 * way_recurrence_to_text:
 *
 * Returns: (transfer full): the rule for the field "recurrence"
 */
char *
way_recurrence_to_text (const WayRecurrence *rule)
{
  WayCivil first = way_moment_to_civil (rule->first);
  WayCivil last = way_moment_to_civil (rule->last);

  return g_strdup_printf ("type=%d from=%04d-%02d-%02d to=%04d-%02d-%02d occurrences=%d by=%d "
                          "period=%d days=%d month=%d day=%d item=%d position=%d",
                          rule->type, first.year, first.month, first.day, last.year, last.month,
                          last.day, rule->occurrences, rule->by_occurrences, rule->period,
                          rule->days_of_week, rule->month, rule->month_day, rule->month_item,
                          rule->month_position);
}

static gboolean
is_sound (const WayRecurrence *rule)
{
  return rule->type >= WAY_RECUR_DAILY && rule->type <= WAY_RECUR_EVERY_N_WEEKDAYS
         && rule->first <= rule->last && rule->occurrences >= 0 && rule->period >= 0
         && rule->period <= 10000 && rule->month >= 0 && rule->month <= 11
         && rule->month_item >= 0 && rule->month_item <= 9 && rule->month_position >= 0
         && rule->month_position <= 4;
}

/**
 * way_recurrence_from_text:
 * @rule: (out): set only on success
 *
 * Returns: whether @text is a rule that way_recurrence_to_text() could have written
 */
gboolean
way_recurrence_from_text (const char *text, WayRecurrence *rule)
{
  char first[11], last[11];
  WayRecurrence parsed = { 0 };

  if (sscanf (text,
              "type=%d from=%10[0-9-] to=%10[0-9-] occurrences=%d by=%d period=%d days=%d "
              "month=%d day=%d item=%d position=%d",
              &parsed.type, first, last, &parsed.occurrences, &parsed.by_occurrences,
              &parsed.period, &parsed.days_of_week, &parsed.month, &parsed.month_day,
              &parsed.month_item, &parsed.month_position)
          != 11
      || !way_moment_from_iso (first, &parsed.first) || !way_moment_from_iso (last, &parsed.last)
      || !is_sound (&parsed))
    return FALSE;
  *rule = parsed;
  return TRUE;
}
