/* test-work.c: work = duration × units, by task type; unfinished work moved behind a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-reschedule.h"
#include "document/way-task-edits.h"
#include "document/way-task-pieces.h"
#include "document/way-task-work.h"

#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define AT(day, hour, minute) way_moment (2026, 5, day, hour, minute)
#define HOURS(n) ((n) * 60)

typedef struct
{
  WayDocument *document;
  WayTask *task;
  WayRecord *ada, *bob;
} Fixture;

static WayRecord *
make_person (Fixture *f, const char *name)
{
  WayRecord *person = way_document_create_record (f->document, &way_resource_type);

  way_document_set_text (f->document, person, "title", name);
  return person;
}

/* A task of five days. */
static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->task = way_outline_insert (f->document, NULL, "A", &error);
  way_document_begin (f->document, "People");
  f->ada = make_person (f, "Ada");
  f->bob = make_person (f, "Bob");
  way_document_set_int (f->document, WAY_RECORD (f->task), "duration", HOURS (40));
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
set_type (Fixture *f, WayTaskType type, gboolean effort_driven)
{
  way_document_begin (f->document, "Type");
  way_document_set_int (f->document, WAY_RECORD (f->task), "task_type", type);
  way_document_set_int (f->document, WAY_RECORD (f->task), "effort_driven", effort_driven);
  g_assert_true (way_document_commit (f->document, NULL));
}

static WayAssignment *
assign (Fixture *f, WayRecord *person)
{
  WayAssignment *assignment = way_task_assign (f->document, f->task, WAY_RESOURCE (person), 100, NULL);

  g_assert_nonnull (assignment);
  return assignment;
}

static void
set_hours (Fixture *f, gint64 hours)
{
  g_assert_true (way_task_edit_duration (f->document, f->task, HOURS (hours), WAY_UNIT_HOURS, NULL));
}

/* Duration and work of the task in hours, units of one who works on it. */
static void
assert_figures (Fixture *f, WayAssignment *assignment, gint64 duration, gint64 work, gint64 units)
{
  g_assert_cmpint (f->task->duration, ==, HOURS (duration));
  g_assert_cmpint (f->task->work, ==, HOURS (work));
  if (assignment != NULL)
    g_assert_cmpint (assignment->units, ==, units);
}

static void
test_first_brings_work (Fixture *f, gconstpointer data)
{
  WayAssignment *ada = way_task_assign (f->document, f->task, WAY_RESOURCE (f->ada), 50, NULL);

  assert_figures (f, ada, 40, 20, 50);
}

static void
test_fixed_units (Fixture *f, gconstpointer data)
{
  WayAssignment *ada = assign (f, f->ada);

  set_hours (f, 20);
  assert_figures (f, ada, 20, 20, 100);
  g_assert_true (way_assignment_edit_units (f->document, ada, 50, NULL));
  assert_figures (f, ada, 40, 20, 50);
  g_assert_true (way_assignment_edit_work (f->document, ada, HOURS (10), NULL));
  assert_figures (f, ada, 20, 10, 50);
  g_assert_cmpint (f->task->finish, ==, AT (6, 12, 0));
}

static void
test_fixed_work (Fixture *f, gconstpointer data)
{
  WayAssignment *ada = assign (f, f->ada);

  set_type (f, WAY_TASK_FIXED_WORK, FALSE);
  set_hours (f, 80);
  assert_figures (f, ada, 80, 40, 50);
  g_assert_true (way_assignment_edit_units (f->document, ada, 200, NULL));
  assert_figures (f, ada, 20, 40, 200);
  g_assert_true (way_assignment_edit_work (f->document, ada, HOURS (80), NULL));
  assert_figures (f, ada, 40, 80, 200);
}

static void
test_fixed_duration (Fixture *f, gconstpointer data)
{
  WayAssignment *ada = assign (f, f->ada);

  set_type (f, WAY_TASK_FIXED_DURATION, FALSE);
  set_hours (f, 20);
  assert_figures (f, ada, 20, 20, 100);
  g_assert_true (way_assignment_edit_units (f->document, ada, 50, NULL));
  assert_figures (f, ada, 20, 10, 50);
  g_assert_true (way_assignment_edit_work (f->document, ada, HOURS (5), NULL));
  assert_figures (f, ada, 20, 5, 25);
}

/* Two share the work of one; when one leaves, the other has it all again. */
static void
test_effort_driven (Fixture *f, gconstpointer data)
{
  WayAssignment *ada, *bob;

  set_type (f, WAY_TASK_FIXED_UNITS, TRUE);
  ada = assign (f, f->ada);
  bob = assign (f, f->bob);
  assert_figures (f, ada, 20, 40, 100);
  g_assert_cmpint (bob->work, ==, HOURS (20));
  g_assert_true (way_task_unassign (f->document, bob, NULL));
  assert_figures (f, ada, 40, 40, 100);
  g_assert_cmpint (ada->work, ==, HOURS (40));
}

static void
test_effort_fixed_duration (Fixture *f, gconstpointer data)
{
  WayAssignment *ada, *bob;

  set_type (f, WAY_TASK_FIXED_DURATION, TRUE);
  ada = assign (f, f->ada);
  bob = assign (f, f->bob);
  assert_figures (f, ada, 40, 40, 50);
  g_assert_cmpint (bob->units, ==, 50);
}

/* Without being effort-driven, a second person brings as much work as the task is long. */
static void
test_not_effort_driven (Fixture *f, gconstpointer data)
{
  WayAssignment *ada = assign (f, f->ada), *bob = assign (f, f->bob);

  assert_figures (f, ada, 40, 80, 100);
  g_assert_true (way_task_unassign (f->document, bob, NULL));
  assert_figures (f, ada, 40, 40, 100);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  set_type (f, WAY_TASK_FIXED_WORK, FALSE);
  g_assert_true (way_task_edit_resources (f->document, f->task, "Ada", NULL));
  g_assert_true (way_task_edit_resources (f->document, f->task, "Ada, Bob", NULL));
  assert_figures (f, NULL, 20, 40, 0);
  g_assert_true (way_task_edit_resources (f->document, f->task, "Bob [50%]", NULL));
  assert_figures (f, NULL, 80, 40, 0);
  g_assert_true (way_task_edit_finish (f->document, f->task, AT (8, 17, 0), NULL, NULL));
  assert_figures (f, NULL, 40, 40, 0);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  WayAssignment *ada;

  set_type (f, WAY_TASK_FIXED_UNITS, TRUE);
  ada = assign (f, f->ada);
  assign (f, f->bob);
  g_assert_true (way_document_undo (f->document, NULL));
  assert_figures (f, ada, 40, 40, 100);
  g_assert_cmpint (ada->work, ==, HOURS (40));
  g_assert_cmpint (f->task->finish, ==, AT (8, 17, 0));
}

/* Material brings no work and takes no time. */
static void
test_material (Fixture *f, gconstpointer data)
{
  WayAssignment *ada = assign (f, f->ada);

  way_document_begin (f->document, "Cement");
  way_document_set_int (f->document, f->bob, "kind", WAY_RESOURCE_MATERIAL);
  g_assert_true (way_document_commit (f->document, NULL));
  assign (f, f->bob);
  assert_figures (f, ada, 40, 40, 100);
}

static WayTask *
add_task (Fixture *f, gint64 percent)
{
  WayTask *task = way_outline_insert (f->document, f->task, "Next", NULL);

  g_assert_true (way_task_edit_duration (f->document, task, HOURS (40), WAY_UNIT_HOURS, NULL));
  if (percent > 0)
    g_assert_true (way_task_edit_complete (f->document, task, percent, NULL));
  return task;
}

/* On Wednesday: what has not begun starts on Thursday, of the half done one the half goes on
 * there; what is done or held on a date stays. */
static void
test_reschedule (Fixture *f, gconstpointer data)
{
  WayTask *half = add_task (f, 20), *done = add_task (f, 100), *fixed = add_task (f, 0);
  g_autoptr (GArray) pieces = NULL;
  guint n_moved = 0;

  way_document_begin (f->document, "Pin");
  way_document_set_int (f->document, WAY_RECORD (fixed), "constraint_type", WAY_CONSTRAINT_MSO);
  way_document_set_int (f->document, WAY_RECORD (fixed), "constraint_date", MONDAY);
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_true (way_reschedule_unfinished (f->document, AT (6, 0, 0), &n_moved, NULL));
  g_assert_cmpuint (n_moved, ==, 2);
  g_assert_cmpint (f->task->start, ==, AT (7, 8, 0));
  g_assert_cmpint (half->start, ==, MONDAY);
  g_assert_cmpint (half->stop, ==, AT (4, 17, 0));
  g_assert_cmpint (half->finish, ==, AT (12, 17, 0));
  pieces = way_task_pieces (f->document, half);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpint (g_array_index (pieces, WayTaskPiece, 0).finish, ==, AT (4, 17, 0));
  g_assert_cmpint (g_array_index (pieces, WayTaskPiece, 0).work, ==, HOURS (8));
  g_assert_cmpint (g_array_index (pieces, WayTaskPiece, 1).start, ==, AT (7, 8, 0));
  g_assert_cmpint (g_array_index (pieces, WayTaskPiece, 1).work, ==, HOURS (32));
  g_assert_cmpint (done->finish, ==, AT (8, 17, 0));
  g_assert_cmpint (fixed->start, ==, MONDAY);
  g_assert_true (way_reschedule_unfinished (f->document, AT (6, 0, 0), &n_moved, NULL));
  g_assert_cmpuint (n_moved, ==, 0);
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpint (f->task->start, ==, MONDAY);
  g_assert_cmpint (half->finish, ==, AT (8, 17, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/work/" name, Fixture, NULL, set_up, func, tear_down)
  TEST ("first-brings-work", test_first_brings_work);
  TEST ("fixed-units", test_fixed_units);
  TEST ("fixed-work", test_fixed_work);
  TEST ("fixed-duration", test_fixed_duration);
  TEST ("effort-driven", test_effort_driven);
  TEST ("effort-fixed-duration", test_effort_fixed_duration);
  TEST ("not-effort-driven", test_not_effort_driven);
  TEST ("text", test_text);
  TEST ("undo", test_undo);
  TEST ("material", test_material);
  TEST ("reschedule", test_reschedule);
  return g_test_run ();
}
