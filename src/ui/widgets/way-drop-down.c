/* way-drop-down.c: a drop-down of people's own names, however long they are.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK's own labels never end in an ellipsis: a long name would make the window wider. */

#include "ui/widgets/way-drop-down.h"

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (data));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const char *text
      = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (
      label, g_utf8_strlen (text, -1) > GPOINTER_TO_INT (data) ? text : NULL);
}

/**
 * way_drop_down_new:
 * @labels: (transfer full) (nullable): what there is to choose from
 * @max_chars: how much of each is seen
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_drop_down_new (GtkStringList *labels, int max_chars)
{
  GtkWidget *drop_down
      = gtk_drop_down_new (labels != NULL ? G_LIST_MODEL (labels) : NULL, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (max_chars));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (max_chars));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  return drop_down;
}
