/* way-welcome.c: WayWelcome, what the window shows when no plan is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/pages/way-welcome.h"

#include "store/way-store.h"
#include "ui/way-plan-files.h"
#include "ui/way-settings.h"

#include <string.h>

#define MAX_RECENT 6

struct _WayWelcome
{
  GtkBox parent_instance;

  GtkWidget *recent_box;
  GtkWidget *recent_list;
  GPtrArray *recent; /* of GFile */
};

G_DEFINE_FINAL_TYPE (WayWelcome, way_welcome, GTK_TYPE_BOX)

static void
row_activated_cb (WayWelcome *self, GtkListBoxRow *row)
{
  way_plan_files_open (GTK_WIDGET (self),
                       g_ptr_array_index (self->recent, gtk_list_box_row_get_index (row)));
}

static GtkWidget *
new_row (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_parse_name (parent) : g_strdup ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name, *place;
  GtkWidget *row = gtk_list_box_row_new ();

  if (g_str_has_suffix (base, WAY_STORE_SUFFIX))
    base[strlen (base) - strlen (WAY_STORE_SUFFIX)] = '\0';
  name = gtk_label_new (base);
  place = gtk_label_new (folder);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (place, "secondary");
  gtk_widget_add_css_class (place, "small");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, base, -1);
  return row;
}

static void
way_welcome_map (GtkWidget *widget)
{
  WayWelcome *self = WAY_WELCOME (widget);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->recent_list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent_list), GTK_WIDGET (row));
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  self->recent = way_settings_get_recent (MAX_RECENT);
  for (guint i = 0; i < self->recent->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->recent_list),
                         new_row (g_ptr_array_index (self->recent, i)));
  gtk_widget_set_visible (self->recent_box, self->recent->len > 0);
  GTK_WIDGET_CLASS (way_welcome_parent_class)->map (widget);
}

static void
way_welcome_dispose (GObject *object)
{
  WayWelcome *self = WAY_WELCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_WELCOME);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  G_OBJECT_CLASS (way_welcome_parent_class)->dispose (object);
}

static void
way_welcome_class_init (WayWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_welcome_dispose;
  widget_class->map = way_welcome_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/ui/way-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, WayWelcome, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
way_welcome_init (WayWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
