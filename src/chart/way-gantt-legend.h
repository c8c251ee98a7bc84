/* way-gantt-legend.h: what the colours and shapes of a Gantt chart mean, on screen and on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-gantt-options.h"

G_BEGIN_DECLS

/* Appends the keys of what @options show, in as many lines as @width asks for, with the top left
 * at 0, 0. @today_label: (nullable): what the line of today is called. @scene: (nullable): NULL
 * only measures. Returns: the height in scene units. */
double way_gantt_legend_layout (WayDocument *document, const WayGanttOptions *options,
                                const char *today_label, double width, WayScene *scene);

G_END_DECLS
