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
add_more (GtkBox *box, guint n)
{
  g_autofree char *more = NULL;

  if (n <= MAX_NOTES)
    return;
  more = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n - MAX_NOTES),
                          n - MAX_NOTES);
  gtk_box_append (box, new_text (more, "secondary"));
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
  add_more (box, notes->len);
}

static void
copy_cb (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

static void
add_side (GtkGrid *grid, int row, const char *side, const char *value)
{
  GtkWidget *name = new_text (side, "secondary"), *text;

  text = new_text (value[0] != '\0' ? value : _ ("(empty)"), NULL);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, text, 1, row, 1, 1);
}

/* What only the document has changed. */
static void
add_merged (GtkBox *box, GPtrArray *merged)
{
  if (merged->len == 0)
    return;
  add_heading (box, _ ("Changed by the document"));
  for (guint i = 0; i < merged->len && i < MAX_NOTES; i++)
    {
      const WayImportValue *value = g_ptr_array_index (merged, i);
      g_autofree char *title = g_strdup_printf (_ ("%s: %s"), value->subject, value->field);
      g_autofree char *change = way_import_value_to_text (value);

      gtk_box_append (box, new_text (title, "strong"));
      gtk_box_append (box, new_text (change, "secondary"));
    }
  add_more (box, merged->len);
}

/* What both have changed, side by side. */
static void
add_conflicts (GtkBox *box, GPtrArray *conflicts)
{
  if (conflicts->len == 0)
    return;
  add_heading (box, _ ("Changed in both"));
  for (guint i = 0; i < conflicts->len && i < MAX_NOTES; i++)
    {
      const WayImportValue *conflict = g_ptr_array_index (conflicts, i);
      GtkWidget *grid = gtk_grid_new ();
      /* Translators: what a value belongs to, and its name */
      g_autofree char *title
          = g_strdup_printf (_ ("%s: %s"), conflict->subject, conflict->field);

      gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
      gtk_box_append (box, new_text (title, "strong"));
      add_side (GTK_GRID (grid), 0, _ ("Document"), conflict->in_file);
      add_side (GTK_GRID (grid), 1, _ ("Plan"), conflict->in_plan);
      add_side (GTK_GRID (grid), 2, _ ("Before"), conflict->before);
      gtk_box_append (box, grid);
    }
}

/**
 * way_import_dialog_new_content:
 *
 * Returns: (transfer floating): a scrolled view of the report
 */
GtkWidget *
way_import_dialog_new_content (const WayImportReport *report)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), new_text (report->file, "section-title"));
  add_counts (GTK_BOX (box), report);
  add_conflicts (GTK_BOX (box), report->conflicts);
  add_merged (GTK_BOX (box), report->merged);
  add_notes (GTK_BOX (box), _ ("Taken in differently"), report->changed);
  add_notes (GTK_BOX (box), _ ("Left out"), report->left_out);
  if (report->merged->len + report->changed->len + report->left_out->len + report->conflicts->len
      == 0)
    gtk_box_append (GTK_BOX (box), new_text (_ ("Nothing was changed or left out."), "good-text"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

void
way_import_dialog_present (GtkWidget *inside, const WayImportReport *report)
{
  WayDialog *dialog = way_dialog_new (inside, _ ("What came in"), NULL);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy report"));

  g_signal_connect_data (copy, "clicked", G_CALLBACK (copy_cb), way_import_report_to_text (report),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  way_dialog_add_action (dialog, copy);
  way_dialog_set_content (dialog, way_import_dialog_new_content (report));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, 520);
  gtk_window_present (GTK_WINDOW (dialog));
}
