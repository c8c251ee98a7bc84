/* way-mspdi-import-days.c: weeks and exceptions of MS Project XML calendars (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-import.h"

#include "document/way-worktimes.h"
#include "exchange/way-recurrence.h"

#include <string.h>

#define STANDARD_DAY "08:00-12:00 13:00-17:00"
#define MAX_WORK_WEEK_DAYS 4000 /* eleven years of one special week */
#define MAX_EXCEPTIONS 200000   /* of all calendars: a short rule can mean many days */

/* In the order of DayType: 1 is Sunday. */
static const char *const day_fields[] = {
  "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
};

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  const WayInterval *left = a, *right = b;

  return left->from - right->from;
}

static void
read_interval (const WayMspdiNode *node, GArray *intervals)
{
  const char *from = way_mspdi_node_text (node, "FromTime");
  const char *to = way_mspdi_node_text (node, "ToTime");
  WayValue start, end;
  gboolean exact;

  if (from == NULL || to == NULL || !way_codec_parse (WAY_CODEC_CLOCK, from, &start, &exact)
      || !way_codec_parse (WAY_CODEC_CLOCK, to, &end, &exact))
    return;
  end.i = end.i == 0 ? WAY_DAY : end.i;
  if (start.i < end.i && intervals->len < WAY_TIMES_MAX)
    {
      WayInterval interval = { (gint16) start.i, (gint16) end.i };

      g_array_append_val (intervals, interval);
    }
}

/* Sorted, those that touch or overlap made one, as a calendar's text. */
static char *
intervals_to_text (GArray *intervals)
{
  GString *text = g_string_new (NULL);

  g_array_sort (intervals, compare_intervals);
  for (guint i = 0; i < intervals->len; i++)
    {
      WayInterval interval = g_array_index (intervals, WayInterval, i);

      while (i + 1 < intervals->len
             && g_array_index (intervals, WayInterval, i + 1).from <= interval.to)
        interval.to = MAX (interval.to, g_array_index (intervals, WayInterval, ++i).to);
      g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", text->len > 0 ? " " : "",
                              interval.from / 60, interval.from % 60, interval.to / 60,
                              interval.to % 60);
    }
  return g_string_free (text, FALSE);
}

/* The times of a <WeekDay> or <Exception>: "-" for a day off. */
static char *
read_times (const WayMspdiNode *day)
{
  const char *working = way_mspdi_node_text (day, "DayWorking");
  const WayMspdiNode *times = way_mspdi_node_child (day, "WorkingTimes");
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (WayInterval));

  if (working != NULL && (strcmp (working, "0") == 0 || strcmp (working, "false") == 0))
    return g_strdup ("-");
  for (const WayMspdiNode *time = times != NULL ? times->children : NULL; time != NULL;
       time = time->next)
    read_interval (time, intervals);
  if (intervals->len > 0)
    return intervals_to_text (intervals);
  return g_strdup (working != NULL ? STANDARD_DAY : "-");
}

/* 0 exception, 1 Sunday … 7 Saturday; −1 = none of these */
static int
day_type (const WayMspdiNode *day)
{
  const char *text = way_mspdi_node_text (day, "DayType");

  return text != NULL && text[0] >= '0' && text[0] <= '7' && text[1] == '\0' ? text[0] - '0' : -1;
}

static gboolean
read_day (const WayMspdiNode *period, const char *name, WayMoment *day)
{
  const char *text = way_mspdi_node_text (period, name);
  WayValue value;
  gboolean exact;

  if (text == NULL || !way_codec_parse (WAY_CODEC_MOMENT, text, &value, &exact)
      || value.i == WAY_NEVER)
    return FALSE;
  *day = way_moment_day (value.i);
  return TRUE;
}

/* The days of <TimePeriod>, both included. */
static gboolean
read_period (const WayMspdiNode *node, WayMoment *first, WayMoment *last)
{
  const WayMspdiNode *period = way_mspdi_node_child (node, "TimePeriod");

  return period != NULL && read_day (period, "FromDate", first)
         && read_day (period, "ToDate", last) && *first <= *last;
}

static void
add_exception (WayMspdiImport *self, WayRecord *calendar, const char *name, WayMoment first,
               WayMoment last, const char *times, const char *recurrence)
{
  WayRecord *exception = way_document_create_record (self->document, &way_exception_type);

  way_document_set_int (self->document, exception, "calendar", calendar->id);
  way_document_set_text (self->document, exception, "name", name);
  way_document_set_int (self->document, exception, "first_day", first);
  way_document_set_int (self->document, exception, "last_day", last);
  way_document_set_text (self->document, exception, "times", times);
  way_document_set_text (self->document, exception, "recurrence", recurrence);
}

static void
refuse_days (WayMspdiImport *self, WayRecord *calendar, const WayMspdiNode *node)
{
  g_autofree char *subject = g_strdup_printf (_("Calendar “%s”, line %d"), calendar->title,
                                              node->line);

  way_import_report_left_out (self->report, calendar->id, subject,
                              _("<%s> has no days, or a rule that is not understood."), node->name);
}

/* FALSE after leaving out days that no calendar has so many of. */
static gboolean
has_room (WayMspdiImport *self, WayRecord *calendar, const WayMspdiNode *node, guint n_days)
{
  guint n = way_plan_peek_records (self->plan, &way_exception_type)->len;
  g_autofree char *subject = NULL;

  if (n + n_days <= MAX_EXCEPTIONS)
    return TRUE;
  subject = g_strdup_printf (_("Calendar “%s”, line %d"), calendar->title, node->line);
  way_import_report_left_out (self->report, calendar->id, subject,
                              _("The calendars would have more than %d exceptions."), MAX_EXCEPTIONS);
  return FALSE;
}

static int
node_int (const WayMspdiNode *node, const char *name, int fallback)
{
  const char *text = way_mspdi_node_text (node, name);
  WayValue value;
  gboolean exact;

  if (text == NULL || !way_codec_parse (WAY_CODEC_INT, text, &value, &exact)
      || ABS (value.i) > G_MAXINT)
    return fallback;
  return (int) value.i;
}

/* FALSE when it is a plain range of days. */
static gboolean
read_recurrence (const WayMspdiNode *node, WayMoment first, WayMoment last, WayRecurrence *rule)
{
  *rule = (WayRecurrence) {
    .type = node_int (node, "Type", WAY_RECUR_DAILY),
    .first = first,
    .last = last,
    .by_occurrences = node_int (node, "EnteredByOccurrences", 0) != 0,
    .period = node_int (node, "Period", 1),
    .days_of_week = node_int (node, "DaysOfWeek", 0),
    .month = node_int (node, "Month", 0),
    .month_day = node_int (node, "MonthDay", 0),
    .month_item = node_int (node, "MonthItem", 0),
    .month_position = node_int (node, "MonthPosition", 0),
  };
  rule->occurrences = node_int (node, "Occurrences", 0);
  way_recurrence_normalise (rule);
  return rule->type >= WAY_RECUR_YEARLY_BY_DAY && rule->type <= WAY_RECUR_EVERY_N_WEEKDAYS
         && (rule->type != WAY_RECUR_EVERY_N_DAYS || rule->period > 1);
}

static void
import_exception (WayMspdiImport *self, WayRecord *calendar, const WayMspdiNode *node)
{
  const char *name = way_mspdi_node_text (node, "Name");
  g_autofree char *times = read_times (node);
  g_autofree char *text = NULL;
  g_autoptr (GArray) days = NULL;
  WayMoment first, last;
  WayRecurrence rule;

  if (!read_period (node, &first, &last))
    {
      refuse_days (self, calendar, node);
      return;
    }
  name = name != NULL ? name : "";
  if (!has_room (self, calendar, node, 1))
    return;
  if (!read_recurrence (node, first, last, &rule))
    {
      add_exception (self, calendar, name, first, last, times, "");
      return;
    }
  text = way_recurrence_to_text (&rule);
  if (!way_recurrence_from_text (text, &rule))
    {
      refuse_days (self, calendar, node);
      return;
    }
  days = way_recurrence_expand (&rule);
  if (!has_room (self, calendar, node, days->len))
    return;
  for (guint i = 0; i < days->len; i++)
    {
      WayMoment day = g_array_index (days, WayMoment, i);

      add_exception (self, calendar, name, day, day, times, text);
    }
}

/* Exceptions as Project 2003 and before wrote them. Later ones write both; then these say
 * nothing new. */
static void
import_old_exceptions (WayMspdiImport *self, WayRecord *calendar, const WayMspdiNode *week)
{
  for (const WayMspdiNode *day = week->children; day != NULL; day = day->next)
    {
      g_autofree char *times = NULL;
      WayMoment first, last;

      if (day_type (day) != 0)
        continue;
      times = read_times (day);
      if (read_period (day, &first, &last))
        {
          if (has_room (self, calendar, day, 1))
            add_exception (self, calendar, "", first, last, times, "");
        }
      else
        refuse_days (self, calendar, day);
    }
}

/* The times that a special week gives a day; NULL = none of its own. */
static char *
work_week_times (const WayMspdiNode *week_days, WayMoment day)
{
  int type = (way_moment_weekday (day) + 1) % 7 + 1;

  for (const WayMspdiNode *node = week_days->children; node != NULL; node = node->next)
    if (day_type (node) == type)
      return read_times (node);
  return NULL;
}

/* A special week for some time becomes exceptions; days alike in a row are one. */
static void
import_work_week (WayMspdiImport *self, WayRecord *calendar, const WayMspdiNode *node)
{
  const WayMspdiNode *week_days = way_mspdi_node_child (node, "WeekDays");
  const char *name = way_mspdi_node_text (node, "Name");
  g_autofree char *subject = g_strdup_printf (_("Calendar “%s”, line %d"), calendar->title,
                                              node->line);
  WayMoment first, last;
  guint n = 0;

  if (week_days == NULL || !read_period (node, &first, &last)
      || last - first > MAX_WORK_WEEK_DAYS * WAY_DAY)
    {
      refuse_days (self, calendar, node);
      return;
    }
  if (!has_room (self, calendar, node, (guint) ((last - first) / WAY_DAY + 1)))
    return;
  name = name != NULL ? name : "";
  while (first <= last)
    {
      g_autofree char *times = work_week_times (week_days, first);
      WayMoment end = first;

      while (times != NULL && end < last)
        {
          g_autofree char *next = work_week_times (week_days, end + WAY_DAY);

          if (g_strcmp0 (next, times) != 0)
            break;
          end += WAY_DAY;
        }
      if (times != NULL)
        {
          add_exception (self, calendar, name, first, end, times, "");
          n++;
        }
      first = end + WAY_DAY;
    }
  way_import_report_changed (self->report, calendar->id, subject,
                             g_dngettext (GETTEXT_PACKAGE,
                                          "The work week “%s” became %u exception.",
                                          "The work week “%s” became %u exceptions.", n),
                             name, n);
}

/**
 * way_mspdi_import_week:
 * @week: (nullable): %NULL = an ordinary week, or all days left to another calendar
 */
void
way_mspdi_import_week (WayMspdiImport *self, WayRecord *calendar, const WayMspdiNode *week,
                       gboolean based)
{
  char *times[G_N_ELEMENTS (day_fields)] = { NULL };
  gboolean any = FALSE;

  for (const WayMspdiNode *day = week != NULL ? week->children : NULL; day != NULL;
       day = day->next)
    if (day_type (day) > 0)
      {
        g_free (times[day_type (day) - 1]);
        times[day_type (day) - 1] = read_times (day);
        any = TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    {
      gboolean weekend = i == 0 || i == 6;
      const char *missing = based ? "" : any || weekend ? "-" : STANDARD_DAY;

      way_document_set_text (self->document, calendar, day_fields[i],
                             times[i] != NULL ? times[i] : missing);
      g_free (times[i]);
    }
}

static const WayMspdiNode *
item_node (const WayMspdiItem *item, const char *name)
{
  for (guint i = 0; i < item->values->len; i++)
    {
      WayMspdiValue *value = &g_array_index (item->values, WayMspdiValue, i);

      if (value->node != NULL && strcmp (value->node->name, name) == 0)
        return value->node;
    }
  return NULL;
}

/**
 * way_mspdi_import_days:
 * @based: whether days that the file does not name are left to another calendar
 *
 * Sets the week of a calendar and makes its exceptions.
 */
void
way_mspdi_import_days (WayMspdiImport *self, WayRecord *calendar, const WayMspdiItem *item,
                       gboolean based)
{
  const WayMspdiNode *week = item_node (item, "WeekDays");
  const WayMspdiNode *exceptions = item_node (item, "Exceptions");
  const WayMspdiNode *weeks = item_node (item, "WorkWeeks");

  way_mspdi_import_week (self, calendar, week, based);
  /* Before the exceptions, which win. */
  for (const WayMspdiNode *node = weeks != NULL ? weeks->children : NULL; node != NULL;
       node = node->next)
    import_work_week (self, calendar, node);
  if (exceptions != NULL && exceptions->children != NULL)
    for (const WayMspdiNode *node = exceptions->children; node != NULL; node = node->next)
      import_exception (self, calendar, node);
  else if (week != NULL)
    import_old_exceptions (self, calendar, week);
}
