/* bench-document.c: what a plan of 1,000, 10,000 and 100,000 rows costs, file and objects included.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phases of 20 rows: a summary, 18 tasks in a chain, a milestone; each phase waits
 * for the one before it in its stream, and tasks for others at random. Prints
 * milliseconds, and for what should be linear the nanoseconds per row. */

#include "document/way-outline.h"
#include "document/way-task-edits.h"

#include <glib/gstdio.h>

#include <malloc.h>
#include <stdlib.h>

#define N_EDITS 200

static double
ms_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static WayRecord *
add_row (WayDocument *document, gint64 parent, gint64 rank, gint64 minutes)
{
  WayRecord *task = way_document_create_record (document, &way_task_type);
  g_autofree char *title = g_strdup_printf ("Task %d", (int) task->id);

  way_document_set_text (document, task, "title", title);
  way_document_set_int (document, task, "parent", parent);
  way_document_set_int (document, task, "rank", rank);
  way_document_set_int (document, task, "duration", minutes);
  return task;
}

static void
add_link (WayDocument *document, WayRecord *from, WayRecord *to)
{
  WayRecord *link = way_document_create_record (document, &way_link_type);

  way_document_set_int (document, link, "predecessor", from->id);
  way_document_set_int (document, link, "successor", to->id);
}

static void
fill (WayDocument *document, guint n_rows)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_rows);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  guint n_streams = MAX (2, n_rows / 200);
  g_autofree WayRecord **ends = g_new0 (WayRecord *, n_streams);
  WayRecord *phase = NULL, *previous = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Fill");
  for (guint row = 0; row < n_rows; row++)
    {
      guint stream = row / 20 % n_streams;
      WayRecord *task;

      if (row % 20 == 0)
        {
          phase = add_row (document, 0, row + 1, 480);
          previous = ends[stream];
          continue;
        }
      task = add_row (document, phase->id, row + 1,
                      row % 20 == 19 ? 0 : 480 * g_rand_int_range (random, 1, 10));
      if (previous != NULL)
        add_link (document, previous, task);
      if (leaves->len > 400 && g_rand_boolean (random))
        add_link (document, leaves->pdata[leaves->len - (guint) g_rand_int_range (random, 2, 400)],
                  task);
      g_ptr_array_add (leaves, task);
      ends[stream] = previous = task;
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
time_edits (WayDocument *document, const char *name)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      WayTask *task = outline->pdata[g_rand_int_range (random, 0, (gint32) outline->len)];
      g_autoptr (GError) error = NULL;
      gint64 begin;

      if (task->summary)
        task = outline->pdata[task->row + 1];
      begin = g_get_monotonic_time ();
      if (!way_task_edit_duration (document, task, task->duration + 480, WAY_UNIT_DAYS, &error))
        g_error ("%s", error->message);
      times[i] = ms_since (begin);
    }
  qsort (times, N_EDITS, sizeof *times, compare_doubles);
  g_print ("  %-34s median %8.2f ms   worst %8.2f ms\n", name, times[N_EDITS / 2],
           times[N_EDITS - 1]);
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
  fill (document, n_rows);
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
