/* way-gantt-options.h: WayGanttOptions, what a Gantt chart shows and how.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain value: start from way_gantt_options_init() and change what differs. */

#pragma once

#include "chart/way-scene.h"
#include "document/way-document.h"

G_BEGIN_DECLS

typedef enum { WAY_LINKS_NONE, WAY_LINKS_SELECTED, WAY_LINKS_ALL } WayGanttLinks;

typedef enum
{
  WAY_COLOR_BY_STATUS,     /* open, critical (when shown), finished */
  WAY_COLOR_BY_INITIATIVE, /* of the milestone over the row */
  WAY_COLOR_BY_OWNER,
  WAY_COLOR_PLAIN,
} WayGanttColor;

/* Text right of a bar; NULL or "" = none. (transfer full) */
typedef char    *(*WayGanttLabelFunc)    (WayTask *task, gpointer data);
typedef gboolean (*WayGanttSelectedFunc) (guint row, gpointer data);

typedef struct
{
  double row_height;        /* 30; everything in a row scales with it */
  int baseline_slot;        /* 0 … 10, −1 = none */
  gboolean critical;        /* critical tasks and links stand out */
  gboolean progress;
  gboolean today_line;
  gboolean labels;          /* resources beside bars, dates beside milestones */
  gboolean non_working;     /* weekends and holidays of the plan's calendar */
  gboolean deadlines;       /* deadlines and missed targets */
  gboolean pins;
  gboolean floats;          /* a thin line to where the task could still slip */
  gboolean grid;            /* vertical lines at minor ticks */
  gboolean row_lines;       /* a hairline under each row, as on paper */
  gboolean rtl;             /* time runs from right to left */
  WayGanttLinks links;
  WayGanttColor color;
  WayMoment today;          /* WAY_NEVER = none */

  /* The state of a view; all may be empty on paper. */
  WayGanttSelectedFunc selected;
  gpointer selected_data;
  WayTask *hover;           /* (unowned) (nullable): shows its handles */
  WayTask *grabbed;         /* (unowned) (nullable): its ghost is labelled with date and shift */
  WayLink *selected_link;   /* (unowned) (nullable) */

  WayGanttLabelFunc label;  /* NULL = way_task_format_resources() */
  gpointer label_data;
  WayMeasure measure;
} WayGanttOptions;

/* The defaults: everything of a timeline's first appearance, today from way_moment_today(). */
void way_gantt_options_init (WayGanttOptions *self);

G_END_DECLS
