/* way-timeline-page.c: WayTimelinePage, the task tree beside the Gantt chart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   WayDocument ─ WayTaskRows ─┬─ GtkMultiSelection ─ WayTaskTree   (owns the vertical adjustment)
 *                              └──────────────────── WayGanttView   (follows it)
 *
 * Rows, selection and vertical scroll are the same objects for both, so that they
 * cannot drift apart. The page turns signals into toasts and actions into edits. */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-sandbox.h"
#include "metrics/way-conflicts.h"
#include "ui/timeline/way-timeline-options.h"
#include "ui/way-actions.h"
#include "ui/way-settings.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-empty-state.h"
#include "ui/widgets/way-style.h"

#define TREE_WIDTH 480 /* until the page knows its own width */
#define CHART_WIDTH 220 /* the least that the chart gets */

enum
{
  PROP_0,
  PROP_PANEL,
  PROP_GROUPING,
  PROP_MILESTONES_ONLY,
  PROP_CHAIN,
  PROP_FIRST_OPTION, /* as many as way_timeline_options_get_all() has */
};

G_DEFINE_FINAL_TYPE (WayTimelinePage, way_timeline_page, WAY_TYPE_PAGE)

/* What a property stands for. */
static const WayTimelineOption *
option_of (guint id)
{
  guint n_options;
  const WayTimelineOption *options = way_timeline_options_get_all (&n_options);

  return id >= PROP_FIRST_OPTION && id < PROP_FIRST_OPTION + n_options
             ? &options[id - PROP_FIRST_OPTION]
             : NULL;
}

/* The tree gives way where the chart would get too narrow, and comes back afterwards. */
static void
show_panel (WayTimelinePage *self, gboolean show)
{
  if (show == gtk_widget_get_visible (GTK_WIDGET (self->panel)))
    return;
  if (show)
    self->tree_width = gtk_paned_get_position (self->paned);
  else
    gtk_paned_set_position (self->paned, self->tree_width);
  if (!show && way_timeline_panel_has_focus (self->panel))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->panel), show);
}

static void
way_timeline_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (object);
  const WayTimelineOption *option = option_of (id);
  int present;

  if (self->chart == NULL)
    {
      g_param_value_set_default (pspec, value);
      return;
    }
  if (id == PROP_PANEL)
    {
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->panel)));
      return;
    }
  if (id == PROP_GROUPING)
    {
      g_value_set_int (value, way_task_rows_get_grouping (self->rows));
      return;
    }
  if (id == PROP_MILESTONES_ONLY)
    {
      g_value_set_boolean (value, way_timeline_page_get_milestones_only (self));
      return;
    }
  if (id == PROP_CHAIN)
    {
      g_value_set_boolean (value, self->chain != NULL);
      return;
    }
  if (option == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  present = *way_timeline_option_value (option, way_gantt_view_get_options (self->chart));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, present);
  else
    g_value_set_int (value, present);
}

/* The columns of variances are measured against the baseline that the chart shows. */
static void
options_changed (WayTimelinePage *self)
{
  int slot = way_gantt_view_get_options (self->chart)->baseline_slot;

  way_gantt_view_options_changed (self->chart);
  if (way_task_rows_get_baseline (self->rows) != slot)
    {
      way_task_rows_set_baseline (self->rows, slot);
      way_task_tree_update_cells (self->tree);
    }
  way_timeline_page_queue_keep (self);
}

/* What colours mean is never told by colour alone: choosing them brings the legend, which then may
 * be hidden. */
static void
set_option (WayTimelinePage *self, const WayTimelineOption *option, int value)
{
  WayGanttOptions *shown = way_gantt_view_get_options (self->chart);
  WayGanttColor color = shown->color;

  *way_timeline_option_value (option, shown) = value;
  if (shown->color != color && shown->color != WAY_COLOR_PLAIN && !shown->legend)
    {
      shown->legend = TRUE;
      g_object_notify (G_OBJECT (self), "legend");
    }
}

static void
way_timeline_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (object);
  const WayTimelineOption *option = option_of (id);

  if (self->chart == NULL)
    return;
  if (id == PROP_PANEL)
    show_panel (self, g_value_get_boolean (value));
  else if (id == PROP_GROUPING)
    way_timeline_page_set_grouping (self, (WayTaskGrouping)g_value_get_int (value));
  else if (id == PROP_MILESTONES_ONLY)
    way_timeline_page_set_milestones_only (self, g_value_get_boolean (value));
  else if (id == PROP_CHAIN)
    way_timeline_page_show_chain (self, g_value_get_boolean (value));
  if (id < PROP_FIRST_OPTION)
    {
      g_object_notify_by_pspec (object, pspec);
      return;
    }
  if (option == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  set_option (self, option,
              G_VALUE_HOLDS_BOOLEAN (value) ? g_value_get_boolean (value) : g_value_get_int (value));
  g_object_notify_by_pspec (object, pspec);
  options_changed (self);
  way_timeline_toolbar_update (self);
}

/* The first letter of an empty plan begins its first task. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WayTimelinePage *self)
{
  gboolean empty = self->stack != NULL
                   && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;

  if (!empty || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isgraph (gdk_keyval_to_unicode (keyval))
      || way_document_is_read_only (way_page_get_document (WAY_PAGE (self))))
    return GDK_EVENT_PROPAGATE;
  way_timeline_page_insert_task (self, FALSE);
  way_task_tree_press (self->tree, keyval);
  return GDK_EVENT_STOP;
}

static void
style_changed_cb (WayStyle *style, WayTimelinePage *self)
{
  WayPaletteKind palette = way_style_get_palette (style);

  if (self->chart == NULL)
    return;
  way_gantt_view_set_palette (self->chart, palette);
  way_legend_bar_set_palette (self->legend, palette);
  way_overview_strip_set_palette (self->overview, palette);
}

static GtkWidget *
wrap_chart (WayTimelinePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (scrolled),
                                       way_task_tree_get_vadjustment (self->tree));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->chart));
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_size_request (scrolled, CHART_WIDTH, -1);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                           "value-changed", G_CALLBACK (way_timeline_page_queue_keep), self,
                           G_CONNECT_SWAPPED);
  return scrolled;
}

/* The first of the selected rows is what the panel tells about. */
static void
update_panel (WayTimelinePage *self)
{
  way_timeline_panel_set_task (self->panel, way_timeline_page_get_first_selected (self));
  way_timeline_page_update_chain (self);
}

static void
selection_changed_cb (WayTimelinePage *self)
{
  way_timeline_page_update_actions (self);
  way_timeline_page_update_linking (self);
  update_panel (self);
}

static void
connect_own (WayTimelinePage *self)
{
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (way_timeline_page_queue_keep),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position",
                           G_CALLBACK (way_timeline_page_queue_keep), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (way_style_get_default (), "changed", G_CALLBACK (style_changed_cb), self,
                           0);
}

/* A baseline that has just been taken is shown; one that is gone, since that was undone, is not. */
static void
follow_baselines (WayTimelinePage *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  int shown = way_gantt_view_get_options (self->chart)->baseline_slot;
  WayBaseline *latest = way_baseline_get_latest (document);
  WayMoment taken = latest != NULL ? latest->taken : WAY_NEVER;

  if ((shown >= 0 && way_baseline_get (document, shown) == NULL)
      || (latest != NULL && taken != self->baseline_taken
          && (self->baseline_taken == WAY_NEVER || taken > self->baseline_taken)))
    g_object_set (self, "baseline", latest != NULL ? (int)latest->slot : -1, NULL);
  self->baseline_taken = taken;
}

/* GtkPaned takes presses where its handle was last, also while the handle is not there: beside a
 * hidden panel, a strip of the chart would not answer. */
static void
panel_shown_cb (WayTimelinePanel *panel)
{
  GtkWidget *paned = gtk_widget_get_parent (GTK_WIDGET (panel));
  gboolean shown = gtk_widget_get_visible (GTK_WIDGET (panel));
  g_autoptr (GListModel) controllers = NULL;

  if (paned == NULL)
    return;
  controllers = gtk_widget_observe_controllers (paned);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    shown ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

static GtkWidget *
wrap_panel (WayTimelinePage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->panel
      = WAY_TIMELINE_PANEL (way_timeline_panel_new (way_page_get_document (WAY_PAGE (self))));
  gtk_widget_add_css_class (paned, "timeline");
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->paned));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->panel));
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  g_signal_connect (self->panel, "notify::visible", G_CALLBACK (panel_shown_cb), NULL);
  panel_shown_cb (self->panel);
  return paned;
}

/* The tasks; or why there is none. */
static void
add_stack (WayTimelinePage *self)
{
  GtkWidget *empty
      = way_empty_state_new ("waymark-timeline-symbolic", _ ("No tasks yet"),
                             _ ("Tasks, phases and milestones of the plan stand here, beside their "
                                "bars in time. Add the first one and type its name."),
                             _ ("Add the first task"), "timeline.add");
  GtkWidget *nothing_found
      = way_empty_state_new ("waymark-search-symbolic", _ ("No task matches"),
                             _ ("Every task of the plan is hidden by what you are looking for."),
                             _ ("Show all tasks"), "timeline.clear-filter");

  self->stack = GTK_STACK (way_compat_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, wrap_panel (self), "tasks");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, nothing_found, "nothing-found");
}

static void
way_timeline_page_document_set (WayPage *page)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (page);
  WayBaseline *latest = way_baseline_get_latest (way_page_get_document (page));

  self->rows = way_task_rows_new (way_page_get_document (page));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->tree
      = WAY_TASK_TREE (way_task_tree_new (self->rows, GTK_SELECTION_MODEL (self->selection)));
  self->chart
      = WAY_GANTT_VIEW (way_gantt_view_new (self->rows, GTK_SELECTION_MODEL (self->selection)));
  way_gantt_view_set_position (self->chart, way_task_tree_get_position (self->tree));
  way_gantt_view_get_options (self->chart)->baseline_slot
      = latest != NULL ? (int)latest->slot : -1;
  self->baseline_taken = latest != NULL ? latest->taken : WAY_NEVER;

  if (way_sandbox_get_original (way_page_get_document (page)) != NULL)
    way_gantt_view_get_options (self->chart)->before
        = way_document_get_plan (way_sandbox_get_original (way_page_get_document (page)));

  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_add_css_class (GTK_WIDGET (self->paned), "timeline");
  gtk_paned_set_start_child (self->paned, GTK_WIDGET (self->tree));
  gtk_paned_set_end_child (self->paned, wrap_chart (self));
  gtk_paned_set_position (self->paned, TREE_WIDTH);
  gtk_paned_set_resize_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);

  self->legend
      = WAY_LEGEND_BAR (way_legend_bar_new (self->chart, way_page_get_document (page)));
  self->overview
      = WAY_OVERVIEW_STRIP (way_overview_strip_new (self->chart, way_page_get_document (page)));
  style_changed_cb (way_style_get_default (), self);

  add_stack (self);
  gtk_box_append (GTK_BOX (self), way_timeline_toolbar_new (self));
  way_timeline_page_add_arranging (self);
  way_timeline_page_add_linking (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->legend));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->overview));
  way_timeline_page_connect_parts (self);
  connect_own (self);
  way_timeline_page_add_people_drop (self);
  gtk_widget_set_visible (GTK_WIDGET (self->panel), FALSE);
  way_timeline_page_restore (self);
  options_changed (self);
  /* Where settings cannot be written, the panel is not remembered; the page works all the same. */
  g_settings_bind (way_settings_get (), "timeline-panel", self, "panel",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
}

static void
way_timeline_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (page);
  g_autoptr (GPtrArray) selected = way_timeline_page_get_selected (self);

  follow_baselines (self);
  way_task_rows_refresh (self->rows);
  way_timeline_page_select_tasks (self, selected);
  way_task_tree_update_cells (self->tree);
  way_gantt_view_refresh (self->chart);
  way_timeline_page_update_found (self);
  way_legend_bar_refresh (self->legend);
  way_overview_strip_refresh (self->overview);
  way_timeline_toolbar_update (self);
  way_timeline_page_update_actions (self);
  way_timeline_page_update_linking (self);
  update_panel (self);
  way_timeline_panel_refresh (self->panel);
  way_timeline_toolbar_set_conflicts (self, way_conflicts_count (way_page_get_document (page)));
}

static gboolean
way_timeline_page_get_primary_action (WayPage *page, const char **label, const char **action)
{
  *label = _ ("New task");
  *action = "timeline.add";
  return !way_document_is_read_only (way_page_get_document (page));
}

static const char *
way_timeline_page_get_report (WayPage *page)
{
  return "gantt";
}

static WayPrintChart *
way_timeline_page_get_chart (WayPage *page)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (page);
  WayPrintChart *chart = way_print_chart_new ();
  guint n_rows;
  WayTask *const *rows = way_task_rows_peek (self->rows, &n_rows);

  chart->options = *way_gantt_view_get_options (self->chart);
  chart->minutes_per_pixel = way_gantt_view_get_minutes_per_pixel (self->chart);
  chart->n_columns = way_task_tree_get_columns (self->tree, chart->columns,
                                                G_N_ELEMENTS (chart->columns));
  chart->shown = g_ptr_array_new_full (n_rows, g_object_unref);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (chart->shown, g_object_ref (rows[i]));
  chart->selected = way_timeline_page_get_selected (self);
  return chart;
}

static gboolean
way_timeline_page_start_search (WayPage *page)
{
  way_timeline_page_open_filter (WAY_TIMELINE_PAGE (page), TRUE);
  return TRUE;
}

static gboolean
way_timeline_page_show_record (WayPage *page, WayRecord *record)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (page);
  guint row;

  if (!WAY_IS_TASK (record))
    return FALSE;
  way_task_rows_refresh (self->rows); /* they may be behind while the page is not shown */
  way_task_rows_reveal (self->rows, WAY_TASK (record));
  way_timeline_page_uncover (self, WAY_TASK (record));
  row = way_task_rows_find (self->rows, WAY_TASK (record));
  if (row == WAY_TASK_ROWS_NONE)
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, TRUE);
  way_task_tree_focus_row (self->tree, row);
  way_gantt_view_show_task (self->chart, WAY_TASK (record));
  return TRUE;
}

/* The rows, not what stands around them: the selected one, else the first. */
static gboolean
way_timeline_page_grab_focus (GtkWidget *widget)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GtkBitset) rows = NULL;

  if (self->tree == NULL)
    return FALSE;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "tasks") != 0)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  way_task_tree_focus_row (self->tree,
                           gtk_bitset_is_empty (rows) ? 0 : gtk_bitset_get_minimum (rows));
  return TRUE;
}

/* Letters that nobody else wanted, wherever in the window the focus is: in the sidebar that has
 * just been clicked, say. */
static void
way_timeline_page_map (GtkWidget *widget)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);

  GTK_WIDGET_CLASS (way_timeline_page_parent_class)->map (widget);
  self->keys = gtk_event_controller_key_new ();
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

/* The last moment at which all parts are there. */
static void
way_timeline_page_unmap (GtkWidget *widget)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);

  way_timeline_page_keep (self);
  way_timeline_page_stop_linking (self);
  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;
  GTK_WIDGET_CLASS (way_timeline_page_parent_class)->unmap (widget);
}

static void
way_timeline_page_dispose (GObject *object)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (object);

  if (self->chart != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->chart, self);
      g_signal_handlers_disconnect_by_data (self->tree, self);
      g_signal_handlers_disconnect_by_data (self->filter_bar, self);
    }
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->restored = FALSE;
  g_clear_pointer ((GtkWidget **)&self->menu, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&self->column_chooser, gtk_widget_unparent);
  self->chart = NULL;
  self->tree = NULL;
  self->panel = NULL;
  g_clear_pointer (&self->chain, g_hash_table_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->link_from);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (way_timeline_page_parent_class)->dispose (object);
}

/* As the chart shows it at first. */
static void
install_options (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  WayGanttOptions initial;
  guint n_options;
  const WayTimelineOption *options = way_timeline_options_get_all (&n_options);

  g_object_class_install_property (
      klass, PROP_PANEL, g_param_spec_boolean ("panel", NULL, NULL, FALSE, flags));
  g_object_class_install_property (
      klass, PROP_GROUPING,
      g_param_spec_int ("grouping", NULL, NULL, 0, WAY_N_GROUPINGS - 1, 0, flags));
  g_object_class_install_property (
      klass, PROP_MILESTONES_ONLY,
      g_param_spec_boolean ("milestones-only", NULL, NULL, FALSE, flags));
  g_object_class_install_property (
      klass, PROP_CHAIN, g_param_spec_boolean ("chain", NULL, NULL, FALSE, flags));
  way_gantt_options_init (&initial);
  for (guint i = 0; i < n_options; i++)
    {
      const WayTimelineOption *option = &options[i];
      int value = *way_timeline_option_value (option, &initial);
      gboolean is_switch = option->least == 0 && option->most == 1;

      g_object_class_install_property (
          klass, PROP_FIRST_OPTION + i,
          is_switch ? g_param_spec_boolean (option->name, NULL, NULL, value, flags)
                    : g_param_spec_int (option->name, NULL, NULL, option->least, option->most,
                                        value, flags));
    }
}

static void
way_timeline_page_class_init (WayTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  object_class->dispose = way_timeline_page_dispose;
  object_class->get_property = way_timeline_page_get_property;
  object_class->set_property = way_timeline_page_set_property;
  widget_class->map = way_timeline_page_map;
  widget_class->unmap = way_timeline_page_unmap;
  widget_class->grab_focus = way_timeline_page_grab_focus;
  page_class->document_set = way_timeline_page_document_set;
  page_class->refresh = way_timeline_page_refresh;
  page_class->get_primary_action = way_timeline_page_get_primary_action;
  page_class->get_report = way_timeline_page_get_report;
  page_class->get_chart = way_timeline_page_get_chart;
  page_class->show_record = way_timeline_page_show_record;
  page_class->start_search = way_timeline_page_start_search;
  install_options (object_class);
  way_timeline_page_install_actions (widget_class);
}

static void
way_timeline_page_init (WayTimelinePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  way_actions_install_shortcuts (GTK_WIDGET (self), "timeline");
}
