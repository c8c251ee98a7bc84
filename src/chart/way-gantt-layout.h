/* way-gantt-layout.h: WayGanttLayout, the geometry of the visible part of a Gantt chart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coordinates are those of the view: 0, 0 is the top left corner of what is seen, x
 * comes from the time scale (its origin is the left edge), row i lies at
 * i × row_height − scroll. The cost of way_gantt_layout_update() depends on the rows
 * that are seen, never on the plan; hit-testing reads the same arrays.
 *
 *   way_gantt_layout_set_rows (layout, document, rows, n_rows);   rows, structure or links changed
 *   way_gantt_layout_update (layout, &scale, &options, width, height, scroll);      each frame
 *   way_gantt_layout_append (layout, scene);
 *   way_gantt_layout_pick (layout, x, y)
 */

#pragma once

#include "chart/way-gantt-options.h"
#include "chart/way-time-scale.h"

G_BEGIN_DECLS

#define WAY_TYPE_GANTT_LAYOUT (way_gantt_layout_get_type ())
G_DECLARE_FINAL_TYPE (WayGanttLayout, way_gantt_layout, WAY, GANTT_LAYOUT, GObject)

typedef enum { WAY_BAR_TASK, WAY_BAR_SUMMARY, WAY_BAR_MILESTONE } WayBarKind;

/* A stretch of a split task. */
typedef struct
{
  double x0, x1;
} WayGanttPiece;

/* A row's shapes. A position that does not exist is NAN. Time runs to the right here also
 * when the options say rtl; only the scene and way_gantt_layout_pick() are mirrored. */
typedef struct
{
  WayTask *task;             /* (unowned) */
  guint row;                 /* among the rows given */
  WayBarKind kind;
  double x0, x1;             /* start and finish; of a milestone both its centre ∓ half its size */
  double y, height;          /* of the bar */
  guint first_piece, n_pieces; /* of a split task, among the layout's pieces; 0 = one bar */
  double done_x;             /* where the done part ends */
  double baseline_x0, baseline_x1; /* of a milestone's baseline both its centre */
  double float_x;            /* late finish */
  double deadline_x;
  double target_x;           /* promised date of a milestone that misses it */
  double ghost_x0, ghost_x1; /* where a preview would put it */
  double label_x, label_width;       /* right of the bar, with the variance */
  double left_label_x, left_label_width;
  double inside_label_x;
  guint8 fill, done, edge;   /* WayRole */
  guint8 hatch;              /* WayHatch */
  gboolean critical, finished, pinned, selected;
  double blocked_x; /* of the sign that something holds it up; NAN = nothing does */
  gboolean ghost_late;       /* there it would miss its deadline or its target */
  gboolean has_dates;        /* FALSE: nothing to draw */
  char *label;               /* owned by the layout, like all texts; NULL = none */
  char *left_label;
  char *inside_label;
  char *variance;            /* "+6 d", drawn after the label; NULL = none */
  double variance_x;
  char *ghost_label;         /* "Tue 24 Nov, +3 d"; NULL = none */
} WayGanttBar;

#define WAY_LINK_POINTS 8

typedef struct
{
  WayLink *link;             /* (unowned) */
  guint predecessor_row, successor_row;
  gboolean critical;
  gboolean stands_out;       /* selected or under the pointer */
  gboolean faded;            /* neither end is in the view */
  guint n_points;
  WayPoint points[WAY_LINK_POINTS];
} WayGanttLink;

typedef enum
{
  WAY_PART_NONE,          /* below the last row */
  WAY_PART_ROW,           /* empty space of a row */
  WAY_PART_BAR,
  WAY_PART_START,         /* edge: resize */
  WAY_PART_FINISH,
  WAY_PART_PROGRESS,      /* end of the done part */
  WAY_PART_LINK_START,    /* handle for a link from or to the start */
  WAY_PART_LINK_FINISH,
  WAY_PART_MILESTONE,
  WAY_PART_SUMMARY,
  WAY_PART_LINK,
} WayGanttPart;

typedef struct
{
  WayGanttPart part;
  int row;                /* −1 = none */
  WayTask *task;          /* (unowned) (nullable): of the row */
  WayLink *link;          /* (unowned) (nullable) */
} WayGanttHit;

/* Returns: (nullable): how far @task would move; NULL = it stays. Holds until the next call. */
typedef const WayShift *(*WayGanttFindShift) (gpointer data, WayTask *task);

WayGanttLayout *way_gantt_layout_new (void);

/* @rows: borrowed until the next call; visible rows in order, collapsed and filtered already */
void way_gantt_layout_set_rows   (WayGanttLayout *self, WayDocument *document,
                                  WayTask *const *rows, guint n_rows);
void way_gantt_layout_set_shifts (WayGanttLayout *self, WayGanttFindShift find, gpointer data);
/* @scroll: y of the chart's first row, negated: 0 at the top */
void way_gantt_layout_update     (WayGanttLayout *self, const WayTimeScale *scale,
                                  const WayGanttOptions *options, double width, double height,
                                  double scroll);
/* Adds the picture of the last update to @scene. */
void way_gantt_layout_append     (WayGanttLayout *self, WayScene *scene);

WayGanttHit way_gantt_layout_pick (WayGanttLayout *self, double x, double y);

/* Of the last update; arrays of visible things only, (transfer none). */
const WayGanttBar  *way_gantt_layout_get_bars  (WayGanttLayout *self, guint *n_bars);
const WayGanttLink *way_gantt_layout_get_links (WayGanttLayout *self, guint *n_links);
const WayGanttBar  *way_gantt_layout_find_bar  (WayGanttLayout *self, WayTask *task);
/* The row of a task among those given; −1 = not shown. */
int                 way_gantt_layout_find_row  (WayGanttLayout *self, WayTask *task);

/* The row in words, for assistive technology: "Security audit, 24 Nov – 3 Dec, 0 % done,
 * critical, drives “Fix audit findings”". (transfer full) */
char *way_gantt_describe (WayDocument *document, WayTask *task);

G_END_DECLS
