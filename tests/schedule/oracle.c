/* oracle.c: the schedule of a small network, found slowly and obviously.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "oracle-time.h"

#include <string.h>

/* --- The outline -------------------------------------------------------- */

static gboolean
has_children (const Oracle *o, gint32 row)
{
  for (guint i = 0; i < o->n; i++)
    if (task_of (o, (gint32) i)->parent == row)
      return TRUE;
  return FALSE;
}

static gboolean
is_active (const Oracle *o, gint32 row)
{
  return !(task_of (o, row)->flags & WAY_NET_INACTIVE);
}

/* The children that count: the active ones, or all where none is. */
static GArray *
children_of (const Oracle *o, gint32 row)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (int all = 0; all < 2 && children->len == 0; all++)
    for (gint32 i = 0; i < (gint32) o->n; i++)
      if (task_of (o, i)->parent == row && (all || is_active (o, i)))
        g_array_append_val (children, i);
  return children;
}

static void
add_leaves (const Oracle *o, gint32 row, GArray *leaves)
{
  g_autoptr (GArray) children = children_of (o, row);

  if (children->len == 0)
    g_array_append_val (leaves, row);
  for (guint i = 0; i < children->len; i++)
    add_leaves (o, g_array_index (children, gint32, i), leaves);
}

static void
roll_up (Oracle *o, gint32 row)
{
  const WayNetTask *task = task_of (o, row);
  g_autoptr (GArray) children = children_of (o, row);
  OracleRow *sum = &o->rows[row];

  sum->start = sum->early_start = sum->late_start = ENDLESS;
  sum->finish = sum->early_finish = sum->late_finish = G_MININT64;
  for (guint i = 0; i < children->len; i++)
    {
      gint32 index = g_array_index (children, gint32, i);
      const OracleRow *child = &o->rows[index];
      gboolean by_hand = (task_of (o, index)->flags & WAY_NET_MANUAL) != 0;

      sum->start = MIN (sum->start, child->start);
      sum->finish = MAX (sum->finish, child->finish);
      sum->early_start = MIN (sum->early_start, child->early_start);
      sum->early_finish = MAX (sum->early_finish, child->early_finish);
      sum->late_start = MIN (sum->late_start, by_hand ? child->early_start : child->late_start);
      sum->late_finish = MAX (sum->late_finish, by_hand ? child->early_finish : child->late_finish);
    }
  if (task->flags & WAY_NET_MANUAL && task->manual_start != NEVER)
    {
      sum->start = sum->early_start = task->manual_start;
      if (task->manual_finish != NEVER)
        sum->finish = task->manual_finish;
      sum->finish = sum->early_finish = MAX (sum->finish, task->manual_start);
    }
}

static gint64
reach_of (const Oracle *o, gint32 row)
{
  gint64 reach = o->rows[row].finish;

  for (gint32 i = 0; i < (gint32) o->n; i++)
    if (task_of (o, i)->parent == row && is_active (o, i))
      reach = MAX (reach, reach_of (o, i));
  return reach;
}

/* --- Links -------------------------------------------------------------- */

static gint64
lagged (const Oracle *o, const WayNetLink *link, gint64 moment, int direction)
{
  const WayNetTask *before = task_of (o, link->predecessor);
  const OracleRow *row = &o->rows[link->predecessor];
  gboolean clock = link->lag_kind == WAY_NET_LAG_ELAPSED || link->lag_kind == WAY_NET_LAG_ELAPSED_PERCENT;
  double minutes = link->lag;

  if (link->lag == 0)
    return moment;
  if (link->lag_kind == WAY_NET_LAG_PERCENT || link->lag_kind == WAY_NET_LAG_ELAPSED_PERCENT)
    {
      gint64 base = has_children (o, link->predecessor)
                        ? oracle_count (o, before->calendar, row->start, row->finish) : before->duration;

      /* To the nearest minute, halves away from nothing. */
      minutes = (double) ABS (base * link->lag) / 100 + 0.5;
      minutes = (base * link->lag < 0 ? -1 : 1) * (double) (gint64) minutes;
      clock |= (before->flags & WAY_NET_ELAPSED) != 0;
    }
  if (clock)
    return moment + direction * (gint64) minutes;
  return oracle_walk (o, task_of (o, link->successor)->lag_calendar, moment, direction * (gint64) minutes);
}

static gboolean
from_start (const WayNetLink *link)
{
  return link->type == WAY_NET_SS || link->type == WAY_NET_SF;
}

static gboolean
to_start (const WayNetLink *link)
{
  return link->type == WAY_NET_SS || link->type == WAY_NET_FS;
}

/* --- Forwards ------------------------------------------------------------ */

typedef struct
{
  gint64 link, parent, own; /* the latest bound of each kind, or NEVER */
} Floor;

static gint64
highest (const Floor *floor)
{
  return MAX (MAX (floor->link, floor->parent), floor->own);
}

static gboolean
link_decides (const Floor *floor)
{
  return floor->link != NEVER && floor->link == highest (floor);
}

static void
find_floors (const Oracle *o, gint32 leaf, Floor *start, Floor *finish)
{
  gboolean honour = o->network->options.honour_constraints;

  *start = *finish = (Floor) { NEVER, NEVER, NEVER };
  for (gint32 row = leaf; row >= 0; row = task_of (o, row)->parent)
    {
      const WayNetTask *task = task_of (o, row);
      gboolean own = row == leaf;
      gint64 date = task->constraint_date;

      for (guint l = 0; l < o->network->links->len; l++)
        {
          const WayNetLink *link = &g_array_index (o->network->links, WayNetLink, l);
          const OracleRow *before = &o->rows[link->predecessor];
          Floor *floor = to_start (link) ? start : finish;

          if (link->successor == row && is_active (o, link->predecessor))
            floor->link = MAX (floor->link,
                               lagged (o, link, from_start (link) ? before->start : before->finish, 1));
        }
      if (date == NEVER)
        continue;
      if (task->constraint == WAY_NET_SNET || (task->constraint == WAY_NET_MSO && !(own && honour)))
        *(own ? &start->own : &start->parent) = MAX (date, own ? start->own : start->parent);
      if (task->constraint == WAY_NET_FNET || (task->constraint == WAY_NET_MFO && own && !honour))
        *(own ? &finish->own : &finish->parent) = MAX (date, own ? finish->own : finish->parent);
    }
}

static gint64
settle_start (const Oracle *o, const WayNetTask *task, gint64 moment, gboolean exact)
{
  if (task->flags & WAY_NET_ELAPSED)
    return moment;
  if (task->duration + task->split == 0 && (exact || oracle_works (o, task->calendar, moment - 1)))
    return moment;
  return oracle_task_begin (o, task, moment);
}

static void
place_by_bounds (const Oracle *o, const WayNetTask *task, const Floor *start, const Floor *finish,
                 OracleRow *row)
{
  gint64 span = task->duration + task->split, bound = highest (start);
  gboolean freed = bound == NEVER && finish->own != NEVER && finish->own == highest (finish)
                   && !link_decides (finish);

  row->start = NEVER;
  if (!freed)
    {
      if (bound == NEVER || (!link_decides (start) && start->parent == bound && start->own < bound))
        bound = MAX (bound, o->begin);
      row->start = settle_start (o, task, bound, link_decides (start) && bound == start->link);
    }
  if (highest (finish) != NEVER)
    row->start = MAX (row->start, oracle_task_walk (o, task, highest (finish), -span));
  if (task->levelling_delay > 0)
    row->start = settle_start (o, task, task->flags & WAY_NET_DELAY_WORKING
        ? oracle_walk (o, task->calendar, row->start, task->levelling_delay)
        : row->start + task->levelling_delay, FALSE);
  row->finish = oracle_task_walk (o, task, row->start, span);
  if (link_decides (finish))
    row->finish = MAX (row->finish, finish->link);
}

static gint64
remaining_of (const WayNetTask *task)
{
  if (task->actual_finish != NEVER)
    return 0;
  if (task->remaining >= 0)
    return task->remaining;
  return task->duration - (task->duration * task->percent + 50) / 100;
}

static gboolean
has_started (const WayNetTask *task)
{
  return task->actual_start != NEVER || task->actual_finish != NEVER;
}

static void
place_progress (const Oracle *o, const WayNetTask *task, const Floor *start, const Floor *finish,
                OracleRow *row)
{
  gint64 remaining = remaining_of (task), left = remaining + task->split_left, go_on;
  gint64 waits_for = NEVER;

  row->start = task->actual_start != NEVER
                   ? task->actual_start
                   : oracle_task_walk (o, task, task->actual_finish, -(task->duration + task->split));
  if (task->actual_finish != NEVER)
    {
      row->finish = MAX (task->actual_finish, row->start);
      return;
    }
  go_on = task->stop != NEVER ? MAX (task->stop, row->start)
                              : oracle_task_walk (o, task, row->start, task->duration + task->split - left);
  if (remaining == 0)
    {
      row->finish = MAX (go_on, row->start);
      return;
    }
  go_on = MAX (go_on, task->resume);
  if (link_decides (start) && !o->network->options.progress_override)
    go_on = MAX (go_on, start->link);
  if (link_decides (finish))
    waits_for = o->network->options.progress_override ? NEVER : finish->link;
  else if (finish->own > finish->parent)
    waits_for = finish->own;
  if (waits_for != NEVER)
    go_on = MAX (go_on, oracle_task_walk (o, task, waits_for, -left));
  row->finish = MAX (oracle_task_walk (o, task, go_on, left), waits_for);
}

static void
place_hard (const Oracle *o, const WayNetTask *task, OracleRow *row)
{
  gint64 span = task->duration + task->split, date = task->constraint_date;

  if (task->constraint == WAY_NET_MSO || (task->constraint == WAY_NET_SNLT && row->start > date))
    {
      row->start = settle_start (o, task, date, TRUE);
      row->finish = oracle_task_walk (o, task, row->start, span);
    }
  else if (task->constraint == WAY_NET_MFO || (task->constraint == WAY_NET_FNLT && row->finish > date))
    {
      row->start = oracle_task_walk (o, task, date, -span);
      row->finish = date;
    }
}

static gboolean
kept_by_hand (const WayNetTask *task)
{
  return task->flags & WAY_NET_MANUAL && (task->manual_start != NEVER || task->manual_finish != NEVER);
}

static void
place_by_hand (const Oracle *o, const WayNetTask *task, OracleRow *row)
{
  gint64 span = task->duration + task->split;

  row->start = task->manual_start != NEVER ? task->manual_start
                                           : oracle_task_walk (o, task, task->manual_finish, -span);
  if (task->manual_start == NEVER)
    row->finish = task->manual_finish;
  else
    row->finish = task->manual_finish != NEVER ? MAX (task->manual_start, task->manual_finish)
                                               : oracle_task_walk (o, task, task->manual_start, span);
}

static gboolean
wants_latest (const Oracle *o, const WayNetTask *task)
{
  return !has_started (task) && !(task->flags & WAY_NET_MANUAL && task->manual_start != NEVER)
         && (task->constraint == WAY_NET_ALAP
             || (o->network->options.from_finish && task->constraint == WAY_NET_ASAP));
}

static void
forward_leaf (Oracle *o, gint32 leaf)
{
  const WayNetTask *task = task_of (o, leaf);
  OracleRow *row = &o->rows[leaf], early = *row;
  Floor start, finish;

  find_floors (o, leaf, &start, &finish);
  place_by_bounds (o, task, &start, &finish, &early);
  early.logic_start = early.start;
  if (kept_by_hand (task))
    place_by_hand (o, task, &early);
  else if (has_started (task))
    place_progress (o, task, &start, &finish, &early);
  else if (o->network->options.honour_constraints && task->constraint_date != NEVER)
    place_hard (o, task, &early);
  if (kept_by_hand (task) || has_started (task))
    early.logic_start = early.start;
  if (!o->keep_early)
    {
      row->early_start = early.start;
      row->early_finish = early.finish;
      row->logic_start = early.logic_start;
    }
  row->start = early.start;
  row->finish = early.finish;
  if (o->with_latest && wants_latest (o, task) && row->late_start > early.start)
    {
      row->start = row->late_start;
      row->finish = row->late_finish;
    }
}

/* --- Backwards ------------------------------------------------------------ */

/* The latest moment for a link of this kind into @row: the earliest over all that is below it. */
static gint64
latest_for (const Oracle *o, gint32 row, gboolean start)
{
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint64 latest = ENDLESS;

  add_leaves (o, row, leaves);
  for (guint i = 0; i < leaves->len; i++)
    {
      gint32 leaf = g_array_index (leaves, gint32, i);
      const WayNetTask *task = task_of (o, leaf);
      const OracleRow *dates = &o->rows[leaf];

      if (task->actual_finish != NEVER)
        continue;
      if (!start)
        latest = MIN (latest, dates->late_finish);
      else if (task->actual_start == NEVER)
        latest = MIN (latest, dates->late_start);
      else if (!o->network->options.progress_override)
        latest = MIN (latest, oracle_task_walk (o, task, dates->late_finish, -(remaining_of (task) + task->split_left)));
    }
  return latest;
}

/* Limits that @row itself sets to rows in it. */
static void
limits_of_row (const Oracle *o, gint32 row, gboolean own, gint64 *start, gint64 *finish)
{
  const WayNetTask *task = task_of (o, row);

  for (guint l = 0; l < o->network->links->len; l++)
    {
      const WayNetLink *link = &g_array_index (o->network->links, WayNetLink, l);
      gint64 *limit = from_start (link) ? start : finish, latest;

      if (link->predecessor != row || !is_active (o, row) || !is_active (o, link->successor))
        continue;
      latest = latest_for (o, link->successor, to_start (link));
      if (latest != ENDLESS)
        *limit = MIN (*limit, lagged (o, link, latest, -1));
    }
  if (task->deadline != NEVER)
    *finish = MIN (*finish, task->deadline);
  if (task->constraint_date == NEVER)
    return;
  if (task->constraint == WAY_NET_FNLT || task->constraint == WAY_NET_MFO)
    *finish = MIN (*finish, task->constraint_date);
  if (task->constraint == WAY_NET_SNLT || (task->constraint == WAY_NET_MSO && own))
    *start = MIN (*start, task->constraint_date);
}

static void
pin_late (const Oracle *o, const WayNetTask *task, OracleRow *row)
{
  gboolean hard = o->network->options.honour_constraints && task->constraint_date != NEVER
                  && !(task->flags & WAY_NET_MANUAL) && !has_started (task)
                  && (task->constraint == WAY_NET_MSO || task->constraint == WAY_NET_MFO);

  if (hard || (has_started (task) && remaining_of (task) == 0))
    {
      row->late_start = row->early_start;
      row->late_finish = row->early_finish;
    }
  else if (has_started (task))
    row->late_start = row->early_start;
}

static void
backward_leaf (Oracle *o, gint32 leaf)
{
  const WayNetTask *task = task_of (o, leaf);
  OracleRow *row = &o->rows[leaf];
  const WayNetOptions *options = &o->network->options;
  gboolean paths = options->multiple_paths && !options->from_finish;
  gint64 start = ENDLESS, finish = paths ? ENDLESS : o->end, span = task->duration + task->split;
  gboolean by_hand = (task->flags & WAY_NET_MANUAL) != 0, first = TRUE;
  gboolean by_calendar = span > 0 && !(task->flags & WAY_NET_ELAPSED);

  for (gint32 r = leaf; r >= 0; r = task_of (o, r)->parent)
    {
      gint64 limit = ENDLESS;
      gint32 parent = task_of (o, r)->parent;

      limits_of_row (o, r, r == leaf, &limit, &finish);
      if (first)
        start = MIN (start, limit);
      /* What holds a summary's start holds the child that starts it. */
      first &= parent < 0 || o->rows[r].early_start <= o->rows[parent].early_start;
    }
  if (paths && start == ENDLESS && finish == ENDLESS && task->constraint != WAY_NET_ALAP)
    finish = row->early_finish;
  else if (paths)
    finish = MIN (finish, o->end);
  if (by_hand && task->manual_start != NEVER)
    span = oracle_task_count (o, task, row->early_start, row->early_finish);
  row->late_finish = by_calendar && !by_hand ? oracle_task_end (o, task, finish) : finish;
  row->late_start = oracle_task_walk (o, task, finish, -span);
  if (start != ENDLESS && !has_started (task))
    {
      if (by_calendar)
        start = oracle_task_begin (o, task, start);
      if (start < row->late_start)
        {
          row->late_start = start;
          row->late_finish = oracle_task_walk (o, task, start, span);
        }
    }
  pin_late (o, task, row);
}

static void
find_floats (Oracle *o, gint32 index)
{
  const WayNetTask *task = task_of (o, index);
  WayNetTask own = *task; /* floats count in its own calendar */
  OracleRow *row = &o->rows[index];
  gboolean leaf = !has_children (o, index), done;
  gint64 room = ENDLESS, at_start, at_finish;

  done = leaf && has_started (task) && remaining_of (task) == 0;
  own.calendar = task->lag_calendar;
  at_start = oracle_task_count (o, &own, leaf ? row->logic_start : row->early_start, row->late_start);
  at_finish = oracle_task_count (o, &own, row->early_finish, row->late_finish);
  row->total_float = leaf && has_started (task) ? at_finish : MIN (at_start, at_finish);
  for (guint l = 0; l < o->network->links->len; l++)
    {
      const WayNetLink *link = &g_array_index (o->network->links, WayNetLink, l);
      const OracleRow *after = &o->rows[link->successor];
      gint64 moment;

      if (link->predecessor != index || !is_active (o, index) || !is_active (o, link->successor))
        continue;
      moment = lagged (o, link, to_start (link) ? after->start : after->finish, -1);
      room = MIN (room, oracle_task_count (o, task, from_start (link) ? row->start : row->finish, moment));
    }
  row->free_float = MAX (0, room == ENDLESS ? row->total_float : room);
  if (done)
    row->free_float = 0;
  if (leaf && !o->network->options.from_finish && wants_latest (o, task))
    row->total_float = row->free_float = 0;
  row->critical = !done && is_active (o, index)
                  && row->total_float <= o->network->options.critical_float;
}

/* --- Until nothing moves ---------------------------------------------------- */

static void
relax (Oracle *o, void (*leaf) (Oracle *, gint32))
{
  gsize size = o->n * sizeof (OracleRow);
  g_autofree OracleRow *before = g_malloc0 (MAX (size, 1));

  for (int round = 0;; round++)
    {
      g_assert_cmpint (round, <, 200);
      memcpy (before, o->rows, size);
      for (gint32 i = (gint32) o->n - 1; i >= 0; i--)
        if (has_children (o, i))
          roll_up (o, i);
        else
          leaf (o, i);
      if (memcmp (before, o->rows, size) == 0)
        return;
    }
}

static gint64
last_finish (const Oracle *o)
{
  gint64 finish = G_MININT64;

  for (gint32 i = 0; i < (gint32) o->n; i++)
    if (task_of (o, i)->parent < 0 && is_active (o, i))
      finish = MAX (finish, reach_of (o, i));
  return finish == G_MININT64 ? o->begin : finish;
}

static void
lay_out (Oracle *o)
{
  const WayNetOptions *options = &o->network->options;
  gboolean latest = options->from_finish;

  for (guint i = 0; i < o->n; i++)
    latest |= task_of (o, (gint32) i)->constraint == WAY_NET_ALAP;
  if (options->from_finish)
    {
      o->begin = o->end = options->finish;
      relax (o, forward_leaf);
      relax (o, backward_leaf);
      for (gint32 i = 0; i < (gint32) o->n; i++)
        if (!has_children (o, i) && is_active (o, i))
          o->begin = MIN (o->begin, o->rows[i].late_start);
    }
  relax (o, forward_leaf);
  o->end = options->from_finish ? options->finish : last_finish (o);
  relax (o, backward_leaf);
  if (!latest)
    return;
  o->with_latest = TRUE;
  o->keep_early = options->from_finish;
  relax (o, forward_leaf);
  o->end = options->from_finish ? options->finish : last_finish (o);
  relax (o, backward_leaf);
}

/* Returns: (transfer full): a row of dates for each task. */
OracleRow *
oracle_schedule (const RandomNetwork *network, gint64 *start, gint64 *finish)
{
  Oracle o = { .network = network, .n = network->tasks->len, .begin = network->options.start };

  o.rows = g_new0 (OracleRow, o.n + 1);
  for (guint i = 0; i < o.n; i++)
    o.rows[i] = (OracleRow) { .start = o.begin, .finish = o.begin, .early_start = o.begin,
                              .early_finish = o.begin, .late_start = o.begin, .late_finish = o.begin };
  for (int i = 0; i < RANDOM_CALENDARS; i++)
    oracle_fill_table (&o, i);
  lay_out (&o);
  for (gint32 i = 0; i < (gint32) o.n; i++)
    find_floats (&o, i);
  *start = o.begin;
  *finish = last_finish (&o);
  for (int i = 0; i < RANDOM_CALENDARS; i++)
    g_free (o.table[i]);
  return o.rows;
}
