/* way-timeline-signals.c: what tree, chart and panel of the timeline tell, and what follows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "ui/timeline/way-cell-editor.h"
#include "ui/timeline/way-gantt-messages.h"
#include "ui/timeline/way-link-popover.h"
#include "ui/timeline/way-task-dialog.h"
#include "ui/way-window.h"

static void
tree_edited_cb (WayTaskTree *tree, WayTask *task, int column, int effect, WayTimelinePage *self)
{
  g_autofree char *text = way_timeline_describe_effect (way_page_get_document (WAY_PAGE (self)),
                                                        task, (WayEffect)effect);

  if (text != NULL)
    way_timeline_page_toast_undo (self, text);
}

/* Where the cursor goes when a row that has just been made at @row was taken back. */
static void
leave_taken_back (WayTimelinePage *self, guint row, WayCellMove move)
{
  guint n_rows = way_task_rows_get_n (self->rows);

  if (n_rows == 0 || row == WAY_TASK_ROWS_NONE)
    return;
  if (move != WAY_CELL_DOWN && !self->insert_above)
    row = row > 0 ? row - 1 : 0;
  row = MIN (row, n_rows - 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, TRUE);
  way_task_tree_focus_row (self->tree, row);
}

/* Return goes on with another row, so that names can be typed one after the other. Escape takes
 * the row back that has just been made, and so does leaving one that came by itself unnamed. */
static void
new_row_done_cb (
    WayTaskTree *tree, WayTask *task, int move, gboolean by_key, WayTimelinePage *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  guint row = way_task_rows_find (self->rows, task);
  gboolean unnamed
      = self->insert_follows && g_strcmp0 (WAY_RECORD (task)->title, _ ("New task")) == 0;
  g_autoptr (GError) error = NULL;

  if (!unnamed && !(by_key && move == WAY_CELL_STAY))
    {
      if (by_key && move == WAY_CELL_RETURN)
        way_timeline_page_insert_after (self, task);
      return;
    }
  if (way_document_get_undo_seq (document) != self->insert_seq)
    return; /* something else was done since: that is not to be taken back */
  if (!way_document_undo (document, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  else if (by_key)
    leave_taken_back (self, row, (WayCellMove)move);
}

static void
tree_rows_dropped_cb (
    WayTaskTree *tree, GPtrArray *tasks, WayTask *parent, WayTask *before, WayTimelinePage *self)
{
  way_timeline_page_move_rows (self, tasks, parent, before);
}

static void
tree_rows_held_cb (WayTaskTree *tree, WayTimelinePage *self)
{
  way_timeline_page_tell_arranged (self);
}

/* From the panel back to the rows; what pops up over the panel has its own Escape. */
static gboolean
panel_key_cb (GtkEventControllerKey *keys,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              WayTimelinePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_Escape || focus == NULL
      || gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
tree_menu_cb (WayTaskTree *tree, double x, double y, WayTimelinePage *self)
{
  way_timeline_page_show_menu (self, GTK_WIDGET (tree), x, y);
}

static void
chart_menu_cb (WayGanttView *chart, double x, double y, WayTimelinePage *self)
{
  way_timeline_page_show_menu (self, GTK_WIDGET (chart), x, y);
}

static void
tree_tab_out_cb (WayTaskTree *tree, GtkDirectionType direction, WayTimelinePage *self)
{
  if (direction == GTK_DIR_TAB_FORWARD)
    gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  else
    gtk_widget_child_focus (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_DIR_TAB_BACKWARD);
}

static void
chart_activated_cb (WayGanttView *chart, WayTask *task, WayTimelinePage *self)
{
  way_task_dialog_present (GTK_WIDGET (self), way_page_get_document (WAY_PAGE (self)), task);
}

static void
chart_message_cb (WayGanttView *chart,
                  const char *text,
                  gboolean can_undo,
                  GPtrArray *pinned,
                  WayTimelinePage *self)
{
  if (can_undo)
    way_timeline_page_toast_drop (self, text, pinned);
  else
    way_window_toast (GTK_WIDGET (self), text, NULL, NULL);
}

/* The new row asks for its name; Escape there takes the whole task back. */
static void
chart_drawn_cb (WayGanttView *chart, WayTask *task, WayTimelinePage *self)
{
  guint row;

  self->insert_seq = way_document_get_undo_seq (way_page_get_document (WAY_PAGE (self)));
  self->insert_follows = FALSE;
  way_timeline_page_uncover (self, task);
  row = way_task_rows_find (self->rows, task);
  if (row != WAY_TASK_ROWS_NONE)
    way_task_tree_edit_new (self->tree, row);
}

static void
chart_link_activated_cb (WayGanttView *chart,
                         WayLink *link,
                         double x,
                         double y,
                         WayTimelinePage *self)
{
  graphene_point_t point;

  if (gtk_widget_compute_point (GTK_WIDGET (chart), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    way_link_popover_present (GTK_WIDGET (self), way_page_get_document (WAY_PAGE (self)), link,
                              point.x, point.y);
}

static void
chart_error_cb (WayGanttView *chart, GError *error, WayTimelinePage *self)
{
  way_window_report_error (GTK_WIDGET (self), error);
}

static void
chart_row_wanted_cb (WayGanttView *chart, guint row, gboolean extend, WayTimelinePage *self)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, !extend);
  way_task_tree_scroll_to (self->tree, row);
}

static void
metrics_changed_cb (WayTaskTree *tree, WayTimelinePage *self)
{
  way_gantt_view_set_metrics (self->chart, way_task_tree_get_row_height (tree),
                              way_task_tree_get_header_height (tree));
}

static void
zoom_label_cb (WayGanttView *chart, GParamSpec *pspec, WayTimelinePage *self)
{
  gtk_label_set_label (self->zoom_label, way_gantt_view_get_zoom_label (chart));
}

void
way_timeline_page_connect_parts (WayTimelinePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (panel_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->panel), keys);
  g_signal_connect (self->tree, "edited", G_CALLBACK (tree_edited_cb), self);
  g_signal_connect (self->tree, "new-row-done", G_CALLBACK (new_row_done_cb), self);
  g_signal_connect (self->tree, "rows-dropped", G_CALLBACK (tree_rows_dropped_cb), self);
  g_signal_connect (self->tree, "rows-held", G_CALLBACK (tree_rows_held_cb), self);
  g_signal_connect (self->tree, "menu-requested", G_CALLBACK (tree_menu_cb), self);
  g_signal_connect (self->tree, "tab-out", G_CALLBACK (tree_tab_out_cb), self);
  g_signal_connect (self->tree, "metrics-changed", G_CALLBACK (metrics_changed_cb), self);
  g_signal_connect (self->chart, "activated", G_CALLBACK (chart_activated_cb), self);
  g_signal_connect (self->chart, "menu-requested", G_CALLBACK (chart_menu_cb), self);
  g_signal_connect (self->chart, "message", G_CALLBACK (chart_message_cb), self);
  g_signal_connect (self->chart, "drawn", G_CALLBACK (chart_drawn_cb), self);
  g_signal_connect (self->chart, "link-activated", G_CALLBACK (chart_link_activated_cb), self);
  g_signal_connect (self->chart, "error", G_CALLBACK (chart_error_cb), self);
  g_signal_connect (self->chart, "row-wanted", G_CALLBACK (chart_row_wanted_cb), self);
  g_signal_connect (self->chart, "notify::zoom-label", G_CALLBACK (zoom_label_cb), self);
}
