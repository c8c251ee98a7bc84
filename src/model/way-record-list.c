/* way-record-list.c: WayRecordList, the records of one type as a list model, ordered by id.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-record-list.h"

struct _WayRecordList
{
  GObject parent_instance;

  const WayRecordType *type;
  GPtrArray *records; /* as they are now; NULL where one was removed, until compacted */
  GPtrArray *shown;   /* as observers know them */
  guint n_gaps;
  gboolean dirty;     /* shown is behind */
};

static GType
way_record_list_get_item_type (GListModel *model)
{
  return WAY_RECORD_LIST (model)->type->get_type ();
}

static guint
way_record_list_get_n_items (GListModel *model)
{
  return WAY_RECORD_LIST (model)->shown->len;
}

static gpointer
way_record_list_get_item (GListModel *model, guint position)
{
  GPtrArray *shown = WAY_RECORD_LIST (model)->shown;

  return position < shown->len ? g_object_ref (shown->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = way_record_list_get_item_type;
  iface->get_n_items = way_record_list_get_n_items;
  iface->get_item = way_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WayRecordList, way_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
unref_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
way_record_list_finalize (GObject *object)
{
  WayRecordList *self = WAY_RECORD_LIST (object);

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->shown);
  G_OBJECT_CLASS (way_record_list_parent_class)->finalize (object);
}

static void
way_record_list_class_init (WayRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_record_list_finalize;
}

static void
way_record_list_init (WayRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (unref_record);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * way_record_list_new:
 *
 * Returns: (transfer full): an empty list for records of @type
 */
WayRecordList *
way_record_list_new (const WayRecordType *type)
{
  WayRecordList *self = g_object_new (WAY_TYPE_RECORD_LIST, NULL);

  self->type = type;
  return self;
}

static void
compact (WayRecordList *self)
{
  guint kept = 0;

  if (self->n_gaps == 0)
    return;
  for (guint i = 0; i < self->records->len; i++)
    if (self->records->pdata[i] != NULL)
      self->records->pdata[kept++] = self->records->pdata[i];
  for (guint i = kept; i < self->records->len; i++)
    self->records->pdata[i] = NULL; /* moved, not to be unreferenced */
  g_ptr_array_set_size (self->records, (int) kept);
  self->n_gaps = 0;
}

/* The place of the first record with an id not below @id. Needs a compact array. */
static guint
lower_bound (WayRecordList *self, gint64 id)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((WayRecord *) self->records->pdata[middle])->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * way_record_list_add:
 * @record: with its id set; a reference is taken
 */
void
way_record_list_add (WayRecordList *self, WayRecord *record)
{
  guint n = self->records->len;
  WayRecord *last = n > 0 ? self->records->pdata[n - 1] : NULL;

  self->dirty = TRUE;
  if (n == 0 || (last != NULL && last->id < record->id))
    {
      g_ptr_array_add (self->records, g_object_ref (record));
      return;
    }
  compact (self);
  g_ptr_array_insert (self->records, (int) lower_bound (self, record->id), g_object_ref (record));
}

/* Removing many keeps the array with gaps, which a binary search cannot cross:
 * the gap's neighbours stand in for it. So there are never more than the root of all. */
static guint
find_with_gaps (WayRecordList *self, WayRecord *record)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint probe = middle;

      while (probe < high && self->records->pdata[probe] == NULL)
        probe++;
      if (probe == high)
        high = middle;
      else if (((WayRecord *) self->records->pdata[probe])->id < record->id)
        low = probe + 1;
      else if (self->records->pdata[probe] == record)
        return probe;
      else
        high = middle;
    }
  return G_MAXUINT;
}

/**
 * way_record_list_remove:
 * @record: a member
 */
void
way_record_list_remove (WayRecordList *self, WayRecord *record)
{
  guint place;

  if (self->n_gaps > 64 && self->n_gaps > self->records->len / self->n_gaps)
    compact (self);
  place = find_with_gaps (self, record);
  g_return_if_fail (place != G_MAXUINT);
  self->records->pdata[place] = NULL;
  g_object_unref (record);
  self->n_gaps++;
  self->dirty = TRUE;
}

/**
 * way_record_list_peek:
 *
 * Returns: (transfer none) (element-type WayRecord): the records as they are now, by id
 */
GPtrArray *
way_record_list_peek (WayRecordList *self)
{
  compact (self);
  return self->records;
}

/**
 * way_record_list_settle:
 *
 * Tells observers what has been added and removed since the last time, as one change.
 */
void
way_record_list_settle (WayRecordList *self)
{
  GPtrArray *now = way_record_list_peek (self);
  g_autoptr (GPtrArray) before = NULL;
  guint prefix = 0, suffix = 0;
  guint n_before = self->shown->len;

  if (!self->dirty)
    return;
  self->dirty = FALSE;
  while (prefix < n_before && prefix < now->len
         && self->shown->pdata[prefix] == now->pdata[prefix])
    prefix++;
  while (suffix < n_before - prefix && suffix < now->len - prefix
         && self->shown->pdata[n_before - 1 - suffix] == now->pdata[now->len - 1 - suffix])
    suffix++;
  if (prefix == n_before && prefix == now->len)
    return;
  before = self->shown;
  self->shown = g_ptr_array_new_full (now->len, g_object_unref);
  for (guint i = 0; i < now->len; i++)
    g_ptr_array_add (self->shown, g_object_ref (now->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), prefix, n_before - prefix - suffix,
                              now->len - prefix - suffix);
}
