/* way-mspdi-import.c: what the parts of the MS Project XML import share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-import.h"

#include <string.h>

/**
 * way_mspdi_subject:
 *
 * Returns: (transfer full): what a note in the report is about: "Task “Design”, line 120"
 */
char *
way_mspdi_subject (const WayMspdiSchema *schema, const WayMspdiItem *item)
{
  const char *name = schema == &way_mspdi_project ? NULL : way_mspdi_item_text (schema, item, "Name");

  if (schema == &way_mspdi_project)
    return g_strdup (_("Plan"));
  if (schema == &way_mspdi_assignment)
    return g_strdup_printf (_("Assignment, line %d"), item->line);
  name = name != NULL ? name : _("without a name");
  if (schema == &way_mspdi_task)
    return g_strdup_printf (_("Task “%s”, line %d"), name, item->line);
  if (schema == &way_mspdi_resource)
    return g_strdup_printf (_("Person “%s”, line %d"), name, item->line);
  return g_strdup_printf (_("Calendar “%s”, line %d"), name, item->line);
}

/* @message: a whole sentence, translated */
void
way_mspdi_left_out (WayMspdiImport *self, const WayMspdiSchema *schema, const WayMspdiItem *item,
                    const char *message)
{
  g_autofree char *subject = way_mspdi_subject (schema, item);

  way_import_report_left_out (self->report, 0, subject, "%s", message);
}

static void
refuse (WayMspdiImport *self, const WayMspdiSchema *schema, const WayMspdiItem *item,
        WayRecord *record, const char *element, const char *text, const char *why)
{
  g_autofree char *subject = way_mspdi_subject (schema, item);

  if (why != NULL)
    way_import_report_left_out (self->report, record->id, subject,
                                /* Translators: an XML element, its text, and what is wrong */
                                _("<%s> “%s” cannot be taken. %s"), element, text, why);
  else
    way_import_report_left_out (self->report, record->id, subject,
                                _("<%s> “%s” is not understood."), element, text);
}

/**
 * way_mspdi_set_text:
 * @element: place in @schema of the element that @text is of
 *
 * Sets a field from what the file says. What is not understood or out of limits is left out and
 * listed; what had to be rounded is kept for the way back.
 */
void
way_mspdi_set_text (WayMspdiImport *self, const WayMspdiSchema *schema, WayMspdiItem *item,
                    WayRecord *record, guint element, const char *field_name, WayCodec codec,
                    const char *text)
{
  const char *name = schema->elements[element].name;
  const WayField *field =
      way_record_type_field (way_record_get_record_type (record), field_name);
  g_autoptr (GError) error = NULL;
  gboolean exact;
  WayValue value;

  if (!way_codec_read (codec, field, text, &value, &exact))
    {
      refuse (self, schema, item, record, name, text, NULL);
      return;
    }
  if (!way_field_validate (field, &value, &error))
    {
      refuse (self, schema, item, record, name, text, error->message);
      return;
    }
  way_document_set (self->document, record, field, &value);
  if (!exact && schema->elements[element].role != WAY_MSPDI_DERIVED)
    way_mspdi_item_keep (item, (int) element, name, text);
}

/**
 * way_mspdi_set_fields:
 * @summary: whether @record is a task with children, whose own figures are computed
 *
 * Sets every field that the schema's table maps.
 */
void
way_mspdi_set_fields (WayMspdiImport *self, const WayMspdiSchema *schema, WayMspdiItem *item,
                      WayRecord *record, gboolean summary)
{
  for (guint i = 0; i < item->values->len; i++)
    {
      WayMspdiValue *value = &g_array_index (item->values, WayMspdiValue, i);
      const WayMspdiElement *element = &schema->elements[value->element];

      if (value->text != NULL
          && (element->role == WAY_MSPDI_FIELD || (element->role == WAY_MSPDI_LEAF && !summary)))
        way_mspdi_set_text (self, schema, item, record, value->element, element->field,
                            element->codec, value->text);
    }
}

/* Last of all for a record: what was kept aside. */
void
way_mspdi_set_extra (WayMspdiImport *self, WayMspdiItem *item, WayRecord *record)
{
  g_autofree char *extra = way_mspdi_item_extra (item);

  if (extra != NULL)
    way_document_set_text (self->document, record, "exchange_extra", extra);
}

/**
 * way_mspdi_set_title:
 * @fallback: for a record without a name, which the report then tells
 */
void
way_mspdi_set_title (WayMspdiImport *self, const WayMspdiSchema *schema, WayMspdiItem *item,
                     WayRecord *record, const char *fallback)
{
  const char *name = way_mspdi_item_text (schema, item, "Name");
  gboolean blank = name == NULL || name[strspn (name, " \t\n")] == '\0';

  way_document_set_text (self->document, record, "title", blank ? fallback : name);
  if (blank)
    {
      g_autofree char *subject = way_mspdi_subject (schema, item);

      way_import_report_changed (self->report, record->id, subject,
                                 _("It has no name; it is called “%s” now."), fallback);
    }
}

/**
 * way_mspdi_find:
 *
 * Returns: (transfer none) (nullable): the record that @uid stands for in this file
 */
WayRecord *
way_mspdi_find (GHashTable *table, gint64 uid)
{
  return g_hash_table_lookup (table, &uid);
}

/**
 * way_mspdi_claim_uid:
 * @table: of the uids of this kind in the file; %NULL = nothing refers to it
 *
 * Remembers the record under its uid and stores the uid, when it is a good one.
 */
void
way_mspdi_claim_uid (WayMspdiImport *self, const WayMspdiSchema *schema, WayMspdiItem *item,
                     WayRecord *record, GHashTable *table)
{
  g_autofree char *subject = NULL;
  gint64 uid;

  if (!way_mspdi_item_int (schema, item, "UID", &uid) || uid < 0 || uid > G_MAXINT32)
    {
      subject = way_mspdi_subject (schema, item);
      way_import_report_changed (self->report, record->id, subject,
                                 _("Its <UID> is missing or no number; it gets a new one."));
      return;
    }
  if (table != NULL && way_mspdi_find (table, uid) != NULL)
    {
      subject = way_mspdi_subject (schema, item);
      way_import_report_changed (self->report, record->id, subject,
                                 _("Its <UID> %d is there twice; it gets a new one, and what names "
                                   "the number means the first."),
                                 (int) uid);
      return;
    }
  if (table != NULL)
    g_hash_table_insert (table, g_memdup2 (&uid, sizeof uid), record);
  if (way_mspdi_uids_claim (self->uids, record, uid))
    way_document_set_int (self->document, record, "uid", uid);
}
