/* way-collation.c: names in the order in which people look for them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-collation.h"

#include <string.h>

#define DIGITS "0123456789"

/* Each number with its length in front and without leading zeros: "Task 9" becomes "Task 019" and
 * "Task 12" "Task 0212", which any locale sorts by value.
 *
 * Returns: (transfer full) (nullable): %NULL when there is no number in @text */
static char *
weigh_numbers (const char *text)
{
  const char *number = strpbrk (text, DIGITS);
  GString *weighed = number != NULL ? g_string_sized_new (64) : NULL;

  while (number != NULL)
    {
      gsize zeros, length;

      g_string_append_len (weighed, text, number - text);
      zeros = strspn (number, "0");
      length = strspn (number + zeros, DIGITS);
      g_string_append_printf (weighed, "%02d", (int) MIN (length, 99));
      g_string_append_len (weighed, number + zeros, (gssize) length);
      text = number + zeros + length;
      number = strpbrk (text, DIGITS);
    }
  return weighed != NULL ? g_string_free (g_string_append (weighed, text), FALSE) : NULL;
}

/**
 * way_collate:
 *
 * Returns: below, equal to or above 0, as @one comes before, with or after @two
 */
int
way_collate (const char *one, const char *two)
{
  g_autofree char *first = weigh_numbers (one);
  g_autofree char *second = weigh_numbers (two);

  return g_utf8_collate (first != NULL ? first : one, second != NULL ? second : two);
}

/**
 * way_collation_key:
 *
 * For sorting many: strcmp() of two keys is what way_collate() says of their texts.
 *
 * Returns: (transfer full)
 */
char *
way_collation_key (const char *text)
{
  g_autofree char *weighed = weigh_numbers (text);
  char near[256];
  gsize length;
  char *key;

  if (weighed != NULL)
    text = weighed;
  /* g_utf8_collate_key() takes apart and puts together what the C library can compare as it is. */
  if (!g_get_charset (NULL))
    return g_utf8_collate_key (text, -1);
  length = strxfrm (near, text, sizeof near);
  if (length < sizeof near)
    return g_strndup (near, length);
  key = g_malloc (length + 1);
  strxfrm (key, text, length + 1);
  return key;
}
