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
  WAY_COLOR_BY_CRITICAL,   /* critical or not, whether the critical path is shown or not */
  WAY_N_COLORS
} WayGanttColor;

/* What a label says. Stored with plans: new ones go to the end. */
typedef enum
{
  WAY_LABEL_NONE,
  WAY_LABEL_RESOURCES, /* beside a milestone its date */
  WAY_LABEL_NAME,
  WAY_LABEL_OWNER,
  WAY_LABEL_DATES,
  WAY_LABEL_START,
  WAY_LABEL_FINISH,
  WAY_LABEL_DURATION,
  WAY_LABEL_DONE,
  WAY_LABEL_FLOAT,
  WAY_LABEL_MILESTONE, /* the milestone's id: "MS-004" */
  WAY_N_LABELS
} WayGanttLabel;

typedef enum
{
  WAY_LABEL_LEFT,
  WAY_LABEL_INSIDE, /* right of a bar that is too short for it */
  WAY_LABEL_RIGHT,
  WAY_N_LABEL_PLACES
} WayGanttLabelPlace;

typedef gboolean (*WayGanttSelectedFunc) (guint row, gpointer data);

typedef struct
{
  double row_height;        /* 30; everything in a row scales with it */
  int baseline_slot;        /* 0 … 10, −1 = none */
  WayPlan *before;          /* (unowned) (nullable): the plan without a change that is tried: where
                             * a bar was stands in the place of the baseline */
  gboolean critical;        /* critical tasks and links stand out */
  gboolean progress;
  gboolean today_line;
  WayGanttLabel labels[WAY_N_LABEL_PLACES];
  gboolean progress_line;   /* zig-zag through the progress of each task at the status date */
  gboolean non_working;     /* weekends and holidays of the plan's calendar, and of a row's own */
  gboolean deadlines;       /* deadlines and missed targets */
  gboolean pins;
  gboolean floats;          /* a thin line to where the task could still slip */
  gboolean grid;            /* vertical lines at minor ticks … */
  double grid_scale;        /* … of this scale, in minutes per pixel; 0 = of the chart's own */
  gboolean week_numbers;    /* in the time header */
  gboolean legend;          /* around the chart: what its colours mean … */
  gboolean overview;        /* … and the strip of the whole plan */
  gboolean row_lines;       /* a hairline under each row, as on paper */
  gboolean rtl;             /* time runs from right to left */
  WayGanttLinks links;
  WayGanttColor color;
  WayMoment today;          /* WAY_NEVER = none */
  WayMoment status_date;    /* where the progress line stands; WAY_NEVER = none */

  /* The state of a view; all may be empty on paper. */
  WayGanttSelectedFunc selected;
  gpointer selected_data;
  WayTask *hover;           /* (unowned) (nullable): shows its handles */
  WayTask *grabbed;         /* (unowned) (nullable): its ghost is labelled with date and shift */
  WayLink *selected_link;   /* (unowned) (nullable) */
  GHashTable *emphasis;     /* (unowned) (nullable): of WayTask and WayLink; all else fades */
  WayLink *hover_link;      /* (unowned) (nullable): stands out, with the tasks at its ends */

  gboolean on_paper;        /* labels are shortened at the edges: nothing can be scrolled to */
  WayMeasure measure;
} WayGanttOptions;

/* The defaults: everything of a timeline's first appearance, today from way_moment_today(). */
void way_gantt_options_init (WayGanttOptions *self);

/* For menus: "Resources", "By status". Translated. (transfer none) */
const char *way_gantt_label_name (WayGanttLabel label);
const char *way_gantt_color_name (WayGanttColor color);

G_END_DECLS
