/* way-reschedule.c: what is not done yet, moved behind a day (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-reschedule.h"

#include "document/way-document-private.h"
#include "document/way-task-pieces.h"

/* Rows whose dates others decide stay: summaries, what is set by hand or of another plan. So does
 * what has to be on a date, and what would be late anyway says so itself. */
static gboolean
is_open (WayTask *task)
{
  return task->summary == 0 && task->active != 0 && task->manual == 0 && task->external == 0
         && task->actual_finish == WAY_NEVER && task->percent_complete < 100
         && task->start != WAY_NEVER;
}

static gboolean
is_free (WayTask *task)
{
  return task->constraint_type == WAY_CONSTRAINT_ASAP || task->constraint_type == WAY_CONSTRAINT_SNET;
}

static gboolean
put_off_start (WayDocument *document, WayTask *task, WayMoment from)
{
  WayRecord *record = WAY_RECORD (task);

  if (task->start >= from || !is_free (task))
    return FALSE;
  way_document_set_int (document, record, "constraint_type", WAY_CONSTRAINT_SNET);
  way_document_set_int (document, record, "constraint_date", from);
  return TRUE;
}

/* What is done ends where it is done; the rest goes on behind the day. */
static gboolean
put_off_rest (WayDocument *document, WayTask *task, WayMoment from)
{
  WayRecord *record = WAY_RECORD (task);
  WayMoment stop = way_task_worked_until (document, task);

  if (stop >= from || task->resume >= from || task->finish <= stop)
    return FALSE;
  way_document_set_int (document, record, "stop", stop);
  way_document_set_int (document, record, "resume", from);
  return TRUE;
}

/**
 * way_reschedule_unfinished:
 * @after: a day; what is not done moves behind its end
 * @n_moved: (out) (optional): how many tasks did
 *
 * Tasks that should have begun get a "start no earlier than"; of those that have begun, the rest
 * goes on after the day. One step that can be undone.
 */
gboolean
way_reschedule_unfinished (WayDocument *document, WayMoment after, guint *n_moved, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *outline = way_plan_get_outline (plan);
  WayMoment next = way_moment_day (after) + WAY_DAY;
  guint n = 0;

  way_document_ensure_scheduled (document);
  way_document_begin (document, _("Reschedule unfinished work"));
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];
      WayMoment from;

      if (!is_open (task))
        continue;
      from = way_scheduler_task_next (document->scheduler, task, next);
      n += task->actual_start == WAY_NEVER ? put_off_start (document, task, from)
                                           : put_off_rest (document, task, from);
    }
  if (n_moved != NULL)
    *n_moved = n;
  return way_document_commit (document, error);
}
