/* way-waiver-dialog.c: lets an unmet criterion pass, with a reason that is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-waiver-dialog.h"

#include "ui/milestones/way-waiver-form.h"
#include "ui/widgets/way-dialog.h"

typedef struct
{
  WayDocument *document;
  WayChecklistItem *item;
  WayWaiverForm *form; /* unowned: of the dialog */
} Waiver;

static void
waiver_free (gpointer data, GClosure *closure)
{
  Waiver *self = data;

  g_object_unref (self->item);
  g_object_unref (self->document);
  g_free (self);
}

static gboolean
confirm_cb (WayDialog *dialog, gpointer data)
{
  Waiver *self = data;
  WayRecord *item = WAY_RECORD (self->item);
  g_autoptr (GPtrArray) reasons = way_waiver_form_get_reasons (self->form);
  g_autofree char *label = g_strdup_printf (_ ("Waive “%s”"), item->title);
  g_autoptr (GError) error = NULL;

  if (!way_waiver_form_check (self->form))
    {
      way_dialog_set_message (dialog, _ ("A waiver needs a reason; it is kept in the history and in reports."));
      return FALSE;
    }
  way_document_begin (self->document, label);
  way_document_set_int (self->document, item, "waived", TRUE);
  way_document_set_text (self->document, item, "waiver_reason", reasons->pdata[0]);
  if (way_document_commit (self->document, &error))
    return TRUE;
  way_dialog_set_message (dialog, error->message);
  return FALSE;
}

/**
 * way_waiver_dialog_present:
 *
 * Asks for the reason and waives the criterion, as one step.
 */
void
way_waiver_dialog_present (GtkWidget *parent, WayDocument *document, WayChecklistItem *item)
{
  WayDialog *dialog = way_dialog_new (parent, _ ("Waive a criterion"), _ ("_Waive"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *text = gtk_label_new (_ ("It stays unmet, and no longer keeps the milestone from being completed."));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Waiver *self = g_new0 (Waiver, 1);

  g_ptr_array_add (items, g_object_ref (item));
  self->document = g_object_ref (document);
  self->item = g_object_ref (item);
  self->form = WAY_WAIVER_FORM (way_waiver_form_new (items));
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  way_dialog_set_content (dialog, box);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (confirm_cb), self, waiver_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  way_waiver_form_check (self->form);
}
