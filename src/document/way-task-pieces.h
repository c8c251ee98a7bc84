/* way-task-pieces.h: how much of a task is worked, and where it rests.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* An interruption: after @at minutes of work the task rests for @rest minutes of working time. */
typedef struct
{
  gint64 at;
  gint64 rest;
} WaySplit;

/* A stretch in which a task is worked on. */
typedef struct
{
  WayMoment start, finish;
  gint64 work; /* minutes of the duration that lie in it */
} WayTaskPiece;

gint64    way_task_worked    (WayTask *task);
gboolean  way_task_is_split  (WayTask *task);
GArray   *way_task_splits    (WayTask *task);
char     *way_splits_to_text (const GArray *splits);
void      way_task_trim_splits (WayDocument *document, WayTask *task);
void      way_task_rests     (WayTask *task, gint64 *all, gint64 *left);
WayMoment way_task_worked_until (WayDocument *document, WayTask *task);
gint64    way_task_work_before (WayDocument *document, WayTask *task, WayMoment at);
GArray   *way_task_pieces    (WayDocument *document, WayTask *task);

gboolean  way_task_split     (WayDocument *document, WayTask *task, WayMoment at, gint64 rest, GError **error);
gboolean  way_task_can_join  (WayTask *task);
gboolean  way_task_join      (WayDocument *document, WayTask *task, GError **error);

G_END_DECLS
