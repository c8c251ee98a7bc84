/* way-gantt-drop.c: the end of a WayGanttDrag: what it did to the plan, and in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-drag-private.h"

#include "document/way-outline.h"
#include "model/way-error.h"
#include "ui/timeline/way-gantt-messages.h"

/* Some of the rows below have moved, but not the first of them: it has started, or is held. */
static char *
describe_rest (WayGanttDrag *self)
{
  g_autofree char *why = way_document_explain (self->document, held (self));

  return g_strdup_printf (ngettext ("Moved %u task of “%s”, whose start stays where it is. %s.",
                                       "Moved %u tasks of “%s”, whose start stays where it is. %s.",
                                       self->n_moved),
                          self->n_moved, WAY_RECORD (held (self))->title, why);
}

static char *
move_message (WayGanttDrag *self)
{
  const WayShift *shift = way_gantt_drag_find_shift (self, held (self));
  const char *title = WAY_RECORD (held (self))->title;
  g_autofree char *by = NULL;

  if (shift == NULL && self->effect == WAY_EFFECT_FREED)
    return g_strdup_printf (_ ("“%s” stays where it is."), title);
  if (held (self)->summary && (shift == NULL || shift->new_start == shift->old_start))
    return describe_rest (self);
  if (shift != NULL)
    by = way_timeline_format_shift (self->document, shift->old_start, shift->new_start);
  if (by == NULL)
    return g_strdup_printf (ngettext ("Moved %u task.", "Moved %u tasks.", self->n_moved),
                            self->n_moved);
  if (self->n_moved > 1 && !held (self)->summary)
    return g_strdup_printf (
        ngettext ("Moved %u task by %s.", "Moved %u tasks by %s.", self->n_moved), self->n_moved,
        by);
  return g_strdup_printf (_ ("Moved “%s” by %s."), title, by);
}

static char *
link_message (WayGanttDrag *self)
{
  const char *from = WAY_RECORD (held (self))->title, *to = WAY_RECORD (self->target)->title;
  const char *type = way_enum_label (&way_enum_link_type, way_gantt_drag_link_type (self));

  if (self->old_type < 0)
    return g_strdup_printf (_ ("Linked “%s” to “%s”, %s."), from, to, type);
  if (self->old_type == (int)way_gantt_drag_link_type (self))
    return g_strdup_printf (_ ("“%s” is already linked to “%s”, %s."), from, to, type);
  /* Translators: two tasks, then two types of links: the old and the new one */
  return g_strdup_printf (_ ("The link from “%s” to “%s” was %s, and is now %s."), from, to,
                          way_enum_label (&way_enum_link_type, self->old_type), type);
}

static char *
drop_message (WayGanttDrag *self)
{
  const char *title = WAY_RECORD (held (self))->title;

  switch (self->kind)
    {
    case WAY_DRAG_PROGRESS:
      return g_strdup_printf (_ ("“%s” is %d %% done."), title, (int)self->percent);
    case WAY_DRAG_LINK:
      return link_message (self);
    case WAY_DRAG_START:
    case WAY_DRAG_FINISH:
      if (self->tasks->len > 1)
        return g_strdup_printf (ngettext ("Resized %u task.", "Resized %u tasks.",
                                          self->tasks->len), self->tasks->len);
      {
        WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
        g_autofree char *duration
            = way_duration_format (held (self)->duration, (WayUnit)held (self)->duration_unit,
                                   &rates);

        return g_strdup_printf (_ ("“%s” now takes %s."), title, duration);
      }
    case WAY_DRAG_MOVE:
    case WAY_DRAG_NEW:
    default:
      return move_message (self);
    }
}

/* Links hold it where it is, and there was no pin to take away. */
char *
way_gantt_drag_dup_hold (WayGanttDrag *self)
{
  g_autofree char *why = NULL;

  if ((self->kind != WAY_DRAG_MOVE && self->kind != WAY_DRAG_START) || !self->ahead
      || self->totals.n_rows > 0 || self->effect != WAY_EFFECT_NONE)
    return NULL;
  if (self->n_moved > 1)
    return g_strdup (_ ("They stay where they are: their links hold them."));
  why = way_document_explain (self->document, held (self));
  return g_strdup_printf (_ ("“%s” stays where it is. %s."), WAY_RECORD (held (self))->title, why);
}

/* The new row comes directly below the one that was drawn on. */
static WayTask *
make_drawn (WayGanttDrag *self, GError **error)
{
  WayTask *row = self->target;
  gint64 work = way_document_work_between (self->document, 0, self->from, self->to);
  WayTask *first = NULL, *task;
  WayEffect effect = WAY_EFFECT_NONE;

  if (row != NULL && row->summary)
    first = g_ptr_array_index (
        way_plan_get_children (way_document_get_plan (self->document), row), 0);
  task = first != NULL ? way_outline_append_child (self->document, row, _ ("New task"), error)
                       : way_outline_insert (self->document, row, _ ("New task"), error);
  if (task == NULL
      || (first != NULL && !way_outline_place (self->document, task, row, first, error))
      || !way_task_edit_duration (self->document, task, work, WAY_UNIT_DAYS, error)
      || !way_task_edit_start (self->document, task, self->from, &effect, error))
    return NULL;
  way_gantt_drag_note_effect (self, task, effect);
  return task;
}

static gboolean
drop_drawn (WayGanttDrag *self, char **message, GError **error)
{
  WayTask *task;

  way_document_begin (self->document, _ ("Draw a task"));
  task = make_drawn (self, error);
  if (task == NULL)
    {
      way_document_rollback (self->document);
      return FALSE;
    }
  g_ptr_array_add (self->tasks, g_object_ref (task));
  if (!way_document_commit (self->document, error))
    return FALSE;
  self->committed = TRUE;
  *message = way_timeline_describe_effect (self->document, task, self->effect);
  if (*message == NULL)
    *message = g_strdup ("");
  return TRUE;
}

/**
 * way_gantt_drag_drop:
 *
 * Commits the last step. Returns: FALSE with @error set when it was refused; the plan is as before.
 */
gboolean
way_gantt_drag_drop (WayGanttDrag *self, char **message, GError **error)
{
  gint64 seq = way_document_get_undo_seq (self->document);
  g_autofree char *what = NULL;
  g_autofree char *consequences = NULL;

  *message = NULL;
  if (self->refused)
    {
      const WayDragLine *why = g_ptr_array_index (self->lines, 0);

      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, why->text);
      return FALSE;
    }
  if (self->kind == WAY_DRAG_NEW)
    return drop_drawn (self, message, error);
  if (!self->tried)
    {
      *message = g_strdup ("");
      return TRUE;
    }
  *message = way_gantt_drag_dup_hold (self);
  if (*message != NULL)
    {
      way_gantt_drag_take_back (self);
      return TRUE;
    }
  what = drop_message (self);
  consequences = way_gantt_describe_drop (self->document, held (self), self->effect, self->pinned,
                                          self->n_lags);
  self->tried = FALSE;
  if (!way_document_commit (self->document, error))
    return FALSE;
  self->committed = way_document_get_undo_seq (self->document) != seq;
  *message = self->committed || self->kind == WAY_DRAG_LINK
                 ? g_strconcat (what, consequences, NULL)
                 : g_strdup ("");
  return TRUE;
}
