/* way-report-markup.h: the light markup of reports in the words of each renderer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-palette.h"

G_BEGIN_DECLS

/* Each (transfer full). Markup that is not well-formed is shown as the text it is. */
char *way_markup_to_pango    (const char *markup, const WayPalette *palette);
char *way_markup_to_html     (const char *markup);
char *way_markup_to_markdown (const char *markup);
char *way_markup_to_text     (const char *markup);

/* Text with what Markdown would read as its own signs escaped. */
char *way_markdown_escape    (const char *text);

G_END_DECLS
