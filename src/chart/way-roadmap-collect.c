/* way-roadmap-collect.c: the rows of a plan that tell most on one small picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-roadmap-layout.h"

#include "document/way-milestone-figures.h"

static void
set_bar (WayRoadmapItem *item, const WayTask *task)
{
  item->start = task->start;
  item->finish = task->finish;
  item->complete = task->complete;
  item->late = task->deadline != WAY_NEVER && task->finish > task->deadline;
  item->finished = task->complete >= 100;
}

/* The row whose bar leads up to a milestone: itself when it is a phase, else the phase it is in. */
static WayTask *
phase_of (WayPlan *plan, WayTask *task)
{
  WayTask *parent = way_plan_lookup_task (plan, task->parent);

  if (task->summary || parent == NULL || parent->depth == 0)
    return task;
  return parent;
}

static gboolean
milestone_item (WayDocument *document, WayMilestone *milestone, WayRoadmapItem *item)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTask *task = way_plan_lookup_task (plan, milestone->task);
  gboolean done = way_milestone_is_completed (milestone);
  WayMoment reached = milestone->forecast; /* the actual date once it is completed */

  *item = (WayRoadmapItem) { .title = WAY_RECORD (milestone)->title, .start = WAY_NEVER,
                             .finish = WAY_NEVER, .milestone = reached, .target = WAY_NEVER };
  if (reached == WAY_NEVER || way_milestone_is_cancelled (milestone))
    return FALSE;
  if (task != NULL && task->start != WAY_NEVER)
    set_bar (item, phase_of (plan, task));
  if (item->start != WAY_NEVER && item->finish > reached)
    item->finish = reached;
  if (item->start != WAY_NEVER && item->start >= item->finish)
    item->start = WAY_NEVER;
  item->finished = done;
  item->late = !done && way_milestone_is_late (milestone);
  if (item->late)
    item->target = milestone->target_date + way_plan_get_project (plan)->day_finish;
  return TRUE;
}

static void
collect_milestones (WayDocument *document, GArray *items)
{
  GPtrArray *milestones
      = way_plan_peek_records (way_document_get_plan (document), &way_milestone_type);

  for (guint i = 0; i < milestones->len; i++)
    {
      WayRoadmapItem item;

      if (milestone_item (document, milestones->pdata[i], &item))
        g_array_append_val (items, item);
    }
}

/* Rows of one level; points become diamonds. */
static void
collect_level (WayDocument *document, gint64 depth, GArray *items)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];
      WayRoadmapItem item = { .title = WAY_RECORD (task)->title, .start = WAY_NEVER,
                              .finish = WAY_NEVER, .milestone = WAY_NEVER, .target = WAY_NEVER };

      if (task->depth != depth || task->start == WAY_NEVER || task->finish == WAY_NEVER)
        continue;
      set_bar (&item, task);
      if (task->duration == 0 && !task->summary)
        {
          item.start = WAY_NEVER;
          item.milestone = task->finish;
        }
      g_array_append_val (items, item);
    }
}

static WayMoment
end_of (const WayRoadmapItem *item)
{
  return item->milestone != WAY_NEVER ? item->milestone : item->finish;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  WayMoment first = end_of (a), second = end_of (b);

  return first < second ? -1 : first > second;
}

/* What is finished longest ago goes first, then what is furthest away. */
static void
keep_most_telling (GArray *items, guint max_items)
{
  while (items->len > max_items && g_array_index (items, WayRoadmapItem, 0).finished)
    g_array_remove_index (items, 0);
  if (items->len > max_items)
    g_array_set_size (items, max_items);
}

/* A plan often has one row over everything: what is below it says more. */
static gint64
top_level (WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  guint n_roots = 0;

  for (guint i = 0; i < outline->len && n_roots < 2; i++)
    n_roots += WAY_TASK (outline->pdata[i])->depth == 0;
  return n_roots == 1 && outline->len > 1 ? 1 : 0;
}

/**
 * way_roadmap_collect:
 *
 * Returns: (transfer full) (element-type WayRoadmapItem): titles belong to the records; valid
 * until the next change of the document
 */
GArray *
way_roadmap_collect (WayDocument *document, guint max_items)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (WayRoadmapItem));

  collect_milestones (document, items);
  if (items->len == 0)
    collect_level (document, top_level (document), items);
  g_array_sort (items, compare_ends);
  keep_most_telling (items, max_items);
  return items;
}
