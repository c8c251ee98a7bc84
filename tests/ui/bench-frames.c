/* bench-frames.c: from a file to the first painted Gantt chart, and from an edit to its frame.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real window on a private display, with plans of 1,000, 10,000 and 100,000
 * rows. Prints milliseconds: opening the file, then until the first frame is on
 * the screen; and for one edit of a task, committed to disk, until the frame that
 * shows it. */

#include "bench-plan.h"

#include "document/way-task-edits.h"
#include "ui/way-application.h"
#include "ui/way-window.h"

#include <glib/gstdio.h>

static double
ms_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static void
note_frame (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Iterates until the window has painted the next frame. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler =
      g_signal_connect (clock, "after-paint", G_CALLBACK (note_frame), &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
measure (GtkApplication *application, const char *path, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (WayDocument) document = way_document_open (path, &error);
  double opened = ms_since (begin);
  GtkWidget *window;
  WayTask *task;

  if (document == NULL)
    g_error ("%s", error->message);
  window = GTK_WIDGET (way_window_new (application));
  way_window_set_document (WAY_WINDOW (window), document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  g_print ("%7u rows   open %8.1f ms   first frame after %8.1f ms", n_rows, opened,
           ms_since (begin));

  settle ();
  task = way_plan_get_outline (way_document_get_plan (document))->pdata[1];
  begin = g_get_monotonic_time ();
  if (!way_task_edit_duration (document, task, task->duration + 480, WAY_UNIT_DAYS, &error))
    g_error ("%s", error->message);
  wait_for_frame (window);
  g_print ("   edit to frame %6.1f ms\n", ms_since (begin));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-frames-XXXXXX", NULL);
  const guint sizes[] = { 1000, 10000, 100000 };
  g_autoptr (GApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  application = G_APPLICATION (way_application_new ());
  if (!g_application_register (application, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.waymark", folder, sizes[i]);
      WayDocument *document =
          way_document_create (path, "Load", way_moment (2026, 1, 5, 0, 0), &error);

      if (document == NULL)
        g_error ("%s", error->message);
      bench_plan_fill (document, sizes[i]);
      g_object_unref (document);
      measure (GTK_APPLICATION (application), path, sizes[i]);
      g_unlink (path);
    }
  g_rmdir (folder);
  return 0;
}
