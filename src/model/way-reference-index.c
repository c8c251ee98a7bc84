/* way-reference-index.c: who refers to a record, by field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hash table for each reference field, from the target's id to the array of
 * the records that name it. A task's children, links and assignments are all
 * read from here. */

#include "model/way-reference-index.h"

struct _WayReferenceIndex
{
  GHashTable *by_field; /* WayField → (id → GPtrArray of unowned WayRecord) */
  GPtrArray *nobody;    /* shared empty answer */
};

WayReferenceIndex *
way_reference_index_new (void)
{
  WayReferenceIndex *self = g_new (WayReferenceIndex, 1);

  self->by_field = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->nobody = g_ptr_array_new ();
  return self;
}

void
way_reference_index_free (WayReferenceIndex *self)
{
  g_hash_table_unref (self->by_field);
  g_ptr_array_unref (self->nobody);
  g_free (self);
}

/* The place of the first referrer with an id not below @id. */
static guint
lower_bound (GPtrArray *referrers, gint64 id)
{
  guint low = 0, high = referrers->len;

  /* Mostly records come in the order of their ids, and bulk deletion goes backwards. */
  if (high > 0 && ((WayRecord *) referrers->pdata[high - 1])->id < id)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((WayRecord *) referrers->pdata[middle])->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * way_reference_index_add:
 * @target: id of the record that @from names in @field; 0 is not indexed
 *
 * Referrers stand by id, so that what is read from them does not depend on the way to the
 * present state: an undone deletion, say. Loading adds them in that order anyway.
 */
void
way_reference_index_add (WayReferenceIndex *self, const WayField *field, gint64 target,
                         WayRecord *from)
{
  GHashTable *table = g_hash_table_lookup (self->by_field, field);
  GPtrArray *referrers;

  if (target == 0)
    return;
  if (table == NULL)
    {
      table = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      g_hash_table_insert (self->by_field, (gpointer) field, table);
    }
  referrers = g_hash_table_lookup (table, GSIZE_TO_POINTER (target));
  if (referrers == NULL)
    {
      referrers = g_ptr_array_sized_new (2);
      g_hash_table_insert (table, GSIZE_TO_POINTER (target), referrers);
    }
  g_ptr_array_insert (referrers, (int) lower_bound (referrers, from->id), from);
}

void
way_reference_index_remove (WayReferenceIndex *self, const WayField *field, gint64 target,
                            WayRecord *from)
{
  GPtrArray *referrers;
  guint at;

  if (target == 0)
    return;
  referrers = way_reference_index_get (self, field, target);
  at = lower_bound (referrers, from->id);
  g_return_if_fail (at < referrers->len && referrers->pdata[at] == from);
  g_ptr_array_remove_index (referrers, at);
  if (referrers->len == 0)
    g_hash_table_remove (g_hash_table_lookup (self->by_field, field), GSIZE_TO_POINTER (target));
}

/**
 * way_reference_index_get:
 *
 * Returns: (transfer none) (element-type WayRecord): who names @target in @field; never %NULL
 */
GPtrArray *
way_reference_index_get (WayReferenceIndex *self, const WayField *field, gint64 target)
{
  GHashTable *table = g_hash_table_lookup (self->by_field, field);
  GPtrArray *referrers =
      table != NULL ? g_hash_table_lookup (table, GSIZE_TO_POINTER (target)) : NULL;

  return referrers != NULL ? referrers : self->nobody;
}
