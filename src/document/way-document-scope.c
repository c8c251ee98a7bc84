/* way-document-scope.c: WayDocument's edit scope: begin, commit or roll back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-document-private.h"

#include "document/way-milestone-figures.h"
#include "document/way-register-figures.h"
#include "document/way-register-rules.h"
#include "model/way-error.h"

void
way_document_open_scope (WayDocument *self, const char *label, WayOrigin origin)
{
  g_return_if_fail (self->depth == 0);

  way_document_ensure_scheduled (self);
  way_document_hold (self);
  self->scope = way_changeset_new (label, origin);
  g_free (self->scope->author);
  self->scope->author = g_strdup (self->author);
  self->now = way_moment_now ();
  self->depth = 1;
}

/**
 * way_document_begin:
 * @label: what the user is doing, for the menus and the history
 *
 * Opens an edit scope, or joins the one that is open. What other programs have
 * committed is taken in first; edits of a record that they deleted make the
 * commit fail.
 */
void
way_document_begin (WayDocument *self, const char *label)
{
  way_document_begin_with_origin (self, label, WAY_ORIGIN_EDIT);
}

void
way_document_begin_with_origin (WayDocument *self, const char *label, WayOrigin origin)
{
  g_autoptr (GError) error = NULL;

  if (self->depth > 0)
    {
      self->depth++;
      return;
    }
  if (way_document_sync (self, &error))
    way_document_keep_day (self);
  way_document_open_scope (self, label, origin);
  self->failure = g_steal_pointer (&error);
}

gboolean
way_document_in_scope (WayDocument *self)
{
  return self->depth > 0;
}

/* The number of what was new is given again; what a redo brought back had its own already. */
static void
revert_create (WayDocument *self, const WayEdit *edit)
{
  WayRecord *record = way_plan_lookup (self->plan, edit->id);
  gint64 number = record->number;

  way_plan_remove (self->plan, record);
  if (edit->image == NULL)
    way_plan_release_number (self->plan, edit->type, number);
}

/* Takes the edits back, last first, without a trace: the same objects are there again. */
static void
revert_edits (WayDocument *self, const WayChangeset *changeset)
{
  for (guint i = way_changeset_get_n_edits (changeset); i > 0; i--)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i - 1);

      switch (edit->kind)
        {
        case WAY_EDIT_CREATE:
          revert_create (self, edit);
          break;
        case WAY_EDIT_SET:
          way_plan_set (self->plan, way_plan_lookup (self->plan, edit->id), edit->field,
                        &edit->before);
          break;
        case WAY_EDIT_DELETE:
        default:
          way_plan_add (self->plan, edit->removed);
          break;
        }
    }
}

/* What observers are told is at rest; then the plan may be copied again. */
static void
end_scope (WayDocument *self)
{
  self->depth = 0;
  g_clear_error (&self->failure);
  g_clear_pointer (&self->scope, way_changeset_unref);
  way_plan_settle (self->plan);
  way_document_release (self);
}

/**
 * way_document_rollback:
 *
 * Leaves the scope and takes all its edits back. An inner scope takes the outer
 * one with it: that one's commit then fails.
 */
void
way_document_rollback (WayDocument *self)
{
  g_return_if_fail (self->depth > 0);
  if (--self->depth > 0)
    {
      if (self->failure == NULL)
        g_set_error (&self->failure, WAY_ERROR, WAY_ERROR_INVALID,
                     _("“%s” could not be done, because a part of it was refused. Nothing was changed."),
                     self->scope->label);
      return;
    }
  revert_edits (self, self->scope);
  way_scheduler_forget (self->scheduler, self->scope);
  end_scope (self);
}

/**
 * way_document_start_over:
 *
 * Takes back the edits of the outermost scope, which stays open for others: like a rollback and a
 * begin, without the schedule in between, which nobody sees.
 */
void
way_document_start_over (WayDocument *self)
{
  g_autofree char *label = NULL;
  WayOrigin origin;

  g_return_if_fail (self->depth == 1);
  label = g_strdup (self->scope->label);
  origin = self->scope->origin;
  revert_edits (self, self->scope);
  way_scheduler_take_back (self->scheduler, self->scope);
  end_scope (self);
  way_document_begin_with_origin (self, label, origin);
}

/* TRUE when the edits together leave everything as it was. */
static gboolean
changes_nothing (WayDocument *self)
{
  g_autoptr (GHashTable) created = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < way_changeset_get_n_edits (self->scope); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (self->scope, i);
      WayRecord *record = way_plan_lookup (self->plan, edit->id);
      WayValue now;

      if (edit->kind == WAY_EDIT_CREATE)
        g_hash_table_add (created, GSIZE_TO_POINTER (edit->id));
      if (g_hash_table_contains (created, GSIZE_TO_POINTER (edit->id)))
        {
          if (record != NULL)
            return FALSE;
          continue;
        }
      if (edit->kind == WAY_EDIT_DELETE || record == NULL)
        return FALSE;
      /* Only the first edit of a field knows what it was before the scope. */
      if (!g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %s", edit->id,
                                                    edit->field->name)))
        continue;
      now = way_record_get (record, edit->field);
      if (!way_value_equal (&now, &edit->before))
        return FALSE;
    }
  return TRUE;
}

/* What a part of a milestone's or an initiative's document belongs to; NULL for all else. */
static WayRecord *
whole_of (WayDocument *self, const WayRecordType *type, WayRecord *part)
{
  static const char *const wholes[] = { "milestone", "initiative" };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      const WayField *field = way_record_type_field (type, wholes[i]);
      gint64 id = field != NULL && (field->flags & WAY_FIELD_CASCADE) != 0
                          && (field->flags & WAY_FIELD_HIDDEN) == 0 /* bookkeeping */
                      ? way_record_get (part, field).i : 0;

      if (id != 0)
        return way_plan_lookup (self->plan, id);
    }
  return NULL;
}

static void
stamp (WayDocument *self, WayRecord *record, GHashTable *created)
{
  WayValue now = way_value_int (self->now);
  const WayRecordType *type = way_record_get_record_type (record);

  if (type->common != WAY_COMMON_NONE
      && !g_hash_table_contains (created, GSIZE_TO_POINTER (record->id)))
    way_document_set (self, record, way_record_type_field (type, "updated"), &now);
}

/* Who was touched gets a new stamp, once, as an edit like any other; and with a part of a
 * document, whose document it is. */
static void
stamp_touched (WayDocument *self)
{
  guint n_edits = way_changeset_get_n_edits (self->scope);
  g_autoptr (GHashTable) created = g_hash_table_new (NULL, NULL);

  if (leads_to_known_state (self->scope) || self->scope->origin == WAY_ORIGIN_SNAPSHOT
      || self->scope->origin == WAY_ORIGIN_WATCH)
    return;
  for (guint i = 0; i < n_edits; i++)
    {
      /* A copy: stamps add edits, and the list may move. */
      const WayEdit edit = *way_changeset_get_edit (self->scope, i);
      WayRecord *record = way_plan_lookup (self->plan, edit.id);
      WayRecord *part = edit.kind == WAY_EDIT_DELETE ? edit.removed : record;
      WayRecord *whole = part != NULL ? whole_of (self, edit.type, part) : NULL;

      if (edit.kind == WAY_EDIT_CREATE)
        g_hash_table_add (created, GSIZE_TO_POINTER (edit.id));
      else if (edit.kind == WAY_EDIT_SET && record != NULL)
        stamp (self, record, created);
      if (whole != NULL)
        stamp (self, whole, created);
    }
}

/* Before the first change of a day. That there is no room for it must not keep anybody from
 * working; it is tried again the next day. */
static void
keep_backup (WayDocument *self)
{
  WayMoment today = way_moment_today ();

  if (self->backup_day == today)
    return;
  self->backup_day = today;
  way_store_backup_rolling (self->store, NULL);
}

static gboolean
write_changeset (WayDocument *self, WayChangeset *changeset, GError **error)
{
  if (self->store != NULL)
    {
      keep_backup (self);
      return way_store_commit (self->store, self->plan, changeset, error);
    }
  changeset->seq = self->journal->len + 1;
  g_ptr_array_add (self->journal, way_changeset_ref (changeset));
  return TRUE;
}

/* Validates, schedules, writes; on failure the caller rolls back. */
static gboolean
finish (WayDocument *self, WayChangeset *changeset, GError **error)
{
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
  if (way_document_is_read_only (self))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
                   _("“%s” cannot be changed here, because its file or folder is read-only. Save a copy elsewhere."),
                   way_document_get_title (self));
      return FALSE;
    }
  if ((!leads_to_known_state (changeset) && !way_document_validate (self, changeset, error))
      || !way_scheduler_run (self->scheduler, changeset, error)
      || !write_changeset (self, changeset, error))
    return FALSE;
  way_scheduler_write_results (self->scheduler);
  way_milestone_figures_update (self);
  way_register_figures_update (self);
  return TRUE;
}

/* Who lost a race learns at once what the others did, and can try again. */
static gboolean
give_up (WayDocument *self, GError *reason, GError **error)
{
  GError *deeper = NULL;

  way_document_rollback (self);
  if (g_error_matches (reason, WAY_ERROR, WAY_ERROR_CONFLICT) && !way_document_sync (self, &deeper))
    {
      g_error_free (reason);
      reason = deeper;
    }
  g_propagate_error (error, reason);
  return FALSE;
}

/**
 * way_document_commit:
 * @error: what does not hold, or could not be written; everything is as before then
 *
 * Leaves the scope. The outermost one validates, reschedules, writes and emits ::changed.
 * A scope whose edits come to nothing leaves no trace, unless it is an undo or a redo.
 */
gboolean
way_document_commit (WayDocument *self, GError **error)
{
  g_autoptr (WayChangeset) changeset = NULL;
  GError *reason = NULL;

  g_return_val_if_fail (self->depth > 0, FALSE);
  if (self->depth > 1)
    {
      self->depth--;
      return TRUE;
    }
  /* An undo of nothing is written all the same, or the step would be on top again after
   * reopening the file. */
  if (self->failure == NULL && !leads_to_known_state (self->scope) && changes_nothing (self))
    {
      way_document_rollback (self);
      return TRUE;
    }
  if (!leads_to_known_state (self->scope))
    way_register_settle (self, self->scope);
  stamp_touched (self);
  if (!finish (self, self->scope, &reason))
    return give_up (self, reason, error);
  changeset = way_changeset_ref (self->scope);
  end_scope (self);
  if (changeset->origin == WAY_ORIGIN_SNAPSHOT)
    return TRUE; /* the plan is as it was */
  if (!leads_to_known_state (changeset))
    {
      way_document_note_step (self, changeset->seq, changeset->time, changeset->origin,
                              changeset->label);
      way_document_notify_history (self);
    }
  if (way_changeset_touches (changeset, &way_project_type))
    g_object_notify (G_OBJECT (self), "title");
  g_signal_emit_by_name (self, "changed", changeset);
  return TRUE;
}

/**
 * way_document_check:
 * @error: why way_document_commit() would refuse
 *
 * Whether what the open scope holds so far would be taken; the same checks and engine run as the
 * commit's. The scope stays open.
 */
gboolean
way_document_check (WayDocument *self, GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);
  return way_document_validate (self, self->scope, error)
         && way_scheduler_look_ahead (self->scheduler, self->scope, error);
}

/**
 * way_document_preview:
 *
 * What the open scope would do to the schedule; the same engine run as the commit's.
 *
 * Returns: (transfer full) (element-type WayShift): the tasks that would move
 */
GArray *
way_document_preview (WayDocument *self)
{
  g_return_val_if_fail (self->depth > 0, NULL);
  if (!way_scheduler_look_ahead (self->scheduler, self->scope, NULL))
    return g_array_new (FALSE, FALSE, sizeof (WayShift));
  return way_scheduler_get_shifts (self->scheduler);
}

/**
 * way_document_look_ahead:
 * @totals: (out): all that would move
 *
 * Like way_document_preview(), without the list.
 */
void
way_document_look_ahead (WayDocument *self, WayShiftTotals *totals)
{
  g_return_if_fail (self->depth > 0);
  *totals = (WayShiftTotals) { 0 };
  if (way_scheduler_look_ahead (self->scheduler, self->scope, NULL))
    way_scheduler_count_shifts (self->scheduler, totals);
}

/**
 * way_document_find_shift:
 * @shift: (out): untouched when @task stays
 *
 * Returns: whether @task would move, as of the last look ahead
 */
gboolean
way_document_find_shift (WayDocument *self, WayTask *task, WayShift *shift)
{
  return way_scheduler_find_shift (self->scheduler, task, shift);
}

/**
 * way_document_get_missed:
 *
 * Returns: (transfer full) (element-type WayShift): the tasks that would miss a deadline that was
 *   kept, or miss it by more, as of the last look ahead; by row
 */
GArray *
way_document_get_missed (WayDocument *self)
{
  return way_scheduler_get_missed (self->scheduler);
}

/**
 * way_shifts_find:
 * @shifts: (nullable) (type GArray) (element-type WayShift): from way_document_preview(), or others
 *   by row
 *
 * Returns: (transfer none) (nullable): that of @task; %NULL when it stays
 */
const WayShift *
way_shifts_find (gpointer shifts, WayTask *task)
{
  GArray *list = shifts;
  guint low = 0, high = list != NULL ? list->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const WayShift *shift = &g_array_index (list, WayShift, middle);

      if (shift->task == task)
        return shift;
      if (shift->task->row < task->row)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
