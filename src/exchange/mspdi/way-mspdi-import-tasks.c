/* way-mspdi-import-tasks.c: rows of MS Project XML into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-pieces.h"
#include "exchange/mspdi/way-mspdi-import.h"

#include <string.h>

/* Room between neighbours, so that a row can be put between them without moving others. */
#define RANK_STEP 1024

static guint
element_of (const char *name)
{
  return (guint) way_mspdi_schema_find (&way_mspdi_task, name, -1);
}

/* The row's outline level: from 1 to one more than that of the row above. */
static guint
row_level (WayMspdiImport *self, const WayMspdiItem *item, guint above)
{
  gint64 level = 1, deepest = MIN (above + 1, WAY_OUTLINE_LEVELS_MAX);
  const char *number = way_mspdi_item_text (&way_mspdi_task, item, "OutlineNumber");

  if (!way_mspdi_item_int (&way_mspdi_task, item, "OutlineLevel", &level) && number != NULL)
    for (const char *p = number; *p != '\0'; p++)
      level += *p == '.';
  level = MAX (level, 1);
  if (level > deepest)
    {
      g_autofree char *subject = way_mspdi_subject (&way_mspdi_task, item);

      way_import_report_changed (self->report, 0, subject,
                                 _("It is indented too far for the row above; it stands on level "
                                   "%d now."),
                                 (int) deepest);
      level = deepest;
    }
  return (guint) level;
}

/* The text of an element with a value, set as any other. */
static void
set_from (WayMspdiImport *self, WayMspdiItem *item, WayRecord *record, const char *element,
          const char *field, WayCodec codec)
{
  const char *text = way_mspdi_item_text (&way_mspdi_task, item, element);

  if (text != NULL)
    way_mspdi_set_text (self, &way_mspdi_task, item, record, element_of (element), field, codec,
                        text);
}

static void
import_duration (WayMspdiImport *self, WayMspdiItem *item, WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);
  const char *duration = way_mspdi_item_text (&way_mspdi_task, item, "Duration");
  const char *text = duration != NULL ? duration
                                      : way_mspdi_item_text (&way_mspdi_task, item, "ManualDuration");

  set_from (self, item, record, "DurationFormat", "duration_unit", WAY_CODEC_UNIT);
  if (text != NULL)
    way_mspdi_set_text (self, &way_mspdi_task, item, record, element_of ("Duration"), "duration",
                        WAY_CODEC_DURATION, text);
  else if (way_mspdi_item_true (&way_mspdi_task, item, "Milestone"))
    way_document_set_int (self->document, record, "duration", 0);
  else
    {
      g_autofree char *subject = way_mspdi_subject (&way_mspdi_task, item);

      way_document_set_int (self->document, record, "estimated", 1);
      way_import_report_changed (self->report, record->id, subject,
                                 _("It has no duration; a day was estimated."));
    }
}

/* Per cent are whole; the lengths say it to the minute. */
static void
import_worked (WayMspdiImport *self, WayMspdiItem *item, WayTask *task)
{
  const char *left = way_mspdi_item_text (&way_mspdi_task, item, "RemainingDuration");
  gint64 worked;
  gboolean exact;
  WayValue value;

  if (task->percent_complete == 0 || task->percent_complete == 100 || left == NULL
      || !way_codec_parse (WAY_CODEC_LENGTH, left, &value, &exact)
      || value.i <= 0 || value.i >= task->duration)
    return;
  worked = task->duration - value.i;
  if (worked == way_task_worked (task))
    return;
  way_document_set_int (self->document, WAY_RECORD (task), "done", worked);
  if (way_task_worked (task) != worked) /* the per cent say something else */
    way_document_set_int (self->document, WAY_RECORD (task), "done", -1);
}

static void
import_progress (WayMspdiImport *self, WayMspdiItem *item, WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);

  set_from (self, item, record, "PercentComplete", "percent_complete", WAY_CODEC_INT);
  import_worked (self, item, task);
  if (task->percent_complete == 100 || task->actual_finish != WAY_NEVER)
    way_document_set_int (self->document, record, "state", WAY_STATE_DONE);
  else if (task->percent_complete > 0 || task->actual_start != WAY_NEVER)
    way_document_set_int (self->document, record, "state", WAY_STATE_IN_PROGRESS);
}

/* MS Project delays by the clock: two days are 48 hours, typed in whatever unit. */
static void
import_delay (WayMspdiImport *self, WayTask *task)
{
  WayProject *project = way_plan_get_project (self->plan);
  WayRecord *record = WAY_RECORD (task);
  gint64 day = 1;

  if (task->levelling_delay == 0 || way_unit_is_elapsed ((WayUnit) task->levelling_delay_unit))
    return;
  if (task->levelling_delay_unit != WAY_UNIT_MINUTES && task->levelling_delay_unit != WAY_UNIT_HOURS)
    day = project->minutes_per_day;
  way_document_set_int (self->document, record, "levelling_delay",
                        day == 1 ? task->levelling_delay : task->levelling_delay * WAY_DAY / day);
  way_document_set_int (self->document, record, "levelling_delay_unit", WAY_UNIT_ELAPSED_DAYS);
}

/* A type without its date, or a date without a type that needs one, says nothing. */
static void
import_constraint (WayMspdiImport *self, WayMspdiItem *item, WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);
  g_autofree char *subject = NULL;

  set_from (self, item, record, "ConstraintType", "constraint_type", WAY_CODEC_INT);
  if (task->constraint_type <= WAY_CONSTRAINT_ALAP)
    return;
  set_from (self, item, record, "ConstraintDate", "constraint_date", WAY_CODEC_MOMENT);
  if (task->constraint_date != WAY_NEVER)
    return;
  subject = way_mspdi_subject (&way_mspdi_task, item);
  way_import_report_changed (self->report, record->id, subject,
                             _("Its constraint has no date; it starts as soon as possible now."));
  way_document_set_int (self->document, record, "constraint_type", WAY_CONSTRAINT_ASAP);
}

static void
import_calendar (WayMspdiImport *self, WayMspdiItem *item, WayRecord *record)
{
  WayRecord *calendar;
  gint64 uid;

  if (!way_mspdi_item_int (&way_mspdi_task, item, "CalendarUID", &uid) || uid < 0)
    return;
  calendar = way_mspdi_find (self->calendars, uid);
  if (calendar != NULL)
    way_document_set_int (self->document, record, "calendar", calendar->id);
  else if (uid > 0)
    way_mspdi_left_out (self, &way_mspdi_task, item, _("Its calendar is not in the file."));
}

/* What another plan decides stands where that plan put it. */
static void
import_external (WayMspdiImport *self, WayMspdiItem *item, WayTask *task, gboolean summary)
{
  static const char *const marks[] = { "ExternalTask", "IsSubproject" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (!way_mspdi_item_true (&way_mspdi_task, item, marks[i]))
        continue;
      way_mspdi_item_keep (item, (int) element_of (marks[i]), marks[i], "1");
      if (!summary)
        way_document_set_int (self->document, WAY_RECORD (task), "external", 1);
    }
}

/* Rows set by hand have dates of their own; some writers give only the computed ones. */
static void
import_manual (WayMspdiImport *self, WayMspdiItem *item, WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);

  if (task->manual == 0 && task->external == 0)
    return;
  if (task->manual_start == WAY_NEVER)
    set_from (self, item, record, "Start", "manual_start", WAY_CODEC_MOMENT);
  if (task->manual_finish == WAY_NEVER)
    set_from (self, item, record, "Finish", "manual_finish", WAY_CODEC_MOMENT);
}

/* A code of the user's own stays; one that only counts the rows, as the file does or as they stand
 * here, is computed. @counters: how many rows each level has above and with this one */
static void
import_wbs (WayMspdiItem *item, const GArray *counters)
{
  const char *wbs = way_mspdi_item_text (&way_mspdi_task, item, "WBS");
  const char *number = way_mspdi_item_text (&way_mspdi_task, item, "OutlineNumber");
  g_autoptr (GString) counted = NULL;

  if (wbs == NULL || number == NULL || strcmp (wbs, number) == 0)
    return;
  counted = g_string_new (NULL);
  for (guint i = 0; i < counters->len; i++)
    g_string_append_printf (counted, "%s%u", i > 0 ? "." : "", g_array_index (counters, guint, i));
  if (strcmp (wbs, counted->str) != 0)
    way_mspdi_item_keep (item, (int) element_of ("WBS"), "WBS", wbs);
}

static WayTask *
import_task (WayMspdiImport *self, WayMspdiItem *item, gint64 parent, gint64 rank, gboolean summary)
{
  WayRecord *record = way_document_create_record (self->document, &way_task_type);
  WayTask *task = WAY_TASK (record);

  way_mspdi_set_title (self, &way_mspdi_task, item, record, _("Unnamed task"));
  way_document_set_int (self->document, record, "parent", parent);
  way_document_set_int (self->document, record, "rank", rank);
  way_mspdi_claim_uid (self, &way_mspdi_task, item, record, self->tasks);
  way_mspdi_set_fields (self, &way_mspdi_task, item, record, summary);
  if (!summary)
    {
      import_duration (self, item, task);
      import_progress (self, item, task);
    }
  import_delay (self, task);
  import_constraint (self, item, task);
  import_calendar (self, item, record);
  import_external (self, item, task, summary);
  import_manual (self, item, task);
  if (self->keep_dates)
    {
      set_from (self, item, record, "Start", "imported_start", WAY_CODEC_MOMENT);
      set_from (self, item, record, "Finish", "imported_finish", WAY_CODEC_MOMENT);
    }
  return task;
}

/* The rows that come in: not the plan's own summary, no blank lines. */
static GPtrArray *
choose_rows (WayMspdiImport *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->file->tasks->len; i++)
    {
      WayMspdiItem *item = self->file->tasks->pdata[i];
      gint64 uid;

      if (way_mspdi_item_int (&way_mspdi_task, item, "UID", &uid) && uid == 0)
        continue;
      if (way_mspdi_item_true (&way_mspdi_task, item, "IsNull"))
        {
          g_autofree char *subject = g_strdup_printf (_("Line %d"), item->line);

          way_import_report_left_out (self->report, 0, subject, _("A blank row."));
        }
      else
        g_ptr_array_add (rows, item);
    }
  return rows;
}

/* Where the file's rows begin among those that are there. */
static gint64
first_rank (WayMspdiImport *self)
{
  GPtrArray *top = way_plan_get_children (self->plan, NULL);

  return top->len > 0 ? ((WayTask *) top->pdata[top->len - 1])->rank : 0;
}

static void
import_rows (WayMspdiImport *self, GPtrArray *items)
{
  g_autoptr (GArray) levels = g_array_sized_new (FALSE, FALSE, sizeof (guint), items->len + 1);
  g_autoptr (GPtrArray) open = g_ptr_array_new (); /* the last row on each level */
  g_autoptr (GArray) ranks = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GArray) counters = g_array_new (FALSE, TRUE, sizeof (guint));
  guint n_before = way_plan_get_children (self->plan, NULL)->len;
  gint64 top_rank = first_rank (self);
  guint level = 0;

  for (guint i = 0; i < items->len; i++)
    {
      level = row_level (self, items->pdata[i], level);
      g_array_append_val (levels, level);
    }
  level = 0;
  g_array_append_val (levels, level);
  g_array_append_val (counters, n_before);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 parent = 0, *rank;

      level = g_array_index (levels, guint, i);
      if (level > 1)
        parent = WAY_RECORD (open->pdata[level - 2])->id;
      g_ptr_array_set_size (open, (int) level);
      g_array_set_size (ranks, level);
      g_array_set_size (counters, level);
      g_array_index (counters, guint, level - 1)++;
      rank = &g_array_index (ranks, gint64, level - 1);
      *rank = (level == 1 ? MAX (*rank, top_rank) : *rank) + RANK_STEP;
      open->pdata[level - 1] = import_task (self, items->pdata[i], parent, *rank,
                                            g_array_index (levels, guint, i + 1) > level);
      import_wbs (items->pdata[i], counters);
      g_ptr_array_add (self->rows, open->pdata[level - 1]);
    }
}

/**
 * way_mspdi_import_tasks:
 *
 * Makes the rows with their outline, links and baselines.
 */
void
way_mspdi_import_tasks (WayMspdiImport *self)
{
  g_autoptr (GPtrArray) items = choose_rows (self);

  import_rows (self, items);
  way_mspdi_import_links (self, (WayMspdiItem **) items->pdata);
  way_mspdi_import_baselines (self, (WayMspdiItem **) items->pdata);
  for (guint i = 0; i < items->len; i++)
    way_mspdi_set_extra (self, items->pdata[i], self->rows->pdata[i]);
  way_import_report_count (self->report,
                           g_dngettext (GETTEXT_PACKAGE, "task", "tasks", items->len), items->len);
}
