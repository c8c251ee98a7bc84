/* way-task-pieces.c: how much of a task is worked, and where it rests (numbers.md §§3–4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field "splits" is text, an interruption a word: "960+480 1440+960" rests for 480 minutes of
 * working time after 960 minutes of work, and for 960 after 1440. */

#include "document/way-task-pieces.h"

#include "document/way-document-private.h"

#include <stdlib.h>

/**
 * way_task_worked:
 *
 * The field "done" is finer than whole per cent; it counts while it says the same.
 *
 * Returns: minutes of the duration that are done
 */
gint64
way_task_worked (WayTask *task)
{
  gint64 worked = (task->duration * task->percent_complete + 50) / 100;

  if (task->done < 0 || task->done > task->duration
      || ABS (task->done * 100 - task->duration * task->percent_complete) >= task->duration)
    return worked;
  return task->done;
}

/**
 * way_task_splits:
 *
 * Returns: (transfer full) (element-type WaySplit): the interruptions inside the task's duration,
 * in order
 */
GArray *
way_task_splits (WayTask *task)
{
  GArray *splits = g_array_new (FALSE, FALSE, sizeof (WaySplit));
  const char *p = task->splits;
  gint64 last = 0;

  while (p != NULL && *p != '\0')
    {
      char *end;
      WaySplit split = { g_ascii_strtoll (p, &end, 10), 0 };

      if (end == p || *end != '+')
        break;
      p = end + 1;
      split.rest = g_ascii_strtoll (p, &end, 10);
      if (end == p)
        break;
      if (split.at > last && split.at < task->duration && split.rest > 0
          && split.rest <= WAY_DURATION_MAX)
        {
          g_array_append_val (splits, split);
          last = split.at;
        }
      for (p = end; *p == ' '; p++)
        continue;
    }
  return splits;
}

/**
 * way_task_is_split:
 *
 * Returns: whether the task is interrupted at least once
 */
gboolean
way_task_is_split (WayTask *task)
{
  gint64 all, left;

  way_task_rests (task, &all, &left);
  return all > 0;
}

/**
 * way_splits_to_text:
 * @splits: (element-type WaySplit)
 *
 * Returns: (transfer full): what the field "splits" holds
 */
char *
way_splits_to_text (const GArray *splits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < splits->len; i++)
    {
      const WaySplit *split = &g_array_index (splits, WaySplit, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "+%" G_GINT64_FORMAT, i > 0 ? " " : "",
                              split->at, split->rest);
    }
  return g_string_free (text, FALSE);
}

/**
 * way_task_trim_splits:
 *
 * Inside a scope: interruptions that a shorter task has lost do not come back when it grows again.
 */
void
way_task_trim_splits (WayDocument *document, WayTask *task)
{
  g_autoptr (GArray) splits = way_task_splits (task);
  g_autofree char *text = way_splits_to_text (splits);

  if (*task->splits != '\0')
    way_document_set_text (document, WAY_RECORD (task), "splits", text);
}

/**
 * way_task_rests:
 * @all: (out): working minutes in which the task rests
 * @left: (out): those after the work that is done
 */
void
way_task_rests (WayTask *task, gint64 *all, gint64 *left)
{
  g_autoptr (GArray) splits = NULL;
  gint64 worked = way_task_worked (task);

  *all = *left = 0;
  if (task->splits == NULL || *task->splits == '\0' || task->summary != 0
      || way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return;
  splits = way_task_splits (task);
  for (guint i = 0; i < splits->len; i++)
    {
      const WaySplit *split = &g_array_index (splits, WaySplit, i);

      *all += split->rest;
      if (split->at >= worked)
        *left += split->rest;
    }
}

static void
add_piece (GArray *pieces, WayMoment start, WayMoment finish)
{
  WayTaskPiece piece = { start, finish };

  if (finish > start)
    g_array_append_val (pieces, piece);
}

/**
 * way_task_pieces:
 *
 * The stretches in which a task is worked on, from its scheduled start to its finish. What is done
 * ends where the schedule says work stopped; the rest begins where it goes on.
 *
 * Returns: (transfer full) (element-type WayTaskPiece): one at least
 */
GArray *
way_task_pieces (WayDocument *document, WayTask *task)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (WayTaskPiece));
  g_autoptr (GArray) splits = way_task_splits (task);
  WayScheduler *scheduler = document->scheduler;
  WayMoment start = task->start, cursor = task->start;
  gint64 at = 0;

  for (guint i = 0; i < splits->len && cursor < task->finish; i++)
    {
      const WaySplit *split = &g_array_index (splits, WaySplit, i);
      WayMoment end = way_scheduler_task_add (scheduler, task, cursor, split->at - at);

      add_piece (pieces, start, MIN (end, task->finish));
      cursor = way_scheduler_task_add (scheduler, task, end, split->rest);
      start = way_scheduler_task_next (scheduler, task, cursor);
      at = split->at;
    }
  if (pieces->len == 0 || start < task->finish)
    add_piece (pieces, pieces->len == 0 ? task->start : start, task->finish);
  if (pieces->len == 0)
    {
      WayTaskPiece point = { task->start, task->finish };

      g_array_append_val (pieces, point);
    }
  return pieces;
}
