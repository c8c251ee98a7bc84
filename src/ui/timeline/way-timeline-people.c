/* way-timeline-people.c: people who are dropped on tasks work on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "metrics/way-task-column.h"
#include "ui/way-window.h"

#include <math.h>

/* A person gives all the time there is; a part-timer no more than that. */
static gint64
units_of (WayResource *resource)
{
  return resource->max_units > 0 ? MIN (resource->max_units, 100) : 100;
}

static char *
describe (WayResource *resource, WayTask *task, guint n_tasks, WayMoment finish_before)
{
  const char *name = WAY_RECORD (resource)->title;
  g_autofree char *day = NULL;

  if (n_tasks > 1)
    return g_strdup_printf (ngettext ("%s works on %u task now.", "%s works on %u tasks now.",
                                      n_tasks),
                            name, n_tasks);
  if (task->finish == finish_before)
    return g_strdup_printf (_ ("%s works on “%s” now."), name, WAY_RECORD (task)->title);
  day = way_task_format_day (way_task_last_moment (task));
  return g_strdup_printf (_ ("%s works on “%s” now. It finishes %s."), name,
                          WAY_RECORD (task)->title, day);
}

/* Those that are no summary, and where @resource does not work yet. */
static GPtrArray *
collect_open (WayDocument *document, WayResource *resource, GPtrArray *tasks)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);

      if (!task->summary && way_task_find_assignment (document, task, resource) == NULL)
        g_ptr_array_add (open, task);
    }
  return open;
}

static void
assign (WayTimelinePage *self, WayResource *resource, GPtrArray *tasks)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  g_autoptr (GPtrArray) open = collect_open (document, resource, tasks);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL, *message = NULL;
  WayMoment finish;
  WayTask *first;

  if (tasks->len == 0)
    {
      way_window_toast (GTK_WIDGET (self), _ ("Select the task first, or drop the name on it."),
                        NULL, NULL);
      return;
    }
  first = g_ptr_array_index (open->len > 0 ? open : tasks, 0);
  if (open->len == 0)
    {
      message = g_strdup_printf (first->summary
                                     ? _ ("People work on tasks: drop %s on a row below “%s”.")
                                     : _ ("%s works on “%s” already."),
                                 WAY_RECORD (resource)->title, WAY_RECORD (first)->title);
      way_window_toast (GTK_WIDGET (self), message, NULL, NULL);
      return;
    }
  finish = first->finish;
  label = g_strdup_printf (_ ("Assign %s"), WAY_RECORD (resource)->title);
  way_document_begin (document, label);
  for (guint i = 0; i < open->len && error == NULL; i++)
    way_task_assign (document, g_ptr_array_index (open, i), resource, units_of (resource), &error);
  if (error != NULL)
    way_document_rollback (document);
  if (error != NULL || !way_document_commit (document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  message = describe (resource, first, open->len, finish);
  way_timeline_page_toast_undo (self, message);
}

/* "timeline.assign": to the selected tasks. */
void
way_timeline_page_assign_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayRecord *resource = way_plan_lookup (way_page_get_plan (WAY_PAGE (self)),
                                         g_variant_get_int64 (id));
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);

  if (WAY_IS_RESOURCE (resource))
    assign (self, WAY_RESOURCE (resource), tasks);
}

/* "timeline.add-person": a new one, who works on the selected tasks at once. */
void
way_timeline_page_add_person_cb (GtkWidget *widget, const char *name, GVariant *title)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  const char *who = g_variant_get_string (title, NULL);
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), who);
  g_autofree char *message = g_strdup_printf (_ ("%s is in the plan now."), who);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  g_autoptr (GError) error = NULL;
  WayRecord *resource;

  way_document_begin (document, label);
  resource = way_document_create_record (document, &way_resource_type);
  way_document_set_text (document, resource, "title", who);
  if (!way_document_commit (document, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  else if (tasks->len > 0)
    assign (self, WAY_RESOURCE (resource), tasks);
  else
    way_timeline_page_toast_undo (self, message);
}

/* The row at @y of the tree and the chart, which have the same rows. */
static guint
row_at (WayTimelinePage *self, double y)
{
  double top = way_task_tree_get_header_height (self->tree);
  double scroll = floor (gtk_adjustment_get_value (way_task_tree_get_position (self->tree)));
  double row = (y - top + scroll) / way_task_tree_get_row_height (self->tree);

  if (y < top || row >= way_task_rows_get_n (self->rows)
      || way_task_rows_is_header (way_task_rows_get (self->rows, (guint)row)))
    return WAY_TASK_ROWS_NONE;
  return (guint)row;
}

/* The row under the name is selected: what letting go would be about. Several selected rows stay
 * so, and get the person together. */
static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, WayTimelinePage *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint row = row_at (self, y);

  if (row == WAY_TASK_ROWS_NONE || way_document_is_read_only (way_page_get_document (WAY_PAGE (self))))
    return 0;
  if (!gtk_selection_model_is_selected (selection, row))
    gtk_selection_model_select_item (selection, row, TRUE);
  return GDK_ACTION_COPY;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WayTimelinePage *self)
{
  WayResource *resource = g_value_get_object (value);
  g_autoptr (GPtrArray) tasks = NULL;

  if (row_at (self, y) == WAY_TASK_ROWS_NONE || resource == NULL
      || WAY_RECORD (resource)->plan != way_page_get_plan (WAY_PAGE (self)))
    return FALSE;
  tasks = way_timeline_page_get_selected (self);
  assign (self, resource, tasks);
  return TRUE;
}

void
way_timeline_page_add_people_drop (WayTimelinePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (WAY_TYPE_RESOURCE, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->paned), GTK_EVENT_CONTROLLER (target));
}
