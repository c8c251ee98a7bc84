/* way-gantt-drag.c: WayGanttDrag, a hand on a bar: what the drop would do, tried out at each step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-drag-private.h"

#include "document/way-task-pieces.h"
#include "metrics/way-figure.h"
#include "model/way-error.h"
#include "ui/timeline/way-gantt-messages.h"
#include "ui/timeline/way-task-columns.h"

static char *
scope_label (WayGanttDrag *self)
{
  const char *title = WAY_RECORD (held (self))->title;
  guint others = self->tasks->len - 1;

  switch (self->kind)
    {
    case WAY_DRAG_MOVE:
      if (others > 0 && !held (self)->summary)
        return g_strdup_printf (
            ngettext ("Move “%s” and %u other", "Move “%s” and %u others", others), title, others);
      return g_strdup_printf (_ ("Move “%s”"), title);
    case WAY_DRAG_PROGRESS:
      return g_strdup_printf (_ ("Progress of “%s”"), title);
    case WAY_DRAG_LINK:
      return g_strdup_printf (_ ("Link “%s” → “%s”"), title, WAY_RECORD (self->target)->title);
    case WAY_DRAG_START:
    case WAY_DRAG_FINISH:
    default:
      if (others > 0)
        return g_strdup_printf (
            ngettext ("Resize “%s” and %u other", "Resize “%s” and %u others", others), title,
            others);
      return g_strdup_printf (_ ("Resize “%s”"), title);
    }
}

static void
forget_step (WayGanttDrag *self)
{
  self->refused = FALSE;
  self->effect = WAY_EFFECT_NONE;
  self->n_moved = 0;
  self->n_lags = -1;
  self->ahead = FALSE;
  g_ptr_array_set_size (self->pinned, 0);
  g_ptr_array_set_size (self->lines, 0);
}

/* From step to step the scope stays open: its schedule goes from one try straight to the next. */
static void
begin_try (WayGanttDrag *self)
{
  g_autofree char *label = scope_label (self);

  forget_step (self);
  if (self->tried)
    way_document_start_over (self->document);
  else
    way_document_begin (self->document, label);
  self->tried = TRUE;
}

void
way_gantt_drag_take_back (WayGanttDrag *self)
{
  if (self->tried)
    way_document_rollback (self->document);
  self->tried = FALSE;
  forget_step (self);
}

static void
add_line (WayGanttDrag *self, const char *text)
{
  way_drag_lines_add (self->lines, g_strdup (text), self->refused);
}

/**
 * way_gantt_drag_count_rows:
 *
 * Returns: how many rows the drop would move, summaries included
 */
guint
way_gantt_drag_count_rows (const WayGanttDrag *self)
{
  return self->ahead ? self->totals.n_rows : 0;
}

/**
 * way_gantt_drag_count_followers:
 *
 * Returns: how many tasks the drop would move beside the one that is held
 */
guint
way_gantt_drag_count_followers (WayGanttDrag *self)
{
  if (!self->ahead)
    return 0;
  return self->totals.n_tasks
         - (!held (self)->summary && way_gantt_drag_find_shift (self, held (self)) != NULL ? 1 : 0);
}

/**
 * way_gantt_drag_find_shift:
 *
 * Returns: (transfer none) (nullable): how far the drop would move @task; holds until the next call
 *   or step
 */
const WayShift *
way_gantt_drag_find_shift (WayGanttDrag *self, WayTask *task)
{
  return self->ahead && way_document_find_shift (self->document, task, &self->found) ? &self->found
                                                                                     : NULL;
}

/**
 * way_gantt_drag_list_shifts:
 *
 * Returns: (transfer full) (nullable) (element-type WayShift): all that the drop would move, by row
 */
GArray *
way_gantt_drag_list_shifts (WayGanttDrag *self)
{
  return self->ahead ? way_document_preview (self->document) : NULL;
}

static void
look_ahead (WayGanttDrag *self)
{
  way_document_look_ahead (self->document, &self->totals);
  self->ahead = TRUE;
}

/* What the duration gains when an end of the bar goes from @from to @to: the whole span of the bar
 * is more than that where the task rests, or waits for what it has to finish with. */
static gint64
work_of (WayGanttDrag *self, WayTask *task, WayMoment from, WayMoment to)
{
  if (to < from)
    return -way_document_task_work_between (self->document, task, to, from);
  return way_document_task_work_between (self->document, task, from, to);
}

void
way_gantt_drag_note_effect (WayGanttDrag *self, WayTask *task, WayEffect effect)
{
  if (self->effect == WAY_EFFECT_NONE || effect == WAY_EFFECT_PINNED)
    self->effect = effect;
  if (effect == WAY_EFFECT_PINNED)
    g_ptr_array_add (self->pinned, g_object_ref (task));
}

static gboolean
try_move (WayGanttDrag *self, GError **error)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (self->tasks, i);
      WayEffect effect = WAY_EFFECT_NONE;

      if (task->summary || task->start == WAY_NEVER)
        continue;
      if (!way_task_edit_start (self->document, task, task->start + self->delta, &effect, error))
        return FALSE;
      self->n_moved++;
      way_gantt_drag_note_effect (self, task, effect);
    }
  if (self->n_moved == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("“%s” cannot be moved: all of its tasks have started."),
                 WAY_RECORD (held (self))->title);
  return self->n_moved > 0;
}

/* A length below which a bar cannot be made: it would turn into a point. */
static gint64
shortest (const WayTask *task)
{
  return MIN (MAX (task->duration, 1), 60);
}

static gboolean
try_finish (WayGanttDrag *self, WayTask *task, GError **error)
{
  gint64 minutes = task->duration + work_of (self, task, task->finish, task->finish + self->delta);

  if (task->actual_finish != WAY_NEVER) /* done: the record of when it ended is corrected */
    return way_task_edit_finish (self->document, task,
                                 MAX (task->finish + self->delta, task->start), &self->effect,
                                 error);
  self->effect = WAY_EFFECT_CHANGED;
  return way_task_edit_duration (self->document, task, MAX (minutes, shortest (task)),
                                 (WayUnit)task->duration_unit, error);
}

/* Where links hold the start back, the duration is counted from where it really comes to stand. */
static gboolean
try_start (WayGanttDrag *self, WayTask *task, GError **error)
{
  WayMoment start = task->start + self->delta;
  const WayShift *shift;
  WayEffect effect = WAY_EFFECT_NONE;
  gint64 minutes = task->duration;

  if (!way_task_edit_start (self->document, task, start, &effect, error))
    return FALSE;
  way_gantt_drag_note_effect (self, task, effect);
  look_ahead (self);
  shift = way_gantt_drag_find_shift (self, task);
  start = shift != NULL ? shift->new_start : task->start;
  minutes -= work_of (self, task, task->start, start);
  return way_task_edit_duration (self->document, task, MAX (minutes, shortest (task)),
                                 (WayUnit)task->duration_unit, error);
}

static gboolean
try_ends (WayGanttDrag *self, GError **error)
{
  gboolean (*try_end) (WayGanttDrag *, WayTask *, GError **)
      = self->kind == WAY_DRAG_START ? try_start : try_finish;

  for (guint i = 0; i < self->tasks->len; i++)
    if (!try_end (self, self->tasks->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
try_progress (WayGanttDrag *self, GError **error)
{
  self->effect = WAY_EFFECT_CHANGED;
  return way_task_edit_complete (self->document, held (self), self->percent, error);
}

WayLinkType
way_gantt_drag_link_type (const WayGanttDrag *self)
{
  if (self->from_finish)
    return self->to_finish ? WAY_LINK_FF : WAY_LINK_FS;
  return self->to_finish ? WAY_LINK_SF : WAY_LINK_SS;
}

/* Where there is a link already, it becomes one of another type and keeps its lag. */
static gboolean
try_link (WayGanttDrag *self, GError **error)
{
  const WayLink *old = way_task_find_link (self->document, held (self), self->target);

  self->effect = WAY_EFFECT_CHANGED;
  self->old_type = old != NULL ? (int)old->type : -1;
  return way_task_link (self->document, held (self), self->target, way_gantt_drag_link_type (self),
                        old != NULL ? old->lag : 0,
                        old != NULL ? (WayUnit)old->lag_unit : WAY_UNIT_DAYS, error)
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
    case WAY_DRAG_FINISH:
      return try_ends (self, error);
    case WAY_DRAG_PROGRESS:
      return try_progress (self, error);
    case WAY_DRAG_LINK:
      return try_link (self, error);
    case WAY_DRAG_NEW:
    default:
      return FALSE;
    }
}

static void
try_again (WayGanttDrag *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hold = NULL;

  begin_try (self);
  if (!try_edits (self, &error))
    {
      way_gantt_drag_take_back (self);
      self->refused = TRUE;
      add_line (self, error->message);
      return;
    }
  if (self->keep && self->kind != WAY_DRAG_LINK)
    self->n_lags = (int)way_task_keep_followers (self->document, (WayTask **)self->tasks->pdata,
                                                 self->tasks->len);
  look_ahead (self);
  hold = way_gantt_drag_dup_hold (self);
  if (hold != NULL)
    {
      add_line (self, hold);
      return;
    }
  g_ptr_array_unref (self->lines);
  self->lines = way_gantt_describe_shifts (self->document, held (self), &self->totals,
                                           way_gantt_drag_count_followers (self), self->effect,
                                           self->pinned, self->n_lags);
}

static gint64
round_to (gint64 value, gint64 step)
{
  gint64 half = step / 2;

  if (step <= 1)
    return value;
  return (value >= 0 ? (value + half) / step : -((-value + half) / step)) * step;
}

/* The share of the work (numbers.md §4) that ends under the hand, where the fill is drawn to: over
 * nights, weekends and rests it stays. */
static gint64
percent_at (WayGanttDrag *self, WayMoment pointer, gint64 snap)
{
  WayTask *task = held (self);
  gint64 done = pointer > task->start ? way_task_work_before (self->document, task, pointer) : 0;
  gint64 percent = done >= 0 ? MIN (done * 100 / MAX (task->duration, 1), 100) : 100;

  return round_to (percent, snap <= 60 ? 1 : 5);
}

static void
draw_to (WayGanttDrag *self, WayMoment pointer, gint64 snap)
{
  WayMoment first = MIN (pointer, self->grabbed_at), last = MAX (pointer, self->grabbed_at);
  g_autofree char *from = NULL, *to = NULL;
  gint64 work;

  snap = MAX (snap, 1);
  way_gantt_drag_take_back (self);
  self->from = first - ((first % snap) + snap) % snap;
  self->to = last + (snap - ((last % snap) + snap) % snap) % snap;
  work = way_document_work_between (self->document, 0, self->from, self->to);
  self->refused = work == 0;
  if (self->refused)
    {
      add_line (self, _ ("There is no working time. Draw on over a working day."));
      return;
    }
  from = way_moment_format_pattern (way_document_work_add (self->document, 0, self->from, 0),
                                    _ ("%a %-d %b"));
  to = way_moment_format_pattern (way_document_work_add (self->document, 0, self->from, work),
                                  _ ("%a %-d %b"));
  if (g_str_equal (from, to))
    way_drag_lines_add (self->lines, g_strdup_printf (_ ("New task on %s"), from), FALSE);
  else
    way_drag_lines_add (self->lines, g_strdup_printf (_ ("New task from %s to %s"), from, to),
                        FALSE);
}

/**
 * way_gantt_drag_to:
 *
 * One step of a move, a resize, progress or a new task: the pointer stands on @pointer.
 */
void
way_gantt_drag_to (WayGanttDrag *self, WayMoment pointer, gint64 snap)
{
  gint64 delta = round_to (pointer - self->grabbed_at, snap);
  gint64 percent = 0;

  if (self->kind == WAY_DRAG_NEW)
    {
      draw_to (self, pointer, snap);
      return;
    }
  if (self->kind == WAY_DRAG_PROGRESS)
    percent = percent_at (self, pointer, snap);
  if (self->stepped
      && (self->kind == WAY_DRAG_PROGRESS ? percent == self->percent : delta == self->delta))
    return;
  self->stepped = TRUE;
  self->delta = delta;
  self->percent = percent;
  if (self->kind == WAY_DRAG_PROGRESS) /* the percent that it has without a try */
    way_gantt_drag_take_back (self);
  if (self->kind == WAY_DRAG_PROGRESS ? percent != held (self)->percent_complete : delta != 0)
    try_again (self);
  else
    way_gantt_drag_take_back (self);
  if (self->kind == WAY_DRAG_PROGRESS && !self->refused)
    {
      g_ptr_array_set_size (self->lines, 0);
      way_drag_lines_add (self->lines, way_percent_format ((double)percent), FALSE);
    }
}

/**
 * way_gantt_drag_set_keep:
 * @keep: what follows stays where it is, and the lags of the links to it take up the difference;
 *   else it is pushed
 *
 * The next step does it so.
 */
void
way_gantt_drag_set_keep (WayGanttDrag *self, gboolean keep)
{
  if (self->keep != keep)
    self->stepped = FALSE;
  self->keep = keep;
}

/* The sentence that the link stands for. */
static char *
describe_link (const WayGanttDrag *self, WayTask *target)
{
  const char *from = WAY_RECORD (held (self))->title, *to = WAY_RECORD (target)->title;

  switch (way_gantt_drag_link_type (self))
    {
    case WAY_LINK_FS:
      return g_strdup_printf (_ ("“%s” finishes, then “%s” starts (FS)"), from, to);
    case WAY_LINK_SS:
      return g_strdup_printf (_ ("“%s” starts, then “%s” starts (SS)"), from, to);
    case WAY_LINK_FF:
      return g_strdup_printf (_ ("“%s” finishes, then “%s” finishes (FF)"), from, to);
    case WAY_LINK_SF:
    default:
      return g_strdup_printf (_ ("“%s” starts, then “%s” finishes (SF)"), from, to);
    }
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
  if (self->target == target && self->to_finish == to_finish && self->stepped)
    return;
  way_gantt_drag_take_back (self);
  self->stepped = TRUE;
  self->target = target;
  self->to_finish = to_finish;
  if (target == NULL)
    add_line (self, _ ("Drop on the start or the end of another bar"));
  else if (way_link_would_cycle (self->document, held (self), target, &cycle))
    {
      self->refused = TRUE;
      way_drag_lines_add (self->lines,
                          g_strdup_printf (_ ("Not possible, this would be a loop: %s"), cycle),
                          TRUE);
    }
  else
    {
      try_again (self);
      if (self->refused)
        return;
      way_drag_lines_add (self->lines, describe_link (self, target), FALSE);
      g_ptr_array_insert (self->lines, 0,
                          g_ptr_array_steal_index (self->lines, self->lines->len - 1));
    }
}

/**
 * way_gantt_drag_get_lines:
 * @refused: (out): the drop would do nothing, and the text says why
 *
 * Returns: (transfer none) (element-type WayDragLine): what the drop would change
 */
GPtrArray *
way_gantt_drag_get_lines (const WayGanttDrag *self, gboolean *refused)
{
  *refused = self->refused;
  return self->lines;
}

/**
 * way_gantt_drag_get_pinned:
 *
 * Returns: (transfer none) (element-type WayTask): what a pin holds by this drag
 */
GPtrArray *
way_gantt_drag_get_pinned (const WayGanttDrag *self)
{
  return self->pinned;
}

/**
 * way_gantt_drag_get_drawn:
 * @from: (out): where the new task would begin
 * @to: (out): and end
 *
 * Returns: whether a new task is being drawn
 */
gboolean
way_gantt_drag_get_drawn (const WayGanttDrag *self, WayMoment *from, WayMoment *to)
{
  *from = self->from;
  *to = self->to;
  return self->kind == WAY_DRAG_NEW && self->from != WAY_NEVER;
}

static WayGanttDrag *
drag_new (WayDocument *document, WayDragKind kind)
{
  WayGanttDrag *self = g_new0 (WayGanttDrag, 1);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->pinned = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = way_drag_lines_new ();
  self->n_lags = -1;
  self->from = self->to = WAY_NEVER;
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

WayGanttDrag *
way_gantt_drag_new_task (WayDocument *document, WayTask *row, WayMoment pressed_at)
{
  WayGanttDrag *self = drag_new (document, WAY_DRAG_NEW);

  self->target = row;
  self->grabbed_at = pressed_at;
  return self;
}

/* Without a drop the plan is as it was before. */
void
way_gantt_drag_free (WayGanttDrag *self)
{
  way_gantt_drag_take_back (self);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->pinned);
  g_ptr_array_unref (self->lines);
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
  return self->tasks->len > 0 ? held (self) : NULL;
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
