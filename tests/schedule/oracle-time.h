/* oracle-time.h: the oracle's time: calendars walked minute by minute.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "oracle.h"

G_BEGIN_DECLS

#define NEVER WAY_NET_NEVER
#define ENDLESS G_MAXINT64

typedef struct
{
  const RandomNetwork *network;
  guint n;
  OracleRow *rows;
  guint8 *table[RANDOM_CALENDARS]; /* one byte a minute */
  gint64 begin, end;
  gboolean with_latest; /* rows that wait for the latest moment go there */
  gboolean keep_early;
} Oracle;

static inline const WayNetTask *
task_of (const Oracle *o, gint32 row)
{
  return &g_array_index (o->network->tasks, WayNetTask, row);
}

void     oracle_fill_table    (Oracle *o, int calendar);
gboolean oracle_works         (const Oracle *o, int calendar, gint64 minute);
gint64   oracle_walk          (const Oracle *o, int calendar, gint64 moment, gint64 minutes);
gint64   oracle_count         (const Oracle *o, int calendar, gint64 from, gint64 to);
gint64   oracle_begin_of_work (const Oracle *o, int calendar, gint64 moment);
gint64   oracle_task_walk     (const Oracle *o, const WayNetTask *task, gint64 moment, gint64 minutes);
gint64   oracle_task_count    (const Oracle *o, const WayNetTask *task, gint64 from, gint64 to);
gint64   oracle_task_begin    (const Oracle *o, const WayNetTask *task, gint64 moment);
gint64   oracle_task_end      (const Oracle *o, const WayNetTask *task, gint64 moment);

G_END_DECLS
