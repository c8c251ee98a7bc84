/* way-mspdi-write-people.c: the plan's people and assignments as MS Project XML.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-task-pieces.h"
#include "exchange/mspdi/way-mspdi-timephased.h"

#include <string.h>

#define NOBODY -65535 /* the resource of work that nobody has */

/* WayMspdiWriteFunc */
static void
write_resource_element (WayMspdiExport *self, WayRecord *record, const char *element,
                        const WayMspdiSlice *slices, guint n_slices)
{
  WayResource *resource = WAY_RESOURCE (record);
  WayRecord *calendar = way_plan_lookup (self->plan, resource->calendar);

  if (strcmp (element, "UID") == 0)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, record));
  else if (strcmp (element, "ID") == 0)
    way_xml_writer_int (self->xml, element, self->place + 1);
  else if (strcmp (element, "Name") == 0)
    way_xml_writer_leaf (self->xml, element, record->title);
  else if (strcmp (element, "IsNull") == 0)
    way_xml_writer_int (self->xml, element, 0);
  else if (strcmp (element, "IsCostResource") == 0)
    way_xml_writer_int (self->xml, element, resource->kind == WAY_RESOURCE_COST);
  else if (strcmp (element, "CalendarUID") == 0 && calendar != NULL)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, calendar));
}

/**
 * way_mspdi_write_resources:
 */
void
way_mspdi_write_resources (WayMspdiExport *self)
{
  GPtrArray *resources = way_plan_peek_records (self->plan, &way_resource_type);

  way_xml_writer_start (self->xml, "Resources");
  for (guint i = 0; i < resources->len; i++)
    {
      WayResource *resource = resources->pdata[i];

      self->place = i;
      way_xml_writer_start (self->xml, "Resource");
      way_mspdi_write_record (self, &way_mspdi_resource, WAY_RECORD (resource),
                              resource->exchange_extra, write_resource_element);
      way_xml_writer_end (self->xml, "Resource");
    }
  way_xml_writer_end (self->xml, "Resources");
}

/* WayMspdiWriteFunc */
static void
write_assignment_element (WayMspdiExport *self, WayRecord *record, const char *element,
                          const WayMspdiSlice *slices, guint n_slices)
{
  WayAssignment *assignment = WAY_ASSIGNMENT (record);
  WayTask *task = way_plan_lookup_task (self->plan, assignment->task);
  WayRecord *resource = way_plan_lookup (self->plan, assignment->resource);
  WayMoment start, finish;

  way_task_people_dates (self->people, assignment, &start, &finish);
  if (strcmp (element, "UID") == 0)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, record));
  else if (strcmp (element, "TaskUID") == 0)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, WAY_RECORD (task)));
  else if (strcmp (element, "ResourceUID") == 0)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, resource));
  else if (strcmp (element, "PercentWorkComplete") == 0)
    way_xml_writer_int (self->xml, element,
                        assignment->work > 0 ? assignment->actual_work * 100 / assignment->work : 0);
  else if (strcmp (element, "RemainingWork") == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_DURATION,
                           MAX (assignment->work - assignment->actual_work, 0));
  else if (strcmp (element, "Start") == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_MOMENT, start);
  else if (strcmp (element, "Finish") == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_MOMENT, finish);
}

/* Whether a row spreads work over days on which the task does not stand any more. Rows are often
 * whole days, so a day more is nothing. */
static gboolean
is_stale (const char *row, WayTask *task)
{
  WayMspdiRow spread;

  return way_mspdi_row_parse (row, &spread)
         && (spread.start < way_moment_day (task->start) || spread.finish > task->finish + WAY_DAY);
}

/* What was kept with an assignment, without the spread of its work over time once the task has
 * moved: a reader would take that for the truth, and put the task back.
 * Returns: (transfer full) */
static char *
current_extra (WayAssignment *assignment, WayTask *task)
{
  const char *name = "TimephasedData";
  int element = way_mspdi_schema_find (&way_mspdi_assignment, name, -1);
  g_autoptr (GArray) slices =
      way_mspdi_split_extra (&way_mspdi_assignment, assignment->exchange_extra);
  GString *extra = g_string_new (NULL);
  gsize before = 0;

  for (guint i = 0; i < slices->len; i++)
    {
      WayMspdiSlice *slice = &g_array_index (slices, WayMspdiSlice, i);
      g_autofree char *row = slice->element == element ? way_mspdi_slice_inner (slice) : NULL;

      if (slice->element < element)
        before = extra->len + slice->length;
      if (row != NULL && is_stale (row, task))
        {
          g_string_truncate (extra, before);
          break;
        }
      g_string_append_len (extra, slice->start, (gssize) slice->length);
    }
  return g_string_free (extra, FALSE);
}

/* Without anybody on it, a split task has an assignment that stands for nobody: only there can be
 * told where it rests. */
static void
write_nobody (WayMspdiExport *self, WayTask *task)
{
  gint64 uid = way_mspdi_uids_spare (self->uids);

  way_xml_writer_start (self->xml, "Assignment");
  way_xml_writer_int (self->xml, "UID", uid);
  way_xml_writer_int (self->xml, "TaskUID", way_mspdi_uids_get (self->uids, WAY_RECORD (task)));
  way_xml_writer_int (self->xml, "ResourceUID", NOBODY);
  way_mspdi_write_value (self, "Finish", WAY_CODEC_MOMENT, task->finish);
  way_mspdi_write_value (self, "Start", WAY_CODEC_MOMENT, task->start);
  way_xml_writer_int (self->xml, "Units", 1);
  way_mspdi_write_value (self, "Work", WAY_CODEC_DURATION, task->duration);
  way_xml_writer_int (self->xml, "WorkContour", WAY_MSPDI_CONTOURED);
  way_mspdi_write_pieces (self, task, uid, task->duration);
  way_xml_writer_end (self->xml, "Assignment");
}

static void
write_split_without_people (WayMspdiExport *self)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "task");
  GPtrArray *tasks = way_plan_peek_records (self->plan, &way_task_type);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];

      if (way_task_is_split (task)
          && way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, field)->len == 0)
        write_nobody (self, task);
    }
}

/**
 * way_mspdi_write_assignments:
 */
void
way_mspdi_write_assignments (WayMspdiExport *self)
{
  GPtrArray *assignments = way_plan_peek_records (self->plan, &way_assignment_type);
  WayWorktimes *worktimes = way_worktimes_new (self->plan);

  self->people = way_task_people_new (self->plan, worktimes);
  way_xml_writer_start (self->xml, "Assignments");
  for (guint i = 0; i < assignments->len; i++)
    {
      WayAssignment *assignment = assignments->pdata[i];
      WayTask *task = way_plan_lookup_task (self->plan, assignment->task);
      g_autofree char *extra = current_extra (assignment, task);

      way_xml_writer_start (self->xml, "Assignment");
      way_mspdi_write_record (self, &way_mspdi_assignment, WAY_RECORD (assignment), extra,
                              write_assignment_element);
      if (way_task_is_split (task) && strstr (extra, "<TimephasedData") == NULL)
        way_mspdi_write_pieces (self, task, way_mspdi_uids_get (self->uids, WAY_RECORD (assignment)),
                                assignment->work);
      way_xml_writer_end (self->xml, "Assignment");
    }
  write_split_without_people (self);
  g_clear_pointer (&self->people, way_task_people_free);
  way_worktimes_free (worktimes);
  way_xml_writer_end (self->xml, "Assignments");
}
