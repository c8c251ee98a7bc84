/* test-palette.c: every palette keeps the contrast that reading takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-palette.h"

static const WayRole surfaces[] = { WAY_ROLE_BACKGROUND, WAY_ROLE_SELECTED, WAY_ROLE_NON_WORKING };
static const char *const kinds[] = { "light", "dark", "high contrast", "high contrast, dark", "print" };

static void
check (WayPaletteKind kind, WayRole front, WayRole back, double least)
{
  const WayPalette *palette = way_palette_get (kind);
  double contrast = way_color_contrast (&palette->colors[front], &palette->colors[back]);

  if (contrast < least)
    {
      g_test_message ("%s: %s on %s has %.2f : 1, not %.1f", kinds[kind], way_role_name (front),
                      way_role_name (back), contrast, least);
      g_test_fail ();
    }
}

static void
test_text (void)
{
  static const WayRole texts[] = { WAY_ROLE_TEXT, WAY_ROLE_SECONDARY, WAY_ROLE_GOOD_TEXT,
                                   WAY_ROLE_WARNING_TEXT, WAY_ROLE_BAD_TEXT };
  static const WayRole more[] = { WAY_ROLE_SIDEBAR, WAY_ROLE_HEADER };

  for (guint kind = 0; kind < WAY_N_PALETTES; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        gboolean high = kind == WAY_PALETTE_HIGH_CONTRAST || kind == WAY_PALETTE_HIGH_CONTRAST_DARK;
        double least = high ? 7 : 4.5;

        for (guint s = 0; s < G_N_ELEMENTS (surfaces); s++)
          check (kind, texts[i], surfaces[s], least);
        for (guint s = 0; s < G_N_ELEMENTS (more); s++)
          check (kind, texts[i], more[s], least);
      }
}

static void
test_chips (void)
{
  static const struct
  {
    WayRole text, chip;
  } pairs[] = {
    { WAY_ROLE_GOOD_TEXT, WAY_ROLE_GOOD_SOFT },
    { WAY_ROLE_WARNING_TEXT, WAY_ROLE_WARNING_SOFT },
    { WAY_ROLE_BAD_TEXT, WAY_ROLE_BAD_SOFT },
    { WAY_ROLE_ON_ACCENT, WAY_ROLE_ACCENT },
    { WAY_ROLE_ON_ACCENT, WAY_ROLE_TODAY },
  };

  for (guint kind = 0; kind < WAY_N_PALETTES; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      check (kind, pairs[i].text, pairs[i].chip, 4.5);
}

static void
test_graphics (void)
{
  static const WayRole shapes[] = {
    WAY_ROLE_ACCENT,        WAY_ROLE_GOOD,          WAY_ROLE_WARNING,  WAY_ROLE_BAD,
    WAY_ROLE_BAR_DONE,      WAY_ROLE_BAR_EDGE,      WAY_ROLE_CRITICAL_DONE,
    WAY_ROLE_CRITICAL_EDGE, WAY_ROLE_FINISHED_DONE, WAY_ROLE_FINISHED_EDGE,
    WAY_ROLE_SUMMARY,       WAY_ROLE_MILESTONE,     WAY_ROLE_BASELINE, WAY_ROLE_LINK,
    WAY_ROLE_LINK_CRITICAL, WAY_ROLE_TODAY,      WAY_ROLE_PROGRESS_LINE,
  };

  for (guint kind = 0; kind < WAY_N_PALETTES; kind++)
    for (guint s = 0; s < G_N_ELEMENTS (surfaces); s++)
      {
        for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
          check (kind, shapes[i], surfaces[s], 3);
        for (guint i = 0; i < WAY_N_SERIES; i++)
          check (kind, WAY_ROLE_SERIES + i, surfaces[s], 3);
      }
}

/* Labels stand inside of bars. */
static void
test_labels (void)
{
  static const WayRole fills[] = { WAY_ROLE_BAR, WAY_ROLE_CRITICAL, WAY_ROLE_FINISHED };

  for (guint kind = 0; kind < WAY_N_PALETTES; kind++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
        check (kind, WAY_ROLE_TEXT, fills[i], 4.5);
      for (guint i = 0; i < WAY_N_SERIES; i++)
        check (kind, WAY_ROLE_TEXT, WAY_ROLE_SERIES_SOFT + i, 4.5);
    }
}

/* The done part must stand out from the rest of its bar. */
static void
test_done (void)
{
  for (guint kind = 0; kind < WAY_N_PALETTES; kind++)
    {
      check (kind, WAY_ROLE_BAR_DONE, WAY_ROLE_BAR, 2);
      check (kind, WAY_ROLE_CRITICAL_DONE, WAY_ROLE_CRITICAL, 2);
      check (kind, WAY_ROLE_FINISHED_DONE, WAY_ROLE_FINISHED, 2);
      for (guint i = 0; i < WAY_N_SERIES; i++)
        check (kind, WAY_ROLE_SERIES + i, WAY_ROLE_SERIES_SOFT + i, 2);
    }
}

static void
test_complete (void)
{
  for (guint role = WAY_ROLE_NONE + 1; role < WAY_N_ROLES; role++)
    {
      g_assert_nonnull (way_role_name (role));
      for (guint kind = 0; kind < WAY_N_PALETTES; kind++)
        {
          double alpha = way_palette_get (kind)->colors[role].alpha;

          if (role == WAY_ROLE_VEIL) /* what fades can still be made out */
            g_assert_true (alpha > 0.6 && alpha < 0.9);
          else
            g_assert_cmpfloat (alpha, ==, 1);
        }
    }
}

static void
test_hex (void)
{
  WayColor white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };
  g_autofree char *hex
      = way_color_to_hex (&way_palette_get (WAY_PALETTE_LIGHT)->colors[WAY_ROLE_BAR_DONE]);

  g_assert_cmpstr (hex, ==, "#3f78cf");
  g_assert_cmpfloat_with_epsilon (way_color_contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat (way_color_contrast (&white, &white), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/text", test_text);
  g_test_add_func ("/palette/chips", test_chips);
  g_test_add_func ("/palette/labels", test_labels);
  g_test_add_func ("/palette/graphics", test_graphics);
  g_test_add_func ("/palette/done", test_done);
  g_test_add_func ("/palette/complete", test_complete);
  g_test_add_func ("/palette/hex", test_hex);
  return g_test_run ();
}
