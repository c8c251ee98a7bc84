/* oracle-time.c: the oracle's time: calendars walked minute by minute.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "oracle-time.h"

#include <string.h>

#define TABLE_FROM (RANDOM_MONDAY - 150 * 1440)
#define TABLE_MINUTES (600 * 1440)

gboolean
oracle_works (const Oracle *o, int calendar, gint64 minute)
{
  if (minute >= TABLE_FROM && minute < TABLE_FROM + TABLE_MINUTES)
    return o->table[calendar][minute - TABLE_FROM];
  return way_worktime_is_working (o->network->calendars[calendar], minute);
}

void
oracle_fill_table (Oracle *o, int calendar)
{
  o->table[calendar] = g_malloc0 (TABLE_MINUTES);
  for (gint64 day = 0; day < TABLE_MINUTES / 1440; day++)
    {
      const WayInterval *intervals;
      guint n = way_worktime_get_day (o->network->calendars[calendar], TABLE_FROM / 1440 + day, &intervals);

      for (guint i = 0; i < n; i++)
        memset (o->table[calendar] + day * 1440 + intervals[i].from, 1,
                (gsize) (intervals[i].to - intervals[i].from));
    }
}

gint64
oracle_walk (const Oracle *o, int calendar, gint64 moment, gint64 minutes)
{
  while (minutes > 0 && moment < WAY_WORKTIME_MAX)
    minutes -= oracle_works (o, calendar, moment++);
  while (minutes < 0 && moment > WAY_WORKTIME_MIN)
    minutes += oracle_works (o, calendar, --moment);
  return moment;
}

gint64
oracle_count (const Oracle *o, int calendar, gint64 from, gint64 to)
{
  gint64 minutes = 0;

  if (to < from)
    return -oracle_count (o, calendar, to, from);
  for (gint64 t = from; t < to; t++)
    minutes += oracle_works (o, calendar, t);
  return minutes;
}

gint64
oracle_begin_of_work (const Oracle *o, int calendar, gint64 moment)
{
  while (moment < WAY_WORKTIME_MAX && !oracle_works (o, calendar, moment))
    moment++;
  return moment;
}

static gint64
end_of_work (const Oracle *o, int calendar, gint64 moment)
{
  while (moment > WAY_WORKTIME_MIN && !oracle_works (o, calendar, moment - 1))
    moment--;
  return moment;
}

static const WayNetPart *
part_of (const Oracle *o, const WayNetTask *task, gint32 part)
{
  return &g_array_index (o->network->parts, WayNetPart, task->first_part + part);
}

/* In the kind of time in which the task's duration counts. Of several people's parts the one that
 * takes longest decides; of half of a task, each does half of their part, to the nearest minute. */
gint64
oracle_task_walk (const Oracle *o, const WayNetTask *task, gint64 moment, gint64 minutes)
{
  gint64 all = task->duration + task->split, far = moment;

  if (task->flags & WAY_NET_ELAPSED)
    return moment + minutes;
  if (task->n_parts == 0)
    return oracle_walk (o, task->calendar, moment, minutes);
  for (gint32 p = 0; p < task->n_parts && minutes != 0; p++)
    {
      const WayNetPart *part = part_of (o, task, p);
      gint64 share = ABS (minutes), wait = 0, reached;

      if (share == all)
        {
          share = part->minutes + task->split;
          wait = part->wait;
        }
      else if (task->duration > 0)
        share = (gint64) ((double) (part->minutes * share) / (double) task->duration + 0.5);
      if (minutes < 0)
        reached = oracle_walk (o, part->calendar, moment, -share) - wait;
      else
        reached = oracle_walk (o, part->calendar, moment + wait, share);
      far = minutes < 0 ? MIN (far, reached) : MAX (far, reached);
    }
  return far;
}

gint64
oracle_task_begin (const Oracle *o, const WayNetTask *task, gint64 moment)
{
  gint64 first = ENDLESS;

  if (task->n_parts == 0)
    return oracle_begin_of_work (o, task->calendar, moment);
  for (gint32 p = 0; p < task->n_parts; p++)
    first = MIN (first, oracle_begin_of_work (o, part_of (o, task, p)->calendar, moment));
  return first;
}

gint64
oracle_task_end (const Oracle *o, const WayNetTask *task, gint64 moment)
{
  gint64 last = G_MININT64;

  if (task->n_parts == 0)
    return end_of_work (o, task->calendar, moment);
  for (gint32 p = 0; p < task->n_parts; p++)
    last = MAX (last, end_of_work (o, part_of (o, task, p)->calendar, moment));
  return last;
}

gint64
oracle_task_count (const Oracle *o, const WayNetTask *task, gint64 from, gint64 to)
{
  return task->flags & WAY_NET_ELAPSED ? to - from : oracle_count (o, task->calendar, from, to);
}
