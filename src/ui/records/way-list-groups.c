/* way-list-groups.c: WayListGroups, the rows of a list under headings that can be folded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The items are put together anew at each change and compared with those before, so that a list
 * hears only of the span that differs. Headings stay the same objects as long as their group is
 * there: they keep the focus, and remember that they are folded. */

#include "ui/records/way-list-groups.h"

struct _WayListHead
{
  GObject parent_instance;

  char *label;
  guint count;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (WayListHead, way_list_head, G_TYPE_OBJECT)

struct _WayListGroups
{
  GObject parent_instance;

  GListModel *rows;
  const WayField *field; /* (nullable): what they are grouped by */
  GPtrArray *items;      /* (nullable): of WayListHead and WayRecord, while grouped */
  GHashTable *heads;     /* key → WayListHead */
  guint idle;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayListGroups, way_list_groups, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ------------------------------------------------------------------ a heading */

static void
way_list_head_finalize (GObject *object)
{
  g_free (WAY_LIST_HEAD (object)->label);
  G_OBJECT_CLASS (way_list_head_parent_class)->finalize (object);
}

static void
way_list_head_class_init (WayListHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_list_head_finalize;
  g_signal_new ("changed", WAY_TYPE_LIST_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
way_list_head_init (WayListHead *self)
{
}

const char *
way_list_head_get_label (WayListHead *self)
{
  return self->label;
}

/**
 * way_list_head_get_count:
 *
 * Returns: how many records its group has, folded or not
 */
guint
way_list_head_get_count (WayListHead *self)
{
  return self->count;
}

gboolean
way_list_head_get_folded (WayListHead *self)
{
  return self->folded;
}

static void
set_head (WayListHead *head, const char *label, guint count, gboolean folded)
{
  if (g_strcmp0 (head->label, label) == 0 && head->count == count && head->folded == folded)
    return;
  if (head->label != label)
    {
      g_free (head->label);
      head->label = g_strdup (label);
    }
  head->count = count;
  head->folded = folded;
  g_signal_emit_by_name (head, "changed");
}

/* ------------------------------------------------------------------ the items */

static GPtrArray *
copy_rows (WayListGroups *self)
{
  guint n = g_list_model_get_n_items (self->rows);
  GPtrArray *rows = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_list_model_get_item (self->rows, i));
  return rows;
}

static WayListHead *
obtain_head (WayListGroups *self, const WayRecordGroup *group)
{
  WayListHead *head = g_hash_table_lookup (self->heads, &group->key);

  if (head == NULL)
    {
      head = g_object_new (WAY_TYPE_LIST_HEAD, NULL);
      g_hash_table_insert (self->heads, g_memdup2 (&group->key, sizeof group->key), head);
    }
  set_head (head, group->label, group->records->len, head->folded);
  return head;
}

static GPtrArray *
make_items (WayListGroups *self)
{
  g_autoptr (GPtrArray) rows = copy_rows (self);
  g_autoptr (GPtrArray) groups = way_record_groups (rows, self->field);
  GPtrArray *items = g_ptr_array_new_full (rows->len + groups->len, g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      const WayRecordGroup *group = groups->pdata[i];
      WayListHead *head = obtain_head (self, group);

      g_ptr_array_add (items, g_object_ref (head));
      for (guint r = 0; r < group->records->len && !head->folded; r++)
        g_ptr_array_add (items, g_object_ref (group->records->pdata[r]));
    }
  return items;
}

/* Takes @items; tells of the span between what is the same at the top and at the end. */
static void
replace_items (WayListGroups *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = self->items;
  guint top = 0, end = 0, least = MIN (old->len, items->len);

  self->items = items;
  while (top < least && old->pdata[top] == items->pdata[top])
    top++;
  while (end < least - top && old->pdata[old->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;
  if (old->len != items->len || top + end < old->len)
    g_list_model_items_changed (G_LIST_MODEL (self), top, old->len - top - end,
                                items->len - top - end);
}

/**
 * way_list_groups_settle:
 *
 * Takes in at once what has changed in the source and in the values of its records.
 */
void
way_list_groups_settle (WayListGroups *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->field != NULL)
    replace_items (self, make_items (self));
}

static gboolean
idle_cb (gpointer data)
{
  WayListGroups *self = data;

  self->idle = 0;
  way_list_groups_settle (self);
  return G_SOURCE_REMOVE;
}

static void
rows_changed_cb (WayListGroups *self, guint position, guint removed, guint added)
{
  if (self->field == NULL)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  else if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/**
 * way_list_groups_set_field:
 * @field: (nullable): what to group by; %NULL for a list without headings
 */
void
way_list_groups_set_field (WayListGroups *self, const WayField *field)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self));

  if (field == self->field)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_hash_table_remove_all (self->heads);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->field = field;
  if (field != NULL)
    self->items = make_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before,
                              g_list_model_get_n_items (G_LIST_MODEL (self)));
}

const WayField *
way_list_groups_get_field (WayListGroups *self)
{
  return self->field;
}

/**
 * way_list_groups_fold:
 *
 * Hides the rows below a heading, or shows them again.
 */
void
way_list_groups_fold (WayListGroups *self, WayListHead *head, gboolean folded)
{
  set_head (head, head->label, head->count, folded);
  way_list_groups_settle (self);
}

static guint
find (WayListGroups *self, WayRecord *record)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (item == G_OBJECT (record))
        return i;
    }
  return G_MAXUINT;
}

/**
 * way_list_groups_reveal:
 *
 * Unfolds the group that @record is in.
 *
 * Returns: its place; %G_MAXUINT when it is not in the source
 */
guint
way_list_groups_reveal (WayListGroups *self, WayRecord *record)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  way_list_groups_settle (self);
  if (self->field == NULL || find (self, record) != G_MAXUINT)
    return find (self, record);
  rows = copy_rows (self);
  groups = way_record_groups (rows, self->field);
  for (guint i = 0; i < groups->len; i++)
    {
      const WayRecordGroup *group = groups->pdata[i];

      if (g_ptr_array_find (group->records, record, NULL))
        way_list_groups_fold (self, obtain_head (self, group), FALSE);
    }
  return find (self, record);
}

/* ------------------------------------------------------------------ the model */

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  WayListGroups *self = WAY_LIST_GROUPS (model);

  return self->items != NULL ? self->items->len : g_list_model_get_n_items (self->rows);
}

static gpointer
get_item (GListModel *model, guint position)
{
  WayListGroups *self = WAY_LIST_GROUPS (model);

  if (self->items == NULL)
    return g_list_model_get_item (self->rows, position);
  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
way_list_groups_finalize (GObject *object)
{
  WayListGroups *self = WAY_LIST_GROUPS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_hash_table_unref (self->heads);
  g_object_unref (self->rows);
  G_OBJECT_CLASS (way_list_groups_parent_class)->finalize (object);
}

static void
way_list_groups_class_init (WayListGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_list_groups_finalize;
}

static void
way_list_groups_init (WayListGroups *self)
{
  self->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * way_list_groups_new:
 * @rows: (element-type WayRecord): sorted and filtered
 *
 * Returns: (transfer full): the same, not grouped yet
 */
WayListGroups *
way_list_groups_new (GListModel *rows)
{
  WayListGroups *self = g_object_new (WAY_TYPE_LIST_GROUPS, NULL);

  self->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
