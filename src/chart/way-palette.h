/* way-palette.h: WayPalette, the colours of charts and pages by role.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts speak of roles; only the painter turns a role into a colour. There are
 * four tables: light, dark, high contrast and print. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_N_SERIES 8

typedef enum
{
  WAY_ROLE_NONE,          /* not painted */
  WAY_ROLE_BACKGROUND,
  WAY_ROLE_SIDEBAR,
  WAY_ROLE_HEADER,
  WAY_ROLE_LINE,          /* hairlines */
  WAY_ROLE_GRID,          /* behind a chart: also in high contrast less than what stands on it */
  WAY_ROLE_TEXT,
  WAY_ROLE_SECONDARY,     /* text of less weight */
  WAY_ROLE_ACCENT,
  WAY_ROLE_ON_ACCENT,     /* text on accent, good, warning, bad */
  WAY_ROLE_SELECTED,      /* a selected row's background */
  WAY_ROLE_NON_WORKING,
  WAY_ROLE_GOOD,          /* graphics; as text use the _TEXT roles */
  WAY_ROLE_WARNING,
  WAY_ROLE_BAD,
  WAY_ROLE_GOOD_TEXT,
  WAY_ROLE_WARNING_TEXT,
  WAY_ROLE_BAD_TEXT,
  WAY_ROLE_GOOD_SOFT,     /* backgrounds of chips */
  WAY_ROLE_WARNING_SOFT,
  WAY_ROLE_BAD_SOFT,
  WAY_ROLE_BAR,           /* what is left to do … */
  WAY_ROLE_BAR_DONE,      /* … what is done … */
  WAY_ROLE_BAR_EDGE,      /* … and the thin outline that gives a pale bar its contrast */
  WAY_ROLE_CRITICAL,
  WAY_ROLE_CRITICAL_DONE,
  WAY_ROLE_CRITICAL_EDGE,
  WAY_ROLE_FINISHED,
  WAY_ROLE_FINISHED_DONE,
  WAY_ROLE_FINISHED_EDGE,
  WAY_ROLE_SUMMARY,
  WAY_ROLE_MILESTONE,
  WAY_ROLE_BASELINE,
  WAY_ROLE_LINK,
  WAY_ROLE_LINK_CRITICAL,
  WAY_ROLE_TODAY,
  WAY_ROLE_VEIL,          /* over what fades behind something else */
  WAY_ROLE_PROGRESS_LINE,
  WAY_ROLE_SERIES,                                       /* + 0 … WAY_N_SERIES − 1 */
  WAY_ROLE_SERIES_SOFT = WAY_ROLE_SERIES + WAY_N_SERIES, /* the same, paler */
  WAY_N_ROLES = WAY_ROLE_SERIES_SOFT + WAY_N_SERIES
} WayRole;

/* Components 0 … 1, not premultiplied. */
typedef struct
{
  double red, green, blue, alpha;
} WayColor;

typedef enum
{
  WAY_PALETTE_LIGHT,
  WAY_PALETTE_DARK,
  WAY_PALETTE_HIGH_CONTRAST,
  WAY_PALETTE_HIGH_CONTRAST_DARK,
  WAY_PALETTE_PRINT,
  WAY_N_PALETTES
} WayPaletteKind;

typedef struct
{
  WayColor colors[WAY_N_ROLES];
} WayPalette;

const WayPalette *way_palette_get      (WayPaletteKind kind);
char             *way_color_to_hex     (const WayColor *color);
double            way_color_contrast   (const WayColor *a, const WayColor *b);
const char       *way_role_name        (WayRole role);

G_END_DECLS
