/* way-worktimes.h: calendars of the plan compiled to working time (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"
#include "schedule/way-worktime.h"

G_BEGIN_DECLS

#define WAY_TIMES_MAX 24 /* intervals that a day's text can hold */

/* The compiled calendars of a plan, made when they are first asked for. */
typedef struct _WayWorktimes WayWorktimes;

WayWorktimes *way_worktimes_new       (WayPlan *plan);
void          way_worktimes_free      (WayWorktimes *self);
WayWorktime  *way_worktimes_get       (WayWorktimes *self, gint64 calendar);
WayWorktime  *way_worktimes_both      (WayWorktimes *self, WayWorktime *a, WayWorktime *b);
WayWorktime  *way_worktimes_either    (WayWorktimes *self, WayWorktime *a, WayWorktime *b);

gboolean      way_times_parse         (const char *text, WayInterval *intervals, guint *n_intervals, GError **error);
gboolean      way_worktimes_check     (WayPlan *plan, WayCalendar *calendar, GError **error);

G_END_DECLS
