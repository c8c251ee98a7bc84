/* way-record-dialog.c: the dialog that edits any record by its form.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-dialog.h"

#include "ui/records/way-record-form.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

#define WAY_TYPE_RECORD_DIALOG (way_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayRecordDialog, way_record_dialog, WAY, RECORD_DIALOG, WayDialog)

struct _WayRecordDialog
{
  WayDialog parent_instance;

  WayDocument *document;
  WayDraft *draft;
  GtkWidget *form;
  GtkWidget *parent_widget; /* weak: shows the new record */
};

G_DEFINE_FINAL_TYPE (WayRecordDialog, way_record_dialog, WAY_TYPE_DIALOG)

static gboolean
way_record_dialog_confirm (WayDialog *dialog)
{
  WayRecordDialog *self = WAY_RECORD_DIALOG (dialog);
  gboolean is_new = way_draft_get_record (self->draft) == NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_dialog_set_message (dialog, NULL);
  if (!way_record_form_check (WAY_RECORD_FORM (self->form)))
    return FALSE;
  if (!way_draft_apply (self->draft, self->document, &record, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  if (is_new && self->parent_widget != NULL)
    way_window_show_record (self->parent_widget, record);
  return TRUE;
}

static void
way_record_dialog_finalize (GObject *object)
{
  WayRecordDialog *self = WAY_RECORD_DIALOG (object);

  g_clear_weak_pointer (&self->parent_widget);
  g_clear_pointer (&self->draft, way_draft_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_record_dialog_parent_class)->finalize (object);
}

static void
way_record_dialog_class_init (WayRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_record_dialog_finalize;
  WAY_DIALOG_CLASS (klass)->confirm = way_record_dialog_confirm;
}

static void
way_record_dialog_init (WayRecordDialog *self)
{
}

static char *
dup_title (const WayRecordType *type, WayRecord *record)
{
  g_autofree char *human_id = record != NULL ? way_record_dup_human_id (record) : NULL;
  g_autofree char *label = record != NULL ? way_record_dup_label (record) : NULL;

  if (record == NULL)
    /* Translators: %s is a kind of record, like: Milestone */
    return g_strdup_printf (_ ("New: %s"), _ (type->label));
  return human_id != NULL ? g_strdup_printf ("%s %s", human_id, label) : g_strdup (label);
}

/**
 * way_record_dialog_present_draft:
 * @parent: any widget of the window; a new record is shown from there
 * @draft: (transfer full): what the form begins with
 */
void
way_record_dialog_present_draft (GtkWidget *parent, WayDocument *document, WayDraft *draft)
{
  WayRecordDialog *self = g_object_new (WAY_TYPE_RECORD_DIALOG, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  WayRecord *record = way_draft_get_record (draft);
  g_autofree char *title = dup_title (way_draft_get_record_type (draft), record);

  self->document = g_object_ref (document);
  self->draft = draft;
  self->form = way_record_form_new (document, self->draft, NULL, NULL);
  g_set_weak_pointer (&self->parent_widget, parent);
  gtk_window_set_title (GTK_WINDOW (self), title);
  way_dialog_set_parent (WAY_DIALOG (self), parent);
  if (!way_document_is_read_only (document))
    way_dialog_set_confirm_label (WAY_DIALOG (self), record != NULL ? _ ("_Apply") : _ ("_Add"));
  else
    {
      way_dialog_set_confirm_label (WAY_DIALOG (self), NULL);
      gtk_widget_set_sensitive (self->form, FALSE);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->form);
  way_dialog_set_content (WAY_DIALOG (self), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, -1);
  gtk_window_present (GTK_WINDOW (self));
  way_record_form_focus (WAY_RECORD_FORM (self->form), NULL);
}

/**
 * way_record_dialog_present:
 * @parent: any widget of the window; a new record is shown from there
 * @record: (nullable): %NULL makes a new one of @type
 */
void
way_record_dialog_present (GtkWidget *parent,
                           WayDocument *document,
                           const WayRecordType *type,
                           WayRecord *record)
{
  way_record_dialog_present_draft (
      parent, document, way_draft_new (way_document_get_plan (document), type, record));
}
