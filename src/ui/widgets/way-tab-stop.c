/* way-tab-stop.c: WayTabStop, around a list that is one stop of the Tab key.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-tab-stop.h"

struct _WayTabStop
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (WayTabStop, way_tab_stop, GTK_TYPE_BOX)

/* The parent goes on to the next of its children when nothing is found in here. */
static gboolean
way_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (way_tab_stop_parent_class)->focus (widget, direction);
}

static void
way_tab_stop_class_init (WayTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = way_tab_stop_focus;
}

static void
way_tab_stop_init (WayTabStop *self)
{
}

/**
 * way_tab_stop_new:
 * @child: (transfer floating): with the list in it
 */
GtkWidget *
way_tab_stop_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (WAY_TYPE_TAB_STOP, NULL);

  gtk_box_append (GTK_BOX (self), child);
  return self;
}
