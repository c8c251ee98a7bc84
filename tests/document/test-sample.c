/* test-sample.c: the sample plan is what its promise says: complete, believable, always the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-sample.h"
#include "document/way-task-edits.h"

#include <glib/gstdio.h>

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
} Fixture;

static WayDocument *
make_sample (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Sample", way_sample_get_start ());
  g_autoptr (GError) error = NULL;

  way_sample_fill (document, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&document);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = make_sample ();
  fixture->plan = way_document_get_plan (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->document);
}

static guint
count (Fixture *fixture, const char *type)
{
  return way_plan_peek_records (fixture->plan, way_record_type (type))->len;
}

static WayTask *
task (Fixture *fixture, const char *title)
{
  WayRecord *found = way_plan_find_by_title (fixture->plan, &way_task_type, title);

  g_assert_nonnull (found);
  return WAY_TASK (found);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GPtrArray *outline = way_plan_get_outline (fixture->plan);
  guint n_leaves = 0;
  guint n_points = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *row = outline->pdata[i];

      n_leaves += !row->summary;
      n_points += !row->summary && row->is_milestone;
    }
  g_assert_cmpuint (count (fixture, "initiative"), ==, 3);
  g_assert_cmpuint (count (fixture, "milestone"), ==, 12);
  g_assert_cmpuint (n_points, ==, 12);
  g_assert_cmpuint (n_leaves, >=, 120);
  g_assert_cmpuint (count (fixture, "resource"), ==, 14);
  g_assert_cmpuint (count (fixture, "baseline"), ==, 2);
  g_assert_cmpuint (count (fixture, "baseline_value"), ==, 2 * outline->len);
  g_assert_cmpuint (count (fixture, "exception"), >=, 4);
  g_assert_cmpuint (count (fixture, "decision"), >=, 4);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  GPtrArray *links = way_plan_peek_records (fixture->plan, &way_link_type);
  g_autoptr (GPtrArray) ignored = way_document_get_ignored_links (fixture->document);
  guint n_of_type[4] = { 0 };
  guint n_lags = 0;
  guint n_leads = 0;

  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = links->pdata[i];

      n_of_type[link->type]++;
      n_lags += link->lag > 0;
      n_leads += link->lag < 0;
    }
  g_assert_cmpuint (ignored->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (n_of_type); i++)
    g_assert_cmpuint (n_of_type[i], >, 0);
  g_assert_cmpuint (n_lags, >, 5);
  g_assert_cmpuint (n_leads, >, 0);
}

/* Nothing unfinished lies wholly before the status date, nothing done lies after it. */
static void
test_progress_is_believable (Fixture *fixture, gconstpointer data)
{
  WayMoment status = way_document_get_status_date (fixture->document);
  GPtrArray *outline = way_plan_get_outline (fixture->plan);

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *row = outline->pdata[i];

      if (row->summary)
        continue;
      g_test_message ("%s", WAY_RECORD (row)->title);
      g_assert_cmpint (row->start, !=, WAY_NEVER);
      g_assert_cmpint (row->finish, >=, row->start);
      if (row->complete == 100)
        {
          g_assert_cmpint (row->finish, <=, status + WAY_DAY);
          g_assert_cmpint (row->finish, ==, row->actual_finish);
        }
      else
        g_assert_cmpint (row->finish, >=, status);
      if (row->complete > 0)
        g_assert_cmpint (row->start, ==, row->actual_start);
      else
        g_assert_cmpint (row->start, >=, status - WAY_DAY);
    }
}

static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  GPtrArray *milestones = way_plan_peek_records (fixture->plan, &way_milestone_type);
  guint n_late = 0;
  guint n_done = 0;

  for (guint i = 0; i < milestones->len; i++)
    {
      WayMilestone *milestone = milestones->pdata[i];

      g_assert_cmpint (milestone->forecast, !=, WAY_NEVER);
      g_assert_cmpint (milestone->initiative, !=, 0);
      g_assert_cmpint (WAY_RECORD (milestone)->owner, !=, 0);
      g_assert_cmpint (ABS (milestone->variance), <=, 10 * 480);
      n_late += milestone->variance > 0 && milestone->status != WAY_STATUS_COMPLETED;
      n_done += milestone->status == WAY_STATUS_COMPLETED;
    }
  g_assert_cmpuint (n_late, >=, 3);
  g_assert_cmpuint (n_late, <=, 6);
  g_assert_cmpuint (n_done, >=, 3);
}

static void
test_schedule (Fixture *fixture, gconstpointer data)
{
  GPtrArray *outline = way_plan_get_outline (fixture->plan);
  guint n_critical = 0;
  guint n_blocked = 0;
  guint n_negative = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *row = outline->pdata[i];

      if (row->summary)
        continue;
      n_critical += row->critical && row->complete < 100;
      n_blocked += row->state == WAY_STATE_BLOCKED;
      n_negative += row->total_float < 0 && row->complete < 100;
    }
  g_assert_cmpuint (n_critical, >=, 8);
  g_assert_cmpuint (n_critical, <=, 40);
  g_assert_cmpuint (n_blocked, >=, 2);
  /* The missed deadline of the long-lead parts, and little else. */
  g_assert_cmpuint (n_negative, >=, 1);
  g_assert_cmpuint (n_negative, <=, 8);
  g_assert_true (task (fixture, "General availability")->critical);
  g_assert_cmpint (task (fixture, "Order long-lead parts")->finish, >,
                   task (fixture, "Order long-lead parts")->deadline);
}

/* The sample came about in steps; each can be taken back and made again. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = way_plan_to_text (fixture->plan);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps = 0;

  while (way_document_can_undo (fixture->document))
    {
      g_assert_true (way_document_undo (fixture->document, &error));
      g_assert_no_error (error);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 6);
  g_assert_cmpuint (count (fixture, "task"), ==, 0);
  while (way_document_can_redo (fixture->document))
    {
      g_assert_true (way_document_redo (fixture->document, &error));
      g_assert_no_error (error);
    }
  after = way_plan_to_text (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_same_every_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) other = make_sample ();
  GPtrArray *a = way_plan_get_outline (fixture->plan);
  GPtrArray *b = way_plan_get_outline (way_document_get_plan (other));

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      WayTask *one = a->pdata[i];
      WayTask *two = b->pdata[i];

      g_assert_cmpint (WAY_RECORD (one)->id, ==, WAY_RECORD (two)->id);
      g_assert_cmpstr (WAY_RECORD (one)->title, ==, WAY_RECORD (two)->title);
      g_assert_cmpint (one->start, ==, two->start);
      g_assert_cmpint (one->finish, ==, two->finish);
    }
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-sample-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sample.waymark", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = way_plan_to_text (fixture->plan);
  g_autofree char *after = NULL;
  g_autoptr (WayDocument) reopened = NULL;

  g_assert_true (way_document_save_as (fixture->document, path, &error));
  g_assert_no_error (error);
  reopened = way_document_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (way_store_verify (way_document_get_store (reopened), problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  after = way_plan_to_text (way_document_get_plan (reopened));
  g_assert_cmpstr (after, ==, before);
  g_clear_object (&reopened);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/sample/counts", test_counts);
  ADD ("/sample/links", test_links);
  ADD ("/sample/progress-is-believable", test_progress_is_believable);
  ADD ("/sample/milestones", test_milestones);
  ADD ("/sample/schedule", test_schedule);
  ADD ("/sample/undo", test_undo);
  ADD ("/sample/same-every-time", test_same_every_time);
  ADD ("/sample/file", test_file);
  return g_test_run ();
}
