/* way-record-related.c: the records that a record is related to, and those made from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-tabs.h"

#include "document/way-related.h"
#include "model/way-records.h"
#include "ui/way-window.h"
#include "ui/widgets/way-reference-button.h"

/* The dialog goes, since its form is of another record. */
static void
open_cb (GtkButton *button, WayRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  WayWindow *window = way_window_of (GTK_WIDGET (button));

  way_window_show_record (GTK_WIDGET (window), record);
  if (GTK_IS_WINDOW (root) && GTK_WINDOW (root) != GTK_WINDOW (window))
    gtk_window_close (GTK_WINDOW (root));
}

static void
unrelate_cb (GtkButton *button, WayRecord *relation)
{
  WayDocument *document = g_object_get_data (G_OBJECT (button), "document");

  way_document_begin (document, _ ("Remove a relation"));
  way_document_delete (document, relation);
  way_record_tab_step (GTK_WIDGET (button), document, TRUE);
}

static GtkWidget *
add_button (GtkWidget *line, GtkWidget *button, const char *name)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (line), button);
  return button;
}

static void
fill_related (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  g_autoptr (GPtrArray) all = way_record_get_related (record);

  for (guint i = 0; i < all->len; i++)
    {
      WayRelated *related = g_ptr_array_index (all, i);
      g_autofree char *human_id = way_record_dup_human_id (related->record);
      g_autofree char *label = way_record_dup_label (related->record);
      g_autofree char *text
          = human_id != NULL ? g_strdup_printf ("%s %s", human_id, label) : g_strdup (label);
      GtkWidget *line = way_record_tab_add_line (list, related->how, text);
      GtkWidget *button;

      if (related->relation != NULL && !way_document_is_read_only (document))
        {
          button = add_button (line, gtk_button_new_from_icon_name ("user-trash-symbolic"),
                               _ ("Remove this relation"));
          g_object_set_data_full (G_OBJECT (button), "document", g_object_ref (document),
                                  g_object_unref);
          g_signal_connect_object (button, "clicked", G_CALLBACK (unrelate_cb), related->relation, 0);
        }
      button = add_button (line, gtk_button_new_from_icon_name ("go-next-symbolic"), _ ("Show it"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), related->record, 0);
    }
}

/* Whether somebody has related the two already; that one names the other is something else. */
static gboolean
is_related (WayRecord *record, gint64 other)
{
  g_autoptr (GPtrArray) all = way_record_get_related (record);

  for (guint i = 0; i < all->len; i++)
    {
      const WayRelated *related = all->pdata[i];

      if (related->relation != NULL && related->record->id == other)
        return TRUE;
    }
  return FALSE;
}

static void
relate_cb (WayReferenceButton *button, WayRecord *record)
{
  WayDocument *document = g_object_get_data (G_OBJECT (button), "document");
  gint64 other = way_reference_button_get_value (button);
  WayRecord *relation;

  if (other == 0)
    return;
  if (is_related (record, other)) /* it stands above */
    {
      way_reference_button_set_value (button, 0);
      return;
    }
  way_document_begin (document, _ ("Relate two records"));
  relation = way_document_create_record (document, &way_relation_type);
  way_document_set_int (document, relation, "subject", record->id);
  way_document_set_int (document, relation, "other", other);
  way_record_tab_step (GTK_WIDGET (button), document, TRUE);
  way_reference_button_set_value (button, 0);
}

/**
 * way_record_related_new:
 *
 * Returns: (transfer floating): what the record names and what names it, from either side
 */
GtkWidget *
way_record_related_new (WayDocument *document, WayRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Relate to"));
  GtkWidget *button = way_reference_button_new (way_document_get_plan (document), NULL, FALSE);

  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box),
                  way_record_tab_list_new (document, record, _ ("Related records"),
                                           _ ("Nothing is related to it yet."), fill_related));
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (button), _ ("Relate to"));
  way_reference_button_exclude (WAY_REFERENCE_BUTTON (button), record->id);
  g_object_set_data_full (G_OBJECT (button), "document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (button, "edited", G_CALLBACK (relate_cb), record, 0);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  gtk_widget_set_visible (line, !way_document_is_read_only (document));
  gtk_box_append (GTK_BOX (box), line);
  return box;
}
