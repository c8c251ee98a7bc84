/* way-gantt-drag-private.h: what the files of the drag share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-gantt-drag.h"

G_BEGIN_DECLS

struct _WayGanttDrag
{
  WayDocument *document;
  WayDragKind kind;
  GPtrArray *tasks; /* of WayTask, owned; the held one first */
  WayMoment grabbed_at;
  gboolean from_finish; /* LINK */
  gboolean to_finish;
  int old_type;         /* LINK: WayLinkType that links them already; −1 = none does */
  WayTask *target; /* (unowned) (nullable): LINK; NEW: the row that was drawn on */

  gboolean keep;           /* what follows stays; lags take the difference up */

  gint64 delta;            /* MOVE, START, FINISH: minutes, rounded */
  gint64 percent;          /* PROGRESS */
  WayMoment from, to;      /* NEW */
  gboolean stepped;        /* a step was made with the present keep */
  gboolean tried;          /* a try stands in the open scope */
  gboolean refused;
  gboolean committed;
  guint n_moved;           /* MOVE */
  int n_lags;              /* that take up the difference; −1 = followers are pushed */
  WayEffect effect;
  gboolean ahead;          /* the try has been looked at: what the drop would move is known */
  WayShiftTotals totals;   /* likewise, in numbers */
  WayShift found;          /* the last one that was asked for */
  GPtrArray *pinned;       /* of WayTask, owned: got a pin by this try */
  GPtrArray *lines;        /* of WayDragLine */
};

static inline WayTask *
held (const WayGanttDrag *self)
{
  return g_ptr_array_index (self->tasks, 0);
}

/* Makes the plan as it was before the last try. */
void            way_gantt_drag_take_back   (WayGanttDrag *self);
void            way_gantt_drag_note_effect (WayGanttDrag *self, WayTask *task, WayEffect effect);
/* (transfer full) (nullable): why the try moves nothing */
char           *way_gantt_drag_dup_hold    (WayGanttDrag *self);
WayLinkType     way_gantt_drag_link_type   (const WayGanttDrag *self);

G_END_DECLS
