/* way-task-metrics.h: which tasks are late, due, critical, blocked, running or done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each list is (transfer full) (element-type WayTask): active leaves only, sorted by
 * date and then by row. "By now" means by the end of the plan's status date. */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

GPtrArray *way_tasks_late          (WayDocument *document);
GPtrArray *way_tasks_overdue       (WayDocument *document);
GPtrArray *way_tasks_critical      (WayDocument *document);
GPtrArray *way_tasks_blocked       (WayDocument *document);
GPtrArray *way_tasks_past_deadline (WayDocument *document);
GPtrArray *way_tasks_in_progress   (WayDocument *document);
GPtrArray *way_tasks_finished_in   (WayDocument *document, WayMoment from, WayMoment to);
GPtrArray *way_tasks_finishing_in  (WayDocument *document, WayMoment from, WayMoment to);
GPtrArray *way_tasks_starting_in   (WayDocument *document, WayMoment from, WayMoment to);

gboolean   way_task_is_behind      (WayDocument *document, WayMoment status_date, WayTask *task);

/* Against one baseline; FALSE where it has no such task. */
gboolean   way_task_get_start_variance  (WayDocument *document, int baseline_slot, WayTask *task, gint64 *minutes);
gboolean   way_task_get_finish_variance (WayDocument *document, int baseline_slot, WayTask *task, gint64 *minutes);
/* What @task is late against baseline 0, in working minutes; 0 without a baseline. */
gint64     way_task_baseline_variance (WayDocument *document, WayTask *task);

G_END_DECLS
