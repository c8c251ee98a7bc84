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

#include "ui/timeline/way-task-order.h"

/* What the filter says of a task. */
enum
{
  SHOWN = 1, /* it matches, or something under it does */
  MATCHES = 2,
};

struct _WayTaskRows
{
  GObject parent_instance;

  WayDocument *document;
  GPtrArray *tasks;      /* of WayTask, owned: the visible rows */
  GArray *row_of;        /* guint: visible row by task->row, NONE = hidden */
  guint64 shape;         /* of the plan, as of the last update */
  GHashTable *collapsed; /* ids of the tasks whose children are folded away */

  WayTaskFilter filter;
  GByteArray *match;     /* by task->row, while there is a filter */
  guint n_matches;

  WayTaskColumnId sort;  /* NONE = the order of the plan */
  gboolean descending;
  int baseline;

  WayTaskGrouping grouping;
  GHashTable *headers;   /* key of a group → WayTask outside the plan */
  GHashTable *folded;    /* headers whose rows are folded away */
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

static gboolean
is_filtered (WayTaskRows *self)
{
  return self->match->len > 0;
}

/* One byte a task of the outline; none when there is no filter. */
static void
find_matches (WayTaskRows *self, GPtrArray *outline)
{
  g_autoptr (WayTaskMatcher) matcher = NULL;
  guint8 *match;

  self->n_matches = outline->len;
  g_byte_array_set_size (self->match, 0);
  if (way_task_filter_is_empty (&self->filter) || outline->len == 0)
    return;
  matcher = way_task_matcher_new (self->document, &self->filter);
  g_byte_array_set_size (self->match, outline->len);
  match = self->match->data;
  memset (match, 0, outline->len);
  self->n_matches = 0;
  for (guint i = outline->len; i-- > 0;)
    {
      WayTask *task = g_ptr_array_index (outline, i);
      WayTask *parent;

      if (way_task_matcher_matches (matcher, task))
        {
          match[i] |= SHOWN | MATCHES;
          self->n_matches++;
        }
      if (match[i] == 0)
        continue;
      parent = way_plan_lookup_task (WAY_RECORD (task)->plan, task->parent);
      if (parent != NULL && parent->row < i)
        match[parent->row] |= SHOWN;
    }
}

static void
collect_tree (WayTaskRows *self, GPtrArray *outline, GPtrArray *tasks)
{
  g_autoptr (GPtrArray) sorted = NULL;
  gint64 hidden_below = G_MAXINT64;

  if (self->sort != WAY_TASK_COLUMN_NONE)
    outline = sorted = way_task_order_tree (self->document, outline, self->sort, self->baseline,
                                            self->descending);
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = g_ptr_array_index (outline, i);

      if (task->depth > hidden_below)
        continue;
      hidden_below = G_MAXINT64;
      if (is_filtered (self) && self->match->data[task->row] == 0)
        continue;
      g_ptr_array_add (tasks, g_object_ref (task));
      if (!is_filtered (self) && task->summary
          && g_hash_table_contains (self->collapsed, key_of (task)))
        hidden_below = task->depth;
    }
}

/* The same object for the same group, so that what is selected or folded stays so. */
static WayTask *
header_of (WayTaskRows *self, const WayTaskGroup *group, guint n_shown)
{
  gpointer key = GSIZE_TO_POINTER ((gsize)group->key);
  WayTask *header = g_hash_table_lookup (self->headers, key);
  g_autofree char *title = NULL;

  if (header == NULL)
    {
      header = WAY_TASK (way_record_new (&way_task_type));
      header->summary = TRUE;
      header->row = -1;
      header->start = header->finish = WAY_NEVER;
      g_hash_table_insert (self->headers, key, header);
    }
  /* Translators: the row over a group of tasks: what they have in common, and how many they are */
  title = g_strdup_printf (_ ("%s (%u)"), group->label, n_shown);
  way_task_group_head_set_title (header, title);
  return header;
}

static void
add_group (WayTaskRows *self, WayTaskGroup *group, GPtrArray *tasks)
{
  WayTask *header;
  guint n_shown = 0;

  for (guint i = 0; i < group->tasks->len; i++)
    {
      WayTask *task = group->tasks->pdata[i];

      if (!is_filtered (self) || (self->match->data[task->row] & MATCHES) != 0)
        group->tasks->pdata[n_shown++] = task;
    }
  if (n_shown == 0)
    return;
  g_ptr_array_set_size (group->tasks, (int)n_shown);
  if (self->sort != WAY_TASK_COLUMN_NONE)
    way_task_order_list (self->document, group->tasks, self->sort, self->baseline,
                         self->descending);
  header = header_of (self, group, n_shown);
  g_ptr_array_add (tasks, g_object_ref (header));
  if (!is_filtered (self) && g_hash_table_contains (self->folded, header))
    return;
  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (tasks, g_object_ref (group->tasks->pdata[i]));
}

static GPtrArray *
collect_visible (WayTaskRows *self, GPtrArray *outline)
{
  GPtrArray *tasks = g_ptr_array_new_full (outline->len, g_object_unref);
  g_autoptr (GPtrArray) groups = NULL;

  find_matches (self, outline);
  if (self->grouping == WAY_GROUP_BY_NONE)
    {
      collect_tree (self, outline, tasks);
      return tasks;
    }
  groups = way_task_groups (self->document, self->grouping);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, groups->pdata[i], tasks);
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

/* One walk over the outline, and one ::items-changed for the smallest range. When the rows are
 * the same ones it emits nothing, and what way_task_rows_peek() returned stays valid. */
static void
update (WayTaskRows *self)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GPtrArray *outline = way_plan_get_outline (plan);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) tasks = collect_visible (self, outline);
  guint head = 0, tail = 0;
  guint shorter = MIN (self->tasks->len, tasks->len);

  self->shape = way_plan_get_shape (plan);
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

/**
 * way_task_rows_refresh:
 *
 * Takes in the plan's present outline; call it once for each commit. Costs nothing when no task
 * has come, gone or moved, unless a filter or an order reads their values.
 */
void
way_task_rows_refresh (WayTaskRows *self)
{
  if (!way_task_filter_is_empty (&self->filter) || way_task_rows_is_arranged (self)
      || self->shape != way_plan_get_shape (way_document_get_plan (self->document)))
    update (self);
}

static void
way_task_rows_finalize (GObject *object)
{
  WayTaskRows *self = WAY_TASK_ROWS (object);

  way_task_filter_clear (&self->filter);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->row_of);
  g_byte_array_unref (self->match);
  g_hash_table_unref (self->collapsed);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->headers);
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
  self->match = g_byte_array_new ();
  self->headers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->folded = g_hash_table_new (NULL, NULL);
  self->sort = WAY_TASK_COLUMN_NONE;
  self->baseline = -1;
  way_task_filter_init (&self->filter);
}

WayTaskRows *
way_task_rows_new (WayDocument *document)
{
  WayTaskRows *self = g_object_new (WAY_TYPE_TASK_ROWS, NULL);

  self->document = g_object_ref (document);
  update (self);
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

/* There are few heads of groups, and they are seldom asked for. */
static guint
find_header (WayTaskRows *self, WayTask *header)
{
  guint row;

  return g_ptr_array_find (self->tasks, header, &row) ? row : WAY_TASK_ROWS_NONE;
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

  if (way_task_rows_is_header (task))
    return find_header (self, task);
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

/**
 * way_task_rows_is_header:
 *
 * Returns: whether the row is the head of a group and no task of the plan
 */
gboolean
way_task_rows_is_header (WayTask *task)
{
  return task->row < 0 && WAY_RECORD (task)->id == 0;
}

/**
 * way_task_rows_get_title:
 *
 * Returns: (transfer none): the title of the task, or what stands at the head of a group
 */
const char *
way_task_rows_get_title (WayTask *task)
{
  const char *title = way_task_group_head_get_title (task);

  return title != NULL ? title : WAY_RECORD (task)->title;
}

/**
 * way_task_rows_get_parent:
 *
 * Returns: (transfer none) (nullable): the task, or the head of the group, under which @task is shown
 */
WayTask *
way_task_rows_get_parent (WayTaskRows *self, WayTask *task)
{
  guint row = way_task_rows_find (self, task);

  if (way_task_rows_is_header (task))
    return NULL;
  if (self->grouping == WAY_GROUP_BY_NONE)
    return way_plan_lookup_task (way_document_get_plan (self->document), task->parent);
  while (row != WAY_TASK_ROWS_NONE && row-- > 0)
    if (way_task_rows_is_header (way_task_rows_get (self, row)))
      return way_task_rows_get (self, row);
  return NULL;
}

/* How far the title stands in. */
guint
way_task_rows_get_depth (WayTaskRows *self, WayTask *task)
{
  if (self->grouping == WAY_GROUP_BY_NONE)
    return (guint)task->depth;
  return way_task_rows_is_header (task) ? 0 : 1;
}

/* While a filter is on every row is unfolded: what matches must be seen. */
gboolean
way_task_rows_is_expanded (WayTaskRows *self, WayTask *task)
{
  if (is_filtered (self))
    return TRUE;
  if (way_task_rows_is_header (task))
    return !g_hash_table_contains (self->folded, task);
  return !g_hash_table_contains (self->collapsed, key_of (task));
}

void
way_task_rows_set_expanded (WayTaskRows *self, WayTask *task, gboolean expanded)
{
  gboolean header = way_task_rows_is_header (task);
  GHashTable *set = header ? self->folded : self->collapsed;
  gpointer key = header ? (gpointer)task : key_of (task);
  gboolean changed;

  if (expanded)
    changed = g_hash_table_remove (set, key);
  else
    changed = task->summary && g_hash_table_add (set, key);
  if (changed)
    update (self);
}

void
way_task_rows_expand_all (WayTaskRows *self)
{
  g_hash_table_remove_all (self->collapsed);
  g_hash_table_remove_all (self->folded);
  update (self);
}

static void
fold_headers (WayTaskRows *self)
{
  GHashTableIter iter;
  gpointer header;

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, NULL, &header))
    g_hash_table_add (self->folded, header);
}

/**
 * way_task_rows_collapse_to:
 * @n_levels: so many levels of the outline stay in sight; 1 = the top rows alone
 *
 * In groups the first level are the groups and the second the tasks.
 */
void
way_task_rows_collapse_to (WayTaskRows *self, guint n_levels)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (self->document));

  g_return_if_fail (n_levels > 0);
  if (self->grouping != WAY_GROUP_BY_NONE)
    {
      g_hash_table_remove_all (self->folded);
      if (n_levels == 1)
        fold_headers (self);
      update (self);
      return;
    }
  g_hash_table_remove_all (self->collapsed);
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = g_ptr_array_index (outline, i);

      if (task->summary && task->depth + 1 >= n_levels)
        g_hash_table_add (self->collapsed, key_of (task));
    }
  update (self);
}

/* Unfolds all that hides @task; what the filter hides stays hidden. */
void
way_task_rows_reveal (WayTaskRows *self, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (self->document);
  WayTask *parent = way_plan_lookup_task (plan, task->parent);
  gboolean changed = FALSE;

  for (; parent != NULL; parent = way_plan_lookup_task (plan, parent->parent))
    changed |= g_hash_table_remove (self->collapsed, key_of (parent));
  if (self->grouping != WAY_GROUP_BY_NONE && g_hash_table_size (self->folded) > 0
      && way_task_rows_find (self, task) == WAY_TASK_ROWS_NONE)
    {
      g_hash_table_remove_all (self->folded);
      changed = TRUE;
    }
  if (changed)
    update (self);
}

/**
 * way_task_rows_get_collapsed:
 *
 * Returns: (transfer full) (element-type gint64): ids of the tasks that are folded, to be kept
 */
GArray *
way_task_rows_get_collapsed (WayTaskRows *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->collapsed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = (gint64)GPOINTER_TO_SIZE (key);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* Ids that are no longer in the plan do no harm. */
void
way_task_rows_set_collapsed (WayTaskRows *self, const gint64 *ids, guint n_ids)
{
  g_hash_table_remove_all (self->collapsed);
  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (self->collapsed, GSIZE_TO_POINTER ((gsize)ids[i]));
  update (self);
}

/**
 * way_task_rows_set_filter:
 * @filter: copied; an empty one shows all
 *
 * Matching rows stay visible with all their parents.
 */
void
way_task_rows_set_filter (WayTaskRows *self, const WayTaskFilter *filter)
{
  WayTaskFilter copy;

  way_task_filter_copy (&copy, filter);
  way_task_filter_clear (&self->filter);
  self->filter = copy;
  update (self);
}

/* Returns: (transfer none): never NULL; empty when all is shown */
const WayTaskFilter *
way_task_rows_get_filter (WayTaskRows *self)
{
  return &self->filter;
}

/* FALSE for a row that is seen only because something under it matches the filter. */
gboolean
way_task_rows_is_match (WayTaskRows *self, WayTask *task)
{
  return !is_filtered (self) || task->row < 0 || task->row >= self->match->len
         || (self->match->data[task->row] & MATCHES) != 0;
}

/* How many tasks of the plan match the filter. */
guint
way_task_rows_get_n_matches (WayTaskRows *self)
{
  return self->n_matches;
}

/* Groups show tasks without their phases, each under the head of its group. */
void
way_task_rows_set_grouping (WayTaskRows *self, WayTaskGrouping by)
{
  if (self->grouping == by)
    return;
  self->grouping = by;
  g_hash_table_remove_all (self->folded);
  g_hash_table_remove_all (self->headers);
  update (self);
}

WayTaskGrouping
way_task_rows_get_grouping (WayTaskRows *self)
{
  return self->grouping;
}

/**
 * way_task_rows_set_sort:
 * @column: WAY_TASK_COLUMN_NONE = the order of the plan
 *
 * Sorts what is shown, inside each parent or group; the plan stays as it is.
 */
void
way_task_rows_set_sort (WayTaskRows *self, WayTaskColumnId column, gboolean descending)
{
  self->sort = column;
  self->descending = descending;
  update (self);
}

WayTaskColumnId
way_task_rows_get_sort (WayTaskRows *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

/* Whether the rows stand in another order than the plan's: rows cannot be moved then. */
gboolean
way_task_rows_is_arranged (WayTaskRows *self)
{
  return self->grouping != WAY_GROUP_BY_NONE || self->sort != WAY_TASK_COLUMN_NONE;
}

/* @slot: the baseline that variances are measured against; −1 = none */
void
way_task_rows_set_baseline (WayTaskRows *self, int slot)
{
  if (self->baseline == slot)
    return;
  self->baseline = slot;
  if (self->sort != WAY_TASK_COLUMN_NONE)
    update (self);
}

int
way_task_rows_get_baseline (WayTaskRows *self)
{
  return self->baseline;
}
