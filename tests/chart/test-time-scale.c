/* test-time-scale.c: moments and pixels, ticks, and headers that can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-time-header.h"

#include <math.h>
#include <string.h>

#define NOV_20 (way_moment (2026, 11, 20, 9, 0))

static double
random_zoom (void)
{
  double span = log (WAY_SCALE_COARSEST / WAY_SCALE_FINEST);

  return WAY_SCALE_FINEST * exp (g_test_rand_double () * span);
}

static void
test_inverse (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      WayTimeScale scale = way_time_scale_new ((double) NOV_20, random_zoom ());
      double x = g_test_rand_double_range (-5000, 5000);
      double moment = way_time_scale_moment (&scale, x);

      g_assert_cmpfloat_with_epsilon (way_time_scale_x (&scale, (WayMoment) floor (moment)), x,
                                      1 / scale.minutes_per_pixel + 1e-6);
      g_assert_cmpfloat (way_time_scale_x (&scale, NOV_20 + i + 1), >,
                         way_time_scale_x (&scale, NOV_20 + i));
    }
}

static void
test_zoom_keeps_point (void)
{
  for (guint i = 0; i < 500; i++)
    {
      WayTimeScale scale = way_time_scale_new ((double) NOV_20, random_zoom ());
      double x = g_test_rand_double_range (0, 1400);
      double before = way_time_scale_moment (&scale, x);

      way_time_scale_zoom (&scale, random_zoom (), x);
      g_assert_cmpfloat_with_epsilon (way_time_scale_moment (&scale, x), before, 1e-3);
    }
}

static void
test_fit (void)
{
  WayMoment to = way_moment (2027, 3, 1, 17, 0);
  WayTimeScale scale = way_time_scale_fit (NOV_20, to, 1000, 20);

  g_assert_cmpfloat_with_epsilon (way_time_scale_x (&scale, NOV_20), 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (way_time_scale_x (&scale, to), 980, 1e-6);
  scale = way_time_scale_fit (NOV_20, NOV_20, 1000, 20);
  g_assert_cmpfloat (scale.minutes_per_pixel, ==, WAY_SCALE_FINEST);
}

static void
test_levels (void)
{
  guint n = way_zoom_get_n_levels ();

  for (guint i = 0; i < n; i++)
    {
      const WayZoomLevel *level = way_zoom_get_level (i);
      WayTimeScale scale = way_time_scale_new (0, level->minutes_per_pixel);

      g_assert_cmpfloat (level->minutes_per_pixel, <=, level->coarsest);
      g_assert_cmpuint (way_time_scale_level (&scale), ==, i);
      g_assert_cmpuint (way_time_scale_step (&scale, FALSE), ==, MIN (i + 1, n - 1));
      g_assert_cmpuint (way_time_scale_step (&scale, TRUE), ==, i > 0 ? i - 1 : 0);

      /* between two levels either lies one step away, and a hair beside a level is on it */
      if (i + 1 < n)
        {
          double next = way_zoom_get_level (i + 1)->minutes_per_pixel;

          scale.minutes_per_pixel = sqrt (level->minutes_per_pixel * next);
          g_assert_cmpuint (way_time_scale_step (&scale, FALSE), ==, i + 1);
          g_assert_cmpuint (way_time_scale_step (&scale, TRUE), ==, i);
          scale.minutes_per_pixel = level->minutes_per_pixel * 1.1;
          g_assert_cmpuint (way_time_scale_step (&scale, FALSE), ==, i + 1);
          g_assert_cmpuint (way_time_scale_step (&scale, TRUE), ==, i > 0 ? i - 1 : 0);
        }
      if (i > 0)
        g_assert_cmpfloat (level->minutes_per_pixel, >, way_zoom_get_level (i - 1)->coarsest);
    }
  g_assert_cmpfloat (way_zoom_get_level (n - 1)->coarsest, >=, WAY_SCALE_COARSEST);
}

static void
check_ticks (const WayTier *tier, WayMoment moment, int first_weekday)
{
  WayMoment tick = way_tier_floor (tier, moment, first_weekday);
  WayMoment next = way_tier_next (tier, tick);

  g_assert_cmpint (tick, <=, moment);
  g_assert_cmpint (next, >, moment);
  g_assert_cmpint (way_tier_floor (tier, tick, first_weekday), ==, tick);
  g_assert_cmpint (way_tier_floor (tier, next, first_weekday), ==, next);
  g_assert_cmpint (way_tier_floor (tier, next - 1, first_weekday), ==, tick);
  if (tier->unit == WAY_TICK_WEEK)
    g_assert_cmpint (way_moment_weekday (tick), ==, first_weekday);
}

static void
test_ticks (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      const WayZoomLevel *level
          = way_zoom_get_level ((guint) g_test_rand_int_range (0, (int) way_zoom_get_n_levels ()));
      WayMoment moment = way_moment (g_test_rand_int_range (1905, 2190), 1, 1, 0, 0)
                         + g_test_rand_int_range (0, 525600);
      int first_weekday = g_test_rand_int_range (0, 7);

      check_ticks (&level->major, moment, first_weekday);
      check_ticks (&level->minor, moment, first_weekday);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    guint level;
    gboolean major;
    guint format;
    const char *text;
  } cases[] = {
    { 3, TRUE, 0, "16 November 2026" },
    { 3, FALSE, 0, "Fri 20" },
    { 4, TRUE, 0, "November 2026" },
    { 4, TRUE, 3, "Nov" },
    { 4, FALSE, 0, "16 Nov" },
    { 6, FALSE, 0, "Q4" },
    { 7, FALSE, 0, "H2" },
    { 8, TRUE, 0, "2020–2029" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WayZoomLevel *level = way_zoom_get_level (cases[i].level);
      const WayTier *tier = cases[i].major ? &level->major : &level->minor;
      g_autofree char *text
          = way_tier_format (tier, cases[i].format, way_tier_floor (tier, NOV_20, 0));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What can stand between the two other lines: weeks while there are days or months, quarters over
 * months. */
static void
test_middle (void)
{
  for (guint i = 0; i < way_zoom_get_n_levels (); i++)
    {
      const WayZoomLevel *level = way_zoom_get_level (i);

      if (level->minor.unit == WAY_TICK_MONTH)
        g_assert_cmpint (level->middle->unit, ==, WAY_TICK_QUARTER);
      else if (level->minor.unit > WAY_TICK_MONTH || level->minor.unit < WAY_TICK_HOUR)
        g_assert_null (level->middle);
      else
        g_assert_cmpint (level->middle->unit, ==, WAY_TICK_WEEK);
    }
}

/* A week that starts on Sunday has the ISO number of the days that it mostly holds. */
static void
test_sunday_weeks (void)
{
  const WayTier *tier = way_zoom_get_level (4)->middle;
  g_autofree char *text = way_tier_format (tier, 0, way_tier_floor (tier, NOV_20, 6));
  g_autofree char *narrow = way_tier_format (tier, 1, way_tier_floor (tier, NOV_20, 0));

  g_assert_cmpstr (text, ==, "Week 47");
  g_assert_cmpstr (narrow, ==, "W47");
}

static void
test_snap (void)
{
  WayTimeScale days = way_time_scale_new (0, 40), hours = way_time_scale_new (0, 1.5);

  g_assert_cmpint (way_time_scale_snap (&days, NOV_20), ==, way_moment (2026, 11, 20, 0, 0));
  g_assert_cmpint (way_time_scale_snap (&days, NOV_20 + 240), ==, way_moment (2026, 11, 21, 0, 0));
  g_assert_cmpint (way_time_scale_snap (&hours, NOV_20 + 8), ==, NOV_20 + 15);
}

/* Texts on one line must not touch, at any zoom and at any place. */
static void
check_readable (const WayScene *scene, double zoom)
{
  double end[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  WayMeasure measure = { 0 };
  guint n_texts[2] = { 0 };

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);
      guint tier = item->y > 26;

      if (item->kind != WAY_ITEM_TEXT || item->style.align != WAY_ALIGN_START)
        continue;
      if (item->x < end[tier] + 3)
        g_error ("“%s” touches the label before it at %g min/px",
                 way_scene_item_text (scene, item), zoom);
      end[tier] = item->x + way_measure_text (&measure, way_scene_item_text (scene, item), item->style);
      n_texts[tier]++;
    }
  g_assert_cmpuint (n_texts[1], >=, 4);
  g_assert_cmpuint (n_texts[1], <=, 120);
  g_assert_cmpuint (n_texts[0], >=, 1);
}

static void
test_header_readable (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();

  for (guint i = 0; i < 600; i++)
    {
      double origin = (double) NOV_20 + g_test_rand_double_range (-500000, 500000);
      WayTimeScale scale = way_time_scale_new (origin, random_zoom ());
      WayTimeHeaderOptions options = { .width = 1200, .height = 52, .today = NOV_20 };

      way_scene_clear (scene);
      way_time_header_layout (&scale, &options, scene);
      check_readable (scene, scale.minutes_per_pixel);
    }
}

/* From @hour on of a day of 32 pixels. Returns: (nullable): what the lower tier says at the edge */
static const char *
first_label (WayScene *scene, int hour)
{
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 11, 20, hour, 0), 45);
  WayTimeHeaderOptions options = { .width = 1200, .height = 52 };

  way_scene_clear (scene);
  way_time_header_layout (&scale, &options, scene);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_TEXT && item->y > 26 && item->x >= 0 && item->x < 8)
        return way_scene_item_text (scene, item);
    }
  return NULL;
}

/* A day that is cut at the left edge keeps its name while there is room for it. */
static void
test_header_cut (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *whole = g_strdup (first_label (scene, 0));

  g_assert_nonnull (whole);
  g_assert_nonnull (strstr (whole, "20"));
  g_assert_nonnull (strstr (first_label (scene, 5), "20"));
  g_assert_null (first_label (scene, 20));
}

static double
measure_large (const char *text, const WayTextStyle *style, gpointer data)
{
  return 2 * 0.55 * way_text_size_pixels (style->size) * (double) g_utf8_strlen (text, -1);
}

/* Some weeks keep their number, and the pill holds its word, whatever the font. */
static void
test_header_large_letters (void)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  WayTimeScale scale = way_time_scale_new ((double) NOV_20, 420);
  WayTimeHeaderOptions options = { .width = 1200, .height = 104, .today = NOV_20 + 9000,
                                   .week_numbers = TRUE, .measure = { measure_large, NULL, 2 } };
  guint n_weeks = 0;
  double pill = 0;

  way_time_header_layout (&scale, &options, scene);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind == WAY_ITEM_TEXT && way_scene_item_text (scene, item)[0] == 'W')
        n_weeks++;
      if (item->kind == WAY_ITEM_RECT && item->fill == WAY_ROLE_TODAY)
        pill = item->height;
    }
  g_assert_cmpuint (n_weeks, >=, 10);
  g_assert_cmpfloat (pill, >=, 2 * way_text_size_pixels (WAY_TEXT_CAPTION));
}

static void
test_header_mirrored (void)
{
  g_autoptr (WayScene) plain = way_scene_new (), mirrored = way_scene_new ();
  WayTimeScale scale = way_time_scale_new ((double) NOV_20, 141);
  WayTimeHeaderOptions options = { .width = 1200, .height = 52, .today = NOV_20 + 9000 };
  g_autofree char *expected = NULL, *actual = NULL;

  way_time_header_layout (&scale, &options, plain);
  options.rtl = TRUE;
  way_time_header_layout (&scale, &options, mirrored);
  way_scene_mirror (plain, 1200);
  expected = way_scene_to_string (plain);
  actual = way_scene_to_string (mirrored);
  g_assert_cmpstr (actual, ==, expected);
  g_assert_nonnull (strstr (actual, "“Today”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-scale/inverse", test_inverse);
  g_test_add_func ("/time-scale/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/time-scale/fit", test_fit);
  g_test_add_func ("/time-scale/levels", test_levels);
  g_test_add_func ("/time-scale/ticks", test_ticks);
  g_test_add_func ("/time-scale/formats", test_formats);
  g_test_add_func ("/time-scale/sunday-weeks", test_sunday_weeks);
  g_test_add_func ("/time-scale/middle", test_middle);
  g_test_add_func ("/time-scale/snap", test_snap);
  g_test_add_func ("/time-header/readable", test_header_readable);
  g_test_add_func ("/time-header/cut", test_header_cut);
  g_test_add_func ("/time-header/large-letters", test_header_large_letters);
  g_test_add_func ("/time-header/mirrored", test_header_mirrored);
  return g_test_run ();
}
