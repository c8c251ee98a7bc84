/* way-gantt-text.h: the words of a Gantt chart: shifts, and rows for assistive technology.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* "+6 d", "−1.5 d", "0 d": working minutes as days with their sign. (transfer full) */
char *way_gantt_format_shift   (gint64 minutes, gint64 minutes_per_day);

/* "Tue 24 Nov, +3 d": where a preview puts a task, and how far that is. (transfer full) */
char *way_gantt_describe_shift (WayDocument *document, const WayShift *shift);

G_END_DECLS
