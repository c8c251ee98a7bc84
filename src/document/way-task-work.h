/* way-task-work.h: work = duration × units: who does how much of a task, and what that changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the three the task's type names the one that an edit leaves alone:
 *
 *   type             duration edited   units edited   work edited   somebody joins or leaves
 *   fixed units      work              duration       duration      duration, work kept
 *   fixed work       units             duration       duration      duration, work kept
 *   fixed duration   work              work           units         units, work kept
 *
 * The last column is of effort-driven tasks, and fixed work always is; otherwise who joins brings
 * work along and who leaves takes it away. Each function adds its edits to the open scope, or makes
 * a whole undoable step when none is open. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

WayAssignment *way_task_assign   (WayDocument *document, WayTask *task, WayResource *resource,
                                  gint64 units, GError **error);
gboolean way_task_unassign       (WayDocument *document, WayAssignment *assignment, GError **error);
gboolean way_assignment_edit_units (WayDocument *document, WayAssignment *assignment, gint64 units,
                                    GError **error);
gboolean way_assignment_edit_work  (WayDocument *document, WayAssignment *assignment, gint64 minutes,
                                    GError **error);
void     way_task_follow_duration  (WayDocument *document, WayTask *task, gint64 before);

G_END_DECLS
