/* way-explain-calendar.c: whose days off moved a task's start on (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/explain/way-explain-private.h"

#define MAX_BASES 32

static WayCalendar *
lookup_calendar (WayPlan *plan, gint64 id)
{
  WayRecord *record = way_plan_lookup (plan, id);

  return record != NULL && WAY_IS_CALENDAR (record) ? WAY_CALENDAR (record) : NULL;
}

static WayException *
find_exception (WayPlan *plan, WayCalendar *calendar, WayMoment day)
{
  const WayField *field = way_record_type_field (&way_exception_type, "calendar");
  GPtrArray *exceptions = way_plan_get_referrers (plan, WAY_RECORD (calendar)->id, field);

  for (guint i = 0; i < exceptions->len; i++)
    {
      WayException *exception = exceptions->pdata[i];

      if (exception->first_day <= day && day <= exception->last_day && exception->recurrence[0] == '\0')
        return exception;
    }
  return NULL;
}

/* The furthest base that is off on that day, too: it is where people would change it. */
static WayCalendar *
find_cause (WayExplain *self, WayCalendar *calendar, WayMoment day, WayException **exception)
{
  *exception = find_exception (self->plan, calendar, day);
  for (guint i = 0; i < MAX_BASES && *exception == NULL && calendar->base != 0; i++)
    {
      WayCalendar *base = lookup_calendar (self->plan, calendar->base);

      if (base == NULL || way_document_is_working_day (self->document, calendar->base, day))
        break;
      calendar = base;
      *exception = find_exception (self->plan, calendar, day);
    }
  return calendar;
}

/* A calendar that does not work on @day: the task's own or the plan's, else of who is on it. */
static WayCalendar *
find_off (WayExplain *self, WayMoment day, WayResource **person)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "task");
  WayTask *task = self->task;
  gint64 own = task->calendar != 0 ? task->calendar : way_plan_get_default_calendar (self->plan);
  GPtrArray *assignments = way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, field);

  *person = NULL;
  if (!way_document_is_working_day (self->document, own, day))
    return lookup_calendar (self->plan, own);
  for (guint i = 0; i < assignments->len; i++)
    {
      WayRecord *resource =
          way_plan_lookup (self->plan, WAY_ASSIGNMENT (assignments->pdata[i])->resource);
      gint64 calendar = resource != NULL ? WAY_RESOURCE (resource)->calendar : 0;

      if (calendar == 0 || way_document_is_working_day (self->document, calendar, day))
        continue;
      *person = WAY_RESOURCE (resource);
      return lookup_calendar (self->plan, calendar);
    }
  return NULL;
}

static char *
describe (WayExplain *self, WayCalendar *calendar, WayException *exception, WayResource *person,
          WayMoment day)
{
  g_autofree char *start = way_moment_format (self->result.start);
  g_autofree char *off = way_moment_format_pattern (day, "%A");
  g_autofree char *date = way_moment_format_short (day);
  g_autofree char *what = exception != NULL && WAY_EXCEPTION (exception)->name[0] != '\0'
                              ? g_strdup_printf ("%s, %s", exception->name, date)
                              : g_strdup_printf ("%s, %s", off, date);

  if (person != NULL)
    /* Translators: a day off and its date; a person; a date */
    return g_strdup_printf (_("Moved past %s, when %s does not work, to %s"), what,
                            WAY_RECORD (person)->title, start);
  return g_strdup_printf (_("Moved past %s, not working in calendar “%s”, to %s"), what,
                          WAY_RECORD (calendar)->title, start);
}

/* Names the first whole day without work between @asked and the start. */
void
way_explain_calendar (WayExplain *self, WayMoment asked)
{
  WayMoment last = way_moment_day (self->result.start);
  WayResource *person = NULL;
  WayException *exception = NULL;
  WayCalendar *calendar = NULL;
  WayReason *reason;
  WayMoment day = way_moment_day (asked);

  if (way_unit_is_elapsed ((WayUnit) self->task->duration_unit))
    return;
  if (asked > day) /* the rest of a day may be worked, or not */
    day += WAY_DAY;
  for (; day < last && calendar == NULL; day += WAY_DAY)
    calendar = find_off (self, day, &person);
  if (calendar == NULL)
    return;
  day -= WAY_DAY;
  calendar = find_cause (self, calendar, day, &exception);
  reason = way_explain_add (self, WAY_TOPIC_START,
                            person != NULL ? WAY_REASON_PERSON : WAY_REASON_CALENDAR,
                            describe (self, calendar, exception, person, day));
  g_set_object (&reason->calendar, calendar);
  reason->date = day;
}
