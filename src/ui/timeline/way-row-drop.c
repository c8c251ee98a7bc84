/* way-row-drop.c: WayRowDrop, where rows that are dragged in the tree would come to stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-row-drop.h"

#include <math.h>

/* The row itself is dragged, or a row over it is. */
static gboolean
goes_along (WayPlan *plan, WayTask *task, GPtrArray *dragged)
{
  for (; task != NULL; task = way_plan_lookup_task (plan, task->parent))
    if (g_ptr_array_find (dragged, task, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_where_it_is (WayPlan *plan, GPtrArray *dragged, const WayRowDrop *drop)
{
  WayTask *task = g_ptr_array_index (dragged, 0);
  GPtrArray *siblings;
  guint index = 0;

  if (dragged->len > 1 || way_plan_lookup_task (plan, task->parent) != drop->parent)
    return FALSE;
  siblings = way_plan_get_children (plan, drop->parent);
  g_ptr_array_find (siblings, task, &index);
  return drop->before
         == (index + 1 < siblings->len ? g_ptr_array_index (siblings, index + 1) : NULL);
}

/**
 * way_row_drop_find:
 * @dragged: (element-type WayTask): never empty
 * @at: where the pointer is, in rows from the top of the first one
 * @depth: the indentation that is wanted; the rows around say what is possible
 * @drop: (out): the place
 *
 * Between two rows there may be several places, at different indentations: below the last one of
 * a phase, or after the phase. The rows that go along are not looked at: on its own row a row is
 * indented and outdented where it is. Among the rows below it, the place is told as it is, below
 * itself, which way_outline_can_move_to() refuses.
 *
 * Returns: whether dropping there would change anything
 */
gboolean
way_row_drop_find (WayTaskRows *rows, GPtrArray *dragged, double at, int depth, WayRowDrop *drop)
{
  WayPlan *plan = way_document_get_plan (way_task_rows_get_document (rows));
  guint n_rows = way_task_rows_get_n (rows);
  guint above, below;
  gboolean among; /* the rows that go along */
  WayTask *before_it = NULL, *after_it = NULL;

  drop->gap = (guint)CLAMP (floor (at + 0.5), 0, (double)n_rows);
  among = drop->gap > 0 && drop->gap < n_rows
          && goes_along (plan, way_task_rows_get (rows, drop->gap - 1), dragged)
          && goes_along (plan, way_task_rows_get (rows, drop->gap), dragged);
  if (among && !g_ptr_array_find (dragged, way_task_rows_get (rows, drop->gap - 1), NULL)
      && !g_ptr_array_find (dragged, way_task_rows_get (rows, drop->gap), NULL))
    {
      drop->before = way_task_rows_get (rows, drop->gap);
      drop->parent = way_plan_lookup_task (plan, drop->before->parent);
      drop->depth = (int)drop->before->depth;
      return FALSE;
    }
  for (above = drop->gap; above > 0 && before_it == NULL; above--)
    if (!goes_along (plan, way_task_rows_get (rows, above - 1), dragged))
      before_it = way_task_rows_get (rows, above - 1);
  for (below = drop->gap; below < n_rows && after_it == NULL; below++)
    if (!goes_along (plan, way_task_rows_get (rows, below), dragged))
      after_it = way_task_rows_get (rows, below);
  if (among)
    drop->gap = before_it != NULL ? above + 1 : 0;
  drop->depth = CLAMP (depth, after_it != NULL ? (int)after_it->depth : 0,
                       before_it != NULL ? (int)before_it->depth + 1 : 0);
  drop->parent = before_it;
  while (drop->parent != NULL && drop->parent->depth >= drop->depth)
    drop->parent = way_plan_lookup_task (plan, drop->parent->parent);
  drop->before = after_it != NULL && after_it->depth == drop->depth ? after_it : NULL;
  return !is_where_it_is (plan, dragged, drop);
}
