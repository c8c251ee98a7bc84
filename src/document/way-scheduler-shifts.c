/* way-scheduler-shifts.c: which tasks the last run of the scheduler has moved, and how far.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At each step of a drag thousands of rows may move, of which a few are looked at: the others are
 * counted by their bits. */

#include "document/way-scheduler-private.h"

static WayShift
shift_of (WayScheduler *self, guint row)
{
  const WayNetResult *result = &self->build->network->results[row];
  WayShift shift = { .task = self->build->tasks->pdata[row],
                     .new_start = result->start, .new_finish = result->finish };

  way_network_get_kept (self->build->network, (gint32) row, &shift.old_start, &shift.old_finish);
  return shift;
}

/* Those of the rows of which @among, if any, has the bit, by row. */
static GArray *
collect_shifts (WayScheduler *self, const guint64 *among)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (WayShift));
  guint n_words;
  const guint64 *moved;

  if (self->build == NULL || self->stale)
    return shifts;
  moved = way_network_get_moved (self->build->network, &n_words);
  for (guint i = 0; i < n_words; i++)
    for (guint64 word = among != NULL ? moved[i] & among[i] : moved[i]; word != 0; word &= word - 1)
      {
        WayShift shift = shift_of (self, i * 64 + (guint) __builtin_ctzll (word));

        g_array_append_val (shifts, shift);
      }
  return shifts;
}

/**
 * way_scheduler_get_shifts:
 *
 * Returns: (transfer full) (element-type WayShift): tasks whose dates in the network differ from
 * those in their fields, by row
 */
GArray *
way_scheduler_get_shifts (WayScheduler *self)
{
  return collect_shifts (self, NULL);
}

/**
 * way_scheduler_get_missed:
 *
 * Returns: (transfer full) (element-type WayShift): those that would miss a deadline that was kept,
 *   or miss it by more, by row
 */
GArray *
way_scheduler_get_missed (WayScheduler *self)
{
  GArray *shifts = collect_shifts (self, self->due);
  guint n = 0;

  for (guint i = 0; i < shifts->len; i++)
    {
      const WayShift *shift = &g_array_index (shifts, WayShift, i);

      if (shift->new_finish > shift->task->deadline && shift->new_finish > shift->old_finish)
        g_array_index (shifts, WayShift, n++) = *shift;
    }
  g_array_set_size (shifts, n);
  return shifts;
}

/**
 * way_scheduler_find_shift:
 * @shift: (out): untouched when @task stays
 *
 * Returns: whether the dates of @task in the network differ from those in its fields
 */
gboolean
way_scheduler_find_shift (WayScheduler *self, WayTask *task, WayShift *shift)
{
  guint n_words;
  const guint64 *moved;

  if (!way_scheduler_knows (self, task))
    return FALSE;
  moved = way_network_get_moved (self->build->network, &n_words);
  if ((moved[task->row / 64] >> (task->row % 64) & 1) == 0)
    return FALSE;
  *shift = shift_of (self, (guint) task->row);
  return TRUE;
}

/**
 * way_scheduler_count_shifts:
 * @totals: (out): all that way_scheduler_get_shifts() would list
 */
void
way_scheduler_count_shifts (WayScheduler *self, WayShiftTotals *totals)
{
  guint n_words;
  const guint64 *moved = way_network_get_moved (self->build->network, &n_words);

  *totals = (WayShiftTotals) { .old_finish = self->plan_finish,
                               .new_finish = self->build->network->finish };
  for (guint i = 0; i < n_words; i++)
    {
      totals->n_rows += (guint) __builtin_popcountll (moved[i]);
      totals->n_tasks += (guint) __builtin_popcountll (moved[i] & ~self->summaries[i]);
    }
}
