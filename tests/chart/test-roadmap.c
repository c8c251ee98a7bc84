/* test-roadmap.c: the plan on one small picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-roadmap.h"

#include <string.h>

static void
test_collect (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayRoadmap) roadmap = way_roadmap_new (document, FIXTURE_TODAY, 8);
  guint n_items;
  const WayRoadmapItem *core = way_roadmap_get_items (roadmap, &n_items);
  const WayRoadmapItem *launch = core + 1;

  g_assert_cmpuint (n_items, ==, 2);
  g_assert_cmpstr (core->title, ==, "Core platform");
  g_assert_cmpint (core->start, ==, way_moment (2026, 10, 5, 8, 0));
  g_assert_cmpint (core->target, ==, WAY_NEVER);
  g_assert_cmpstr (launch->title, ==, "General availability");
  g_assert_cmpint (launch->milestone, ==, way_moment (2026, 12, 11, 17, 0));
  g_assert_cmpint (launch->target, ==, way_moment (2026, 12, 3, 17, 0));
  g_assert_cmpint (launch->finish, <=, launch->milestone);
}

/* Without milestone records, phases; without phases, tasks. */
static void
test_collect_rows (void)
{
  g_autoptr (WayDocument) document = fixture_large_document (40);
  g_autoptr (WayRoadmap) roadmap = way_roadmap_new (document, FIXTURE_TODAY, 3);
  guint n_items;
  const WayRoadmapItem *items = way_roadmap_get_items (roadmap, &n_items);

  g_assert_cmpuint (n_items, ==, 3);
  g_assert_cmpint (items[0].milestone, ==, WAY_NEVER);
  g_assert_cmpint (items[0].finish, <=, items[1].finish);
}

/* Every title fits in the picture, however wide it is. */
static void
test_labels_fit (void)
{
  WayMeasure measure = { 0 };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (WayScene) scene = way_scene_new ();
      WayRoadmapItem items[6];
      WayRoadmapOptions options;
      double height;

      for (guint k = 0; k < G_N_ELEMENTS (items); k++)
        {
          WayMoment start = way_moment (2026, 1, 1, 8, 0) + g_test_rand_int_range (0, 600000);

          items[k] = (WayRoadmapItem) {
            .title = "A phase with a name of some length", .start = start,
            .finish = start + g_test_rand_int_range (1, 200000), .milestone = WAY_NEVER,
            .target = WAY_NEVER, .complete = g_test_rand_int_range (0, 101),
          };
          if (g_test_rand_bit ())
            items[k].milestone = items[k].finish;
        }
      way_roadmap_options_init (&options, g_test_rand_double_range (500, 1200));
      height = way_roadmap_layout (items, G_N_ELEMENTS (items), &options, scene);
      g_assert_cmpfloat (height, >=, options.header_height + 6 * options.row_height);
      for (guint k = 0; k < way_scene_get_n_items (scene); k++)
        {
          const WaySceneItem *item = way_scene_get_item (scene, k);
          const char *text = item->kind == WAY_ITEM_TEXT ? way_scene_item_text (scene, item) : NULL;

          if (text == NULL)
            continue;
          g_assert_cmpfloat (item->x, >=, 0);
          g_assert_cmpfloat (item->x + way_measure_text (&measure, text, item->style), <=,
                             options.width + 1);
        }
    }
}

/* On one line no title lies over another, and every diamond is whole. */
static void
test_one_line (void)
{
  WayMeasure measure = { 0 };

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (WayScene) scene = way_scene_new ();
      WayRoadmapItem items[7];
      WayRoadmapOptions options;
      WayMoment at = way_moment (2026, 1, 1, 8, 0);
      double height;

      for (guint k = 0; k < G_N_ELEMENTS (items); k++)
        {
          at += g_test_rand_int_range (0, 90000);
          items[k] = (WayRoadmapItem) { .title = "Abnahme der Klimaprüfkammer im Werk",
                                        .start = WAY_NEVER, .finish = WAY_NEVER, .milestone = at,
                                        .target = WAY_NEVER };
        }
      way_roadmap_options_init (&options, g_test_rand_double_range (400, 1200));
      options.measure = measure;
      options.one_line = TRUE;
      height = way_roadmap_layout (items, G_N_ELEMENTS (items), &options, scene);
      for (guint k = 0; k < way_scene_get_n_items (scene); k++)
        {
          const WaySceneItem *item = way_scene_get_item (scene, k);
          const char *text = item->kind == WAY_ITEM_TEXT ? way_scene_item_text (scene, item) : NULL;
          double right;

          if (text == NULL || item->y < options.header_height)
            continue;
          right = item->x + way_measure_text (&measure, text, item->style);
          g_assert_cmpfloat (item->y, <, height);
          g_assert_cmpfloat (right, <=, options.width + 1);
          for (guint other = 0; other < k; other++)
            {
              const WaySceneItem *before = way_scene_get_item (scene, other);

              if (before->kind == WAY_ITEM_TEXT && before->y == item->y)
                g_assert_cmpfloat (before->x + way_measure_text (&measure,
                                                                 way_scene_item_text (scene, before),
                                                                 before->style),
                                   <=, item->x);
            }
        }
    }
}

/* A title without any date still has its line. */
static void
test_no_dates (void)
{
  WayRoadmapItem items[] = {
    { .title = "Some day", .start = WAY_NEVER, .finish = WAY_NEVER, .milestone = WAY_NEVER,
      .target = WAY_NEVER },
    { .title = "Soon", .start = way_moment (2026, 1, 5, 8, 0), .finish = way_moment (2026, 3, 6, 17, 0),
      .milestone = WAY_NEVER, .target = WAY_NEVER },
  };
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *text = NULL;
  WayRoadmapOptions options;

  way_roadmap_options_init (&options, 600);
  way_roadmap_layout (items, G_N_ELEMENTS (items), &options, scene);
  text = way_scene_to_string (scene);
  g_assert_nonnull (strstr (text, "text 6.0 39.0 caption start TEXT 49.5 “Some day”"));
  g_assert_nonnull (strstr (text, "fill BAR stroke BAR_EDGE"));
}

static void
test_empty (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Empty", way_moment (2026, 1, 5, 8, 0));
  g_autoptr (WayScene) scene = way_scene_new ();
  WayRoadmapOptions options;

  way_roadmap_options_init (&options, 600);
  g_assert_cmpfloat (way_roadmap_layout (NULL, 0, &options, scene), >=, options.header_height);
  g_assert_null (way_roadmap_new (document, FIXTURE_TODAY, 8));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roadmap/collect", test_collect);
  g_test_add_func ("/roadmap/collect-rows", test_collect_rows);
  g_test_add_func ("/roadmap/labels-fit", test_labels_fit);
  g_test_add_func ("/roadmap/one-line", test_one_line);
  g_test_add_func ("/roadmap/no-dates", test_no_dates);
  g_test_add_func ("/roadmap/empty", test_empty);
  return g_test_run ();
}
