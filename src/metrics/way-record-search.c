/* way-record-search.c: what is typed, looked for in the records of every type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-record-search.h"

#include "metrics/way-record-query.h"
#include "model/way-records.h"

#include <string.h>

static void
hits_free (gpointer data)
{
  WayRecordHits *hits = data;

  g_ptr_array_unref (hits->records);
  g_free (hits);
}

/* What has a place where it can be seen: a page, the timeline, or the record that it is a part of. */
static gboolean
is_searched (const WayRecordType *type)
{
  return type->page || type == &way_task_type
         || (type->common != WAY_COMMON_NONE && type != &way_project_type
             && type != &way_baseline_type);
}

static WayRecordHits *
search_type (WayDocument *document, const WayRecordType *type, const char *text, const char *me,
             guint max)
{
  GPtrArray *records = way_plan_peek_records (way_document_get_plan (document), type);
  g_autoptr (WayRecordQuery) query = way_record_query_new (document, type, text, me);
  g_autofree char *needle = g_utf8_casefold (text, -1);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  WayRecordHits *hits = g_new0 (WayRecordHits, 1);

  hits->type = type;
  hits->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      g_autofree char *title = NULL;

      if (!way_record_query_matches (query, record))
        continue;
      hits->n_hits++;
      if (hits->records->len >= max)
        continue;
      title = g_utf8_casefold (record->title != NULL ? record->title : "", -1);
      if (strstr (title, needle) != NULL)
        g_ptr_array_add (hits->records, g_object_ref (record));
      else if (others->len < max)
        g_ptr_array_add (others, record);
    }
  for (guint i = 0; i < others->len && hits->records->len < max; i++)
    g_ptr_array_add (hits->records, g_object_ref (others->pdata[i]));
  return hits;
}

/**
 * way_record_search:
 * @text: as of a WayRecordQuery
 * @max: so many records of each type at most; all are counted
 *
 * Returns: (transfer full) (element-type WayRecordHits): by type, in the order of the types,
 * those without hits left out
 */
GPtrArray *
way_record_search (WayDocument *document, const char *text, const char *me, guint max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (hits_free);
  g_autofree char *wanted = g_strstrip (g_strdup (text));
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types && wanted[0] != '\0'; i++)
    if (is_searched (types[i]))
      {
        WayRecordHits *hits = search_type (document, types[i], wanted, me, max);

        if (hits->n_hits > 0)
          g_ptr_array_add (found, hits);
        else
          hits_free (hits);
      }
  return found;
}
