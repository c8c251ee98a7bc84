/* way-baseline-dialog.c: asks for name and place of a new baseline, and saves it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-baseline-dialog.h"

#include "document/way-task-edits.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

#define N_SLOTS 11

typedef struct
{
  WayDocument *document;
  GtkWidget *parent; /* weak: where the toast goes */
  GtkEditable *name;
  GtkDropDown *slot;
} Baseline;

static void
baseline_free (gpointer data, GClosure *closure)
{
  Baseline *self = data;

  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->document);
  g_free (self);
}

static gboolean
confirm_cb (WayDialog *dialog, gpointer data)
{
  Baseline *self = data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  int slot = (int)gtk_drop_down_get_selected (self->slot);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!way_baseline_save (self->document, slot, name, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  message = g_strdup_printf (_ ("Saved baseline “%s”"), name);
  if (self->parent != NULL)
    {
      gtk_widget_activate_action (self->parent, "timeline.baseline", "i", slot);
      way_window_toast (self->parent, message, _ ("Undo"), "win.undo");
    }
  return TRUE;
}

/* The first free place, so that nothing is overwritten unasked. */
static guint
first_free (WayDocument *document)
{
  for (int slot = 0; slot < N_SLOTS; slot++)
    if (way_baseline_get (document, slot) == NULL)
      return (guint)slot;
  return 0;
}

static GtkWidget *
slots_new (WayDocument *document)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (int slot = 0; slot < N_SLOTS; slot++)
    {
      WayBaseline *old = way_baseline_get (document, slot);
      g_autofree char *label = old != NULL ? g_strdup_printf (_ ("Baseline %d, replaces “%s”"),
                                                              slot, WAY_RECORD (old)->title)
                                           : g_strdup_printf (_ ("Baseline %d"), slot);

      gtk_string_list_append (list, label);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), first_free (document));
  return drop_down;
}

static void
attach (GtkGrid *grid, int row, const char *text, GtkWidget *editor)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), editor);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, editor, 1, row, 1, 1);
}

void
way_baseline_dialog_present (GtkWidget *parent, WayDocument *document)
{
  WayDialog *dialog = way_dialog_new (parent, _ ("Save baseline"), _ ("_Save"));
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *hint
      = gtk_label_new (_ ("Keeps today’s dates, durations, work and cost of every task, "
                          "to compare with later."));
  GtkWidget *slot = slots_new (document);
  Baseline *self = g_new0 (Baseline, 1);
  g_autofree char *day = way_moment_format_date (way_document_get_status_date (document));
  g_autofree char *name = g_strdup_printf (_ ("Plan of %s"), day);

  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->parent, parent);
  self->name = GTK_EDITABLE (entry);
  self->slot = GTK_DROP_DOWN (slot);
  gtk_editable_set_text (self->name, name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "form");
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 50);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), hint, 0, 0, 2, 1);
  attach (GTK_GRID (grid), 1, _ ("_Name"), entry);
  attach (GTK_GRID (grid), 2, _ ("Kept _as"), slot);

  way_dialog_set_content (dialog, grid);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (confirm_cb), self, baseline_free, 0);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 460, -1);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
