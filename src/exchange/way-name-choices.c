/* way-name-choices.c: what becomes of the names in a document that the plan does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/way-name-choices.h"

#include <string.h>

#define LEAST_WORD 3 /* characters: “de”, “v.” make nobody similar */

static void
choice_free (gpointer data)
{
  g_free (((WayNameChoice *) data)->name);
  g_free (data);
}

/**
 * way_name_choices_new:
 *
 * Returns: (transfer full) (element-type WayNameChoice): none yet
 */
GPtrArray *
way_name_choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

/**
 * way_name_choices_add:
 * @record: id of the record to use, else 0
 */
void
way_name_choices_add (GPtrArray *choices, const WayRecordType *type, const char *name,
                      WayNameAnswer answer, gint64 record)
{
  WayNameChoice *choice = g_new (WayNameChoice, 1);

  *choice = (WayNameChoice) { type, g_strdup (name), answer, record };
  g_ptr_array_add (choices, choice);
}

/**
 * way_name_choices_find:
 *
 * Returns: (transfer none) (nullable): the answer for that name
 */
const WayNameChoice *
way_name_choices_find (const GPtrArray *choices, const WayRecordType *type, const char *name)
{
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const WayNameChoice *choice = choices->pdata[i];

      if (choice->type == type && strcmp (choice->name, name) == 0)
        return choice;
    }
  return NULL;
}

static char **
words_of (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strsplit_set (folded, " \t,.;-_/()@", -1);
}

/**
 * way_name_is_similar:
 *
 * Returns: whether both have a word in common that is no mere particle, whatever its case: “anna
 * bauer” and “Bauer, A.”
 */
gboolean
way_name_is_similar (const char *one, const char *two)
{
  g_auto (GStrv) words = words_of (one);
  g_auto (GStrv) others = words_of (two);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= LEAST_WORD
        && g_strv_contains ((const char *const *) others, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * way_name_candidates:
 * @n_similar: (out): so many of them, at the beginning, have a similar name
 *
 * Returns: (transfer full) (element-type WayRecord): the plan's records that may be meant, all of
 * the type
 */
GPtrArray *
way_name_candidates (WayPlan *plan, const WayRecordType *type, const char *name, guint *n_similar)
{
  GPtrArray *all = way_plan_peek_records (plan, type);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_object_unref);

  *n_similar = 0;
  for (guint i = 0; i < all->len; i++)
    {
      gboolean similar = way_name_is_similar (name, WAY_RECORD (all->pdata[i])->title);

      g_ptr_array_insert (candidates, similar ? (gint) (*n_similar)++ : -1,
                          g_object_ref (all->pdata[i]));
    }
  return candidates;
}
