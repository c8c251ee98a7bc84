/* way-task-people.h: the people on a task: when they work on it, and how much each does.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-worktimes.h"

G_BEGIN_DECLS

/* What one person contributes: minutes of the time in which that person works on the task. */
typedef struct
{
  WayWorktime *time; /* unowned */
  gint64 minutes;
  gint64 wait; /* minutes by the clock before that */
} WayTaskPart;

typedef struct _WayTaskPeople WayTaskPeople;

WayTaskPeople     *way_task_people_new      (WayPlan *plan, WayWorktimes *worktimes);
void               way_task_people_free     (WayTaskPeople *self);

WayWorktime       *way_task_people_own_time (WayTaskPeople *self, WayTask *task);
WayWorktime       *way_task_people_time     (WayTaskPeople *self, WayTask *task);
GPtrArray         *way_task_people_times    (WayTaskPeople *self, WayTask *task);
gboolean           way_task_people_clash    (WayTaskPeople *self, WayTask *task, WayResource **who);
gboolean           way_task_people_matter   (WayTaskPeople *self, WayTask *task);
const WayTaskPart *way_task_people_parts    (WayTaskPeople *self, WayTask *task, guint *n_parts);

void               way_task_people_dates    (WayTaskPeople *self, WayAssignment *assignment,
                                             WayMoment *start, WayMoment *finish);

gint64             way_assignment_minutes   (WayAssignment *assignment);

G_END_DECLS
