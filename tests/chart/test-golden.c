/* test-golden.c: the scenes of charts as text, against the files in golden/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After a wanted change: WAYMARK_UPDATE_GOLDEN=1 writes the files anew; read the
 * difference before committing it. Widths are approximate ones, so no font matters. */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-gantt-legend.h"
#include "chart/way-milestone-graph-layout.h"
#include "chart/way-roadmap-layout.h"
#include "chart/way-time-header.h"

#define WIDTH 1000.0

static void
compare_text (const char *actual, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, actual, -1, &error);
      g_assert_no_error (error);
      g_test_skip ("written anew, nothing compared");
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (actual, expected) != 0)
    {
      g_auto (GStrv) want = g_strsplit (expected, "\n", -1), have = g_strsplit (actual, "\n", -1);
      guint line = 0;

      while (want[line] != NULL && have[line] != NULL && g_str_equal (want[line], have[line]))
        line++;
      g_test_message ("%s:%u: expected “%s”, have “%s”", name, line + 1,
                      want[line] != NULL ? want[line] : "", have[line] != NULL ? have[line] : "");
      g_test_fail ();
    }
}

static void
compare (const WayScene *scene, const char *name)
{
  g_autofree char *actual = way_scene_to_string (scene);

  compare_text (actual, name);
}

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
    { audit, audit->start, audit->finish, audit->start + 3 * WAY_DAY, audit->finish + 5 * WAY_DAY,
      audit->deadline, FALSE },
    { launch, launch->start, launch->finish, launch->start + 3 * WAY_DAY,
      launch->finish + 3 * WAY_DAY, launch->deadline, FALSE },
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
  way_gantt_layout_set_shifts (layout, shifts);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, 600, 0);
  way_gantt_layout_append (layout, scene);
}

static void
test_gantt (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayScene) scene = way_scene_new ();

  append_everything (document, FALSE, scene);
  compare (scene, "gantt.txt");
}

static void
test_gantt_mirrored (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayScene) scene = way_scene_new ();

  append_everything (document, TRUE, scene);
  compare (scene, "gantt-rtl.txt");
}

typedef struct
{
  const char *name;
  void (*set) (WayGanttOptions *options, WayDocument *document);
} Variant;

static void
set_nothing (WayGanttOptions *options, WayDocument *document)
{
}

static void
set_no_critical (WayGanttOptions *options, WayDocument *document)
{
  options->critical = FALSE;
}

static void
set_floats (WayGanttOptions *options, WayDocument *document)
{
  options->floats = TRUE;
}

static void
set_baseline (WayGanttOptions *options, WayDocument *document)
{
  options->baseline_slot = 1;
}

static void
set_no_deadlines (WayGanttOptions *options, WayDocument *document)
{
  options->deadlines = FALSE;
}

static void
set_no_links (WayGanttOptions *options, WayDocument *document)
{
  options->links = WAY_LINKS_NONE;
}

static void
set_links_of_selection (WayGanttOptions *options, WayDocument *document)
{
  options->links = WAY_LINKS_SELECTED;
  options->selected = select_audit;
}

static void
set_hovered_link (WayGanttOptions *options, WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);

  options->hover_link = WAY_LINK (way_plan_peek_records (plan, &way_link_type)->pdata[5]);
}

static void
set_no_progress (WayGanttOptions *options, WayDocument *document)
{
  options->progress = FALSE;
}

static void
set_progress_line (WayGanttOptions *options, WayDocument *document)
{
  options->progress_line = TRUE;
  options->status_date = way_moment_day (FIXTURE_TODAY) + 17 * 60;
}

static void
set_label_left (WayGanttOptions *options, WayDocument *document)
{
  options->labels[WAY_LABEL_LEFT] = WAY_LABEL_DATES;
}

static void
set_label_inside (WayGanttOptions *options, WayDocument *document)
{
  options->labels[WAY_LABEL_INSIDE] = WAY_LABEL_NAME;
}

static void
set_label_right (WayGanttOptions *options, WayDocument *document)
{
  options->labels[WAY_LABEL_RIGHT] = WAY_LABEL_DONE;
}

static void
set_no_labels (WayGanttOptions *options, WayDocument *document)
{
  options->labels[WAY_LABEL_RIGHT] = WAY_LABEL_NONE;
}

static void
set_no_non_working (WayGanttOptions *options, WayDocument *document)
{
  options->non_working = FALSE;
}

static void
set_no_grid (WayGanttOptions *options, WayDocument *document)
{
  options->grid = FALSE;
}

static void
set_color_initiative (WayGanttOptions *options, WayDocument *document)
{
  options->color = WAY_COLOR_BY_INITIATIVE;
}

static void
set_color_owner (WayGanttOptions *options, WayDocument *document)
{
  options->color = WAY_COLOR_BY_OWNER;
}

static void
set_color_critical (WayGanttOptions *options, WayDocument *document)
{
  options->color = WAY_COLOR_BY_CRITICAL;
  options->critical = FALSE;
}

static char *
variant_to_string (WayDocument *document, const Variant *variant)
{
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);
  WayGanttOptions options;
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_gantt_options_init (&options);
  options.today = FIXTURE_TODAY;
  variant->set (&options, document);
  way_gantt_layout_set_rows (layout, document, rows, n_rows);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, 600, 0);
  way_gantt_layout_append (layout, scene);
  return way_scene_to_string (scene);
}

/* The lines of @text that @other has not got, each behind @sign. */
static void
append_difference (GString *out, const char *text, const char *other, char sign)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1), others = g_strsplit (other, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, lines[i]))
      g_string_append_printf (out, "%c %s\n", sign, lines[i]);
}

/* Somebody answers for two rows, and the first phase belongs to an initiative. */
static void
add_owners (WayDocument *document)
{
  static const char *const owned[][2] = { { "Security audit", "Lea" }, { "Pricing page", "Noa" } };
  WayPlan *plan = way_document_get_plan (document);
  WayRecord *initiative, *milestone;
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Owners");
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    way_document_set_int (document, WAY_RECORD (fixture_find (document, owned[i][0])), "owner",
                          way_plan_find_by_title (plan, &way_resource_type, owned[i][1])->id);
  initiative = way_document_create_record (document, &way_initiative_type);
  way_document_set_text (document, initiative, "title", "Grow");
  milestone = way_plan_find_by_title (plan, &way_milestone_type, "Core platform");
  way_document_set_int (document, milestone, "initiative", initiative->id);
  /* Her week is another one. */
  way_document_set_int (document, way_plan_find_by_title (plan, &way_resource_type, "Mia"),
                        "calendar",
                        way_plan_find_by_title (plan, &way_calendar_type, "24 Hours")->id);
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}

/* What each option takes away and adds. */
static void
test_options (void)
{
  static const Variant variants[] = {
    { "no critical", set_no_critical },
    { "floats", set_floats },
    { "baseline 1", set_baseline },
    { "no deadlines", set_no_deadlines },
    { "no links", set_no_links },
    { "links of the selection", set_links_of_selection },
    { "a link under the pointer", set_hovered_link },
    { "no progress", set_no_progress },
    { "progress line", set_progress_line },
    { "label left: dates", set_label_left },
    { "label inside: name", set_label_inside },
    { "label right: done", set_label_right },
    { "no labels", set_no_labels },
    { "no non-working time", set_no_non_working },
    { "no grid", set_no_grid },
    { "colour by initiative", set_color_initiative },
    { "colour by owner", set_color_owner },
    { "colour by critical", set_color_critical },
  };
  const Variant plain = { "plain", set_nothing };
  g_autoptr (WayDocument) document = fixture_document ();
  g_autofree char *base = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  add_owners (document);
  base = variant_to_string (document, &plain);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *text = variant_to_string (document, &variants[i]);

      g_assert_false (g_str_equal (text, base));
      g_string_append_printf (out, "== %s\n", variants[i].name);
      append_difference (out, base, text, '-');
      append_difference (out, text, base, '+');
    }
  compare_text (out->str, "options.txt");
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
  compare (scene, "headers.txt");
}

/* The legend of a chart that shows all there is, in the colours of each kind. */
static void
test_legends (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayScene) scene = way_scene_new ();

  add_owners (document);
  for (int color = 0; color < WAY_N_COLORS; color++)
    {
      WayGanttOptions options;

      way_gantt_options_init (&options);
      options.color = (WayGanttColor) color;
      options.baseline_slot = 1;
      options.floats = options.progress_line = TRUE;
      way_gantt_legend_layout (document, &options, NULL, 500, scene);
    }
  compare (scene, "legends.txt");
}

/* The sign of what is held up is explained while something is. */
static void
test_legend_of_blocked (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayScene) before = way_scene_new (), blocked = way_scene_new ();
  g_autofree char *plain = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  WayGanttOptions options;
  WayRecord *blocker;

  way_gantt_options_init (&options);
  way_gantt_legend_layout (document, &options, NULL, 500, before);
  plain = way_scene_to_string (before);
  g_assert_null (strstr (plain, "Blocked"));
  way_document_begin (document, "Blocker");
  blocker = way_document_create_record (document, &way_blocker_type);
  way_document_set_text (document, blocker, "title", "No test devices");
  way_document_set_int (document, blocker, "task",
                        WAY_RECORD (fixture_find (document, "Train support team"))->id);
  g_assert_true (way_document_commit (document, &error));
  way_gantt_legend_layout (document, &options, NULL, 500, blocked);
  text = way_scene_to_string (blocked);
  g_assert_nonnull (strstr (text, "Blocked"));
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
  compare (scene, "roadmap.txt");
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
  compare (scene, "milestone-graph.txt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/gantt", test_gantt);
  g_test_add_func ("/golden/gantt-rtl", test_gantt_mirrored);
  g_test_add_func ("/golden/options", test_options);
  g_test_add_func ("/golden/headers", test_headers);
  g_test_add_func ("/golden/legends", test_legends);
  g_test_add_func ("/golden/legend-of-blocked", test_legend_of_blocked);
  g_test_add_func ("/golden/roadmap", test_roadmap);
  g_test_add_func ("/golden/milestone-graph", test_milestone_graph);
  return g_test_run ();
}
