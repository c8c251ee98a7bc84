/* way-worktime-build.c: making WayWorktimes: by a builder, the usual ones, intersections.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule/way-worktime-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  gint64 day;
  guint order; /* of two settings of one day the later counts */
  WayWorkPattern pattern;
} SetDay;

struct _WayWorktimeBuilder
{
  GArray *pool; /* of WayInterval */
  GArray *days; /* of SetDay */
  WayWorkPattern week[7];
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

  builder->pool = g_array_sized_new (FALSE, TRUE, sizeof (WayInterval), 16);
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
static WayWorkPattern
add_pattern (WayWorktimeBuilder *builder, const WayInterval *intervals, guint n_intervals)
{
  WayWorkPattern pattern = { .first = builder->pool->len };
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
  SetDay set = { .day = day - WAY_WORKTIME_FIRST_DAY, .order = builder->days->len };

  if (set.day < 0 || set.day >= WAY_WORKTIME_N_DAYS)
    return;
  set.pattern = add_pattern (builder, intervals, n_intervals);
  g_array_append_val (builder->days, set);
}

/* Lays the days of the week end to end. */
static void
index_week (WayWorktime *self)
{
  WayWorkWeek *plain = &self->plain;
  guint16 n = 1, before = 0;
  guint at_time = 0, at_work = 0, n_stretches = 2;

  for (guint weekday = 0; weekday < 7; weekday++)
    n_stretches += self->week[weekday].n;
  plain->stretches = g_new0 (WayWorkStretch, n_stretches);
  for (guint weekday = 0; weekday < 7; weekday++)
    for (guint i = 0; i < self->week[weekday].n; i++)
      {
        const WayInterval *interval = &self->pool[self->week[weekday].first + i];
        guint16 midnight = (guint16) (weekday * WAY_WORKTIME_DAY);

        plain->stretches[n++] = (WayWorkStretch) { (guint16) (midnight + interval->from),
                                                   (guint16) (midnight + interval->to), before };
        before = (guint16) (before + interval->to - interval->from);
      }
  plain->stretches[n] = (WayWorkStretch) { WAY_WORKTIME_WEEK, WAY_WORKTIME_WEEK, before };
  self->week_minutes = before;
  if (before > 0)
    self->week_inverse = (G_GUINT64_CONSTANT (1) << WAY_WORKTIME_SHIFT) / before + 1;
  for (guint step = 0; step < WAY_WORKTIME_N_STEPS; step++)
    {
      while (at_time + 1 < n && plain->stretches[at_time + 1].from <= step * WAY_WORKTIME_STEP)
        at_time++;
      while (at_work + 1 < n && plain->stretches[at_work + 1].before <= step * WAY_WORKTIME_STEP)
        at_work++;
      plain->by_time[step] = (guint16) at_time;
      plain->by_work[step] = (guint16) at_work;
    }
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
      WayWorkSpecial *special = &self->specials[self->n_specials];
      guint32 day = (guint32) set->day;

      if (i + 1 < days->len && g_array_index (days, SetDay, i + 1).day == set->day)
        continue;
      special->day = day;
      special->pattern = set->pattern;
      special->work = way_worktime_plain_work (self, day * WAY_WORKTIME_DAY) + (guint32) surplus;
      surplus += set->pattern.minutes - self->week[day % 7].minutes;
      special->surplus = surplus;
      self->n_specials++;
    }
}

static guint32
block_of_day (const WayWorkSpecial *special)
{
  return special->day / WAY_WORKTIME_BLOCK_DAYS;
}

static guint32
block_of_work (const WayWorkSpecial *special)
{
  return special->work / WAY_WORKTIME_BLOCK_MINUTES;
}

/* A table to find the exceptions around a time without searching all of them. */
static void
index_blocks (const WayWorktime *self, guint32 (*block_of) (const WayWorkSpecial *special),
              WayWorkBlocks *blocks)
{
  if (self->n_specials == 0)
    return;
  blocks->first = block_of (&self->specials[0]);
  blocks->n = block_of (&self->specials[self->n_specials - 1]) - blocks->first + 1;
  blocks->before = g_new0 (guint32, blocks->n + 1);
  for (guint32 i = 0; i < self->n_specials; i++)
    blocks->before[block_of (&self->specials[i]) - blocks->first + 1] = i + 1;
  for (guint32 b = 1; b <= blocks->n; b++)
    blocks->before[b] = MAX (blocks->before[b], blocks->before[b - 1]);
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

  g_atomic_ref_count_init (&self->refs);
  g_array_sort (builder->days, compare_days);
  memcpy (self->week, builder->week, sizeof self->week);
  /* Never NULL: those who read need not ask whether there is any working time. */
  self->pool = g_memdup2 (builder->pool->data, MAX (builder->pool->len, 1) * sizeof (WayInterval));
  index_week (self);
  self->specials = g_new (WayWorkSpecial, builder->days->len);
  index_specials (self, builder->days);
  index_blocks (self, block_of_day, &self->by_day);
  index_blocks (self, block_of_work, &self->by_work);
  self->total = (guint32) way_worktime_between (self, WAY_WORKTIME_MIN, WAY_WORKTIME_MAX);
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

/* Puts two lists of intervals together. */
typedef void (*CombineFunc) (const WayInterval *a, guint n_a, const WayInterval *b, guint n_b,
                             GArray *out);

/* What both have. */
static void
intersect (const WayInterval *a, guint n_a, const WayInterval *b, guint n_b, GArray *out)
{
  guint i = 0, j = 0;

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

/* What either has; the builder merges. */
static void
unite (const WayInterval *a, guint n_a, const WayInterval *b, guint n_b, GArray *out)
{
  g_array_append_vals (out, a, n_a);
  g_array_append_vals (out, b, n_b);
}

static void
combine_specials (WayWorktimeBuilder *builder, const WayWorktime *days, const WayWorktime *a,
                  const WayWorktime *b, CombineFunc combine_days, GArray *both)
{
  const WayInterval *of_a, *of_b;

  for (guint32 i = 0; i < days->n_specials; i++)
    {
      gint64 day = WAY_WORKTIME_FIRST_DAY + days->specials[i].day;
      guint n_a = way_worktime_get_day (a, day, &of_a);
      guint n_b = way_worktime_get_day (b, day, &of_b);

      g_array_set_size (both, 0);
      combine_days (of_a, n_a, of_b, n_b, both);
      way_worktime_builder_set_day (builder, day, (WayInterval *) both->data, both->len);
    }
}

static WayWorktime *
combine (const WayWorktime *a, const WayWorktime *b, CombineFunc combine_days)
{
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (WayInterval));

  for (int weekday = 0; weekday < 7; weekday++)
    {
      g_array_set_size (both, 0);
      combine_days (a->pool + a->week[weekday].first, a->week[weekday].n,
                    b->pool + b->week[weekday].first, b->week[weekday].n, both);
      way_worktime_builder_set_weekday (builder, weekday, (WayInterval *) both->data, both->len);
    }
  combine_specials (builder, a, a, b, combine_days, both);
  combine_specials (builder, b, a, b, combine_days, both);
  return way_worktime_builder_end (builder);
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
  return combine (a, b, intersect);
}

/**
 * way_worktime_new_union:
 *
 * Returns: (transfer full): the time in which one or the other works (two people on a task)
 */
WayWorktime *
way_worktime_new_union (const WayWorktime *a, const WayWorktime *b)
{
  return combine (a, b, unite);
}

static gboolean
same_pattern (const WayWorktime *a, const WayWorkPattern *of_a, const WayWorktime *b,
              const WayWorkPattern *of_b)
{
  return of_a->n == of_b->n
         && (of_a->n == 0
             || memcmp (a->pool + of_a->first, b->pool + of_b->first,
                        of_a->n * sizeof (WayInterval)) == 0);
}

/**
 * way_worktime_equal:
 *
 * Returns: whether both were built from the same week and the same dated exceptions
 */
gboolean
way_worktime_equal (const WayWorktime *a, const WayWorktime *b)
{
  if (a->total != b->total || a->week_minutes != b->week_minutes || a->n_specials != b->n_specials)
    return FALSE;
  for (guint i = 0; i < 7; i++)
    if (!same_pattern (a, &a->week[i], b, &b->week[i]))
      return FALSE;
  for (guint32 i = 0; i < a->n_specials; i++)
    if (a->specials[i].day != b->specials[i].day
        || !same_pattern (a, &a->specials[i].pattern, b, &b->specials[i].pattern))
      return FALSE;
  return TRUE;
}
