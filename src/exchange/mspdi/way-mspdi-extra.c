/* way-mspdi-extra.c: the pieces of XML that an import kept with a record, taken apart again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text comes from a plan's file, which somebody may have tampered with: what
 * is not a row of whole elements is not written out. */

#include "exchange/mspdi/way-mspdi-extra.h"

#include <string.h>

#define MAX_DEPTH 60

typedef struct
{
  const char *start;
  gsize length;
} Name;

static gsize
name_length (const char *text)
{
  return strcspn (text, " \t\n/><&\"'");
}

/* Behind the ">" of a start tag that begins at @p; NULL when it is none. */
static const char *
skip_tag (const char *p, gboolean *closed)
{
  char quote = '\0';

  for (; *p != '\0'; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '<')
        return NULL;
      else if (*p == '>')
        {
          *closed = p[-1] == '/';
          return p + 1;
        }
    }
  return NULL;
}

/* Behind the text that begins at @p; NULL when it holds a bare "&". */
static const char *
skip_text (const char *p)
{
  for (; *p != '\0' && *p != '<'; p++)
    if (*p == '&' && (name_length (p + 1) == 0 || p[1 + strcspn (p + 1, ";<& ")] != ';'))
      return NULL;
  return p;
}

/* Behind the whole element that begins at @p; NULL when there is none. */
static const char *
skip_element (const char *p)
{
  Name open[MAX_DEPTH];
  int depth = 0;

  do
    {
      gboolean end = p[0] == '<' && p[1] == '/';
      gboolean closed = FALSE;
      Name name;

      if (*p != '<')
        return NULL;
      p += end ? 2 : 1;
      name = (Name) { p, name_length (p) };
      if (name.length == 0 || *p == '!' || *p == '?')
        return NULL;
      if (end && (depth == 0 || open[depth - 1].length != name.length
                  || memcmp (open[depth - 1].start, name.start, name.length) != 0))
        return NULL;
      p = skip_tag (p + name.length, &closed);
      if (p == NULL || (!end && !closed && depth == MAX_DEPTH))
        return NULL;
      if (end)
        depth--;
      else if (!closed)
        open[depth++] = name;
      if (depth > 0)
        p = skip_text (p);
    }
  while (p != NULL && depth > 0);
  return p;
}

static int
compare_slices (gconstpointer a, gconstpointer b)
{
  int left = ((const WayMspdiSlice *) a)->element;
  int right = ((const WayMspdiSlice *) b)->element;

  return (left > right) - (left < right);
}

/**
 * way_mspdi_split_extra:
 * @extra: the field "exchange_extra"; must outlive what is returned
 *
 * Returns: (transfer full) (element-type WayMspdiSlice): its elements in the schema's order;
 * none when @extra is damaged
 */
GArray *
way_mspdi_split_extra (const WayMspdiSchema *schema, const char *extra)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (WayMspdiSlice));
  int element = -1;

  while (*extra != '\0')
    {
      WayMspdiSlice slice = { G_MAXINT, extra, 0 };
      const char *end = skip_element (extra);
      g_autofree char *name = NULL;

      if (end == NULL)
        {
          g_array_set_size (slices, 0);
          return slices;
        }
      name = g_strndup (extra + 1, name_length (extra + 1));
      element = way_mspdi_schema_find (schema, name, element);
      if (element >= 0)
        slice.element = element;
      slice.length = (gsize) (end - extra);
      g_array_append_val (slices, slice);
      extra = end;
    }
  g_array_sort (slices, compare_slices);
  return slices;
}

/**
 * way_mspdi_slice_inner:
 *
 * Returns: (transfer full): what stands between the first and the last tag of the piece
 */
char *
way_mspdi_slice_inner (const WayMspdiSlice *slice)
{
  const char *from = memchr (slice->start, '>', slice->length);
  const char *to = g_strrstr_len (slice->start, (gssize) slice->length, "</");

  if (from == NULL || to == NULL || to < from)
    return g_strdup ("");
  return g_strndup (from + 1, (gsize) (to - from - 1));
}
