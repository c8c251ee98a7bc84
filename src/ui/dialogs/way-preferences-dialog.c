/* way-preferences-dialog.c: what the user prefers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every row is bound to its key; what is set holds at once. */

#include "model/way-i18n.h"

#include "ui/dialogs/way-preferences-dialog.h"

#include "ui/way-settings.h"
#include "ui/widgets/way-dialog.h"

static void
add_row (GtkGrid *grid, int row, const char *title, const char *text, GtkWidget *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *hint = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), editor);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 40);
  gtk_widget_add_css_class (hint, "hint");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (editor, GTK_ALIGN_END);
  gtk_grid_attach (grid, box, 0, row, 1, 1);
  gtk_grid_attach (grid, editor, 1, row, 1, 1);
}

static void
scheme_selected_cb (GtkDropDown *choice, GParamSpec *pspec, gpointer data)
{
  g_settings_set_enum (way_settings_get (), "color-scheme",
                       (int)gtk_drop_down_get_selected (choice));
}

static GtkWidget *
new_scheme_choice (void)
{
  const char *labels[] = { _ ("As the desktop"), _ ("Light"), _ ("Dark"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              (guint)g_settings_get_enum (way_settings_get (), "color-scheme"));
  g_signal_connect (choice, "notify::selected", G_CALLBACK (scheme_selected_cb), NULL);
  return choice;
}

/**
 * way_preferences_dialog_present:
 * @inside: a widget of the window that it belongs to
 */
void
way_preferences_dialog_present (GtkWidget *inside)
{
  WayDialog *dialog = way_dialog_new (inside, _ ("Preferences"), NULL);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *author = gtk_entry_new ();
  GtkWidget *collapsed = gtk_switch_new ();
  GtkWidget *keep = gtk_switch_new ();
  GtkWidget *notifications = gtk_switch_new ();
  GtkWidget *scheme = new_scheme_choice ();
  GSettings *settings = way_settings_get ();
  g_autofree char *name = way_settings_dup_author ();

  g_object_set (author, "placeholder-text", name, NULL);
  g_settings_bind (settings, "author", author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-collapsed", collapsed, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "keep-followers", keep, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notifications", notifications, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_widget_add_css_class (grid, "form");
  add_row (GTK_GRID (grid), 0, _ ("_Colours"), _ ("Light, dark, or whatever the desktop uses"),
           scheme);
  add_row (GTK_GRID (grid), 1, _ ("_Your name"),
           _ ("Changes that you make from now on are recorded under it"), author);
  add_row (GTK_GRID (grid), 2, _ ("_Narrow sidebar"), _ ("Show the pages as icons only"),
           collapsed);
  add_row (GTK_GRID (grid), 3, _ ("_Followers stay"),
           _ ("What follows a dragged bar stays, and the lags of the links change. Otherwise it is "
              "pushed. Alt turns this round for one drag"),
           keep);
  add_row (GTK_GRID (grid), 4, _ ("_Notifications"),
           _ ("The desktop tells of new alerts of a plan that is open, each once, and not while "
              "you are in its window"),
           notifications);
  way_dialog_set_content (dialog, grid);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (scheme);
}
