/* way-mspdi-write.c: a plan as MS Project XML.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi.h"

#include "exchange/mspdi/way-mspdi-export.h"

#include <string.h>

#define SAVE_VERSION 14 /* Project 2010: the first with rows set by hand and inactive rows */

/**
 * way_mspdi_write_value:
 *
 * Writes a number in the form of @codec; no moment writes nothing.
 */
void
way_mspdi_write_value (WayMspdiExport *self, const char *name, WayCodec codec, gint64 value)
{
  WayValue boxed = way_value_int (value);

  if (value == WAY_NEVER)
    return;
  g_string_truncate (self->text, 0);
  way_codec_format (codec, &boxed, self->text);
  way_xml_writer_leaf (self->xml, name, self->text->str);
}

/* Writes pieces as they came. */
void
way_mspdi_write_slices (WayMspdiExport *self, const WayMspdiSlice *slices, guint n_slices)
{
  for (guint i = 0; i < n_slices; i++)
    {
      g_string_truncate (self->text, 0);
      g_string_append_len (self->text, slices[i].start, (gssize) slices[i].length);
      way_xml_writer_raw (self->xml, self->text->str);
    }
}

/* Whether a piece that could not be taken exactly still says what the field says. */
static gboolean
still_says (const WayMspdiSlice *slice, WayCodec codec, const WayField *field,
            const WayValue *value)
{
  g_autofree char *text = way_mspdi_slice_inner (slice);
  gboolean exact;
  WayValue read;

  return way_codec_read (codec, field, text, &read, &exact) && way_value_equal (&read, value);
}

static void
write_field (WayMspdiExport *self, WayRecord *record, const WayMspdiElement *element,
             const WayMspdiSlice *slices, guint n_slices)
{
  const WayField *field =
      way_record_type_field (way_record_get_record_type (record), element->field);
  WayValue value = way_record_get (record, field);

  if (way_field_is_empty (field, &value))
    return;
  if (n_slices > 0 && still_says (slices, element->codec, field, &value))
    {
      way_mspdi_write_slices (self, slices, 1);
      return;
    }
  g_string_truncate (self->text, 0);
  way_codec_format (element->codec, &value, self->text);
  way_xml_writer_leaf (self->xml, element->name, self->text->str);
}

static void
write_element (WayMspdiExport *self, const WayMspdiElement *element, WayRecord *record,
               const WayMspdiSlice *slices, guint n_slices, WayMspdiWriteFunc code)
{
  gboolean summary = WAY_IS_TASK (record) && WAY_TASK (record)->summary != 0;

  switch (element->role)
    {
    case WAY_MSPDI_KEEP:
      way_mspdi_write_slices (self, slices, n_slices);
      break;
    case WAY_MSPDI_LEAF:
      if (!summary)
        write_field (self, record, element, slices, n_slices);
      break;
    case WAY_MSPDI_FIELD:
      write_field (self, record, element, slices, n_slices);
      break;
    case WAY_MSPDI_DERIVED:
      if (element->field != NULL)
        write_field (self, record, element, NULL, 0);
      break;
    case WAY_MSPDI_CODE:
    default:
      code (self, record, element->name, slices, n_slices);
      break;
    }
}

/**
 * way_mspdi_write_record:
 * @extra: what was kept with the record
 * @code: writes the elements of the schema that no field stands for
 *
 * Writes the children of a record's element, in the schema's order.
 */
void
way_mspdi_write_record (WayMspdiExport *self, const WayMspdiSchema *schema, WayRecord *record,
                        const char *extra, WayMspdiWriteFunc code)
{
  g_autoptr (GArray) slices = way_mspdi_split_extra (schema, extra);
  const WayMspdiSlice *slice = (const WayMspdiSlice *) slices->data;
  guint left = slices->len;

  for (guint i = 0; i < schema->n_elements; i++)
    {
      guint n = 0;

      while (n < left && slice[n].element == (int) i)
        n++;
      write_element (self, &schema->elements[i], record, slice, n, code);
      for (; n > 0; n--, left--)
        slice++;
    }
  way_mspdi_write_slices (self, slice, left);
}

static WayMoment
plan_finish (WayMspdiExport *self)
{
  WayProject *project = way_plan_get_project (self->plan);
  GPtrArray *tasks = way_plan_peek_records (self->plan, &way_task_type);
  WayMoment finish = WAY_NEVER;

  if (project->schedule_from == WAY_FROM_FINISH)
    return project->finish;
  for (guint i = 0; i < tasks->len; i++)
    finish = MAX (finish, ((WayTask *) tasks->pdata[i])->finish);
  return finish;
}

/* The elements that hold the other records. */
static void
write_section (WayMspdiExport *self, const char *element, const WayMspdiSlice *slices,
               guint n_slices)
{
  if (strcmp (element, "Calendars") == 0)
    way_mspdi_write_calendars (self);
  else if (strcmp (element, "Tasks") == 0)
    {
      g_autofree char *task = n_slices > 0 ? way_mspdi_slice_inner (slices) : g_strdup ("");
      WayMspdiSlice inner = { 0, task, strlen (task) };
      g_autofree char *extra = way_mspdi_slice_inner (&inner);

      way_mspdi_write_tasks (self, extra);
    }
  else if (strcmp (element, "Resources") == 0)
    way_mspdi_write_resources (self);
  else
    way_mspdi_write_assignments (self);
}

/* WayMspdiWriteFunc */
static void
write_project_element (WayMspdiExport *self, WayRecord *record, const char *element,
                       const WayMspdiSlice *slices, guint n_slices)
{
  WayProject *project = WAY_PROJECT (record);
  WayRecord *calendar =
      way_plan_lookup (self->plan, way_plan_get_default_calendar (self->plan));

  if (strcmp (element, "SaveVersion") == 0)
    way_xml_writer_int (self->xml, element, SAVE_VERSION);
  else if (strcmp (element, "Name") == 0)
    way_mspdi_write_slices (self, slices, n_slices);
  else if (strcmp (element, "Title") == 0)
    way_xml_writer_leaf (self->xml, element, record->title);
  else if (strcmp (element, "FinishDate") == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_MOMENT, plan_finish (self));
  else if (strcmp (element, "CriticalSlackLimit") == 0)
    way_xml_writer_int (self->xml, element,
                        project->critical_float / MAX (project->minutes_per_day, 1));
  else if (strcmp (element, "CalendarUID") == 0)
    {
      if (calendar != NULL)
        way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, calendar));
    }
  else
    write_section (self, element, slices, n_slices);
}

/**
 * way_mspdi_write:
 *
 * The writer of MS Project XML; see way_exchange_export().
 */
gboolean
way_mspdi_write (WayDocument *document, const char *path, const WayExchangeOptions *options,
                 GError **error)
{
  g_autoptr (WayXmlWriter) xml = way_xml_writer_open (path, error);
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (WayMspdiUids) uids = way_mspdi_uids_new (plan);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) counters = g_array_new (FALSE, TRUE, sizeof (guint));
  WayMspdiExport self = { document, plan, uids, xml, text, counters };
  WayProject *project = way_plan_get_project (plan);

  if (xml == NULL)
    return FALSE;
  way_xml_writer_start_attribute (xml, "Project", "xmlns", WAY_MSPDI_NAMESPACE);
  way_mspdi_write_record (&self, &way_mspdi_project, WAY_RECORD (project), project->exchange_extra,
                          write_project_element);
  way_xml_writer_end (xml, "Project");
  return way_xml_writer_close (xml, error);
}
