/* test-pinch.c: two fingers on the chart, which no tool can put on a private display.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "ui/timeline/way-gantt-view-private.h"

#define MONDAY way_moment (2026, 1, 5, 8, 0)

typedef struct
{
  WayDocument *document;
  WayTaskRows *rows;
  GtkWidget *window;
  WayGanttView *chart;
  GtkGesture *pinch;
} Fixture;

static GtkGesture *
find_pinch (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkGesture *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && found == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        found = GTK_GESTURE (controller);
    }
  g_assert_nonnull (found);
  return found;
}

static void
set_up (Fixture *f, gconstpointer direction)
{
  g_autoptr (GError) error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  way_outline_insert (f->document, NULL, "Task", &error);
  g_assert_no_error (error);
  f->rows = way_task_rows_new (f->document);
  f->chart = WAY_GANTT_VIEW (way_gantt_view_new (
      f->rows, GTK_SELECTION_MODEL (
                   gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (f->rows))))));
  gtk_widget_set_direction (GTK_WIDGET (f->chart), GPOINTER_TO_INT (direction));
  gtk_widget_set_size_request (GTK_WIDGET (f->chart), 800, 300);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->chart));
  gtk_widget_realize (f->window); /* not shown: no window manager has a say in its size */
  gtk_widget_measure (GTK_WIDGET (f->chart), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (f->chart), 800, 300, -1, NULL);
  f->pinch = find_pinch (GTK_WIDGET (f->chart));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->rows);
  g_object_unref (f->document);
}

/* Counted from where the fingers were put down, not from the last movement. Wherever they are, what
 * is under them stays there. */
static void
test_zooms (Fixture *f, gconstpointer data)
{
  const double scales[] = { 1.25, 2, 0.8 };

  g_assert_true (g_signal_has_handler_pending (
      f->pinch, g_signal_lookup ("scale-changed", GTK_TYPE_GESTURE_ZOOM), 0, FALSE));
  for (double x = 50; x < 800; x += 175)
    {
      double before = way_gantt_view_get_minutes_per_pixel (f->chart);
      double under = (double)way_gantt_view_moment_at (f->chart, x);

      g_signal_emit_by_name (f->pinch, "begin", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          double now;

          way_gantt_view_pinch (f->chart, scales[i], x);
          now = way_gantt_view_get_minutes_per_pixel (f->chart);
          g_assert_cmpfloat_with_epsilon (now, before / scales[i], before / 1000);
          g_assert_cmpfloat_with_epsilon ((double)way_gantt_view_moment_at (f->chart, x), under,
                                          2);
        }
    }
}

/* Fingers in one point say nothing. */
static void
test_point (Fixture *f, gconstpointer data)
{
  double before = way_gantt_view_get_minutes_per_pixel (f->chart);

  g_signal_emit_by_name (f->pinch, "begin", NULL);
  way_gantt_view_pinch (f->chart, 0, 400);
  g_assert_cmpfloat (way_gantt_view_get_minutes_per_pixel (f->chart), ==, before);
}

int
main (int argc, char **argv)
{
  gconstpointer ltr = GINT_TO_POINTER (GTK_TEXT_DIR_LTR), rtl = GINT_TO_POINTER (GTK_TEXT_DIR_RTL);

  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/pinch/zooms", Fixture, ltr, set_up, test_zooms, tear_down);
  g_test_add ("/pinch/zooms-rtl", Fixture, rtl, set_up, test_zooms, tear_down);
  g_test_add ("/pinch/point", Fixture, ltr, set_up, test_point, tear_down);
  return g_test_run ();
}
