/* way-list-heading.c: WayListHeading, the heading over a group of rows in a column view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK has headings in lists from 4.12 on. */

#include "model/way-i18n.h"

#include "ui/records/way-list-heading.h"

struct _WayListHeading
{
  GtkWidget parent_instance;

  WayListHead *head;
  GtkWidget *box;
  GtkWidget *arrow;
  GtkWidget *label;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (WayListHeading, way_list_heading, GTK_TYPE_WIDGET)

static void
show_head (WayListHeading *self)
{
  gboolean folded = way_list_head_get_folded (self->head);
  g_autofree char *count = g_strdup_printf ("%u", way_list_head_get_count (self->head));
  g_autofree char *said = g_strdup_printf (
      /* Translators: the heading of a group of rows, like: Active, 3 rows */
      g_dngettext (GETTEXT_PACKAGE, "%s, %u row", "%s, %u rows",
                   way_list_head_get_count (self->head)),
      way_list_head_get_label (self->head), way_list_head_get_count (self->head));

  gtk_label_set_text (GTK_LABEL (self->label), way_list_head_get_label (self->head));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

static void
fold (WayListHeading *self, gboolean folded)
{
  if (folded != way_list_head_get_folded (self->head))
    g_signal_emit_by_name (self, "fold", folded);
}

/* A second press is no double click on the row, which would fold it back. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WayListHeading *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  fold (self, !way_list_head_get_folded (self->head));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        WayListHeading *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left) || keyval == GDK_KEY_minus)
    fold (self, TRUE);
  else if (keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right) || keyval == GDK_KEY_plus)
    fold (self, FALSE);
  else if (keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    fold (self, !way_list_head_get_folded (self->head));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* It asks for no width: the columns are as wide as their values need. */
static void
way_list_heading_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  WayListHeading *self = WAY_LIST_HEADING (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
way_list_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayListHeading *self = WAY_LIST_HEADING (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int wide;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ rtl ? width - wide : 0, 0, wide, height },
                            baseline);
}

static void
way_list_heading_dispose (GObject *object)
{
  WayListHeading *self = WAY_LIST_HEADING (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->head);
  G_OBJECT_CLASS (way_list_heading_parent_class)->dispose (object);
}

static void
way_list_heading_class_init (WayListHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_list_heading_dispose;
  widget_class->measure = way_list_heading_measure;
  widget_class->size_allocate = way_list_heading_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  g_signal_new ("fold", WAY_TYPE_LIST_HEADING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_BOOLEAN);
}

static void
way_list_heading_init (WayListHeading *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->arrow = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "list-heading");
  gtk_widget_add_css_class (self->count, "secondary");
  gtk_box_append (GTK_BOX (self->box), self->arrow);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->count);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * way_list_heading_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_list_heading_new (WayListHead *head)
{
  WayListHeading *self = g_object_new (WAY_TYPE_LIST_HEADING, NULL);

  self->head = g_object_ref (head);
  g_signal_connect_object (head, "changed", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  show_head (self);
  return GTK_WIDGET (self);
}

WayListHead *
way_list_heading_get_head (WayListHeading *self)
{
  return self->head;
}
