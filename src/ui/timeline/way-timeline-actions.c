/* way-timeline-actions.c: what menu, keys and buttons of the timeline do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-outline.h"
#include "document/way-reschedule.h"
#include "document/way-sandbox.h"
#include "document/way-task-pieces.h"
#include "report/way-gantt-sheets.h"
#include "ui/changes/way-proposal.h"
#include "ui/milestones/way-new-milestone-dialog.h"
#include "ui/timeline/way-baseline-dialog.h"
#include "ui/timeline/way-gantt-drag.h"
#include "ui/timeline/way-task-dialog.h"
#include "ui/timeline/way-timeline-options.h"
#include "ui/way-actions.h"
#include "ui/way-settings.h"
#include "ui/way-window.h"
#include "ui/widgets/way-picture.h"

#define MAX_NUDGES 31 /* steps over days off before giving up */

static WayDocument *
document_of (WayTimelinePage *self)
{
  return way_page_get_document (WAY_PAGE (self));
}

void
way_timeline_page_toast_undo (WayTimelinePage *self, const char *message)
{
  way_window_toast (GTK_WIDGET (self), message, _ ("Undo"), "win.undo");
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);

  if (!way_task_tree_is_editing (self->tree))
    way_task_tree_edit_current (self->tree);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayTask *task = way_timeline_page_get_current (self);

  if (task != NULL)
    way_task_dialog_present (widget, document_of (self), task);
}

/* (transfer none) (nullable): the milestone that the row is, NULL where it is none. */
static WayRecord *
milestone_of (WayTask *task)
{
  WayRecord *row = WAY_RECORD (task);
  GPtrArray *milestones = way_plan_get_referrers (
      row->plan, row->id, way_record_type_field (&way_milestone_type, "task"));

  return milestones->len > 0 ? milestones->pdata[0] : NULL;
}

static void
make_milestone_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayTask *task = way_timeline_page_get_current (self);

  if (task != NULL && milestone_of (task) == NULL)
    way_new_milestone_dialog_present (widget, document_of (self), task);
}

static void
open_milestone_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTask *task = way_timeline_page_get_current (WAY_TIMELINE_PAGE (widget));
  WayRecord *milestone = task != NULL ? milestone_of (task) : NULL;

  if (milestone != NULL)
    way_window_show_record (widget, milestone);
}

/* One snap step; further ones over days off, where a step would change nothing. */
static void
nudge (GtkWidget *widget, WayDragKind kind, int direction)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  g_autoptr (GPtrArray) movers = NULL;
  gint64 snap = way_gantt_view_get_snap (self->chart);
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean moves = FALSE, refused = FALSE;

  if (tasks->len == 0 || way_document_in_scope (document_of (self)))
    return;
  movers = kind == WAY_DRAG_MOVE
               ? way_gantt_find_movers (document_of (self), g_ptr_array_index (tasks, 0),
                                        (WayTask **)tasks->pdata, tasks->len)
               : g_ptr_array_ref (tasks);
  drag = way_gantt_drag_new (document_of (self), kind, (WayTask **)movers->pdata,
                             movers->len, 0);
  way_gantt_drag_set_keep (drag, g_settings_get_boolean (way_settings_get (), "keep-followers"));
  for (int i = 1; i <= MAX_NUDGES && !moves; i++)
    {
      way_gantt_drag_to (drag, direction * i * snap, 1);
      moves = way_gantt_drag_count_rows (drag) > 0;
    }
  way_gantt_drag_get_lines (drag, &refused);
  if (!moves && !refused && kind != WAY_DRAG_MOVE)
    gtk_widget_error_bell (widget);
  else if (!way_gantt_drag_drop (drag, &message, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  else if (*message != '\0' && way_gantt_drag_was_committed (drag))
    way_timeline_page_toast_drop (self, message, way_gantt_drag_get_pinned (drag));
  else if (*message != '\0')
    way_window_toast (widget, message, NULL, NULL);
}

static void
earlier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nudge (widget, WAY_DRAG_MOVE, -1);
}

static void
later_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nudge (widget, WAY_DRAG_MOVE, 1);
}

static void
start_earlier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nudge (widget, WAY_DRAG_START, -1);
}

static void
start_later_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nudge (widget, WAY_DRAG_START, 1);
}

static void
shorter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nudge (widget, WAY_DRAG_FINISH, -1);
}

static void
longer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nudge (widget, WAY_DRAG_FINISH, 1);
}

/* To the next tenth, up or down, of all selected bars. */
static void
progress_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayDocument *document = document_of (self);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  gint64 step = g_str_equal (name, "timeline.more-done") ? 10 : -10;
  WayTask *changed = NULL;
  guint n_changed = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (tasks->len == 0 || way_document_in_scope (document))
    return;
  way_document_begin (document, step > 0 ? _ ("More done") : _ ("Less done"));
  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      gint64 tenths = (task->percent_complete + (step > 0 ? 0 : 9)) / 10 * 10 + step;

      if (task->duration == 0) /* a point is done, or it is not */
        tenths = step * 10;
      tenths = CLAMP (tenths, 0, 100);
      if (task->summary || task->percent_complete == tenths)
        continue;
      changed = task;
      n_changed++;
      if (!way_task_edit_complete (document, task, tenths, &error))
        {
          way_document_rollback (document);
          way_window_report_error (widget, error);
          return;
        }
    }
  if (n_changed == 0) /* nothing that could be undone either */
    {
      way_document_rollback (document);
      gtk_widget_error_bell (widget);
      return;
    }
  if (!way_document_commit (document, &error))
    {
      way_window_report_error (widget, error);
      return;
    }
  if (n_changed == 1)
    message = g_strdup_printf (_ ("“%s” is %d %% done."), WAY_RECORD (changed)->title,
                               (int)changed->percent_complete);
  else
    message = g_strdup_printf (ngettext ("Changed how much of %u task is done.",
                                         "Changed how much of %u tasks is done.", n_changed),
                               n_changed);
  way_timeline_page_toast_undo (self, message);
}

static void
unpin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);

  if (g_str_equal (name, "timeline.unpin"))
    way_timeline_page_unpin (self, tasks);
  else
    way_timeline_page_pin_to_lag (self, tasks);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);

  way_gantt_view_zoom (self->chart, g_str_equal (name, "timeline.zoom-in"),
                       way_timeline_page_get_current (self));
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_gantt_view_fit (WAY_TIMELINE_PAGE (widget)->chart);
}

/* All, of the selection, none. */
static void
cycle_links_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int links = way_gantt_view_get_options (WAY_TIMELINE_PAGE (widget)->chart)->links;

  g_object_set (widget, "links", links > WAY_LINKS_NONE ? links - 1 : WAY_LINKS_ALL, NULL);
}

static void
fit_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);

  way_gantt_view_fit_tasks (self->chart, (WayTask **)tasks->pdata, tasks->len);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_gantt_view_go_today (WAY_TIMELINE_PAGE (widget)->chart);
}

static void
show_bar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayTask *task = way_timeline_page_get_current (self);

  if (task != NULL)
    way_gantt_view_show_task (self->chart, task);
}

/* Behind the status date; today, when the plan has none. */
static void
reschedule_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayDocument *document = document_of (self);
  WayMoment day = way_document_get_status_date (document);
  g_autofree char *date = way_moment_format_date (day), *message = NULL;
  g_autoptr (GError) error = NULL;
  guint n_moved;

  if (!way_reschedule_unfinished (document, day, &n_moved, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (n_moved == 0)
    {
      message = g_strdup_printf (_ ("No unfinished work lies before the end of %s."), date);
      way_window_toast (widget, message, NULL, NULL);
      return;
    }
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task goes on after %s.",
                                          "%u tasks go on after %s.", n_moved),
                             n_moved, date);
  way_timeline_page_toast_undo (self, message);
}

/* For a day: where the menu was opened on the chart, else behind the status date. */
static void
split_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayDocument *document = document_of (self);
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  WayTask *task = way_timeline_page_get_current (self);
  WayMoment at = self->menu_moment != WAY_NEVER
                     ? self->menu_moment : way_document_get_status_date (document) + WAY_DAY;
  g_autofree char *when = way_moment_format (at), *message = NULL;
  g_autoptr (GError) error = NULL;

  if (task == NULL)
    return;
  if (!way_task_split (document, task, at, project->minutes_per_day, &error))
    {
      way_window_report_error (widget, error);
      return;
    }
  message = g_strdup_printf (_ ("“%s” rests for a day from %s on. Split it there again for one more."),
                             WAY_RECORD (task)->title, when);
  way_timeline_page_toast_undo (self, message);
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayTask *task = way_timeline_page_get_current (self);
  g_autoptr (GError) error = NULL;

  if (task != NULL && !way_task_join (document_of (self), task, &error))
    way_window_report_error (widget, error);
}

static void
columns_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_timeline_page_choose_columns (WAY_TIMELINE_PAGE (widget));
}

static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTaskTree *tree = WAY_TIMELINE_PAGE (widget)->tree;

  way_task_tree_sort (tree,
                      g_str_equal (name, "timeline.unsort") ? WAY_TASK_COLUMN_NONE
                                                            : way_task_tree_get_column (tree),
                      g_str_equal (name, "timeline.sort-down"));
}

static void
filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);

  if (g_str_equal (name, "timeline.filter"))
    way_timeline_page_open_filter (self, TRUE);
  else if (g_str_equal (name, "timeline.find"))
    way_timeline_page_open_filter (self, FALSE);
  else if (g_str_equal (name, "timeline.clear-filter"))
    way_timeline_page_clear_filter (self);
  else
    way_timeline_page_find (self, g_str_equal (name, "timeline.find-next") ? 1 : -1, FALSE);
}

static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_proposal_open (widget, way_page_get_document (WAY_PAGE (widget)), NULL);
}

static void
save_baseline_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_baseline_dialog_present (widget, document_of (WAY_TIMELINE_PAGE (widget)));
}

/* What the page shows, as on paper: for a mail, a slide or a document. */
static void
copy_picture_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (WayPrintChart) chart = way_page_get_chart (WAY_PAGE (widget));
  g_autoptr (GError) error = NULL;
  WayGanttSheetsOptions options;
  WayGanttSheets *sheets;
  cairo_surface_t *surface;

  way_gantt_sheets_options_init (&options);
  options.chart = chart->options;
  options.minutes_per_pixel = chart->minutes_per_pixel;
  options.n_columns = 0; /* what a slide has room for: the names of the rows */
  sheets = way_gantt_sheets_new (document_of (WAY_TIMELINE_PAGE (widget)), chart->shown, &options);
  surface = way_gantt_sheets_paint_picture (sheets, 2, &error);
  way_gantt_sheets_free (sheets);
  if (surface == NULL)
    {
      way_window_toast (widget, error->message, NULL, NULL);
      return;
    }
  way_picture_copy (widget, surface);
  way_window_toast (widget, _ ("The chart is on the clipboard as a picture."), NULL, NULL);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  gboolean in_tree = way_task_tree_has_focus_inside (self->tree);

  way_timeline_page_show_menu (self, in_tree ? GTK_WIDGET (self->tree) : GTK_WIDGET (self->chart),
                               120, 80);
}

static void
show_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (WAY_TIMELINE_PAGE (widget)->show_button);
}

static void
next_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);

  if (way_task_tree_has_focus_inside (self->tree))
    gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  else if (gtk_widget_has_focus (GTK_WIDGET (self->chart))
           && gtk_widget_get_mapped (GTK_WIDGET (self->panel)))
    way_timeline_panel_enter (self->panel);
  else
    gtk_widget_grab_focus (widget);
}

/* A view to read leaves the keyboard with the rows, and takes it when it is asked for again; where
 * people are assigned one goes at once. */
static void
show_panel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePanel *panel = WAY_TIMELINE_PAGE (widget)->panel;
  const char *view = g_variant_get_string (parameter, NULL);
  gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (panel))
                   && g_strcmp0 (way_timeline_panel_get_view (panel), view) == 0;

  g_object_set (widget, "panel", TRUE, NULL);
  way_timeline_panel_show_view (panel, view);
  if (shown || g_str_equal (view, "people"))
    way_timeline_panel_enter (panel);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "timeline.rename", rename_cb },
  { "timeline.open", open_cb },
  { "timeline.earlier", earlier_cb },
  { "timeline.later", later_cb },
  { "timeline.start-earlier", start_earlier_cb },
  { "timeline.start-later", start_later_cb },
  { "timeline.shorter", shorter_cb },
  { "timeline.longer", longer_cb },
  { "timeline.more-done", progress_cb },
  { "timeline.less-done", progress_cb },
  { "timeline.make-milestone", make_milestone_cb },
  { "timeline.open-milestone", open_milestone_cb },
  { "timeline.unpin", unpin_cb },
  { "timeline.pin-to-lag", unpin_cb },
  { "timeline.zoom-in", zoom_cb },
  { "timeline.zoom-out", zoom_cb },
  { "timeline.fit", fit_cb },
  { "timeline.fit-selection", fit_selection_cb },
  { "timeline.cycle-links", cycle_links_cb },
  { "timeline.today", today_cb },
  { "timeline.show-bar", show_bar_cb },
  { "timeline.columns", columns_cb },
  { "timeline.sort-up", sort_cb },
  { "timeline.sort-down", sort_cb },
  { "timeline.unsort", sort_cb },
  { "timeline.filter", filter_cb },
  { "timeline.find", filter_cb },
  { "timeline.find-next", filter_cb },
  { "timeline.find-previous", filter_cb },
  { "timeline.clear-filter", filter_cb },
  { "timeline.split", split_cb },
  { "timeline.join", join_cb },
  { "timeline.reschedule", reschedule_cb },
  { "timeline.save-baseline", save_baseline_cb },
  { "timeline.propose", propose_cb },
  { "timeline.copy-picture", copy_picture_cb },
  { "timeline.menu", menu_cb },
  { "timeline.show-menu", show_menu_cb },
  { "timeline.next-pane", next_pane_cb },
};

void
way_timeline_page_install_actions (GtkWidgetClass *widget_class)
{
  guint n_options;
  const WayTimelineOption *options = way_timeline_options_get_all (&n_options);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "timeline.show-panel", "s", show_panel_cb);
  way_timeline_page_install_outline (widget_class);
  way_timeline_page_install_links (widget_class);
  gtk_widget_class_install_property_action (widget_class, "timeline.panel", "panel");
  gtk_widget_class_install_property_action (widget_class, "timeline.grouping", "grouping");
  gtk_widget_class_install_property_action (widget_class, "timeline.milestones-only",
                                            "milestones-only");
  gtk_widget_class_install_property_action (widget_class, "timeline.chain", "chain");
  gtk_widget_class_install_action (widget_class, "timeline.assign", "x",
                                   way_timeline_page_assign_cb);
  gtk_widget_class_install_action (widget_class, "timeline.add-person", "s",
                                   way_timeline_page_add_person_cb);
  gtk_widget_class_install_action (widget_class, "timeline.unpin-rows", "ax",
                                   way_timeline_page_pins_cb);
  gtk_widget_class_install_action (widget_class, "timeline.pin-to-lag-rows", "ax",
                                   way_timeline_page_pins_cb);
  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *name = g_strconcat ("timeline.", options[i].name, NULL);

      gtk_widget_class_install_property_action (widget_class, name, options[i].name);
    }
}

static gboolean
any_pinned (GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    if (((WayTask *)g_ptr_array_index (tasks, i))->constraint_type != WAY_CONSTRAINT_ASAP)
      return TRUE;
  return FALSE;
}

/* What cannot be done now is grey in the menu; asked after each commit and selection. */
void
way_timeline_page_update_actions (WayTimelinePage *self)
{
  static const char *const on_rows[]
      = { "timeline.rename", "timeline.earlier", "timeline.later", "timeline.shorter",
          "timeline.longer", "timeline.start-earlier", "timeline.start-later",
          "timeline.more-done", "timeline.less-done", "timeline.link" };
  WayDocument *document = document_of (self);
  gboolean writable = !way_document_is_read_only (document);
  gboolean arranged = way_task_rows_is_arranged (self->rows); /* tells why, where asked to move */
  g_autoptr (GtkBitset) rows
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean some = !gtk_bitset_is_empty (rows);
  gboolean few = gtk_bitset_get_size (rows) <= 1000;
  gboolean pinned;
  g_autoptr (GPtrArray) tasks = NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  WayRecord *milestone;
  WayTask *first;

  for (guint i = 0; i < G_N_ELEMENTS (on_rows); i++)
    gtk_widget_action_set_enabled (widget, on_rows[i], writable && some);
  gtk_widget_action_set_enabled (widget, "timeline.row-up", writable && some);
  gtk_widget_action_set_enabled (widget, "timeline.row-down", writable && some);
  gtk_widget_action_set_enabled (widget, "timeline.unsort",
                                 way_task_rows_get_sort (self->rows, NULL) != WAY_TASK_COLUMN_NONE);
  gtk_widget_action_set_enabled (widget, "timeline.add", writable);
  gtk_widget_action_set_enabled (widget, "timeline.insert", writable);
  gtk_widget_action_set_enabled (widget, "timeline.delete", writable); /* a chosen link, too */
  gtk_widget_action_set_enabled (widget, "timeline.unlink", writable);
  gtk_widget_action_set_enabled (widget, "timeline.save-baseline", writable);
  gtk_widget_action_set_enabled (widget, "timeline.propose",
                                 writable && !way_document_is_sandbox (document));
  gtk_widget_action_set_enabled (widget, "timeline.reschedule", writable);
  gtk_widget_action_set_enabled (widget, "timeline.open", some);
  gtk_widget_action_set_enabled (widget, "timeline.show-bar", some);
  gtk_widget_action_set_enabled (widget, "timeline.fit-selection", some);
  first = some ? way_task_rows_get (self->rows, gtk_bitset_get_minimum (rows)) : NULL;
  if (first != NULL && way_task_rows_is_header (first))
    first = NULL;
  milestone = first != NULL ? milestone_of (first) : NULL;
  gtk_widget_action_set_enabled (widget, "timeline.make-milestone",
                                 writable && first != NULL && milestone == NULL);
  gtk_widget_action_set_enabled (widget, "timeline.open-milestone", milestone != NULL);
  gtk_widget_action_set_enabled (widget, "timeline.indent",
                                 writable && first != NULL
                                     && (arranged || way_outline_can_indent (document, first)));
  gtk_widget_action_set_enabled (widget, "timeline.outdent",
                                 writable && first != NULL
                                     && (arranged || way_outline_can_outdent (document, first)));
  gtk_widget_action_set_enabled (widget, "timeline.split", writable && first != NULL
                                                               && first->summary == 0
                                                               && first->duration > 0);
  gtk_widget_action_set_enabled (widget, "timeline.join",
                                 writable && first != NULL && way_task_can_join (first));
  tasks = few ? way_timeline_page_get_selected (self) : NULL;
  pinned = writable && some && (!few || any_pinned (tasks));
  gtk_widget_action_set_enabled (widget, "timeline.unpin", pinned);
  gtk_widget_action_set_enabled (widget, "timeline.pin-to-lag", pinned);
}

static void
menu_closed_cb (GtkPopover *menu, WayTimelinePage *self)
{
  if (way_task_tree_get_focus_task (self->tree) == NULL
      && !way_task_tree_is_editing (self->tree)
      && gtk_widget_get_parent (GTK_WIDGET (menu)) == GTK_WIDGET (self))
    gtk_widget_grab_focus (self->menu_on_chart ? GTK_WIDGET (self->chart) : GTK_WIDGET (self));
}

/**
 * way_timeline_page_show_menu:
 * @where: widget that @x and @y belong to
 */
void
way_timeline_page_show_menu (WayTimelinePage *self, GtkWidget *where, double x, double y)
{
  static const char *const names[] = {
    "timeline.insert",
    "timeline.add",
    "timeline.open",
    "timeline.show-panel::why",
    "timeline.rename",
    "timeline.make-milestone",
    "timeline.open-milestone",
    "timeline.delete",
    "-",
    "timeline.indent",
    "timeline.outdent",
    "timeline.row-up",
    "timeline.row-down",
    "-",
    "timeline.link",
    "timeline.unlink",
    "timeline.unpin",
    "timeline.pin-to-lag",
    "timeline.show-panel::people",
    "timeline.split",
    "timeline.join",
    "timeline.reschedule",
    "timeline.propose",
    "-",
    "timeline.show-bar",
    "timeline.fit-selection",
    "timeline.copy-picture",
    "timeline.levels(0)",
    "timeline.levels(1)",
    NULL,
  };
  graphene_point_t point;

  if (self->menu == NULL)
    {
      g_autoptr (GMenu) model = way_actions_new_menu (names);

      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (G_MENU_MODEL (model)));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      g_signal_connect (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  if (!gtk_widget_compute_point (where, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    return;
  self->menu_on_chart = where == GTK_WIDGET (self->chart);
  self->menu_moment = WAY_NEVER;
  if (self->menu_on_chart) /* the nearest midnight */
    self->menu_moment = way_moment_day (way_gantt_view_moment_at (self->chart, x) + WAY_DAY / 2);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int)point.x, (int)point.y, 1, 1 });
  gtk_popover_popup (self->menu);
}
