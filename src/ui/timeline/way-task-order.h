/* way-task-order.h: tasks in the order of a column.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-task-column.h"

G_BEGIN_DECLS

GPtrArray *way_task_order_tree (WayDocument *document, GPtrArray *outline, WayTaskColumnId column,
                                int baseline_slot, gboolean descending);
void       way_task_order_list (WayDocument *document, GPtrArray *tasks, WayTaskColumnId column,
                                int baseline_slot, gboolean descending);

G_END_DECLS
