/* mutate-xml.c: changes an XML text as a careless program would.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes that flip at random hardly ever leave XML. Most changes are therefore made to
 * elements: a value replaced by an awkward one, an element doubled, dropped, moved, put in
 * from the tables of the schema. Some remain plain bytes. */

#include "mutate-xml.h"

#include "fuzz.h"
#include "exchange/mspdi/way-mspdi-schema.h"

static const char *const values[] = {
  "", "0", "1", "2", "3", "7", "-1", "-65535", "65535", "2147483647", "-2147483648", "4294967296",
  "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e308", "-1e9", "0.5",
  "NaN", "true", "false", " 1 ", "12abc", "&amp;&lt;", "\xc3\xa4\xf0\x9f\x98\x80", "&#x9;a&#xA;b&#xD;c",
  "1900-01-01T00:00:00", "1899-12-31T23:59:00", "2200-12-31T23:59:00", "2026-02-30T25:61:00",
  "2026-05-04T08:00:00", "2026-05-09T13:30:30", "1984-01-01T08:00:00", "2026-05-04", "NA",
  "00:00:00", "24:00:00", "23:59:00", "17:00:00",
  "PT0H0M0S", "PT0H1M0S", "PT8H0M0S", "PT438000H0M0S", "PT99999999H0M0S", "PT8H0M30S", "-PT8H0M0S",
  "P1Y2M3DT4H5M6S", "PT", "5", "8", "19", "20", "21", "39", "53",
};

/* An element: [start, end), its text between the tags. */
typedef struct
{
  const char *start, *inner, *inner_end, *end;
} Element;

/* The end tag that belongs to the start tag at @start; FALSE when the text is damaged. */
static gboolean
find_element (const char *start, Element *found)
{
  const char *name = start + 1, *close = strchr (start, '>');
  gsize length = strcspn (name, " \t\r\n/>");
  int depth = 0;

  if (close == NULL || length == 0 || strchr ("/?!", *name) != NULL)
    return FALSE;
  found->start = start;
  found->inner = found->inner_end = found->end = close + 1;
  if (close[-1] == '/')
    return TRUE;
  for (const char *p = start; p != NULL; p = strchr (p + 1, '<'))
    if (strncmp (p + 1, name, length) == 0 && strchr (" \t\r\n/>", p[1 + length]) != NULL)
      depth++;
    else if (p[1] == '/' && strncmp (p + 2, name, length) == 0 && p[2 + length] == '>' && --depth == 0)
      {
        found->inner_end = p;
        found->end = p + length + 3;
        return TRUE;
      }
  return FALSE;
}

/* An element at random, but not the outermost; the deeper ones likelier, as there are more. */
static gboolean
pick (GRand *rand, const char *text, gsize length, Element *found)
{
  for (int tries = 0; tries < 8; tries++)
    {
      const char *start = strchr (text + g_rand_int_range (rand, 0, (gint32) length), '<');

      if (start != NULL && find_element (start, found) && found->end[strspn (found->end, " \t\r\n")] != '\0')
        return TRUE;
    }
  return FALSE;
}

static char *
fresh_element (GRand *rand)
{
  static const WayMspdiSchema *const schemas[] = {
    &way_mspdi_task, &way_mspdi_task, &way_mspdi_task, &way_mspdi_project, &way_mspdi_calendar,
    &way_mspdi_resource, &way_mspdi_assignment,
  };
  const WayMspdiSchema *schema = schemas[g_rand_int_range (rand, 0, G_N_ELEMENTS (schemas))];
  const char *name = schema->elements[g_rand_int_range (rand, 0, (gint32) schema->n_elements)].name;

  return g_strdup_printf ("<%s>%s</%s>", name, values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))],
                          name);
}

/* @from … @to of @text replaced by @with. */
static GString *
spliced (const char *text, const char *from, const char *to, const char *with, gsize with_length)
{
  GString *out = g_string_new_len (text, from - text);

  g_string_append_len (out, with, (gssize) with_length);
  g_string_append (out, to);
  return out;
}

/* Returns: (nullable): NULL when the text has nothing to change */
static GString *
changed (GRand *rand, const char *text, gsize length)
{
  const char *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
  g_autofree char *fresh = NULL;
  Element one, other;

  if (length == 0 || !pick (rand, text, length, &one))
    return NULL;
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0: /* dropped */
      return spliced (text, one.start, one.end, "", 0);
    case 1: /* doubled */
      return spliced (text, one.end, one.end, one.start, (gsize) (one.end - one.start));
    case 2: /* copied to another place */
    case 3:
      if (!pick (rand, text, length, &other))
        return NULL;
      return spliced (text, other.end, other.end, one.start, (gsize) (one.end - one.start));
    case 4: /* a value from elsewhere */
      if (!pick (rand, text, length, &other))
        return NULL;
      return spliced (text, one.inner, one.inner_end, other.inner,
                      (gsize) (other.inner_end - other.inner));
    case 5: /* a new one */
    case 6:
      fresh = fresh_element (rand);
      return spliced (text, one.end, one.end, fresh, strlen (fresh));
    default: /* an awkward value */
      for (int tries = 0; tries < 8 && memchr (one.inner, '<', (gsize) (one.inner_end - one.inner));
           tries++)
        if (!pick (rand, text, length, &one))
          return NULL;
      return spliced (text, one.inner, one.inner_end, value, strlen (value));
    }
}

/**
 * mutate_xml:
 *
 * In place; for LLVMFuzzerCustomMutator().
 *
 * Returns: the new size
 */
size_t
mutate_xml (guint8 *data, size_t size, size_t max_size, unsigned int seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  if (g_rand_int_range (rand, 0, 30) == 0)
    return LLVMFuzzerMutate (data, size, max_size);
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      g_autofree char *text = g_strndup ((const char *) data, size);
      GString *out = changed (rand, text, strlen (text));

      if (out != NULL && out->len <= max_size)
        memcpy (data, out->str, size = out->len);
      if (out != NULL)
        g_string_free (out, TRUE);
    }
  return size;
}

/**
 * cross_xml:
 * @out: room for @max_size bytes
 *
 * An element of the one text, put into the other in place of its like, or beside another.
 *
 * Returns: the size of @out
 */
size_t
cross_xml (const guint8 *data, size_t size, const guint8 *other, size_t other_size, guint8 *out,
           size_t max_size, unsigned int seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *from = g_strndup ((const char *) other, other_size);
  Element mine, theirs;
  GString *both = NULL;

  if (*text != '\0' && *from != '\0' && pick (rand, from, strlen (from), &theirs)
      && pick (rand, text, strlen (text), &mine))
    {
      g_autofree char *tag = g_strndup (theirs.start, strcspn (theirs.start, " \t\r\n/>"));
      const char *like = strstr (mine.start, tag);
      const char *start = mine.end;

      if (like != NULL && find_element (like, &mine))
        start = mine.start;
      both = spliced (text, start, mine.end, theirs.start, (gsize) (theirs.end - theirs.start));
    }
  size = both != NULL && both->len <= max_size ? both->len : MIN (size, max_size);
  memcpy (out, both != NULL && both->len <= max_size ? both->str : (const char *) data, size);
  if (both != NULL)
    g_string_free (both, TRUE);
  return size;
}
