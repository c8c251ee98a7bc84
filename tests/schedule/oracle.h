/* oracle.h: the schedule of a small network, found slowly and obviously.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars are walked minute by minute, links on summaries are spelled out for every row
 * below, and every row is computed again and again until nothing moves. It shares no code
 * with the engine; where both agree, both follow numbers.md §3 the same way. */

#pragma once

#include "random-network.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 start, finish;
  gint64 early_start, early_finish;
  gint64 late_start, late_finish;
  gint64 total_float, free_float;
  gint64 logic_start;
  gboolean critical;
} OracleRow;

OracleRow *oracle_schedule (const RandomNetwork *network, gint64 *start, gint64 *finish);

G_END_DECLS
