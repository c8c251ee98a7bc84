/* test-conflicts.c: what contradicts itself is found, and its ways out settle it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "metrics/way-conflicts.h"

#include <string.h>

/* Monday 4 May 2026, 08:00. */
#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define DAY_AT(day, hour) way_moment (2026, 5, day, hour, 0)

/* A 5d → B 1d. */
typedef struct
{
  WayDocument *document;
  WayTask *a, *b;
  WayLink *ab;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->a = way_outline_insert (f->document, NULL, "A", &error);
  f->b = way_outline_insert (f->document, f->a, "B", &error);
  way_task_edit_duration (f->document, f->a, 5 * 480, WAY_UNIT_DAYS, &error);
  f->ab = way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
set (Fixture *f, gpointer record, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Set");
  way_document_set_int (f->document, record, field, value);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_no_error (error);
}

static void
fix (Fixture *f, WayTask *task, WayConstraint type, WayMoment date)
{
  way_document_begin (f->document, "Fix");
  way_document_set_int (f->document, WAY_RECORD (task), "constraint_type", type);
  way_document_set_int (f->document, WAY_RECORD (task), "constraint_date", date);
  g_assert_true (way_document_commit (f->document, NULL));
}

/* The only conflict there is must be of @kind; each of its ways out must leave none, and undo
 * must bring it back. */
static void
settle (Fixture *f, WayConflictKind kind, guint n_remedies)
{
  g_autoptr (GPtrArray) list = way_conflicts_list (f->document, 10);
  WayConflict *conflict;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (way_conflicts_count (f->document), ==, 1);
  conflict = list->pdata[0];
  g_assert_cmpint (conflict->kind, ==, kind);
  if (conflict->other != NULL)
    g_assert_nonnull (strstr (conflict->text, "“A”"));
  g_assert_nonnull (strstr (conflict->text, "“B”"));
  g_assert_cmpuint (conflict->remedies->len, ==, n_remedies);
  for (guint i = 0; i < n_remedies; i++)
    {
      WayRemedy *remedy = conflict->remedies->pdata[i];
      g_autofree char *label = way_remedy_dup_label (remedy);
      /* A date that cannot be kept is a deadline that is missed, and says so. */
      guint left = remedy->kind == WAY_REMEDY_TO_DEADLINE;

      g_test_message ("%s", label);
      g_assert_true (way_remedy_apply (f->document, remedy, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (way_conflicts_count (f->document), ==, left);
      g_assert_true (g_str_has_prefix (way_document_get_undo_label (f->document), label));
      g_assert_true (way_document_undo (f->document, &error));
      g_assert_cmpuint (way_conflicts_count (f->document), ==, 1);
    }
}

static void
test_none (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (way_conflicts_count (f->document), ==, 0);
}

static void
test_constraint_against_link (Fixture *f, gconstpointer data)
{
  fix (f, f->b, WAY_CONSTRAINT_MSO, DAY_AT (6, 8));
  settle (f, WAY_CONFLICT_KIND_CONSTRAINT, 4); /* unpin, deadline, move the pin, unlink */
}

static void
test_turning_into_a_deadline_keeps_the_date (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  WayConflict *conflict;

  fix (f, f->b, WAY_CONSTRAINT_MFO, DAY_AT (13, 17));
  g_assert_cmpuint (way_conflicts_count (f->document), ==, 0);
  set (f, f->a, "duration", 10 * 480);
  list = way_conflicts_list (f->document, 10);
  g_assert_cmpuint (list->len, ==, 1);
  conflict = list->pdata[0];
  g_assert_cmpint (((WayRemedy *) conflict->remedies->pdata[1])->kind, ==, WAY_REMEDY_TO_DEADLINE);
  g_assert_true (way_remedy_apply (f->document, conflict->remedies->pdata[1], NULL));
  g_assert_cmpint (f->b->deadline, ==, DAY_AT (13, 17));
  g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_ASAP);
}

static void
test_the_lag_can_give_way (Fixture *f, gconstpointer data)
{
  set (f, f->ab, "lag", 3 * 480);
  fix (f, f->b, WAY_CONSTRAINT_MSO, DAY_AT (12, 8)); /* with the lag it would be the 14th */
  settle (f, WAY_CONFLICT_KIND_CONSTRAINT, 5);
}

static void
test_manual (Fixture *f, gconstpointer data)
{
  way_document_begin (f->document, "By hand");
  way_document_set_int (f->document, WAY_RECORD (f->b), "manual", TRUE);
  way_document_set_int (f->document, WAY_RECORD (f->b), "manual_start", DAY_AT (5, 8));
  g_assert_true (way_document_commit (f->document, NULL));
  settle (f, WAY_CONFLICT_KIND_MANUAL, 3); /* automatic, move, unlink */
}

static void
test_deadline (Fixture *f, gconstpointer data)
{
  set (f, f->b, "deadline", DAY_AT (8, 17));
  settle (f, WAY_CONFLICT_KIND_DEADLINE, 2);
}

static void
test_started_too_early (Fixture *f, gconstpointer data)
{
  way_task_edit_complete (f->document, f->b, 50, NULL);
  set (f, f->b, "actual_start", DAY_AT (5, 8));
  settle (f, WAY_CONFLICT_KIND_PROGRESS, 2);
  way_task_edit_complete (f->document, f->b, 100, NULL);
  g_assert_cmpuint (way_conflicts_count (f->document), ==, 0);
}

static void
test_loop (Fixture *f, gconstpointer data)
{
  WayRecord *link;
  g_autoptr (GPtrArray) list = NULL;
  WayConflict *conflict;
  g_autoptr (GHashTable) tasks = NULL;

  way_document_begin_with_origin (f->document, "Import", WAY_ORIGIN_IMPORT);
  link = way_document_create_record (f->document, &way_link_type);
  way_document_set_int (f->document, link, "predecessor", WAY_RECORD (f->b)->id);
  way_document_set_int (f->document, link, "successor", WAY_RECORD (f->a)->id);
  g_assert_true (way_document_commit (f->document, NULL));
  list = way_conflicts_list (f->document, 10);
  g_assert_cmpuint (list->len, ==, 1);
  conflict = list->pdata[0];
  g_assert_cmpint (conflict->kind, ==, WAY_CONFLICT_KIND_LOOP);
  tasks = way_conflicts_tasks (f->document);
  g_assert_cmpuint (g_hash_table_size (tasks), ==, 2);
  g_assert_true (g_hash_table_contains (tasks, f->a) && g_hash_table_contains (tasks, f->b));
  g_assert_true (way_remedy_apply (f->document, conflict->remedies->pdata[0], NULL));
  g_assert_cmpuint (way_conflicts_count (f->document), ==, 0);
}

/* A missed deadline at the end makes every row before it critical: that is one conflict. */
static void
test_causes_only (Fixture *f, gconstpointer data)
{
  WayTask *last = f->b;
  g_autoptr (GHashTable) tasks = NULL;

  for (guint i = 0; i < 20; i++)
    {
      WayTask *next = way_outline_insert (f->document, last, "Next", NULL);

      g_assert_nonnull (way_task_link (f->document, last, next, WAY_LINK_FS, 0, WAY_UNIT_DAYS, NULL));
      last = next;
    }
  set (f, last, "deadline", DAY_AT (8, 17));
  g_assert_cmpint (f->a->total_float, <, 0);
  g_assert_cmpuint (way_conflicts_count (f->document), ==, 1);
  tasks = way_conflicts_tasks (f->document);
  g_assert_cmpuint (g_hash_table_size (tasks), ==, 1);
  g_assert_true (g_hash_table_contains (tasks, last));
}

/* By day the task can be worked on, by night its person works: said, with two ways out. */
static void
test_clash (Fixture *f, gconstpointer data)
{
  WayRecord *calendars[2], *person, *assignment;
  g_autoptr (GPtrArray) list = NULL;
  WayConflict *clash;

  way_document_begin (f->document, "Day and night");
  for (int i = 0; i < 2; i++)
    {
      calendars[i] = way_document_create_record (f->document, &way_calendar_type);
      way_document_set_text (f->document, calendars[i], "title", i == 0 ? "Days" : "Nights");
      way_document_set_text (f->document, calendars[i], "monday", i == 0 ? "08:00-16:00" : "20:00-24:00");
    }
  person = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, person, "title", "Ada");
  way_document_set_int (f->document, person, "calendar", calendars[1]->id);
  assignment = way_document_create_record (f->document, &way_assignment_type);
  way_document_set_int (f->document, assignment, "task", WAY_RECORD (f->b)->id);
  way_document_set_int (f->document, assignment, "resource", person->id);
  way_document_set_int (f->document, WAY_RECORD (f->b), "calendar", calendars[0]->id);
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpint (f->b->start, ==, DAY_AT (11, 8));
  for (guint way = 0; way < 2; way++)
    {
      g_clear_pointer (&list, g_ptr_array_unref);
      list = way_conflicts_list (f->document, 10);
      g_assert_cmpuint (list->len, ==, 1);
      clash = list->pdata[0];
      g_assert_cmpstr (way_conflict_kind_name (clash->kind), ==, "clash");
      g_assert_true (clash->task == f->b);
      g_assert_nonnull (strstr (clash->text, "“B”"));
      g_assert_nonnull (strstr (clash->text, "“Days”"));
      g_assert_nonnull (strstr (clash->text, "Ada"));
      g_assert_nonnull (strstr (clash->text, "“Nights”"));
      g_assert_cmpuint (clash->remedies->len, ==, 2);
      g_assert_true (way_remedy_apply (f->document, clash->remedies->pdata[way], NULL));
      g_assert_cmpuint (way_conflicts_count (f->document), ==, 0);
      g_assert_cmpint (f->b->start, ==, way == 0 ? DAY_AT (11, 8) : DAY_AT (11, 20));
      g_assert_true (way_document_undo (f->document, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/metrics/conflicts/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("clash", test_clash);
  ADD ("none", test_none);
  ADD ("constraint", test_constraint_against_link);
  ADD ("into-a-deadline", test_turning_into_a_deadline_keeps_the_date);
  ADD ("lag", test_the_lag_can_give_way);
  ADD ("manual", test_manual);
  ADD ("deadline", test_deadline);
  ADD ("progress", test_started_too_early);
  ADD ("loop", test_loop);
  ADD ("causes-only", test_causes_only);
  return g_test_run ();
}
