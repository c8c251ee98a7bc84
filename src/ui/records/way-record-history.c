/* way-record-history.c: what happened to one record, from the journal, the newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What hangs on it is told too: comments, attachments, relations, triggers. */

#include "model/way-i18n.h"

#include "ui/records/way-record-tabs.h"

#include "metrics/way-trigger.h"
#include "model/way-records.h"
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
add_to_family (GHashTable *family, WayRecord *record)
{
  g_hash_table_insert (family, GSIZE_TO_POINTER (record->id), g_object_ref (record));
}

static void
add_parts (GHashTable *family, WayRecord *record, const WayRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == WAY_FIELD_TYPE_REF
        && (type->fields[i].flags & WAY_FIELD_CASCADE) != 0)
      {
        GPtrArray *parts = way_plan_get_referrers (record->plan, record->id, &type->fields[i]);

        for (guint k = 0; k < parts->len; k++)
          add_to_family (family, parts->pdata[k]);
      }
}

/* The record and what hangs on it, by id; what the program itself keeps of it is nobody's doing. */
static GHashTable *
find_family (WayRecord *record)
{
  GHashTable *family = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  add_to_family (family, record);
  for (guint i = 0; i < n_types; i++)
    if (types[i] != &way_snapshot_type && types[i] != &way_snooze_type)
      add_parts (family, record, types[i]);
  return family;
}

/* What a part is called; else the first that it says, other than whose it is. */
static char *
describe_part (WayRecord *part, WayRecord *whole)
{
  const WayRecordType *type = way_record_get_record_type (part);
  gboolean named = part->title != NULL && part->title[0] != '\0';
  char *text = WAY_IS_TRIGGER (part) ? way_trigger_format (WAY_TRIGGER (part))
               : named               ? g_strdup (part->title)
                                     : NULL;

  for (guint i = 0; text == NULL && i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue value = way_record_get (part, field);
      gboolean speaks = field->type == WAY_FIELD_TYPE_REF ? value.i != 0 && value.i != whole->id
                        : field->type == WAY_FIELD_TYPE_TEXT
                            && (field->flags & WAY_FIELD_REQUIRED) != 0 && value.s[0] != '\0';

      if (speaks)
        text = way_record_format_value (part, field, &value);
    }
  return text != NULL ? text : g_strdup ("–");
}

/* "Status: Open → Resolved"; of a part with its kind in front: "Attachment: Drawing". */
static void
append_edit (GString *text, WayRecord *self, GHashTable *family, const WayEdit *edit)
{
  WayRecord *record = g_hash_table_lookup (family, GSIZE_TO_POINTER (edit->id));
  const char *line = text->len > 0 ? "\n" : "";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (record == NULL)
    return;
  if (edit->kind == WAY_EDIT_CREATE && record == self)
    g_string_append_printf (text, "%s%s", line, _ ("Made"));
  else if (edit->kind == WAY_EDIT_CREATE)
    {
      g_autofree char *part = describe_part (record, self);

      g_string_append_printf (text, "%s%s: %s", line,
                              _ (way_record_get_record_type (record)->label), part);
    }
  if (edit->kind != WAY_EDIT_SET || (edit->field->flags & WAY_FIELD_HIDDEN) != 0
      || (record != self && edit->field->type == WAY_FIELD_TYPE_REF && edit->after.i == self->id))
    return;
  before = dup_value (record, edit->field, &edit->before);
  after = dup_value (record, edit->field, &edit->after);
  g_string_append (text, line);
  if (record != self)
    g_string_append_printf (text, "%s · ", _ (way_record_get_record_type (record)->label));
  g_string_append_printf (text, "%s: %s → %s", _ (edit->field->label), before, after);
}

static GPtrArray *
read_steps (WayStore *store, GHashTable *family)
{
  g_autofree gint64 *ids = g_new (gint64, g_hash_table_size (family));
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer record;
  GPtrArray *steps;
  guint n = 0;

  g_hash_table_iter_init (&iter, family);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    ids[n++] = WAY_RECORD (record)->id;
  steps = way_store_read_journal_of (store, ids, n, MOST_STEPS, &error);
  if (steps == NULL)
    g_warning ("%s", error->message);
  return steps;
}

static void
fill_history (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  WayStore *store = way_document_get_store (document);
  g_autoptr (GHashTable) family = find_family (record);
  g_autoptr (GPtrArray) steps = store != NULL ? read_steps (store, family) : NULL;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      WayJournalEntry *entry = g_ptr_array_index (steps, i);
      g_autoptr (WayChangeset) changeset = way_store_read_changeset (store, entry->seq, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *time = way_history_format_time (entry->time);
      g_autofree char *head
          = g_strdup_printf ("%s · %s · %s", time, entry->author, entry->label);

      for (guint k = 0; changeset != NULL && k < way_changeset_get_n_edits (changeset); k++)
        append_edit (text, record, family, way_changeset_get_edit (changeset, k));
      if (text->len > 0)
        way_record_tab_add_line (list, head, text->str);
    }
}

/**
 * way_record_history_new:
 *
 * Returns: (transfer floating): the steps that changed the record or what hangs on it, with old
 *   and new values
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
