/* test-mspdi-pieces.c: split tasks, progress to the minute and rows of other plans, in and out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"

#include "document/way-task-edits.h"
#include "document/way-task-pieces.h"

#include <string.h>

#define AT(day, hour, minute) way_moment (2026, 5, day, hour, minute)

static WayDocument *
import_pieces (void)
{
  g_autofree char *path = helper_fixture ("pieces.xml");

  return helper_import (path, WAY_DATES_RECOMPUTE, NULL);
}

static char *
export_text (WayDocument *document, char **path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  *path = helper_scratch ("pieces.xml");
  way_exchange_export (document, *path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (*path, &text, NULL, NULL));
  return text;
}

static void
test_rows_of_work (void)
{
  g_autoptr (WayDocument) document = import_pieces ();
  WayTask *split = helper_task (document, "Split");

  g_assert_cmpstr (split->splits, ==, "480+960");
  g_assert_cmpint (split->finish, ==, AT (8, 17, 0));
  g_assert_cmpstr (helper_task (document, "Steady")->splits, ==, "");
}

/* Two days of rest: one before the work stopped, and one that no date places. */
static void
test_dates_alone (void)
{
  g_autoptr (WayDocument) document = import_pieces ();
  WayTask *task = helper_task (document, "Told by dates");
  gint64 all, left;

  way_task_rests (task, &all, &left);
  g_assert_cmpint (all, ==, 960);
  g_assert_cmpint (left, ==, 480);
  g_assert_cmpint (task->finish, ==, AT (8, 17, 0));
}

static void
test_worked (void)
{
  g_autoptr (WayDocument) document = import_pieces ();
  WayTask *task = helper_task (document, "A third");
  g_autofree char *path = NULL, *text = NULL;

  g_assert_cmpint (way_task_worked (task), ==, 160);
  text = export_text (document, &path);
  g_assert_nonnull (strstr (text, "<ActualDuration>PT2H40M0S</ActualDuration>"));
  g_assert_nonnull (strstr (text, "<RemainingDuration>PT5H20M0S</RemainingDuration>"));
}

static void
test_external (void)
{
  g_autoptr (WayDocument) document = import_pieces ();
  WayTask *task = helper_task (document, "Of another plan");
  g_autofree char *path = NULL, *text = export_text (document, &path);

  g_assert_cmpint (task->start, ==, AT (11, 8, 0));
  g_assert_cmpint (task->finish, ==, AT (13, 17, 0));
  g_assert_cmpint (task->manual, ==, 0);
  g_assert_cmpint (helper_task (document, "After it")->start, ==, AT (14, 8, 0));
  g_assert_nonnull (strstr (text, "<ExternalTask>1</ExternalTask>"));
}

static void
test_option (void)
{
  g_autoptr (WayDocument) document = import_pieces ();
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  g_autofree char *path = NULL, *text = export_text (document, &path);

  g_assert_cmpint (project->unfinished_waits, ==, 0);
  g_assert_nonnull (strstr (text, "<SplitsInProgressTasks>0</SplitsInProgressTasks>"));
}

/* A row with rows below it does not rest by itself, whatever its assignment says. */
static void
test_summary (void)
{
  g_autofree char *path = helper_scratch ("summary.xml");
  g_autoptr (WayDocument) document = NULL;

  g_assert_true (g_file_set_contents (path,
      "<Project><StartDate>2026-05-04T08:00:00</StartDate><Tasks>"
      "<Task><UID>1</UID><Name>Phase</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration>"
      "<Start>2026-05-04T08:00:00</Start><Finish>2026-05-08T17:00:00</Finish></Task>"
      "<Task><UID>2</UID><Name>Row</Name><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration></Task>"
      "</Tasks><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID>"
      "<WorkContour>8</WorkContour></Assignment></Assignments></Project>", -1, NULL));
  document = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  g_assert_cmpstr (helper_task (document, "Phase")->splits, ==, "");
}

/* The same dates come back; of a task that moves on, the rests move along. */
static void
test_round_trip (void)
{
  g_autoptr (WayDocument) document = import_pieces (), again = NULL;
  g_autofree char *path = NULL;
  const char *titles[] = { "Told by dates", "A third", "Of another plan", "After it", "Steady" };

  g_assert_true (way_task_edit_start (document, helper_task (document, "Split"), AT (5, 8, 0), NULL, NULL));
  g_free (export_text (document, &path));
  again = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  g_assert_cmpstr (helper_task (again, "Split")->splits, ==, "480+960");
  g_assert_cmpint (helper_task (again, "Split")->finish, ==, AT (11, 17, 0));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      WayTask *before = helper_task (document, titles[i]), *after = helper_task (again, titles[i]);

      g_assert_cmpstr (after->splits, ==, before->splits);
      g_assert_cmpint (after->start, ==, before->start);
      g_assert_cmpint (after->finish, ==, before->finish);
    }
}

/* Days and nights: the report tells which calendars have nothing in common. Overtime, levelling of
 * an assignment and paths that end for themselves come in and go out. */
static void
test_people (void)
{
  g_autofree char *path = helper_scratch ("people.xml"), *out = NULL, *text = NULL;
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = NULL;

  g_assert_true (g_file_set_contents (path,
      "<Project><MultipleCriticalPaths>1</MultipleCriticalPaths><StartDate>2026-05-04T08:00:00</StartDate>"
      "<Calendars>"
      "<Calendar><UID>1</UID><Name>Days</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>"
      "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime>"
      "</WorkingTimes></WeekDay></WeekDays></Calendar>"
      "<Calendar><UID>2</UID><Name>Nights</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>"
      "<WorkingTimes><WorkingTime><FromTime>20:00:00</FromTime><ToTime>23:00:00</ToTime></WorkingTime>"
      "</WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>"
      "<Tasks><Task><UID>1</UID><Name>Watch</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration>"
      "<CalendarUID>1</CalendarUID></Task></Tasks>"
      "<Resources><Resource><UID>1</UID><Name>Ada</Name><Type>1</Type><CalendarUID>2</CalendarUID></Resource></Resources>"
      "<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
      "<LevelingDelay>4800</LevelingDelay><OvertimeWork>PT2H0M0S</OvertimeWork><Units>1</Units>"
      "<Work>PT10H0M0S</Work></Assignment></Assignments></Project>", -1, NULL));
  document = helper_import (path, WAY_DATES_RECOMPUTE, &report);
  g_assert_true (helper_has_note (report->changed, "Watch", "“Days”"));
  g_assert_true (helper_has_note (report->changed, "Watch", "Ada"));
  text = export_text (document, &out);
  g_assert_nonnull (strstr (text, "<MultipleCriticalPaths>1</MultipleCriticalPaths>"));
  g_assert_nonnull (strstr (text, "<LevelingDelay>4800</LevelingDelay>"));
  g_assert_nonnull (strstr (text, "<OvertimeWork>PT2H0M0S</OvertimeWork>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pieces/rows-of-work", test_rows_of_work);
  g_test_add_func ("/pieces/dates-alone", test_dates_alone);
  g_test_add_func ("/pieces/worked", test_worked);
  g_test_add_func ("/pieces/external", test_external);
  g_test_add_func ("/pieces/option", test_option);
  g_test_add_func ("/pieces/summary", test_summary);
  g_test_add_func ("/pieces/round-trip", test_round_trip);
  g_test_add_func ("/pieces/people", test_people);
  return g_test_run ();
}
