/* way-task-rows.c: WayTaskRows, the rows that the timeline shows: one list for tree and chart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why not GtkTreeListModel: the chart must find the row of any task at once (a
 * link's other end, a ghost), which a tree model answers only by walking; and
 * expanding its rows one by one costs milliseconds each, where 100,000 rows
 * must fold and unfold in one frame. Here a change of any kind is one walk over
 * the outline into a fresh array, and one ::items-changed for what lies between
 * the common head and the common tail of the old and the new rows. */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-rows.h"

struct _WayTaskRows
{
  GObject parent_instance;

  WayDocument *document;
  GPtrArray *tasks;      /* of WayTask, owned: the visible rows */
  GArray *row_of;        /* guint: visible row by task->row, NONE = hidden */
  GHashTable *collapsed; /* ids of the tasks whose children are folded away */
  WayTaskFilterFunc filter;
  gpointer filter_data;
  GDestroyNotify filter_destroy;
};

static GType
way_task_rows_get_item_type (GListModel *model)
{
  return WAY_TYPE_TASK;
}

static guint
way_task_rows_get_n_items (GListModel *model)
{
  return WAY_TASK_ROWS (model)->tasks->len;
}

static gpointer
way_task_rows_get_item (GListModel *model, guint position)
{
  GPtrArray *tasks = WAY_TASK_ROWS (model)->tasks;

  return position < tasks->len ? g_object_ref (g_ptr_array_index (tasks, position)) : NULL;
}

static void
way_task_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = way_task_rows_get_item_type;
  iface->get_n_items = way_task_rows_get_n_items;
  iface->get_item = way_task_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WayTaskRows,
                               way_task_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      way_task_rows_list_model_init))

static gpointer
key_of (WayTask *task)
{
  return GSIZE_TO_POINTER ((gsize)WAY_RECORD (task)->id);
}

/* One flag a task of the outline: it matches, or something under it does.
 * Returns: (transfer full) (nullable): NULL when there is no filter. */
static guint8 *
find_matches (WayTaskRows *self, GPtrArray *outline)
{
  guint8 *match;

  if (self->filter == NULL)
    return NULL;
  match = g_new0 (guint8, outline->len + 1);
  for (guint i = outline->len; i-- > 0;)
    {
      WayTask *task = g_ptr_array_index (outline, i);
      WayTask *parent;

      if (!match[i] && !self->filter (task, self->filter_data))
        continue;
      match[i] = TRUE;
      parent = way_plan_lookup_task (WAY_RECORD (task)->plan, task->parent);
      if (parent != NULL && parent->row < i)
        match[parent->row] = TRUE;
    }
  return match;
}

static GPtrArray *
collect_visible (WayTaskRows *self, GPtrArray *outline)
{
  GPtrArray *tasks = g_ptr_array_new_full (outline->len, g_object_unref);
  g_autofree guint8 *match = find_matches (self, outline);
  gint64 hidden_below = G_MAXINT64;

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = g_ptr_array_index (outline, i);

      if (task->depth > hidden_below)
        continue;
      hidden_below = G_MAXINT64;
      if (match != NULL && !match[i])
        continue;
      g_ptr_array_add (tasks, g_object_ref (task));
      if (match == NULL && task->summary && g_hash_table_contains (self->collapsed, key_of (task)))
        hidden_below = task->depth;
    }
  return tasks;
}

static void
index_rows (WayTaskRows *self, guint n_outline)
{
  guint *row_of;

  g_array_set_size (self->row_of, n_outline);
  row_of = (guint *)(void *)self->row_of->data;
  for (guint i = 0; i < n_outline; i++)
    row_of[i] = WAY_TASK_ROWS_NONE;
  for (guint i = 0; i < self->tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (self->tasks, i);

      if (task->row >= 0 && task->row < n_outline)
        row_of[task->row] = i;
    }
}

/**
 * way_task_rows_refresh:
 *
 * Takes in the plan's present outline; call it once for each commit. Emits one
 * ::items-changed for the smallest range. When the rows are the same ones it emits nothing, and
 * what way_task_rows_peek() returned stays valid.
 */
void
way_task_rows_refresh (WayTaskRows *self)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (self->document));
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) tasks = collect_visible (self, outline);
  guint head = 0, tail = 0;
  guint shorter = MIN (self->tasks->len, tasks->len);

  while (head < shorter && self->tasks->pdata[head] == tasks->pdata[head])
    head++;
  if (head == self->tasks->len && head == tasks->len)
    {
      index_rows (self, outline->len); /* hidden rows may have come or gone */
      return;
    }
  old = g_steal_pointer (&self->tasks);
  self->tasks = g_steal_pointer (&tasks);
  index_rows (self, outline->len);
  while (tail < shorter - head
         && old->pdata[old->len - 1 - tail] == self->tasks->pdata[self->tasks->len - 1 - tail])
    tail++;
  g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                              self->tasks->len - head - tail);
}

static void
way_task_rows_finalize (GObject *object)
{
  WayTaskRows *self = WAY_TASK_ROWS (object);

  if (self->filter_destroy != NULL)
    self->filter_destroy (self->filter_data);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->row_of);
  g_hash_table_unref (self->collapsed);
  g_object_unref (self->document);
  G_OBJECT_CLASS (way_task_rows_parent_class)->finalize (object);
}

static void
way_task_rows_class_init (WayTaskRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_task_rows_finalize;
}

static void
way_task_rows_init (WayTaskRows *self)
{
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->row_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->collapsed = g_hash_table_new (NULL, NULL);
}

WayTaskRows *
way_task_rows_new (WayDocument *document)
{
  WayTaskRows *self = g_object_new (WAY_TYPE_TASK_ROWS, NULL);

  self->document = g_object_ref (document);
  way_task_rows_refresh (self);
  return self;
}

WayDocument *
way_task_rows_get_document (WayTaskRows *self)
{
  return self->document;
}

guint
way_task_rows_get_n (WayTaskRows *self)
{
  return self->tasks->len;
}

/**
 * way_task_rows_get:
 *
 * Returns: (transfer none) (nullable): the task shown in @row; NULL beyond the last row.
 */
WayTask *
way_task_rows_get (WayTaskRows *self, guint row)
{
  return row < self->tasks->len ? g_ptr_array_index (self->tasks, row) : NULL;
}

/**
 * way_task_rows_find:
 *
 * Returns: the row of @task; WAY_TASK_ROWS_NONE when it is hidden or no longer in the plan.
 */
guint
way_task_rows_find (WayTaskRows *self, WayTask *task)
{
  guint row;

  if (task->row < 0 || task->row >= self->row_of->len)
    return WAY_TASK_ROWS_NONE;
  row = g_array_index (self->row_of, guint, task->row);
  return way_task_rows_get (self, row) == task ? row : WAY_TASK_ROWS_NONE;
}

/**
 * way_task_rows_peek:
 *
 * Returns: (transfer none) (array length=n_rows): all rows, valid until the next change.
 */
WayTask *const *
way_task_rows_peek (WayTaskRows *self, guint *n_rows)
{
  *n_rows = self->tasks->len;
  return (WayTask *const *)self->tasks->pdata;
}

/* While a filter is on every row is unfolded: what matches must be seen. */
gboolean
way_task_rows_is_expanded (WayTaskRows *self, WayTask *task)
{
  return self->filter != NULL || !g_hash_table_contains (self->collapsed, key_of (task));
}

void
way_task_rows_set_expanded (WayTaskRows *self, WayTask *task, gboolean expanded)
{
  gboolean changed;

  if (expanded)
    changed = g_hash_table_remove (self->collapsed, key_of (task));
  else
    changed = task->summary && g_hash_table_add (self->collapsed, key_of (task));
  if (changed)
    way_task_rows_refresh (self);
}

void
way_task_rows_expand_all (WayTaskRows *self)
{
  g_hash_table_remove_all (self->collapsed);
  way_task_rows_refresh (self);
}

void
way_task_rows_collapse_all (WayTaskRows *self)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (self->document));

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = g_ptr_array_index (outline, i);

      if (task->summary)
        g_hash_table_add (self->collapsed, key_of (task));
    }
  way_task_rows_refresh (self);
}

/* Unfolds all that hides @task. */
void
way_task_rows_reveal (WayTaskRows *self, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (self->document);
  WayTask *parent = way_plan_lookup_task (plan, task->parent);
  gboolean changed = FALSE;

  for (; parent != NULL; parent = way_plan_lookup_task (plan, parent->parent))
    changed |= g_hash_table_remove (self->collapsed, key_of (parent));
  if (changed)
    way_task_rows_refresh (self);
}

/**
 * way_task_rows_set_filter:
 * @filter: (nullable): says whether a task matches; NULL shows all
 *
 * Matching rows stay visible with all their parents.
 */
void
way_task_rows_set_filter (WayTaskRows *self,
                          WayTaskFilterFunc filter,
                          gpointer data,
                          GDestroyNotify destroy)
{
  if (self->filter_destroy != NULL)
    self->filter_destroy (self->filter_data);
  self->filter = filter;
  self->filter_data = data;
  self->filter_destroy = destroy;
  way_task_rows_refresh (self);
}
