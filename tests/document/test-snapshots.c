/* test-snapshots.c: what is kept of each day on which the plan changed (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-snapshots.h"

#include "document/way-task-edits.h"
#include "model/way-records.h"
#include "store/way-connection.h"
#include "store/way-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder, *path;
  WayDocument *document;
  gint64 milestone, task;
} Fixture;

static void
commit (WayDocument *document)
{
  g_autoptr (GError) error = NULL;

  way_document_commit (document, &error);
  g_assert_no_error (error);
}

static void
set_int (WayDocument *document, gint64 id, const char *field, gint64 value)
{
  way_document_begin (document, field);
  way_document_set_int (document, way_plan_lookup (way_document_get_plan (document), id), field,
                        value);
  commit (document);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayRecord *milestone, *task;

  f->folder = g_dir_make_tmp ("waymark-snapshots-XXXXXX", &error);
  f->path = g_build_filename (f->folder, "Plan.waymark", NULL);
  f->document = way_document_create (f->path, "Plan", way_moment (2026, 5, 4, 8, 0), &error);
  g_assert_no_error (error);
  way_document_begin (f->document, "Fill");
  task = way_document_create_record (f->document, &way_task_type);
  way_document_set_text (f->document, task, "title", "Build");
  way_document_set_int (f->document, task, "duration", 5 * 480);
  milestone = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, milestone, "title", "Ready");
  way_document_set_int (f->document, milestone, "task", task->id);
  way_document_set_int (f->document, milestone, "target_date", way_moment (2026, 5, 8, 0, 0));
  commit (f->document);
  f->task = task->id;
  f->milestone = milestone->id;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  if (g_rmdir (f->folder) != 0) /* a backup of the new day */
    {
      g_autoptr (GDir) folder = g_dir_open (f->folder, 0, NULL);

      for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
        {
          g_autofree char *path = g_build_filename (f->folder, name, NULL);

          g_unlink (path);
        }
      g_rmdir (f->folder);
    }
  g_free (f->path);
  g_free (f->folder);
}

static void
reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (f->document);
  f->document = way_document_open (f->path, &error);
  g_assert_no_error (error);
}

/* All that was done lies a day further back. */
static void
let_a_day_pass (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_finalize_object (f->document);
  db = way_connection_open (f->path, WAY_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE journal SET time = time - 86400;"
                                     "UPDATE snapshot SET day = day - 1440", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  f->document = way_document_open (f->path, &error);
  g_assert_no_error (error);
}

static guint
count (WayDocument *document)
{
  return way_plan_peek_records (way_document_get_plan (document), &way_snapshot_type)->len;
}

static GPtrArray *
snapshots_of (Fixture *f)
{
  return way_snapshots_of (way_plan_lookup (way_document_get_plan (f->document), f->milestone));
}

static void
test_first_change_of_a_later_day (Fixture *f, gconstpointer data)
{
  WayMoment yesterday = way_moment_today () - WAY_DAY, updated;
  g_autoptr (GPtrArray) kept = NULL;
  WaySnapshot *snapshot;

  set_int (f->document, f->task, "duration", 6 * 480);
  g_assert_cmpuint (count (f->document), ==, 0);
  let_a_day_pass (f);
  g_assert_cmpuint (count (f->document), ==, 0); /* looking is no change */
  updated = way_plan_lookup (way_document_get_plan (f->document), f->milestone)->updated;
  set_int (f->document, f->task, "duration", 7 * 480);
  set_int (f->document, f->task, "duration", 8 * 480);
  kept = snapshots_of (f);
  g_assert_cmpuint (kept->len, ==, 1);
  snapshot = kept->pdata[0];
  g_assert_cmpint (snapshot->day, ==, yesterday);
  g_assert_cmpint (snapshot->forecast, ==, way_moment (2026, 5, 11, 17, 0)); /* of six days */
  g_assert_cmpint (snapshot->target, ==, way_moment (2026, 5, 8, 0, 0));
  g_assert_cmpint (snapshot->status, ==, WAY_STATUS_PLANNING);
  g_assert_cmpint (way_plan_lookup (way_document_get_plan (f->document), f->milestone)->updated, ==,
                   updated);
  reopen (f);
  g_assert_cmpuint (count (f->document), ==, 1);
}

static void
test_a_day_without_changes_has_none (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) kept = NULL;

  let_a_day_pass (f);
  let_a_day_pass (f);
  set_int (f->document, f->task, "duration", 7 * 480);
  let_a_day_pass (f);
  set_int (f->document, f->task, "duration", 8 * 480);
  kept = snapshots_of (f);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpint (WAY_SNAPSHOT (kept->pdata[0])->day, ==, way_moment_today () - 3 * WAY_DAY);
  g_assert_cmpint (WAY_SNAPSHOT (kept->pdata[1])->day, ==, way_moment_today () - WAY_DAY);
  g_assert_cmpint (WAY_SNAPSHOT (kept->pdata[1])->forecast, ==, way_moment (2026, 5, 12, 17, 0));
}

/* A report keeps its day where no change does; the day before is kept first, and none twice. */
static void
test_report (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) kept = NULL;

  way_snapshots_note_report (f->document); /* changed today: the next day will keep it */
  g_assert_cmpuint (count (f->document), ==, 0);
  let_a_day_pass (f);
  way_snapshots_note_report (f->document);
  way_snapshots_note_report (f->document);
  kept = snapshots_of (f);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpint (WAY_SNAPSHOT (kept->pdata[0])->day, ==, way_moment_today () - WAY_DAY);
  g_assert_cmpint (WAY_SNAPSHOT (kept->pdata[1])->day, ==, way_moment_today ());
  let_a_day_pass (f);
  set_int (f->document, f->task, "duration", 7 * 480); /* yesterday’s is never rewritten */
  g_assert_cmpuint (count (f->document), ==, 2);
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpuint (count (f->document), ==, 2);
}

static void
test_given_up_changes_keep_it (Fixture *f, gconstpointer data)
{
  let_a_day_pass (f);
  for (int i = 0; i < 2; i++)
    {
      way_document_begin (f->document, "Try");
      way_document_rollback (f->document);
      reopen (f);
    }
  g_assert_cmpuint (count (f->document), ==, 1);
}

/* Undo and redo step over it: what is undone is the user's step before. */
static void
test_undo_steps_over (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  set_int (f->document, f->task, "duration", 6 * 480);
  let_a_day_pass (f);
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (way_plan_lookup_task (way_document_get_plan (f->document), f->task)->duration, ==,
                   5 * 480);
  g_assert_cmpuint (count (f->document), ==, 1);
  g_assert_true (way_document_can_redo (f->document));
  let_a_day_pass (f);
  g_assert_true (way_document_redo (f->document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (way_plan_lookup_task (way_document_get_plan (f->document), f->task)->duration, ==,
                   6 * 480);
  g_assert_cmpuint (count (f->document), ==, 2);
  for (int i = 0; i < 12; i++)
    set_int (f->document, f->task, "duration", g_rand_int_range (rand, 1, 20) * 480);
  for (int i = 0; i < 200; i++)
    {
      gboolean back = g_rand_boolean (rand);

      /* The making of the milestone itself takes its snapshots along; it is the first step. */
      if (back && !g_str_equal (way_document_get_undo_label (f->document), "Fill"))
        way_document_undo (f->document, &error);
      else
        way_document_redo (f->document, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (f->document), ==, 2);
    }
}

static void
test_gone_and_back_with_its_milestone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  let_a_day_pass (f);
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document,
                       way_plan_lookup (way_document_get_plan (f->document), f->milestone));
  commit (f->document);
  g_assert_cmpuint (count (f->document), ==, 0);
  g_assert_true (way_document_undo (f->document, &error));
  kept = snapshots_of (f);
  g_assert_cmpuint (kept->len, ==, 1);
}

static void
test_two_programs (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) other = NULL;

  let_a_day_pass (f);
  other = way_document_open (f->path, &error);
  g_assert_no_error (error);
  set_int (f->document, f->task, "duration", 6 * 480);
  set_int (other, f->milestone, "priority", WAY_LEVEL_HIGH);
  g_assert_cmpuint (count (other), ==, 1);
  set_int (f->document, f->task, "duration", 7 * 480);
  g_assert_cmpuint (count (f->document), ==, 1);
  g_assert_cmpint (way_plan_lookup_task (way_document_get_plan (f->document), f->task)->duration, ==,
                   7 * 480);
}

/* Initiative: the mean of 40 % and 60 %, the later of two forecasts; a risk 3 × 2 while open. */
static void
test_initiatives_and_risks (Fixture *f, gconstpointer data)
{
  WayPlan *plan;
  WayRecord *initiative, *second, *risk, *closed;
  g_autoptr (GPtrArray) of_initiative = NULL;
  g_autoptr (GPtrArray) of_risk = NULL;
  g_autoptr (GPtrArray) of_closed = NULL;
  gint64 ids[3];

  way_document_begin (f->document, "More");
  initiative = way_document_create_record (f->document, &way_initiative_type);
  second = way_document_create_record (f->document, &way_milestone_type);
  risk = way_document_create_record (f->document, &way_risk_type);
  closed = way_document_create_record (f->document, &way_risk_type);
  way_document_set_text (f->document, initiative, "title", "Sooner");
  way_document_set_text (f->document, second, "title", "Sold");
  way_document_set_text (f->document, risk, "title", "Rain");
  way_document_set_text (f->document, closed, "title", "Snow");
  way_document_set_int (f->document, risk, "probability", 3);
  way_document_set_int (f->document, closed, "status", WAY_RISK_CLOSED);
  way_document_set_int (f->document, second, "completion", WAY_COMPLETE_TYPED);
  way_document_set_int (f->document, second, "typed_complete", 60);
  way_document_set_int (f->document, second, "initiative", initiative->id);
  plan = way_document_get_plan (f->document);
  way_document_set_int (f->document, way_plan_lookup (plan, f->milestone), "initiative",
                        initiative->id);
  way_document_set_int (f->document, way_plan_lookup (plan, f->task), "percent_complete", 40);
  commit (f->document);
  ids[0] = initiative->id;
  ids[1] = risk->id;
  ids[2] = closed->id;
  let_a_day_pass (f);
  set_int (f->document, f->task, "duration", 9 * 480);
  plan = way_document_get_plan (f->document);
  of_initiative = way_snapshots_of (way_plan_lookup (plan, ids[0]));
  of_risk = way_snapshots_of (way_plan_lookup (plan, ids[1]));
  of_closed = way_snapshots_of (way_plan_lookup (plan, ids[2]));
  g_assert_cmpuint (of_initiative->len, ==, 1);
  g_assert_cmpint (WAY_SNAPSHOT (of_initiative->pdata[0])->complete, ==, 50);
  g_assert_cmpint (WAY_SNAPSHOT (of_initiative->pdata[0])->forecast, ==,
                   way_moment (2026, 5, 8, 17, 0));
  g_assert_cmpuint (of_risk->len, ==, 1);
  g_assert_cmpint (WAY_SNAPSHOT (of_risk->pdata[0])->score, ==, 6);
  g_assert_cmpuint (of_closed->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/snapshots/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first-change-of-a-later-day", test_first_change_of_a_later_day);
  ADD ("a-day-without-changes-has-none", test_a_day_without_changes_has_none);
  ADD ("report", test_report);
  ADD ("given-up-changes-keep-it", test_given_up_changes_keep_it);
  ADD ("undo-steps-over", test_undo_steps_over);
  ADD ("gone-and-back-with-its-milestone", test_gone_and_back_with_its_milestone);
  ADD ("two-programs", test_two_programs);
  ADD ("initiatives-and-risks", test_initiatives_and_risks);
  return g_test_run ();
}
