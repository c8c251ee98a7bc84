/* way-accessible-names.c: the names that a screen reader hears, where GTK says too much or nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 names a button with a mnemonic twice, once with its underscore, a check button with the
 * underscore alone, and the button inside of a drop-down, which has the focus, not at all. */

#include "ui/widgets/way-accessible-names.h"

/* What stands on the button is its name; GtkButton has told its label as written on top. */
static void
mend_button_cb (GtkButton *button)
{
  if (gtk_button_get_use_underline (button) && gtk_button_get_label (button) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
mend_check_button_cb (GtkCheckButton *button)
{
  const char *label = gtk_check_button_get_label (button);
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  if (!gtk_check_button_get_use_underline (button) || label == NULL)
    return;
  parts = g_strsplit (label, "_", -1);
  plain = g_strjoinv (NULL, parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

/* What is chosen follows the name. */
static void
tell_chosen_cb (GtkDropDown *drop_down)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget *inside = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  if (GTK_IS_STRING_OBJECT (item))
    gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (GTK_STRING_OBJECT (item)), -1);
}

static void
mend_drop_down (GtkDropDown *drop_down)
{
  GtkWidget *inside = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  drop_down, NULL, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (tell_chosen_cb), NULL);
  tell_chosen_cb (drop_down);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (&values[0]);
  GQuark mended = g_quark_from_static_string ("way-accessible-name");

  if ((!GTK_IS_BUTTON (widget) && !GTK_IS_CHECK_BUTTON (widget) && !GTK_IS_DROP_DOWN (widget))
      || g_object_get_qdata (widget, mended) != NULL)
    return TRUE;
  g_object_set_qdata (widget, mended, widget);
  if (GTK_IS_DROP_DOWN (widget))
    mend_drop_down (GTK_DROP_DOWN (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (mend_check_button_cb), NULL);
      mend_check_button_cb (GTK_CHECK_BUTTON (widget));
    }
  else
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (mend_button_cb), NULL);
      mend_button_cb (GTK_BUTTON (widget));
    }
  return TRUE;
}

/**
 * way_accessible_names_mend:
 *
 * Mends the names of every button, check button and drop-down of the program from now on, when it
 * is first seen.
 */
void
way_accessible_names_mend (void)
{
  gpointer klass = g_type_class_ref (GTK_TYPE_WIDGET); /* which brings the signal about */

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_type_class_unref (klass);
}
