/* way-gantt-drag.h: WayGanttDrag, a hand on a bar: what the drop would do, tried out at each step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget. While a drag lives it holds an edit scope of the document open; each
 * step takes the last try back, makes the edits anew and asks the engine for a
 * preview: the same edits and the same run as the drop's. Freeing it without a
 * drop leaves the plan as it was.
 *
 * Between two steps the tentative edits stand in the plan: who drives a drag lets
 * nobody else edit, undo or read rows and links anew until it is dropped or freed. */

#pragma once

#include "document/way-task-edits.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_DRAG_MOVE,
  WAY_DRAG_START,     /* the left end: start and duration; the finish stays */
  WAY_DRAG_FINISH,    /* the right end: duration */
  WAY_DRAG_PROGRESS,
  WAY_DRAG_LINK,
  WAY_DRAG_NEW,       /* on an empty place: a task that begins and ends there */
} WayDragKind;

typedef struct _WayGanttDrag WayGanttDrag;

/* @tasks: the one that is held first, then those that are moved with it */
WayGanttDrag   *way_gantt_drag_new      (WayDocument *document, WayDragKind kind, WayTask **tasks,
                                         guint n_tasks, WayMoment grabbed_at);
WayGanttDrag   *way_gantt_drag_new_link (WayDocument *document, WayTask *from, gboolean from_finish);
/* @row: (nullable): the new row comes directly below it; NULL = at the end */
WayGanttDrag   *way_gantt_drag_new_task (WayDocument *document, WayTask *row, WayMoment pressed_at);
void            way_gantt_drag_free     (WayGanttDrag *self);

WayDragKind     way_gantt_drag_get_kind (const WayGanttDrag *self);
/* (nullable): a task that is drawn exists after the drop only */
WayTask        *way_gantt_drag_get_task (const WayGanttDrag *self);
gboolean        way_gantt_drag_from_finish (const WayGanttDrag *self);

/* Followers stay instead of being pushed. */
void            way_gantt_drag_set_keep (WayGanttDrag *self, gboolean keep);
/* @snap: minutes to which the way is rounded; progress: a fine step is one of 60 or less */
void            way_gantt_drag_to       (WayGanttDrag *self, WayMoment pointer, gint64 snap);
/* @target: (nullable): nothing under the pointer */
void            way_gantt_drag_link_to  (WayGanttDrag *self, WayTask *target, gboolean to_finish);

/* What the drop would move: all rows, those that are no summaries and are not held, and how far one
 * of them; NULL = it stays. That holds until the next call or step; the list of all, by row, for as
 * long as it is wanted. */
guint           way_gantt_drag_count_rows (const WayGanttDrag *self);
guint           way_gantt_drag_count_followers (WayGanttDrag *self);
const WayShift *way_gantt_drag_find_shift (WayGanttDrag *self, WayTask *task);
GArray         *way_gantt_drag_list_shifts (WayGanttDrag *self);

/* Of the last step, (transfer none). */
GPtrArray      *way_gantt_drag_get_lines  (const WayGanttDrag *self, gboolean *refused);
GPtrArray      *way_gantt_drag_get_pinned (const WayGanttDrag *self);
gboolean        way_gantt_drag_get_drawn  (const WayGanttDrag *self, WayMoment *from, WayMoment *to);

/* Commits. @message: (out) (transfer full): what was done, for the toast; "" = nothing. */
gboolean        way_gantt_drag_drop     (WayGanttDrag *self, char **message, GError **error);

/* The drop changed the plan, so that there is something to undo. */
gboolean        way_gantt_drag_was_committed (const WayGanttDrag *self);

/* What a move of @held takes along (way-gantt-movers.c). */
GPtrArray      *way_gantt_find_movers   (WayDocument *document, WayTask *held, WayTask **others,
                                         guint n_others);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGanttDrag, way_gantt_drag_free)

G_END_DECLS
