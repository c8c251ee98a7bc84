/* test-gantt-options.c: the scene of each thing that a Gantt chart can show, against golden/.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"
#include "chart/way-gantt-legend.h"
#include "document/way-task-edits.h"
#include "metrics/way-task-filter.h"
#include "metrics/way-task-groups.h"

#define WIDTH 1000.0

static gboolean
select_audit (guint row, gpointer data)
{
  return row == 9;
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
set_first_baseline (WayGanttOptions *options, WayDocument *document)
{
  options->baseline_slot = 0;
}

static void
set_last_baseline (WayGanttOptions *options, WayDocument *document)
{
  options->baseline_slot = 10;
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
set_no_pins (WayGanttOptions *options, WayDocument *document)
{
  options->pins = FALSE;
}

static void
set_no_today (WayGanttOptions *options, WayDocument *document)
{
  options->today_line = FALSE;
}

static void
set_row_lines (WayGanttOptions *options, WayDocument *document)
{
  options->row_lines = TRUE;
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
set_color_plain (WayGanttOptions *options, WayDocument *document)
{
  options->color = WAY_COLOR_PLAIN;
}

static void
set_color_critical (WayGanttOptions *options, WayDocument *document)
{
  options->color = WAY_COLOR_BY_CRITICAL;
  options->critical = FALSE;
}

/* @rows: (nullable): NULL = all of the plan */
static char *
chart_to_string (WayDocument *document, const WayGanttOptions *options, GPtrArray *rows)
{
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);

  if (rows == NULL)
    rows = way_plan_get_outline (way_document_get_plan (document));
  way_gantt_layout_set_rows (layout, document, (WayTask *const *) rows->pdata, rows->len);
  way_gantt_layout_update (layout, &scale, options, WIDTH, 600, 0);
  way_gantt_layout_append (layout, scene);
  return way_scene_to_string (scene);
}

static void
init_options (WayGanttOptions *options)
{
  way_gantt_options_init (options);
  options->today = FIXTURE_TODAY;
}

static char *
variant_to_string (WayDocument *document, const Variant *variant)
{
  WayGanttOptions options;

  init_options (&options);
  variant->set (&options, document);
  return chart_to_string (document, &options, NULL);
}

/* The lines of @text that begin with @what and that @other has not got, each behind @sign. */
static void
append_difference (GString *out, const char *text, const char *other, const char *what, char sign)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1), others = g_strsplit (other, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], what)
        && !g_strv_contains ((const char *const *) others, lines[i]))
      g_string_append_printf (out, "%c %s\n", sign, lines[i]);
}

/* The first and the last slot too, each taken when the plan was another one. */
static void
add_baselines (WayDocument *document)
{
  WayRecord *audit = WAY_RECORD (fixture_find (document, "Security audit"));
  g_autoptr (GError) error = NULL;

  for (int slot = 0; slot <= 10; slot += 10)
    {
      way_document_begin (document, "Replan");
      way_document_set_int (document, audit, "duration", slot == 0 ? 6 * 480 : 8 * 480);
      if (!way_document_commit (document, &error)
          || !way_baseline_save (document, slot, "Replan", &error))
        g_error ("%s", error->message);
    }
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
    { "baseline 0", set_first_baseline },
    { "baseline 1", set_baseline },
    { "baseline 10", set_last_baseline },
    { "no deadlines", set_no_deadlines },
    { "no links", set_no_links },
    { "links of the selection", set_links_of_selection },
    { "a link under the pointer", set_hovered_link },
    { "no progress", set_no_progress },
    { "progress line", set_progress_line },
    { "no pins", set_no_pins },
    { "no line of today", set_no_today },
    { "lines under rows", set_row_lines },
    { "no non-working time", set_no_non_working },
    { "no grid", set_no_grid },
    { "colour by initiative", set_color_initiative },
    { "colour by owner", set_color_owner },
    { "all the same colour", set_color_plain },
    { "colour by critical", set_color_critical },
  };
  const Variant plain = { "plain", set_nothing };
  g_autoptr (WayDocument) document = fixture_document ();
  g_autofree char *base = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  add_owners (document);
  add_baselines (document);
  base = variant_to_string (document, &plain);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *text = variant_to_string (document, &variants[i]);

      g_assert_false (g_str_equal (text, base));
      g_string_append_printf (out, "== %s\n", variants[i].name);
      append_difference (out, base, text, "", '-');
      append_difference (out, text, base, "", '+');
    }
  fixture_compare_text (out->str, "options.txt");
}

/* Each field at each place: the words that come, and those that go. */
static void
test_labels (void)
{
  static const char *const places[] = { "left", "inside", "right" };
  g_autoptr (WayDocument) document = fixture_document ();
  g_autofree char *base = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  WayGanttOptions options;

  add_owners (document);
  init_options (&options);
  options.labels[WAY_LABEL_RIGHT] = WAY_LABEL_NONE;
  base = chart_to_string (document, &options, NULL);
  for (int place = 0; place < WAY_N_LABEL_PLACES; place++)
    for (int label = WAY_LABEL_NONE + 1; label < WAY_N_LABELS; label++)
      {
        g_autofree char *text = NULL;

        init_options (&options);
        options.labels[WAY_LABEL_RIGHT] = WAY_LABEL_NONE;
        options.labels[place] = (WayGanttLabel) label;
        text = chart_to_string (document, &options, NULL);
        g_string_append_printf (out, "== %s: %s\n", places[place],
                                way_gantt_label_name ((WayGanttLabel) label));
        append_difference (out, text, base, "text", '+');
      }
  fixture_compare_text (out->str, "labels.txt");
}

/* Rows that are put together have a head, which is no task of the plan. */
static GPtrArray *
grouped_rows (WayDocument *document, WayTaskGrouping by, GPtrArray *heads)
{
  g_autoptr (GPtrArray) groups = way_task_groups (document, by);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      WayTaskGroup *group = groups->pdata[i];
      WayTask *head = WAY_TASK (way_record_new (&way_task_type));

      head->row = -1;
      head->start = head->finish = WAY_NEVER;
      g_ptr_array_add (heads, head);
      g_ptr_array_add (rows, head);
      g_ptr_array_extend (rows, group->tasks, NULL, NULL);
    }
  return rows;
}

static GPtrArray *
filtered_rows (WayDocument *document, const WayTaskFilter *filter)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (WayTaskMatcher) matcher = way_task_matcher_new (document, filter);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < outline->len; i++)
    if (way_task_matcher_matches (matcher, outline->pdata[i]))
      g_ptr_array_add (rows, outline->pdata[i]);
  return rows;
}

static GPtrArray *
milestone_rows (WayDocument *document)
{
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.milestones = TRUE;
  return filtered_rows (document, &filter);
}

/* Rows in groups, coloured by the initiative of each, and milestones alone. */
static void
test_rows (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) grouped = NULL, milestones = NULL;
  g_autofree char *in_groups = NULL, *alone = NULL, *all = NULL;
  WayGanttOptions options;

  add_owners (document);
  grouped = grouped_rows (document, WAY_GROUP_BY_MILESTONE, heads);
  milestones = milestone_rows (document);
  init_options (&options);
  options.floats = TRUE;
  alone = chart_to_string (document, &options, milestones);
  options.color = WAY_COLOR_BY_INITIATIVE;
  in_groups = chart_to_string (document, &options, grouped);
  all = g_strdup_printf ("== by milestone\n%s== milestones only\n%s", in_groups, alone);
  fixture_compare_text (all, "rows.txt");
}

/* Which rows there are, by the names beside their bars, and how high each stands. */
static void
append_names (GString *out, WayDocument *document, const char *what, GPtrArray *rows)
{
  g_autofree char *text = NULL;
  WayGanttOptions options;

  init_options (&options);
  options.labels[WAY_LABEL_RIGHT] = WAY_LABEL_NAME;
  text = chart_to_string (document, &options, rows);
  g_string_append_printf (out, "== %s\n", what);
  append_difference (out, text, "", "text", '+');
}

static void
append_filtered (GString *out, WayDocument *document, const char *what, WayTaskFilter *filter)
{
  g_autoptr (GPtrArray) rows = filtered_rows (document, filter);

  g_assert_cmpuint (rows->len, >, 0);
  g_assert_cmpuint (rows->len, <, way_plan_get_outline (way_document_get_plan (document))->len);
  append_names (out, document, what, rows);
  way_task_filter_clear (filter);
}

/* As of a day that does not pass. */
static void
add_states (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "States");
  way_document_set_int (document, WAY_RECORD (fixture_find (document, "Load test report")), "state",
                        WAY_STATE_IN_PROGRESS);
  way_document_set_int (document, WAY_RECORD (fixture_find (document, "Pricing page")), "state",
                        WAY_STATE_BLOCKED);
  way_document_set_int (document, WAY_RECORD (way_plan_get_project (plan)), "status_date",
                        FIXTURE_TODAY);
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}

/* Each way to put rows together, and each way to leave some out. */
static void
test_groups_and_filters (void)
{
  static const char *const groups[] = { [WAY_GROUP_BY_OWNER] = "by owner",
                                        [WAY_GROUP_BY_STATE] = "by state",
                                        [WAY_GROUP_BY_MILESTONE] = "by milestone",
                                        [WAY_GROUP_BY_INITIATIVE] = "by initiative",
                                        [WAY_GROUP_BY_CRITICAL] = "by critical" };
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) out = g_string_new (NULL);
  WayPlan *plan = way_document_get_plan (document);
  WayTaskFilter filter;

  add_owners (document);
  add_states (document);
  for (guint by = WAY_GROUP_BY_NONE + 1; by < G_N_ELEMENTS (groups); by++)
    {
      g_autoptr (GPtrArray) rows = grouped_rows (document, (WayTaskGrouping) by, heads);

      append_names (out, document, groups[by], rows);
    }
  way_task_filter_init (&filter);
  filter.text = g_strdup ("AUDIT");
  append_filtered (out, document, "text", &filter);
  filter.owner = way_plan_find_by_title (plan, &way_resource_type, "Lea")->id;
  append_filtered (out, document, "owner", &filter);
  filter.owner = WAY_TASK_FILTER_NOBODY;
  append_filtered (out, document, "nobody", &filter);
  filter.done_for = way_plan_find_by_title (plan, &way_milestone_type, "Core platform")->id;
  append_filtered (out, document, "milestone", &filter);
  filter.state = WAY_STATE_IN_PROGRESS;
  append_filtered (out, document, "state", &filter);
  filter.critical = TRUE;
  append_filtered (out, document, "critical", &filter);
  filter.late = TRUE;
  append_filtered (out, document, "late", &filter);
  filter.from = way_moment (2026, 11, 16, 0, 0);
  filter.to = way_moment (2026, 11, 20, 0, 0);
  append_filtered (out, document, "days", &filter);
  fixture_compare_text (out->str, "names.txt");
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
  for (int shown = 0; shown < 2; shown++)
    {
      WayGanttOptions options;

      way_gantt_options_init (&options);
      options.critical = options.progress = options.deadlines = options.pins = options.today_line
          = shown != 0;
      way_gantt_legend_layout (document, &options, "Status", 500, scene);
    }
  fixture_compare_scene (scene, "legends.txt");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gantt-options/options", test_options);
  g_test_add_func ("/gantt-options/labels", test_labels);
  g_test_add_func ("/gantt-options/rows", test_rows);
  g_test_add_func ("/gantt-options/groups-and-filters", test_groups_and_filters);
  g_test_add_func ("/gantt-options/legends", test_legends);
  g_test_add_func ("/gantt-options/legend-of-blocked", test_legend_of_blocked);
  return g_test_run ();
}
