/* way-worktime.c: WayWorktime, a calendar compiled to an index of working time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-worktime.h"

#include <string.h>

/* Inside, time is counted from 1900-01-01 00:00, a Monday, so that a day's weekday
 * is its number modulo 7 and everything fits in 32 bits. */
#define RANGE ((guint32) (WAY_WORKTIME_MAX - WAY_WORKTIME_MIN))
#define DAY 1440u
#define FIRST_DAY (WAY_WORKTIME_MIN / 1440)
#define N_DAYS ((gint64) (RANGE / DAY))

typedef struct
{
  guint32 first; /* in the pool */
  guint16 n;
  guint16 minutes;
} Pattern;

/* A dated exception, with the working minutes before it. */
typedef struct
{
  guint32 day;
  guint32 work;    /* minutes worked before this day begins */
  gint32 surplus;  /* Σ (exception − week) up to and including this day */
  Pattern pattern;
} Special;

struct _WayWorktime
{
  gatomicrefcount refs;
  guint32 total;           /* working minutes from 1900 to 2200 */
  guint32 week_minutes;
  guint32 week_before[8];  /* minutes of the week before each weekday */
  Pattern week[7];
  guint32 n_specials;
  Special *specials;
  WayInterval *pool;
};

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
static inline const Pattern *
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
  guint32 day = time / DAY, minute = time % DAY, work;
  const Pattern *pattern = pattern_of (self, day, &work);
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
  const Pattern *pattern;
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
        return day * DAY + (guint32) interval->from + rest;
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
  minutes = CLAMP (minutes, -(gint64) RANGE, (gint64) RANGE);
  work = (gint64) work_until (self, inward (moment), &working) + minutes;
  if (minutes > 0)
    return work > self->total ? WAY_WORKTIME_MAX
                              : WAY_WORKTIME_MIN + minute_start (self, (guint32) work - 1) + 1;
  return work < 0 ? WAY_WORKTIME_MIN : WAY_WORKTIME_MIN + minute_start (self, (guint32) work);
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
  const Pattern *pattern;
  guint32 before;

  *intervals = NULL;
  if (day < FIRST_DAY || day - FIRST_DAY >= N_DAYS)
    return 0;
  pattern = pattern_of (self, (guint32) (day - FIRST_DAY), &before);
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

  if (day < FIRST_DAY || day - FIRST_DAY >= N_DAYS)
    return 0;
  return pattern_of (self, (guint32) (day - FIRST_DAY), &before)->minutes;
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

/* --- Building ----------------------------------------------------------- */

typedef struct
{
  gint64 day;
  guint order; /* of two settings of one day the later counts */
  Pattern pattern;
} SetDay;

struct _WayWorktimeBuilder
{
  GArray *pool; /* of WayInterval */
  GArray *days; /* of SetDay */
  Pattern week[7];
};

/**
 * way_worktime_builder_new:
 *
 * Returns: (transfer full): a builder in which no day works yet
 */
WayWorktimeBuilder *
way_worktime_builder_new (void)
{
  WayWorktimeBuilder *builder = g_new0 (WayWorktimeBuilder, 1);

  builder->pool = g_array_new (FALSE, FALSE, sizeof (WayInterval));
  builder->days = g_array_new (FALSE, FALSE, sizeof (SetDay));
  return builder;
}

/**
 * way_worktime_builder_free:
 * @builder: (transfer full)
 */
void
way_worktime_builder_free (WayWorktimeBuilder *builder)
{
  g_array_unref (builder->pool);
  g_array_unref (builder->days);
  g_free (builder);
}

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  return ((const WayInterval *) a)->from - ((const WayInterval *) b)->from;
}

/* Adds the intervals to the pool, sorted and merged. */
static Pattern
add_pattern (WayWorktimeBuilder *builder, const WayInterval *intervals, guint n_intervals)
{
  Pattern pattern = { .first = builder->pool->len };
  g_autofree WayInterval *sorted = g_memdup2 (intervals, n_intervals * sizeof *intervals);

  if (n_intervals > 0)
    qsort (sorted, n_intervals, sizeof *sorted, compare_intervals);
  for (guint i = 0; i < n_intervals; i++)
    {
      WayInterval next = { CLAMP (sorted[i].from, 0, 1440), CLAMP (sorted[i].to, 0, 1440) };
      WayInterval *last = pattern.n == 0 ? NULL
          : &g_array_index (builder->pool, WayInterval, builder->pool->len - 1);

      if (next.from >= next.to)
        continue;
      if (last != NULL && next.from <= last->to)
        {
          last->to = MAX (last->to, next.to);
          continue;
        }
      g_array_append_val (builder->pool, next);
      pattern.n++;
    }
  for (guint i = 0; i < pattern.n; i++)
    {
      WayInterval *interval = &g_array_index (builder->pool, WayInterval, pattern.first + i);

      pattern.minutes = (guint16) (pattern.minutes + interval->to - interval->from);
    }
  return pattern;
}

/**
 * way_worktime_builder_set_weekday:
 * @weekday: 0 = Monday … 6 = Sunday
 * @intervals: (array length=n_intervals) (nullable): the working times; none = a day off
 */
void
way_worktime_builder_set_weekday (WayWorktimeBuilder *builder, int weekday,
                                  const WayInterval *intervals, guint n_intervals)
{
  g_return_if_fail (weekday >= 0 && weekday < 7);
  builder->week[weekday] = add_pattern (builder, intervals, n_intervals);
}

/**
 * way_worktime_builder_set_day:
 * @day: days since 1970-01-01; one outside 1900 … 2200 has no effect
 * @intervals: (array length=n_intervals) (nullable): the working times; none = a day off
 *
 * Of two settings of the same day the later one counts.
 */
void
way_worktime_builder_set_day (WayWorktimeBuilder *builder, gint64 day,
                              const WayInterval *intervals, guint n_intervals)
{
  SetDay set = { .day = day - FIRST_DAY, .order = builder->days->len };

  if (set.day < 0 || set.day >= N_DAYS)
    return;
  set.pattern = add_pattern (builder, intervals, n_intervals);
  g_array_append_val (builder->days, set);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const SetDay *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static void
index_specials (WayWorktime *self, const GArray *days)
{
  gint32 surplus = 0;

  for (guint i = 0; i < days->len; i++)
    {
      const SetDay *set = &g_array_index (days, SetDay, i);
      Special *special = &self->specials[self->n_specials];
      guint32 day = (guint32) set->day;

      if (i + 1 < days->len && g_array_index (days, SetDay, i + 1).day == set->day)
        continue;
      special->day = day;
      special->pattern = set->pattern;
      special->work = day / 7 * self->week_minutes + self->week_before[day % 7] + (guint32) surplus;
      surplus += set->pattern.minutes - self->week[day % 7].minutes;
      special->surplus = surplus;
      self->n_specials++;
    }
}

/**
 * way_worktime_builder_end:
 *
 * Compiles what was set. The builder may be used further, or freed.
 *
 * Returns: (transfer full) (nullable): the calendar, or %NULL when it has no working
 *   time at all between 1900 and 2200: nothing could ever be scheduled in it
 */
WayWorktime *
way_worktime_builder_end (WayWorktimeBuilder *builder)
{
  WayWorktime *self = g_new0 (WayWorktime, 1);
  gboolean working;

  g_atomic_ref_count_init (&self->refs);
  g_array_sort (builder->days, compare_days);
  memcpy (self->week, builder->week, sizeof self->week);
  for (guint i = 0; i < 7; i++)
    self->week_before[i + 1] = self->week_before[i] + self->week[i].minutes;
  self->week_minutes = self->week_before[7];
  self->pool = g_memdup2 (builder->pool->data, builder->pool->len * sizeof (WayInterval));
  self->specials = g_new (Special, builder->days->len);
  index_specials (self, builder->days);
  self->total = work_until (self, RANGE, &working);
  if (self->total == 0)
    g_clear_pointer (&self, way_worktime_unref);
  return self;
}

/**
 * way_worktime_new_standard:
 *
 * Returns: (transfer full): Monday to Friday 08:00–12:00 and 13:00–17:00
 */
WayWorktime *
way_worktime_new_standard (void)
{
  static const WayInterval day[] = { { 480, 720 }, { 780, 1020 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();

  for (int weekday = 0; weekday < 5; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, day, G_N_ELEMENTS (day));
  return way_worktime_builder_end (builder);
}

/**
 * way_worktime_new_always:
 *
 * Returns: (transfer full): day and night, all week
 */
WayWorktime *
way_worktime_new_always (void)
{
  static const WayInterval day = { 0, 1440 };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();

  for (int weekday = 0; weekday < 7; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, &day, 1);
  return way_worktime_builder_end (builder);
}

/* What two lists of intervals share. */
static void
intersect (const WayInterval *a, guint n_a, const WayInterval *b, guint n_b, GArray *out)
{
  guint i = 0, j = 0;

  g_array_set_size (out, 0);
  while (i < n_a && j < n_b)
    {
      WayInterval both = { MAX (a[i].from, b[j].from), MIN (a[i].to, b[j].to) };

      if (both.from < both.to)
        g_array_append_val (out, both);
      if (a[i].to < b[j].to)
        i++;
      else
        j++;
    }
}

static void
intersect_specials (WayWorktimeBuilder *builder, const WayWorktime *days, const WayWorktime *a,
                    const WayWorktime *b, GArray *both)
{
  const WayInterval *of_a, *of_b;

  for (guint32 i = 0; i < days->n_specials; i++)
    {
      gint64 day = FIRST_DAY + days->specials[i].day;
      guint n_a = way_worktime_get_day (a, day, &of_a);
      guint n_b = way_worktime_get_day (b, day, &of_b);

      intersect (of_a, n_a, of_b, n_b, both);
      way_worktime_builder_set_day (builder, day, (WayInterval *) both->data, both->len);
    }
}

/**
 * way_worktime_new_intersection:
 *
 * Returns: (transfer full) (nullable): the time in which both work (a task's calendar and
 *   its resource's); %NULL when there is none
 */
WayWorktime *
way_worktime_new_intersection (const WayWorktime *a, const WayWorktime *b)
{
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (WayInterval));

  for (int weekday = 0; weekday < 7; weekday++)
    {
      intersect (a->pool + a->week[weekday].first, a->week[weekday].n,
                 b->pool + b->week[weekday].first, b->week[weekday].n, both);
      way_worktime_builder_set_weekday (builder, weekday, (WayInterval *) both->data, both->len);
    }
  intersect_specials (builder, a, a, b, both);
  intersect_specials (builder, b, a, b, both);
  return way_worktime_builder_end (builder);
}
