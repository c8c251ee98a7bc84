/* way-record-history.c: what happened to one record, from the journal, the newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-tabs.h"

#include "ui/pages/way-history-page.h"
#include "ui/way-window.h"

#define MOST_STEPS 200

static char *
dup_value (WayRecord *record, const WayField *field, const WayValue *value)
{
  g_autofree char *text = way_record_format_value (record, field, value);

  return text[0] != '\0' ? g_steal_pointer (&text) : g_strdup ("–");
}

static void
append_edit (GString *text, WayRecord *record, const WayEdit *edit)
{
  if (edit->id != record->id)
    return;
  if (edit->kind == WAY_EDIT_SET && (edit->field->flags & WAY_FIELD_HIDDEN) == 0)
    {
      g_autofree char *before = dup_value (record, edit->field, &edit->before);
      g_autofree char *after = dup_value (record, edit->field, &edit->after);

      g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? "\n" : "",
                              _ (edit->field->label), before, after);
    }
}

static void
fill_history (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  WayStore *store = way_document_get_store (document);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return;
  steps = way_store_read_journal_of (store, record->id, MOST_STEPS, &error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      WayJournalEntry *entry = g_ptr_array_index (steps, i);
      g_autoptr (WayChangeset) changeset = way_store_read_changeset (store, entry->seq, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *time = way_history_format_time (entry->time);
      g_autofree char *head
          = g_strdup_printf ("%s · %s · %s", time, entry->author, entry->label);

      for (guint k = 0; changeset != NULL && k < way_changeset_get_n_edits (changeset); k++)
        append_edit (text, record, way_changeset_get_edit (changeset, k));
      if (text->len > 0)
        way_record_tab_add_line (list, head, text->str);
    }
}

/**
 * way_record_history_new:
 *
 * Returns: (transfer floating): the steps that changed the record, with old and new values
 */
GtkWidget *
way_record_history_new (WayDocument *document, WayRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box),
                  way_record_tab_list_new (document, record, _ ("History"),
                                           _ ("Nothing has changed since it was made."),
                                           fill_history));
  return box;
}
