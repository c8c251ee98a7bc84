/* way-task-cost.h: what the work on a task costs (numbers.md §11).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"
#include "model/way-records.h"

G_BEGIN_DECLS

gint64     way_assignment_work  (WayAssignment *assignment);
gint64     way_assignment_cost  (WayAssignment *assignment);
GPtrArray *way_task_assignments (WayTask *task);
gint64     way_task_cost        (WayTask *task);

G_END_DECLS
