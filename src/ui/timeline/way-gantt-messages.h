/* way-gantt-messages.h: what an edit on the chart does to the plan, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-task-edits.h"

G_BEGIN_DECLS

/* "+3 d": working time of the plan between two moments. (transfer full) */
char *way_timeline_format_shift (WayDocument *document, WayMoment from, WayMoment to);

/* While dragging: "MS-004 11 Dec, 6 d late · plan finish 14 Dec, +3 d · 7 tasks move"; "" = nothing
 * but @held itself moves. (transfer full) */
char *way_gantt_describe_shifts (WayDocument *document, WayTask *held, GArray *shifts);

/* After the drop: "; MS-004 now 11 Dec, 6 d late. Pinned: starts no earlier than 24 Nov." */
char *way_gantt_describe_drop   (WayDocument *document, WayTask *held, GArray *shifts,
                                 WayEffect effect);

/* "Pinned: starts no earlier than 4 May."; NULL when @effect needs no word. (transfer full) */
char *way_timeline_describe_effect (WayDocument *document, WayTask *task, WayEffect effect);

G_END_DECLS
