/* way-record-tabs.c: the lists of lines in the tabs of a record's dialog.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-tabs.h"

#include "ui/way-window.h"

typedef struct
{
  WayDocument *document;
  WayRecord *record;
  WayRecordTabFill fill;
} Tab;

static void
tab_free (gpointer data)
{
  Tab *tab = data;

  g_object_unref (tab->document);
  g_object_unref (tab->record);
  g_free (tab);
}

static void
fill (GtkWidget *list)
{
  Tab *tab = g_object_get_data (G_OBJECT (list), "tab");
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
  if (way_plan_lookup (way_document_get_plan (tab->document), tab->record->id) == tab->record)
    tab->fill (list, tab->document, tab->record);
}

/**
 * way_record_tab_list_new:
 * @name: for a screen reader
 * @empty: what stands there when there are no lines
 * @fill: adds the lines by way_record_tab_add_line()
 *
 * Returns: (transfer floating): the list, which follows the document
 */
GtkWidget *
way_record_tab_list_new (WayDocument *document,
                         WayRecord *record,
                         const char *name,
                         const char *empty,
                         WayRecordTabFill fill_lines)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *placeholder = gtk_label_new (empty);
  Tab *tab = g_new0 (Tab, 1);

  tab->document = g_object_ref (document);
  tab->record = g_object_ref (record);
  tab->fill = fill_lines;
  g_object_set_data_full (G_OBJECT (list), "tab", tab, tab_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_label_set_xalign (GTK_LABEL (placeholder), 0);
  gtk_label_set_wrap (GTK_LABEL (placeholder), TRUE);
  gtk_widget_add_css_class (placeholder, "secondary");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), placeholder);
  gtk_widget_add_css_class (list, "mini-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (document, "changed", G_CALLBACK (fill), list, G_CONNECT_SWAPPED);
  fill (list);
  return list;
}

/**
 * way_record_tab_add_line:
 * @head: (nullable): a small line above: who and when
 *
 * Returns: (transfer none): a box at the end of the line, for buttons
 */
GtkWidget *
way_record_tab_add_line (GtkWidget *list, const char *head, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *spoken = head != NULL ? g_strdup_printf ("%s: %s", head, text) : g_strdup (text);

  if (head != NULL)
    {
      GtkWidget *small = gtk_label_new (head);

      gtk_label_set_xalign (GTK_LABEL (small), 0);
      gtk_label_set_wrap (GTK_LABEL (small), TRUE);
      gtk_widget_add_css_class (small, "hint");
      gtk_box_append (GTK_BOX (words), small);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (line, 6);
  gtk_widget_set_margin_end (line, 6);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return line;
}

/**
 * way_record_tab_step:
 * @done: whether the open scope may be committed
 *
 * Ends the open scope, and tells why it could not be kept.
 */
gboolean
way_record_tab_step (GtkWidget *inside, WayDocument *document, gboolean done)
{
  g_autoptr (GError) error = NULL;

  if (!done)
    way_document_rollback (document);
  else if (way_document_commit (document, &error))
    return TRUE;
  else
    way_window_report_error (inside, error);
  return FALSE;
}
