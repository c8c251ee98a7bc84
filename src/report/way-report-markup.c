/* way-report-markup.c: the light markup of reports in the words of each renderer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/way-report-markup.h"

#include <string.h>

typedef char *(*Escape) (const char *text);

/* What one tag becomes; @role is used where colours are spelled out. */
typedef struct
{
  const char *tag;
  WayRole role;
  const char *html;
  const char *markdown;
} Tag;

static const Tag tags[] = {
  { "b", WAY_ROLE_NONE, "strong", "**" },
  { "good", WAY_ROLE_GOOD_TEXT, "good", "" },
  { "warning", WAY_ROLE_WARNING_TEXT, "warning", "" },
  { "bad", WAY_ROLE_BAD_TEXT, "bad", "" },
  { "dim", WAY_ROLE_SECONDARY, "dim", "" },
};

typedef enum { TO_PANGO, TO_HTML, TO_MARKDOWN, TO_TEXT } Target;

typedef struct
{
  Target target;
  const WayPalette *palette;
  GString *out;
} Translation;

static const Tag *
find_tag (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tags[i].tag, name) == 0)
      return &tags[i];
  return NULL;
}

static void
open_tag (Translation *translation, const Tag *tag)
{
  g_autofree char *color = NULL;

  switch (translation->target)
    {
    case TO_PANGO:
      if (tag->role == WAY_ROLE_NONE)
        {
          g_string_append (translation->out, "<b>");
          break;
        }
      color = way_color_to_hex (&translation->palette->colors[tag->role]);
      g_string_append_printf (translation->out, "<span foreground=\"%s\">", color);
      break;
    case TO_HTML:
      if (tag->role == WAY_ROLE_NONE)
        g_string_append_printf (translation->out, "<%s>", tag->html);
      else
        g_string_append_printf (translation->out, "<span class=\"%s\">", tag->html);
      break;
    case TO_MARKDOWN:
      g_string_append (translation->out, tag->markdown);
      break;
    case TO_TEXT:
    default:
      break;
    }
}

static void
close_tag (Translation *translation, const Tag *tag)
{
  if (translation->target == TO_PANGO)
    g_string_append (translation->out, tag->role == WAY_ROLE_NONE ? "</b>" : "</span>");
  else if (translation->target == TO_HTML)
    g_string_append_printf (translation->out, "</%s>",
                            tag->role == WAY_ROLE_NONE ? tag->html : "span");
  else if (translation->target == TO_MARKDOWN)
    g_string_append (translation->out, tag->markdown);
}

static void
append_text (Translation *translation, const char *text)
{
  g_autofree char *escaped = NULL;

  if (translation->target == TO_MARKDOWN)
    escaped = way_markdown_escape (text);
  else if (translation->target == TO_TEXT)
    escaped = g_strdup (text);
  else
    escaped = g_markup_escape_text (text, -1);
  g_string_append (translation->out, escaped);
}

static void
start_element_cb (GMarkupParseContext *context, const char *name, const char **attributes,
                  const char **values, gpointer data, GError **error)
{
  const Tag *tag = find_tag (name);

  if (tag != NULL)
    open_tag (data, tag);
  else if (strcmp (name, "markup") != 0)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "%s", name);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  const Tag *tag = find_tag (name);

  if (tag != NULL)
    close_tag (data, tag);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  g_autofree char *copy = g_strndup (text, length);

  append_text (data, copy);
}

static char *
translate (const char *markup, Target target, const WayPalette *palette)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  Translation translation = { target, palette, g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, 0, &translation, NULL);
  g_autofree char *whole = g_strdup_printf ("<markup>%s</markup>", markup);

  if (!g_markup_parse_context_parse (context, whole, -1, NULL)
      || !g_markup_parse_context_end_parse (context, NULL))
    {
      g_string_truncate (translation.out, 0);
      append_text (&translation, markup);
    }
  return g_string_free (translation.out, FALSE);
}

/**
 * way_markup_to_pango:
 *
 * Returns: (transfer full): with colours from @palette
 */
char *
way_markup_to_pango (const char *markup, const WayPalette *palette)
{
  return translate (markup, TO_PANGO, palette);
}

/**
 * way_markup_to_html:
 *
 * Returns: (transfer full): with the classes good, warning, bad and dim
 */
char *
way_markup_to_html (const char *markup)
{
  return translate (markup, TO_HTML, NULL);
}

/**
 * way_markup_to_markdown:
 *
 * Returns: (transfer full): bold as **bold**, no colours
 */
char *
way_markup_to_markdown (const char *markup)
{
  return translate (markup, TO_MARKDOWN, NULL);
}

/**
 * way_markup_to_text:
 *
 * Returns: (transfer full): the text alone
 */
char *
way_markup_to_text (const char *markup)
{
  return translate (markup, TO_TEXT, NULL);
}

/**
 * way_markdown_escape:
 *
 * Returns: (transfer full)
 */
char *
way_markdown_escape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<>|#", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
    }
  return g_string_free (out, FALSE);
}
