/* way-palette.c: WayPalette, the colours of charts and pages by role.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-palette.h"

#include <math.h>

/* One line a role, one column a palette. Pale fills of bars have an edge that reaches 3 : 1
 * against every background that they can lie on; the tests compute it. Two digits before a
 * colour say how transparent it is. */
#define ROLES(ROLE)                                                                      \
  /*    role             light     dark      contrast  the dark  print */                \
  ROLE (BACKGROUND,      0xffffff, 0x1e2128, 0xffffff, 0x000000, 0xffffff)               \
  ROLE (SIDEBAR,         0xf3f4f6, 0x23272f, 0xffffff, 0x000000, 0xf3f4f6)               \
  ROLE (HEADER,          0xfbfbfc, 0x262a33, 0xffffff, 0x000000, 0xffffff)               \
  ROLE (LINE,            0xe3e5ea, 0x343a46, 0x9a9a9a, 0x8a8a8a, 0xd9dce2)               \
  ROLE (GRID,            0xe3e5ea, 0x343a46, 0xc8c8c8, 0x444444, 0xd9dce2)               \
  ROLE (TEXT,            0x1e2330, 0xe6e9ef, 0x000000, 0xffffff, 0x1a1f2b)               \
  ROLE (SECONDARY,       0x626c80, 0x9aa4b5, 0x262626, 0xe0e0e0, 0x5c667a)               \
  ROLE (ACCENT,          0x2a66c8, 0x7aa8f0, 0x00388f, 0x9cc4ff, 0x2a66c8)               \
  ROLE (ON_ACCENT,       0xffffff, 0x10141c, 0xffffff, 0x000000, 0xffffff)               \
  ROLE (SELECTED,        0xe6effc, 0x2a3a55, 0xcfe3ff, 0x0a2a58, 0xffffff)               \
  ROLE (NON_WORKING,     0xf6f7f9, 0x232730, 0xe8e8e8, 0x262626, 0xf3f4f6)               \
  ROLE (GOOD,            0x2e8b57, 0x5cb985, 0x005a26, 0x6fe09a, 0x2e8b57)               \
  ROLE (WARNING,         0xc0790e, 0xe0a54a, 0x7a4a00, 0xffc266, 0xb8730d)               \
  ROLE (BAD,             0xc8372d, 0xf0807a, 0xa00000, 0xff9d96, 0xc8372d)               \
  ROLE (GOOD_TEXT,       0x28794c, 0x5cb985, 0x00421c, 0x6fe09a, 0x277549)               \
  ROLE (WARNING_TEXT,    0x925b0a, 0xe0a54a, 0x5a3600, 0xffc266, 0x8f590a)               \
  ROLE (BAD_TEXT,        0xbc342a, 0xf0847e, 0x8a0000, 0xffa8a2, 0xb83228)               \
  ROLE (GOOD_SOFT,       0xdff1e6, 0x22402f, 0xd8f5e3, 0x0d3a20, 0xdff1e6)               \
  ROLE (WARNING_SOFT,    0xf7ebd8, 0x45361c, 0xffedcc, 0x3f2c00, 0xf7ebd8)               \
  ROLE (BAD_SOFT,        0xfae4e2, 0x4a2826, 0xffdedb, 0x4a1512, 0xfae4e2)               \
  ROLE (BAR,             0xa9c4ee, 0x3a5583, 0xcfe0ff, 0x1f4a8a, 0xb5ccf0)               \
  ROLE (BAR_DONE,        0x3f78cf, 0x7aa8f0, 0x003a8c, 0x9cc4ff, 0x3a72c8)               \
  ROLE (BAR_EDGE,        0x588ad6, 0x5f85c2, 0x003a8c, 0x9cc4ff, 0x4b7fce)               \
  ROLE (CRITICAL,        0xf0b1a8, 0x6e3833, 0xffd0c9, 0x7a2a22, 0xf3bdb5)               \
  ROLE (CRITICAL_DONE,   0xcc4b3c, 0xf08a7c, 0xa00000, 0xffa99e, 0xc24436)               \
  ROLE (CRITICAL_EDGE,   0xd25b4d, 0xc97067, 0xa00000, 0xffa99e, 0xc24436)               \
  ROLE (FINISHED,        0xb9d9c2, 0x2e4f3b, 0xcfeed8, 0x1d5a35, 0xb9d9c2)               \
  ROLE (FINISHED_DONE,   0x4b9764, 0x7cc596, 0x00601f, 0x8fe6ad, 0x46905e)               \
  ROLE (FINISHED_EDGE,   0x4b9764, 0x588f6c, 0x00601f, 0x8fe6ad, 0x46905e)               \
  ROLE (SUMMARY,         0x3b4354, 0xc3cad6, 0x000000, 0xffffff, 0x333a49)               \
  ROLE (MILESTONE,       0x6a48b8, 0xb49af0, 0x4a1aa6, 0xd0bbff, 0x6a48b8)               \
  ROLE (BASELINE,        0x808795, 0x7e8796, 0x4d4d4d, 0xb8b8b8, 0x858c9a)               \
  ROLE (LINK,            0x7b8496, 0x8c95a5, 0x333333, 0xd0d0d0, 0x737c8e)               \
  ROLE (LINK_CRITICAL,   0xc8483a, 0xf08a7c, 0xa00000, 0xffa99e, 0xc24436)               \
  ROLE (TODAY,           0x2a66c8, 0x7aa8f0, 0x00388f, 0x9cc4ff, 0x2a66c8)               \
  ROLE (VEIL,        0x30ffffff, 0x381e2128, 0x30ffffff, 0x38000000, 0x30ffffff)         \
  ROLE (PROGRESS_LINE,   0xa8510f, 0xe3a066, 0x6e3200, 0xffc08a, 0xa8510f)               \
  ROLE (SERIES,          0x3f78cf, 0x82a7e0, 0x315c9f, 0xa6c8ff, 0x3f78cf)               \
  ROLE (SERIES + 1,      0xb8690a, 0xd19e60, 0x8a4f08, 0xffc27a, 0xb8690a)               \
  ROLE (SERIES + 2,      0x6a48b8, 0xac99d7, 0x6947b6, 0xd3c1ff, 0x6a48b8)               \
  ROLE (SERIES + 3,      0x178080, 0x6baeae, 0x136868, 0x86dada, 0x178080)               \
  ROLE (SERIES + 4,      0xb83f86, 0xd58db7, 0x9c3672, 0xffb0dc, 0xb83f86)               \
  ROLE (SERIES + 5,      0x6f7a12, 0xa1a965, 0x59620e, 0xd3dd7a, 0x6f7a12)               \
  ROLE (SERIES + 6,      0x8f5a3a, 0xbc9d89, 0x825235, 0xe3bda4, 0x8f5a3a)               \
  ROLE (SERIES + 7,      0x56657d, 0x9ba4b2, 0x505e74, 0xc8d0de, 0x56657d)               \
  ROLE (SERIES_SOFT,     0xb2c9ec, 0x4b5d7b, 0xc1cee2, 0x2d4468, 0xb2c9ec)               \
  ROLE (SERIES_SOFT + 1, 0xe3c39d, 0x6f5941, 0xdccab5, 0x5f4520, 0xe3c39d)               \
  ROLE (SERIES_SOFT + 2, 0xc3b6e3, 0x5e5777, 0xd2c8e9, 0x4a3c6e, 0xc3b6e3)               \
  ROLE (SERIES_SOFT + 3, 0xa2cccc, 0x416064, 0xb8d2d2, 0x1f5252, 0xa2cccc)               \
  ROLE (SERIES_SOFT + 4, 0xe3b2cf, 0x705268, 0xe1c3d5, 0x643650, 0xe3b2cf)               \
  ROLE (SERIES_SOFT + 5, 0xc5caa0, 0x595e43, 0xcdd0b7, 0x4a5010, 0xc5caa0)               \
  ROLE (SERIES_SOFT + 6, 0xd2bdb0, 0x655954, 0xdacbc2, 0x543a2a, 0xd2bdb0)               \
  ROLE (SERIES_SOFT + 7, 0xbbc1cb, 0x565c66, 0xcacfd5, 0x3c4656, 0xbbc1cb)

#define RGB(hex)                                                                         \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0,     \
    1 - ((hex) >> 24) / 255.0 }
#define LIGHT(role, light, dark, contrast, black, print) [WAY_ROLE_##role] = RGB (light),
#define DARK(role, light, dark, contrast, black, print) [WAY_ROLE_##role] = RGB (dark),
#define CONTRAST(role, light, dark, contrast, black, print) [WAY_ROLE_##role] = RGB (contrast),
#define BLACK(role, light, dark, contrast, black, print) [WAY_ROLE_##role] = RGB (black),
#define PRINT(role, light, dark, contrast, black, print) [WAY_ROLE_##role] = RGB (print),
#define NAME(role, light, dark, contrast, black, print) [WAY_ROLE_##role] = #role,

static const WayPalette palettes[WAY_N_PALETTES] = {
  [WAY_PALETTE_LIGHT] = { { ROLES (LIGHT) } },
  [WAY_PALETTE_DARK] = { { ROLES (DARK) } },
  [WAY_PALETTE_HIGH_CONTRAST] = { { ROLES (CONTRAST) } },
  [WAY_PALETTE_HIGH_CONTRAST_DARK] = { { ROLES (BLACK) } },
  [WAY_PALETTE_PRINT] = { { ROLES (PRINT) } },
};

static const char *const role_names[WAY_N_ROLES] = { [WAY_ROLE_NONE] = "NONE", ROLES (NAME) };

/**
 * way_palette_get:
 *
 * Returns: (transfer none): a static table
 */
const WayPalette *
way_palette_get (WayPaletteKind kind)
{
  g_assert ((guint) kind < WAY_N_PALETTES);
  return &palettes[kind];
}

/**
 * way_color_to_hex:
 *
 * Returns: (transfer full): "#1e2330"; alpha is left out
 */
char *
way_color_to_hex (const WayColor *color)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (color->red * 255),
                          (guint) lround (color->green * 255),
                          (guint) lround (color->blue * 255));
}

/* WCAG 2: relative luminance of an sRGB colour. */
static double
luminance (const WayColor *color)
{
  const double channels[] = { color->red, color->green, color->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    sum += weights[i]
           * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

/**
 * way_color_contrast:
 *
 * Returns: the contrast ratio of WCAG 2, 1 … 21
 */
double
way_color_contrast (const WayColor *a, const WayColor *b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * way_role_name:
 *
 * Returns: (transfer none): the role as scenes print it: "BAR_DONE"
 */
const char *
way_role_name (WayRole role)
{
  g_assert ((guint) role < WAY_N_ROLES);
  return role_names[role];
}
