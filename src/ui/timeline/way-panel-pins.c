/* way-panel-pins.c: WayPanelPins, all tasks that a constraint holds, and the ways out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-pins.h"

#include "document/way-task-edits.h"
#include "metrics/way-task-column.h"
#include "ui/way-window.h"

#define MAX_ROWS 200 /* a plan of another program may have a pin on every row */

struct _WayPanelPins
{
  WayPanelView parent_instance;

  GtkLabel *summary;
  GtkWidget *clear;
  GtkListBox *list;
  GtkLabel *others;
};

G_DEFINE_FINAL_TYPE (WayPanelPins, way_panel_pins, WAY_TYPE_PANEL_VIEW)

static GPtrArray *
find_pinned (WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  GPtrArray *pinned = g_ptr_array_new ();

  for (guint i = 0; i < outline->len; i++)
    if (way_task_is_pinned (g_ptr_array_index (outline, i)))
      g_ptr_array_add (pinned, g_ptr_array_index (outline, i));
  return pinned;
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
button_new (const char *label, const char *action, GVariant *ids)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), ids);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GVariant *
ids_of (WayTask **tasks, guint n_tasks)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < n_tasks; i++)
    g_variant_builder_add (&builder, "x", WAY_RECORD (tasks[i])->id);
  return g_variant_builder_end (&builder);
}

static GtkWidget *
row_new (WayDocument *document, WayTask *task)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *day = way_task_format_day (task->constraint_date);
  /* Translators: a constraint and its date, as in Start no earlier than 4 May */
  g_autofree char *holds = g_strdup_printf (
      _ ("%s %s"), way_enum_label (&way_enum_constraint, task->constraint_type), day);

  gtk_box_append (GTK_BOX (box), label_new (WAY_RECORD (task)->title, NULL));
  gtk_box_append (GTK_BOX (box), label_new (holds, "dim-label"));
  if (!way_document_is_read_only (document))
    {
      gtk_box_append (GTK_BOX (buttons),
                      button_new (ngettext ("Remove pin", "Remove pins", 1), "timeline.unpin-rows",
                                  ids_of (&task, 1)));
      if (way_task_can_pin_to_lag (document, task))
        gtk_box_append (GTK_BOX (buttons), button_new (_ ("Keep as lag"),
                                                       "timeline.pin-to-lag-rows",
                                                       ids_of (&task, 1)));
      gtk_box_append (GTK_BOX (box), buttons);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "way-task", g_object_ref (task), g_object_unref);
  return row;
}

static void
way_panel_pins_update (WayPanelView *view)
{
  WayPanelPins *self = WAY_PANEL_PINS (view);
  WayDocument *document = way_panel_view_get_document (view);
  g_autoptr (GPtrArray) pinned = find_pinned (document);
  guint n_others = pinned->len > MAX_ROWS ? pinned->len - MAX_ROWS : 0;
  g_autofree char *summary = NULL, *others = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < pinned->len && i < MAX_ROWS; i++)
    gtk_list_box_append (self->list, row_new (document, g_ptr_array_index (pinned, i)));
  summary = pinned->len == 0
                ? g_strdup (_ ("No task is pinned: links and calendars alone decide the dates."))
                : g_strdup_printf (ngettext ("%u task is held by a date",
                                             "%u tasks are held by a date", pinned->len),
                                   pinned->len);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (self->clear, pinned->len > 1 && !way_document_is_read_only (document));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->clear),
                                          ids_of ((WayTask **)pinned->pdata, pinned->len));
  others = g_strdup_printf (ngettext ("%u more", "%u more", n_others), n_others);
  gtk_label_set_label (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_others > 0);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayPanelPins *self)
{
  WayTask *task = g_object_get_data (G_OBJECT (row), "way-task");

  if (WAY_RECORD (task)->plan != NULL)
    way_window_show_record (GTK_WIDGET (self), WAY_RECORD (task));
}

static void
way_panel_pins_class_init (WayPanelPinsClass *klass)
{
  WayPanelViewClass *view_class = WAY_PANEL_VIEW_CLASS (klass);

  view_class->name = "pins";
  view_class->label = N_ ("Pins");
  view_class->update = way_panel_pins_update;
}

static void
way_panel_pins_init (WayPanelPins *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->summary = GTK_LABEL (label_new ("", NULL));
  self->clear = button_new (_ ("Remove all pins"), "timeline.unpin-rows", ids_of (NULL, 0));
  gtk_widget_set_halign (self->clear, GTK_ALIGN_START);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pinned tasks"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->others = GTK_LABEL (label_new ("", "dim-label"));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (body), self->clear);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->others));
  gtk_widget_add_css_class (body, "panel-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
}
