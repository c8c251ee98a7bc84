/* way-task-pieces.c: how much of a task is worked, and where it rests (numbers.md §§3–4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field "splits" is text, an interruption a word: "960+480 1440+960" rests for 480 minutes of
 * working time after 960 minutes of work, and for 960 after 1440. */

#include "model/way-i18n.h"

#include "document/way-task-pieces.h"

#include "document/way-document-private.h"
#include "model/way-error.h"

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

/**
 * way_task_worked_until:
 *
 * Returns: where what is done ends
 */
WayMoment
way_task_worked_until (WayDocument *document, WayTask *task)
{
  gint64 rests, left;

  if (task->stop != WAY_NEVER && task->actual_start != WAY_NEVER)
    return task->stop;
  way_task_rests (task, &rests, &left);
  return way_scheduler_task_add (document->scheduler, task, task->start,
                                 way_task_worked (task) + rests - left);
}

/* Does the rest of a task that has begun wait for a later day? */
static gboolean
is_broken_off (WayDocument *document, WayTask *task)
{
  return task->actual_start != WAY_NEVER && task->actual_finish == WAY_NEVER
         && task->stop != WAY_NEVER && task->resume != WAY_NEVER && task->finish > task->resume
         && way_scheduler_task_between (document->scheduler, task, task->stop, task->resume) > 0;
}

/* Pieces in the making. */
typedef struct
{
  GArray *pieces;
  WayMoment start; /* of the piece that is open */
  gint64 at;       /* minutes of work before it */
} Cutter;

static void
cut (Cutter *self, WayMoment finish, gint64 at, WayMoment go_on)
{
  WayTaskPiece piece = { self->start, finish, at - self->at };

  if (finish > self->start)
    g_array_append_val (self->pieces, piece);
  self->start = go_on;
  self->at = at;
}

/**
 * way_task_pieces:
 *
 * The stretches in which a task is worked on, from its scheduled start to its finish: between its
 * interruptions, and up to where work stopped until it goes on.
 *
 * Returns: (transfer full) (element-type WayTaskPiece): one at least
 */
GArray *
way_task_pieces (WayDocument *document, WayTask *task)
{
  WayScheduler *scheduler = document->scheduler;
  g_autoptr (GArray) splits = way_task_splits (task);
  Cutter cutter = { g_array_new (FALSE, FALSE, sizeof (WayTaskPiece)), task->start, 0 };
  gboolean broken = is_broken_off (document, task);
  gint64 worked = way_task_worked (task);

  for (guint i = 0; i <= splits->len; i++)
    {
      const WaySplit *split = i < splits->len ? &g_array_index (splits, WaySplit, i) : NULL;
      WayMoment end;

      if (broken && (split == NULL || split->at >= worked))
        {
          cut (&cutter, task->stop, worked, way_scheduler_task_next (scheduler, task, task->resume));
          broken = FALSE;
        }
      if (split == NULL || cutter.start >= task->finish)
        break;
      end = way_scheduler_task_add (scheduler, task, cutter.start, split->at - cutter.at);
      cut (&cutter, MIN (end, task->finish), split->at,
           way_scheduler_task_next (scheduler, task,
                                    way_scheduler_task_add (scheduler, task, end, split->rest)));
    }
  cut (&cutter, task->finish, task->duration, task->finish);
  if (cutter.pieces->len == 0)
    {
      WayTaskPiece point = { task->start, task->finish, task->duration };

      g_array_append_val (cutter.pieces, point);
    }
  return cutter.pieces;
}

/**
 * way_task_work_before:
 *
 * Returns: minutes of work on the task before @at; −1 outside of it
 */
gint64
way_task_work_before (WayDocument *document, WayTask *task, WayMoment at)
{
  g_autoptr (GArray) pieces = way_task_pieces (document, task);
  gint64 before = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const WayTaskPiece *piece = &g_array_index (pieces, WayTaskPiece, i);

      if (at < piece->start)
        return i > 0 ? before : -1;
      if (at <= piece->finish)
        return before + way_scheduler_task_between (document->scheduler, task, piece->start, at);
      before += piece->work;
    }
  return -1;
}

/* @rest after @at minutes of work, beside the rests there are; longer, where there is one already. */
static char *
add_rest (WayTask *task, gint64 at, gint64 rest)
{
  g_autoptr (GArray) splits = way_task_splits (task);
  WaySplit split = { at, rest };
  guint i = 0;

  while (i < splits->len && g_array_index (splits, WaySplit, i).at < at)
    i++;
  if (i < splits->len && g_array_index (splits, WaySplit, i).at == at)
    g_array_index (splits, WaySplit, i).rest += rest;
  else
    g_array_insert_val (splits, i, split);
  return way_splits_to_text (splits);
}

/**
 * way_task_split:
 * @at: where work stops: after the task's start and what is done, before its finish
 * @rest: working minutes until it goes on
 *
 * Interrupts a task; where it rests already, it rests for longer.
 */
gboolean
way_task_split (WayDocument *document, WayTask *task, WayMoment at, gint64 rest, GError **error)
{
  gint64 before = way_task_work_before (document, task, at);
  g_autofree char *label = NULL, *text = NULL;

  if (task->summary != 0 || task->duration == 0 || way_unit_is_elapsed ((WayUnit) task->duration_unit))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” cannot be split: only tasks with working time of their own can."),
                   WAY_RECORD (task)->title);
      return FALSE;
    }
  if (before < MAX (way_task_worked (task), 1) || before >= task->duration)
    {
      g_autofree char *when = way_moment_format (at);

      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” cannot be split at %s. Choose a moment inside the work that is still to do."),
                   WAY_RECORD (task)->title, when);
      return FALSE;
    }
  label = g_strdup_printf (_("Split “%s”"), WAY_RECORD (task)->title);
  text = add_rest (task, before, rest);
  way_document_begin (document, label);
  way_document_set_text (document, WAY_RECORD (task), "splits", text);
  return way_document_commit (document, error);
}

/**
 * way_task_can_join:
 *
 * Returns: whether what is still to do is interrupted
 */
gboolean
way_task_can_join (WayTask *task)
{
  gint64 all, left;

  way_task_rests (task, &all, &left);
  return left > 0;
}

/**
 * way_task_join:
 *
 * Lets what is still to do go on without interruption; where work that is done rested stays.
 */
gboolean
way_task_join (WayDocument *document, WayTask *task, GError **error)
{
  g_autofree char *label = g_strdup_printf (_("Join the pieces of “%s”"), WAY_RECORD (task)->title);
  g_autoptr (GArray) splits = way_task_splits (task);
  gint64 worked = way_task_worked (task);
  g_autofree char *text = NULL;

  while (splits->len > 0 && g_array_index (splits, WaySplit, splits->len - 1).at >= worked)
    g_array_set_size (splits, splits->len - 1);
  text = way_splits_to_text (splits);
  way_document_begin (document, label);
  way_document_set_text (document, WAY_RECORD (task), "splits", text);
  return way_document_commit (document, error);
}
