/* way-figure.h: WayFigure, a number together with the rows it was counted from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader who doubts a figure opens its rows; so every metric that is shown
 * carries them. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean known;     /* FALSE: nothing to count; show “n/a”, never 0 */
  double value;       /* per cent unless the function says otherwise */
  gint64 part, whole; /* "10 of 12"; minutes where durations are counted */
  GPtrArray *rows;    /* (element-type WayRecord): each holds a reference */
} WayFigure;

WayFigure *way_figure_new        (void);
void       way_figure_add_row    (WayFigure *self, WayRecord *record);
void       way_figure_set_share  (WayFigure *self, gint64 part, gint64 whole);
char      *way_figure_format     (const WayFigure *self);
void       way_figure_free       (WayFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFigure, way_figure_free)

/* "62 %" with a thin space, "+6 d" and "−2 d" with signs, "0 d"; (transfer full). */
char      *way_percent_format    (double percent);
char      *way_variance_format   (WayPlan *plan, gint64 minutes);
/* "4.4 d", as long as something takes. */
char      *way_days_format       (WayPlan *plan, gint64 minutes);
/* "6 working days", whatever the sign. */
char      *way_working_days_format (WayPlan *plan, gint64 minutes);
/* The same in words: "6 working days late", "on time", "2 working days early". */
char      *way_variance_describe (WayPlan *plan, gint64 minutes);

G_END_DECLS
