/* metrics-fixture.h: a small plan whose figures can be worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Monday 2 March 2026 08:00, Standard calendar, status date Wednesday 11 March.
 *
 *   Phase
 *     Design    5d   2 –  6 March   done          (baseline 5d,  2 –  6)
 *     Build     5d   9 – 13 March   40 %          (baseline 3d,  9 – 11)
 *     Test      2d  16 – 17 March   not started   (baseline 2d, 12 – 13)
 *     Released  0d  17 March                      (baseline 13 March)
 *
 * MS-001 Designed on Design, promised 6 March, reached 6 March.
 * MS-002 Released on the point, promised 13 March. */

#pragma once

#include "document/way-document.h"

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayTask *phase, *design, *build, *test, *released;
  WayMilestone *designed_ms, *released_ms;
} Fixture;

#define DAY_WORK ((gint64) 480)
#define MARCH(day) way_moment (2026, 3, day, 0, 0)

void fixture_set_up    (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_set       (Fixture *fixture, gpointer record, const char *field, gint64 value);
