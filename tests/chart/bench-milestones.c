/* bench-milestones.c: what the Milestones page works out for a plan of many milestones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aim: 2,000 milestones feel instant: each part under 100 ms. One row in three has one. */

#include "bench-plan.h"

#include "chart/way-milestone-graph-layout.h"
#include "chart/way-painter.h"
#include "document/way-milestone-figures.h"
#include "metrics/way-milestone-graph.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-milestone-trend.h"
#include "metrics/way-rag.h"

#define N_MILESTONES 2000u
#define N_RUNS 9
#define WIDTH 1600
#define HEIGHT 1000

static void
add_milestones (WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Milestones");
  for (guint i = 0; i < N_MILESTONES && 3 * i < outline->len; i++)
    {
      WayTask *row = outline->pdata[3 * i];
      WayRecord *record = way_document_create_record (document, &way_milestone_type);
      g_autofree char *title = g_strdup_printf ("Milestone %u", i);

      way_document_set_text (document, record, "title", title);
      way_document_set_int (document, record, "task", WAY_RECORD (row)->id);
      way_document_set_int (document, record, "target_date",
                            way_moment_day (row->finish) - (i % 7) * WAY_DAY);
    }
  g_assert_true (way_document_commit (document, &error));
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return one < two ? -1 : one > two;
}

static double
ms_since (gint64 begin)
{
  return (double)(g_get_monotonic_time () - begin) / 1000;
}

static void
find_colours (WayDocument *document)
{
  g_autoptr (GPtrArray) all = way_milestones_all (document);

  for (guint i = 0; i < all->len; i++)
    way_rag_status_free (way_rag_of_milestone (document, all->pdata[i]));
}

static void
find_trends (WayDocument *document)
{
  g_autoptr (GPtrArray) all = way_milestones_all (document);

  for (guint i = 0; i < all->len; i++)
    way_milestone_trend_free (way_milestone_trend (document, all->pdata[i]));
}

static void
collect_graph (WayDocument *document)
{
  way_milestone_graph_free (way_milestone_graph_new (document, 0));
}

static WayGraphLayout *
new_layout (WayDocument *document)
{
  static WayMilestoneGraph *graph; /* collected in the first run, which is not counted */
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (WayGraphEdge));

  if (graph == NULL)
    graph = way_milestone_graph_new (document, 0);
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const WayMilestoneEdge *from = &g_array_index (graph->edges, WayMilestoneEdge, i);
      WayGraphEdge edge = { from->from, from->to, from->critical };

      g_array_append_val (edges, edge);
    }
  return way_graph_layout_new (graph->milestones->len, (WayGraphEdge *)(gpointer)edges->data,
                               edges->len);
}

static void
lay_out_graph (WayDocument *document)
{
  way_graph_layout_free (new_layout (document));
}

/* A frame of the window. */
static void
paint (WayDocument *document, double scale, WayGraphDetail detail)
{
  static WayGraphLayout *layout;
  static WayPainter *painter;
  static WayGraphNode nodes[N_MILESTONES];
  g_autoptr (WayScene) scene = way_scene_new ();
  WayGraphView view = { 0, 0, WIDTH / scale, HEIGHT / scale, detail, G_MAXUINT };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  WayMeasure measure;

  if (layout == NULL)
    {
      layout = new_layout (document);
      painter = way_painter_new (NULL);
      for (guint i = 0; i < N_MILESTONES; i++)
        nodes[i] = (WayGraphNode){ .id = "MS-0001", .title = "Milestone", .dates = "Forecast",
                                   .letter = "G", .level = i % 3 };
    }
  measure = way_painter_get_measure (painter);
  way_graph_layout_draw (layout, nodes, &view, &measure, scene);
  cairo_scale (cr, scale, scale);
  way_painter_paint (painter, scene, way_palette_get (WAY_PALETTE_LIGHT), cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
paint_near (WayDocument *document)
{
  paint (document, 0.8, WAY_GRAPH_ALL);
}

static void
paint_far (WayDocument *document)
{
  paint (document, 0.02, WAY_GRAPH_COLORS);
}

static void
measure (WayDocument *document, const char *what, void (*run) (WayDocument *))
{
  double times[N_RUNS];

  run (document);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      run (document);
      times[i] = ms_since (begin);
    }
  qsort (times, N_RUNS, sizeof *times, compare_times);
  g_print ("%-28s median %7.2f ms, worst %7.2f ms\n", what, times[N_RUNS / 2], times[N_RUNS - 1]);
}

int
main (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Milestones", way_moment (2026, 1, 5, 8, 0));

  bench_plan_fill (document, 3 * N_MILESTONES);
  add_milestones (document);
  g_print ("%u milestones on %u rows\n", N_MILESTONES, 3 * N_MILESTONES);
  measure (document, "forecast, variance, progress", way_milestone_figures_update);
  measure (document, "status colours", find_colours);
  measure (document, "trends", find_trends);
  measure (document, "who waits for whom", collect_graph);
  measure (document, "layout of the graph", lay_out_graph);
  measure (document, "a frame from near", paint_near);
  measure (document, "a frame from afar", paint_far);
  return 0;
}
