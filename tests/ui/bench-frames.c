/* bench-frames.c: from a file to the first painted Gantt chart, and what its frames cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real window on a private display, with plans of 1,000, 10,000 and 100,000
 * rows. Prints milliseconds: opening the file, then until the first frame is on
 * the screen; for edits of a task, committed to disk, until the frame that shows
 * them; the frames of turning the wheel; and for the largest plan those of other
 * scrolling, zooming, dragging and folding, each with all that led to it, by mouse
 * where a hand would use one.
 * bench-frames [ROWS [edit|wheel|fling|bar|time|zoom|drag|fold]] measures a part of this. */

#include "bench-plan.h"

#include "document/way-task-edits.h"
#include "ui/timeline/way-gantt-view-private.h"
#include "ui/way-application.h"
#include "ui/way-window.h"

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#define N_FRAMES 1000
#define N_EDITS 50
#define N_FOLDS 5

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

static gboolean
note_timeout (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Iterates until the window has painted the next frame; not for ever, should nothing change. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  guint timeout = g_timeout_add (2000, note_timeout, &painted);
  gulong handler =
      g_signal_connect (clock, "after-paint", G_CALLBACK (note_frame), &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_source_remove (timeout);
}

static void
settle (void)
{
  gboolean over = FALSE;
  guint timeout = g_timeout_add (500, note_timeout, &over);

  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* Of the main thread's own work: what else the machine does is no cost of a frame's. */
static double
busy_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return left < right ? -1 : left > right;
}

static void
report (const char *name, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  g_print ("  %-34s median %7.2f ms   99 %% %7.2f ms   worst %7.2f ms\n", name, times[n / 2],
           times[n * 99 / 100], times[n - 1]);
}

/* What a hand does, and what it does it to. */
typedef struct
{
  GtkWidget *window;
  WayGanttView *chart;
  GSubprocess *mouse; /* reads xdotool's commands */
  double x, y;        /* where it was put, in the window */
} Hand;

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

G_GNUC_PRINTF (2, 3)
static void
tell_mouse (Hand *hand, const char *format, ...)
{
  GOutputStream *pipe = g_subprocess_get_stdin_pipe (hand->mouse);
  g_autofree char *command = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  if (!g_output_stream_write_all (pipe, command, strlen (command), NULL, NULL, NULL))
    g_error ("xdotool has ended");
}

typedef void (*Step) (Hand *hand, guint frame);

static void
measure_frames (Hand *hand, const char *name, Step step)
{
  double times[N_FRAMES];
  guint asked, shaped, n_asked, n_shaped;

  way_painter_count_texts (hand->chart->painter, &asked, &shaped);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double begin = busy_ms ();

      step (hand, i);
      wait_for_frame (hand->window);
      times[i] = busy_ms () - begin;
    }
  way_painter_count_texts (hand->chart->painter, &n_asked, &n_shaped);
  report (name, times, N_FRAMES);
  g_print ("  %-34s %u asked for, %.2f %% of them shaped\n", "  texts", n_asked - asked,
           100.0 * (n_shaped - shaped) / MAX (n_asked - asked, 1));
}

static void
turn_wheel (Hand *hand, guint frame)
{
  int button = frame / 200 % 2 == 0 ? 5 : 4; /* a small plan has an end */

  tell_mouse (hand, "mousedown %d\nmouseup %d\n", button, button);
}

static void
scroll_by (Hand *hand, double pixels)
{
  GtkAdjustment *adjustment = hand->chart->vadjustment;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

/* A push of the finger each second, which dies away. */
static void
fling (Hand *hand, guint frame)
{
  double speed = 160;

  for (guint i = 0; i < frame % 60; i++)
    speed *= 0.95;
  scroll_by (hand, frame < N_FRAMES / 2 ? speed : -speed);
}

/* The scroll bar from top to bottom: no row is seen twice. */
static void
pull_scroll_bar (Hand *hand, guint frame)
{
  gtk_adjustment_set_value (hand->chart->vadjustment,
                            gtk_adjustment_get_upper (hand->chart->vadjustment) * frame / N_FRAMES);
}

static void
pan (Hand *hand, guint frame)
{
  way_gantt_view_scroll_time (hand->chart, frame % 200 < 100 ? 24 : -24);
}

/* In and out again; Ctrl is held. */
static void
zoom (Hand *hand, guint frame)
{
  int button = frame / 25 % 2 == 0 ? 5 : 4;

  tell_mouse (hand, "mousedown %d\nmouseup %d\n", button, button);
}

static void
move_mouse (Hand *hand, double x, double y)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (hand->window));

  tell_mouse (hand, "mousemove --window %lu %.0f %.0f\n", gdk_x11_surface_get_xid (surface), x, y);
}

static void
drag (Hand *hand, guint frame)
{
  guint place = frame % 120;

  move_mouse (hand, hand->x + 5 + 4 * (place < 60 ? place : 120 - place), hand->y);
}

/* Puts the mouse on a point of the chart. */
static void
point_at (Hand *hand, double x, double y)
{
  double surface_x, surface_y;
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (hand->chart), hand->window,
                                 &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    g_error ("The chart is not shown");
  gtk_native_get_surface_transform (GTK_NATIVE (hand->window), &surface_x, &surface_y);
  hand->x = point.x + surface_x;
  hand->y = point.y + surface_y;
  move_mouse (hand, hand->x, hand->y);
  settle ();
}

/* Pulls the bar of @task to and fro; every frame shows all that the drop would move. */
static void
measure_drag (Hand *hand, WayTask *task, const char *name)
{
  WayDocument *document = hand->chart->document;
  g_autofree char *whole = NULL;
  const WayGanttBar *bar;

  way_gantt_view_cancel_drag (hand->chart);
  gtk_adjustment_set_value (hand->chart->vadjustment,
                            MAX (0, (double)task->row - 5) * hand->chart->options.row_height);
  way_gantt_view_show_task (hand->chart, task);
  settle ();
  bar = way_gantt_layout_find_bar (hand->chart->layout, task);
  if (bar == NULL)
    g_error ("Row %d is not shown", (int)task->row);
  point_at (hand, (bar->x0 + bar->x1) / 2, bar->y + bar->height / 2 + hand->chart->header_height);
  tell_mouse (hand, "mousedown 1\n");
  settle ();
  move_mouse (hand, hand->x + 30, hand->y);
  settle ();
  if (hand->chart->drag == NULL)
    g_error ("The bar of row %d could not be taken", (int)task->row);
  whole = g_strdup_printf ("drag: %s, moves %u", name,
                           way_gantt_drag_count_rows (hand->chart->drag));
  measure_frames (hand, whole, drag);
  way_gantt_view_cancel_drag (hand->chart);
  tell_mouse (hand, "mouseup 1\n");
  settle ();
  g_assert_false (way_document_in_scope (document));
}

/* There and back: both ways with the frame that shows it. */
static void
measure_fold (Hand *hand,
              void (*fold) (WayTaskRows *),
              const char *fold_name,
              void (*unfold) (WayTaskRows *),
              const char *unfold_name)
{
  double times[2][N_FOLDS];

  for (guint i = 0; i < 2 * N_FOLDS; i++)
    {
      double begin = busy_ms ();

      (i % 2 == 0 ? fold : unfold) (hand->chart->rows);
      wait_for_frame (hand->window);
      times[i % 2][i / 2] = busy_ms () - begin;
      settle ();
    }
  report (fold_name, times[0], N_FOLDS);
  report (unfold_name, times[1], N_FOLDS);
}

static void
collapse_rows (WayTaskRows *rows)
{
  way_task_rows_collapse_to (rows, 1);
}

static void
collapse_to_level (WayTaskRows *rows)
{
  way_task_rows_collapse_to (rows, 2);
}

static void
group_rows (WayTaskRows *rows)
{
  way_task_rows_set_grouping (rows, WAY_GROUP_BY_OWNER);
}

static void
ungroup_rows (WayTaskRows *rows)
{
  way_task_rows_set_grouping (rows, WAY_GROUP_BY_NONE);
}

static void
filter_rows (WayTaskRows *rows)
{
  char text[] = "7";
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.text = text;
  way_task_rows_set_filter (rows, &filter);
}

static void
unfilter_rows (WayTaskRows *rows)
{
  WayTaskFilter none;

  way_task_filter_init (&none);
  way_task_rows_set_filter (rows, &none);
}

static WayTaskColumnId sort_column;

static void
sort_rows (WayTaskRows *rows)
{
  way_task_rows_set_sort (rows, sort_column, TRUE);
}

static void
unsort_rows (WayTaskRows *rows)
{
  way_task_rows_set_sort (rows, WAY_TASK_COLUMN_NONE, FALSE);
}

/* @part: what to measure; NULL = all */
static gboolean
wanted (const char *part, const char *name)
{
  return part == NULL || strcmp (part, name) == 0;
}

static void
measure_scrolls (Hand *hand, const char *part)
{
  GtkWidget *chart = GTK_WIDGET (hand->chart);

  point_at (hand, gtk_widget_get_width (chart) / 2.0, gtk_widget_get_height (chart) / 2.0);
  if (wanted (part, "wheel"))
    measure_frames (hand, "scroll: wheel", turn_wheel);
  if (wanted (part, "fling"))
    measure_frames (hand, "scroll: kinetic", fling);
  if (wanted (part, "bar"))
    measure_frames (hand, "scroll: bar, top to bottom", pull_scroll_bar);
  if (wanted (part, "time"))
    measure_frames (hand, "scroll: time", pan);
  settle ();
}

static void
measure_zoom (Hand *hand)
{
  tell_mouse (hand, "keydown ctrl\n");
  measure_frames (hand, "zoom: Ctrl and wheel", zoom);
  tell_mouse (hand, "keyup ctrl\n");
  settle ();
}

static void
measure_drags (Hand *hand)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (hand->chart->document));

  measure_drag (hand, outline->pdata[outline->len - 50], "near the end");
  measure_drag (hand, outline->pdata[outline->len / 2 + 5], "in the middle");
  measure_drag (hand, outline->pdata[1], "the first row");
}

static void
measure_folds (Hand *hand)
{
  measure_fold (hand, collapse_rows, "collapse all", way_task_rows_expand_all, "expand all");
  measure_fold (hand, collapse_to_level, "collapse to a level", way_task_rows_expand_all,
                "expand all");
  measure_fold (hand, filter_rows, "filter by text", unfilter_rows, "filter off");
  measure_fold (hand, group_rows, "group by owner", ungroup_rows, "group off");
  for (sort_column = 0; sort_column < WAY_N_FIRST_TASK_COLUMNS; sort_column++)
    {
      const char *key = way_task_column_get (sort_column)->key;
      g_autofree char *name = g_strdup_printf ("sort by %s", key);

      measure_fold (hand, sort_rows, name, unsort_rows, "sort off");
    }
}

/* Of a smaller plan only the wheel: its frames should cost the same. */
static void
measure_hand (GtkWidget *window, const char *part, gboolean largest)
{
  GtkWidget *chart = find_widget (window, WAY_TYPE_GANTT_VIEW);
  Hand hand = { .window = window, .chart = WAY_GANTT_VIEW (chart) };
  g_autoptr (GError) error = NULL;

  hand.mouse = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "xdotool", "-", NULL);
  if (hand.mouse == NULL)
    g_error ("%s", error->message);
  if (largest || wanted (part, "wheel"))
    measure_scrolls (&hand, largest ? part : "wheel");
  if (largest && wanted (part, "zoom"))
    measure_zoom (&hand);
  if (largest && wanted (part, "drag"))
    measure_drags (&hand);
  if (largest && wanted (part, "fold"))
    measure_folds (&hand);
  g_subprocess_force_exit (hand.mouse);
  g_object_unref (hand.mouse);
}

static void
measure_edits (GtkWidget *window, WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      WayTask *task = outline->pdata[g_rand_int_range (random, 0, (gint32)outline->len)];
      double begin;

      if (task->summary)
        task = outline->pdata[task->row + 1];
      begin = busy_ms ();
      if (!way_task_edit_duration (document, task, task->duration + 480, WAY_UNIT_DAYS, &error))
        g_error ("%s", error->message);
      wait_for_frame (window);
      times[i] = busy_ms () - begin;
    }
  report ("edit, on disk, to its frame", times, N_EDITS);
}

static void
measure (GtkApplication *application, const char *path, guint n_rows, const char *part)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  double begin_busy = busy_ms ();
  g_autoptr (WayDocument) document = way_document_open (path, &error);
  double opened = ms_since (begin), opened_busy = busy_ms () - begin_busy;
  GtkWidget *window;

  if (document == NULL)
    g_error ("%s", error->message);
  window = GTK_WIDGET (way_window_new (application));
  way_window_set_document (WAY_WINDOW (window), document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  g_print ("%u rows\n  %-34s %7.1f ms, of which busy %7.1f ms\n", n_rows, "open the file", opened,
           opened_busy);
  g_print ("  %-34s %7.1f ms, of which busy %7.1f ms\n", "from the file to the first frame",
           ms_since (begin), busy_ms () - begin_busy);
  settle ();
  if (wanted (part, "edit"))
    measure_edits (window, document);
  measure_hand (window, part, n_rows == 100000);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int argc, char **argv)
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
      if (argc > 1 && (guint)atoi (argv[1]) != sizes[i])
        continue;
      g_autofree char *path = g_strdup_printf ("%s/%u.waymark", folder, sizes[i]);
      WayDocument *document =
          way_document_create (path, "Load", way_moment (2026, 1, 5, 0, 0), &error);

      if (document == NULL)
        g_error ("%s", error->message);
      bench_plan_fill (document, sizes[i]);
      g_object_unref (document);
      measure (GTK_APPLICATION (application), path, sizes[i], argc > 2 ? argv[2] : NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  return 0;
}
