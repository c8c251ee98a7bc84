/* way-timeline-options.h: the table of what the timeline can show: one line a switch or choice.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line is a property and an action ("timeline.critical") of the page and a number in
 * WayGanttOptions; whoever remembers or resets them walks the table. */

#pragma once

#include "chart/way-gantt-options.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gsize offset;    /* in WayGanttOptions, of a gboolean, an int or an enum */
  int least, most; /* 0, 1 = a switch */
} WayTimelineOption;

const WayTimelineOption *way_timeline_options_get_all (guint *n_options);

/* Returns: (transfer none): where @options has the value */
int *way_timeline_option_value (const WayTimelineOption *option, WayGanttOptions *options);

G_END_DECLS
