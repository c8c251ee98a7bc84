/* way-column-chooser.c: WayColumnChooser, the list of all columns that the tree can show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that the column table has, with a check mark at what is shown, and a
 * search, since there are some fifty. */

#include "model/way-i18n.h"

#include "ui/timeline/view/way-column-chooser.h"

#include <string.h>

#define HEIGHT 380

struct _WayColumnChooser
{
  GtkPopover parent_instance;

  WayTaskTree *tree; /* (unowned): the popover belongs to it */
  GtkWidget *search;
  GtkListBox *list;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (WayColumnChooser, way_column_chooser, GTK_TYPE_POPOVER)

static WayTaskColumnId
id_of (GtkWidget *check)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "way-column"));
}

static void
toggled_cb (GtkCheckButton *check, WayColumnChooser *self)
{
  if (!self->updating)
    way_task_tree_show_column (self->tree, id_of (GTK_WIDGET (check)),
                               gtk_check_button_get_active (check));
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  WayColumnChooser *self = data;
  const WayTaskColumn *column = way_task_column_get (id_of (gtk_list_box_row_get_child (row)));
  g_autofree char *title = g_utf8_casefold (_ (column->title), -1);
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  return strstr (title, wanted) != NULL;
}

/* The heading that the column stands under; NULL = among the first, which need none. */
static const char *
group_of (const WayTaskColumn *column)
{
  if (column->field == NULL)
    return NULL;
  return way_field_is_stored (column->field) ? column->field->group : N_ ("Computed");
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = group_of (way_task_column_get (id_of (gtk_list_box_row_get_child (row))));
  const char *last = NULL;
  GtkWidget *label;

  if (before != NULL)
    last = group_of (way_task_column_get (id_of (gtk_list_box_row_get_child (before))));
  if (group == NULL || g_strcmp0 (group, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ (group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-title");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayColumnChooser *self)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  if (gtk_widget_get_sensitive (GTK_WIDGET (check)))
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

/* Return in the search: the first that is found. */
static void
search_activate_cb (GtkSearchEntry *search, WayColumnChooser *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && !(GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row)))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    row_activated_cb (self->list, GTK_LIST_BOX_ROW (row), self);
}

static void
add_row (WayColumnChooser *self, WayTaskColumnId id)
{
  const WayTaskColumn *column = way_task_column_get (id);
  GtkWidget *check = gtk_check_button_new_with_label (_ (column->title));

  g_object_set_data (G_OBJECT (check), "way-column", GUINT_TO_POINTER (id));
  gtk_widget_set_sensitive (check, id != WAY_TASK_COLUMN_TITLE);
  gtk_widget_set_can_focus (check, FALSE); /* the row has the keyboard */
  if (column->field != NULL && column->field->hint != NULL)
    gtk_widget_set_tooltip_text (check, _ (column->field->hint));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_box_append (self->list, check);
}

static void
add_group (WayColumnChooser *self, const char *group)
{
  for (WayTaskColumnId id = 0; id < way_task_column_get_n (); id++)
    if (g_strcmp0 (group_of (way_task_column_get (id)), group) == 0)
      add_row (self, id);
}

static void
way_column_chooser_show (GtkWidget *widget)
{
  WayColumnChooser *self = WAY_COLUMN_CHOOSER (widget);
  GtkWidget *row;

  self->updating = TRUE;
  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row))
      {
        GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

        gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                     way_task_tree_shows_column (self->tree, id_of (check)));
      }
  self->updating = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  GTK_WIDGET_CLASS (way_column_chooser_parent_class)->show (widget);
  gtk_widget_grab_focus (self->search);
}

static void
way_column_chooser_class_init (WayColumnChooserClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = way_column_chooser_show;
}

static void
way_column_chooser_init (WayColumnChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find a column"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a column"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plain");
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_object (self->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->list,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * way_column_chooser_new:
 * @tree: whose columns are chosen
 *
 * Returns: (transfer full) (type WayColumnChooser)
 */
GtkWidget *
way_column_chooser_new (WayTaskTree *tree)
{
  WayColumnChooser *self = g_object_new (WAY_TYPE_COLUMN_CHOOSER, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  self->tree = tree;
  for (WayTaskColumnId id = 0; id < way_task_column_get_n (); id++)
    {
      const char *group = group_of (way_task_column_get (id));

      if (g_hash_table_add (groups, (gpointer)(group != NULL ? group : "")))
        add_group (self, group);
    }
  return GTK_WIDGET (self);
}
