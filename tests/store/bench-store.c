/* bench-store.c: what opening, loading and committing cost, by the number of tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan-maker.h"

#include <glib/gstdio.h>
#include <stdio.h>

/* Besides the chain, half as many links again: 1.5 links a task, as plans have. */
static void
add_links (WayChangeset *changeset, WayPlan *plan, guint n)
{
  GPtrArray *tasks = way_plan_peek_records (plan, &way_task_type);

  for (guint i = 0; i < n; i++)
    {
      WayRecord *link = make_record (changeset, plan, &way_link_type);

      set_int (changeset, plan, link, "predecessor", ((WayRecord *) tasks->pdata[i])->id);
      set_int (changeset, plan, link, "successor", ((WayRecord *) tasks->pdata[i + 2])->id);
    }
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
bench_edits (WayStore *store, WayPlan *plan, guint n_tasks)
{
  const int rounds = 200;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

      set_int (edit, plan, way_plan_peek_records (plan, &way_task_type)->pdata[i], "duration",
               960 + i);
      way_store_commit (store, plan, edit, &error);
      g_assert_no_error (error);
    }
  printf ("%7u tasks: commit of one field  %8.1f µs\n", n_tasks,
          milliseconds_since (start) * 1000.0 / rounds);
}

static void
bench_opening (const char *path, guint n_tasks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autoptr (WayStore) store = NULL;
  gint64 start = g_get_monotonic_time ();
  double open;

  store = way_store_open (path, &error);
  g_assert_no_error (error);
  open = milliseconds_since (start);
  start = g_get_monotonic_time ();
  way_store_load (store, plan, &error);
  g_assert_no_error (error);
  printf ("%7u tasks: open and check %9.1f ms (%.2f µs a task), load %9.1f ms (%.2f µs a task)\n",
          n_tasks, open, open * 1000 / n_tasks, milliseconds_since (start),
          milliseconds_since (start) * 1000 / n_tasks);
}

static void
bench_care (const char *path, const char *copy, guint n_tasks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) store = way_store_open (path, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gint64 start = g_get_monotonic_time ();
  double verify;

  way_store_verify (store, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  verify = milliseconds_since (start);
  start = g_get_monotonic_time ();
  way_store_backup (store, copy, &error);
  g_assert_no_error (error);
  printf ("%7u tasks: verify         %9.1f ms (%.2f µs a task), copy %9.1f ms (%.2f µs a task)\n",
          n_tasks, verify, verify * 1000 / n_tasks, milliseconds_since (start),
          milliseconds_since (start) * 1000 / n_tasks);
}

static void
bench (guint n_tasks)
{
  g_autoptr (GError) error = NULL;
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "bench.waymark", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.waymark", NULL);
  g_autoptr (WayStore) store = way_store_create (path, &error);
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autoptr (WayChangeset) all = way_changeset_new ("All", WAY_ORIGIN_IMPORT);
  GStatBuf info;
  gint64 start;

  g_assert_no_error (error);
  fill_plan (all, plan, n_tasks);
  add_links (all, plan, n_tasks / 2);
  start = g_get_monotonic_time ();
  way_store_commit (store, plan, all, &error);
  g_assert_no_error (error);
  printf ("%7u tasks: first commit   %9.1f ms (%.2f µs a task)\n", n_tasks,
          milliseconds_since (start), milliseconds_since (start) * 1000 / n_tasks);
  bench_edits (store, plan, n_tasks);
  g_clear_object (&store);
  g_stat (path, &info);
  printf ("%7u tasks: file           %9.1f MB (%.0f bytes a task)\n", n_tasks,
          (double) info.st_size / 1e6, (double) info.st_size / n_tasks);
  g_clear_object (&plan);
  bench_opening (path, n_tasks);
  bench_care (path, copy, n_tasks);
  remove_folder (folder);
}

int
main (void)
{
  bench (1000);
  bench (10000);
  bench (100000);
  return 0;
}
