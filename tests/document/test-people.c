/* test-people.c: several people on a task, interruptions, progress to the minute.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "document/way-task-people.h"
#include "document/way-task-pieces.h"
#include "document/way-task-work.h"
#include "model/way-error.h"

#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define AT(day, hour, minute) way_moment (2026, 5, day, hour, minute)

typedef struct
{
  WayDocument *document;
  WayTask *task, *next;
  WayRecord *nights;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *days[] = { "monday", "tuesday", "wednesday", "thursday", "friday" };
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->task = way_outline_insert (f->document, NULL, "A", &error);
  f->next = way_outline_insert (f->document, f->task, "B", &error);
  way_task_link (f->document, f->task, f->next, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  way_document_begin (f->document, "Nights");
  f->nights = way_document_create_record (f->document, &way_calendar_type);
  way_document_set_text (f->document, f->nights, "title", "Nights");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    way_document_set_text (f->document, f->nights, days[i], "20:00-24:00");
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
set_duration (Fixture *f, gint64 minutes)
{
  g_assert_true (way_task_edit_duration (f->document, f->task, minutes, WAY_UNIT_HOURS, NULL));
}

/* Somebody with @hours of work on the task. */
static WayRecord *
assign (Fixture *f, gint64 calendar, gint64 hours, gint64 units)
{
  WayRecord *person, *assignment;

  way_document_begin (f->document, "Assign");
  person = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, person, "title", "Ada");
  way_document_set_int (f->document, person, "calendar", calendar);
  assignment = way_document_create_record (f->document, &way_assignment_type);
  way_document_set_int (f->document, assignment, "task", WAY_RECORD (f->task)->id);
  way_document_set_int (f->document, assignment, "resource", person->id);
  way_document_set_int (f->document, assignment, "work", hours * 60);
  way_document_set_int (f->document, assignment, "units", units);
  g_assert_true (way_document_commit (f->document, NULL));
  return assignment;
}

static void
set_int (Fixture *f, WayRecord *record, const char *field, gint64 value)
{
  way_document_begin (f->document, "Set");
  way_document_set_int (f->document, record, field, value);
  g_assert_true (way_document_commit (f->document, NULL));
}

/* One works by day and one by night, each eight hours: the task is finished with the last. */
static void
test_own_times (Fixture *f, gconstpointer data)
{
  set_duration (f, 16 * 60);
  assign (f, 0, 8, 100);
  assign (f, f->nights->id, 4, 50);
  g_assert_cmpint (f->task->start, ==, AT (4, 8, 0));
  g_assert_cmpint (f->task->finish, ==, AT (6, 0, 0));
  g_assert_cmpint (f->next->start, ==, AT (6, 8, 0));
}

/* What one of them has left, changed in place, moves the finish. */
static void
test_work_changes (Fixture *f, gconstpointer data)
{
  WayRecord *night;

  set_duration (f, 16 * 60);
  assign (f, 0, 8, 100);
  night = assign (f, f->nights->id, 8, 100);
  set_int (f, night, "units", 200);
  set_int (f, WAY_RECORD (f->task), "duration", 12 * 60);
  g_assert_cmpint (f->task->finish, ==, AT (5, 0, 0));
  set_int (f, night, "delay", 240);
  g_assert_cmpint (f->task->finish, ==, AT (6, 0, 0));
}

/* Even alone, somebody who comes later does not move the start: the finish goes on, the duration
 * stays what is worked. */
static void
test_delay_alone (Fixture *f, gconstpointer data)
{
  WayRecord *assignment = assign (f, 0, 8, 100);

  set_duration (f, 8 * 60);
  set_int (f, assignment, "delay", 2 * 480);
  g_assert_cmpint (f->task->start, ==, AT (4, 8, 0));
  g_assert_cmpint (f->task->finish, ==, AT (6, 17, 0));
  g_assert_true (way_assignment_edit_work (f->document, WAY_ASSIGNMENT (assignment), 16 * 60, NULL));
  g_assert_cmpint (f->task->duration, ==, 16 * 60);
  g_assert_cmpint (f->task->finish, ==, AT (7, 17, 0));
}

/* Each person's own dates: the task's are those of the first and of the last. */
static void
test_dates (Fixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  WayWorktimes *worktimes = way_worktimes_new (plan);
  WayTaskPeople *people = way_task_people_new (plan, worktimes);
  WayRecord *day, *night;
  WayMoment start, finish;

  set_duration (f, 16 * 60);
  day = assign (f, 0, 8, 100);
  night = assign (f, f->nights->id, 8, 100);
  way_task_people_dates (people, WAY_ASSIGNMENT (day), &start, &finish);
  g_assert_cmpint (start, ==, AT (4, 8, 0));
  g_assert_cmpint (finish, ==, AT (4, 17, 0));
  way_task_people_dates (people, WAY_ASSIGNMENT (night), &start, &finish);
  g_assert_cmpint (start, ==, AT (4, 20, 0));
  g_assert_cmpint (finish, ==, AT (6, 0, 0));
  set_int (f, WAY_RECORD (f->task), "actual_start", f->task->start);
  way_task_people_dates (people, WAY_ASSIGNMENT (night), &start, &finish);
  g_assert_cmpint (start, ==, AT (4, 8, 0));
  way_task_people_free (people);
  way_worktimes_free (worktimes);
}

/* A levelled person comes so much later by the clock: Friday's evening and the weekend count. */
static void
test_levelled (Fixture *f, gconstpointer data)
{
  WayRecord *second;

  set_duration (f, 16 * 60);
  assign (f, 0, 8, 100);
  second = assign (f, 0, 8, 100);
  set_int (f, second, "levelling_delay", 5 * 1440);
  g_assert_cmpint (f->task->start, ==, AT (4, 8, 0));
  g_assert_cmpint (f->task->finish, ==, AT (11, 17, 0));
  g_assert_true (way_assignment_edit_units (f->document, WAY_ASSIGNMENT (second), 50, NULL));
  g_assert_cmpint (f->task->duration, ==, 24 * 60);
  g_assert_cmpint (f->task->finish, ==, AT (12, 17, 0));
}

/* What is done in overtime takes no working time. */
static void
test_overtime (Fixture *f, gconstpointer data)
{
  WayRecord *assignment;

  set_duration (f, 16 * 60);
  assignment = assign (f, 0, 16, 100);
  set_int (f, assignment, "overtime", 4 * 60);
  g_assert_true (way_assignment_edit_units (f->document, WAY_ASSIGNMENT (assignment), 50, NULL));
  g_assert_cmpint (f->task->duration, ==, 24 * 60);
  set_duration (f, 12 * 60);
  g_assert_cmpint (WAY_ASSIGNMENT (assignment)->work, ==, 10 * 60);
}

/* A task that goes by its own calendar, whoever does it. */
static void
test_ignored_calendars (Fixture *f, gconstpointer data)
{
  WayRecord *assignment = assign (f, 0, 8, 100);

  set_duration (f, 8 * 60);
  set_int (f, WAY_RECORD (f->task), "ignore_resource_calendars", TRUE);
  set_int (f, WAY_RECORD (f->task), "calendar", f->nights->id);
  g_assert_true (way_assignment_edit_units (f->document, WAY_ASSIGNMENT (assignment), 50, NULL));
  g_assert_cmpint (f->task->duration, ==, 16 * 60);
  g_assert_cmpint (f->task->finish, ==, AT (8, 0, 0));
}

/* Figures that cannot make the duration do not count: it is worked whenever one of them works. */
static void
test_contradiction (Fixture *f, gconstpointer data)
{
  set_duration (f, 16 * 60);
  assign (f, 0, 1, 100);
  assign (f, f->nights->id, 1, 100);
  g_assert_cmpint (f->task->finish, ==, AT (5, 12, 0));
}

static void
test_fixed_duration (Fixture *f, gconstpointer data)
{
  set_duration (f, 8 * 60);
  assign (f, f->nights->id, 8, 100);
  g_assert_cmpint (f->task->start, ==, AT (4, 20, 0));
  set_int (f, WAY_RECORD (f->task), "task_type", WAY_TASK_FIXED_DURATION);
  g_assert_cmpint (f->task->start, ==, AT (4, 8, 0));
  g_assert_cmpint (f->task->finish, ==, AT (4, 17, 0));
}

static void
test_material (Fixture *f, gconstpointer data)
{
  WayRecord *assignment = assign (f, f->nights->id, 8, 100);
  WayRecord *cement = way_plan_lookup (way_document_get_plan (f->document),
                                       WAY_ASSIGNMENT (assignment)->resource);

  set_int (f, cement, "kind", WAY_RESOURCE_MATERIAL);
  g_assert_cmpint (f->task->start, ==, AT (4, 8, 0));
}

static void
split (Fixture *f, const char *text)
{
  way_document_begin (f->document, "Split");
  way_document_set_text (f->document, WAY_RECORD (f->task), "splits", text);
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
assert_piece (GArray *pieces, guint i, WayMoment start, WayMoment finish)
{
  g_assert_cmpint (g_array_index (pieces, WayTaskPiece, i).start, ==, start);
  g_assert_cmpint (g_array_index (pieces, WayTaskPiece, i).finish, ==, finish);
}

static void
test_split (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) pieces = NULL, shorter = NULL;

  set_duration (f, 3 * 480);
  split (f, "480+960 960+240");
  g_assert_cmpint (f->task->finish, ==, AT (11, 12, 0));
  pieces = way_task_pieces (f->document, f->task);
  g_assert_cmpint (pieces->len, ==, 3);
  assert_piece (pieces, 0, AT (4, 8, 0), AT (4, 17, 0));
  assert_piece (pieces, 1, AT (7, 8, 0), AT (7, 17, 0));
  assert_piece (pieces, 2, AT (8, 13, 0), AT (11, 12, 0));
  set_duration (f, 960); /* the second rest falls off the end */
  shorter = way_task_pieces (f->document, f->task);
  g_assert_cmpint (shorter->len, ==, 2);
  g_assert_cmpint (f->task->finish, ==, AT (7, 17, 0));
  g_assert_true (way_task_edit_finish (f->document, f->task, AT (8, 17, 0), NULL, NULL));
  g_assert_cmpint (f->task->duration, ==, 3 * 480);
  g_assert_cmpint (f->task->finish, ==, AT (8, 17, 0));
}

/* Text that is no list of interruptions is as none. */
static void
test_split_text (Fixture *f, gconstpointer data)
{
  const char *texts[] = { "x", "480", "480+", "+480", "0+480", "480+-3", "480+99999999999999", "9999+480" };

  set_duration (f, 960);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      split (f, texts[i]);
      g_assert_false (way_task_is_split (f->task));
      g_assert_cmpint (f->task->finish, ==, AT (5, 17, 0));
    }
}

/* A third of a day is 33 %, and 160 minutes. */
static void
test_worked (Fixture *f, gconstpointer data)
{
  set_duration (f, 480);
  g_assert_true (way_task_edit_complete (f->document, f->task, 33, NULL));
  g_assert_cmpint (way_task_worked (f->task), ==, 158);
  set_int (f, WAY_RECORD (f->task), "done", 160);
  g_assert_cmpint (way_task_worked (f->task), ==, 160);
  g_assert_cmpint (f->task->finish, ==, AT (4, 17, 0));
  g_assert_true (way_task_edit_complete (f->document, f->task, 50, NULL));
  g_assert_cmpint (way_task_worked (f->task), ==, 240);
}

/* Rests before what is done are over, those after it are to come. */
static void
test_split_progress (Fixture *f, gconstpointer data)
{
  gint64 all, left;

  set_duration (f, 4 * 480);
  split (f, "480+480 1440+480");
  g_assert_true (way_task_edit_complete (f->document, f->task, 50, NULL));
  way_task_rests (f->task, &all, &left);
  g_assert_cmpint (all, ==, 960);
  g_assert_cmpint (left, ==, 480);
  g_assert_cmpint (f->task->finish, ==, AT (11, 17, 0));
}

/* By hand: after a day of work two days of rest, then a day more at the same place; joined again. */
static void
test_split_by_hand (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_duration (f, 3 * 480);
  g_assert_true (way_task_split (f->document, f->task, AT (5, 8, 0), 960, NULL));
  g_assert_cmpstr (f->task->splits, ==, "480+960");
  g_assert_cmpint (f->task->finish, ==, AT (8, 17, 0));
  g_assert_cmpint (f->next->start, ==, AT (11, 8, 0));
  g_assert_true (way_task_split (f->document, f->task, AT (6, 8, 0), 480, NULL));
  g_assert_cmpstr (f->task->splits, ==, "480+1440");
  g_assert_true (way_task_split (f->document, f->task, AT (8, 17, 0), 480, NULL));
  g_assert_cmpstr (f->task->splits, ==, "480+1440 960+480");
  g_assert_false (way_task_split (f->document, f->task, f->task->start, 480, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_false (way_task_split (f->document, f->task, f->task->finish, 480, NULL));
  g_assert_true (way_task_edit_complete (f->document, f->task, 50, NULL));
  g_assert_false (way_task_split (f->document, f->task, AT (4, 12, 0), 480, NULL));
  g_assert_true (way_task_can_join (f->task));
  g_assert_true (way_task_join (f->document, f->task, NULL));
  g_assert_cmpstr (f->task->splits, ==, "480+1440");
  g_assert_false (way_task_can_join (f->task));
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpstr (f->task->splits, ==, "480+1440 960+480");
}

static void
test_unfinished (Fixture *f, gconstpointer data)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (way_document_get_plan (f->document)));

  set_duration (f, 480);
  way_document_begin (f->document, "Begin early");
  way_document_set_int (f->document, WAY_RECORD (f->next), "duration", 960);
  way_document_set_int (f->document, WAY_RECORD (f->next), "percent_complete", 50);
  way_document_set_int (f->document, WAY_RECORD (f->next), "actual_start", MONDAY);
  g_assert_true (way_document_commit (f->document, NULL));
  set_duration (f, 3 * 480);
  g_assert_cmpint (f->next->finish, ==, AT (7, 17, 0));
  set_int (f, project, "unfinished_waits", FALSE);
  g_assert_cmpint (f->next->finish, ==, AT (5, 17, 0));
}

static void
test_resources_as_text (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  GError *error = NULL;

  g_assert_true (way_task_edit_resources (f->document, f->task, "Ana, Ivo [50%]", &error));
  g_assert_true (way_task_edit_resources (f->document, f->task, "ivo [25], Ana", &error));
  g_assert_no_error (error);
  text = way_task_format_resources (f->document, f->task);
  g_assert_cmpstr (text, ==, "Ana, Ivo [25%]");
  g_assert_cmpint (way_plan_peek_records (way_document_get_plan (f->document),
                                          &way_resource_type)->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/people/" name, Fixture, NULL, set_up, func, tear_down)
  TEST ("own-times", test_own_times);
  TEST ("work-changes", test_work_changes);
  TEST ("delay-alone", test_delay_alone);
  TEST ("dates", test_dates);
  TEST ("levelled", test_levelled);
  TEST ("overtime", test_overtime);
  TEST ("ignored-calendars", test_ignored_calendars);
  TEST ("contradiction", test_contradiction);
  TEST ("fixed-duration", test_fixed_duration);
  TEST ("material", test_material);
  TEST ("as-text", test_resources_as_text);
  TEST ("split", test_split);
  TEST ("split-text", test_split_text);
  TEST ("worked", test_worked);
  TEST ("split-progress", test_split_progress);
  TEST ("split-by-hand", test_split_by_hand);
  TEST ("unfinished", test_unfinished);
  return g_test_run ();
}
