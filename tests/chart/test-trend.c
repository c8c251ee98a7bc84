/* test-trend.c: milestone trend analysis and the line of checkpoints.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-check-in-layout.h"
#include "chart/way-checkpoint-layout.h"
#include "chart/way-kpi-layout.h"
#include "chart/way-mta-layout.h"

#include <string.h>

#define DAY(d) (way_moment (2026, 3, 1, 0, 0) + (d) * WAY_DAY)

static gboolean
says (const WayScene *scene, const char *text)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_TEXT && strcmp (way_scene_item_text (scene, item), text) == 0)
        return TRUE;
    }
  return FALSE;
}

static const WaySceneItem *
path_of (const WayScene *scene, WayRole role)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_PATH && item->stroke == role)
        return item;
    }
  return NULL;
}

/* A level line stays level, a slip rises; all marks stay inside. */
static void
test_lines (void)
{
  const WayTrendPoint level[] = { { DAY (0), DAY (90) }, { DAY (30), DAY (90) } };
  const WayTrendPoint slip[] = { { DAY (0), DAY (40) }, { DAY (30), DAY (60) } };
  const WayMtaSeries series[] = { { "MS-001", level, 2, DAY (90) },
                                  { "MS-002", slip, 2, WAY_NEVER } };
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };
  double height = way_mta_layout (series, 2, DAY (30), 800, &measure, scene);
  const WaySceneItem *first = path_of (scene, WAY_ROLE_SERIES);
  const WaySceneItem *second = path_of (scene, WAY_ROLE_SERIES + 1);
  const WayPoint *points = (const WayPoint *) (gpointer) scene->points->data;

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpfloat (points[first->first].y, ==, points[first->first + 1].y);
  g_assert_cmpfloat (points[second->first].y, >, points[second->first + 1].y);
  g_assert_true (says (scene, "MS-001"));
  g_assert_true (says (scene, "MS-002"));
  for (guint i = 0; i < scene->points->len; i++)
    {
      g_assert_cmpfloat (points[i].x, >=, 0);
      g_assert_cmpfloat (points[i].x, <=, 800);
      g_assert_cmpfloat (points[i].y, >=, 0);
      g_assert_cmpfloat (points[i].y, <=, height);
    }
}

/* A forecast that is the day itself lies on the diagonal: the dashed line goes from corner to
 * corner of a field whose axes have one span. */
static void
test_diagonal (void)
{
  const WayTrendPoint done[] = { { DAY (0), DAY (50) }, { DAY (50), DAY (50) } };
  const WayMtaSeries series[] = { { "MS-001", done, 2, WAY_NEVER } };
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };
  const WaySceneItem *line, *frame = NULL;
  const WayPoint *last;
  double across, up;

  way_mta_layout (series, 1, WAY_NEVER, 700, &measure, scene);
  for (guint i = 0; i < way_scene_get_n_items (scene) && frame == NULL; i++)
    if (way_scene_get_item (scene, i)->kind == WAY_ITEM_RECT)
      frame = way_scene_get_item (scene, i);
  line = path_of (scene, WAY_ROLE_SERIES);
  last = &((const WayPoint *) (gpointer) scene->points->data)[line->first + 1];
  across = (last->x - frame->x) / frame->width;
  up = (frame->y + frame->height - last->y) / frame->height;
  g_assert_cmpfloat_with_epsilon (across, up, 1e-9);
}

/* No two labels share a line, however close the forecasts are. */
static void
test_labels_apart (void)
{
  WayTrendPoint points[WAY_MTA_MOST];
  WayMtaSeries series[WAY_MTA_MOST];
  char labels[WAY_MTA_MOST][8];
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };
  double seen[WAY_MTA_MOST];
  guint n_seen = 0;

  for (guint i = 0; i < WAY_MTA_MOST; i++)
    {
      points[i] = (WayTrendPoint) { DAY (10), DAY (100 + (int) i % 2) };
      g_snprintf (labels[i], sizeof labels[i], "M%u", i);
      series[i] = (WayMtaSeries) { labels[i], &points[i], 1, WAY_NEVER };
    }
  way_mta_layout (series, WAY_MTA_MOST, WAY_NEVER, 900, &measure, scene);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_TEXT && way_scene_item_text (scene, item)[0] == 'M'
          && g_ascii_isdigit (way_scene_item_text (scene, item)[1]))
        seen[n_seen++] = item->y;
    }
  g_assert_cmpuint (n_seen, ==, WAY_MTA_MOST);
  for (guint i = 0; i < n_seen; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpfloat (ABS (seen[i] - seen[k]), >=, 14);
}

/* No two lines are told by the same colour, dash and mark. */
static void
test_lines_differ (void)
{
  const WayTrendPoint points[] = { { DAY (0), DAY (40) }, { DAY (30), DAY (60) } };
  WayMtaSeries series[WAY_MTA_MOST];
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  WayMeasure measure = { 0 };

  for (guint i = 0; i < WAY_MTA_MOST; i++)
    series[i] = (WayMtaSeries) { "MS", points, 2, WAY_NEVER };
  way_mta_layout (series, WAY_MTA_MOST, WAY_NEVER, 900, &measure, scene);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_PATH && item->stroke >= WAY_ROLE_SERIES)
        g_hash_table_add (seen, GUINT_TO_POINTER ((guint) item->stroke * 10 + item->dash));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, WAY_MTA_MOST);
}

static void
test_empty (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };

  g_assert_cmpfloat (way_mta_layout (NULL, 0, WAY_NEVER, 300, &measure, scene), >, 0);
}

static void
test_checkpoints (void)
{
  const WayCheckpointMark marks[] = { { 25, DAY (0), WAY_CHECKPOINT_MET },
                                      { 50, DAY (20), WAY_CHECKPOINT_MISSED },
                                      { 52, WAY_NEVER, WAY_CHECKPOINT_OPEN },
                                      { 100, DAY (60), WAY_CHECKPOINT_OPEN } };
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };
  guint texts = 0;

  way_checkpoint_layout (marks, 4, 41, 600, &measure, scene);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      texts += item->kind == WAY_ITEM_TEXT ? 1 : 0;
    }
  g_assert_cmpuint (texts, ==, 3); /* the one at 52 % has no room */
}

/* Values rise to the right of each other; the target is a level line above the last of them. */
static void
test_kpi (void)
{
  const WayKpiPoint points[] = { { DAY (0), 10 }, { DAY (7), 12 }, { DAY (14), 16 } };
  const WayKpiSeries series = { points, 3, TRUE, 20, 20 };
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autoptr (WayScene) small = way_scene_new ();
  WayMeasure measure = { 0 };
  double height = way_kpi_layout (&series, 400, &measure, scene);
  const WaySceneItem *line = path_of (scene, WAY_ROLE_SERIES);
  const WaySceneItem *target = path_of (scene, WAY_ROLE_SECONDARY);
  const WayPoint *at = (const WayPoint *) (gpointer) scene->points->data;

  g_assert_cmpfloat (height, >, 100);
  g_assert_nonnull (line);
  g_assert_nonnull (target);
  g_assert_cmpfloat (at[line->first].x, <, at[line->first + 1].x);
  g_assert_cmpfloat (at[line->first].y, >, at[line->first + 1].y);
  g_assert_cmpfloat (at[target->first].y, ==, at[target->first + 1].y);
  g_assert_cmpfloat (at[target->first].y, <, at[line->first + 2].y);
  for (guint i = 0; i < scene->points->len; i++)
    g_assert_true (at[i].x >= 0 && at[i].x <= 400 && at[i].y >= 0 && at[i].y <= height);
  way_kpi_sparkline (&series, 90, 24, small);
  g_assert_nonnull (path_of (small, WAY_ROLE_SERIES));
  for (guint i = 0; i < small->points->len; i++)
    g_assert_cmpfloat (((const WayPoint *) (gpointer) small->points->data)[i].y, <=, 24);
}

static void
test_kpi_without_measurements (void)
{
  const WayKpiSeries series = { NULL, 0, TRUE, 20, 20 };
  g_autoptr (WayScene) scene = way_scene_new ();
  WayMeasure measure = { 0 };

  g_assert_cmpfloat (way_kpi_layout (&series, 400, &measure, scene), ==, 0);
  way_kpi_sparkline (&series, 90, 24, scene);
  g_assert_cmpuint (way_scene_get_n_items (scene), ==, 0);
}

/* Better moods stand higher; where none was asked the mark stands below; reviews say their word. */
static void
test_check_ins (void)
{
  const WayCheckInMark marks[] = { { DAY (0), 2, 1 }, { DAY (7), 4, 0 }, { DAY (14), 0, 2 } };
  const WayReviewMark reviews[] = { { DAY (10), "Go" } };
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autoptr (WayScene) none = way_scene_new ();
  WayMeasure measure = { 0 };
  double height = way_check_in_layout (marks, 3, reviews, 1, 400, &measure, scene);
  const WaySceneItem *line = path_of (scene, WAY_ROLE_ACCENT);
  const WayPoint *points = &g_array_index (scene->points, WayPoint, line->first);

  g_assert_cmpfloat (height, >, 0);
  g_assert_cmpuint (line->length, ==, 2);
  g_assert_cmpfloat (points[1].y, <, points[0].y);
  g_assert_true (says (scene, "Go"));
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_RECT && item->fill == WAY_ROLE_BAD)
        g_assert_cmpfloat (item->y, >, points[0].y);
      g_assert_cmpfloat (item->y, <=, height);
    }
  g_assert_cmpfloat (way_check_in_layout (marks, 1, NULL, 0, 400, &measure, none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/lines", test_lines);
  g_test_add_func ("/trend/diagonal", test_diagonal);
  g_test_add_func ("/trend/labels-apart", test_labels_apart);
  g_test_add_func ("/trend/lines-differ", test_lines_differ);
  g_test_add_func ("/trend/empty", test_empty);
  g_test_add_func ("/checkpoints/labels", test_checkpoints);
  g_test_add_func ("/kpi/measured", test_kpi);
  g_test_add_func ("/kpi/without-measurements", test_kpi_without_measurements);
  g_test_add_func ("/trend/check-ins", test_check_ins);
  return g_test_run ();
}
