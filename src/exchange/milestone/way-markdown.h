/* way-markdown.h: WayMarkdown, where the headings, breaks and code of a text are.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * cmark-gfm tells the structure; offsets are those of the text itself. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize start, end; /* without and with the newline: [start, end) holds no newline */
  gsize next;
  gboolean code;    /* within a block of code or HTML */
} WayMarkdownLine;

/* Level 0 is a line across the page. */
typedef struct
{
  guint level;
  gsize start, end; /* whole lines, the newline included */
  guint line;       /* from 1 */
  char *text;       /* as it is written, without marks */
} WayMarkdownHeading;

typedef struct
{
  gsize length;
  GArray *lines;    /* of WayMarkdownLine */
  GArray *headings; /* of WayMarkdownHeading, at the top level only */
} WayMarkdown;

WayMarkdown *way_markdown_read      (const char *text, gsize skip_start, gsize skip_end);
void         way_markdown_free      (WayMarkdown *self);
guint        way_markdown_line_of   (const WayMarkdown *self, gsize offset);

gboolean     way_markdown_label     (const char *text, const WayMarkdownLine *line, char **label,
                                     gsize *start, gsize *end);
gsize        way_markdown_continued (const char *text, const GArray *lines, guint index, gsize end);

char        *way_markdown_read_line  (const char *text);
char        *way_markdown_write_line (const char *text, const char *special);
char        *way_markdown_prose     (const char *text);
gboolean     way_markdown_is_blank  (const char *text);
char        *way_markdown_fill_in   (const char *text);
char        *way_markdown_list_items (const char *text);
char        *way_markdown_list      (const char *items, gboolean numbered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMarkdown, way_markdown_free)

G_END_DECLS
