/* way-scheduler.h: WayScheduler, the bridge between a plan's records and the network's arrays.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies tasks, links and calendars into a WayNetwork once, keeps it in step with
 * each changeset (values are updated in place, structure is built anew), runs it,
 * and writes the results into the tasks' derived fields. Private to document/. */

#pragma once

#include "document/way-document.h"
#include "schedule/way-network.h"

G_BEGIN_DECLS

typedef struct _WayScheduler WayScheduler;

WayScheduler *way_scheduler_new           (WayPlan *plan);
void          way_scheduler_free          (WayScheduler *self);

void          way_scheduler_invalidate    (WayScheduler *self);
gboolean      way_scheduler_is_stale      (WayScheduler *self);
gboolean      way_scheduler_look_ahead    (WayScheduler *self, const WayChangeset *changeset, GError **error);
gboolean      way_scheduler_run           (WayScheduler *self, const WayChangeset *changeset, GError **error);
const WayNetResult *way_scheduler_foresee (WayScheduler *self, const WayChangeset *changeset, WayTask *task);
void          way_scheduler_take_back     (WayScheduler *self, const WayChangeset *changeset);
void          way_scheduler_forget        (WayScheduler *self, const WayChangeset *changeset);
void          way_scheduler_write_results (WayScheduler *self);

void          way_scheduler_count_shifts  (WayScheduler *self, WayShiftTotals *totals);
gboolean      way_scheduler_find_shift    (WayScheduler *self, WayTask *task, WayShift *shift);
GArray       *way_scheduler_get_shifts    (WayScheduler *self);
GArray       *way_scheduler_get_missed    (WayScheduler *self);
gboolean      way_scheduler_would_cycle   (WayScheduler *self, WayTask *predecessor, WayTask *successor, char **cycle);
WayMoment     way_scheduler_link_asks     (WayScheduler *self, WayLink *link);
WayMoment     way_scheduler_link_allows   (WayScheduler *self, WayLink *link);
gint32        way_scheduler_find_link     (WayScheduler *self, WayLink *link);
GPtrArray    *way_scheduler_get_conflicted (WayScheduler *self);
GPtrArray    *way_scheduler_get_ignored_links (WayScheduler *self);
gint64        way_scheduler_work_between  (WayScheduler *self, gint64 calendar, WayMoment from, WayMoment to);
WayMoment     way_scheduler_work_add      (WayScheduler *self, gint64 calendar, WayMoment from, gint64 minutes);
WayRecord    *way_scheduler_get_task      (WayScheduler *self, gint32 row);
WayLink      *way_scheduler_get_link      (WayScheduler *self, gint32 index);
const WayNetResult *way_scheduler_get_result (WayScheduler *self, WayTask *task);

/* Of the task itself: what its work is done in. */
gint64        way_scheduler_task_between  (WayScheduler *self, WayTask *task, WayMoment from, WayMoment to);
WayMoment     way_scheduler_task_next     (WayScheduler *self, WayTask *task, WayMoment from);
WayMoment     way_scheduler_task_add      (WayScheduler *self, WayTask *task, WayMoment from, gint64 minutes);

G_END_DECLS
