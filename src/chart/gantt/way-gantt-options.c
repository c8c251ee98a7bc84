/* way-gantt-options.c: what a Gantt chart shows at first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-gantt-options.h"

void
way_gantt_options_init (WayGanttOptions *self)
{
  *self = (WayGanttOptions) {
    .row_height = 30,
    .baseline_slot = -1,
    .critical = TRUE,
    .progress = TRUE,
    .today_line = TRUE,
    .labels = TRUE,
    .non_working = TRUE,
    .deadlines = TRUE,
    .pins = TRUE,
    .grid = TRUE,
    .links = WAY_LINKS_ALL,
    .color = WAY_COLOR_BY_STATUS,
    .today = way_moment_today (),
  };
}
