/* way-list-edits.c: many rows of a WayListPage at once: quick adding, and one value for all selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "model/way-records.h"
#include "ui/records/way-draft.h"
#include "ui/records/way-field-editor.h"
#include "ui/records/way-list-cell.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

#include <string.h>

/* ------------------------------------------------------------------ quick add */

/**
 * way_list_page_offer_quick_add:
 *
 * Shows the line for new records where a title is all that one needs to begin with. Where nothing
 * may be written there is no other way to add, either.
 */
void
way_list_page_offer_quick_add (WayListPage *self)
{
  gboolean own_dialog = g_signal_has_handler_pending (
      self, g_signal_lookup ("add-record", WAY_TYPE_LIST_PAGE), 0, FALSE);
  gboolean read_only = way_document_is_read_only (way_page_get_document (WAY_PAGE (self)));
  gboolean shown = self->type->common != WAY_COMMON_NONE && !own_dialog && !read_only;

  gtk_widget_set_visible (self->quick, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.quick-add", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.add", !read_only);
}

/* Handler of Enter in the line, which stays for the next one. */
void
way_list_page_quick_add (WayListPage *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  g_autofree char *title
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->quick))));
  g_autofree char *step = g_strdup_printf (_ ("Add “%s”"), title);
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  if (title[0] == '\0')
    return;
  way_document_begin (document, step);
  record = way_document_create_record (document, self->type);
  way_document_set_text (document, record, "title", title);
  if (!way_document_commit (document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->quick), "");
  /* What was added is taken back as a step of the plan, not as letters of the line. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->quick), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->quick), TRUE);
  if (self->query != NULL && !way_record_query_matches (self->query, record))
    {
      g_autofree char *message = g_strdup_printf (_ ("Added “%s”, which the filter hides."), title);

      way_window_toast (GTK_WIDGET (self), message, _ ("Show all"), "rows.show-all");
      return;
    }
  way_page_show_record (WAY_PAGE (self), record);
}

static void
quick_add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (WAY_LIST_PAGE (widget)->quick);
}

/* ------------------------------------------------------------------ one value for all */

typedef struct
{
  WayListPage *page;
  GPtrArray *records;
  GPtrArray *fields;
  WayDraft *draft;
  GtkWidget *choice, *place, *editor;
} Bulk;

static void
bulk_free (gpointer data)
{
  Bulk *self = data;

  g_object_unref (self->page);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->fields);
  way_draft_free (self->draft);
  g_free (self);
}

/* What can be the same of several: no title, and no text of several lines. */
static gboolean
is_shared (const WayField *field)
{
  return way_field_is_stored (field)
         && (field->flags & (WAY_FIELD_HIDDEN | WAY_FIELD_MULTILINE)) == 0
         && strcmp (field->name, "title") != 0;
}

static const WayField *
bulk_field (Bulk *self)
{
  return self->fields->pdata[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice))];
}

static void
field_chosen_cb (Bulk *self)
{
  if (self->editor != NULL)
    gtk_box_remove (GTK_BOX (self->place), self->editor);
  self->editor = way_field_editor_new (self->draft, bulk_field (self));
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_box_append (GTK_BOX (self->place), self->editor);
}

static gboolean
bulk_confirm_cb (WayDialog *dialog, Bulk *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self->page));
  WayPlan *plan = way_document_get_plan (document);
  const WayField *field = bulk_field (self);
  g_autofree char *step = NULL, *message = NULL, *value = NULL;
  g_autoptr (GError) error = NULL;

  way_field_editor_commit (WAY_FIELD_EDITOR (self->editor));
  if (way_draft_get_problem (self->draft, field) != NULL)
    {
      way_dialog_set_message (dialog, way_draft_get_problem (self->draft, field));
      return FALSE;
    }
  value = way_draft_format (self->draft, field);
  /* Translators: a step that can be undone: a field, its new value, and of how many rows */
  step = g_strdup_printf (_ ("Set %s to “%s” (%u)"), _ (field->label), value, self->records->len);
  way_document_begin (document, step);
  for (guint i = 0; i < self->records->len; i++)
    {
      WayRecord *record = self->records->pdata[i];

      if (way_plan_lookup (plan, record->id) != record)
        continue; /* gone meanwhile */
      if (field->type == WAY_FIELD_TYPE_DURATION && field->unit_field != NULL)
        way_document_set_int (document, record, field->unit_field,
                              way_draft_get_int (self->draft, field->unit_field));
      way_document_set (document, record, field, way_draft_get (self->draft, field));
    }
  if (!way_document_commit (document, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  message = g_strdup_printf (ngettext ("%s of %u row is “%s” now.", "%s of %u rows is “%s” now.",
                                       self->records->len),
                             _ (field->label), self->records->len, value);
  way_window_toast (GTK_WIDGET (self->page), message, _ ("Undo"), "win.undo");
  return TRUE;
}

static GtkWidget *
new_field_choice (Bulk *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *choice;
  guint status = 0;

  for (guint i = 0; i < self->page->type->n_fields; i++)
    {
      const WayField *field = &self->page->type->fields[i];

      if (!is_shared (field))
        continue;
      if (status == 0 && field->type == WAY_FIELD_TYPE_ENUM
          && (field->flags & WAY_FIELD_LIST) != 0)
        status = self->fields->len;
      g_ptr_array_add (self->fields, (gpointer)field);
      gtk_string_list_append (labels, _ (field->label));
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Field"), -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (field_chosen_cb), self);
  return choice;
}

static void
set_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *page = WAY_LIST_PAGE (widget);
  WayDocument *document = way_page_get_document (WAY_PAGE (page));
  g_autoptr (GPtrArray) records = way_list_page_get_selected (page);
  g_autofree char *title = NULL;
  WayDialog *dialog;
  Bulk *self;

  if (records->len == 0 || way_document_is_read_only (document))
    return;
  title = g_strdup_printf (ngettext ("Set a value of %u row", "Set a value of %u rows",
                                     records->len),
                           records->len);
  self = g_new0 (Bulk, 1);
  self->page = g_object_ref (page);
  self->records = g_steal_pointer (&records);
  self->fields = g_ptr_array_new ();
  self->draft = way_draft_new (way_document_get_plan (document), page->type, NULL);
  self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->place, "form");
  self->choice = new_field_choice (self);
  gtk_box_append (GTK_BOX (self->place), self->choice);
  dialog = way_dialog_new (widget, title, _ ("_Apply"));
  way_dialog_set_content (dialog, self->place);
  field_chosen_cb (self);
  g_signal_connect (dialog, "confirm", G_CALLBACK (bulk_confirm_cb), self);
  g_object_set_data_full (G_OBJECT (dialog), "way-bulk", self, bulk_free);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 440, -1);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->choice);
}

void
way_list_page_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.quick-add", NULL, quick_add_cb);
  gtk_widget_class_install_action (widget_class, "rows.set-all", NULL, set_all_cb);
}
