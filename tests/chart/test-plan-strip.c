/* test-plan-strip.c: a whole plan on a strip: where its lines are, and that rows do not cost.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-plan-strip.h"

#define WIDTH 400
#define HEIGHT 44

static WayPlanStripOptions
options_of (WayMoment from, WayMoment to, gboolean critical)
{
  return (WayPlanStripOptions) {
    .from = from, .to = to, .width = WIDTH, .height = HEIGHT, .critical = critical,
  };
}

static guint
count (const WayScene *scene, WayItemKind kind, WayRole role)
{
  guint n = 0;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    n += way_scene_get_item (scene, i)->kind == kind && way_scene_get_item (scene, i)->fill == role;
  return n;
}

/* Each task is a line between its dates, each milestone a point; summaries are not there. */
static void
test_lines (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayPlanStrip) strip = way_plan_strip_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayTask *audit = fixture_find (document, "Security audit");
  WayMoment from = way_moment (2026, 10, 1, 0, 0), to = way_moment (2026, 12, 20, 0, 0);
  WayPlanStripOptions options = options_of (from, to, TRUE);
  double scale = WIDTH / (double) (to - from);
  gboolean found = FALSE;
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_plan_strip_update (strip, rows, n_rows, &options);
  way_plan_strip_append (strip, scene);
  g_assert_cmpuint (count (scene, WAY_ITEM_DIAMOND, WAY_ROLE_MILESTONE), ==, 3);
  g_assert_cmpuint (count (scene, WAY_ITEM_RECT, WAY_ROLE_CRITICAL_EDGE), >, 0);
  g_assert_cmpuint (count (scene, WAY_ITEM_RECT, WAY_ROLE_FINISHED_EDGE), >, 0);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);
      double left = (double) (audit->start - from) * scale;
      double right = (double) (audit->finish - from) * scale;

      g_assert_cmpfloat (item->y, >=, 0);
      g_assert_cmpfloat (item->y + item->height / 2, <=, HEIGHT);
      found = found
              || (item->kind == WAY_ITEM_RECT && item->x <= left + 1 && item->x >= left - 1
                  && item->x + item->width >= right - 1);
    }
  g_assert_true (found);
}

static void
test_without_critical (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayPlanStrip) strip = way_plan_strip_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayPlanStripOptions options
      = options_of (way_moment (2026, 10, 1, 0, 0), way_moment (2026, 12, 20, 0, 0), FALSE);
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_plan_strip_update (strip, rows, n_rows, &options);
  way_plan_strip_append (strip, scene);
  g_assert_cmpuint (count (scene, WAY_ITEM_RECT, WAY_ROLE_CRITICAL_EDGE), ==, 0);
  g_assert_cmpuint (count (scene, WAY_ITEM_RECT, WAY_ROLE_BAR_EDGE), >, 0);
}

/* However many rows: not more shapes than lines have pixels, and none outside. */
static void
test_many_rows (void)
{
  g_autoptr (WayDocument) document = fixture_large_document (5000);
  g_autoptr (WayPlanStrip) strip = way_plan_strip_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayPlanStripOptions options
      = options_of (way_moment (2026, 10, 20, 0, 0), way_moment (2026, 12, 1, 0, 0), TRUE);
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_plan_strip_update (strip, rows, n_rows, &options);
  way_plan_strip_append (strip, scene);
  g_assert_cmpuint (way_scene_get_n_items (scene), >, 0);
  g_assert_cmpuint (way_scene_get_n_items (scene), <=, WIDTH * HEIGHT / 3);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      g_assert_cmpfloat (item->x, >=, 0);
      g_assert_cmpfloat (item->x, <, WIDTH);
    }
}

static void
test_empty (void)
{
  g_autoptr (WayPlanStrip) strip = way_plan_strip_new ();
  g_autoptr (WayScene) scene = way_scene_new ();
  WayPlanStripOptions options
      = options_of (way_moment (2026, 10, 1, 0, 0), way_moment (2026, 12, 20, 0, 0), TRUE);

  way_plan_strip_append (strip, scene);
  way_plan_strip_update (strip, NULL, 0, &options);
  way_plan_strip_append (strip, scene);
  g_assert_cmpuint (way_scene_get_n_items (scene), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-strip/lines", test_lines);
  g_test_add_func ("/plan-strip/without-critical", test_without_critical);
  g_test_add_func ("/plan-strip/many-rows", test_many_rows);
  g_test_add_func ("/plan-strip/empty", test_empty);
  return g_test_run ();
}
