/* way-task-groups.c: tasks put together by what they have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-task-groups.h"

#define HEAD_TITLE "way-head-title"

#include "metrics/way-task-milestones.h"
#include "model/way-collation.h"

#define NO_RECORD 0

typedef struct
{
  WayPlan *plan;
  WayTaskGrouping by;
  GPtrArray *records; /* (nullable): by row: the milestone or initiative it is done for */
} Grouping;

void
way_task_group_free (WayTaskGroup *self)
{
  g_ptr_array_unref (self->tasks);
  g_free (self->label);
  g_free (self);
}

/**
 * way_task_get_owner:
 *
 * Returns: the id of who answers for a row: its owner, else the first who works on it; 0 = nobody
 */
gint64
way_task_get_owner (WayPlan *plan, WayTask *task)
{
  GPtrArray *assignments;

  if (WAY_RECORD (task)->owner != 0)
    return WAY_RECORD (task)->owner;
  assignments = way_plan_get_referrers (plan, WAY_RECORD (task)->id,
                                        way_record_type_field (&way_assignment_type, "task"));
  return assignments->len > 0 ? WAY_ASSIGNMENT (assignments->pdata[0])->resource : NO_RECORD;
}

static gint64
key_of (Grouping *self, WayTask *task)
{
  WayRecord *record = self->records != NULL ? self->records->pdata[task->row] : NULL;

  switch (self->by)
    {
    case WAY_GROUP_BY_OWNER:
      return way_task_get_owner (self->plan, task);
    case WAY_GROUP_BY_STATE:
      return task->state;
    case WAY_GROUP_BY_MILESTONE:
    case WAY_GROUP_BY_INITIATIVE:
      return record != NULL ? record->id : NO_RECORD;
    case WAY_GROUP_BY_CRITICAL:
      return task->critical ? 0 : 1;
    case WAY_GROUP_BY_NONE:
    default:
      return 0;
    }
}

static const char *
label_of_none (WayTaskGrouping by)
{
  switch (by)
    {
    case WAY_GROUP_BY_OWNER:
      return _("Nobody yet");
    case WAY_GROUP_BY_MILESTONE:
      return _("For no milestone");
    default:
      return _("For no initiative");
    }
}

static char *
dup_label (Grouping *self, gint64 key)
{
  WayRecord *record;

  if (self->by == WAY_GROUP_BY_STATE)
    return g_strdup (way_enum_label (&way_enum_task_state, key));
  if (self->by == WAY_GROUP_BY_CRITICAL)
    return g_strdup (key == 0 ? _("Critical") : _("Not critical"));
  record = key != NO_RECORD ? way_plan_lookup (self->plan, key) : NULL;
  if (record == NULL)
    return g_strdup (label_of_none (self->by));
  if (self->by == WAY_GROUP_BY_MILESTONE)
    {
      g_autofree char *id = way_record_dup_human_id (record);

      return g_strdup_printf ("%s %s", id, record->title);
    }
  return way_record_dup_label (record);
}

/* Milestones by date, other records by number, values by their order; "none" at the end. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const WayTaskGroup *one = *(WayTaskGroup *const *) a, *two = *(WayTaskGroup *const *) b;
  Grouping *self = data;
  gboolean of_records
      = self->by != WAY_GROUP_BY_STATE && self->by != WAY_GROUP_BY_CRITICAL;

  if (one->key == two->key)
    return 0;
  if (of_records && (one->key == NO_RECORD || two->key == NO_RECORD))
    return one->key == NO_RECORD ? 1 : -1;
  if (self->by == WAY_GROUP_BY_MILESTONE)
    {
      WayMilestone *first = WAY_MILESTONE (way_plan_lookup (self->plan, one->key));
      WayMilestone *second = WAY_MILESTONE (way_plan_lookup (self->plan, two->key));

      if (first->forecast != second->forecast)
        return first->forecast < second->forecast ? -1 : 1;
    }
  if (self->by == WAY_GROUP_BY_OWNER)
    {
      int order = way_collate (one->label, two->label);

      if (order != 0)
        return order;
    }
  return one->key < two->key ? -1 : 1;
}

/**
 * way_task_groups:
 *
 * Every row of the plan that is not a summary, in exactly one group.
 *
 * Returns: (transfer full) (element-type WayTaskGroup): those that have a task, in the order to
 * show them
 */
GPtrArray *
way_task_groups (WayDocument *document, WayTaskGrouping by)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *outline = way_plan_get_outline (plan);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) by_key = g_hash_table_new (NULL, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) way_task_group_free);
  Grouping self = { .plan = plan, .by = by };

  if (by == WAY_GROUP_BY_MILESTONE)
    self.records = records = way_task_milestones (document);
  else if (by == WAY_GROUP_BY_INITIATIVE)
    self.records = records = way_task_initiatives (document);
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];
      gint64 key;
      WayTaskGroup *group;

      if (task->summary)
        continue;
      key = key_of (&self, task);
      group = g_hash_table_lookup (by_key, GSIZE_TO_POINTER ((gsize) key));
      if (group == NULL)
        {
          group = g_new0 (WayTaskGroup, 1);
          group->key = key;
          group->label = dup_label (&self, key);
          group->tasks = g_ptr_array_new ();
          g_hash_table_insert (by_key, GSIZE_TO_POINTER ((gsize) key), group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->tasks, task);
    }
  g_ptr_array_sort_with_data (groups, compare_groups, &self);
  return groups;
}

/**
 * way_task_group_head_set_title:
 * @head: a task that is in no plan
 * @title: what the rows below it have in common
 */
void
way_task_group_head_set_title (WayTask *head, const char *title)
{
  g_object_set_data_full (G_OBJECT (head), HEAD_TITLE, g_strdup (title), g_free);
}

/**
 * way_task_group_head_get_title:
 *
 * Returns: (transfer none) (nullable): %NULL for a task of a plan
 */
const char *
way_task_group_head_get_title (WayTask *head)
{
  return g_object_get_data (G_OBJECT (head), HEAD_TITLE);
}
