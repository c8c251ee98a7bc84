/* test-scene.c: the display list: text form, appending, mirroring.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-scene.h"

static const WayTextStyle plain = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };

static void
fill (WayScene *scene)
{
  WayPoint points[] = { { 0, 0 }, { 10, 0 }, { 10, 20 } };

  way_scene_clip (scene, 0, 0, 100, 50);
  way_scene_rect (scene, 10.26, 20, 30, 13, 3.5, WAY_ROLE_BAR, WAY_ROLE_BAR_EDGE);
  way_scene_path (scene, points, 3, FALSE, WAY_ROLE_NONE, WAY_ROLE_LINK, 1.3, WAY_DASH_SOLID, TRUE);
  way_scene_diamond (scene, 50, 25, 15, WAY_ROLE_NONE, WAY_ROLE_MILESTONE, WAY_DASH_DOTTED);
  way_scene_text (scene, 60, 25, 40, "11 Dec", plain);
  way_scene_unclip (scene);
}

static void
test_to_string (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *text = NULL;

  fill (scene);
  text = way_scene_to_string (scene);
  g_assert_cmpstr (text, ==,
                   "clip 0.0 0.0 100.0 50.0\n"
                   "rect 10.5 20.0 30.0 13.0 radius 3.5 fill BAR stroke BAR_EDGE 1.0\n"
                   "line 0.0 0.0 10.0 0.0 10.0 20.0 stroke LINK 1.5 head\n"
                   "diamond 50.0 25.0 15.0 15.0 stroke MILESTONE 1.5 dotted\n"
                   "text 60.0 25.0 small start TEXT 40.0 “11 Dec”\n"
                   "unclip\n");
}

static void
test_empty_text (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();

  way_scene_text (scene, 0, 0, 0, "", plain);
  way_scene_text (scene, 0, 0, 0, NULL, plain);
  g_assert_cmpuint (way_scene_get_n_items (scene), ==, 0);
}

static void
test_append (void)
{
  g_autoptr (WayScene) scene = way_scene_new (), twice = way_scene_new ();
  g_autofree char *once = NULL, *second = NULL, *moved = NULL;

  fill (scene);
  once = way_scene_to_string (scene);
  way_scene_append (twice, scene, 0, 0);
  way_scene_append (twice, scene, 0, 0);
  second = way_scene_to_string (twice);
  moved = g_strconcat (once, once, NULL);
  g_assert_cmpstr (second, ==, moved);
  way_scene_clear (twice);
  way_scene_append (twice, scene, 5, 7);
  g_assert_cmpfloat (way_scene_get_item (twice, 3)->x, ==, 55);
  g_assert_cmpfloat (way_scene_get_item (twice, 3)->y, ==, 32);
  g_assert_cmpfloat (g_array_index (twice->points, WayPoint, 2).y, ==, 27);
}

static void
test_mirror (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *before = NULL, *after = NULL;

  fill (scene);
  before = way_scene_to_string (scene);
  way_scene_mirror (scene, 100);
  g_assert_cmpfloat (way_scene_get_item (scene, 1)->x, ==, 100 - 10.26 - 30);
  g_assert_cmpuint (way_scene_get_item (scene, 4)->style.align, ==, WAY_ALIGN_END);
  way_scene_mirror (scene, 100);
  after = way_scene_to_string (scene);
  g_assert_cmpstr (after, ==, before);
}

static void
test_bar (void)
{
  static const struct
  {
    double done;
    guint n_items;
  } cases[] = { { 0, 1 }, { 40, 4 }, { 100, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WayScene) scene = way_scene_new ();

      way_scene_bar (scene, 0, 0, 100, 13, 3.5, cases[i].done, WAY_ROLE_BAR, WAY_ROLE_BAR_DONE,
                     WAY_ROLE_BAR_EDGE);
      g_assert_cmpuint (way_scene_get_n_items (scene), ==, cases[i].n_items);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/to-string", test_to_string);
  g_test_add_func ("/scene/empty-text", test_empty_text);
  g_test_add_func ("/scene/append", test_append);
  g_test_add_func ("/scene/mirror", test_mirror);
  g_test_add_func ("/scene/bar", test_bar);
  return g_test_run ();
}
