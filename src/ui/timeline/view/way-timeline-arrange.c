/* way-timeline-arrange.c: what of the plan the timeline shows: filter, find, groups, levels.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "ui/timeline/view/way-column-chooser.h"
#include "ui/way-window.h"

static WayDocument *
document_of (WayTimelinePage *self)
{
  return way_page_get_document (WAY_PAGE (self));
}

/* ------------------------------------------------------------------ filter */

static guint
count_matches (WayTimelinePage *self, const WayTaskFilter *filter)
{
  GPtrArray *outline = way_plan_get_outline (way_page_get_plan (WAY_PAGE (self)));
  g_autoptr (WayTaskMatcher) matcher = NULL;
  guint n = 0;

  if (way_task_filter_is_empty (filter))
    return outline->len;
  matcher = way_task_matcher_new (document_of (self), filter);
  for (guint i = 0; i < outline->len; i++)
    if (way_task_matcher_matches (matcher, outline->pdata[i]))
      n++;
  return n;
}

/**
 * way_timeline_page_update_found:
 *
 * After a commit and after a change of the filter: the count, and what stands there when there is
 * nothing to show.
 */
void
way_timeline_page_update_found (WayTimelinePage *self)
{
  guint n_all = way_plan_get_outline (way_page_get_plan (WAY_PAGE (self)))->len;
  gboolean filtered = !way_task_filter_is_empty (way_task_rows_get_filter (self->rows));
  const char *shown = "tasks";

  if (gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)))
    way_filter_bar_set_count (
        self->filter_bar,
        filtered && way_filter_bar_get_narrow (self->filter_bar)
            ? way_task_rows_get_n_matches (self->rows)
            : count_matches (self, way_filter_bar_get_filter (self->filter_bar)),
        n_all);
  if (n_all == 0)
    shown = "empty";
  else if (way_task_rows_get_n (self->rows) == 0)
    shown = "nothing-found";
  gtk_stack_set_visible_child_name (self->stack, shown);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "timeline.clear-filter",
      filtered || gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)));
}

/* The rows are other ones now: what was selected stays selected, and in sight. */
static void
rows_arranged (WayTimelinePage *self, GPtrArray *selected)
{
  guint row = selected->len > 0 ? way_task_rows_find (self->rows, selected->pdata[0])
                                : WAY_TASK_ROWS_NONE;

  way_timeline_page_select_tasks (self, selected);
  way_task_tree_update_cells (self->tree);
  if (row != WAY_TASK_ROWS_NONE)
    way_task_tree_scroll_to (self->tree, row);
  way_timeline_page_update_found (self);
  way_timeline_page_update_actions (self);
  way_timeline_page_queue_keep (self);
}

static void
apply_filter (WayTimelinePage *self)
{
  g_autoptr (GPtrArray) selected = way_timeline_page_get_selected (self);
  WayTaskFilter filter;

  if (gtk_widget_get_visible (GTK_WIDGET (self->filter_bar))
      && way_filter_bar_get_narrow (self->filter_bar))
    way_task_filter_copy (&filter, way_filter_bar_get_filter (self->filter_bar));
  else
    way_task_filter_init (&filter);
  filter.milestones = self->milestones_only;
  way_task_rows_set_filter (self->rows, &filter);
  way_task_filter_clear (&filter);
  rows_arranged (self, selected);
}

static void
filter_closed_cb (WayTimelinePage *self)
{
  guint row;
  g_autoptr (GPtrArray) selected = way_timeline_page_get_selected (self);

  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), FALSE);
  apply_filter (self);
  row = selected->len > 0 ? way_task_rows_find (self->rows, selected->pdata[0]) : 0;
  way_task_tree_focus_row (self->tree, row);
}

gboolean
way_timeline_page_get_milestones_only (WayTimelinePage *self)
{
  return self->milestones_only;
}

void
way_timeline_page_set_milestones_only (WayTimelinePage *self, gboolean on)
{
  if (self->milestones_only == on)
    return;
  self->milestones_only = on;
  apply_filter (self);
}

/* Everything is shown again. */
void
way_timeline_page_clear_filter (WayTimelinePage *self)
{
  g_object_set (self, "milestones-only", FALSE, NULL);
  way_filter_bar_clear (self->filter_bar);
  filter_closed_cb (self);
}

/* Takes the filter away where it hides @task, which is to be seen. */
void
way_timeline_page_uncover (WayTimelinePage *self, WayTask *task)
{
  way_task_rows_reveal (self->rows, task);
  if (way_task_rows_find (self->rows, task) != WAY_TASK_ROWS_NONE)
    return;
  g_object_set (self, "milestones-only", FALSE, NULL);
  way_filter_bar_clear (self->filter_bar);
}

/* Ctrl+F and “/”: @narrow: hide what does not match, or only find it */
void
way_timeline_page_open_filter (WayTimelinePage *self, gboolean narrow)
{
  way_filter_bar_set_narrow (self->filter_bar, narrow);
  way_filter_bar_open (self->filter_bar);
  way_timeline_page_update_found (self);
}

/* ------------------------------------------------------------------ find */

/* Where to go on from: the selected row, in the order in which @tasks are walked. */
static guint
place_of_current (WayTimelinePage *self, GPtrArray *tasks)
{
  g_autoptr (GPtrArray) selected = way_timeline_page_get_selected (self);
  guint place;

  if (selected->len > 0 && g_ptr_array_find (tasks, selected->pdata[0], &place))
    return place;
  return tasks->len;
}

/* All tasks, also those in folded rows; where rows are sorted or in groups, as they stand. */
static GPtrArray *
dup_walk (WayTimelinePage *self)
{
  GPtrArray *tasks = g_ptr_array_new ();
  GPtrArray *outline = way_plan_get_outline (way_page_get_plan (WAY_PAGE (self)));
  guint n_rows;
  WayTask *const *rows = way_task_rows_peek (self->rows, &n_rows);

  if (!way_task_rows_is_arranged (self->rows))
    g_ptr_array_extend (tasks, outline, NULL, NULL);
  else
    for (guint i = 0; i < n_rows; i++)
      if (!way_task_rows_is_header (rows[i]))
        g_ptr_array_add (tasks, rows[i]);
  return tasks;
}

static void
go_to_found (WayTimelinePage *self, WayTask *task)
{
  gboolean typing = gtk_widget_get_focus_child (GTK_WIDGET (self->filter_bar)) != NULL;
  guint row;

  way_task_rows_reveal (self->rows, task);
  row = way_task_rows_find (self->rows, task);
  if (row == WAY_TASK_ROWS_NONE)
    return;
  way_task_tree_scroll_to_middle (self->tree, row);
  if (typing)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, TRUE);
  else
    way_task_tree_focus_row (self->tree, row);
  way_gantt_view_show_task (self->chart, task);
}

/**
 * way_timeline_page_find:
 * @direction: 1 = the next match below, −1 = above; past the end it goes on at the other one
 * @stay: a match that is selected now will do
 */
void
way_timeline_page_find (WayTimelinePage *self, int direction, gboolean stay)
{
  const WayTaskFilter *filter = way_filter_bar_get_filter (self->filter_bar);
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (WayTaskMatcher) matcher = NULL;
  guint at;

  if (way_task_filter_is_empty (filter))
    {
      way_timeline_page_open_filter (self, FALSE);
      return;
    }
  tasks = dup_walk (self);
  matcher = way_task_matcher_new (document_of (self), filter);
  at = place_of_current (self, tasks);
  if (at == tasks->len)
    at = direction > 0 ? tasks->len - 1 : 0;
  else if (stay)
    at = (at + tasks->len - (guint)1) % tasks->len;
  for (guint i = 0; i < tasks->len; i++)
    {
      at = (at + (direction > 0 ? 1 : tasks->len - 1)) % tasks->len;
      if (way_task_rows_is_match (self->rows, tasks->pdata[at])
          && way_task_matcher_matches (matcher, tasks->pdata[at]))
        {
          go_to_found (self, tasks->pdata[at]);
          return;
        }
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
find_cb (WayFilterBar *bar, int direction, WayTimelinePage *self)
{
  way_timeline_page_find (self, direction, FALSE);
}

/* Typed letters filter, or go to the first match from here on. */
static void
filter_changed_cb (WayFilterBar *bar, WayTimelinePage *self)
{
  apply_filter (self);
  if (gtk_widget_get_visible (GTK_WIDGET (bar)) && !way_filter_bar_get_narrow (bar)
      && !way_task_filter_is_empty (way_filter_bar_get_filter (bar)))
    way_timeline_page_find (self, 1, TRUE);
}

/* ------------------------------------------------------------------ groups, levels, columns */

void
way_timeline_page_set_grouping (WayTimelinePage *self, WayTaskGrouping by)
{
  g_autoptr (GPtrArray) selected = NULL;

  if (way_task_rows_get_grouping (self->rows) == by)
    return;
  selected = way_timeline_page_get_selected (self);
  way_task_rows_set_grouping (self->rows, by);
  way_timeline_toolbar_update (self);
  rows_arranged (self, selected);
  if (self->restored && gtk_widget_get_mapped (GTK_WIDGET (self->tree)))
    gtk_widget_grab_focus (GTK_WIDGET (self)); /* a menu that has closed leaves it nowhere */
}

/* @n_levels: of the outline that stay in sight; 0 = all */
void
way_timeline_page_show_levels (WayTimelinePage *self, guint n_levels)
{
  g_autoptr (GPtrArray) selected = way_timeline_page_get_selected (self);

  if (n_levels == 0)
    way_task_rows_expand_all (self->rows);
  else
    way_task_rows_collapse_to (self->rows, n_levels);
  rows_arranged (self, selected);
}

static void
columns_changed_cb (WayTaskTree *tree, WayTimelinePage *self)
{
  way_timeline_page_update_actions (self);
  way_timeline_page_queue_keep (self);
}

/* Over the titles of the columns. */
void
way_timeline_page_choose_columns (WayTimelinePage *self)
{
  GdkRectangle place = { 0 };

  if (self->column_chooser == NULL)
    {
      self->column_chooser = GTK_POPOVER (way_column_chooser_new (self->tree));
      gtk_widget_set_parent (GTK_WIDGET (self->column_chooser), GTK_WIDGET (self->tree));
      gtk_popover_set_position (self->column_chooser, GTK_POS_BOTTOM);
    }
  place.x = MIN (gtk_widget_get_width (GTK_WIDGET (self->tree)) / 2, 160);
  place.width = 1;
  place.height = way_task_tree_get_header_height (self->tree);
  gtk_popover_set_pointing_to (self->column_chooser, &place);
  gtk_popover_popup (self->column_chooser);
}

/**
 * way_timeline_page_add_arranging:
 *
 * The filter bar, hidden, and what follows from it; the tree is there already.
 */
void
way_timeline_page_add_arranging (WayTimelinePage *self)
{
  self->filter_bar = WAY_FILTER_BAR (way_filter_bar_new (document_of (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), FALSE);
  g_signal_connect (self->filter_bar, "changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect (self->filter_bar, "find", G_CALLBACK (find_cb), self);
  g_signal_connect_swapped (self->filter_bar, "closed", G_CALLBACK (filter_closed_cb), self);
  g_signal_connect (self->tree, "columns-changed", G_CALLBACK (columns_changed_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->filter_bar));
}
