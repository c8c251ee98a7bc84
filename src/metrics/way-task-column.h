/* way-task-column.h: WayTaskColumn, what can stand beside a task in a list, and its text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table for the screen and for paper. What is not written down there comes from the fields
 * of a task. */

#pragma once

#include "document/way-task-edits.h"

G_BEGIN_DECLS

/* The place of a column in the table. Those with a meaning of their own have names; behind them
 * comes one for each further field that a task shows. */
typedef guint WayTaskColumnId;

enum
{
  WAY_TASK_COLUMN_NUMBER,
  WAY_TASK_COLUMN_TITLE,
  WAY_TASK_COLUMN_DURATION,
  WAY_TASK_COLUMN_START,
  WAY_TASK_COLUMN_COMPLETE,
  WAY_TASK_COLUMN_FINISH,
  WAY_TASK_COLUMN_PREDECESSORS,
  WAY_TASK_COLUMN_RESOURCES,
  WAY_N_FIRST_TASK_COLUMNS, /* those before it are shown at first, in this order */
  WAY_TASK_COLUMN_SUCCESSORS = WAY_N_FIRST_TASK_COLUMNS,
  WAY_TASK_COLUMN_WBS,
  WAY_TASK_COLUMN_MILESTONE,
  WAY_TASK_COLUMN_START_VARIANCE,
  WAY_TASK_COLUMN_FINISH_VARIANCE,
  WAY_N_NAMED_TASK_COLUMNS,
};

#define WAY_TASK_COLUMN_NONE G_MAXUINT

typedef struct
{
  const char *key;    /* for settings: never renamed; a field's is its name */
  const char *title;  /* N_() */
  int width;          /* pixels at first */
  gboolean to_end;    /* figures: aligned to the end of the cell */

  /* (transfer full): what the cell shows; NULL = the value of the field. */
  char *(*format) (WayDocument *document, WayTask *task);
  const WayField *field; /* (nullable): what it sorts by and, without a function, shows */
} WayTaskColumn;

guint                way_task_column_get_n      (void);
const WayTaskColumn *way_task_column_get        (WayTaskColumnId id);
WayTaskColumnId      way_task_column_find       (const char *key);

char                *way_task_column_format     (WayTaskColumnId id, WayDocument *document,
                                                 int baseline_slot, WayTask *task);
gboolean             way_task_column_get_number (WayTaskColumnId id, WayDocument *document,
                                                 int baseline_slot, WayTask *task, double *number);

/* Dates as the timeline shows them; the year only where it is not this one. */
char                *way_task_format_day       (WayMoment moment);
/* The last working day of a half-open span: Friday for a finish on Saturday 00:00. */
WayMoment            way_task_last_moment      (WayTask *task);

G_END_DECLS
