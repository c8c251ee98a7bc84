/* way-gantt-messages.h: what an edit on the chart does to the plan, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-task-edits.h"

G_BEGIN_DECLS

/* "+3 d": working time of the plan between two moments. (transfer full) */
char *way_timeline_format_shift (WayDocument *document, WayMoment from, WayMoment to);

/* One line of what a drop would change. */
typedef struct
{
  char *text;
  gboolean bad; /* a deadline or target would be missed, or the drop is refused */
} WayDragLine;

GPtrArray   *way_drag_lines_new (void);
void         way_drag_lines_add (GPtrArray *lines, char *text, gboolean bad);

/* While dragging, after a look ahead, a line each: what holds it there, milestones, missed
 * deadlines, the plan's finish, how many others move. @n_lags: links whose lags take up the
 * difference; −1 = the followers are pushed. @pinned: (element-type WayTask). (transfer full)
 * (element-type WayDragLine) */
GPtrArray   *way_gantt_describe_shifts (WayDocument *document, WayTask *held,
                                        const WayShiftTotals *totals, guint n_followers,
                                        WayEffect effect, GPtrArray *pinned, int n_lags);

/* Of the drop, while its scope is still open, sentences: "MS-004 now 11 Dec, 6 d late. Pinned:
 * starts no earlier than 24 Nov." "" = no more than was asked for. (transfer full) */
char *way_gantt_describe_drop   (WayDocument *document, WayTask *held, WayEffect effect,
                                 GPtrArray *pinned, int n_lags);

/* "Pinned: starts no earlier than 4 May."; NULL when @effect needs no word. (transfer full) */
char *way_timeline_describe_effect (WayDocument *document, WayTask *task, WayEffect effect);

G_END_DECLS
