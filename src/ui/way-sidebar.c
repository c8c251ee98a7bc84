/* way-sidebar.c: WaySidebar, the pages of the window, with words or as icons only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-sidebar.h"

#include "ui/widgets/way-tab-stop.h"

#include <string.h>

#define WIDTH 196 /* at least: larger letters take more */
#define WIDTH_COLLAPSED 56

typedef struct
{
  const WayPageKind *page;
  GtkWidget *row, *text, *count;
} Entry;

struct _WaySidebar
{
  GtkBox parent_instance;

  GtkWidget *list;
  GPtrArray *entries;
  gboolean collapsed;
};

G_DEFINE_FINAL_TYPE (WaySidebar, way_sidebar, GTK_TYPE_BOX)

enum
{
  PAGE_CHOSEN,
  PAGE_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Entry *
find_entry (WaySidebar *self, const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->page->name, name) == 0)
        return entry;
    }
  return NULL;
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, WaySidebar *self)
{
  if (row != NULL)
    {
      Entry *entry = g_ptr_array_index (self->entries, gtk_list_box_row_get_index (row));

      g_signal_emit (self, signals[PAGE_CHOSEN], 0, entry->page->name);
    }
}

static void
row_activated_cb (WaySidebar *self)
{
  g_signal_emit (self, signals[PAGE_ENTERED], 0);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  WaySidebar *self = data;
  Entry *entry, *previous;

  if (before == NULL)
    return;
  entry = g_ptr_array_index (self->entries, gtk_list_box_row_get_index (row));
  previous = g_ptr_array_index (self->entries, gtk_list_box_row_get_index (before));
  gtk_list_box_row_set_header (row, entry->page->section != previous->page->section
                                        ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL)
                                        : NULL);
}

static void
way_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_SIDEBAR (object)->entries);
  G_OBJECT_CLASS (way_sidebar_parent_class)->finalize (object);
}

static void
way_sidebar_class_init (WaySidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_sidebar_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PAGE_ENTERED] = g_signal_new ("page-entered", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_sidebar_init (WaySidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_box_append (GTK_BOX (self), way_tab_stop_new (scroller));
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sidebar-pane");
}

static void
show_entry (WaySidebar *self, Entry *entry)
{
  gtk_widget_set_visible (entry->text, !self->collapsed);
  gtk_widget_set_visible (entry->count,
                          !self->collapsed
                              && gtk_label_get_text (GTK_LABEL (entry->count))[0] != '\0');
  gtk_widget_set_tooltip_text (entry->row, self->collapsed ? _ (entry->page->label) : NULL);
}

void
way_sidebar_add (WaySidebar *self, const WayPageKind *page)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (page->icon);

  entry->page = page;
  entry->text = gtk_label_new (_ (page->label));
  gtk_label_set_xalign (GTK_LABEL (entry->text), 0);
  gtk_widget_set_hexpand (entry->text, TRUE);
  gtk_widget_add_css_class (entry->text, "page-name");
  entry->count = gtk_label_new ("");
  gtk_widget_add_css_class (entry->count, "chip");
  gtk_widget_add_css_class (entry->count, "count");
  gtk_widget_set_valign (entry->count, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), entry->text);
  gtk_box_append (GTK_BOX (box), entry->count);

  entry->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry->row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (page->label), -1);
  g_ptr_array_add (self->entries, entry);
  show_entry (self, entry);
  gtk_list_box_append (GTK_LIST_BOX (self->list), entry->row);
}

/**
 * way_sidebar_select:
 * @name: of the page that is shown; ::page-chosen is emitted when it was not selected before
 */
void
way_sidebar_select (WaySidebar *self, const char *name)
{
  Entry *entry = find_entry (self, name);

  if (entry != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (entry->row));
}

/**
 * way_sidebar_get_nth:
 *
 * Returns: (nullable): the name of the page at @index
 */
const char *
way_sidebar_get_nth (WaySidebar *self, guint index)
{
  return index < self->entries->len ? ((Entry *)g_ptr_array_index (self->entries, index))->page->name
                                    : NULL;
}

/**
 * way_sidebar_get_selected_index:
 *
 * Returns: the index of the page that is shown, or -1 without one
 */
int
way_sidebar_get_selected_index (WaySidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

void
way_sidebar_set_collapsed (WaySidebar *self, gboolean collapsed)
{
  self->collapsed = collapsed;
  gtk_widget_set_size_request (GTK_WIDGET (self), collapsed ? WIDTH_COLLAPSED : WIDTH, -1);
  for (guint i = 0; i < self->entries->len; i++)
    show_entry (self, g_ptr_array_index (self->entries, i));
}

/**
 * way_sidebar_set_count:
 * @name: of the page
 * @count: 0 shows nothing
 * @bad: it calls for attention
 * @meaning: (nullable): what is counted, for the tooltip
 */
void
way_sidebar_set_count (
    WaySidebar *self, const char *name, guint count, gboolean bad, const char *meaning)
{
  Entry *entry = find_entry (self, name);
  g_autofree char *text = count != 0 ? g_strdup_printf ("%u", count) : g_strdup ("");

  if (entry == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (entry->count), text);
  gtk_widget_set_tooltip_text (entry->count, meaning);
  if (bad)
    gtk_widget_add_css_class (entry->count, "bad");
  else
    gtk_widget_remove_css_class (entry->count, "bad");
  show_entry (self, entry);
}
