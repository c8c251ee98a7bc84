/* timeline-fixture.h: a small plan and its rows, for the tests of the timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-task-rows.h"

/* Monday 4 May 2026, 08:00. */
#define MONDAY way_moment (2026, 5, 4, 8, 0)

/* Phase (A 3d → B 1d, C 1d), D 1d. A mirror of the rows is kept by ::items-changed alone. */
typedef struct
{
  WayDocument *document;
  WayTask *phase, *a, *b, *c, *d;
  WayTaskRows *rows;
  GPtrArray *mirror;
  guint n_signals, last_removed, last_added;
} TimelineFixture;

void timeline_fixture_set_up      (TimelineFixture *f, gconstpointer data);
void timeline_fixture_tear_down   (TimelineFixture *f, gconstpointer data);
/* The rows are @titles, the mirror agrees, and each row is found from its task. */
void timeline_fixture_assert_rows (TimelineFixture *f, const char *titles);
