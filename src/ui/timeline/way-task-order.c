/* way-task-order.c: tasks in the order of a column.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All tasks are sorted once, each with its key read beforehand, and then dealt out to
 * their parents, which is linear: sorting 100,000 rows may take no longer than a glance. */

#include "ui/timeline/way-task-order.h"

#include "model/way-collation.h"

#include <stdlib.h>
#include <string.h>

#define NONE G_MAXUINT

typedef struct
{
  double number;
  char *text; /* (nullable): a collation key; NULL = sorted by number */
  guint place;
  int direction;
} Key;

static int
compare_keys (const void *a, const void *b)
{
  const Key *one = a, *two = b;
  int order = 0;

  if (one->text != NULL)
    order = strcmp (one->text, two->text);
  else if (one->number != two->number)
    order = one->number < two->number ? -1 : 1;
  if (order != 0)
    return order * one->direction;
  return one->place < two->place ? -1 : 1;
}

/* Returns: (transfer full): the places of @tasks, sorted */
static guint *
sort_places (WayDocument *document,
             GPtrArray *tasks,
             WayTaskColumnId column,
             int baseline_slot,
             gboolean descending)
{
  guint *places = g_new (guint, tasks->len + 1);
  g_autofree Key *keys = g_new0 (Key, tasks->len + 1);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];

      keys[i].place = i;
      keys[i].direction = descending ? -1 : 1;
      if (!way_task_column_get_number (column, document, baseline_slot, task, &keys[i].number))
        {
          g_autofree char *text = way_task_column_format (column, document, baseline_slot, task);

          keys[i].text = way_collation_key (text);
        }
    }
  qsort (keys, tasks->len, sizeof (Key), compare_keys);
  for (guint i = 0; i < tasks->len; i++)
    {
      places[i] = keys[i].place;
      g_free (keys[i].text);
    }
  return places;
}

/**
 * way_task_order_list:
 * @tasks: (element-type WayTask): sorted in place; equal ones keep their order
 */
void
way_task_order_list (WayDocument *document,
                     GPtrArray *tasks,
                     WayTaskColumnId column,
                     int baseline_slot,
                     gboolean descending)
{
  g_autofree guint *places = sort_places (document, tasks, column, baseline_slot, descending);
  g_autofree gpointer *sorted = g_new (gpointer, tasks->len + 1);

  for (guint i = 0; i < tasks->len; i++)
    sorted[i] = tasks->pdata[places[i]];
  if (tasks->len > 0)
    memcpy (tasks->pdata, sorted, tasks->len * sizeof (gpointer));
}

/* Parents before their children, depth first, without recursion. */
static GPtrArray *
walk (GPtrArray *outline, const guint *first, const guint *next, guint root)
{
  GPtrArray *tasks = g_ptr_array_sized_new (outline->len);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = root;

  while (at != NONE || stack->len > 0)
    {
      if (at == NONE)
        {
          at = g_array_index (stack, guint, stack->len - 1);
          g_array_set_size (stack, stack->len - 1);
          at = next[at];
          continue;
        }
      g_ptr_array_add (tasks, outline->pdata[at]);
      g_array_append_val (stack, at);
      at = first[at];
    }
  return tasks;
}

/**
 * way_task_order_tree:
 * @outline: (element-type WayTask): all tasks of the plan, in outline order
 *
 * Returns: (transfer container) (element-type WayTask): the same with the children of each
 * parent sorted; equal ones in the order of the plan
 */
GPtrArray *
way_task_order_tree (WayDocument *document,
                     GPtrArray *outline,
                     WayTaskColumnId column,
                     int baseline_slot,
                     gboolean descending)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autofree guint *places = sort_places (document, outline, column, baseline_slot, descending);
  g_autofree guint *first = g_new (guint, outline->len + 1);
  g_autofree guint *next = g_new (guint, outline->len + 1);
  guint root = NONE;

  for (guint i = 0; i < outline->len; i++)
    first[i] = NONE;
  for (guint i = outline->len; i-- > 0;) /* from the last, so that each is put in front */
    {
      WayTask *task = outline->pdata[places[i]];
      WayTask *parent = way_plan_lookup_task (plan, task->parent);
      guint *head = parent != NULL ? &first[parent->row] : &root;

      next[places[i]] = *head;
      *head = places[i];
    }
  return walk (outline, first, next, root);
}
