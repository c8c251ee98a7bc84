/* way-markdown.h: Markdown as the markup of a GtkLabel.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text: Markdown as people type it. (transfer full) */
char *way_markdown_to_markup (const char *text);

G_END_DECLS
