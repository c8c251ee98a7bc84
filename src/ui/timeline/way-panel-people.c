/* way-panel-people.c: WayPanelPeople, the people of the plan, to be dragged onto bars.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row carries its resource. Double click or Enter assigns it to the selected tasks, as the
 * drop does; Enter in the field takes the first name that fits, or adds a new one. */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-people.h"

#include "ui/way-page.h"

#include <string.h>

struct _WayPanelPeople
{
  WayPanelView parent_instance;

  GtkWidget *hint;
  GtkWidget *search;
  GtkListBox *list;
  GtkWidget *nobody; /* stands in the list when no name fits */
};

G_DEFINE_FINAL_TYPE (WayPanelPeople, way_panel_people, WAY_TYPE_PANEL_VIEW)

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  WayResource *resource = g_object_get_data (G_OBJECT (row), "way-resource");

  if (WAY_RECORD (resource)->plan == NULL)
    return NULL;
  return gdk_content_provider_new_typed (WAY_TYPE_RESOURCE, resource);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  WayResource *resource = g_object_get_data (G_OBJECT (row), "way-resource");
  GtkWidget *chip = gtk_label_new (WAY_RECORD (resource)->title);

  gtk_widget_add_css_class (chip, "person-chip");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), chip);
  gdk_drag_set_hotspot (drag, -12, -6);
}

static guint
count_tasks (WayPlan *plan, WayResource *resource)
{
  GPtrArray *assignments
      = way_plan_get_referrers (plan, WAY_RECORD (resource)->id,
                                way_record_type_field (&way_assignment_type, "resource"));

  return assignments != NULL ? assignments->len : 0;
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
row_new (WayPlan *plan, WayResource *resource, gboolean read_only)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n = count_tasks (plan, resource);
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
  gboolean has_role = resource->role != NULL && *resource->role != '\0';
  g_autofree char *about = has_role ? g_strdup_printf ("%s · %s", resource->role, tasks)
                                    : g_strdup (tasks);

  gtk_box_append (GTK_BOX (box), text_new (WAY_RECORD (resource)->title, NULL));
  gtk_box_append (GTK_BOX (box), text_new (about, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "way-resource", g_object_ref (resource), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  WAY_RECORD (resource)->title, -1);
  if (!read_only)
    {
      GtkDragSource *source = gtk_drag_source_new ();

      gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
      g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
      g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
      gtk_widget_set_cursor_from_name (row, "grab");
    }
  return row;
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  WayPanelPeople *self = data;
  WayResource *resource = g_object_get_data (G_OBJECT (row), "way-resource");
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autofree char *name = g_utf8_casefold (WAY_RECORD (resource)->title, -1);
  g_autofree char *role = g_utf8_casefold (resource->role != NULL ? resource->role : "", -1);

  return strstr (name, wanted) != NULL || strstr (role, wanted) != NULL;
}

/* Says what Enter would do when the list is empty. */
static void
show_nobody (WayPanelPeople *self)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *text
      = way_document_is_read_only (way_panel_view_get_document (WAY_PANEL_VIEW (self)))
            ? g_strdup (_ ("Nobody of that name."))
            : g_strdup_printf (_ ("Nobody of that name. Enter adds “%s” to the plan."), name);

  gtk_label_set_label (GTK_LABEL (self->nobody), name[0] != '\0' ? text : "");
}

static void
search_changed_cb (WayPanelPeople *self)
{
  gtk_list_box_invalidate_filter (self->list);
  show_nobody (self);
}

static void
way_panel_people_update (WayPanelView *view)
{
  WayPanelPeople *self = WAY_PANEL_PEOPLE (view);
  WayDocument *document = way_panel_view_get_document (view);
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *people = way_plan_peek_records (plan, &way_resource_type);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int focused = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  guint n_people = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < people->len; i++)
    {
      WayResource *resource = g_ptr_array_index (people, i);

      if (!resource->active)
        continue;
      gtk_list_box_append (self->list,
                           row_new (plan, resource, way_document_is_read_only (document)));
      n_people++;
    }
  gtk_label_set_label (GTK_LABEL (self->hint),
                       n_people > 0
                           ? _ ("Drag a name onto a bar or a row: it works on that task then.")
                           : _ ("Nobody is in the plan yet. Type a name and press Enter: it is added, "
                                "and works on the selected tasks."));
  gtk_widget_set_sensitive (self->search, n_people > 0 || !way_document_is_read_only (document));
  show_nobody (self);
  if (focused >= 0 && focused < (int)n_people) /* the keyboard stays where it was */
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focused)));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayPanelPeople *self)
{
  WayResource *resource = g_object_get_data (G_OBJECT (row), "way-resource");

  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.assign", "x", WAY_RECORD (resource)->id);
}

/* The first name that fits works on the selected tasks; a name that nobody has is added. */
static void
name_entered_cb (WayPanelPeople *self)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  GtkListBoxRow *found = NULL, *row;

  if (name[0] == '\0')
    return;
  for (int i = 0; found == NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (matches (row, self))
      found = row;
  if (found != NULL)
    row_activated_cb (self->list, found, self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.add-person", "s", name);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
back_to_page_cb (WayPanelPeople *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self), WAY_TYPE_PAGE));
}

static void
way_panel_people_class_init (WayPanelPeopleClass *klass)
{
  WayPanelViewClass *view_class = WAY_PANEL_VIEW_CLASS (klass);

  view_class->name = "people";
  view_class->label = N_ ("People");
  view_class->update = way_panel_people_update;
}

static void
way_panel_people_init (WayPanelPeople *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Name or role"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name or role"), -1);
  self->nobody = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->nobody), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nobody), TRUE);
  gtk_widget_add_css_class (self->nobody, "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_list_box_set_placeholder (self->list, self->nobody);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (name_entered_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (back_to_page_cb), self);
  gtk_box_append (GTK_BOX (body), self->hint);
  gtk_box_append (GTK_BOX (body), self->search);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (body, "panel-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
}
