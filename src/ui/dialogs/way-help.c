/* way-help.c: the shortcuts window and what Waymark is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/dialogs/way-help.h"

#include "ui/way-actions.h"
#include "ui/widgets/way-dialog.h"

static GtkWidget *
new_keys (const WayActionInfo *info)
{
  g_auto (GStrv) accels = g_strsplit (info->accels, " ", -1);
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
  return box;
}

/* One heading with its keys; NULL when no action of the group has one. */
static GtkWidget *
new_group (WayActionGroup group)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *heading = gtk_label_new (way_actions_get_group_label (group));
  guint n_actions;
  const WayActionInfo *actions = way_actions_get_all (&n_actions);
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "card-title");
  gtk_grid_attach (GTK_GRID (grid), heading, 0, row++, 2, 1);
  for (guint i = 0; i < n_actions; i++)
    if (actions[i].group == group && actions[i].accels != NULL)
      {
        g_autofree char *text = way_actions_dup_label (&actions[i]);
        GtkWidget *label = gtk_label_new (text);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_widget_set_hexpand (label, TRUE);
        gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
        gtk_grid_attach (GTK_GRID (grid), new_keys (&actions[i]), 1, row++, 1, 1);
      }
  if (row > 1)
    return grid;
  g_object_ref_sink (grid);
  g_object_unref (grid);
  return NULL;
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
  WayDialog *dialog = way_dialog_new (inside, _ ("Keyboard shortcuts"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 32);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 20);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (flow, "form");
  for (int group = 0; group < WAY_N_ACTION_GROUPS; group++)
    {
      GtkWidget *keys = new_group (group);

      if (keys != NULL)
        {
          gtk_flow_box_append (GTK_FLOW_BOX (flow), keys);
          gtk_widget_set_focusable (gtk_widget_get_parent (keys), FALSE);
        }
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), flow);
  way_dialog_set_content (dialog, scroller);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 820, 620);
  gtk_window_present (GTK_WINDOW (dialog));
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
