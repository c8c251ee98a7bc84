/* way-task-columns.h: the columns of the task tree: what a cell shows and what typing in it does.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table, no widget: the tree makes its columns from it, tests walk it. */

#pragma once

#include "document/way-task-edits.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_TASK_COLUMN_NUMBER,
  WAY_TASK_COLUMN_TITLE,
  WAY_TASK_COLUMN_DURATION,
  WAY_TASK_COLUMN_START,
  WAY_TASK_COLUMN_COMPLETE,
  WAY_TASK_COLUMN_FINISH,
  WAY_TASK_COLUMN_PREDECESSORS,
  WAY_TASK_COLUMN_RESOURCES,
  WAY_N_TASK_COLUMNS,
} WayTaskColumnId;

typedef struct
{
  const char *key;    /* for settings: never renamed */
  const char *title;  /* N_() */
  int width;          /* pixels at first */
  gboolean to_end;    /* figures: aligned to the end of the cell */

  /* (transfer full): what the cell shows. */
  char *(*format) (WayDocument *document, WayTask *task);
  /* (transfer full): what the editor begins with; NULL = as shown. */
  char *(*format_edit) (WayDocument *document, WayTask *task);
  /* One undoable step; NULL = a column that is only read. */
  gboolean (*edit) (WayDocument *document, WayTask *task, const char *text, WayEffect *effect,
                    GError **error);
  gboolean on_summaries; /* summaries can be edited too */
} WayTaskColumn;

const WayTaskColumn *way_task_column_get       (WayTaskColumnId id);
gboolean             way_task_column_can_edit  (WayTaskColumnId id, WayTask *task);
char                *way_task_column_edit_text (WayTaskColumnId id, WayDocument *document, WayTask *task);

/* Dates as the timeline shows them; the year only where it is not this one. */
char                *way_task_format_day       (WayMoment moment);
/* The last working day of a half-open span: Friday for a finish on Saturday 00:00. */
WayMoment            way_task_last_moment      (WayTask *task);
char                *way_task_format_percent   (gint64 percent);

G_END_DECLS
