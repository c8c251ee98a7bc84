/* way-mspdi-read.c: MS Project XML into a plan, as one step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi.h"

#include "exchange/mspdi/way-mspdi-timephased.h"

#include <string.h>

/* The file's row 0: the plan itself, as MS Project shows it. */
static WayMspdiItem *
find_summary (WayMspdiFile *file)
{
  gint64 uid;

  for (guint i = 0; i < file->tasks->len; i++)
    if (way_mspdi_item_int (&way_mspdi_task, file->tasks->pdata[i], "UID", &uid) && uid == 0)
      return file->tasks->pdata[i];
  return NULL;
}

static guint
project_element (const char *name)
{
  return (guint) way_mspdi_schema_find (&way_mspdi_project, name, -1);
}

/* What MS Project says about row 0 and we have no place for, put into one piece. */
static void
keep_summary (WayMspdiItem *project, WayMspdiItem *summary)
{
  g_autofree char *extra = NULL;

  for (guint i = 0; i < summary->values->len; i++)
    {
      WayMspdiValue *value = &g_array_index (summary->values, WayMspdiValue, i);
      g_autoptr (GString) xml = NULL;

      if (value->node == NULL || strcmp (value->node->name, "Baseline") != 0)
        continue;
      xml = g_string_new (NULL);
      way_mspdi_node_to_xml (value->node, xml);
      way_mspdi_item_add_piece (summary, (int) value->element, g_strdup (xml->str));
    }
  extra = way_mspdi_item_extra (summary);
  if (extra != NULL)
    way_mspdi_item_add_piece (project, (int) project_element ("Tasks"),
                              g_strdup_printf ("<Tasks><Task>%s</Task></Tasks>", extra));
}

/* The name of the file that it was saved as is better than no title, and is kept as well. */
static void
set_title (WayMspdiImport *self, WayRecord *record, const WayMspdiItem *summary)
{
  WayMspdiItem *project = self->file->project;
  const char *name = way_mspdi_item_text (&way_mspdi_project, project, "Name");
  const char *titles[] = {
    way_mspdi_item_text (&way_mspdi_project, project, "Title"),
    summary != NULL ? way_mspdi_item_text (&way_mspdi_task, summary, "Name") : NULL,
    name,
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i] != NULL)
      {
        way_document_set_text (self->document, record, "title", titles[i]);
        break;
      }
  if (name != NULL)
    way_mspdi_item_keep (project, (int) project_element ("Name"), "Name", name);
}

static void
set_calendar (WayMspdiImport *self, WayRecord *record)
{
  gint64 uid;
  WayRecord *calendar;

  if (!way_mspdi_item_int (&way_mspdi_project, self->file->project, "CalendarUID", &uid))
    return;
  calendar = way_mspdi_find (self->calendars, uid);
  if (calendar != NULL)
    way_document_set_int (self->document, record, "calendar", calendar->id);
  else
    way_mspdi_left_out (self, &way_mspdi_project, self->file->project,
                        _("Its calendar is not in the file."));
}

static void
set_float (WayMspdiImport *self, WayRecord *record)
{
  gint64 days;

  if (way_mspdi_item_int (&way_mspdi_project, self->file->project, "CriticalSlackLimit", &days)
      && ABS (days) < 10000)
    way_document_set_int (self->document, record, "critical_float",
                          days * WAY_PROJECT (record)->minutes_per_day);
}

static void
import_project (WayMspdiImport *self)
{
  WayRecord *record = WAY_RECORD (way_plan_get_project (self->plan));
  WayMspdiItem *item = self->file->project;
  WayMspdiItem *summary = find_summary (self->file);
  const char *finish = way_mspdi_item_text (&way_mspdi_project, item, "FinishDate");
  const char *notes =
      summary != NULL ? way_mspdi_item_text (&way_mspdi_task, summary, "Notes") : NULL;

  if (!self->fresh)
    {
      way_mspdi_left_out (self, &way_mspdi_project, item,
                          _("The plan had rows, so it keeps its own start, calendar and options."));
      return;
    }
  set_title (self, record, summary);
  way_mspdi_set_fields (self, &way_mspdi_project, item, record, FALSE);
  if (finish != NULL && WAY_PROJECT (record)->schedule_from == WAY_FROM_FINISH)
    way_mspdi_set_text (self, &way_mspdi_project, item, record, project_element ("FinishDate"),
                        "finish", WAY_CODEC_MOMENT, finish);
  if (WAY_PROJECT (record)->finish == WAY_NEVER && WAY_PROJECT (record)->schedule_from == WAY_FROM_FINISH)
    {
      way_document_set_int (self->document, record, "schedule_from", WAY_FROM_START);
      way_mspdi_left_out (self, &way_mspdi_project, item,
                          _("It is scheduled from its finish, but has none: it is scheduled from its start."));
    }
  set_calendar (self, record);
  set_float (self, record);
  if (notes != NULL)
    way_document_set_text (self->document, record, "notes", notes);
  if (summary != NULL)
    keep_summary (item, summary);
  way_mspdi_set_extra (self, item, record);
}

/* Every record that has a number there gets one now, so that it keeps it. */
static void
store_uids (WayMspdiImport *self)
{
  const WayRecordType *types[] = { &way_calendar_type, &way_task_type, &way_resource_type,
                                   &way_assignment_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GPtrArray *records = way_plan_peek_records (self->plan, types[i]);
      const WayField *field = way_record_type_field (types[i], "uid");

      for (guint k = 0; k < records->len; k++)
        {
          WayValue uid = way_value_int (way_mspdi_uids_get (self->uids, records->pdata[k]));

          way_document_set (self->document, records->pdata[k], field, &uid);
        }
    }
}

static void
import_all (WayMspdiImport *self)
{
  way_mspdi_import_calendars (self);
  import_project (self);
  way_mspdi_import_resources (self);
  way_mspdi_import_tasks (self);
  way_mspdi_import_assignments (self);
  way_mspdi_import_splits (self);
  way_mspdi_tell_clashes (self);
  store_uids (self);
}

static WayMspdiImport *
import_new (WayDocument *document, WayMspdiFile *file, const WayExchangeOptions *options,
            WayImportReport *report)
{
  WayMspdiImport *self = g_new0 (WayMspdiImport, 1);

  self->document = document;
  self->plan = way_document_get_plan (document);
  self->file = file;
  self->report = report;
  self->fresh = way_plan_peek_records (self->plan, &way_task_type)->len == 0;
  self->keep_dates = options->dates == WAY_DATES_KEEP;
  self->calendars = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->resources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->uids = way_mspdi_uids_new (self->plan);
  self->rows = g_ptr_array_new ();
  return self;
}

static void
import_free (WayMspdiImport *self)
{
  g_hash_table_unref (self->calendars);
  g_hash_table_unref (self->resources);
  g_hash_table_unref (self->tasks);
  way_mspdi_uids_free (self->uids);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
report_ignored_links (WayMspdiImport *self)
{
  g_autoptr (GPtrArray) links = way_document_get_ignored_links (self->document);

  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = links->pdata[i];
      WayTask *from = way_plan_lookup_task (self->plan, link->predecessor);
      WayTask *to = way_plan_lookup_task (self->plan, link->successor);
      g_autofree char *subject = g_strdup_printf (_("Link “%s” → “%s”"), WAY_RECORD (from)->title,
                                                  WAY_RECORD (to)->title);

      way_import_report_left_out (self->report, WAY_RECORD (link)->id, subject,
                                  _("It closes a loop. It is in the plan, but moves nothing until "
                                    "the loop is opened."));
    }
}

/**
 * way_mspdi_read:
 *
 * The reader of MS Project XML; see way_exchange_import().
 */
gboolean
way_mspdi_read (WayDocument *document, const char *path, const WayExchangeOptions *options,
                WayImportReport *report, GError **error)
{
  g_autoptr (WayMspdiFile) file = way_mspdi_file_read (path, report, error);
  g_autofree char *label = NULL;
  WayMspdiImport *self;
  gboolean done;

  if (file == NULL)
    return FALSE;
  self = import_new (document, file, options, report);
  label = g_strdup_printf (_("Import “%s”"), report->file);
  way_document_begin_with_origin (document, label, WAY_ORIGIN_IMPORT);
  import_all (self);
  done = way_document_commit (document, error);
  if (done)
    {
      report_ignored_links (self);
      if (self->keep_dates)
        way_mspdi_report_differences (self);
    }
  import_free (self);
  return done;
}

static gboolean
sniff (const char *start, gsize length)
{
  return g_strstr_len (start, (gssize) length, "<Project") != NULL
         && (g_strstr_len (start, (gssize) length, WAY_MSPDI_NAMESPACE) != NULL
             || g_strstr_len (start, (gssize) length, "<StartDate>") != NULL);
}

static const char *const suffixes[] = { ".xml", NULL };

const WayExchangeFormat way_mspdi_format = {
  .id = "mspdi",
  .label = N_ ("MS Project XML"),
  .suffixes = suffixes,
  .sniff = sniff,
  .read = way_mspdi_read,
  .write = way_mspdi_write,
};
