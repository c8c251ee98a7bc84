/* test-style.c: the style sheets have the palette's colours, and text that can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-palette.h"

#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *file;
  WayPaletteKind kind;
} sheets[] = {
  { "light.css", WAY_PALETTE_LIGHT },
  { "dark.css", WAY_PALETTE_DARK },
  { "high-contrast.css", WAY_PALETTE_HIGH_CONTRAST },
  { "high-contrast-dark.css", WAY_PALETTE_HIGH_CONTRAST_DARK },
};

/* Names that mean the same in the style sheets and in the palette. */
static const struct
{
  const char *name;
  WayRole role;
} shared[] = {
  { "way_bg", WAY_ROLE_BACKGROUND },
  { "way_sidebar", WAY_ROLE_SIDEBAR },
  { "way_header", WAY_ROLE_HEADER },
  { "way_line", WAY_ROLE_LINE },
  { "way_text", WAY_ROLE_TEXT },
  { "way_secondary", WAY_ROLE_SECONDARY },
  { "way_accent", WAY_ROLE_ACCENT },
  { "way_on_accent", WAY_ROLE_ON_ACCENT },
  { "way_selected", WAY_ROLE_SELECTED },
  { "way_good_text", WAY_ROLE_GOOD_TEXT },
  { "way_warning_text", WAY_ROLE_WARNING_TEXT },
  { "way_bad_text", WAY_ROLE_BAD_TEXT },
  { "way_good_soft", WAY_ROLE_GOOD_SOFT },
  { "way_warning_soft", WAY_ROLE_WARNING_SOFT },
  { "way_bad_soft", WAY_ROLE_BAD_SOFT },
};

/* Text on what it stands on. */
static const char *const pairs[][2] = {
  { "way_text", "way_bg" },
  { "way_text", "way_sidebar" },
  { "way_text", "way_header" },
  { "way_text", "way_popover" },
  { "way_text", "way_selected" },
  { "way_text", "way_hover" },
  { "way_text", "way_neutral_soft" },
  { "way_secondary", "way_bg" },
  { "way_secondary", "way_popover" },
  { "way_on_accent", "way_accent" },
  { "way_on_accent", "way_accent_hover" },
  { "way_on_accent", "way_bad" },
  { "way_good_text", "way_good_soft" },
  { "way_warning_text", "way_warning_soft" },
  { "way_bad_text", "way_bad_soft" },
  { "way_toast_text", "way_toast" },
  { "way_toast_accent", "way_toast" },
};

static GHashTable *
load (const char *file)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "style", file, NULL);
  GHashTable *colors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

      if (g_strv_length (words) == 3 && g_str_equal (words[0], "@define-color"))
        g_hash_table_insert (colors, g_strdup (words[1]),
                             g_strndup (words[2], strcspn (words[2], ";")));
    }
  return colors;
}

static WayColor
parse (GHashTable *colors, const char *name)
{
  const char *hex = g_hash_table_lookup (colors, name);
  gulong value;

  g_assert_nonnull (hex);
  g_assert_cmpint (hex[0], ==, '#');
  value = strtoul (hex + 1, NULL, 16);
  return (WayColor){ (value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0,
                     (value & 0xff) / 255.0, 1 };
}

static void
test_same_as_palette (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (sheets); s++)
    {
      g_autoptr (GHashTable) colors = load (sheets[s].file);

      for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
        {
          g_autofree char *expected
              = way_color_to_hex (&way_palette_get (sheets[s].kind)->colors[shared[i].role]);

          g_assert_cmpstr (g_hash_table_lookup (colors, shared[i].name), ==, expected);
        }
    }
}

static void
test_contrast (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (sheets); s++)
    {
      g_autoptr (GHashTable) colors = load (sheets[s].file);

      for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          WayColor text = parse (colors, pairs[i][0]), ground = parse (colors, pairs[i][1]);

          if (way_color_contrast (&text, &ground) >= 4.5)
            continue;
          g_test_message ("%s: %s on %s has %.2f : 1", sheets[s].file, pairs[i][0], pairs[i][1],
                          way_color_contrast (&text, &ground));
          g_test_fail ();
        }
    }
}

/* A sheet that lacks a colour of another one would leave widgets unpainted. */
static void
test_same_names (void)
{
  g_autoptr (GHashTable) light = load (sheets[0].file);

  for (gsize s = 1; s < G_N_ELEMENTS (sheets); s++)
    {
      g_autoptr (GHashTable) other = load (sheets[s].file);
      GHashTableIter iter;
      gpointer name;

      g_assert_cmpuint (g_hash_table_size (other), ==, g_hash_table_size (light));
      g_hash_table_iter_init (&iter, light);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        g_assert_true (g_hash_table_contains (other, name));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/style/same-as-palette", test_same_as_palette);
  g_test_add_func ("/ui/style/contrast", test_contrast);
  g_test_add_func ("/ui/style/same-names", test_same_names);
  return g_test_run ();
}
