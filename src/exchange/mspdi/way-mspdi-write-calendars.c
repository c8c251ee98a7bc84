/* way-mspdi-write-calendars.c: the plan's calendars as MS Project XML (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/mspdi/way-mspdi-export.h"

#include "document/way-worktimes.h"
#include "exchange/way-recurrence.h"

#include <string.h>

static void
write_period (WayMspdiExport *self, WayMoment first, WayMoment last)
{
  way_xml_writer_start (self->xml, "TimePeriod");
  way_mspdi_write_value (self, "FromDate", WAY_CODEC_MOMENT, first);
  way_mspdi_write_value (self, "ToDate", WAY_CODEC_MOMENT, last + WAY_DAY - 1);
  way_xml_writer_end (self->xml, "TimePeriod");
}

/* <DayWorking> and <WorkingTimes> of a day's text; between them the days that it is for, when it
 * is an exception as programs before 2007 read them. */
static void
write_times (WayMspdiExport *self, const char *times, WayException *period)
{
  WayInterval intervals[WAY_TIMES_MAX];
  guint n = 0;

  if (!way_times_parse (times, intervals, &n, NULL))
    n = 0;
  way_xml_writer_int (self->xml, "DayWorking", n > 0);
  if (period != NULL)
    write_period (self, period->first_day, period->last_day);
  if (n == 0)
    return;
  way_xml_writer_start (self->xml, "WorkingTimes");
  for (guint i = 0; i < n; i++)
    {
      way_xml_writer_start (self->xml, "WorkingTime");
      way_mspdi_write_value (self, "FromTime", WAY_CODEC_CLOCK, intervals[i].from);
      way_mspdi_write_value (self, "ToTime", WAY_CODEC_CLOCK, intervals[i].to);
      way_xml_writer_end (self->xml, "WorkingTime");
    }
  way_xml_writer_end (self->xml, "WorkingTimes");
}

/* The days of the week, then the exceptions once more as programs before 2007 read them. */
static void
write_week (WayMspdiExport *self, WayCalendar *calendar, GPtrArray *exceptions)
{
  const char *days[] = { calendar->sunday,   calendar->monday, calendar->tuesday,
                         calendar->wednesday, calendar->thursday, calendar->friday,
                         calendar->saturday };

  way_xml_writer_start (self->xml, "WeekDays");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (*days[i] == '\0')
        continue;
      way_xml_writer_start (self->xml, "WeekDay");
      way_xml_writer_int (self->xml, "DayType", i + 1);
      write_times (self, days[i], NULL);
      way_xml_writer_end (self->xml, "WeekDay");
    }
  for (guint i = 0; i < exceptions->len; i++)
    {
      WayException *exception = exceptions->pdata[i];

      way_xml_writer_start (self->xml, "WeekDay");
      way_xml_writer_int (self->xml, "DayType", 0);
      write_times (self, exception->times, exception);
      way_xml_writer_end (self->xml, "WeekDay");
    }
  way_xml_writer_end (self->xml, "WeekDays");
}

/* What a rule of its type says, in the schema's order. */
static void
write_rule (WayMspdiExport *self, const WayRecurrence *rule)
{
  gboolean yearly =
      rule->type == WAY_RECUR_YEARLY_BY_DAY || rule->type == WAY_RECUR_YEARLY_BY_POSITION;

  if (!yearly)
    way_xml_writer_int (self->xml, "Period", rule->period);
  if (rule->type == WAY_RECUR_WEEKLY)
    way_xml_writer_int (self->xml, "DaysOfWeek", rule->days_of_week);
  if (yearly)
    way_xml_writer_int (self->xml, "Month", rule->month);
  if (rule->type == WAY_RECUR_YEARLY_BY_POSITION || rule->type == WAY_RECUR_MONTHLY_BY_POSITION)
    {
      way_xml_writer_int (self->xml, "MonthItem", rule->month_item);
      way_xml_writer_int (self->xml, "MonthPosition", rule->month_position);
    }
  if (rule->type == WAY_RECUR_YEARLY_BY_DAY || rule->type == WAY_RECUR_MONTHLY_BY_DAY)
    way_xml_writer_int (self->xml, "MonthDay", rule->month_day);
}

/* @rule: NULL = a plain range of days */
static void
write_exception (WayMspdiExport *self, WayException *exception, const WayRecurrence *rule,
                 guint n_days)
{
  WayMoment first = rule != NULL ? rule->first : exception->first_day;
  WayMoment last = rule != NULL ? rule->last : exception->last_day;

  way_xml_writer_start (self->xml, "Exception");
  way_xml_writer_int (self->xml, "EnteredByOccurrences", rule != NULL && rule->by_occurrences);
  write_period (self, first, last);
  way_xml_writer_int (self->xml, "Occurrences",
                      rule != NULL && rule->by_occurrences ? rule->occurrences : (gint64) n_days);
  if (*exception->name != '\0')
    way_xml_writer_leaf (self->xml, "Name", exception->name);
  way_xml_writer_int (self->xml, "Type", rule != NULL ? rule->type : WAY_RECUR_DAILY);
  if (rule != NULL)
    write_rule (self, rule);
  write_times (self, exception->times, NULL);
  way_xml_writer_end (self->xml, "Exception");
}

static char *
series_key (WayException *exception)
{
  return g_strjoin ("\n", exception->recurrence, exception->name, exception->times, NULL);
}

/* Exceptions that came from rules, by rule. */
static GHashTable *
group_series (GPtrArray *exceptions)
{
  GHashTable *series =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < exceptions->len; i++)
    {
      WayException *exception = exceptions->pdata[i];
      g_autofree char *key = NULL;
      GPtrArray *days;

      if (*exception->recurrence == '\0')
        continue;
      key = series_key (exception);
      days = g_hash_table_lookup (series, key);
      if (days == NULL)
        {
          days = g_ptr_array_new ();
          g_hash_table_insert (series, g_steal_pointer (&key), days);
        }
      g_ptr_array_add (days, exception);
    }
  return series;
}

/* Whether the days are still those of their rule. */
static gboolean
is_whole (GPtrArray *series, WayRecurrence *rule)
{
  WayException *first = series->pdata[0];
  g_autoptr (GArray) days = NULL;

  if (!way_recurrence_from_text (first->recurrence, rule))
    return FALSE;
  days = way_recurrence_expand (rule);
  if (days->len != series->len)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      WayException *exception = series->pdata[i];
      WayMoment day = g_array_index (days, WayMoment, i);

      if (exception->first_day != day || exception->last_day != day)
        return FALSE;
    }
  return TRUE;
}

static void
write_exceptions (WayMspdiExport *self, GPtrArray *exceptions)
{
  g_autoptr (GHashTable) series = group_series (exceptions);

  if (exceptions->len == 0)
    return;
  way_xml_writer_start (self->xml, "Exceptions");
  for (guint i = 0; i < exceptions->len; i++)
    {
      WayException *exception = exceptions->pdata[i];
      g_autofree char *key = series_key (exception);
      GPtrArray *days = g_hash_table_lookup (series, key);
      gint64 length = (exception->last_day - exception->first_day) / WAY_DAY + 1;
      WayRecurrence rule;

      if (days == NULL || !is_whole (days, &rule))
        write_exception (self, exception, NULL, (guint) length);
      else if (days->pdata[0] == exception)
        write_exception (self, exception, &rule, days->len);
    }
  way_xml_writer_end (self->xml, "Exceptions");
}

/* WayMspdiWriteFunc */
static void
write_calendar_element (WayMspdiExport *self, WayRecord *record, const char *element,
                        const WayMspdiSlice *slices, guint n_slices)
{
  WayCalendar *calendar = WAY_CALENDAR (record);
  const WayField *field = way_record_type_field (&way_exception_type, "calendar");
  GPtrArray *exceptions = way_plan_get_referrers (self->plan, record->id, field);
  WayRecord *base = way_plan_lookup (self->plan, calendar->base);

  if (strcmp (element, "UID") == 0)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, record));
  else if (strcmp (element, "Name") == 0)
    way_xml_writer_leaf (self->xml, element, record->title);
  else if (strcmp (element, "IsBaseCalendar") == 0)
    way_xml_writer_int (self->xml, element, calendar->personal == 0);
  else if (strcmp (element, "BaseCalendarUID") == 0)
    way_xml_writer_int (self->xml, element,
                        base != NULL ? way_mspdi_uids_get (self->uids, base) : -1);
  else if (strcmp (element, "WeekDays") == 0)
    write_week (self, calendar, exceptions);
  else if (strcmp (element, "Exceptions") == 0)
    write_exceptions (self, exceptions);
}

/**
 * way_mspdi_write_calendars:
 */
void
way_mspdi_write_calendars (WayMspdiExport *self)
{
  GPtrArray *calendars = way_plan_peek_records (self->plan, &way_calendar_type);

  way_xml_writer_start (self->xml, "Calendars");
  for (guint i = 0; i < calendars->len; i++)
    {
      WayCalendar *calendar = calendars->pdata[i];

      way_xml_writer_start (self->xml, "Calendar");
      way_mspdi_write_record (self, &way_mspdi_calendar, WAY_RECORD (calendar),
                              calendar->exchange_extra, write_calendar_element);
      way_xml_writer_end (self->xml, "Calendar");
    }
  way_xml_writer_end (self->xml, "Calendars");
}
