/* way-rollup.c: WayRollup, % complete of summaries from the durations below them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-rollup.h"

/* Of a row and all below it that takes part. */
typedef struct
{
  gint64 total; /* minutes of duration */
  gint64 done;  /* minutes × per cent */
  gint64 open;  /* tasks that are not complete */
} Sums;

struct _WayRollup
{
  Sums *sums; /* by row */
};

static Sums
sums_of_leaf (const WayNetTask *task)
{
  if ((task->flags & WAY_NET_INACTIVE) != 0)
    return (Sums) { 0 };
  return (Sums) { task->duration, task->duration * task->percent, task->percent < 100 };
}

static void
add_sums (Sums *sums, const Sums *part, int sign)
{
  sums->total += sign * part->total;
  sums->done += sign * part->done;
  sums->open += sign * part->open;
}

/**
 * way_rollup_new:
 * @network: scheduled; its structure must stay as it is while the rollup is used
 *
 * Returns: (transfer full): the sums of all rows
 */
WayRollup *
way_rollup_new (const WayNetwork *network)
{
  WayRollup *self = g_new (WayRollup, 1);

  self->sums = g_new0 (Sums, network->n_tasks);
  /* Rows are in outline order: going backwards every child is done before its parent. */
  for (gint32 row = network->n_tasks - 1; row >= 0; row--)
    {
      const WayNetTask *task = &network->tasks[row];

      if (!network->results[row].summary)
        self->sums[row] = sums_of_leaf (task);
      if (task->parent >= 0)
        add_sums (&self->sums[task->parent], &self->sums[row], 1);
    }
  return self;
}

void
way_rollup_free (WayRollup *self)
{
  g_free (self->sums);
  g_free (self);
}

/**
 * way_rollup_update:
 * @row: one whose duration or progress may have changed
 *
 * Returns: whether the sums of the rows above are others now
 */
gboolean
way_rollup_update (WayRollup *self, const WayNetwork *network, gint32 row)
{
  Sums before = self->sums[row], now = sums_of_leaf (&network->tasks[row]);

  if (network->results[row].summary
      || (now.total == before.total && now.done == before.done && now.open == before.open))
    return FALSE;
  for (gint32 above = row; above >= 0; above = network->tasks[above].parent)
    {
      add_sums (&self->sums[above], &now, 1);
      add_sums (&self->sums[above], &before, -1);
    }
  return TRUE;
}

/**
 * way_rollup_get_percent:
 *
 * Returns: % complete of the row: of a summary rounded as MS Project does, but 0 only when
 *   nothing is done and 100 only when all is
 */
gint64
way_rollup_get_percent (const WayRollup *self, const WayNetwork *network, gint32 row)
{
  const Sums *sums = &self->sums[row];

  if (!network->results[row].summary)
    return network->tasks[row].percent;
  if (sums->total == 0)
    return sums->open == 0 ? 100 : 0;
  if (sums->done <= 0)
    return 0;
  if (sums->done >= sums->total * 100)
    return 100;
  return CLAMP ((sums->done + sums->total / 2) / sums->total, 1, 99);
}
