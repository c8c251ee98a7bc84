/* way-sample.c: makes the sample plan from its tables, in the steps in which it came about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draft, first baseline, replan, second baseline, progress up to the status date: each is a
 * step of the history, so that the journal of the sample tells its story. */

#include "model/way-i18n.h"

#include "document/way-sample.h"

#include "document/way-change-requests.h"
#include "document/way-measurements.h"
#include "document/way-milestone-parts.h"
#include "document/way-sample-data.h"
#include "document/way-sample-documents.h"
#include "document/way-sample-registers.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"

#include <stdlib.h>
#include <string.h>

#define DAY_ENDS (17 * 60)

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  GHashTable *rows;   /* key → WayTask */
  GHashTable *people; /* key → WayResource */
} Sample;

static WayMoment
day (const char *iso)
{
  WayMoment moment = WAY_NEVER;

  if (iso != NULL)
    way_moment_from_iso (iso, &moment);
  return moment;
}

static WayRecord *
create (Sample *self, const char *type, const char *title)
{
  WayRecord *record = way_document_create_record (self->document, way_record_type (type));

  if (title != NULL)
    way_document_set_text (self->document, record, "title", title);
  return record;
}

static void
set_ref (Sample *self, WayRecord *record, const char *field, WayRecord *target)
{
  way_document_set_int (self->document, record, field, target != NULL ? target->id : 0);
}

/* One item a line becomes the field's text; NULL stays empty. */
static void
set_optional (Sample *self, WayRecord *record, const char *field, const char *text)
{
  if (text != NULL)
    way_document_set_text (self->document, record, field, text);
}

static WayRecord *
find_calendar (Sample *self, const char *title)
{
  WayRecord *found = way_plan_find_by_title (self->plan, &way_calendar_type, title);

  return found != NULL ? found : create (self, "calendar", title);
}

static void
make_calendars (Sample *self)
{
  WayProject *project = way_plan_get_project (self->plan);
  WayRecord *company = find_calendar (self, "Company");

  way_document_set_int (self->document, company, "base", project->calendar);
  set_ref (self, WAY_RECORD (project), "calendar", company);
  for (const WaySamplePerson *person = way_sample_people; person->key != NULL; person++)
    if (person->calendar != NULL)
      {
        WayRecord *calendar = find_calendar (self, person->calendar);

        set_ref (self, calendar, "base", company);
        way_document_set_int (self->document, calendar, "personal",
                              g_str_equal (person->calendar, person->name));
        if (strstr (person->calendar, "to Thursday") != NULL)
          way_document_set_text (self->document, calendar, "friday", "-");
      }
  for (const WaySampleHoliday *holiday = way_sample_holidays; holiday->name != NULL; holiday++)
    {
      WayRecord *exception = create (self, "exception", NULL);

      set_ref (self, exception, "calendar", find_calendar (self, holiday->calendar));
      way_document_set_text (self->document, exception, "name", holiday->name);
      way_document_set_int (self->document, exception, "first_day", day (holiday->first_day));
      way_document_set_int (self->document, exception, "last_day", day (holiday->last_day));
      way_document_set_text (self->document, exception, "times", "-");
    }
}

static void
make_people (Sample *self)
{
  int uid = 1;

  for (const WaySamplePerson *person = way_sample_people; person->key != NULL; person++)
    {
      WayRecord *record = create (self, "resource", person->name);

      way_document_set_int (self->document, record, "uid", uid++);
      way_document_set_text (self->document, record, "initials", person->initials);
      way_document_set_text (self->document, record, "role", person->role);
      way_document_set_text (self->document, record, "team", person->team);
      way_document_set_int (self->document, record, "standard_rate", (gint64) person->rate * 100);
      if (person->calendar != NULL)
        set_ref (self, record, "calendar", find_calendar (self, person->calendar));
      g_hash_table_insert (self->people, (gpointer) person->key, record);
    }
}

static gboolean
make_rows (Sample *self, GError **error)
{
  WayRecord *parents[3] = { NULL, NULL, NULL };
  int rank = 0;

  for (const WaySampleTask *row = way_sample_tasks; row->key != NULL; row++)
    {
      WayRecord *task = create (self, "task", row->title);

      rank++;
      way_document_set_int (self->document, task, "uid", rank);
      way_document_set_int (self->document, task, "rank", rank);
      set_ref (self, task, "parent", row->level > 0 ? parents[row->level - 1] : NULL);
      parents[row->level] = task;
      g_hash_table_insert (self->rows, (gpointer) row->key, task);
      if (row->duration == NULL)
        continue;
      if (g_str_equal (row->duration, "0"))
        way_document_set_int (self->document, task, "is_milestone", TRUE);
      if (!way_document_set_typed (self->document, task, "duration", row->duration, error))
        return FALSE;
    }
  return TRUE;
}

/* "req", "sensor SS+3d" */
static gboolean
make_link (Sample *self, WayRecord *successor, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  WayRecord *predecessor = g_hash_table_lookup (self->rows, words[0]);
  WayRecord *link = create (self, "link", NULL);

  if (predecessor == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, "sample: no row “%s”", words[0]);
      return FALSE;
    }
  set_ref (self, link, "predecessor", predecessor);
  set_ref (self, link, "successor", successor);
  if (words[1] != NULL)
    {
      g_autofree char *type = g_strndup (words[1], 2);

      way_document_set_int (self->document, link, "type",
                            way_enum_lookup (&way_enum_link_type, type));
      if (words[1][2] != '\0')
        return way_document_set_typed (self->document, link, "lag",
                                       words[1] + (words[1][2] == '+' ? 3 : 2), error);
    }
  return TRUE;
}

static void
make_assignment (Sample *self, WayRecord *task, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  WayRecord *assignment = create (self, "assignment", NULL);

  set_ref (self, assignment, "task", task);
  set_ref (self, assignment, "resource", g_hash_table_lookup (self->people, words[0]));
  way_document_set_int (self->document, assignment, "units", words[1] != NULL ? atoi (words[1]) : 100);
}

static gboolean
connect_rows (Sample *self, GError **error)
{
  for (const WaySampleTask *row = way_sample_tasks; row->key != NULL; row++)
    {
      WayRecord *task = g_hash_table_lookup (self->rows, row->key);
      g_auto (GStrv) after = g_strsplit (row->after != NULL ? row->after : "", ", ", -1);
      g_auto (GStrv) people = g_strsplit (row->people != NULL ? row->people : "", ", ", -1);

      for (char **link = after; *link != NULL; link++)
        if (!make_link (self, task, *link, error))
          return FALSE;
      for (char **person = people; *person != NULL; person++)
        make_assignment (self, task, *person);
      if (people[0] != NULL)
        {
          g_auto (GStrv) first = g_strsplit (people[0], " ", 2);

          set_ref (self, task, "owner", g_hash_table_lookup (self->people, first[0]));
        }
    }
  return TRUE;
}

static gboolean
set_fields (Sample *self, const WaySampleField *fields, GError **error)
{
  for (const WaySampleField *set = fields; set->key != NULL; set++)
    if (!way_document_set_typed (self->document, g_hash_table_lookup (self->rows, set->key),
                                 set->field, set->value, error))
      return FALSE;
  return TRUE;
}

/* Work and cost follow duration and units, as with tasks of fixed units. */
static void
set_work (Sample *self)
{
  GPtrArray *assignments = way_plan_peek_records (self->plan, &way_assignment_type);
  g_autoptr (GHashTable) work_of_task = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer task, minutes;

  for (guint i = 0; i < assignments->len; i++)
    {
      WayAssignment *assignment = assignments->pdata[i];
      WayTask *row = way_plan_lookup_task (self->plan, assignment->task);
      WayResource *person
          = WAY_RESOURCE (way_plan_lookup (self->plan, assignment->resource));
      gint64 work = row->duration * assignment->units / 100;
      gint64 actual = work * row->percent_complete / 100;

      way_document_set_int (self->document, WAY_RECORD (assignment), "work", work);
      way_document_set_int (self->document, WAY_RECORD (assignment), "actual_work", actual);
      way_document_set_int (self->document, WAY_RECORD (assignment), "cost",
                            work * person->standard_rate / 60);
      way_document_set_int (self->document, WAY_RECORD (assignment), "actual_cost",
                            actual * person->standard_rate / 60);
      minutes = g_hash_table_lookup (work_of_task, row);
      g_hash_table_insert (work_of_task, row,
                           GINT_TO_POINTER (GPOINTER_TO_INT (minutes) + (int) work));
    }
  g_hash_table_iter_init (&iter, work_of_task);
  while (g_hash_table_iter_next (&iter, &task, &minutes))
    {
      gint64 work = GPOINTER_TO_INT (minutes);

      way_document_set_int (self->document, task, "work", work);
      way_document_set_int (self->document, task, "actual_work",
                            work * WAY_TASK (task)->percent_complete / 100);
    }
}

static void
make_initiatives (Sample *self)
{
  for (const WaySampleInitiative *row = way_sample_initiatives; row->row != NULL; row++)
    {
      WayRecord *record = create (self, "initiative", row->title);

      set_ref (self, record, "task", g_hash_table_lookup (self->rows, row->row));
      set_ref (self, record, "owner", g_hash_table_lookup (self->people, row->owner));
      set_ref (self, record, "sponsor", g_hash_table_lookup (self->people, row->sponsor));
      way_document_set_text (self->document, record, "outcome", row->outcome);
      way_document_set_text (self->document, record, "goals", row->goals);
      way_document_set_text (self->document, record, "kpis", row->kpis);
      way_document_set_int (self->document, record, "status", WAY_STATUS_ACTIVE);
      way_document_set_int (self->document, record, "business_value", WAY_LEVEL_HIGH);
      way_document_set_int (self->document, record, "budget", (gint64) row->budget * 100);
      way_document_set_real (self->document, record, "roi", row->roi);
      way_document_set_int (self->document, record, "target_date", day (row->target));
    }
}

static void
make_milestones (Sample *self)
{
  for (const WaySampleMilestone *row = way_sample_milestones; row->row != NULL; row++)
    {
      WayRecord *task = g_hash_table_lookup (self->rows, row->row);
      WayRecord *record = create (self, "milestone", task->title);
      WayRecord *place = g_hash_table_lookup (self->rows, row->initiative);
      GPtrArray *initiatives = way_plan_get_referrers (
          self->plan, place->id, way_record_type_lookup ("initiative", "task"));

      set_ref (self, record, "task", task);
      set_ref (self, record, "initiative", initiatives->pdata[0]);
      set_ref (self, record, "owner", g_hash_table_lookup (self->people, row->owner));
      set_ref (self, record, "product_owner", g_hash_table_lookup (self->people, "jw"));
      way_document_set_int (self->document, record, "target_date", day (row->target));
      way_document_set_int (self->document, record, "status",
                            way_enum_lookup (&way_enum_status, "planning"));
      way_document_set_int (self->document, record, "priority",
                            way_enum_lookup (&way_enum_level, row->priority));
      way_document_set_int (self->document, record, "business_value",
                            way_enum_lookup (&way_enum_level, row->priority));
      way_document_set_int (self->document, record, "risk_level",
                            way_enum_lookup (&way_enum_level, row->risk));
      way_document_set_real (self->document, record, "estimated_effort", row->effort);
      way_document_set_int (self->document, record, "team_size", row->team_size);
      set_optional (self, record, "primary_metric", row->metric);
      set_optional (self, record, "stakeholders", row->stakeholders);
    }
}

/* What the months until the status date brought to the milestones. */
static void
report_milestones (Sample *self)
{
  GPtrArray *records = way_plan_peek_records (self->plan, &way_milestone_type);

  for (guint i = 0; way_sample_milestones[i].row != NULL; i++)
    {
      const WaySampleMilestone *row = &way_sample_milestones[i];
      WayRecord *record = records->pdata[i];

      way_document_set_int (self->document, record, "status",
                            way_enum_lookup (&way_enum_status, row->status));
      if (row->completed != NULL)
        way_document_set_int (self->document, record, "actual_date", day (row->completed));
      if (row->blocker != NULL)
        {
          WayRecord *blocker = way_milestone_add_part (self->document, WAY_MILESTONE (record),
                                                       &way_blocker_type);

          way_document_set_text (self->document, blocker, "title", row->blocker);
          way_document_set_int (self->document, blocker, "owner", record->owner);
          way_document_set_int (self->document, blocker, "since", day (row->blocked_since));
        }
      set_optional (self, record, "notes", row->notes);
    }
}

/* The end of a row's last day; deliveries, in elapsed days, come in the morning. */
static WayMoment
finish_of (WayTask *task, const char *finished)
{
  return day (finished) + (way_unit_is_elapsed ((WayUnit) task->duration_unit) ? 8 * 60 : DAY_ENDS);
}

static gint64
duration_of (Sample *self, WayTask *task)
{
  if (way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return task->actual_finish - task->actual_start;
  return way_document_work_between (self->document, 0, task->actual_start, task->actual_finish);
}

/* A finished row lasted from its actual start to its actual finish; a row that runs has done its
 * share of its duration. */
static void
report_progress (Sample *self)
{
  for (const WaySampleProgress *row = way_sample_progress; row->key != NULL; row++)
    {
      WayRecord *record = g_hash_table_lookup (self->rows, row->key);
      WayTask *task = WAY_TASK (record);

      way_document_set_int (self->document, record, "actual_start",
                            day (row->started) + (task->is_milestone ? DAY_ENDS : 8 * 60));
      way_document_set_int (self->document, record, "percent_complete", row->percent);
      way_document_set_int (self->document, record, "state",
                            row->finished != NULL ? WAY_STATE_DONE : WAY_STATE_IN_PROGRESS);
      if (row->finished == NULL)
        continue;
      way_document_set_int (self->document, record, "actual_finish",
                            finish_of (task, row->finished));
      if (!task->is_milestone)
        way_document_set_int (self->document, record, "duration", duration_of (self, task));
    }
}

static void
make_decisions (Sample *self)
{
  for (const WaySampleDecision *row = way_sample_decisions; row->title != NULL; row++)
    {
      WayRecord *record = create (self, "decision", row->title);
      WayRecord *task = g_hash_table_lookup (self->rows, row->milestone);
      GPtrArray *milestones = way_plan_get_referrers (
          self->plan, task->id, way_record_type_lookup ("milestone", "task"));

      set_ref (self, record, "milestone", milestones->pdata[0]);
      set_ref (self, record, "owner", g_hash_table_lookup (self->people, row->owner));
      way_document_set_int (self->document, record, "decided", day (row->decided_on));
      way_document_set_text (self->document, record, "choice", row->choice);
      way_document_set_text (self->document, record, "alternatives", row->alternatives);
      way_document_set_text (self->document, record, "reasons", row->reasons);
    }
}

/* The milestone or initiative that stands on a row: whose document it is. */
static WayRecord *
whole_on (Sample *self, const char *key)
{
  WayRecord *row = g_hash_table_lookup (self->rows, key);
  GPtrArray *standing = way_plan_get_referrers (self->plan, row->id,
                                                way_record_type_lookup ("milestone", "task"));

  if (standing->len == 0)
    standing = way_plan_get_referrers (self->plan, row->id,
                                       way_record_type_lookup ("initiative", "task"));
  return standing->pdata[0];
}

static gboolean
make_part (Sample *self, const WaySamplePart *part, GError **error)
{
  WayRecord *record = way_record_add_part (self->document, whole_on (self, part->whole),
                                           way_record_type (part->type));

  if (part->title != NULL)
    way_document_set_text (self->document, record, "title", part->title);
  for (guint i = 0; i < G_N_ELEMENTS (part->fields) && part->fields[i][0] != NULL; i++)
    if (!way_document_set_typed (self->document, record, part->fields[i][0], part->fields[i][1],
                                 error))
      return FALSE;
  return TRUE;
}

static void
make_phase_lines (Sample *self)
{
  for (const WaySamplePhaseLine *line = way_sample_phase_lines; line->phase != NULL; line++)
    {
      WayRecord *phase = way_plan_find_by_title (self->plan, &way_phase_type, line->phase);
      WayRecord *milestone = way_plan_lookup (self->plan, WAY_PHASE (phase)->milestone);
      WayRecord *item = way_milestone_add_part (self->document, WAY_MILESTONE (milestone),
                                                &way_checklist_item_type);

      way_document_set_text (self->document, item, "title", line->text);
      way_document_set_int (self->document, item, "list", WAY_CHECKLIST_PHASE);
      set_ref (self, item, "phase", phase);
      way_document_set_int (self->document, item, "done", line->done);
    }
}

static gboolean
make_documents (Sample *self, GError **error)
{
  for (const WaySampleSection *row = way_sample_sections; row->whole != NULL; row++)
    way_section_set_text (self->document, whole_on (self, row->whole), row->key, row->text);
  for (const WaySamplePart *part = way_sample_parts; part->whole != NULL; part++)
    if (!make_part (self, part, error))
      return FALSE;
  make_phase_lines (self);
  for (const WaySampleSection *row = way_sample_front_matter; row->whole != NULL; row++)
    if (!way_document_set_typed (self->document, whole_on (self, row->whole), row->key, row->text,
                                 error))
      return FALSE;
  return TRUE;
}

static gboolean
make_registers (Sample *self, GError **error)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (self->plan));

  set_ref (self, project, "manager", g_hash_table_lookup (self->people, "ml"));
  set_ref (self, project, "director", g_hash_table_lookup (self->people, "jw"));
  for (const WaySampleRegister *row = way_sample_registers; row->type != NULL; row++)
    {
      WayRecord *record = create (self, row->type, row->title);

      for (guint i = 0; row->fields[i][0] != NULL; i++)
        if (!way_document_set_typed (self->document, record, row->fields[i][0], row->fields[i][1],
                                     error))
          return FALSE;
    }
  for (const WaySampleField *set = way_sample_rated; set->key != NULL; set++)
    if (!way_document_set_typed (self->document, way_plan_find_by_human_id (self->plan, set->key),
                                 set->field, set->value, error))
      return FALSE;
  return TRUE;
}

/* Towards their targets, week by week. */
static gboolean
measure_kpis (Sample *self, GError **error)
{
  static const struct
  {
    const char *kpi, *measured;
  } rows[] = {
    { "Error against reference", "2026-10-16 18\n2026-10-23 17.2\n2026-10-30 14.8 new firmware\n"
                                 "2026-11-06 15.1\n2026-11-13 12.4\n2026-11-20 11.6" },
    { "Stand-by current", "2026-10-16 120\n2026-10-30 96\n2026-11-13 71" },
    { "Unit cost", "2026-09-30 46.8\n2026-10-30 43.9\n2026-11-20 42.6 second bidder" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      WayRecord *kpi = way_plan_find_by_title (self->plan, &way_kpi_type, rows[i].kpi);
      g_autoptr (GArray) measured = way_measurements_parse (rows[i].measured, error);

      if (kpi == NULL || measured == NULL)
        return FALSE;
      way_measurements_replace (self->document, WAY_KPI (kpi), measured);
    }
  return TRUE;
}

static gboolean
draft (Sample *self, GError **error)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (self->plan));

  way_document_set_text (self->document, project, "title", WAY_SAMPLE_TITLE);
  way_document_set_text (self->document, project, "company", "Hawthorn Instruments");
  way_document_set_text (self->document, project, "currency", "€");
  way_document_set_int (self->document, project, "start", day (WAY_SAMPLE_START) + 8 * 60);
  make_calendars (self);
  make_people (self);
  if (!make_rows (self, error) || !connect_rows (self, error)
      || !set_fields (self, way_sample_planned, error))
    return FALSE;
  set_work (self);
  make_initiatives (self);
  make_milestones (self);
  return TRUE;
}

static gboolean
replan (Sample *self, GError **error)
{
  if (!set_fields (self, way_sample_replanned, error))
    return FALSE;
  set_work (self);
  return TRUE;
}

static gboolean
report (Sample *self, GError **error)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (self->plan));

  way_document_set_int (self->document, project, "status_date", day (WAY_SAMPLE_STATUS));
  report_progress (self);
  if (!set_fields (self, way_sample_current, error))
    return FALSE;
  set_work (self);
  report_milestones (self);
  make_decisions (self);
  return make_documents (self, error) && make_registers (self, error)
         && measure_kpis (self, error);
}

static gboolean
first_baseline (Sample *self, GError **error)
{
  if (!way_baseline_save (self->document, 0, _("Approved plan"), error))
    return FALSE;
  way_document_set_int (self->document, WAY_RECORD (way_baseline_get (self->document, 0)), "taken",
                        day (WAY_SAMPLE_START) + 8 * 60);
  return TRUE;
}

static gboolean
second_baseline (Sample *self, GError **error)
{
  if (!way_baseline_save (self->document, 1, _("Replan of October"), error))
    return FALSE;
  way_document_set_int (self->document, WAY_RECORD (way_baseline_get (self->document, 1)), "taken",
                        day ("2026-10-05") + 8 * 60);
  return TRUE;
}

static gboolean
step (Sample *self, const char *label, gboolean (*edit) (Sample *, GError **), GError **error)
{
  way_document_begin (self->document, label);
  if (edit (self, error))
    return way_document_commit (self->document, error);
  way_document_rollback (self->document);
  return FALSE;
}

/* Nobody's step, as those that the document takes itself. */
static gboolean
keep_past_days (WayDocument *document, GError **error)
{
  way_document_begin_with_origin (document, _("Snapshot of the day"), WAY_ORIGIN_SNAPSHOT);
  way_sample_add_snapshots (document);
  return way_document_commit (document, error);
}

/* One of the two who decide has done so. */
static void
approve (Sample *self, WayChangeRequest *request)
{
  WayRecord *approval = way_change_request_approvals (request)->pdata[1];

  way_document_set_int (self->document, approval, "decision", WAY_APPROVAL_GRANTED);
  way_document_set_int (self->document, approval, "decided_on", day ("2026-11-19"));
}

/* What the second change asks for, as somebody has tried it. */
static gboolean
propose (Sample *self, GError **error)
{
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (self->document);
  WayRecord *request = way_plan_find_by_human_id (self->plan, "C-2");
  WayRecord *tests = g_hash_table_lookup (self->rows, "lab");
  WayTask *task = way_plan_lookup_task (way_document_get_plan (sandbox), tests->id);

  if (!way_task_edit_duration (sandbox, task, 7 * 480, WAY_UNIT_DAYS, error))
    return FALSE;
  way_document_begin (sandbox, _("Cost"));
  way_document_set_int (sandbox, WAY_RECORD (task), "fixed_cost", task->fixed_cost + 640000);
  if (!way_document_commit (sandbox, error))
    return FALSE;
  way_document_begin (self->document, _("Keep the proposal"));
  way_change_request_keep (self->document, WAY_CHANGE_REQUEST (request), sandbox);
  approve (self, WAY_CHANGE_REQUEST (request));
  return way_document_commit (self->document, error);
}

/**
 * way_sample_get_start:
 *
 * Returns: the day on which a plan for the sample has to start
 */
WayMoment
way_sample_get_start (void)
{
  return day (WAY_SAMPLE_START);
}

/**
 * way_sample_fill:
 * @document: a new plan without rows
 *
 * Fills it with the sample: a product launch as of 20 November 2026. Always the same.
 */
gboolean
way_sample_fill (WayDocument *document, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  Sample self = { document, way_document_get_plan (document), rows, people };

  return step (&self, _("Draft the plan"), draft, error)
         && step (&self, _("Approve the plan"), first_baseline, error)
         && step (&self, _("Replan after the late boards"), replan, error)
         && step (&self, _("Approve the new plan"), second_baseline, error)
         && step (&self, _("Report the status of 20 November"), report, error)
         && propose (&self, error) && keep_past_days (document, error);
}
