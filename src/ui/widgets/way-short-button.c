/* way-short-button.c: a menu button whose label gives way where there is little room.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-short-button.h"

#define LEAST_LETTERS 4
#define SHORT_LETTERS 6 /* never cut: the dots would take as much room */
#define MOST_LETTERS 18

/**
 * way_short_button_new:
 *
 * Returns: (transfer full) (type GtkMenuButton)
 */
GtkWidget *
way_short_button_new (const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (text), MOST_LETTERS);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  way_short_button_set_label (GTK_MENU_BUTTON (button), label, NULL);
  return button;
}

/* Before the label: says what it is of. */
void
way_short_button_set_icon (GtkMenuButton *button, const char *icon)
{
  gtk_box_prepend (GTK_BOX (gtk_menu_button_get_child (button)),
                   gtk_image_new_from_icon_name (icon));
}

/* @name: (nullable): in whole, for the tooltip and a screen reader; NULL = the label says it */
void
way_short_button_set_label (GtkMenuButton *button, const char *label, const char *name)
{
  GtkWidget *arrow = gtk_widget_get_last_child (gtk_menu_button_get_child (button));
  GtkWidget *text = gtk_widget_get_prev_sibling (arrow);
  int length = (int)g_utf8_strlen (label, -1);

  gtk_label_set_text (GTK_LABEL (text), label);
  gtk_label_set_ellipsize (GTK_LABEL (text), length > SHORT_LETTERS ? PANGO_ELLIPSIZE_END
                                                                    : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (text), MIN (length, LEAST_LETTERS));
  if (name == NULL && length > MOST_LETTERS / 2)
    name = label;
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : label, -1);
}
