/* way-worktimes.c: calendars of the plan compiled to working time (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-worktimes.h"

#include "model/way-error.h"

#include <stdio.h>
#include <string.h>

#define MAX_BASES 32 /* a chain of base calendars that is longer is a loop */
#define MAX_EXCEPTION_DAYS 500000 /* more than four times all days of 1900 … 2200 */

struct _WayWorktimes
{
  WayPlan *plan;       /* unowned */
  GPtrArray *distinct; /* WayWorktime: no two are equal, so that equal ones are the same */
  GHashTable *by_id;   /* id of a calendar → WayWorktime, unowned */
  GHashTable *by_pair; /* "A and B", "A or B" → WayWorktime, unowned, NULL = none */
};

WayWorktimes *
way_worktimes_new (WayPlan *plan)
{
  WayWorktimes *self = g_new (WayWorktimes, 1);

  self->plan = plan;
  self->distinct = g_ptr_array_new_with_free_func ((GDestroyNotify) way_worktime_unref);
  self->by_id = g_hash_table_new (NULL, NULL);
  self->by_pair = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
way_worktimes_free (WayWorktimes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_pair);
  g_ptr_array_unref (self->distinct);
  g_free (self);
}

/* Takes @worktime, and gives back the one that stands for all that are equal to it. */
static WayWorktime *
intern (WayWorktimes *self, WayWorktime *worktime)
{
  for (guint i = 0; i < self->distinct->len; i++)
    if (way_worktime_equal (self->distinct->pdata[i], worktime))
      {
        way_worktime_unref (worktime);
        return self->distinct->pdata[i];
      }
  g_ptr_array_add (self->distinct, worktime);
  return worktime;
}

static gboolean
parse_interval (const char *text, WayInterval *interval)
{
  int from_hour, from_minute, to_hour, to_minute, used = 0;
  int from, to;

  if (sscanf (text, "%2d:%2d-%2d:%2d%n", &from_hour, &from_minute, &to_hour, &to_minute, &used) != 4
      || text[used] != '\0')
    return FALSE;
  from = from_hour * 60 + from_minute;
  to = to_hour * 60 + to_minute;
  if (from_minute < 0 || from_minute > 59 || to_minute < 0 || to_minute > 59 || from < 0
      || to > 1440 || from >= to)
    return FALSE;
  *interval = (WayInterval) { (gint16) from, (gint16) to };
  return TRUE;
}

/**
 * way_times_parse:
 * @text: "08:00-12:00 13:00-17:00"; "-" and "" are days off
 * @intervals: (out caller-allocates): room for %WAY_TIMES_MAX
 * @n_intervals: (out)
 * @error: %WAY_ERROR_INVALID, with an example
 */
gboolean
way_times_parse (const char *text, WayInterval *intervals, guint *n_intervals, GError **error)
{
  g_autofree char *copy = g_strdup (text);
  g_auto (GStrv) parts = NULL;

  *n_intervals = 0;
  while (strstr (copy, "–") != NULL) /* typed with a proper dash */
    {
      char *dash = strstr (copy, "–");

      *dash = '-';
      memmove (dash + 1, dash + strlen ("–"), strlen (dash + strlen ("–")) + 1);
    }
  g_strdelimit (copy, ",;", ' ');
  g_strstrip (copy);
  if (*copy == '\0' || g_str_equal (copy, "-"))
    return TRUE;
  parts = g_strsplit (copy, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (*n_intervals == WAY_TIMES_MAX || !parse_interval (parts[i], &intervals[*n_intervals]))
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _("“%s” are no working times. Type them as %s, or - for a day off."), text,
                       "08:00-12:00 13:00-17:00");
          return FALSE;
        }
      (*n_intervals)++;
    }
  return TRUE;
}

/* The calendar and its bases, itself first. */
static guint
collect_bases (WayPlan *plan, WayCalendar *calendar, WayCalendar **chain)
{
  guint n = 0;

  while (calendar != NULL && n < MAX_BASES)
    {
      WayRecord *base = way_plan_lookup (plan, calendar->base);

      chain[n++] = calendar;
      calendar = base != NULL && WAY_IS_CALENDAR (base) ? WAY_CALENDAR (base) : NULL;
    }
  return n;
}

static const char *
weekday_text (WayCalendar *calendar, int weekday)
{
  const char *texts[] = { calendar->monday, calendar->tuesday,  calendar->wednesday,
                          calendar->thursday, calendar->friday, calendar->saturday,
                          calendar->sunday };

  return texts[weekday];
}

static gboolean
add_weekdays (WayWorktimeBuilder *builder, WayCalendar **chain, guint n_chain, GError **error)
{
  for (int weekday = 0; weekday < 7; weekday++)
    {
      WayInterval intervals[WAY_TIMES_MAX];
      guint n_intervals;
      const char *text = "";

      for (guint i = 0; i < n_chain && *text == '\0'; i++)
        text = weekday_text (chain[i], weekday);
      if (!way_times_parse (text, intervals, &n_intervals, error))
        return FALSE;
      way_worktime_builder_set_weekday (builder, weekday, intervals, n_intervals);
    }
  return TRUE;
}

static gboolean
add_exceptions (WayPlan *plan, WayWorktimeBuilder *builder, WayCalendar *calendar, gint64 *n_days,
                GError **error)
{
  const WayField *field = way_record_type_field (&way_exception_type, "calendar");
  GPtrArray *exceptions = way_plan_get_referrers (plan, WAY_RECORD (calendar)->id, field);

  for (guint i = 0; i < exceptions->len; i++)
    {
      WayException *exception = exceptions->pdata[i];
      WayInterval intervals[WAY_TIMES_MAX];
      guint n_intervals;

      if (!way_times_parse (exception->times, intervals, &n_intervals, error))
        return FALSE;
      if (exception->first_day == WAY_NEVER || exception->last_day == WAY_NEVER)
        continue;
      *n_days += MAX (0, (exception->last_day - exception->first_day) / WAY_DAY + 1);
      if (*n_days > MAX_EXCEPTION_DAYS)
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _("The exceptions are for too many days. Change the weekdays instead."));
          return FALSE;
        }
      for (WayMoment day = way_moment_day (exception->first_day); day <= exception->last_day;
           day += WAY_DAY)
        way_worktime_builder_set_day (builder, (day - way_moment (1970, 1, 1, 0, 0)) / WAY_DAY,
                                      intervals, n_intervals);
    }
  return TRUE;
}

/* Bases first, so that the calendar's own exceptions win.
 * Returns: (nullable): NULL with @error, or NULL alone when there is no working time at all */
static WayWorktime *
compile (WayPlan *plan, WayCalendar *calendar, GError **error)
{
  WayCalendar *chain[MAX_BASES];
  guint n_chain = collect_bases (plan, calendar, chain);
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  gint64 n_days = 0;

  if (!add_weekdays (builder, chain, n_chain, error))
    return NULL;
  for (guint i = n_chain; i > 0; i--)
    if (!add_exceptions (plan, builder, chain[i - 1], &n_days, error))
      return NULL;
  return way_worktime_builder_end (builder);
}

/**
 * way_worktimes_check:
 * @error: what is wrong with the calendar's texts, or that it has no working time at all
 */
gboolean
way_worktimes_check (WayPlan *plan, WayCalendar *calendar, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (WayWorktime) worktime = compile (plan, calendar, &local_error);

  if (worktime != NULL)
    return TRUE;
  if (local_error != NULL)
    g_propagate_prefixed_error (error, local_error, "%s: ", WAY_RECORD (calendar)->title);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _("The calendar “%s” has no working time at all. Give at least one day working times."),
                 WAY_RECORD (calendar)->title);
  return FALSE;
}

/**
 * way_worktimes_get:
 * @calendar: id of a calendar; one that is not there, or has no working time, is Standard
 *
 * Returns: (transfer none): its working time
 */
WayWorktime *
way_worktimes_get (WayWorktimes *self, gint64 calendar)
{
  WayWorktime *worktime = g_hash_table_lookup (self->by_id, GSIZE_TO_POINTER (calendar));
  WayRecord *record;

  if (worktime != NULL)
    return worktime;
  record = way_plan_lookup (self->plan, calendar);
  if (record != NULL && WAY_IS_CALENDAR (record))
    worktime = compile (self->plan, WAY_CALENDAR (record), NULL);
  if (worktime == NULL)
    worktime = way_worktime_new_standard ();
  worktime = intern (self, worktime);
  g_hash_table_insert (self->by_id, GSIZE_TO_POINTER (calendar), worktime);
  return worktime;
}

/* What two working times make together, made once. */
static WayWorktime *
combine (WayWorktimes *self, WayWorktime *a, WayWorktime *b, const char *how,
         WayWorktime *(*make) (const WayWorktime *, const WayWorktime *))
{
  g_autofree char *key = NULL;
  gpointer known;

  if (a == b)
    return a;
  key = g_strdup_printf ("%p %s %p", (void *) a, how, (void *) b);
  if (g_hash_table_lookup_extended (self->by_pair, key, NULL, &known))
    return known;
  known = make (a, b);
  if (known != NULL)
    known = intern (self, known);
  g_hash_table_insert (self->by_pair, g_steal_pointer (&key), known);
  return known;
}

/**
 * way_worktimes_both:
 *
 * Returns: (transfer none) (nullable): the time in which both work; %NULL when they have none in
 *   common
 */
WayWorktime *
way_worktimes_both (WayWorktimes *self, WayWorktime *a, WayWorktime *b)
{
  return combine (self, a, b, "and", way_worktime_new_intersection);
}

/**
 * way_worktimes_either:
 *
 * Returns: (transfer none): the time in which one or the other works
 */
WayWorktime *
way_worktimes_either (WayWorktimes *self, WayWorktime *a, WayWorktime *b)
{
  return combine (self, a, b, "or", way_worktime_new_union);
}
