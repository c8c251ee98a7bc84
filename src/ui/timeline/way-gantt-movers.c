/* way-gantt-movers.c: which bars go along when a hand moves one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-gantt-drag.h"

#include "document/way-explain.h"

static gboolean
is_driven_by_one_of (WayDocument *document, WayTask *task, GHashTable *tasks)
{
  g_autoptr (GPtrArray) reasons = way_explain_start (document, task);
  const WayReason *driver = reasons->len > 0 ? reasons->pdata[0] : NULL;

  return driver != NULL && driver->kind == WAY_REASON_LINK && driver->link != NULL
         && g_hash_table_contains (tasks, way_plan_lookup_task (way_document_get_plan (document),
                                                                driver->link->predecessor));
}

/* Whether a link to one of @tasks moves it when they move. What a pin, dates by hand or another
 * link hold would stay behind. */
static gboolean
comes_along (WayDocument *document, WayTask *task, GHashTable *tasks)
{
  WayPlan *plan = way_document_get_plan (document);
  const WayField *field = way_record_type_field (&way_link_type, "successor");
  GPtrArray *links = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);
  gboolean follows = FALSE;
  gboolean by_them_alone = task->manual == 0 && task->constraint_type == WAY_CONSTRAINT_ASAP;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      WayLink *link = g_ptr_array_index (links, i);
      gboolean one_of = g_hash_table_contains (tasks,
                                               way_plan_lookup_task (plan, link->predecessor));

      follows = follows || one_of;
      by_them_alone = by_them_alone && one_of;
    }
  return follows && (by_them_alone || is_driven_by_one_of (document, task, tasks));
}

/* The row, or what lies below it; what has started is a fact, and stays. */
static void
add_wanted (GPtrArray *outline, WayTask *task, GHashTable *wanted)
{
  if (!task->summary)
    {
      if (task->actual_start == WAY_NEVER)
        g_hash_table_add (wanted, task);
      return;
    }
  for (guint i = (guint)task->row + 1; i < outline->len; i++)
    {
      WayTask *below = g_ptr_array_index (outline, i);

      if (below->depth <= task->depth)
        break;
      if (!below->summary && below->actual_start == WAY_NEVER)
        g_hash_table_add (wanted, below);
    }
}

static int
compare_row (gconstpointer a, gconstpointer b)
{
  const WayTask *left = *(WayTask *const *)a, *right = *(WayTask *const *)b;

  return left->row < right->row ? -1 : left->row > right->row;
}

/**
 * way_gantt_find_movers:
 * @held: what the hand is on; it moves though it has started
 * @others: selected with it
 *
 * A summary takes the rows below it along. What a link to another mover moves anyway is left out.
 *
 * Returns: (transfer container) (element-type WayTask): @held first
 */
GPtrArray *
way_gantt_find_movers (WayDocument *document, WayTask *held, WayTask **others, guint n_others)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  GPtrArray *movers = g_ptr_array_new ();
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer task;

  add_wanted (outline, held, wanted);
  for (guint i = 0; i < n_others; i++)
    add_wanted (outline, others[i], wanted);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &task, NULL))
    if (task != held && !comes_along (document, task, wanted))
      g_ptr_array_add (movers, task);
  g_ptr_array_sort (movers, compare_row);
  g_ptr_array_insert (movers, 0, held);
  return movers;
}
