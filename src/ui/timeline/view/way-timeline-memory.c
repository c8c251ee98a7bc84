/* way-timeline-memory.c: the timeline looks as it was left, for each plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "ui/timeline/way-timeline-options.h"
#include "ui/way-view-state.h"

#include <string.h>

#define GROUP "timeline"
#define DELAY 800 /* ms after the last change */
#define LEAST_TREE_WIDTH 40
#define LEAST_FIRST_WIDTH 380 /* names, durations and starts */
#define TREE_PART 0.45        /* of the page, at first */

static WayDocument *
document_of (WayTimelinePage *self)
{
  return way_page_get_document (WAY_PAGE (self));
}

/* ------------------------------------------------------------------ keep */

static void
keep_options (WayTimelinePage *self, WayDocument *document)
{
  guint n_options;
  const WayTimelineOption *options = way_timeline_options_get_all (&n_options);

  for (guint i = 0; i < n_options; i++)
    way_view_state_set_int (
        document, GROUP, options[i].name,
        *way_timeline_option_value (&options[i], way_gantt_view_get_options (self->chart)));
}

static void
keep_rows (WayTimelinePage *self, WayDocument *document)
{
  g_autoptr (GArray) collapsed = way_task_rows_get_collapsed (self->rows);
  g_autoptr (GString) ids = g_string_new (NULL);
  gboolean descending;
  WayTaskColumnId sort = way_task_rows_get_sort (self->rows, &descending);

  for (guint i = 0; i < collapsed->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? ";" : "",
                            g_array_index (collapsed, gint64, i));
  way_view_state_set_string (document, GROUP, "collapsed", ids->len > 0 ? ids->str : NULL);
  way_view_state_set_int (document, GROUP, "grouping", way_task_rows_get_grouping (self->rows));
  way_view_state_set_string (
      document, GROUP, "sort",
      sort != WAY_TASK_COLUMN_NONE ? way_task_column_get (sort)->key : NULL);
  way_view_state_set_int (document, GROUP, "descending", descending);
}

static void
keep_filter (WayTimelinePage *self, WayDocument *document)
{
  const WayTaskFilter *filter = way_filter_bar_get_filter (self->filter_bar);
  gboolean open = gtk_widget_get_visible (GTK_WIDGET (self->filter_bar));

  way_view_state_set_int (document, GROUP, "filter", open);
  way_view_state_set_int (document, GROUP, "filter-narrow",
                          way_filter_bar_get_narrow (self->filter_bar));
  way_view_state_set_string (document, GROUP, "filter-text",
                             filter->text != NULL && *filter->text != '\0' ? filter->text : NULL);
  way_view_state_set_int (document, GROUP, "filter-owner", filter->owner);
  way_view_state_set_int (document, GROUP, "filter-milestone", filter->done_for);
  way_view_state_set_int (document, GROUP, "filter-state", filter->state);
  way_view_state_set_int (document, GROUP, "filter-critical", filter->critical);
  way_view_state_set_int (document, GROUP, "filter-late", filter->late);
  way_view_state_set_int (document, GROUP, "filter-conflicts", filter->conflicts);
  way_view_state_set_int (document, GROUP, "filter-from", filter->from);
  way_view_state_set_int (document, GROUP, "filter-to", filter->to);
  way_view_state_set_int (document, GROUP, "milestones-only", self->milestones_only);
}

/* A plan that is shown whole is to be shown whole again, whatever it has become. */
static void
keep_time (WayTimelinePage *self, WayDocument *document)
{
  double minutes_per_pixel, origin;

  if (way_gantt_view_get_time (self->chart, &minutes_per_pixel, &origin))
    {
      way_view_state_set_real (document, GROUP, "minutes-per-pixel", minutes_per_pixel);
      way_view_state_set_real (document, GROUP, "origin", origin);
    }
  else
    {
      way_view_state_set_string (document, GROUP, "minutes-per-pixel", NULL);
      way_view_state_set_string (document, GROUP, "origin", NULL);
    }
}

/* The row at the top, and the one that has the keyboard; where that is out of sight, the one at
 * the top takes its part. Ids, since other rows may come before them. */
static void
keep_place (WayTimelinePage *self, WayDocument *document)
{
  GtkAdjustment *position = way_task_tree_get_position (self->tree);
  double height = MAX (way_task_tree_get_row_height (self->tree), 1);
  double value = gtk_adjustment_get_value (position);
  guint first = (guint)(value / height + 0.5);
  guint n_seen = (guint)(gtk_adjustment_get_page_size (position) / height);
  WayTask *top = way_task_rows_get (self->rows, first);
  WayTask *current = way_timeline_page_get_current (self);
  guint row = current != NULL ? way_task_rows_find (self->rows, current) : WAY_TASK_ROWS_NONE;

  if (row == WAY_TASK_ROWS_NONE || row < first || row >= first + n_seen)
    current = top;
  way_view_state_set_int (document, GROUP, "top", top != NULL ? WAY_RECORD (top)->id : 0);
  way_view_state_set_int (document, GROUP, "current",
                          current != NULL ? WAY_RECORD (current)->id : 0);
}

/* Before the page goes, and a moment after each change. */
void
way_timeline_page_keep (WayTimelinePage *self)
{
  WayDocument *document = document_of (self);
  g_autofree char *columns = NULL;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (document == NULL || !self->restored)
    return;
  columns = way_task_tree_dup_columns (self->tree);
  way_view_state_set_string (document, GROUP, "columns", columns);
  if (self->tree_width_chosen)
    way_view_state_set_int (document, GROUP, "tree-width",
                            gtk_widget_get_visible (GTK_WIDGET (self->panel))
                                ? self->tree_width
                                : gtk_paned_get_position (self->paned));
  keep_options (self, document);
  keep_rows (self, document);
  keep_filter (self, document);
  keep_time (self, document);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->tree)))
    keep_place (self, document);
  way_view_state_save (document);
}

static gboolean
keep_cb (gpointer data)
{
  WayTimelinePage *self = data;

  self->keep_source = 0;
  way_timeline_page_keep (self);
  return G_SOURCE_REMOVE;
}

/* Something of the view has changed: it is written when the hands come to rest. */
void
way_timeline_page_queue_keep (WayTimelinePage *self)
{
  if (!self->restored)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (DELAY, keep_cb, self);
}

/* ------------------------------------------------------------------ restore */

static int
get_int (WayDocument *document, const char *key, int least, int most, int usual)
{
  gint64 value;

  if (!way_view_state_get_int (document, GROUP, key, &value) || value < least || value > most)
    return usual;
  return (int)value;
}

static void
restore_options (WayTimelinePage *self, WayDocument *document)
{
  WayGanttOptions *shown = way_gantt_view_get_options (self->chart);
  guint n_options;
  const WayTimelineOption *options = way_timeline_options_get_all (&n_options);

  for (guint i = 0; i < n_options; i++)
    {
      int *value = way_timeline_option_value (&options[i], shown);

      *value = get_int (document, options[i].name, options[i].least, options[i].most, *value);
    }
}

static void
restore_rows (WayTimelinePage *self, WayDocument *document)
{
  g_autofree char *collapsed = way_view_state_dup_string (document, GROUP, "collapsed");
  g_autofree char *sort = way_view_state_dup_string (document, GROUP, "sort");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  WayTaskColumnId column = sort != NULL ? way_task_column_find (sort) : WAY_TASK_COLUMN_NONE;

  for (char *at = collapsed; at != NULL && *at != '\0'; at = strchr (at, ';'))
    {
      gint64 id = g_ascii_strtoll (*at == ';' ? ++at : at, NULL, 10);

      g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    way_task_rows_set_collapsed (self->rows, (gint64 *)(gpointer)ids->data, ids->len);
  way_task_rows_set_grouping (
      self->rows, (WayTaskGrouping)get_int (document, "grouping", 0, WAY_N_GROUPINGS - 1, 0));
  if (column != WAY_TASK_COLUMN_NONE)
    way_task_tree_sort (self->tree, column, get_int (document, "descending", 0, 1, 0));
}

static void
restore_filter (WayTimelinePage *self, WayDocument *document)
{
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.text = way_view_state_dup_string (document, GROUP, "filter-text");
  way_view_state_get_int (document, GROUP, "filter-owner", &filter.owner);
  way_view_state_get_int (document, GROUP, "filter-milestone", &filter.done_for);
  way_view_state_get_int (document, GROUP, "filter-from", &filter.from);
  way_view_state_get_int (document, GROUP, "filter-to", &filter.to);
  filter.state = get_int (document, "filter-state", -1, (int)way_enum_task_state.n_values - 1, -1);
  filter.critical = get_int (document, "filter-critical", 0, 1, 0);
  filter.late = get_int (document, "filter-late", 0, 1, 0);
  filter.conflicts = get_int (document, "filter-conflicts", 0, 1, 0);
  way_filter_bar_set_narrow (self->filter_bar, get_int (document, "filter-narrow", 0, 1, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), get_int (document, "filter", 0, 1, 0));
  way_filter_bar_set_filter (self->filter_bar, &filter);
  way_task_filter_clear (&filter);
  g_object_set (self, "milestones-only", get_int (document, "milestones-only", 0, 1, 0), NULL);
}

/* The row of a task that is kept by its id, where it is shown. */
static guint
find_kept_row (WayTimelinePage *self, WayDocument *document, const char *key)
{
  WayTask *task = NULL;
  gint64 id;

  if (way_view_state_get_int (document, GROUP, key, &id))
    task = way_plan_lookup_task (way_document_get_plan (document), id);
  return task != NULL ? way_task_rows_find (self->rows, task) : WAY_TASK_ROWS_NONE;
}

static void
restore_place (WayTimelinePage *self, WayDocument *document)
{
  guint top = find_kept_row (self, document, "top");
  guint current = find_kept_row (self, document, "current");

  if (current != WAY_TASK_ROWS_NONE)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), current, TRUE);
  if (top != WAY_TASK_ROWS_NONE && top > 0)
    way_task_tree_begin_at (self->tree, top);
}

/* Beside the panel the tree has what the chart left it: no column is cut there. */
static void
fit_beside_panel (WayTimelinePage *self)
{
  int width = gtk_paned_get_position (self->paned);
  int fits = way_task_tree_fit_columns (self->tree, width);

  if (fits < width)
    gtk_paned_set_position (self->paned, fits);
}

/* A part of the page that leaves the chart the larger one; in a frame of its own, since a width is
 * known only in the middle of a layout. */
static gboolean
fit_tree (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  int width = gtk_widget_get_width (widget);

  if (width <= 0 || self->tree_width_chosen)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->panel)))
    fit_beside_panel (self);
  if (width == self->fitted_width || gtk_widget_get_visible (GTK_WIDGET (self->panel)))
    return G_SOURCE_REMOVE;
  self->fitted_width = 0;
  gtk_paned_set_position (self->paned,
                          way_task_tree_fit_columns (
                              self->tree, MAX ((int)(width * TREE_PART), LEAST_FIRST_WIDTH)));
  self->fitted_width = width;
  return G_SOURCE_REMOVE;
}

static void
resized_cb (WayTimelinePage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_tree, NULL, NULL);
}

/* A hand has moved the edge: not the window, which has another width then, nor the panel. */
static void
tree_width_changed_cb (WayTimelinePage *self)
{
  if (self->fitted_width == gtk_widget_get_width (GTK_WIDGET (self)) && self->fitted_width > 0
      && !gtk_widget_get_visible (GTK_WIDGET (self->panel)))
    self->tree_width_chosen = TRUE;
}

static void
restore_tree_width (WayTimelinePage *self, WayDocument *document)
{
  int width = get_int (document, "tree-width", LEAST_TREE_WIDTH, G_MAXINT16, 0);

  self->tree_width_chosen = width > 0;
  if (self->tree_width_chosen)
    gtk_paned_set_position (self->paned, width);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (resized_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (tree_width_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * way_timeline_page_restore:
 *
 * Once, when all parts of the page are there.
 */
void
way_timeline_page_restore (WayTimelinePage *self)
{
  WayDocument *document = document_of (self);
  g_autofree char *columns = way_view_state_dup_string (document, GROUP, "columns");
  double minutes_per_pixel, origin;

  if (columns != NULL)
    way_task_tree_set_columns (self->tree, columns);
  restore_tree_width (self, document);
  restore_options (self, document);
  restore_rows (self, document);
  restore_filter (self, document);
  if (way_view_state_get_real (document, GROUP, "minutes-per-pixel", &minutes_per_pixel)
      && way_view_state_get_real (document, GROUP, "origin", &origin))
    way_gantt_view_set_time (self->chart, minutes_per_pixel, origin);
  restore_place (self, document);
  g_signal_connect_object (way_task_tree_get_vadjustment (self->tree), "value-changed",
                           G_CALLBACK (way_timeline_page_queue_keep), self, G_CONNECT_SWAPPED);
  self->restored = TRUE;
}
