/* way-task-groups.h: tasks put together by what they have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_GROUP_BY_NONE,
  WAY_GROUP_BY_OWNER,      /* way_task_get_owner() */
  WAY_GROUP_BY_STATE,
  WAY_GROUP_BY_MILESTONE,  /* that it is done for: way_task_milestones() */
  WAY_GROUP_BY_INITIATIVE, /* that it is done for: way_task_initiatives() */
  WAY_GROUP_BY_CRITICAL,
  WAY_N_GROUPINGS,
} WayTaskGrouping;

typedef struct
{
  gint64 key;       /* the same for the same group after any change */
  char *label;
  GPtrArray *tasks; /* of WayTask (unowned), in outline order */
} WayTaskGroup;

void       way_task_group_free (WayTaskGroup *self);
GPtrArray *way_task_groups     (WayDocument *document, WayTaskGrouping by);
gint64     way_task_get_owner  (WayPlan *plan, WayTask *task);

/* The row over a group, on the screen and on paper: a task in no plan that has only a title. */
void        way_task_group_head_set_title (WayTask *head, const char *title);
const char *way_task_group_head_get_title (WayTask *head);

G_END_DECLS
