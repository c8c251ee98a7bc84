/* way-mspdi-write-tasks.c: the plan's rows as MS Project XML, with the computed dates.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-task-pieces.h"
#include "exchange/mspdi/way-mspdi-export.h"

#include <string.h>

#define ESTIMATED 32 /* added to the unit's number */

static void
write_links (WayMspdiExport *self, WayRecord *record)
{
  const WayField *field = way_record_type_field (&way_link_type, "successor");
  GPtrArray *links = way_plan_get_referrers (self->plan, record->id, field);

  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = links->pdata[i];
      WayRecord *predecessor = way_plan_lookup (self->plan, link->predecessor);
      gboolean percent =
          link->lag_unit == WAY_UNIT_PERCENT || link->lag_unit == WAY_UNIT_ELAPSED_PERCENT;

      way_xml_writer_start (self->xml, "PredecessorLink");
      way_xml_writer_int (self->xml, "PredecessorUID",
                          way_mspdi_uids_get (self->uids, predecessor));
      way_xml_writer_int (self->xml, "Type", link->type);
      way_xml_writer_int (self->xml, "CrossProject", 0);
      way_xml_writer_int (self->xml, "LinkLag", percent ? link->lag : link->lag * 10);
      way_mspdi_write_value (self, "LagFormat", WAY_CODEC_UNIT, link->lag_unit);
      way_xml_writer_end (self->xml, "PredecessorLink");
    }
}

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer plan)
{
  const WayBaselineValue *left = *(WayBaselineValue *const *) a;
  const WayBaselineValue *right = *(WayBaselineValue *const *) b;
  WayRecord *first = way_plan_lookup (plan, left->baseline);
  WayRecord *second = way_plan_lookup (plan, right->baseline);

  return (int) (WAY_BASELINE (first)->slot - WAY_BASELINE (second)->slot);
}

/* What the file said about the baseline beyond our fields. */
static void
write_rest (WayMspdiExport *self, gint64 slot, const WayMspdiSlice *slices, guint n_slices)
{
  g_autofree char *head = g_strdup_printf ("<Number>%d</Number>", (int) slot);

  for (guint i = 0; i < n_slices; i++)
    {
      g_autofree char *inner = way_mspdi_slice_inner (&slices[i]);

      if (g_str_has_prefix (inner, head))
        way_xml_writer_raw (self->xml, inner + strlen (head));
    }
}

static void
write_baselines (WayMspdiExport *self, WayRecord *record, const WayMspdiSlice *slices,
                 guint n_slices)
{
  const WayField *field = way_record_type_field (&way_baseline_value_type, "task");
  GPtrArray *values = way_plan_get_referrers (self->plan, record->id, field);
  g_autoptr (GPtrArray) sorted = NULL;

  if (values->len == 0)
    return;
  sorted = g_ptr_array_copy (values, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_slots, self->plan);
  for (guint i = 0; i < sorted->len; i++)
    {
      WayBaselineValue *value = sorted->pdata[i];
      gint64 slot = WAY_BASELINE (way_plan_lookup (self->plan, value->baseline))->slot;

      way_xml_writer_start (self->xml, "Baseline");
      way_xml_writer_int (self->xml, "Number", slot);
      way_mspdi_write_value (self, "Start", WAY_CODEC_MOMENT, value->start);
      way_mspdi_write_value (self, "Finish", WAY_CODEC_MOMENT, value->finish);
      way_mspdi_write_value (self, "Duration", WAY_CODEC_DURATION, value->duration);
      way_mspdi_write_value (self, "Work", WAY_CODEC_DURATION, value->work);
      way_mspdi_write_value (self, "Cost", WAY_CODEC_MONEY, value->cost);
      write_rest (self, slot, slices, n_slices);
      way_xml_writer_end (self->xml, "Baseline");
    }
}

/* "2.1.3" from the counters of the levels. */
static void
write_outline_number (WayMspdiExport *self, const char *element)
{
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < self->counters->len; i++)
    g_string_append_printf (self->text, "%s%u", i > 0 ? "." : "",
                            g_array_index (self->counters, guint, i));
  way_xml_writer_leaf (self->xml, element, self->text->str);
}

/* What was not taken exactly, as seconds are not, is written as it was while it says the same. */
static void
write_kept (WayMspdiExport *self, const char *element, WayCodec codec, gint64 number,
            const WayMspdiSlice *slices, guint n_slices)
{
  g_autofree char *kept = n_slices > 0 ? way_mspdi_slice_inner (slices) : NULL;
  gboolean exact;
  WayValue value;

  if (kept != NULL && way_codec_parse (codec, kept, &value, &exact) && value.i == number)
    way_mspdi_write_slices (self, slices, 1);
  else
    way_mspdi_write_value (self, element, codec, number);
}

static gint64
duration_format (WayTask *task)
{
  WayValue unit = way_value_int (task->duration_unit);
  g_autoptr (GString) text = g_string_new (NULL);

  way_codec_format (WAY_CODEC_UNIT, &unit, text);
  return g_ascii_strtoll (text->str, NULL, 10) + (task->estimated != 0 ? ESTIMATED : 0);
}

/* Lengths and progress; FALSE when @element is something else. */
static gboolean
write_length_element (WayMspdiExport *self, WayTask *task, const char *element,
                      const WayMspdiSlice *slices, guint n_slices)
{
  gint64 length = task->summary != 0 ? task->span : task->duration;
  gint64 percent = task->summary != 0 ? task->complete : task->percent_complete;
  gint64 done = task->summary != 0 ? (length * percent + 50) / 100 : way_task_worked (task);

  if (strcmp (element, "Duration") == 0)
    write_kept (self, element, WAY_CODEC_DURATION, length, slices, n_slices);
  else if (strcmp (element, "DurationFormat") == 0)
    way_xml_writer_int (self->xml, element, task->summary != 0 ? 7 : duration_format (task));
  else if (strcmp (element, "PercentComplete") == 0)
    write_kept (self, element, WAY_CODEC_INT, percent, slices, n_slices);
  else if (strcmp (element, "ActualDuration") == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_DURATION, done);
  else if (strcmp (element, "RemainingDuration") == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_DURATION, length - done);
  else if (strcmp (element, "RemainingWork") == 0 && task->summary == 0)
    way_mspdi_write_value (self, element, WAY_CODEC_DURATION,
                           MAX (task->work - task->actual_work, 0));
  else if (strcmp (element, "ManualDuration") == 0 && task->manual != 0)
    way_mspdi_write_value (self, element, WAY_CODEC_DURATION, length);
  else
    return FALSE;
  return TRUE;
}

/* What stands in the outline; FALSE when @element is something else. */
static gboolean
write_outline_element (WayMspdiExport *self, WayRecord *record, const char *element,
                       const WayMspdiSlice *slices, guint n_slices)
{
  WayTask *task = WAY_TASK (record);

  if (strcmp (element, "UID") == 0)
    way_xml_writer_int (self->xml, element, way_mspdi_uids_get (self->uids, record));
  else if (strcmp (element, "ID") == 0)
    way_xml_writer_int (self->xml, element, task->row + 1);
  else if (strcmp (element, "Name") == 0)
    way_xml_writer_leaf (self->xml, element, record->title);
  else if (strcmp (element, "IsNull") == 0)
    way_xml_writer_int (self->xml, element, 0);
  else if (strcmp (element, "WBS") == 0 && n_slices > 0)
    way_mspdi_write_slices (self, slices, 1);
  else if (strcmp (element, "WBS") == 0 || strcmp (element, "OutlineNumber") == 0)
    write_outline_number (self, element);
  else if (strcmp (element, "OutlineLevel") == 0)
    way_xml_writer_int (self->xml, element, task->depth + 1);
  else
    return FALSE;
  return TRUE;
}

/* WayMspdiWriteFunc */
static void
write_task_element (WayMspdiExport *self, WayRecord *record, const char *element,
                    const WayMspdiSlice *slices, guint n_slices)
{
  WayTask *task = WAY_TASK (record);
  WayRecord *calendar = way_plan_lookup (self->plan, task->calendar);

  if (write_outline_element (self, record, element, slices, n_slices)
      || write_length_element (self, task, element, slices, n_slices))
    return;
  if (strcmp (element, "ConstraintType") == 0)
    write_kept (self, element, WAY_CODEC_INT, task->constraint_type, slices, n_slices);
  else if (strcmp (element, "ConstraintDate") == 0 && task->constraint_type > WAY_CONSTRAINT_ALAP)
    write_kept (self, element, WAY_CODEC_MOMENT, task->constraint_date, slices, n_slices);
  else if (strcmp (element, "CalendarUID") == 0)
    way_xml_writer_int (self->xml, element,
                        calendar != NULL ? way_mspdi_uids_get (self->uids, calendar) : -1);
  else if (strcmp (element, "IsSubproject") == 0 || strcmp (element, "ExternalTask") == 0)
    way_mspdi_write_slices (self, slices, n_slices);
  else if (strcmp (element, "PredecessorLink") == 0)
    {
      write_links (self, record);
      way_mspdi_write_slices (self, slices, n_slices);
    }
  else if (strcmp (element, "Baseline") == 0)
    write_baselines (self, record, slices, n_slices);
}

/* Counts the row on its level. */
static void
count_row (WayMspdiExport *self, WayTask *task)
{
  g_array_set_size (self->counters, (guint) task->depth + 1);
  g_array_index (self->counters, guint, task->depth)++;
}

/* One element of row 0, the plan itself; the kept ones come by themselves. */
static void
write_summary_element (WayMspdiExport *self, const char *element)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (self->plan));
  static const char *const zeros[] = { "UID", "ID", "IsNull", "WBS", "OutlineNumber",
                                       "OutlineLevel" };

  for (gsize i = 0; i < G_N_ELEMENTS (zeros); i++)
    if (strcmp (element, zeros[i]) == 0)
      way_xml_writer_int (self->xml, element, 0);
  if (strcmp (element, "Name") == 0)
    way_xml_writer_leaf (self->xml, element, project->title);
  else if (strcmp (element, "Type") == 0 || strcmp (element, "Summary") == 0)
    way_xml_writer_int (self->xml, element, 1);
  else if (strcmp (element, "Notes") == 0 && *project->notes != '\0')
    way_xml_writer_leaf (self->xml, element, project->notes);
}

static void
write_summary (WayMspdiExport *self, const char *extra)
{
  g_autoptr (GArray) slices = way_mspdi_split_extra (&way_mspdi_task, extra);
  guint at = 0;

  way_xml_writer_start (self->xml, "Task");
  for (guint i = 0; i < way_mspdi_task.n_elements; i++)
    {
      write_summary_element (self, way_mspdi_task.elements[i].name);
      for (; at < slices->len && g_array_index (slices, WayMspdiSlice, at).element == (int) i; at++)
        way_mspdi_write_slices (self, &g_array_index (slices, WayMspdiSlice, at), 1);
    }
  for (; at < slices->len; at++)
    way_mspdi_write_slices (self, &g_array_index (slices, WayMspdiSlice, at), 1);
  way_xml_writer_end (self->xml, "Task");
}

/**
 * way_mspdi_write_tasks:
 * @summary_extra: what was kept with row 0
 */
void
way_mspdi_write_tasks (WayMspdiExport *self, const char *summary_extra)
{
  GPtrArray *outline = way_plan_get_outline (self->plan);

  way_xml_writer_start (self->xml, "Tasks");
  write_summary (self, summary_extra);
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];

      count_row (self, task);
      way_xml_writer_start (self->xml, "Task");
      way_mspdi_write_record (self, &way_mspdi_task, WAY_RECORD (task), task->exchange_extra,
                              write_task_element);
      way_xml_writer_end (self->xml, "Task");
    }
  way_xml_writer_end (self->xml, "Tasks");
}
