/* way-milestone-metrics.c: adherence, completion and lists of milestones (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-milestone-metrics.h"

#include "document/way-task-edits.h"

/* Where it stands in time: forecast, else the promise; those without either come last. */
static WayMoment
sort_date (WayMilestone *milestone)
{
  WayMoment date = milestone->forecast != WAY_NEVER ? milestone->forecast
                                                    : milestone->target_date;

  return date != WAY_NEVER ? date : WAY_MOMENT_MAX;
}

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  WayMilestone *first = *(WayMilestone *const *) a;
  WayMilestone *second = *(WayMilestone *const *) b;
  WayMoment one = sort_date (first), two = sort_date (second);

  if (one != two)
    return one < two ? -1 : 1;
  return first->parent_instance.number < second->parent_instance.number ? -1 : 1;
}

typedef gboolean (*Filter) (WayMilestone *milestone, WayMoment from, WayMoment to);

static GPtrArray *
select_milestones (WayDocument *document, Filter filter, WayMoment from, WayMoment to)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (document), &way_milestone_type);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (all, i);

      if (!way_milestone_is_cancelled (milestone) && filter (milestone, from, to))
        g_ptr_array_add (chosen, g_object_ref (milestone));
    }
  g_ptr_array_sort (chosen, compare_by_date);
  return chosen;
}

static gboolean
within (WayMoment day, WayMoment from, WayMoment to)
{
  return day != WAY_NEVER && day >= way_moment_day (from) && day <= way_moment_day (to);
}

static gboolean
is_any (WayMilestone *milestone, WayMoment from, WayMoment to)
{
  return TRUE;
}

static gboolean
is_next (WayMilestone *milestone, WayMoment from, WayMoment to)
{
  return way_milestone_is_open (milestone);
}

static gboolean
is_late_and_open (WayMilestone *milestone, WayMoment from, WayMoment to)
{
  return way_milestone_is_open (milestone) && way_milestone_is_late (milestone);
}

static gboolean
is_completed_in (WayMilestone *milestone, WayMoment from, WayMoment to)
{
  return way_milestone_is_completed (milestone)
         && within (way_finish_day (milestone->forecast), from, to);
}

static gboolean
is_due_in (WayMilestone *milestone, WayMoment from, WayMoment to)
{
  return within (milestone->target_date, from, to);
}

static gboolean
has_promise (WayMilestone *milestone, WayMoment from, WayMoment to)
{
  return milestone->target_date != WAY_NEVER && milestone->forecast != WAY_NEVER;
}

/* Part = rows that pass @good; those that fail stand first among the rows. */
static WayFigure *
share_of (GPtrArray *rows, gboolean (*good) (WayMilestone *))
{
  WayFigure *figure = way_figure_new ();
  gint64 part = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rows->len; i++)
      {
        WayMilestone *milestone = g_ptr_array_index (rows, i);
        gboolean is_good = good (milestone);

        if (is_good != (pass == 1))
          continue;
        way_figure_add_row (figure, WAY_RECORD (milestone));
        part += is_good ? 1 : 0;
      }
  way_figure_set_share (figure, part, rows->len);
  return figure;
}

static gboolean
is_on_time (WayMilestone *milestone)
{
  return !way_milestone_is_late (milestone);
}

/**
 * way_milestones_adherence:
 *
 * Timeline adherence (numbers.md §5): share of the open and completed milestones that have a
 * target and a forecast whose forecast, or actual, is on or before the target.
 *
 * Returns: (transfer full): the late ones first among the rows
 */
WayFigure *
way_milestones_adherence (WayDocument *document)
{
  g_autoptr (GPtrArray) rows = select_milestones (document, has_promise, WAY_NEVER, WAY_NEVER);

  return share_of (rows, is_on_time);
}

/**
 * way_milestones_done:
 *
 * Returns: (transfer full): completed of all that are not cancelled
 */
WayFigure *
way_milestones_done (WayDocument *document)
{
  g_autoptr (GPtrArray) rows = select_milestones (document, is_any, WAY_NEVER, WAY_NEVER);

  return share_of (rows, way_milestone_is_completed);
}

/**
 * way_milestones_completion_rate:
 * @from: first day of the period
 * @to: last day of the period
 *
 * Completed in the period ÷ due in the period (numbers.md §5); it may pass 100 %.
 *
 * Returns: (transfer full): rows are those due, then those completed that were due at other times
 */
WayFigure *
way_milestones_completion_rate (WayDocument *document, WayMoment from, WayMoment to)
{
  g_autoptr (GPtrArray) due = select_milestones (document, is_due_in, from, to);
  g_autoptr (GPtrArray) completed = select_milestones (document, is_completed_in, from, to);
  WayFigure *figure = way_figure_new ();

  for (guint i = 0; i < due->len; i++)
    way_figure_add_row (figure, g_ptr_array_index (due, i));
  for (guint i = 0; i < completed->len; i++)
    if (!g_ptr_array_find (due, g_ptr_array_index (completed, i), NULL))
      way_figure_add_row (figure, g_ptr_array_index (completed, i));
  way_figure_set_share (figure, completed->len, due->len);
  return figure;
}

/**
 * way_milestones_on_time_rate:
 *
 * Completed on or before target ÷ completed, of those completed in the period (numbers.md §5).
 *
 * Returns: (transfer full)
 */
WayFigure *
way_milestones_on_time_rate (WayDocument *document, WayMoment from, WayMoment to)
{
  g_autoptr (GPtrArray) rows = select_milestones (document, is_completed_in, from, to);

  return share_of (rows, is_on_time);
}

/**
 * way_milestones_all:
 *
 * Returns: (transfer full) (element-type WayMilestone): all that are not cancelled
 */
GPtrArray *
way_milestones_all (WayDocument *document)
{
  return select_milestones (document, is_any, WAY_NEVER, WAY_NEVER);
}

/**
 * way_milestones_next:
 * @max: at most so many; 0 = all
 *
 * Returns: (transfer full) (element-type WayMilestone): the open ones, next first
 */
GPtrArray *
way_milestones_next (WayDocument *document, guint max)
{
  GPtrArray *rows = select_milestones (document, is_next, WAY_NEVER, WAY_NEVER);

  if (max > 0 && rows->len > max)
    g_ptr_array_set_size (rows, (int) max);
  return rows;
}

/**
 * way_milestones_late:
 *
 * Returns: (transfer full) (element-type WayMilestone): open, forecast after its target
 */
GPtrArray *
way_milestones_late (WayDocument *document)
{
  return select_milestones (document, is_late_and_open, WAY_NEVER, WAY_NEVER);
}

/**
 * way_milestones_completed_in:
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full) (element-type WayMilestone)
 */
GPtrArray *
way_milestones_completed_in (WayDocument *document, WayMoment from, WayMoment to)
{
  return select_milestones (document, is_completed_in, from, to);
}

/**
 * way_milestone_baseline:
 *
 * Returns: the finish of its row in baseline 0, or %WAY_NEVER
 */
WayMoment
way_milestone_baseline (WayDocument *document, WayMilestone *milestone)
{
  WayTask *row = milestone->task != 0
                     ? way_plan_lookup_task (way_document_get_plan (document), milestone->task)
                     : NULL;
  WayBaselineValue *value = row != NULL ? way_baseline_get_value (document, 0, row) : NULL;

  return value != NULL ? value->finish : WAY_NEVER;
}

/**
 * way_milestone_lead:
 *
 * Returns: (transfer none): the name of its owner, else of its technical lead, else of its
 * product owner; "" when it has none
 */
const char *
way_milestone_lead (WayMilestone *milestone)
{
  WayRecord *record = WAY_RECORD (milestone);
  gint64 people[] = { record->owner, milestone->technical_lead, milestone->product_owner };

  for (guint i = 0; record->plan != NULL && i < G_N_ELEMENTS (people); i++)
    {
      WayRecord *person = people[i] != 0 ? way_plan_lookup (record->plan, people[i]) : NULL;

      if (person != NULL)
        return person->title;
    }
  return "";
}
