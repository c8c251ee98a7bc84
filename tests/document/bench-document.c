/* bench-document.c: what a plan of 1,000, 10,000 and 100,000 rows costs, file and objects included.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints milliseconds, and for what should be linear the nanoseconds per row. */

#include "bench-plan.h"

#include "document/way-task-edits.h"

#include <glib/gstdio.h>

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#define N_EDITS 1000

static double
ms_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* Of this thread's own work: what else the machine does is no cost of an edit's. */
static double
busy_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
report_edits (const char *name, double *times)
{
  qsort (times, N_EDITS, sizeof *times, compare_doubles);
  g_print ("  %-34s median %8.3f ms   99 %% %8.2f ms   worst %8.2f ms\n", name, times[N_EDITS / 2],
           times[N_EDITS * 99 / 100], times[N_EDITS - 1]);
}

/* Random durations, one at a time: the objects, the summaries and all who listen included. */
static void
time_edits (WayDocument *document, const char *name)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autofree char *waited = g_strdup_printf ("%s, by the clock", name);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double busy[N_EDITS], clock[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      WayTask *task = outline->pdata[g_rand_int_range (random, 0, (gint32) outline->len)];
      gint64 days = g_rand_int_range (random, 1, 10);
      g_autoptr (GError) error = NULL;
      gint64 begin;

      if (task->summary)
        task = outline->pdata[task->row + 1];
      begin = g_get_monotonic_time ();
      busy[i] = busy_ms ();
      if (!way_task_edit_duration (document, task, days * 480, WAY_UNIT_DAYS, &error))
        g_error ("%s", error->message);
      busy[i] = busy_ms () - busy[i];
      clock[i] = ms_since (begin);
    }
  report_edits (name, busy);
  report_edits (waited, clock);
}

/* The first row to and fro by days: what each step of a drag asks for. */
static void
time_previews (WayDocument *document)
{
  WayTask *task = way_plan_get_outline (way_document_get_plan (document))->pdata[1];
  WayMoment start = task->start;
  g_autofree char *name = NULL;
  double busy[N_EDITS];
  guint most = 0;

  way_document_begin (document, "Move");
  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 days = 1 + (i % 120 < 60 ? i % 120 : 120 - i % 120);
      double begin = busy_ms ();
      WayShiftTotals totals;
      WayEffect effect;

      way_document_start_over (document);
      way_task_edit_start (document, task, start + days * WAY_DAY, &effect, NULL);
      way_document_look_ahead (document, &totals);
      most = MAX (most, totals.n_rows);
      busy[i] = busy_ms () - begin;
    }
  way_document_rollback (document);
  name = g_strdup_printf ("preview of a move of %u", most);
  report_edits (name, busy);
}

/* The same without a file: what an edit costs beside writing it. */
static void
time_edits_in_memory (guint n_rows)
{
  g_autoptr (WayDocument) document = way_document_new ("Load", way_moment (2026, 1, 5, 0, 0));

  bench_plan_fill (document, n_rows);
  time_previews (document);
  time_edits (document, "edit one task");
}

/* What the program has asked for and not given back. */
static gint64
allocated_bytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (gint64) (info.uordblks + info.hblkhd);
}

static void
measure (guint n_rows, const char *folder)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.waymark", folder, n_rows);
  g_autoptr (GError) error = NULL;
  WayDocument *document = way_document_create (path, "Load", way_moment (2026, 1, 5, 0, 0), &error);
  gint64 begin, before;
  double elapsed;

  if (document == NULL)
    g_error ("%s", error->message);
  g_print ("%u rows\n", n_rows);
  begin = g_get_monotonic_time ();
  bench_plan_fill (document, n_rows);
  elapsed = ms_since (begin);
  g_print ("  %-34s %8.1f ms  %8.0f ns/row\n", "create, schedule, write in one step", elapsed,
           elapsed * 1e6 / n_rows);
  g_object_unref (document);

  before = allocated_bytes ();
  begin = g_get_monotonic_time ();
  document = way_document_open (path, &error);
  if (document == NULL)
    g_error ("%s", error->message);
  elapsed = ms_since (begin);
  g_print ("  %-34s %8.1f ms  %8.0f ns/row\n", "open: read, schedule", elapsed,
           elapsed * 1e6 / n_rows);
  g_print ("  %-34s %8.0f bytes/row\n", "memory", (double) (allocated_bytes () - before) / n_rows);
  time_edits (document, "edit one task, on disk");
  begin = g_get_monotonic_time ();
  if (!way_document_undo (document, &error))
    g_error ("%s", error->message);
  g_print ("  %-34s %8.2f ms\n", "undo", ms_since (begin));
  g_object_unref (document);
  time_edits_in_memory (n_rows);
  g_unlink (path);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-bench-XXXXXX", NULL);
  const guint sizes[] = { 1000, 10000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i], folder);
  g_rmdir (folder);
  return 0;
}
