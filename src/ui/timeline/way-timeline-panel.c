/* way-timeline-panel.c: WayTimelinePanel, the panel beside the chart: tabs of small views.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-panel.h"

#include "ui/timeline/way-panel-conflicts.h"
#include "ui/timeline/way-panel-imported.h"
#include "ui/timeline/way-panel-people.h"
#include "ui/timeline/way-panel-pins.h"
#include "ui/timeline/way-panel-why.h"
#include "ui/way-actions.h"
#include "ui/way-settings.h"
#include "ui/widgets/way-compat.h"

#define MIN_WIDTH 260

/* The views, in the order of their tabs. */
static GType (*const views[]) (void) = {
  way_panel_why_get_type,
  way_panel_conflicts_get_type,
  way_panel_imported_get_type,
  way_panel_pins_get_type,
  way_panel_people_get_type,
};

struct _WayTimelinePanel
{
  GtkBox parent_instance;

  WayDocument *document;
  WayTask *task;   /* (nullable): the selected row */
  GtkStack *stack; /* filled when it is first shown */
  guint n_ticks;   /* frames since it was shown */
};

G_DEFINE_FINAL_TYPE (WayTimelinePanel, way_timeline_panel, GTK_TYPE_BOX)

static void
for_each_view (WayTimelinePanel *self, void (*function) (WayPanelView *, gpointer), gpointer data)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  for (; view != NULL; view = gtk_widget_get_next_sibling (view))
    function (WAY_PANEL_VIEW (view), data);
}

static void
set_task (WayPanelView *view, gpointer task)
{
  way_panel_view_set_task (view, task);
}

static void
view_chosen_cb (GtkStack *stack, GParamSpec *pspec, gpointer data)
{
  const char *name = gtk_stack_get_visible_child_name (stack);

  if (name != NULL)
    g_settings_set_string (way_settings_get (), "timeline-panel-view", name);
}

/* The first sight of a plan does not wait for the views of a panel that it may not show. */
static void
add_views (WayTimelinePanel *self)
{
  g_autofree char *view = g_settings_get_string (way_settings_get (), "timeline-panel-view");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      WayPanelView *child = g_object_new (views[i](), NULL);

      way_panel_view_set_document (child, self->document);
      way_panel_view_set_task (child, self->task);
      gtk_stack_add_titled (self->stack, GTK_WIDGET (child), way_panel_view_get_name (child),
                            way_panel_view_get_label (child));
    }
  way_timeline_panel_show_view (self, view);
  g_signal_connect (self->stack, "notify::visible-child-name", G_CALLBACK (view_chosen_cb), NULL);
}

void
way_timeline_panel_set_task (WayTimelinePanel *self, WayTask *task)
{
  g_set_object (&self->task, task);
  for_each_view (self, set_task, task);
}

static void
invalidate (WayPanelView *view, gpointer data)
{
  way_panel_view_invalidate (view);
}

void
way_timeline_panel_refresh (WayTimelinePanel *self)
{
  for_each_view (self, invalidate, NULL);
}

void
way_timeline_panel_show_view (WayTimelinePanel *self, const char *view)
{
  if (gtk_stack_get_child_by_name (self->stack, view) != NULL)
    gtk_stack_set_visible_child_name (self->stack, view);
}

const char *
way_timeline_panel_get_view (WayTimelinePanel *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

void
way_timeline_panel_enter (WayTimelinePanel *self)
{
  if (!gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
way_timeline_panel_has_focus (WayTimelinePanel *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Once it has the width that was asked for, the user may make it narrower again. */
static gboolean
release_width_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTimelinePanel *self = WAY_TIMELINE_PANEL (widget);
  GtkWidget *paned = gtk_widget_get_parent (widget);

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE; /* ticks come before the layout of their frame */
  gtk_widget_set_size_request (widget, MIN_WIDTH, -1);
  gtk_paned_set_position (GTK_PANED (paned), gtk_paned_get_position (GTK_PANED (paned)));
  return G_SOURCE_REMOVE;
}

static void
way_timeline_panel_show (GtkWidget *widget)
{
  WayTimelinePanel *self = WAY_TIMELINE_PANEL (widget);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->stack)) == NULL)
    add_views (self);
  GTK_WIDGET_CLASS (way_timeline_panel_parent_class)->show (widget);
}

static void
way_timeline_panel_map (GtkWidget *widget)
{
  WayTimelinePanel *self = WAY_TIMELINE_PANEL (widget);
  int width = g_settings_get_int (way_settings_get (), "timeline-panel-width");

  self->n_ticks = 0;
  gtk_widget_set_size_request (widget, MAX (width, MIN_WIDTH), -1);
  gtk_paned_set_position (GTK_PANED (gtk_widget_get_parent (widget)), -1);
  gtk_widget_add_tick_callback (widget, release_width_cb, NULL, NULL);
  GTK_WIDGET_CLASS (way_timeline_panel_parent_class)->map (widget);
}

static void
way_timeline_panel_unmap (GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget);

  if (width >= MIN_WIDTH)
    g_settings_set_int (way_settings_get (), "timeline-panel-width", width);
  GTK_WIDGET_CLASS (way_timeline_panel_parent_class)->unmap (widget);
}

static void
way_timeline_panel_dispose (GObject *object)
{
  WayTimelinePanel *self = WAY_TIMELINE_PANEL (object);

  g_clear_object (&self->task);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_timeline_panel_parent_class)->dispose (object);
}

static void
way_timeline_panel_class_init (WayTimelinePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_timeline_panel_dispose;
  GTK_WIDGET_CLASS (klass)->show = way_timeline_panel_show;
  GTK_WIDGET_CLASS (klass)->map = way_timeline_panel_map;
  GTK_WIDGET_CLASS (klass)->unmap = way_timeline_panel_unmap;
}

static GtkWidget *
head_new (WayTimelinePanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tabs = gtk_stack_switcher_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (tabs), self->stack);
  gtk_widget_set_hexpand (tabs, TRUE);
  gtk_widget_set_halign (tabs, GTK_ALIGN_START);
  gtk_widget_add_css_class (close, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "timeline.panel");
  gtk_widget_set_tooltip_text (close, _ ("Hide the panel"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hide the panel"), -1);
  gtk_box_append (GTK_BOX (head), tabs);
  gtk_box_append (GTK_BOX (head), close);
  gtk_widget_add_css_class (head, "panel-head");
  return head;
}

static void
way_timeline_panel_init (WayTimelinePanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "timeline-panel");
  self->stack = GTK_STACK (way_compat_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), head_new (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

GtkWidget *
way_timeline_panel_new (WayDocument *document)
{
  WayTimelinePanel *self = g_object_new (WAY_TYPE_TIMELINE_PANEL, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}
