/* way-import-dialog.c: what came in with an import, what was changed, what was left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/dialogs/way-import-dialog.h"

#include "model/way-units.h"

#include "ui/widgets/way-dialog.h"

#define MAX_NOTES 400 /* as widgets; the rest is counted and is in the copied text */

static GtkWidget *
new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_heading (GtkBox *box, const char *text)
{
  gtk_box_append (box, new_text (text, "group-title"));
}

static void
add_counts (GtkBox *box, const WayImportReport *report)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < report->counts->len; i++)
    {
      const WayImportCount *count = &g_array_index (report->counts, WayImportCount, i);
      g_autofree char *figure = way_number_format (count->n, 0);
      GtkWidget *number = new_text (figure, "numeric");

      gtk_label_set_xalign (GTK_LABEL (number), 1);
      gtk_grid_attach (GTK_GRID (grid), number, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_text (count->label, NULL), 1, row++, 1, 1);
    }
  add_heading (box, _ ("Came in"));
  gtk_box_append (box, grid);
}

static void
add_notes (GtkBox *box, const char *heading, GPtrArray *notes)
{
  if (notes->len == 0)
    return;
  add_heading (box, heading);
  for (guint i = 0; i < notes->len && i < MAX_NOTES; i++)
    {
      const WayImportNote *note = g_ptr_array_index (notes, i);

      gtk_box_append (box, new_text (note->subject, "strong"));
      gtk_box_append (box, new_text (note->message, "secondary"));
    }
  if (notes->len > MAX_NOTES)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("… and %u more", "… and %u more", notes->len - MAX_NOTES),
                             notes->len - MAX_NOTES);

      gtk_box_append (box, new_text (more, "secondary"));
    }
}

static void
copy_cb (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

void
way_import_dialog_present (GtkWidget *inside, const WayImportReport *report)
{
  WayDialog *dialog = way_dialog_new (inside, _ ("What came in"), NULL);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy report"));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), new_text (report->file, "section-title"));
  add_counts (GTK_BOX (box), report);
  add_notes (GTK_BOX (box), _ ("Taken in differently"), report->changed);
  add_notes (GTK_BOX (box), _ ("Left out"), report->left_out);
  if (report->changed->len + report->left_out->len == 0)
    gtk_box_append (GTK_BOX (box), new_text (_ ("Nothing was changed or left out."), "good-text"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  g_signal_connect_data (copy, "clicked", G_CALLBACK (copy_cb), way_import_report_to_text (report),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  way_dialog_add_action (dialog, copy);
  way_dialog_set_content (dialog, scroller);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, 520);
  gtk_window_present (GTK_WINDOW (dialog));
}
