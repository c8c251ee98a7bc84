/* way-help.c: help with gestures and keys, and what Waymark is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/dialogs/way-help.h"

#include "ui/way-actions.h"
#include "ui/way-gestures.h"
#include "ui/widgets/way-dialog.h"

#include <string.h>

static GtkWidget *
new_keys (const char *all)
{
  g_auto (GStrv) accels = g_strsplit (all, " ", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (gsize i = 0; accels[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      if (gtk_accelerator_parse (accels[i], &key, &modifiers))
        {
          g_autofree char *text = gtk_accelerator_get_label (key, modifiers);
          GtkWidget *cap = gtk_label_new (text);

          gtk_widget_add_css_class (cap, "keycap");
          gtk_box_append (GTK_BOX (box), cap);
        }
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* @words: what the search looks at; @heading: of the group that the row is in */
static void
append_row (GtkListBox *list, GtkWidget *child, const char *heading, char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (row, "help-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  g_object_set_data (G_OBJECT (row), "way-heading", (gpointer)heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "way-words", g_utf8_casefold (words, -1), g_free);
  g_free (words);
  gtk_list_box_append (list, row);
}

static void
append_gestures (GtkListBox *list)
{
  guint n_gestures;
  const WayGestureInfo *gestures = way_gestures_get_all (&n_gestures);

  for (guint i = 0; i < n_gestures; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      gtk_box_append (GTK_BOX (box), new_text (_ (gestures[i].gesture), "strong"));
      gtk_box_append (GTK_BOX (box), new_text (_ (gestures[i].effect), NULL));
      append_row (list, box, way_gestures_get_group_label (gestures[i].group),
                  g_strdup_printf ("%s: %s", _ (gestures[i].gesture), _ (gestures[i].effect)));
    }
}

static void
append_keys (GtkListBox *list)
{
  guint n_actions;
  const WayActionInfo *actions = way_actions_get_all (&n_actions);

  for (int group = 0; group < WAY_N_ACTION_GROUPS; group++)
    for (guint i = 0; i < n_actions; i++)
      if (actions[i].group == (WayActionGroup)group && actions[i].accels != NULL)
        {
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
          g_autofree char *text = way_actions_dup_label (&actions[i]);
          g_autofree char *accel = way_actions_dup_accel_label (&actions[i]);
          GtkWidget *label = new_text (text, NULL);

          gtk_widget_set_hexpand (label, TRUE);
          gtk_box_append (GTK_BOX (box), label);
          gtk_box_append (GTK_BOX (box), new_keys (actions[i].accels));
          append_row (list, box, way_actions_get_group_label (group),
                      g_strdup_printf ("%s: %s", text, accel));
        }
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "way-heading");
  const char *above = before != NULL ? g_object_get_data (G_OBJECT (before), "way-heading") : NULL;
  GtkWidget *label = NULL;

  if (heading != above)
    {
      label = new_text (heading, "card-title");
      gtk_widget_add_css_class (label, "help-heading");
    }
  gtk_list_box_row_set_header (row, label);
}

/* Every word that was typed stands in the row or in its heading. */
static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (data)), -1);
  g_autofree char *heading
      = g_utf8_casefold (g_object_get_data (G_OBJECT (row), "way-heading"), -1);
  const char *words = g_object_get_data (G_OBJECT (row), "way-words");
  g_auto (GStrv) wanted = g_strsplit (typed, " ", -1);
  gboolean found = TRUE;

  for (guint i = 0; wanted[i] != NULL && found; i++)
    found = strstr (words, wanted[i]) != NULL || strstr (heading, wanted[i]) != NULL;
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_HIDDEN, !found, -1);
  return found;
}

static void
present (GtkWidget *inside, const char *title, gboolean gestures)
{
  WayDialog *dialog = way_dialog_new (inside, title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), new_text (_ ("Nothing is called so."), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (gestures)
    append_gestures (GTK_LIST_BOX (list));
  append_keys (GTK_LIST_BOX (list));
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), update_header, NULL, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), matches, search, NULL);

  g_object_set (search, "placeholder-text", _ ("What to do, or a key"), "search-delay", 80, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                           list, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_window_close), dialog,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroller);
  way_dialog_set_content (dialog, box);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 640, 620);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (search);
}

/**
 * way_help_present:
 * @inside: a widget of the window that it belongs to
 *
 * What the hand and the keys do, from the tables of gestures and of actions.
 */
void
way_help_present (GtkWidget *inside)
{
  present (inside, _ ("Help"), TRUE);
}

/**
 * way_help_present_shortcuts:
 * @inside: a widget of the window that it belongs to
 *
 * All keys, from the table of actions (GtkShortcutsWindow is deprecated from 4.18 on).
 */
void
way_help_present_shortcuts (GtkWidget *inside)
{
  present (inside, _ ("Keyboard shortcuts"), FALSE);
}

/**
 * way_help_present_about:
 * @inside: a widget of the window that it belongs to
 */
void
way_help_present_about (GtkWidget *inside)
{
  GtkRoot *root = gtk_widget_get_root (inside);

  gtk_show_about_dialog (GTK_WINDOW (root), "program-name", _ ("Waymark"), "version",
                         PACKAGE_VERSION, "logo-icon-name", APPLICATION_ID, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Plan milestones, follow them, report on them."), "translator-credits",
                         /* Translators: your names, one a line */
                         _ ("translator-credits"), NULL);
}
