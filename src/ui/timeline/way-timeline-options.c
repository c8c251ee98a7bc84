/* way-timeline-options.c: the table of what the timeline can show: one line a switch or choice.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-timeline-options.h"

#define SWITCH(name, field) { name, G_STRUCT_OFFSET (WayGanttOptions, field), 0, 1 }
#define CHOICE(name, field, least, most)                                                           \
  { name, G_STRUCT_OFFSET (WayGanttOptions, field), least, most }

static const WayTimelineOption table[] = {
  SWITCH ("critical", critical),
  SWITCH ("floats", floats),
  SWITCH ("deadlines", deadlines),
  SWITCH ("progress", progress),
  SWITCH ("progress-line", progress_line),
  SWITCH ("non-working", non_working),
  SWITCH ("grid", grid),
  SWITCH ("week-numbers", week_numbers),
  SWITCH ("legend", legend),
  SWITCH ("overview", overview),
  CHOICE ("links", links, WAY_LINKS_NONE, WAY_LINKS_ALL),
  CHOICE ("baseline", baseline_slot, -1, 10),
  CHOICE ("color", color, 0, WAY_N_COLORS - 1),
  CHOICE ("label-left", labels[WAY_LABEL_LEFT], 0, WAY_N_LABELS - 1),
  CHOICE ("label-inside", labels[WAY_LABEL_INSIDE], 0, WAY_N_LABELS - 1),
  CHOICE ("label-right", labels[WAY_LABEL_RIGHT], 0, WAY_N_LABELS - 1),
};

/* A gboolean and an enum are as large as an int: the table may treat them all alike. */
G_STATIC_ASSERT (sizeof (WayGanttLabel) == sizeof (int) && sizeof (gboolean) == sizeof (int));

const WayTimelineOption *
way_timeline_options_get_all (guint *n_options)
{
  *n_options = G_N_ELEMENTS (table);
  return table;
}

int *
way_timeline_option_value (const WayTimelineOption *option, WayGanttOptions *options)
{
  return G_STRUCT_MEMBER_P (options, option->offset);
}
