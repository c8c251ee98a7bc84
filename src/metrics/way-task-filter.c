/* way-task-filter.c: WayTaskFilter, which tasks somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* strcasestr() */

#include "metrics/way-task-filter.h"

#include "metrics/way-conflicts.h"
#include "metrics/way-task-metrics.h"
#include "metrics/way-task-milestones.h"

#include <string.h>

struct _WayTaskMatcher
{
  WayDocument *document;
  WayPlan *plan;
  WayTaskFilter filter;
  gboolean plain;         /* the text has ASCII letters only */
  gboolean numbers;       /* the text could be part of an id */
  char *folded;           /* the text, without case; NULL = any */
  WayMoment status_date;
  GPtrArray *done_for;    /* (nullable): by row: the milestone or initiative it is done for */
  GHashTable *conflicted; /* (nullable): way_conflicts_tasks() */
  const WayField *milestone_task, *assignment_task;
};

void
way_task_filter_init (WayTaskFilter *self)
{
  *self = (WayTaskFilter) { .state = -1, .from = WAY_NEVER, .to = WAY_NEVER };
}

/* @self: initialised or cleared */
void
way_task_filter_copy (WayTaskFilter *self, const WayTaskFilter *from)
{
  *self = *from;
  self->text = g_strdup (from->text);
}

void
way_task_filter_clear (WayTaskFilter *self)
{
  g_free (self->text);
  way_task_filter_init (self);
}

/* Returns: whether every task matches */
gboolean
way_task_filter_is_empty (const WayTaskFilter *self)
{
  return (self->text == NULL || *self->text == '\0') && self->owner == 0 && self->done_for == 0
         && self->state < 0 && !self->critical && !self->late && !self->conflicts
         && !self->milestones && self->from == WAY_NEVER && self->to == WAY_NEVER;
}

/**
 * way_task_matcher_new:
 * @filter: copied
 *
 * Returns: (transfer full): good until the plan changes
 */
WayTaskMatcher *
way_task_matcher_new (WayDocument *document, const WayTaskFilter *filter)
{
  WayTaskMatcher *self = g_new0 (WayTaskMatcher, 1);

  self->document = g_object_ref (document);
  self->plan = way_document_get_plan (document);
  way_task_filter_copy (&self->filter, filter);
  if (filter->text != NULL && *filter->text != '\0')
    {
      self->folded = g_utf8_casefold (filter->text, -1);
      self->plain = g_str_is_ascii (filter->text);
      self->numbers = strpbrk (filter->text, "0123456789") != NULL;
    }
  if (filter->late)
    self->status_date = way_document_get_status_date (document);
  if (filter->done_for != 0)
    self->done_for = WAY_IS_INITIATIVE (way_plan_lookup (self->plan, filter->done_for))
                         ? way_task_initiatives (document)
                         : way_task_milestones (document);
  if (filter->conflicts)
    self->conflicted = way_conflicts_tasks (document);
  self->milestone_task = way_record_type_field (&way_milestone_type, "task");
  self->assignment_task = way_record_type_field (&way_assignment_type, "task");
  return self;
}

void
way_task_matcher_free (WayTaskMatcher *self)
{
  way_task_filter_clear (&self->filter);
  g_clear_pointer (&self->done_for, g_ptr_array_unref);
  g_clear_pointer (&self->conflicted, g_hash_table_unref);
  g_object_unref (self->document);
  g_free (self->folded);
  g_free (self);
}

/* Plain letters are found in any text without a copy of it, which 100,000 rows need. */
static gboolean
contains (WayTaskMatcher *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (self->plain)
    return strcasestr (text, self->filter.text) != NULL;
  if (g_str_is_ascii (text))
    return FALSE;
  folded = g_utf8_casefold (text, -1);
  return strstr (folded, self->folded) != NULL;
}

static gboolean
id_contains (WayTaskMatcher *self, WayRecord *record)
{
  g_autofree char *id = way_record_dup_human_id (record);

  return contains (self, id);
}

static gboolean
text_matches (WayTaskMatcher *self, WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);
  GPtrArray *milestones;

  if (self->folded == NULL || contains (self, record->title) || contains (self, record->notes))
    return TRUE;
  if (!self->numbers)
    return FALSE;
  if (id_contains (self, record))
    return TRUE;
  milestones = way_plan_get_referrers (self->plan, record->id, self->milestone_task);
  for (guint i = 0; milestones != NULL && i < milestones->len; i++)
    if (id_contains (self, milestones->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
owner_matches (WayTaskMatcher *self, WayTask *task)
{
  GPtrArray *assignments;

  if (self->filter.owner == 0 || WAY_RECORD (task)->owner == self->filter.owner)
    return TRUE;
  assignments = way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->assignment_task);
  if (self->filter.owner == WAY_TASK_FILTER_NOBODY)
    return !task->summary && WAY_RECORD (task)->owner == 0
           && (assignments == NULL || assignments->len == 0);
  for (guint i = 0; assignments != NULL && i < assignments->len; i++)
    if (WAY_ASSIGNMENT (assignments->pdata[i])->resource == self->filter.owner)
      return TRUE;
  return FALSE;
}

static gboolean
purpose_matches (WayTaskMatcher *self, WayTask *task)
{
  WayRecord *record;

  if (self->filter.done_for == 0)
    return TRUE;
  record = self->done_for->pdata[task->row];
  return record != NULL && record->id == self->filter.done_for;
}

static gboolean
is_milestone (WayTaskMatcher *self, WayTask *task)
{
  GPtrArray *milestones;

  if (!task->summary && (task->is_milestone || task->duration == 0))
    return TRUE;
  milestones = way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->milestone_task);
  return milestones != NULL && milestones->len > 0;
}

static gboolean
dates_match (WayTaskMatcher *self, WayTask *task)
{
  const WayTaskFilter *filter = &self->filter;

  if (filter->from == WAY_NEVER && filter->to == WAY_NEVER)
    return TRUE;
  if (task->start == WAY_NEVER || task->finish == WAY_NEVER)
    return FALSE;
  return (filter->from == WAY_NEVER || task->finish > way_moment_day (filter->from))
         && (filter->to == WAY_NEVER || task->start < way_moment_day (filter->to) + WAY_DAY);
}

/**
 * way_task_matcher_matches:
 * @task: of the plan
 *
 * Returns: whether every condition of the filter holds for @task
 */
gboolean
way_task_matcher_matches (WayTaskMatcher *self, WayTask *task)
{
  const WayTaskFilter *filter = &self->filter;
  gboolean of_leaves = filter->critical || filter->late || filter->state >= 0;

  if (of_leaves && task->summary)
    return FALSE;
  return (!filter->critical || (task->critical && task->active))
         && (filter->state < 0 || task->state == filter->state) && dates_match (self, task)
         && (!filter->milestones || is_milestone (self, task)) && text_matches (self, task)
         && owner_matches (self, task) && purpose_matches (self, task)
         && (!filter->conflicts || g_hash_table_contains (self->conflicted, task))
         && (!filter->late || way_task_is_behind (self->document, self->status_date, task));
}
