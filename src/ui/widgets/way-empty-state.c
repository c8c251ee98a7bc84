/* way-empty-state.c: WayEmptyState, what an empty page says: what belongs there, and the first step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-empty-state.h"

struct _WayEmptyState
{
  GtkBox parent_instance;

  GtkWidget *button; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WayEmptyState, way_empty_state, GTK_TYPE_BOX)

static void
way_empty_state_class_init (WayEmptyStateClass *klass)
{
}

static void
way_empty_state_init (WayEmptyState *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "empty-state");
}

/**
 * way_empty_state_new:
 * @icon_name: (nullable): a symbolic icon
 * @heading: what is missing
 * @text: what belongs here
 * @button_label: (nullable): the first step, a verb
 * @action_name: (nullable): what the button does
 */
GtkWidget *
way_empty_state_new (const char *icon_name,
                     const char *heading,
                     const char *text,
                     const char *button_label,
                     const char *action_name)
{
  WayEmptyState *self = g_object_new (WAY_TYPE_EMPTY_STATE, NULL);
  GtkWidget *title = gtk_label_new (heading);
  GtkWidget *body = gtk_label_new (text);

  if (icon_name != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

      gtk_image_set_pixel_size (GTK_IMAGE (image), 64);
      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (self), image);
    }
  gtk_widget_add_css_class (title, "section-title");
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (body), 52);
  gtk_label_set_justify (GTK_LABEL (body), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (body, "secondary");
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), body);

  if (button_label != NULL)
    {
      self->button = gtk_button_new_with_mnemonic (button_label);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action_name);
      gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self), self->button);
    }
  return GTK_WIDGET (self);
}

/**
 * way_empty_state_set_button_label:
 * @label: what the button of the first step says from now on
 */
void
way_empty_state_set_button_label (WayEmptyState *self, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (self->button), label);
}
