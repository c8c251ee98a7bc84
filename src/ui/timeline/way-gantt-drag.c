/* way-gantt-drag.c: WayGanttDrag, a hand on a bar: what the drop would do, tried out at each step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-drag.h"

#include "model/way-error.h"
#include "ui/timeline/way-gantt-messages.h"
#include "ui/timeline/way-task-columns.h"

struct _WayGanttDrag
{
  WayDocument *document;
  WayDragKind kind;
  GPtrArray *tasks; /* of WayTask, owned; the held one first */
  WayMoment grabbed_at;
  gboolean from_finish; /* LINK */
  gboolean to_finish;
  WayTask *target; /* (unowned) (nullable): LINK */

  gint64 delta;   /* MOVE, START, FINISH: minutes, rounded */
  gint64 percent; /* PROGRESS */
  gboolean tried; /* a try stands in the open scope */
  gboolean refused;
  gboolean committed;
  WayEffect effect;
  GArray *shifts; /* (nullable): of WayShift */
  char *info;
};

static WayTask *
held (const WayGanttDrag *self)
{
  return g_ptr_array_index (self->tasks, 0);
}

static char *
scope_label (WayGanttDrag *self)
{
  const char *title = WAY_RECORD (held (self))->title;

  switch (self->kind)
    {
    case WAY_DRAG_MOVE:
      return g_strdup_printf (_ ("Move “%s”"), title);
    case WAY_DRAG_PROGRESS:
      return g_strdup_printf (_ ("Progress of “%s”"), title);
    case WAY_DRAG_LINK:
      return g_strdup_printf (_ ("Link “%s”"), title);
    case WAY_DRAG_START:
    case WAY_DRAG_FINISH:
    default:
      return g_strdup_printf (_ ("Resize “%s”"), title);
    }
}

static void
begin_try (WayGanttDrag *self)
{
  g_autofree char *label = scope_label (self);

  way_document_begin (self->document, label);
  self->tried = TRUE;
}

static void
take_back (WayGanttDrag *self)
{
  if (self->tried)
    way_document_rollback (self->document);
  self->tried = FALSE;
  self->effect = WAY_EFFECT_NONE;
  g_clear_pointer (&self->shifts, g_array_unref);
  g_clear_pointer (&self->info, g_free);
}

static const WayShift *
find_shift (const WayGanttDrag *self, WayTask *task)
{
  for (guint i = 0; self->shifts != NULL && i < self->shifts->len; i++)
    {
      const WayShift *shift = &g_array_index (self->shifts, WayShift, i);

      if (shift->task == task)
        return shift;
    }
  return NULL;
}

static void
look_ahead (WayGanttDrag *self)
{
  g_clear_pointer (&self->shifts, g_array_unref);
  self->shifts = way_document_preview (self->document);
}

/* In the kind of time that the task's duration counts: elapsed or working. */
static gint64
work_of (WayGanttDrag *self, WayMoment from, WayMoment to)
{
  if (way_unit_is_elapsed ((WayUnit)held (self)->duration_unit))
    return to - from;
  return way_document_work_between (self->document, held (self)->calendar, from, to);
}

static gboolean
try_move (WayGanttDrag *self, GError **error)
{
  guint n_moved = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (self->tasks, i);
      WayEffect effect = WAY_EFFECT_NONE;

      if (task->summary || task->start == WAY_NEVER)
        continue;
      if (!way_task_edit_start (self->document, task, task->start + self->delta, &effect, error))
        return FALSE;
      n_moved++;
      if (self->effect == WAY_EFFECT_NONE || effect == WAY_EFFECT_PINNED)
        self->effect = effect;
    }
  if (n_moved == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("“%s” cannot be moved: all of its tasks have started."),
                 WAY_RECORD (held (self))->title);
  return n_moved > 0;
}

/* A length below which a bar cannot be made: it would turn into a point. */
static gint64
shortest (WayGanttDrag *self)
{
  WayTask *task = held (self);

  return MIN (MAX (task->duration, 1), 60);
}

static gboolean
try_finish (WayGanttDrag *self, GError **error)
{
  WayTask *task = held (self);
  gint64 minutes = work_of (self, task->start, task->finish + self->delta);

  if (task->actual_finish != WAY_NEVER) /* done: the record of when it ended is corrected */
    return way_task_edit_finish (self->document, task,
                                 MAX (task->finish + self->delta, task->start), &self->effect,
                                 error);
  self->effect = WAY_EFFECT_CHANGED;
  return way_task_edit_duration (self->document, task, MAX (minutes, shortest (self)),
                                 (WayUnit)task->duration_unit, error);
}

/* Where links hold the start back, the duration is counted from where it really comes to stand. */
static gboolean
try_start (WayGanttDrag *self, GError **error)
{
  WayTask *task = held (self);
  WayMoment start = task->start + self->delta;
  const WayShift *shift;
  gint64 minutes;

  if (!way_task_edit_start (self->document, task, start, &self->effect, error))
    return FALSE;
  look_ahead (self);
  shift = find_shift (self, task);
  start = shift != NULL ? shift->new_start : task->start;
  minutes = work_of (self, start, task->finish);
  return way_task_edit_duration (self->document, task, MAX (minutes, shortest (self)),
                                 (WayUnit)task->duration_unit, error);
}

static gboolean
try_progress (WayGanttDrag *self, GError **error)
{
  self->effect = WAY_EFFECT_CHANGED;
  return way_task_edit_complete (self->document, held (self), self->percent, error);
}

static WayLinkType
link_type (const WayGanttDrag *self)
{
  if (self->from_finish)
    return self->to_finish ? WAY_LINK_FF : WAY_LINK_FS;
  return self->to_finish ? WAY_LINK_SF : WAY_LINK_SS;
}

static gboolean
try_link (WayGanttDrag *self, GError **error)
{
  self->effect = WAY_EFFECT_CHANGED;
  return way_task_link (self->document, held (self), self->target, link_type (self), 0,
                        WAY_UNIT_DAYS, error)
         != NULL;
}

static gboolean
try_edits (WayGanttDrag *self, GError **error)
{
  switch (self->kind)
    {
    case WAY_DRAG_MOVE:
      return try_move (self, error);
    case WAY_DRAG_START:
      return try_start (self, error);
    case WAY_DRAG_FINISH:
      return try_finish (self, error);
    case WAY_DRAG_PROGRESS:
      return try_progress (self, error);
    case WAY_DRAG_LINK:
    default:
      return try_link (self, error);
    }
}

static void
try_again (WayGanttDrag *self)
{
  g_autoptr (GError) error = NULL;

  begin_try (self);
  self->refused = !try_edits (self, &error);
  if (self->refused)
    {
      take_back (self);
      self->info = g_strdup (error->message);
      return;
    }
  look_ahead (self);
  self->info = way_gantt_describe_shifts (self->document, held (self), self->shifts);
}

static gint64
round_to (gint64 value, gint64 step)
{
  gint64 half = step / 2;

  if (step <= 1)
    return value;
  return (value >= 0 ? (value + half) / step : -((-value + half) / step)) * step;
}

/**
 * way_gantt_drag_to:
 *
 * One step of a move, a resize or progress: the pointer stands on @pointer.
 */
void
way_gantt_drag_to (WayGanttDrag *self, WayMoment pointer, gint64 snap)
{
  WayTask *task = held (self);
  gint64 delta = round_to (pointer - self->grabbed_at, snap);
  gint64 total = MAX (work_of (self, task->start, task->finish), 1);
  gint64 percent = 0;

  if (pointer > task->start)
    percent = MIN (work_of (self, task->start, pointer) * 100 / total, 100);
  percent = round_to (percent, snap <= 60 ? 1 : 5);
  if (self->kind == WAY_DRAG_PROGRESS ? self->info != NULL && percent == self->percent
                                      : self->info != NULL && delta == self->delta)
    return;
  take_back (self);
  self->refused = FALSE;
  self->delta = delta;
  self->percent = percent;
  if (self->kind == WAY_DRAG_PROGRESS ? percent != task->percent_complete : delta != 0)
    try_again (self);
  if (self->kind == WAY_DRAG_PROGRESS && !self->refused)
    {
      g_free (self->info);
      self->info = way_task_format_percent (percent);
    }
  if (self->info == NULL)
    self->info = g_strdup ("");
}

/**
 * way_gantt_drag_link_to:
 *
 * One step of a link: the pointer is on an end of @target. A link that would close a loop is
 * refused here, with the loop named.
 */
void
way_gantt_drag_link_to (WayGanttDrag *self, WayTask *target, gboolean to_finish)
{
  g_autofree char *cycle = NULL;

  if (target == held (self))
    target = NULL;
  if (self->target == target && self->to_finish == to_finish && self->info != NULL)
    return;
  take_back (self);
  self->refused = FALSE;
  self->target = target;
  self->to_finish = to_finish;
  if (target == NULL)
    self->info = g_strdup (_ ("Drop on the start or the end of another bar"));
  else if (way_link_would_cycle (self->document, held (self), target, &cycle))
    {
      self->refused = TRUE;
      self->info = g_strdup_printf (_ ("Not possible, this would be a loop: %s"), cycle);
    }
  else
    {
      g_autofree char *moved = NULL;

      try_again (self);
      if (self->refused)
        return;
      moved = g_steal_pointer (&self->info);
      self->info = g_strdup_printf ("%s: “%s” → “%s”%s%s",
                                    way_enum_label (&way_enum_link_type, link_type (self)),
                                    WAY_RECORD (held (self))->title, WAY_RECORD (target)->title,
                                    *moved != '\0' ? " · " : "", moved);
    }
}

const WayShift *
way_gantt_drag_get_shifts (const WayGanttDrag *self, guint *n_shifts)
{
  *n_shifts = self->shifts != NULL ? self->shifts->len : 0;
  return self->shifts != NULL ? (const WayShift *)(const void *)self->shifts->data : NULL;
}

/**
 * way_gantt_drag_get_info:
 * @refused: (out): the drop would do nothing, and the text says why
 *
 * Returns: (transfer none): what the drop would change, in a line; "" for nothing
 */
const char *
way_gantt_drag_get_info (const WayGanttDrag *self, gboolean *refused)
{
  *refused = self->refused;
  return self->info != NULL ? self->info : "";
}

static char *
drop_message (WayGanttDrag *self)
{
  const WayShift *shift = find_shift (self, held (self));
  const char *title = WAY_RECORD (held (self))->title;

  switch (self->kind)
    {
    case WAY_DRAG_PROGRESS:
      return g_strdup_printf (_ ("“%s” is %d %% done"), title, (int)self->percent);
    case WAY_DRAG_LINK:
      return g_strdup_printf (_ ("Linked “%s” to “%s”, %s"), title,
                              WAY_RECORD (self->target)->title,
                              way_enum_label (&way_enum_link_type, link_type (self)));
    case WAY_DRAG_START:
    case WAY_DRAG_FINISH:
      {
        WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
        g_autofree char *duration
            = way_duration_format (held (self)->duration, (WayUnit)held (self)->duration_unit,
                                   &rates);

        return g_strdup_printf (_ ("“%s” now takes %s"), title, duration);
      }
    case WAY_DRAG_MOVE:
    default:
      {
        g_autofree char *by
            = shift == NULL
                  ? NULL
                  : way_timeline_format_shift (self->document, shift->old_start, shift->new_start);

        if (self->tasks->len > 2 || (self->tasks->len == 2 && !held (self)->summary))
          return g_strdup_printf (ngettext ("Moved %u task by %s", "Moved %u tasks by %s",
                                            self->tasks->len),
                                  self->tasks->len, by != NULL ? by : "");
        return g_strdup_printf (_ ("Moved “%s” by %s"), title, by != NULL ? by : "");
      }
    }
}

/* Links hold it where it is, and there was no pin to take away: say so, and do nothing. */
static gboolean
moved_in_vain (WayGanttDrag *self)
{
  return self->kind == WAY_DRAG_MOVE && self->tasks->len == 1
         && find_shift (self, held (self)) == NULL && self->effect != WAY_EFFECT_FREED;
}

/**
 * way_gantt_drag_drop:
 *
 * Commits the last step. Returns: FALSE with @error set when it was refused; the plan is as before.
 */
gboolean
way_gantt_drag_drop (WayGanttDrag *self, char **message, GError **error)
{
  g_autofree char *what = NULL;
  g_autofree char *consequences = NULL;

  *message = NULL;
  if (self->refused)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, self->info);
      return FALSE;
    }
  if (!self->tried)
    {
      *message = g_strdup ("");
      return TRUE;
    }
  if (moved_in_vain (self))
    {
      g_autofree char *why = NULL;

      take_back (self);
      why = way_document_explain (self->document, held (self));
      *message = g_strdup_printf (_ ("“%s” stays where it is: %s"), WAY_RECORD (held (self))->title,
                                  why);
      return TRUE;
    }
  what = drop_message (self);
  consequences = way_gantt_describe_drop (self->document, held (self), self->shifts, self->effect);
  self->tried = FALSE;
  if (!way_document_commit (self->document, error))
    return FALSE;
  self->committed = TRUE;
  *message = g_strconcat (what, consequences, NULL);
  return TRUE;
}

static WayGanttDrag *
drag_new (WayDocument *document, WayDragKind kind)
{
  WayGanttDrag *self = g_new0 (WayGanttDrag, 1);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

WayGanttDrag *
way_gantt_drag_new (
    WayDocument *document, WayDragKind kind, WayTask **tasks, guint n_tasks, WayMoment grabbed_at)
{
  WayGanttDrag *self = drag_new (document, kind);

  for (guint i = 0; i < n_tasks; i++)
    g_ptr_array_add (self->tasks, g_object_ref (tasks[i]));
  self->grabbed_at = grabbed_at;
  return self;
}

WayGanttDrag *
way_gantt_drag_new_link (WayDocument *document, WayTask *from, gboolean from_finish)
{
  WayGanttDrag *self = drag_new (document, WAY_DRAG_LINK);

  g_ptr_array_add (self->tasks, g_object_ref (from));
  self->from_finish = from_finish;
  return self;
}

/* Without a drop the plan is as it was before. */
void
way_gantt_drag_free (WayGanttDrag *self)
{
  take_back (self);
  g_ptr_array_unref (self->tasks);
  g_object_unref (self->document);
  g_free (self);
}

WayDragKind
way_gantt_drag_get_kind (const WayGanttDrag *self)
{
  return self->kind;
}

WayTask *
way_gantt_drag_get_task (const WayGanttDrag *self)
{
  return held (self);
}

gboolean
way_gantt_drag_from_finish (const WayGanttDrag *self)
{
  return self->from_finish;
}

gboolean
way_gantt_drag_was_committed (const WayGanttDrag *self)
{
  return self->committed;
}
