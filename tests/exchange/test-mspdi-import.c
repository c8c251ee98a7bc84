/* test-mspdi-import.c: what of an MS Project XML file arrives where.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"

#include <string.h>

static WayDocument *
import_everything (WayImportReport **report)
{
  g_autofree char *path = helper_fixture ("everything.xml");

  return helper_import (path, WAY_DATES_RECOMPUTE, report);
}

static guint
count_of (const WayImportReport *report, const char *label)
{
  for (guint i = 0; i < report->counts->len; i++)
    if (strcmp (g_array_index (report->counts, WayImportCount, i).label, label) == 0)
      return g_array_index (report->counts, WayImportCount, i).n;
  return 0;
}

static void
test_project (void)
{
  g_autoptr (WayDocument) document = import_everything (NULL);
  WayProject *project = way_plan_get_project (way_document_get_plan (document));

  g_assert_cmpstr (WAY_RECORD (project)->title, ==, "The boat & its shed");
  g_assert_cmpstr (WAY_RECORD (project)->notes, ==, "All of it.");
  g_assert_cmpstr (project->company, ==, "Yard");
  g_assert_cmpstr (project->currency, ==, "€");
  g_assert_cmpint (project->start, ==, way_moment (2026, 5, 4, 8, 0));
  g_assert_cmpint (project->finish, ==, WAY_NEVER); /* computed */
  g_assert_cmpint (project->status_date, ==, way_moment (2026, 5, 8, 0, 0));
  g_assert_cmpint (project->day_finish, ==, 960);
  g_assert_cmpint (project->minutes_per_day, ==, 420);
  g_assert_cmpint (project->minutes_per_week, ==, 2100);
  g_assert_cmpint (project->days_per_month, ==, 21);
  g_assert_cmpint (project->critical_float, ==, 420);
  g_assert_cmpint (project->honour_constraints, ==, 0);
  g_assert_nonnull (strstr (project->exchange_extra, "<Subject>Wood</Subject>"));
  g_assert_nonnull (strstr (project->exchange_extra, "<FutureSwitch>on</FutureSwitch>"));
  g_assert_nonnull (strstr (project->exchange_extra, "<Alias>Berth</Alias>"));
  g_assert_null (strstr (project->exchange_extra, "CurrentDate"));
}

static GPtrArray *
exceptions_of (WayDocument *document, const char *calendar)
{
  WayRecord *record = helper_record (document, "calendar", calendar);

  return way_plan_get_referrers (way_document_get_plan (document), record->id,
                                 way_record_type_lookup ("exception", "calendar"));
}

static void
check_exception (WayException *exception, const char *name, WayMoment first, WayMoment last,
                 const char *times)
{
  g_assert_cmpstr (exception->name, ==, name);
  g_assert_cmpint (exception->first_day, ==, first);
  g_assert_cmpint (exception->last_day, ==, last);
  g_assert_cmpstr (exception->times, ==, times);
}

static void
test_calendars (void)
{
  g_autoptr (WayDocument) document = import_everything (NULL);
  WayPlan *plan = way_document_get_plan (document);
  WayCalendar *standard = WAY_CALENDAR (helper_record (document, "calendar", "Standard"));
  WayCalendar *watch = WAY_CALENDAR (helper_record (document, "calendar", "Night watch"));
  WayCalendar *ana = WAY_CALENDAR (helper_record (document, "calendar", "Ana"));
  GPtrArray *exceptions = exceptions_of (document, "Standard");

  g_assert_cmpint (way_plan_get_default_calendar (plan), ==, WAY_RECORD (standard)->id);
  g_assert_cmpstr (standard->sunday, ==, "-");
  g_assert_cmpstr (standard->monday, ==, "08:00-12:00 13:00-16:00");
  g_assert_cmpstr (standard->tuesday, ==, "08:00-12:00 13:00-16:00"); /* sorted */
  g_assert_cmpstr (standard->wednesday, ==, "08:00-12:00 13:00-17:00"); /* working, no times given */
  g_assert_cmpstr (standard->thursday, ==, "00:00-24:00");
  g_assert_cmpstr (watch->friday, ==, "08:00-12:00 13:00-17:00"); /* says nothing of any day */
  g_assert_cmpstr (watch->saturday, ==, "-");
  g_assert_cmpint (ana->base, ==, WAY_RECORD (watch)->id);
  g_assert_cmpint (ana->personal, ==, 1);
  g_assert_cmpstr (ana->monday, ==, "");
  g_assert_cmpstr (ana->friday, ==, "-");

  /* The work week, the range, three Mondays; the old-style copy says nothing new. */
  g_assert_cmpuint (exceptions->len, ==, 5);
  check_exception (exceptions->pdata[0], "Launch", way_moment (2026, 7, 11, 0, 0),
                   way_moment (2026, 7, 11, 0, 0), "08:00-12:00");
  check_exception (exceptions->pdata[1], "Whitsun", way_moment (2026, 5, 25, 0, 0),
                   way_moment (2026, 5, 26, 0, 0), "-");
  check_exception (exceptions->pdata[2], "Late shift", way_moment (2026, 6, 1, 0, 0),
                   way_moment (2026, 6, 1, 0, 0), "10:00-18:00");
  check_exception (exceptions->pdata[4], "Late shift", way_moment (2026, 6, 15, 0, 0),
                   way_moment (2026, 6, 15, 0, 0), "10:00-18:00");
  g_assert_true (g_str_has_prefix (((WayException *) exceptions->pdata[4])->recurrence, "type=6 "));
}

static void
test_old_exceptions (void)
{
  g_autofree char *path = helper_fixture ("project2003.xml");
  g_autoptr (WayDocument) document = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  GPtrArray *exceptions = exceptions_of (document, "Standard");

  /* Without a title, the name of the file that it was saved as. */
  g_assert_cmpstr (way_document_get_title (document), ==, "Shop & yard.mpp");
  g_assert_cmpuint (exceptions->len, ==, 2);
  check_exception (exceptions->pdata[0], "", way_moment (2026, 5, 11, 0, 0),
                   way_moment (2026, 5, 12, 0, 0), "-");
  check_exception (exceptions->pdata[1], "", way_moment (2026, 5, 16, 0, 0),
                   way_moment (2026, 5, 16, 0, 0), "09:00-11:00");
  /* Monday 8 h, the Monday off, Saturday 2 h, the Monday after 6 h. */
  g_assert_cmpint (helper_task (document, "Two Mondays")->finish, ==,
                   way_moment (2026, 5, 18, 15, 0));
}

static void
test_outline (void)
{
  g_autoptr (WayDocument) document = import_everything (NULL);
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  const char *const titles[] = { "Hull", "Keel", "Planks", "Paint", "Afloat", "A sail perhaps" };
  const int depths[] = { 0, 1, 1, 0, 0, 0 };

  g_assert_cmpuint (outline->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];

      g_assert_cmpstr (WAY_RECORD (task)->title, ==, titles[i]);
      g_assert_cmpint (task->depth, ==, depths[i]);
    }
  g_assert_cmpint (helper_task (document, "Hull")->percent_complete, ==, 0); /* computed */
  g_assert_cmpint (helper_task (document, "Hull")->uid, ==, 10);
}

static void
test_task (void)
{
  g_autoptr (WayDocument) document = import_everything (NULL);
  WayTask *keel = helper_task (document, "Keel");

  g_assert_cmpint (keel->uid, ==, 12);
  g_assert_cmpint (keel->task_type, ==, WAY_TASK_FIXED_DURATION);
  g_assert_cmpint (keel->priority, ==, 700);
  g_assert_cmpint (keel->duration, ==, 840);
  g_assert_cmpint (keel->duration_unit, ==, WAY_UNIT_DAYS);
  g_assert_cmpint (keel->estimated, ==, 1);
  g_assert_cmpint (keel->effort_driven, ==, 1);
  g_assert_cmpint (keel->work, ==, 751); /* 12 h 30 min 30 s, rounded */
  g_assert_cmpint (keel->actual_work, ==, 180);
  g_assert_cmpint (keel->percent_complete, ==, 25);
  g_assert_cmpint (keel->state, ==, WAY_STATE_IN_PROGRESS);
  g_assert_cmpint (keel->actual_start, ==, way_moment (2026, 5, 4, 8, 0));
  g_assert_cmpint (keel->actual_finish, ==, WAY_NEVER);
  g_assert_cmpint (keel->stop, ==, way_moment (2026, 5, 4, 12, 0));
  g_assert_cmpint (keel->resume, ==, way_moment (2026, 5, 4, 13, 0));
  g_assert_cmpint (keel->physical_complete, ==, 20);
  g_assert_cmpint (keel->fixed_cost, ==, 12345);
  g_assert_cmpint (keel->constraint_type, ==, WAY_CONSTRAINT_ASAP);
  g_assert_cmpint (keel->constraint_date, ==, WAY_NEVER); /* the date of no constraint */
  g_assert_cmpint (keel->deadline, ==, way_moment (2026, 5, 15, 16, 0));
  g_assert_cmpint (keel->levelling_delay, ==, WAY_DAY);
  g_assert_cmpint (keel->levelling_delay_unit, ==, WAY_UNIT_ELAPSED_DAYS);
  g_assert_cmpint (keel->ignore_resource_calendars, ==, 1);
  g_assert_cmpint (keel->calendar, ==, helper_record (document, "calendar", "Night watch")->id);
  g_assert_cmpstr (keel->hyperlink, ==, "https://example.org/keel?a=1&b=2");
  g_assert_cmpstr (WAY_RECORD (keel)->notes, ==, "Oak,\nnot pine <ever>.");
  g_assert_cmpint (keel->imported_start, ==, WAY_NEVER); /* not asked to keep them */
}

static void
test_kept (void)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = import_everything (&report);
  const char *extra = helper_task (document, "Keel")->exchange_extra;

  /* In the schema's order, what no one knows at the end; what says only the usual is not there. */
  g_assert_cmpstr (extra, ==,
                   "<CreateDate>2026-04-01T10:00:00</CreateDate><WBS>K-1</WBS>"
                   "<Work>PT12H30M30S</Work><Hyperlink>Drawing</Hyperlink><Rollup>1</Rollup>"
                   "<ExtendedAttribute><FieldID>188743731</FieldID><Value>Berth 4</Value></ExtendedAttribute>"
                   "<Baseline><Number>0</Number><DurationFormat>5</DurationFormat></Baseline>"
                   "<SprintGoal><Aim weight=\"2\">Float</Aim></SprintGoal>");
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (report->kept, "Task/SprintGoal")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (report->kept, "Calendar/GUID")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (report->kept, "Task/HideBar")), ==, 0);
}

static WayLink *
link_between (WayDocument *document, const char *from, const char *to)
{
  WayTask *successor = helper_task (document, to);
  GPtrArray *links = way_plan_get_referrers (way_document_get_plan (document),
                                             WAY_RECORD (successor)->id,
                                             way_record_type_lookup ("link", "successor"));

  for (guint i = 0; i < links->len; i++)
    if (((WayLink *) links->pdata[i])->predecessor == WAY_RECORD (helper_task (document, from))->id)
      return links->pdata[i];
  g_assert_not_reached ();
}

static void
check_link (WayLink *link, WayLinkType type, gint64 lag, WayUnit unit)
{
  g_assert_cmpint (link->type, ==, type);
  g_assert_cmpint (link->lag, ==, lag);
  g_assert_cmpint (link->lag_unit, ==, unit);
}

static void
test_links (void)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = import_everything (&report);

  check_link (link_between (document, "Keel", "Planks"), WAY_LINK_FS, -50, WAY_UNIT_PERCENT);
  check_link (link_between (document, "Planks", "Paint"), WAY_LINK_SS, 2880, WAY_UNIT_ELAPSED_DAYS);
  check_link (link_between (document, "Keel", "Paint"), WAY_LINK_FS, 0, WAY_UNIT_DAYS);
  check_link (link_between (document, "Paint", "Afloat"), WAY_LINK_FF, 420, WAY_UNIT_DAYS);
  g_assert_cmpuint (count_of (report, "links"), ==, 4);
}

static void
test_other_rows (void)
{
  g_autoptr (WayDocument) document = import_everything (NULL);
  WayTask *planks = helper_task (document, "Planks");
  WayTask *paint = helper_task (document, "Paint");

  g_assert_cmpint (planks->duration_unit, ==, WAY_UNIT_ELAPSED_DAYS);
  g_assert_cmpint (planks->constraint_type, ==, WAY_CONSTRAINT_SNET);
  g_assert_cmpint (planks->constraint_date, ==, way_moment (2026, 5, 11, 8, 0));
  g_assert_cmpint (planks->finish, ==, way_moment (2026, 5, 13, 8, 0));
  /* Set by hand, with no dates by hand: those that the file computed. */
  g_assert_cmpint (paint->manual, ==, 1);
  g_assert_cmpint (paint->start, ==, way_moment (2026, 5, 20, 9, 0));
  g_assert_cmpint (paint->finish, ==, way_moment (2026, 5, 21, 12, 0));
  g_assert_cmpint (helper_task (document, "Afloat")->is_milestone, ==, 1);
  g_assert_cmpint (helper_task (document, "Afloat")->duration, ==, 0);
  g_assert_cmpint (helper_task (document, "A sail perhaps")->active, ==, 0);
}

static void
test_baselines (void)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = import_everything (&report);
  GPtrArray *values = way_plan_get_referrers (way_document_get_plan (document),
                                              WAY_RECORD (helper_task (document, "Keel"))->id,
                                              way_record_type_lookup ("baseline_value", "task"));
  WayBaselineValue *value = values->pdata[0];

  g_assert_cmpuint (count_of (report, "baselines"), ==, 2);
  g_assert_cmpuint (values->len, ==, 2);
  g_assert_cmpint (value->start, ==, way_moment (2026, 5, 1, 8, 0));
  g_assert_cmpint (value->finish, ==, way_moment (2026, 5, 4, 16, 0));
  g_assert_cmpint (value->duration, ==, 420);
  g_assert_cmpint (value->work, ==, 600);
  g_assert_cmpint (value->cost, ==, 99900);
  value = values->pdata[1];
  g_assert_cmpint (WAY_BASELINE (way_plan_lookup (way_document_get_plan (document), value->baseline))->slot,
                   ==, 3);
}

static void
test_people (void)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = import_everything (&report);
  WayResource *ana = WAY_RESOURCE (helper_record (document, "resource", "Ana"));
  WayResource *oak = WAY_RESOURCE (helper_record (document, "resource", "Oak"));
  WayResource *travel = WAY_RESOURCE (helper_record (document, "resource", "Travel"));

  g_assert_cmpuint (count_of (report, "people and resources"), ==, 3); /* not the nameless nobody */
  g_assert_cmpint (ana->kind, ==, WAY_RESOURCE_WORK);
  g_assert_cmpstr (ana->initials, ==, "A");
  g_assert_cmpstr (ana->team, ==, "Carpenters");
  g_assert_cmpstr (ana->email, ==, "ana@example.org");
  g_assert_cmpint (ana->max_units, ==, 250);
  g_assert_cmpint (ana->standard_rate, ==, 1683);
  g_assert_cmpint (ana->overtime_rate, ==, 2550);
  g_assert_cmpint (ana->cost_per_use, ==, 5000);
  g_assert_cmpint (ana->accrual, ==, WAY_ACCRUE_START);
  g_assert_cmpint (ana->active, ==, 0);
  g_assert_cmpint (ana->calendar, ==, helper_record (document, "calendar", "Ana")->id);
  g_assert_cmpstr (WAY_RECORD (ana)->notes, ==, "Left-handed");
  g_assert_cmpint (oak->kind, ==, WAY_RESOURCE_MATERIAL);
  g_assert_cmpstr (oak->material_unit, ==, "m³");
  g_assert_cmpint (travel->kind, ==, WAY_RESOURCE_COST);
}

static void
test_assignments (void)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = import_everything (&report);
  GPtrArray *assignments =
      way_plan_peek_records (way_document_get_plan (document), &way_assignment_type);
  WayAssignment *assignment = assignments->pdata[0];

  g_assert_cmpuint (assignments->len, ==, 1); /* nobody's is the task's own */
  g_assert_cmpint (assignment->task, ==, WAY_RECORD (helper_task (document, "Keel"))->id);
  g_assert_cmpint (assignment->resource, ==, helper_record (document, "resource", "Ana")->id);
  g_assert_cmpint (assignment->units, ==, 50);
  g_assert_cmpint (assignment->work, ==, 420);
  g_assert_cmpint (assignment->actual_work, ==, 180);
  g_assert_cmpint (assignment->delay, ==, 60);
  g_assert_cmpint (assignment->cost, ==, 11800);
  g_assert_cmpint (assignment->contour, ==, 2);
  g_assert_cmpstr (assignment->exchange_extra, ==,
                   "<TimephasedData><Type>1</Type><UID>1</UID>"
                   "<Start>2026-05-04T08:00:00</Start><Finish>2026-05-05T08:00:00</Finish>"
                   "<Unit>2</Unit><Value>PT4H0M0S</Value></TimephasedData>");
}

static void
test_one_step (void)
{
  g_autofree char *path = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_new_plan ();
  g_autofree char *before = helper_text (document);
  g_autofree char *imported = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_true (way_exchange_import (document, path, "mspdi", NULL, NULL, NULL));
  imported = helper_text (document);
  g_assert_cmpstr (way_document_get_undo_label (document), ==, "Import “everything.xml”");
  g_assert_true (way_document_undo (document, NULL));
  undone = helper_text (document);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (way_document_can_undo (document));
  g_assert_true (way_document_redo (document, NULL));
  redone = helper_text (document);
  g_assert_cmpstr (redone, ==, imported);
}

/* A plan that has rows keeps its own options, its rows and their numbers. */
static void
test_into_plan (void)
{
  g_autofree char *path = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = import_everything (NULL);
  g_autoptr (WayImportReport) report = NULL;
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *tasks = way_plan_peek_records (plan, &way_task_type);
  g_autoptr (GHashTable) uids = g_hash_table_new (NULL, NULL);

  g_assert_true (way_exchange_import (document, path, NULL, NULL, &report, NULL));
  g_assert_true (helper_has_note (report->left_out, "Plan", "keeps its own start"));
  g_assert_cmpuint (tasks->len, ==, 12);
  for (guint i = 0; i < tasks->len; i++)
    g_assert_true (g_hash_table_add (uids, GSIZE_TO_POINTER (((WayTask *) tasks->pdata[i])->uid)));
  g_assert_cmpstr (((WayRecord *) way_plan_get_outline (plan)->pdata[6])->title, ==, "Hull");
  g_assert_cmpint (((WayTask *) way_plan_get_outline (plan)->pdata[7])->depth, ==, 1);
}

static void
test_keep_dates (void)
{
  g_autofree char *path = helper_fixture ("everything.xml");
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = helper_import (path, WAY_DATES_KEEP, &report);
  WayTask *keel = helper_task (document, "Keel");
  WayImportDifference *difference = NULL;
  g_autofree char *text = way_import_report_to_text (report);

  g_assert_cmpint (keel->imported_start, ==, way_moment (2026, 5, 4, 8, 0));
  g_assert_cmpint (keel->imported_finish, ==, way_moment (2026, 5, 5, 16, 0));
  g_assert_cmpuint (report->n_compared, ==, 2); /* Keel and Paint have dates */
  g_assert_cmpuint (report->differences->len, ==, 1);
  difference = report->differences->pdata[0];
  g_assert_cmpint (difference->record, ==, WAY_RECORD (keel)->id);
  g_assert_cmpint (difference->file_finish, ==, keel->imported_finish);
  g_assert_cmpint (difference->finish, ==, keel->finish);
  g_assert_cmpstr (difference->reason, !=, "");
  g_assert_nonnull (strstr (text, "1 of 2 tasks stand on other dates"));
  g_assert_nonnull (strstr (text, "“Keel”"));
}

static void
test_formats (void)
{
  g_autofree char *path = helper_fixture ("everything.xml");
  g_autoptr (GError) error = NULL;
  guint n_formats;

  way_exchange_formats (&n_formats);
  g_assert_cmpuint (n_formats, >=, 1);
  g_assert_cmpstr (way_exchange_guess_format (path, FALSE, NULL)->id, ==, "mspdi");
  g_assert_cmpstr (way_exchange_guess_format ("/x/Plan.XML", TRUE, NULL)->id, ==, "mspdi");
  g_assert_null (way_exchange_guess_format ("/x/plan.docx", TRUE, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/mspdi/project", test_project);
  g_test_add_func ("/exchange/mspdi/calendars", test_calendars);
  g_test_add_func ("/exchange/mspdi/old-exceptions", test_old_exceptions);
  g_test_add_func ("/exchange/mspdi/outline", test_outline);
  g_test_add_func ("/exchange/mspdi/task", test_task);
  g_test_add_func ("/exchange/mspdi/kept", test_kept);
  g_test_add_func ("/exchange/mspdi/links", test_links);
  g_test_add_func ("/exchange/mspdi/other-rows", test_other_rows);
  g_test_add_func ("/exchange/mspdi/baselines", test_baselines);
  g_test_add_func ("/exchange/mspdi/people", test_people);
  g_test_add_func ("/exchange/mspdi/assignments", test_assignments);
  g_test_add_func ("/exchange/mspdi/one-step", test_one_step);
  g_test_add_func ("/exchange/mspdi/into-plan", test_into_plan);
  g_test_add_func ("/exchange/mspdi/keep-dates", test_keep_dates);
  g_test_add_func ("/exchange/mspdi/formats", test_formats);
  return g_test_run ();
}
