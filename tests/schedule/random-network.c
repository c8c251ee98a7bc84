/* random-network.c: random calendars and networks with every feature mixed in, for the tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-network.h"

#define TASK(self, i) (&g_array_index ((self)->tasks, WayNetTask, i))
#define LINK(self, i) (&g_array_index ((self)->links, WayNetLink, i))

/* A generator from the seed of this run; the seed is shown, so that a run can be repeated with
 * WAYMARK_SEED. */
GRand *
random_network_rand (void)
{
  const char *fixed = g_getenv ("WAYMARK_SEED");
  guint32 seed = fixed != NULL ? (guint32) g_ascii_strtoull (fixed, NULL, 10) : g_random_int ();

  g_test_message ("WAYMARK_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

static gboolean
one_in (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

/* Up to three intervals on round times, some to midnight. */
static guint
random_intervals (GRand *rand, WayInterval *intervals)
{
  guint n = (guint) g_rand_int_range (rand, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      intervals[i].from = (gint16) (g_rand_int_range (rand, 0, 96) * 15);
      intervals[i].to = (gint16) MIN (1440, intervals[i].from + g_rand_int_range (rand, 1, 40) * 15);
    }
  return n;
}

/* A week and exceptions among @n_days from @first_day on; always some time each week. */
WayWorktime *
random_worktime (GRand *rand, gint64 first_day, int n_days)
{
  static const WayInterval morning = { 480, 720 };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();
  WayInterval intervals[3];
  int n_exceptions = g_rand_int_range (rand, 0, 12);

  for (int weekday = 0; weekday < 7; weekday++)
    {
      guint n = random_intervals (rand, intervals);

      way_worktime_builder_set_weekday (builder, weekday, intervals, n);
    }
  way_worktime_builder_set_weekday (builder, 3, &morning, 1);
  for (int i = 0; i < n_exceptions; i++)
    {
      guint n = random_intervals (rand, intervals);

      way_worktime_builder_set_day (builder, first_day + g_rand_int_range (rand, 0, n_days), intervals,
                                    one_in (rand, 2) ? 0 : n);
    }
  return way_worktime_builder_end (builder);
}

static WayWorktime *
night_shift (void)
{
  static const WayInterval night[] = { { 1380, 1440 }, { 0, 180 }, { 240, 480 } };
  g_autoptr (WayWorktimeBuilder) builder = way_worktime_builder_new ();

  for (int weekday = 0; weekday < 6; weekday++)
    way_worktime_builder_set_weekday (builder, weekday, night, G_N_ELEMENTS (night));
  return way_worktime_builder_end (builder);
}

/* Round moments are likelier to meet each other than odd ones. */
static gint64
random_moment (GRand *rand)
{
  gint64 day = RANDOM_MONDAY + g_rand_int_range (rand, -3, 14) * 1440;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return day + 480;
    case 1:
      return day + 1020;
    case 2:
      return day;
    default:
      return day + g_rand_int_range (rand, 0, 48) * 30;
    }
}

static gint64
random_duration (GRand *rand)
{
  static const gint64 usual[] = { 0, 1, 30, 240, 480, 480, 960, 1440 };

  return one_in (rand, 3) ? g_rand_int_range (rand, 0, 1500)
                          : usual[g_rand_int_range (rand, 0, G_N_ELEMENTS (usual))];
}

static void
random_progress (GRand *rand, WayNetTask *task)
{
  task->actual_start = task->actual_finish = task->stop = task->resume = WAY_NET_NEVER;
  task->remaining = -1;
  task->percent = 0;
  if (!one_in (rand, 5))
    return;
  task->actual_start = random_moment (rand);
  task->percent = (guint8) (g_rand_int_range (rand, 0, 5) * 25);
  if (one_in (rand, 3))
    task->actual_finish = task->actual_start + g_rand_int_range (rand, 0, 3000);
  else if (one_in (rand, 2))
    task->remaining = g_rand_int_range (rand, 0, (gint32) task->duration + 1);
  if (one_in (rand, 4))
    task->stop = task->actual_start + g_rand_int_range (rand, 0, 2000);
  if (one_in (rand, 4))
    task->resume = task->actual_start + g_rand_int_range (rand, 0, 4000);
}

/* Gives @task other values, but leaves it where it is in the outline. */
void
random_network_vary (GRand *rand, WayNetTask *task, RandomFeatures features)
{
  gint32 parent = task->parent;
  guint16 inactive = task->flags & WAY_NET_INACTIVE;

  task->duration = random_duration (rand);
  task->calendar = one_in (rand, 2) ? 0 : g_rand_int_range (rand, 0, RANDOM_CALENDARS);
  task->lag_calendar = one_in (rand, 2) ? task->calendar : 0;
  task->flags = inactive;
  if (one_in (rand, 8))
    task->flags |= WAY_NET_ELAPSED;
  if (one_in (rand, 12))
    task->flags |= WAY_NET_MANUAL;
  if (one_in (rand, 2))
    task->flags |= WAY_NET_DELAY_WORKING;
  task->manual_start = one_in (rand, 4) ? WAY_NET_NEVER : random_moment (rand);
  task->manual_finish = one_in (rand, 2) ? WAY_NET_NEVER : random_moment (rand) + 4000;
  task->constraint = one_in (rand, 3) ? (guint8) g_rand_int_range (rand, 0, 8) : 0;
  if (task->constraint == WAY_NET_ALAP && !(features & RANDOM_LATEST))
    task->constraint = WAY_NET_ASAP;
  task->constraint_date = task->constraint > 1 && !one_in (rand, 10) ? random_moment (rand) : WAY_NET_NEVER;
  task->deadline = one_in (rand, 8) ? random_moment (rand) : WAY_NET_NEVER;
  task->levelling_delay = one_in (rand, 10) ? g_rand_int_range (rand, 0, 3000) : 0;
  task->split = one_in (rand, 8) ? g_rand_int_range (rand, 1, 2000) : 0;
  task->split_left = one_in (rand, 3) ? task->split : g_rand_int_range (rand, 0, (gint32) task->split + 1);
  task->n_parts = one_in (rand, 6) ? g_rand_int_range (rand, 1, 4) : 0;
  task->first_part = g_rand_int_range (rand, 0, RANDOM_PARTS - 2);
  random_progress (rand, task);
  task->parent = parent;
}

/* A summary takes part as long as any row in it does, and only then do its rows. */
void
random_network_settle (RandomNetwork *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      gint32 parent = TASK (self, i)->parent;

      if (parent >= 0 && TASK (self, parent)->flags & WAY_NET_INACTIVE)
        TASK (self, i)->flags |= WAY_NET_INACTIVE;
    }
  for (guint i = self->tasks->len; i-- > 0;)
    {
      gboolean has_child = FALSE, has_active = FALSE;

      for (guint c = i + 1; c < self->tasks->len; c++)
        if (TASK (self, c)->parent == (gint32) i)
          {
            has_child = TRUE;
            has_active |= !(TASK (self, c)->flags & WAY_NET_INACTIVE);
          }
      if (has_child && !has_active)
        TASK (self, i)->flags |= WAY_NET_INACTIVE;
    }
}

static void
random_outline (GRand *rand, RandomNetwork *self)
{
  for (guint i = 1; i < self->tasks->len; i++)
    {
      gint32 parent = (gint32) i - 1;

      /* Below the row before, or beside it, or beside one of those above it. */
      while (parent >= 0 && !one_in (rand, 3))
        parent = TASK (self, parent)->parent;
      TASK (self, i)->parent = parent;
    }
  for (guint i = self->tasks->len; i-- > 0;)
    if (one_in (rand, 10))
      TASK (self, i)->flags |= WAY_NET_INACTIVE;
  random_network_settle (self);
}

static void
random_links (GRand *rand, RandomNetwork *self)
{
  guint n_tasks = self->tasks->len;
  guint n = n_tasks < 2 ? 0 : (guint) g_rand_int_range (rand, 0, 2 * (gint32) n_tasks);

  for (guint l = 0; l < n; l++)
    {
      WayNetLink link = { .predecessor = g_rand_int_range (rand, 0, (gint32) n_tasks),
                          .successor = g_rand_int_range (rand, 0, (gint32) n_tasks),
                          .type = one_in (rand, 2) ? WAY_NET_FS : (guint8) g_rand_int_range (rand, 0, 4) };

      if (link.predecessor > link.successor && !one_in (rand, 4))
        {
          gint32 other = link.predecessor;

          link.predecessor = link.successor;
          link.successor = other;
        }
      if (one_in (rand, 3))
        {
          link.lag_kind = (guint8) g_rand_int_range (rand, 0, 4);
          link.lag = link.lag_kind >= WAY_NET_LAG_PERCENT ? g_rand_int_range (rand, -100, 200)
                                                          : g_rand_int_range (rand, -1000, 2000);
        }
      g_array_append_val (self->links, link);
    }
}

/* Drops what closes a cycle. */
void
random_network_open_cycles (RandomNetwork *self)
{
  g_autoptr (WayNetwork) net = way_network_new ((int) self->tasks->len, (int) self->links->len, 0);

  for (guint i = 0; i < self->tasks->len; i++)
    net->tasks[i] = *TASK (self, i);
  for (guint l = 0; l < self->links->len; l++)
    net->links[l] = *LINK (self, l);
  way_network_break_cycles (net, NULL);
  for (guint l = self->links->len; l-- > 0;)
    if (net->links[l].ignored)
      g_array_remove_index (self->links, l);
}

/* Without calendars. */
RandomNetwork *
random_network_new_empty (void)
{
  RandomNetwork *self = g_new0 (RandomNetwork, 1);

  self->tasks = g_array_new (FALSE, FALSE, sizeof (WayNetTask));
  self->links = g_array_new (FALSE, FALSE, sizeof (WayNetLink));
  self->parts = g_array_new (FALSE, FALSE, sizeof (WayNetPart));
  return self;
}

RandomNetwork *
random_network_new (GRand *rand, int n_tasks, RandomFeatures features)
{
  RandomNetwork *self = random_network_new_empty ();
  g_autoptr (WayNetwork) plain = way_network_new (1, 0, 0);

  for (int i = 0; i < RANDOM_PARTS; i++)
    {
      WayNetPart part = { g_rand_int_range (rand, 0, RANDOM_CALENDARS), random_duration (rand),
                          one_in (rand, 3) ? g_rand_int_range (rand, 1, 3 * 1440) : 0 };

      g_array_append_val (self->parts, part);
    }
  for (int i = 0; i < n_tasks; i++)
    {
      g_array_append_val (self->tasks, plain->tasks[0]);
      random_network_vary (rand, TASK (self, i), features);
    }
  random_outline (rand, self);
  random_links (rand, self);
  random_network_open_cycles (self);
  self->calendars[0] = way_worktime_new_standard ();
  self->calendars[1] = way_worktime_new_always ();
  self->calendars[2] = night_shift ();
  for (int i = 3; i < RANDOM_CALENDARS; i++)
    self->calendars[i] = random_worktime (rand, RANDOM_MONDAY / 1440, 30);
  self->options = plain->options;
  self->options.start = RANDOM_MONDAY + 480;
  self->options.finish = RANDOM_MONDAY + 18 * 1440 + 1020;
  self->options.critical_float = one_in (rand, 4) ? 480 : 0;
  self->options.honour_constraints = !one_in (rand, 4);
  self->options.progress_override = one_in (rand, 4);
  self->options.multiple_paths = one_in (rand, 4);
  self->options.from_finish = features & RANDOM_FROM_FINISH && one_in (rand, 4);
  return self;
}

RandomNetwork *
random_network_copy (const RandomNetwork *self)
{
  RandomNetwork *copy = g_new0 (RandomNetwork, 1);

  copy->tasks = g_array_copy (self->tasks);
  copy->links = g_array_copy (self->links);
  copy->parts = g_array_copy (self->parts);
  copy->options = self->options;
  for (int i = 0; i < RANDOM_CALENDARS; i++)
    copy->calendars[i] = way_worktime_ref (self->calendars[i]);
  return copy;
}

void
random_network_free (RandomNetwork *self)
{
  g_array_unref (self->tasks);
  g_array_unref (self->links);
  g_array_unref (self->parts);
  for (int i = 0; i < RANDOM_CALENDARS; i++)
    way_worktime_unref (self->calendars[i]);
  g_free (self);
}

/* Takes a row out, with its links; its children move up. */
void
random_network_remove (RandomNetwork *self, guint task)
{
  gint32 parent = TASK (self, task)->parent, gone = (gint32) task;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      WayNetTask *row = TASK (self, i);

      if (row->parent == gone)
        row->parent = parent;
      else if (row->parent > gone)
        row->parent--;
    }
  for (guint l = self->links->len; l-- > 0;)
    {
      WayNetLink *link = LINK (self, l);

      if (link->predecessor == gone || link->successor == gone)
        {
          g_array_remove_index (self->links, l);
          continue;
        }
      link->predecessor -= link->predecessor > gone;
      link->successor -= link->successor > gone;
    }
  g_array_remove_index (self->tasks, task);
}

/* Returns NULL when its links close a cycle. */
WayNetwork *
random_network_build (const RandomNetwork *self)
{
  WayNetwork *net = way_network_new ((int) self->tasks->len, (int) self->links->len, RANDOM_CALENDARS);

  for (guint i = 0; i < self->tasks->len; i++)
    net->tasks[i] = *TASK (self, i);
  for (guint l = 0; l < self->links->len; l++)
    net->links[l] = *LINK (self, l);
  for (int i = 0; i < RANDOM_CALENDARS; i++)
    way_network_set_calendar (net, i, self->calendars[i]);
  way_network_set_parts (net, (const WayNetPart *) self->parts->data, (int) self->parts->len);
  net->options = self->options;
  if (!way_network_prepare (net, NULL))
    g_clear_pointer (&net, way_network_free);
  return net;
}

static void
print_moment (GString *text, const char *name, gint64 moment)
{
  if (moment != WAY_NET_NEVER)
    g_string_append_printf (text, " %s=%d+%02d:%02d", name,
                            (int) ((moment - RANDOM_MONDAY + 1440 * 10000) / 1440 - 10000),
                            (int) ((moment % 1440 + 1440) % 1440 / 60),
                            (int) ((moment % 60 + 60) % 60));
}

/* Days are counted from the Monday on which plans start. */
char *
random_network_print (const RandomNetwork *self)
{
  static const char *constraints[] = { "ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT" };
  static const char *types[] = { "FF", "FS", "SF", "SS" };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "from_finish=%d honour=%d override=%d paths=%d critical=%d\n",
                          self->options.from_finish, self->options.honour_constraints,
                          self->options.progress_override, self->options.multiple_paths,
                          (int) self->options.critical_float);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const WayNetTask *task = TASK (self, i);

      g_string_append_printf (text, "task %u: parent=%d flags=%d calendar=%d/%d duration=%d", i,
                              task->parent, task->flags, task->calendar, task->lag_calendar,
                              (int) task->duration);
      if (task->split + task->levelling_delay + task->percent > 0 || task->remaining >= 0)
        g_string_append_printf (text, " split=%d/%d delay=%d percent=%d remaining=%d",
                                (int) task->split, (int) task->split_left, (int) task->levelling_delay, task->percent, (int) task->remaining);
      print_moment (text, constraints[task->constraint], task->constraint_date);
      if (task->constraint == WAY_NET_ALAP)
        g_string_append (text, " ALAP");
      print_moment (text, "deadline", task->deadline);
      print_moment (text, "actual_start", task->actual_start);
      print_moment (text, "actual_finish", task->actual_finish);
      print_moment (text, "stop", task->stop);
      print_moment (text, "resume", task->resume);
      print_moment (text, "manual_start", task->manual_start);
      print_moment (text, "manual_finish", task->manual_finish);
      for (gint32 p = task->first_part; p < task->first_part + task->n_parts; p++)
        g_string_append_printf (text, " part=%d/%d+%d", g_array_index (self->parts, WayNetPart, p).calendar,
                                (int) g_array_index (self->parts, WayNetPart, p).minutes,
                                (int) g_array_index (self->parts, WayNetPart, p).wait);
      g_string_append_c (text, '\n');
    }
  for (guint l = 0; l < self->links->len; l++)
    {
      const WayNetLink *link = LINK (self, l);

      g_string_append_printf (text, "link %u: %d → %d %s lag=%d kind=%d\n", l, link->predecessor,
                              link->successor, types[link->type], (int) link->lag, link->lag_kind);
    }
  return g_string_free (text, FALSE);
}
