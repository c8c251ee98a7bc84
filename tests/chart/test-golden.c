/* test-golden.c: the scenes of charts as text, against the files in golden/.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-milestone-graph-layout.h"
#include "chart/way-roadmap-layout.h"
#include "chart/way-time-header.h"

#define WIDTH 1000.0

static gboolean
select_audit (guint row, gpointer data)
{
  return row == 9;
}

/* Every shape that the chart knows. */
static void
append_everything (WayDocument *document, gboolean rtl, WayScene *scene)
{
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);
  WayTask *audit = fixture_find (document, "Security audit");
  WayTask *launch = fixture_find (document, "General availability");
  const WayShift moved[] = {
    { audit, audit->start, audit->finish, audit->start + 3 * WAY_DAY, audit->finish + 5 * WAY_DAY },
    { launch, launch->start, launch->finish, launch->start + 3 * WAY_DAY,
      launch->finish + 3 * WAY_DAY },
  };
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (WayShift));
  WayGanttOptions options;
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  g_array_append_vals (shifts, moved, G_N_ELEMENTS (moved));
  way_gantt_options_init (&options);
  options.today = FIXTURE_TODAY;
  options.baseline_slot = 1;
  options.floats = TRUE;
  options.row_lines = TRUE;
  options.rtl = rtl;
  options.selected = select_audit;
  options.hover = fixture_find (document, "Accessibility review");
  options.grabbed = audit;
  options.selected_link
      = WAY_LINK (way_plan_peek_records (way_document_get_plan (document), &way_link_type)->pdata[0]);
  way_gantt_layout_set_rows (layout, document, rows, n_rows);
  way_gantt_layout_set_shifts (layout, way_shifts_find, shifts);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, 600, 0);
  way_gantt_layout_append (layout, scene);
}

static void
test_gantt (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayScene) scene = way_scene_new ();

  append_everything (document, FALSE, scene);
  fixture_compare_scene (scene, "gantt.txt");
}

static void
test_gantt_mirrored (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayScene) scene = way_scene_new ();

  append_everything (document, TRUE, scene);
  fixture_compare_scene (scene, "gantt-rtl.txt");
}

static void
test_headers (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();

  for (guint i = 0; i < way_zoom_get_n_levels (); i++)
    {
      WayTimeScale scale = way_time_scale_new ((double) FIXTURE_TODAY, 1);
      WayTimeHeaderOptions options = { .width = WIDTH, .height = 52, .today = FIXTURE_TODAY };

      way_time_scale_zoom (&scale, way_zoom_get_level (i)->minutes_per_pixel, 0);
      scale.origin -= 200 * scale.minutes_per_pixel;
      way_time_header_layout (&scale, &options, scene);
      options.week_numbers = TRUE;
      if (way_zoom_get_level (i)->middle != NULL)
        way_time_header_layout (&scale, &options, scene);
    }
  fixture_compare_scene (scene, "headers.txt");
}

static void
test_roadmap (void)
{
  const WayRoadmapItem items[] = {
    { .title = "Core platform", .start = way_moment (2026, 10, 1, 8, 0),
      .finish = way_moment (2026, 11, 12, 17, 0), .complete = 100, .milestone = WAY_NEVER,
      .target = WAY_NEVER, .finished = TRUE },
    { .title = "Hardening", .start = way_moment (2026, 10, 28, 8, 0),
      .finish = way_moment (2026, 11, 27, 17, 0), .complete = 41, .milestone = WAY_NEVER,
      .target = WAY_NEVER },
    { .title = "General availability", .start = way_moment (2026, 11, 12, 8, 0),
      .finish = way_moment (2026, 12, 11, 17, 0), .complete = 20,
      .milestone = way_moment (2026, 12, 11, 17, 0), .target = way_moment (2026, 12, 3, 17, 0),
      .late = TRUE },
    { .title = "First 100 customers", .start = WAY_NEVER, .finish = WAY_NEVER,
      .milestone = way_moment (2027, 2, 4, 17, 0), .target = WAY_NEVER },
  };
  g_autoptr (WayScene) scene = way_scene_new ();
  WayRoadmapOptions options;

  way_roadmap_options_init (&options, 670);
  options.today = FIXTURE_TODAY;
  way_roadmap_layout (items, G_N_ELEMENTS (items), &options, scene);
  fixture_compare_scene (scene, "roadmap.txt");
}

/* Every kind of milestone and of line; the fourth stands below. */
static void
test_milestone_graph (void)
{
  const WayGraphEdge edges[]
      = { { 0, 1, FALSE }, { 0, 2, TRUE }, { 1, 3, FALSE }, { 2, 3, TRUE }, { 0, 3, FALSE } };
  const WayGraphNode nodes[] = {
    { "MS-001", "Concept approved", "Done 26 Aug", "0 d", NULL, "G", 0, FALSE, FALSE, TRUE },
    { "MS-002", "Design freeze", "Forecast 29 Sep · target 29 Sep", "−1 d", NULL, "Y", 1, FALSE,
      FALSE, FALSE },
    { "MS-003", "A milestone whose title has no room at all", "Forecast 16 Dec · target 11 Dec",
      "+3 d", "Blocked", "R", 2, TRUE, TRUE, FALSE },
    { "MS-004", "General availability", "Forecast 12 Feb", NULL, NULL, "R", 2, FALSE, TRUE, FALSE },
    { "MS-005", "On its own", "no date yet", NULL, NULL, "G", 0, FALSE, FALSE, FALSE },
  };
  g_autoptr (WayGraphLayout) layout = way_graph_layout_new (5, edges, G_N_ELEMENTS (edges));
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };

  way_graph_layout_draw (layout, nodes, NULL, &measure, scene);
  fixture_compare_scene (scene, "milestone-graph.txt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/gantt", test_gantt);
  g_test_add_func ("/golden/gantt-rtl", test_gantt_mirrored);
  g_test_add_func ("/golden/headers", test_headers);
  g_test_add_func ("/golden/roadmap", test_roadmap);
  g_test_add_func ("/golden/milestone-graph", test_milestone_graph);
  return g_test_run ();
}
