/* way-outline.c: editing the task tree: insert, indent, outdent, move.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Siblings are ordered by rank, with gaps between, so that a row is placed by
 * one edit; only when a gap is used up are the next ones pushed on. */

#include "model/way-i18n.h"

#include "document/way-outline.h"

#include "model/way-error.h"

#define RANK_STEP ((gint64) 1 << 20) /* from a row to one added at the end */
#define RANK_GAP ((gint64) 1 << 14)  /* from a row to one put in after it */

static GPtrArray *
siblings_of (WayDocument *document, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);

  return way_plan_get_children (plan, way_plan_lookup_task (plan, task->parent));
}

static guint
index_among (GPtrArray *siblings, WayTask *task)
{
  guint index = 0;

  g_ptr_array_find (siblings, task, &index);
  return index;
}

/* Makes room before the child at @index, whose predecessor has the rank @low: pushes on only
 * as many of the rows that follow as stand in the way. */
static gint64
make_room (WayDocument *document, GPtrArray *children, WayTask *task, guint index, gint64 low)
{
  g_autoptr (GPtrArray) copy = g_ptr_array_new ();
  gint64 rank = low + RANK_GAP;
  gint64 last = rank;

  g_ptr_array_extend (copy, children, NULL, NULL);
  for (guint i = index; i < copy->len; i++)
    {
      WayTask *follower = copy->pdata[i];

      if (follower == task)
        continue;
      if (follower->rank > last)
        break;
      way_document_set_int (document, WAY_RECORD (follower), "rank", last += RANK_GAP);
    }
  return rank;
}

/* The rank that puts @task before @before among the children of @parent. New rows mostly come
 * one after the other, so the gap is not halved but used from its beginning. */
static gint64
find_rank (WayDocument *document, WayTask *task, WayTask *parent, WayTask *before)
{
  GPtrArray *children = way_plan_get_children (way_document_get_plan (document), parent);
  WayTask *previous = NULL;
  guint index;
  gint64 low;

  for (index = children->len; index > 0 && before != NULL; index--)
    if (children->pdata[index - 1] == before)
      break;
  if (before != NULL)
    index--;
  for (guint i = index; i > 0 && previous == NULL; i--)
    if (children->pdata[i - 1] != task)
      previous = children->pdata[i - 1];
  low = previous != NULL ? previous->rank : (before != NULL ? before->rank - 2 * RANK_STEP : 0);
  if (before == NULL)
    return low + RANK_STEP;
  if (before->rank - low < 2)
    return make_room (document, children, task, index, low);
  return low + MIN ((before->rank - low) / 2, RANK_GAP);
}

static void
place (WayDocument *document, WayTask *task, WayTask *parent, WayTask *before)
{
  gint64 rank = find_rank (document, task, parent, before);

  way_document_set_int (document, WAY_RECORD (task), "parent",
                        parent != NULL ? WAY_RECORD (parent)->id : 0);
  way_document_set_int (document, WAY_RECORD (task), "rank", rank);
}

static void
begin_named (WayDocument *document, const char *format, const char *plural_format, WayTask *first,
             guint n_tasks)
{
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = n_tasks == 1 ? g_strdup_printf (format, WAY_RECORD (first)->title)
                       : g_strdup_printf (plural_format, n_tasks);
#pragma GCC diagnostic pop
  way_document_begin (document, label);
}

static WayTask *
create_at (WayDocument *document, WayTask *parent, WayTask *before, const char *title,
           GError **error)
{
  WayTask *task;

  way_document_begin (document, _("Add task"));
  task = WAY_TASK (way_document_create_record (document, &way_task_type));
  way_document_set_text (document, WAY_RECORD (task), "title", title);
  place (document, task, parent, before);
  return way_document_commit (document, error) ? task : NULL;
}

/**
 * way_outline_append_next:
 * @rank: (inout): of the row that this appended last; 0 = the first of them
 *
 * Makes one of many rows at the end, inside the open scope, without looking at all the others each
 * time. It has no title yet.
 *
 * Returns: (transfer none)
 */
WayTask *
way_outline_append_next (WayDocument *document, gint64 *rank)
{
  WayTask *task = WAY_TASK (way_document_create_record (document, &way_task_type));

  *rank = *rank != 0 ? *rank + RANK_STEP : find_rank (document, task, NULL, NULL);
  way_document_set_int (document, WAY_RECORD (task), "rank", *rank);
  return task;
}

/**
 * way_outline_insert:
 * @after: (nullable): the new row comes after its whole subtree, on its level; %NULL: at the end
 *
 * Returns: (transfer none) (nullable): the new row
 */
WayTask *
way_outline_insert (WayDocument *document, WayTask *after, const char *title, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *siblings;
  guint next;

  if (after == NULL)
    return create_at (document, NULL, NULL, title, error);
  siblings = siblings_of (document, after);
  next = index_among (siblings, after) + 1;
  return create_at (document, way_plan_lookup_task (plan, after->parent),
                    next < siblings->len ? siblings->pdata[next] : NULL, title, error);
}

/**
 * way_outline_insert_above:
 *
 * Returns: (transfer none) (nullable): the new row, right above @before on its level
 */
WayTask *
way_outline_insert_above (WayDocument *document, WayTask *before, const char *title,
                          GError **error)
{
  WayPlan *plan = way_document_get_plan (document);

  return create_at (document, way_plan_lookup_task (plan, before->parent), before, title, error);
}

/**
 * way_outline_prepend_child:
 *
 * Returns: (transfer none) (nullable): the new row, first below @parent
 */
WayTask *
way_outline_prepend_child (WayDocument *document, WayTask *parent, const char *title,
                           GError **error)
{
  GPtrArray *children = way_plan_get_children (way_document_get_plan (document), parent);

  return create_at (document, parent, children->len > 0 ? children->pdata[0] : NULL, title, error);
}

/**
 * way_outline_append_child:
 * @parent: (nullable): %NULL for the top level
 *
 * Returns: (transfer none) (nullable): the new row, last below @parent
 */
WayTask *
way_outline_append_child (WayDocument *document, WayTask *parent, const char *title,
                          GError **error)
{
  return create_at (document, parent, NULL, title, error);
}

static int
compare_row (gconstpointer a, gconstpointer b)
{
  const WayTask *left = *(WayTask *const *) a;
  const WayTask *right = *(WayTask *const *) b;

  return left->row < right->row ? -1 : left->row > right->row;
}

/* The given rows without those that go along with a parent in the list, in outline order. */
static GPtrArray *
topmost (WayDocument *document, WayTask **tasks, guint n_tasks)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *top = g_ptr_array_new ();
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_tasks; i++)
    g_hash_table_add (given, tasks[i]);
  for (guint i = 0; i < n_tasks; i++)
    {
      WayTask *ancestor = way_plan_lookup_task (plan, tasks[i]->parent);

      while (ancestor != NULL && !g_hash_table_contains (given, ancestor))
        ancestor = way_plan_lookup_task (plan, ancestor->parent);
      if (ancestor == NULL)
        g_ptr_array_add (top, tasks[i]);
    }
  way_plan_get_outline (plan); /* rows are up to date */
  g_ptr_array_sort (top, compare_row);
  return top;
}

gboolean
way_outline_can_indent (WayDocument *document, WayTask *task)
{
  return index_among (siblings_of (document, task), task) > 0;
}

gboolean
way_outline_can_outdent (WayDocument *document, WayTask *task)
{
  return way_plan_lookup_task (way_document_get_plan (document), task->parent) != NULL;
}

/* The nearest shown row from @index on in that direction. Returns: siblings->len = none */
static guint
find_shown (GPtrArray *siblings, guint index, int step, WayOutlineShown shown, gpointer data)
{
  do
    index += (guint) step;
  while (index < siblings->len && shown != NULL && !shown (siblings->pdata[index], data));
  return MIN (index, siblings->len);
}

/**
 * way_outline_indent:
 *
 * Puts each row below the shown row that stands before it on its level. Rows without such a
 * row stay where they are.
 */
gboolean
way_outline_indent (WayDocument *document, WayTask **tasks, guint n_tasks, WayOutlineShown shown,
                    gpointer data, GError **error)
{
  g_autoptr (GPtrArray) top = topmost (document, tasks, n_tasks);

  begin_named (document, _("Indent “%s”"), _("Indent %u rows"), tasks[0], n_tasks);
  for (guint i = 0; i < top->len; i++)
    {
      GPtrArray *siblings = siblings_of (document, top->pdata[i]);
      guint above
          = find_shown (siblings, index_among (siblings, top->pdata[i]), -1, shown, data);

      if (above < siblings->len)
        place (document, top->pdata[i], siblings->pdata[above], NULL);
    }
  return way_document_commit (document, error);
}

/* The row leaves its parent and keeps its place in the outline: what follows it
 * below that parent is now below it. */
static void
outdent_one (WayDocument *document, WayTask *task, WayTask *parent)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *siblings = siblings_of (document, task);
  g_autoptr (GPtrArray) followers = g_ptr_array_new ();
  GPtrArray *uncles;
  guint place_of_parent;
  gint64 rank;

  for (guint i = index_among (siblings, task) + 1; i < siblings->len; i++)
    g_ptr_array_add (followers, siblings->pdata[i]);
  uncles = siblings_of (document, parent);
  place_of_parent = index_among (uncles, parent);
  place (document, task, way_plan_lookup_task (plan, parent->parent),
         place_of_parent + 1 < uncles->len ? uncles->pdata[place_of_parent + 1] : NULL);
  rank = find_rank (document, NULL, task, NULL);
  for (guint i = 0; i < followers->len; i++)
    {
      way_document_set_int (document, followers->pdata[i], "parent", WAY_RECORD (task)->id);
      way_document_set_int (document, followers->pdata[i], "rank", rank + i * RANK_STEP);
    }
}

/**
 * way_outline_outdent:
 *
 * Takes each row one level up, at the same place of the outline.
 */
gboolean
way_outline_outdent (WayDocument *document, WayTask **tasks, guint n_tasks, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) top = topmost (document, tasks, n_tasks);

  begin_named (document, _("Outdent “%s”"), _("Outdent %u rows"), tasks[0], n_tasks);
  for (guint i = 0; i < top->len; i++)
    {
      WayTask *task = top->pdata[i];
      WayTask *parent = way_plan_lookup_task (plan, task->parent);

      if (parent != NULL)
        outdent_one (document, task, parent);
    }
  return way_document_commit (document, error);
}

static gboolean
is_among (GPtrArray *tasks, WayTask *task)
{
  return g_ptr_array_find (tasks, task, NULL);
}

/**
 * way_outline_move_up:
 *
 * Each row changes places with the shown one before it on its level.
 */
gboolean
way_outline_move_up (WayDocument *document, WayTask **tasks, guint n_tasks, WayOutlineShown shown,
                     gpointer data, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) top = topmost (document, tasks, n_tasks);

  begin_named (document, _("Move “%s” up"), _("Move %u rows up"), tasks[0], n_tasks);
  for (guint i = 0; i < top->len; i++)
    {
      WayTask *task = top->pdata[i];
      GPtrArray *siblings = siblings_of (document, task);
      guint above = find_shown (siblings, index_among (siblings, task), -1, shown, data);

      if (above < siblings->len && !is_among (top, siblings->pdata[above]))
        place (document, task, way_plan_lookup_task (plan, task->parent), siblings->pdata[above]);
    }
  return way_document_commit (document, error);
}

/* As way_outline_move_up(), with the one after it. */
gboolean
way_outline_move_down (WayDocument *document, WayTask **tasks, guint n_tasks,
                       WayOutlineShown shown, gpointer data, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) top = topmost (document, tasks, n_tasks);

  begin_named (document, _("Move “%s” down"), _("Move %u rows down"), tasks[0], n_tasks);
  for (guint i = top->len; i > 0; i--)
    {
      WayTask *task = top->pdata[i - 1];
      GPtrArray *siblings = siblings_of (document, task);
      guint below = find_shown (siblings, index_among (siblings, task), 1, shown, data);

      if (below < siblings->len && !is_among (top, siblings->pdata[below]))
        place (document, task, way_plan_lookup_task (plan, task->parent),
               below + 1 < siblings->len ? siblings->pdata[below + 1] : NULL);
    }
  return way_document_commit (document, error);
}

/**
 * way_outline_place:
 * @parent: (nullable): %NULL for the top level
 * @before: (nullable): a child of @parent, %NULL = last
 */
gboolean
way_outline_place (WayDocument *document, WayTask *task, WayTask *parent, WayTask *before,
                   GError **error)
{
  begin_named (document, _("Move “%s”"), _("Move %u rows"), task, 1);
  if (before != task)
    place (document, task, parent, before);
  return way_document_commit (document, error);
}

static gboolean
lies_below (WayPlan *plan, WayTask *task, GPtrArray *tops)
{
  for (; task != NULL; task = way_plan_lookup_task (plan, task->parent))
    if (is_among (tops, task))
      return TRUE;
  return FALSE;
}

/* Opens a scope and takes the rows there in it. */
static gboolean
begin_move_to (WayDocument *document, WayTask **tasks, guint n_tasks, WayTask *parent,
               WayTask *before, GError **error)
{
  g_autoptr (GPtrArray) top = topmost (document, tasks, n_tasks);
  GPtrArray *children;
  guint index;

  if (lies_below (way_document_get_plan (document), parent, top))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CYCLE,
                   _("“%s” cannot be put below itself."), WAY_RECORD (top->pdata[0])->title);
      return FALSE;
    }
  children = way_plan_get_children (way_document_get_plan (document), parent);
  for (index = before != NULL ? index_among (children, before) : 0;
       before != NULL && is_among (top, before);)
    before = ++index < children->len ? children->pdata[index] : NULL;
  begin_named (document, _("Move “%s”"), _("Move %u rows"), tasks[0], n_tasks);
  for (guint i = 0; i < top->len; i++)
    place (document, top->pdata[i], parent, before);
  return TRUE;
}

/**
 * way_outline_can_move_to:
 * @error: why way_outline_move_to() would refuse
 *
 * Tries it and takes it back: for hands that are not there yet. Where below @parent does not
 * matter.
 */
gboolean
way_outline_can_move_to (WayDocument *document, WayTask **tasks, guint n_tasks, WayTask *parent,
                         GError **error)
{
  gboolean can;

  if (!begin_move_to (document, tasks, n_tasks, parent, NULL, error))
    return FALSE;
  can = way_document_check (document, error);
  way_document_rollback (document);
  return can;
}

/**
 * way_outline_move_to:
 * @parent: (nullable): %NULL for the top level
 * @before: (nullable): a child of @parent, %NULL = last
 * @error: %WAY_ERROR_CYCLE when @parent is one of the rows or lies below one, or when links would
 *   make a loop there
 *
 * Takes the rows there with all below them; they keep their order.
 */
gboolean
way_outline_move_to (WayDocument *document, WayTask **tasks, guint n_tasks, WayTask *parent,
                     WayTask *before, GError **error)
{
  return begin_move_to (document, tasks, n_tasks, parent, before, error)
         && way_document_commit (document, error);
}

/**
 * way_outline_delete:
 *
 * Deletes the rows with all below them, their links and assignments.
 */
gboolean
way_outline_delete (WayDocument *document, WayTask **tasks, guint n_tasks, GError **error)
{
  g_autoptr (GPtrArray) top = topmost (document, tasks, n_tasks);

  begin_named (document, _("Delete “%s”"), _("Delete %u rows"), tasks[0], n_tasks);
  for (guint i = top->len; i > 0; i--)
    way_document_delete (document, top->pdata[i - 1]);
  return way_document_commit (document, error);
}
