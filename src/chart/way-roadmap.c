/* way-roadmap.c: WayRoadmap, the rows of a plan that tell most on one small picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-roadmap.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"

struct _WayRoadmap
{
  GArray *items; /* WayRoadmapItem */
  WayMoment today;
  gboolean one_line;
};

static void
item_clear (gpointer data)
{
  g_clear_pointer (&((WayRoadmapItem *)data)->title, g_free);
}

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

  *item = (WayRoadmapItem) { .start = WAY_NEVER, .finish = WAY_NEVER,
                             .milestone = reached, .target = WAY_NEVER };
  if (reached == WAY_NEVER || way_milestone_is_cancelled (milestone))
    return FALSE;
  if (task != NULL && task->start != WAY_NEVER)
    set_bar (item, phase_of (plan, task));
  if (item->start != WAY_NEVER && item->finish > reached)
    item->finish = reached;
  if (item->start != WAY_NEVER && item->start >= item->finish)
    item->start = WAY_NEVER;
  item->title = g_strdup (WAY_RECORD (milestone)->title);
  item->finished = done;
  item->late = !done && way_milestone_is_late (milestone);
  if (item->late)
    item->target = milestone->target_date + way_plan_get_project (plan)->day_finish;
  return TRUE;
}

/* Those of @milestones that have a place on it. */
static void
add_milestones (WayDocument *document, GPtrArray *milestones, GArray *items)
{
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
      WayRoadmapItem item = { .start = WAY_NEVER, .finish = WAY_NEVER, .milestone = WAY_NEVER,
                              .target = WAY_NEVER };

      if (task->depth != depth || task->start == WAY_NEVER || task->finish == WAY_NEVER)
        continue;
      item.title = g_strdup (WAY_RECORD (task)->title);
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

static WayRoadmap *
roadmap_new (WayMoment today)
{
  WayRoadmap *self = g_new0 (WayRoadmap, 1);

  self->today = way_moment_day (today) + WAY_DAY / 2;
  self->items = g_array_new (FALSE, FALSE, sizeof (WayRoadmapItem));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

/**
 * way_roadmap_new:
 * @today: where the line stands: the middle of its day
 * @max_items: at most so many lines
 *
 * Collects the most telling rows of a plan: its milestone records with the summary row above
 * each, else summary rows, else tasks; in order of date.
 *
 * Returns: (transfer full) (nullable): a copy that later changes of the plan do not reach;
 * %NULL when there is nothing to show
 */
WayRoadmap *
way_roadmap_new (WayDocument *document, WayMoment today, guint max_items)
{
  g_autoptr (WayRoadmap) self = roadmap_new (today);

  add_milestones (document,
                  way_plan_peek_records (way_document_get_plan (document), &way_milestone_type),
                  self->items);
  if (self->items->len == 0)
    collect_level (document, top_level (document), self->items);
  g_array_sort (self->items, compare_ends);
  keep_most_telling (self->items, max_items);
  return self->items->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * way_roadmap_new_of_initiative:
 * @today: where the line stands: the middle of its day
 *
 * Returns: (transfer full) (nullable): its milestones that are forecast and not cancelled, in
 * order of date; %NULL when there is none
 */
WayRoadmap *
way_roadmap_new_of_initiative (WayDocument *document, WayInitiative *initiative, WayMoment today)
{
  g_autoptr (WayRoadmap) self = roadmap_new (today);
  g_autoptr (GPtrArray) milestones
      = way_record_get_parts (WAY_RECORD (initiative), &way_milestone_type);

  self->one_line = TRUE;
  add_milestones (document, milestones, self->items);
  g_array_sort (self->items, compare_ends);
  return self->items->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
way_roadmap_free (WayRoadmap *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * way_roadmap_get_items:
 * @n_items: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_items): the lines, from top to bottom
 */
const WayRoadmapItem *
way_roadmap_get_items (const WayRoadmap *self, guint *n_items)
{
  *n_items = self->items->len;
  return (const WayRoadmapItem *)(gpointer)self->items->data;
}

/**
 * way_roadmap_draw:
 * @width: in pixels or points
 * @roadmap: (type WayRoadmap)
 *
 * Appends the picture to @scene with its top left at 0, 0; a WayChartFunc.
 *
 * Returns: its height
 */
double
way_roadmap_draw (double width, const WayMeasure *measure, WayScene *scene, gpointer roadmap)
{
  const WayRoadmap *self = roadmap;
  guint n_items;
  const WayRoadmapItem *items = way_roadmap_get_items (self, &n_items);
  WayRoadmapOptions options;

  way_roadmap_options_init (&options, width);
  options.today = self->today;
  options.measure = *measure;
  options.one_line = self->one_line;
  return way_roadmap_layout (items, n_items, &options, scene);
}

/**
 * way_roadmap_describe:
 *
 * Returns: (transfer full): the picture in words, for those who do not see it
 */
char *
way_roadmap_describe (const WayRoadmap *self)
{
  GString *text = g_string_new (self->one_line ? _ ("The initiative’s milestones over time")
                                               : _ ("The plan’s phases and milestones over time"));

  for (guint i = 0; i < self->items->len; i++)
    {
      const WayRoadmapItem *item = &g_array_index (self->items, WayRoadmapItem, i);
      g_autofree char *date = way_moment_format_date (end_of (item));

      g_string_append_printf (text, "; %s: %s", item->title, date);
    }
  return g_string_free (text, FALSE);
}
