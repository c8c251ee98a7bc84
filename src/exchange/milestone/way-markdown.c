/* way-markdown.c: WayMarkdown, where the headings, breaks and code of a text are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/milestone/way-markdown.h"

#include <cmark-gfm.h>
#include <string.h>

static void
heading_clear (gpointer data)
{
  g_free (((WayMarkdownHeading *)data)->text);
}

/**
 * way_markdown_free:
 */
void
way_markdown_free (WayMarkdown *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->headings);
  g_free (self);
}

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (WayMarkdownLine));

  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, "\n");
      WayMarkdownLine line = { .start = (gsize)(at - text) };

      line.end = line.start + length - (length > 0 && at[length - 1] == '\r');
      line.next = line.start + length + (at[length] == '\n');
      g_array_append_val (lines, line);
      at = text + line.next;
    }
  return lines;
}

static const WayMarkdownLine *
line_at (const WayMarkdown *self, int number)
{
  guint index = (guint)CLAMP (number, 1, (int)self->lines->len) - 1;

  return &g_array_index (self->lines, WayMarkdownLine, index);
}

/* The words of a heading as they are written, without the number signs. */
static char *
heading_text (const char *text, const WayMarkdownLine *line)
{
  gsize start = line->start, end = line->end;

  while (start < end && (text[start] == '#' || g_ascii_isspace (text[start])))
    start++;
  while (end > start && (text[end - 1] == '#' || g_ascii_isspace (text[end - 1])))
    end--;
  return g_strndup (text + start, end - start);
}

/* Whether the line underlines the words above it, which makes them a heading. */
static gboolean
underlines (const char *text, const WayMarkdownLine *line)
{
  gsize at = line->start + strspn (text + line->start, " ");
  gsize marks = strspn (text + at, text[at] == '=' ? "=" : "-");

  return marks > 0 && at + marks + strspn (text + at + marks, " \t\r") >= line->end;
}

/* The last line of a heading. The end that cmark-gfm gives is a line too late where the heading is
 * followed by what has no end. */
static const WayMarkdownLine *
heading_end (const WayMarkdown *self, const char *text, cmark_node *node)
{
  int first = cmark_node_get_start_line (node);
  const WayMarkdownLine *line = line_at (self, first);

  if (cmark_node_get_type (node) == CMARK_NODE_HEADING
      && text[line->start + strspn (text + line->start, " ")] != '#')
    for (int i = first + 1; i <= (int)self->lines->len; i++)
      if (underlines (text, line_at (self, i)))
        return line_at (self, i);
  return line;
}

static void
add_heading (WayMarkdown *self, const char *text, cmark_node *node, guint level)
{
  const WayMarkdownLine *first = line_at (self, cmark_node_get_start_line (node));
  WayMarkdownHeading heading = {
    .level = level,
    .start = first->start,
    .end = heading_end (self, text, node)->next,
    .line = (guint)cmark_node_get_start_line (node),
    .text = level > 0 ? heading_text (text, first) : NULL,
  };

  g_array_append_val (self->headings, heading);
}

static void
mark_code (WayMarkdown *self, cmark_node *node)
{
  for (int i = cmark_node_get_start_line (node); i <= cmark_node_get_end_line (node); i++)
    if (i >= 1 && i <= (int)self->lines->len)
      g_array_index (self->lines, WayMarkdownLine, i - 1).code = TRUE;
}

static void
walk (WayMarkdown *self, const char *text, cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);

  while (cmark_iter_next (iter) == CMARK_EVENT_ENTER
         || cmark_iter_get_event_type (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);
      gboolean top = cmark_node_parent (node) == document;

      if (cmark_iter_get_event_type (iter) != CMARK_EVENT_ENTER)
        continue;
      if (type == CMARK_NODE_HEADING && top)
        add_heading (self, text, node, (guint)cmark_node_get_heading_level (node));
      else if (type == CMARK_NODE_THEMATIC_BREAK && top)
        add_heading (self, text, node, 0);
      else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
        mark_code (self, node);
    }
  cmark_iter_free (iter);
}

/**
 * way_markdown_read:
 * @skip_start: the front matter, which is no Markdown
 * @skip_end: 0 = there is none
 *
 * Returns: (transfer full)
 */
WayMarkdown *
way_markdown_read (const char *text, gsize skip_start, gsize skip_end)
{
  WayMarkdown *self = g_new0 (WayMarkdown, 1);
  g_autofree char *shown = g_strdup (text);
  cmark_node *document;

  /* Blanked, with its fences, so that every line keeps its number. */
  if (skip_end > 0)
    {
      for (gsize i = skip_start - 1; i > 0 && shown[i - 1] != '\n'; i--)
        skip_start = i - 1;
      for (gsize i = skip_start; shown[i] != '\0' && (i < skip_end || shown[i] != '\n'); i++)
        if (shown[i] != '\n')
          shown[i] = ' ';
    }
  self->length = strlen (text);
  self->lines = split_lines (text);
  self->headings = g_array_new (FALSE, FALSE, sizeof (WayMarkdownHeading));
  g_array_set_clear_func (self->headings, heading_clear);
  document = cmark_parse_document (shown, self->length, CMARK_OPT_DEFAULT);
  if (self->lines->len > 0)
    walk (self, text, document);
  cmark_node_free (document);
  return self;
}

/**
 * way_markdown_line_of:
 *
 * Returns: the number, from 1, of the line that holds byte @offset
 */
guint
way_markdown_line_of (const WayMarkdown *self, gsize offset)
{
  guint low = 0, high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->lines, WayMarkdownLine, middle).next <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low + 1;
}

static GRegex *
regex_of (gsize *once, GRegex **regex, const char *pattern)
{
  if (g_once_init_enter (once))
    {
      *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (once, 1);
    }
  return *regex;
}

/**
 * way_markdown_label:
 * @label: (out) (transfer full)
 * @start: (out): of what stands behind it
 * @end: (out)
 *
 * Returns: whether the line is “- **Label**: value”, with or without the dash
 */
gboolean
way_markdown_label (
    const char *text, const WayMarkdownLine *line, char **label, gsize *start, gsize *end)
{
  static gsize once;
  static GRegex *regex;
  g_autofree char *bytes = g_strndup (text + line->start, line->end - line->start);
  g_autoptr (GMatchInfo) match = NULL;
  int from, to;

  regex_of (&once, &regex,
            "^\\s*(?:[-*+]\\s+)?\\*\\*([^*]+?)(?::\\*\\*|\\*\\*\\s*:)[ \\t]*(.*?)[ \\t]*$");
  if (!g_regex_match (regex, bytes, 0, &match))
    return FALSE;
  *label = g_match_info_fetch (match, 1);
  g_match_info_fetch_pos (match, 2, &from, &to);
  *start = line->start + (gsize)from;
  *end = line->start + (gsize)to;
  return TRUE;
}

/**
 * way_markdown_continued:
 * @index: of a line, whose value ends at @end
 *
 * Returns: where the value ends when the lines below go on with it: indented, and no new item
 */
gsize
way_markdown_continued (const char *text, const GArray *lines, guint index, gsize end)
{
  static gsize once;
  static GRegex *regex;

  regex_of (&once, &regex, "^[ \\t]{2,}(?![-*+]\\s|\\d+[.)]\\s|#|\\s)");
  for (guint i = index + 1; i < lines->len; i++)
    {
      const WayMarkdownLine *line = &g_array_index (lines, WayMarkdownLine, i);
      g_autofree char *bytes = g_strndup (text + line->start, line->end - line->start);

      if (line->code || !g_regex_match (regex, g_strchomp (bytes), 0, NULL))
        break;
      end = line->start + strlen (bytes);
    }
  return end;
}

/**
 * way_markdown_read_line:
 *
 * Returns: (transfer full): a stretch of a line as it reads: without backslashes, white space as
 * single blanks
 */
char *
way_markdown_read_line (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isspace (*at))
      {
        if (out->len > 0 && out->str[out->len - 1] != ' ')
          g_string_append_c (out, ' ');
      }
    else
      {
        if (*at == '\\' && g_ascii_ispunct (at[1]))
          at++;
        g_string_append_c (out, *at);
      }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* What is punctuation here opens code, HTML, a heading, a quote, a list or a line across. */
static gboolean
begins_block (const char *text)
{
  return text[0] != '\0' && strchr ("`~<#>-+=_*", text[0]) != NULL;
}

/**
 * way_markdown_write_line:
 *
 * @special: (nullable): what has a meaning at this place, besides “**”; “^” stands for what begins
 *   a block at the start of a line
 *
 * Returns: (transfer full): @text on one line, such that way_markdown_read_line() reads the same
 */
char *
way_markdown_write_line (const char *text, const char *special)
{
  GString *out = g_string_new (NULL);

  text += strspn (text, " \t\r\n");
  if (special != NULL && strchr (special, '^') != NULL && begins_block (text)
      && !g_str_has_prefix (text, "**"))
    g_string_append_c (out, '\\');
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isspace (*at))
      {
        if (out->len > 0 && out->str[out->len - 1] != ' ' && at[1] != '\0')
          g_string_append_c (out, ' ');
      }
    else
      {
        gboolean loud = (*at == '\\' && g_ascii_ispunct (at[1])) || (*at == '*' && at[1] == '*')
                        || (at > text && *at == '*' && at[-1] == '*')
                        || (special != NULL && strchr (special, *at) != NULL);

        if (loud)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *at);
      }
  return g_string_free (out, FALSE);
}

/* Backslashes before what would be a heading or a line across the page here. */
static char *
escape_structure (const char *text)
{
  g_autoptr (WayMarkdown) markdown = way_markdown_read (text, 0, 0);
  GString *out = g_string_new (text);

  for (guint i = markdown->headings->len; i > 0; i--)
    {
      const WayMarkdownHeading *heading
          = &g_array_index (markdown->headings, WayMarkdownHeading, i - 1);
      gsize at = heading->start + strspn (text + heading->start, " ");

      if (heading->level > 0 && text[at] != '#') /* underlined: the line below makes it one */
        {
          at = heading->end - (heading->end > 0 && text[heading->end - 1] == '\n');
          while (at > heading->start && text[at - 1] != '\n')
            at--;
          at += strspn (text + at, " ");
        }
      g_string_insert_c (out, (gssize)at, '\\');
    }
  return g_string_free (out, FALSE);
}

/* Whether a heading behind the text would still be one. */
static gboolean
is_closed (const char *text)
{
  g_autofree char *probe = g_strconcat (text, "\n\n# End\n", NULL);
  g_autoptr (WayMarkdown) markdown = way_markdown_read (probe, 0, 0);

  return markdown->headings->len == 1;
}

/**
 * way_markdown_prose:
 *
 * Returns: (transfer full): @text as it can stand below a heading without becoming structure
 */
char *
way_markdown_prose (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *escaped = escape_structure (stripped);
  GString *quoted;

  if (is_closed (escaped))
    return g_steal_pointer (&escaped);
  /* A fence or comment without end: nothing at the start of a line shall mean anything. */
  quoted = g_string_new (NULL);
  for (const char *at = stripped, *line = stripped; *at != '\0'; at++)
    {
      if (at == line + strspn (line, " \t") && g_ascii_ispunct (*at))
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
      if (*at == '\n')
        line = at + 1;
    }
  return g_string_free (quoted, FALSE);
}

static GRegex *
placeholder (void)
{
  static gsize once;
  static GRegex *regex;

  return regex_of (&once, &regex, "\\{[A-Z][A-Z0-9_]*\\}");
}

/**
 * way_markdown_is_blank:
 *
 * Returns: whether @text is nothing but “{PLACEHOLDER}”s and units, or nothing at all
 */
gboolean
way_markdown_is_blank (const char *text)
{
  static const char *const units[] = { "w", "weeks", "person-weeks", "tasks/sprint", "/10", "%" };
  g_autofree char *rest = g_regex_replace_literal (placeholder (), text, -1, 0, "", 0, NULL);

  g_strstrip (rest);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (rest, units[i]) == 0)
      return strlen (rest) < strlen (text) && strchr (text, '{') != NULL;
  if (strchr (text, '{') == NULL)
    return rest[0] == '\0';
  return rest[strspn (rest, " \t\r\n,;[]\"'-*+.0123456789")] == '\0';
}

/**
 * way_markdown_fill_in:
 *
 * Returns: (transfer full): @text with “…” where a placeholder stands among words
 */
char *
way_markdown_fill_in (const char *text)
{
  return g_regex_replace_literal (placeholder (), text, -1, 0, "…", 0, NULL);
}

/**
 * way_markdown_list_items:
 * @text: what stands below a heading
 *
 * Returns: (transfer full): one item a line; @text itself when it is more than a simple list
 */
char *
way_markdown_list_items (const char *text)
{
  static gsize once;
  static GRegex *regex;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) items = g_string_new (NULL);

  regex_of (&once, &regex, "^(?:[-*+]|\\d+[.)])\\s+(.*?)\\s*$");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *item = NULL;

      if (g_strchomp (lines[i])[0] == '\0')
        continue;
      if (!g_regex_match (regex, lines[i], 0, &match))
        return g_strdup (text);
      if (items->len > 0)
        g_string_append_c (items, '\n');
      item = g_match_info_fetch (match, 1);
      if (item[0] == '\\' && begins_block (item + 1))
        memmove (item, item + 1, strlen (item));
      g_string_append (items, item);
    }
  return g_strdup (items->str);
}

/**
 * way_markdown_list:
 * @items: one a line; lines that have a mark of their own keep it
 *
 * Returns: (transfer full): them as a list
 */
char *
way_markdown_list (const char *items, gboolean numbered)
{
  static gsize once;
  static GRegex *regex;
  g_auto (GStrv) lines = g_strsplit (items, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean marked = FALSE;
  guint n = 0;

  regex_of (&once, &regex, "^(?:[-*+]|\\d+[.)])\\s|^\\s+\\S|^#|^```");
  for (guint i = 0; lines[i] != NULL; i++)
    marked = marked || g_regex_match (regex, lines[i], 0, NULL);
  if (marked)
    return way_markdown_prose (items);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0')
      {
        g_autofree char *mark = numbered ? g_strdup_printf ("%u.", ++n) : g_strdup ("-");

        g_string_append_printf (text, "%s%s %s%s", text->len > 0 ? "\n" : "", mark,
                                begins_block (lines[i]) ? "\\" : "", lines[i]);
      }
  return g_strdup (text->str);
}
