/* decode-network.c: bytes as a network with every feature, for the fuzz target of the engine.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A narrow network lives within some weeks, where the oracle can follow minute by minute. A wide
 * one has dates from 1900 to 2200, durations and lags of two centuries, and calendars with
 * hardly any working time. */

#include "decode-network.h"

#define MAX_TASKS 40
#define MAX_NARROW_TASKS 6

/* A number of 0 … @below − 1, from one byte or two. */
guint32
bytes_number (Bytes *self, guint32 below)
{
  guint32 number = 0;

  for (guint32 room = 1; room < below && self->size > 0; room <<= 8)
    {
      number = number << 8 | *self->data++;
      self->size--;
    }
  return number % below;
}

static gboolean
one_in (Bytes *bytes, guint32 n)
{
  /* 0, which is what follows the end, says no */
  return bytes_number (bytes, n) == n - 1;
}

static gint64
decode_moment (Bytes *bytes, gboolean wide)
{
  switch (bytes_number (bytes, wide ? 8 : 5))
    {
    case 0:
      return RANDOM_MONDAY + 480 + bytes_number (bytes, 14) * 1440;
    case 1:
      return RANDOM_MONDAY + 1020 + bytes_number (bytes, 14) * 1440;
    case 2:
      return RANDOM_MONDAY - 4320 + bytes_number (bytes, 17) * 1440;
    case 3:
    case 4:
      return RANDOM_MONDAY - 4320 + bytes_number (bytes, 24480);
    case 5:
      return WAY_WORKTIME_MIN + bytes_number (bytes, 20000);
    case 6:
      return WAY_WORKTIME_MAX - bytes_number (bytes, 20000);
    default:
      return WAY_WORKTIME_MIN + (gint64) bytes_number (bytes, 65536) * 2415;
    }
}

static gint64
decode_length (Bytes *bytes, gboolean wide)
{
  static const gint64 usual[] = { 0, 1, 30, 240, 480, 960, 1440 };

  switch (bytes_number (bytes, wide ? 6 : 4))
    {
    case 0:
    case 1:
      return usual[bytes_number (bytes, G_N_ELEMENTS (usual))];
    case 2:
    case 3:
      return bytes_number (bytes, 1500);
    case 4:
      return (gint64) 200 * 366 * 1440 - bytes_number (bytes, 3000);
    default:
      return (gint64) bytes_number (bytes, 65536) * 1440;
    }
}

static void
decode_progress (Bytes *bytes, WayNetTask *task, gboolean wide)
{
  task->actual_start = task->actual_finish = task->stop = task->resume = WAY_NET_NEVER;
  task->remaining = -1;
  task->percent = 0;
  if (!one_in (bytes, 4))
    return;
  task->actual_start = decode_moment (bytes, wide);
  task->percent = (guint8) bytes_number (bytes, 101);
  switch (bytes_number (bytes, 4))
    {
    case 1:
      task->actual_finish = task->actual_start + decode_length (bytes, FALSE);
      break;
    case 2:
      task->remaining = MIN (task->duration, decode_length (bytes, wide));
      break;
    case 3:
      task->actual_finish = wide ? decode_moment (bytes, wide) : WAY_NET_NEVER;
      break;
    default:
      break;
    }
  if (one_in (bytes, 4))
    task->stop = wide ? decode_moment (bytes, wide) : task->actual_start + bytes_number (bytes, 2000);
  if (one_in (bytes, 4))
    task->resume = wide ? decode_moment (bytes, wide) : task->actual_start + bytes_number (bytes, 4000);
}

/* Other values for @task, which keeps its parent. */
void
decode_task (Bytes *bytes, WayNetTask *task, gboolean wide)
{
  static const guint16 flags[] = { 0, WAY_NET_ELAPSED, WAY_NET_MANUAL, WAY_NET_DELAY_WORKING };
  guint16 inactive = task->flags & WAY_NET_INACTIVE;

  task->duration = decode_length (bytes, wide);
  task->flags = inactive;
  for (guint i = bytes_number (bytes, 4); i > 0; i--)
    task->flags |= flags[bytes_number (bytes, G_N_ELEMENTS (flags))];
  task->calendar = (gint32) bytes_number (bytes, RANDOM_CALENDARS);
  task->lag_calendar = one_in (bytes, 2) ? task->calendar : 0;
  task->constraint = one_in (bytes, 2) ? (guint8) bytes_number (bytes, 8) : WAY_NET_ASAP;
  task->constraint_date =
      task->constraint > WAY_NET_ALAP && !one_in (bytes, 16) ? decode_moment (bytes, wide) : WAY_NET_NEVER;
  task->deadline = one_in (bytes, 4) ? decode_moment (bytes, wide) : WAY_NET_NEVER;
  task->manual_start = one_in (bytes, 3) ? WAY_NET_NEVER : decode_moment (bytes, wide);
  task->manual_finish = one_in (bytes, 2) ? WAY_NET_NEVER
                        : wide            ? decode_moment (bytes, wide)
                                          : decode_moment (bytes, wide) + 4000;
  task->levelling_delay = one_in (bytes, 4) ? decode_length (bytes, wide) : 0;
  task->split = one_in (bytes, 4) ? decode_length (bytes, wide) : 0;
  task->n_parts = one_in (bytes, 4) ? (gint32) bytes_number (bytes, 4) : 0;
  task->first_part = (gint32) bytes_number (bytes, 4);
  decode_progress (bytes, task, wide);
}

/* Other values for @link, which keeps its ends. */
void
decode_link (Bytes *bytes, WayNetLink *link, gboolean wide)
{
  link->type = (guint8) ((WAY_NET_FS + bytes_number (bytes, 4)) % 4);
  link->lag_kind = (guint8) bytes_number (bytes, 4);
  link->lag = 0;
  if (link->lag_kind >= WAY_NET_LAG_PERCENT && !wide)
    link->lag = (gint64) bytes_number (bytes, 150) - 50;
  else if (one_in (bytes, 2))
    link->lag = (one_in (bytes, 2) ? -1 : 1) * decode_length (bytes, wide);
}

static guint
decode_intervals (Bytes *bytes, WayInterval *intervals)
{
  guint n = bytes_number (bytes, 4);

  for (guint i = 0; i < n; i++)
    {
      intervals[i].from = (gint16) (bytes_number (bytes, 96) * 15);
      intervals[i].to = (gint16) MIN (1440, intervals[i].from + (gint16) bytes_number (bytes, 96) * 15);
    }
  return n;
}

static WayWorktime *
decode_calendar (Bytes *bytes, gboolean wide)
{
  static const WayInterval morning = { 480, 720 };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  WayInterval intervals[3];
  WayWorktime *worktime;

  for (int weekday = 0; weekday < 7; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, intervals, decode_intervals (bytes, intervals));
  for (guint i = bytes_number (bytes, 4); i > 0; i--)
    {
      gint64 day = decode_moment (bytes, wide) / 1440;

      way_worktime_builder_set_day (builder, day, intervals, decode_intervals (bytes, intervals));
    }
  for (int weekday = 0; weekday < 5 && !wide; weekday += 2) /* enough for the oracle to walk */
    way_worktime_builder_set_weekday (builder, weekday, &morning, 1);
  worktime = way_worktime_builder_end (builder);
  if (worktime != NULL)
    return worktime;
  /* No time at all is no calendar; one morning is nearly that. */
  way_worktime_builder_set_day (builder, RANDOM_MONDAY / 1440, &morning, 1);
  return way_worktime_builder_end (builder);
}

/* Below the row before, or beside it, or beside one of those above it. */
static void
decode_outline (Bytes *bytes, RandomNetwork *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      WayNetTask *task = &g_array_index (self->tasks, WayNetTask, i);
      gint32 parent = (gint32) i - 1;

      for (guint up = 1 + bytes_number (bytes, 4); parent >= 0 && up > 1; up--)
        parent = g_array_index (self->tasks, WayNetTask, parent).parent;
      task->parent = parent;
      task->flags = one_in (bytes, 8) ? WAY_NET_INACTIVE : 0;
    }
  random_network_settle (self);
}

static void
decode_links (Bytes *bytes, RandomNetwork *self, gboolean wide)
{
  for (guint i = bytes_number (bytes, 2 * self->tasks->len); i > 0; i--)
    {
      WayNetLink link = { .predecessor = (gint32) bytes_number (bytes, self->tasks->len),
                          .successor = (gint32) bytes_number (bytes, self->tasks->len) };

      decode_link (bytes, &link, wide);
      g_array_append_val (self->links, link);
    }
}

static void
decode_options (Bytes *bytes, WayNetOptions *options, gboolean wide)
{
  guint32 choice = bytes_number (bytes, 64);

  options->start = wide && one_in (bytes, 4) ? decode_moment (bytes, wide) : RANDOM_MONDAY + 480;
  options->finish = wide && one_in (bytes, 4) ? decode_moment (bytes, wide)
                                              : RANDOM_MONDAY + 18 * 1440 + 1020;
  options->critical_float = choice & 1 ? 480 : 0;
  options->honour_constraints = (choice & 2) == 0;
  options->progress_override = (choice & 4) != 0;
  options->from_finish = (choice & 8) != 0;
  options->multiple_paths = (choice & 32) != 0;
  if (choice & 16)
    options->status_date = decode_moment (bytes, wide);
}

/**
 * decode_network:
 *
 * Returns: (transfer full): its links may close cycles
 */
RandomNetwork *
decode_network (Bytes *bytes, gboolean wide)
{
  RandomNetwork *self = random_network_new_empty ();
  g_autoptr (WayNetwork) plain = way_network_new (1, 0, 0);
  guint n_tasks = 1 + bytes_number (bytes, wide ? MAX_TASKS : MAX_NARROW_TASKS);

  for (guint i = 0; i < n_tasks; i++)
    g_array_append_val (self->tasks, plain->tasks[0]);
  self->options = plain->options;
  decode_options (bytes, &self->options, wide);
  decode_outline (bytes, self);
  decode_links (bytes, self, wide);
  for (guint i = 0; i < n_tasks; i++)
    decode_task (bytes, &g_array_index (self->tasks, WayNetTask, i), wide);
  for (int i = 0; i < RANDOM_PARTS; i++)
    {
      WayNetPart part = { (gint32) bytes_number (bytes, RANDOM_CALENDARS), 1 + decode_length (bytes, wide),
                          one_in (bytes, 4) ? decode_length (bytes, wide) : 0 };

      g_array_append_val (self->parts, part);
    }
  self->calendars[0] = wide && one_in (bytes, 8) ? decode_calendar (bytes, wide)
                                                 : way_worktime_new_standard ();
  self->calendars[1] = way_worktime_new_always ();
  for (int i = 2; i < RANDOM_CALENDARS; i++)
    self->calendars[i] = decode_calendar (bytes, wide);
  return self;
}
