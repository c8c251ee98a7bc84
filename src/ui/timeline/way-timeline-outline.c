/* way-timeline-outline.c: rows of the timeline: which are selected, and edits of the outline.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-outline.h"
#include "ui/way-window.h"

typedef gboolean (*OutlineFunc) (WayDocument *, WayTask **, guint, WayOutlineShown, gpointer,
                                 GError **);

static WayDocument *
document_of (WayTimelinePage *self)
{
  return way_page_get_document (WAY_PAGE (self));
}

GPtrArray *
way_timeline_page_get_selected (WayTimelinePage *self)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) rows
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      WayTask *task = way_task_rows_get (self->rows, row);

      if (task != NULL && !way_task_rows_is_header (task))
        g_ptr_array_add (tasks, g_object_ref (task));
    }
  return tasks;
}

/* Selects exactly those of @tasks that are shown. */
void
way_timeline_page_select_tasks (WayTimelinePage *self, GPtrArray *tasks)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) present = gtk_selection_model_get_selection (model);
  g_autoptr (GtkBitset) all = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      guint row = way_task_rows_find (self->rows, g_ptr_array_index (tasks, i));

      if (row != WAY_TASK_ROWS_NONE)
        gtk_bitset_add (wanted, row);
    }
  if (gtk_bitset_equals (wanted, present))
    return;
  all = gtk_bitset_new_range (0, way_task_rows_get_n (self->rows));
  gtk_selection_model_set_selection (model, wanted, all);
}

/* The row that has the keyboard, else the last selected one. */
WayTask *
way_timeline_page_get_current (WayTimelinePage *self)
{
  WayTask *task = way_task_tree_get_focus_task (self->tree);
  g_autoptr (GPtrArray) selected = NULL;

  if (task != NULL && !way_task_rows_is_header (task))
    return task;
  selected = way_timeline_page_get_selected (self);
  return selected->len > 0 ? g_ptr_array_index (selected, selected->len - 1) : NULL;
}

/* Right below the row as it is seen: the first of a phase that is unfolded. */
static WayTask *
make_below (WayTimelinePage *self, WayTask *after, GError **error)
{
  if (after != NULL && after->summary && !way_task_rows_is_arranged (self->rows)
      && way_task_rows_is_expanded (self->rows, after))
    return way_outline_prepend_child (document_of (self), after, _ ("New task"), error);
  return way_outline_insert (document_of (self), after, _ ("New task"), error);
}

/* @beside: (nullable): NULL = at the end */
static void
insert_row (WayTimelinePage *self, WayTask *beside, gboolean above)
{
  g_autoptr (GError) error = NULL;
  WayTask *task = above && beside != NULL
                      ? way_outline_insert_above (document_of (self), beside, _ ("New task"), &error)
                      : make_below (self, beside, &error);
  guint row;

  if (task == NULL)
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  self->insert_above = above;
  self->insert_seq = way_document_get_undo_seq (document_of (self));
  way_timeline_page_uncover (self, task);
  row = way_task_rows_find (self->rows, task);
  if (row != WAY_TASK_ROWS_NONE)
    way_task_tree_edit_new (self->tree, row);
  way_gantt_view_show_task (self->chart, task);
}

/* Beside the current row; its title is asked for. */
void
way_timeline_page_insert_task (WayTimelinePage *self, gboolean above)
{
  self->insert_follows = FALSE;
  insert_row (self, way_timeline_page_get_current (self), above);
}

/* The next of several rows that are typed one after the other. */
void
way_timeline_page_insert_after (WayTimelinePage *self, WayTask *task)
{
  self->insert_follows = TRUE;
  insert_row (self, task, FALSE);
}

static void
insert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_timeline_page_insert_task (WAY_TIMELINE_PAGE (widget), TRUE);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_timeline_page_insert_task (WAY_TIMELINE_PAGE (widget), FALSE);
}

/* After an edit of the outline: the rows are shown, selected, and keep the keyboard. */
static void
show_rows (WayTimelinePage *self, GPtrArray *tasks, gboolean in_tree)
{
  guint row;

  way_task_rows_reveal (self->rows, g_ptr_array_index (tasks, 0));
  way_timeline_page_select_tasks (self, tasks);
  row = way_task_rows_find (self->rows, g_ptr_array_index (tasks, 0));
  if (in_tree && row != WAY_TASK_ROWS_NONE)
    way_task_tree_focus_row (self->tree, row);
}

void
way_timeline_page_tell_arranged (WayTimelinePage *self)
{
  WayTaskColumnId sort = way_task_rows_get_sort (self->rows, NULL);
  gboolean grouped = way_task_rows_get_grouping (self->rows) != WAY_GROUP_BY_NONE;
  WayToastButton buttons[2];
  g_autofree char *message = NULL;
  guint n_buttons = 0;

  if (sort == WAY_TASK_COLUMN_NONE)
    message = g_strdup (_ ("Rows are in groups: take the groups off to move them."));
  else if (grouped)
    message = g_strdup (_ ("Rows are sorted and in groups: take both off to move them."));
  else
    message = g_strdup_printf (_ ("Rows are sorted by “%s”: take the sorting off to move them."),
                               _ (way_task_column_get (sort)->title));
  if (sort != WAY_TASK_COLUMN_NONE)
    buttons[n_buttons++] = (WayToastButton){ _ ("Take sorting off"), "timeline.unsort", NULL };
  if (grouped)
    buttons[n_buttons++] = (WayToastButton){ _ ("Take groups off"), "timeline.grouping",
                                             g_variant_new_int32 (WAY_GROUP_BY_NONE) };
  way_window_toast_buttons (GTK_WIDGET (self), message, buttons, n_buttons);
}

static gboolean
is_shown (WayTask *task, gpointer rows)
{
  return way_task_rows_find (rows, task) != WAY_TASK_ROWS_NONE;
}

static void
edit_outline (GtkWidget *widget, OutlineFunc edit)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  gboolean in_tree = way_task_tree_has_focus_inside (self->tree);
  g_autoptr (GError) error = NULL;

  if (tasks->len == 0)
    return;
  if (way_task_rows_is_arranged (self->rows))
    {
      way_timeline_page_tell_arranged (self);
      return;
    }
  if (edit (document_of (self), (WayTask **)tasks->pdata, tasks->len, is_shown, self->rows,
            &error))
    show_rows (self, tasks, in_tree);
  else
    way_window_report_error (GTK_WIDGET (self), error);
}

void
way_timeline_page_move_rows (WayTimelinePage *self,
                             GPtrArray *tasks,
                             WayTask *parent,
                             WayTask *before)
{
  g_autoptr (GError) error = NULL;

  if (way_outline_move_to (document_of (self), (WayTask **)tasks->pdata, tasks->len, parent, before,
                           &error))
    show_rows (self, tasks, TRUE);
  else
    way_window_report_error (GTK_WIDGET (self), error);
}

static void
indent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit_outline (widget, way_outline_indent);
}

/* Where to does not depend on what is shown. */
static gboolean
outdent (WayDocument *document, WayTask **tasks, guint n_tasks, WayOutlineShown shown, gpointer data,
         GError **error)
{
  return way_outline_outdent (document, tasks, n_tasks, error);
}

static void
outdent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit_outline (widget, outdent);
}

static void
row_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit_outline (widget, way_outline_move_up);
}

static void
row_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit_outline (widget, way_outline_move_down);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint row;

  if (way_gantt_view_get_options (self->chart)->selected_link != NULL
      && !way_task_tree_has_focus_inside (self->tree))
    {
      way_timeline_page_unlink (self);
      return;
    }
  if (tasks->len == 0)
    return;
  row = way_task_rows_find (self->rows, g_ptr_array_index (tasks, 0));
  if (tasks->len == 1)
    message
        = g_strdup_printf (_ ("Deleted “%s”"), WAY_RECORD (g_ptr_array_index (tasks, 0))->title);
  else
    message = g_strdup_printf (ngettext ("Deleted %u task", "Deleted %u tasks", tasks->len),
                               tasks->len);
  if (!way_outline_delete (document_of (self), (WayTask **)tasks->pdata, tasks->len, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  way_timeline_page_toast_undo (self, message);
  if (way_task_rows_get_n (self->rows) > 0)
    way_task_tree_focus_row (self->tree, MIN (row, way_task_rows_get_n (self->rows) - 1));
}

static void
fold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  gboolean expand = g_str_equal (name, "timeline.expand");
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);

  for (guint i = 0; i < tasks->len; i++)
    way_task_rows_set_expanded (self->rows, g_ptr_array_index (tasks, i), expand);
  way_timeline_page_select_tasks (self, tasks);
  way_task_tree_update_cells (self->tree);
}

static void
levels_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_timeline_page_show_levels (WAY_TIMELINE_PAGE (widget),
                                 (guint)MAX (g_variant_get_int32 (parameter), 0));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "timeline.add", add_cb },
  { "timeline.insert", insert_cb },
  { "timeline.delete", delete_cb },
  { "timeline.indent", indent_cb },
  { "timeline.outdent", outdent_cb },
  { "timeline.row-up", row_up_cb },
  { "timeline.row-down", row_down_cb },
  { "timeline.expand", fold_cb },
  { "timeline.collapse", fold_cb },
};

void
way_timeline_page_install_outline (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "timeline.levels", "i", levels_cb);
}
