/* way-document-history.c: WayDocument's undo and redo, and what other programs changed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal is the history: an undo is a changeset like any other, which names
 * the one it inverts. So the stacks can be rebuilt from the journal at any time,
 * and undo reaches back across closing and reopening. */

#include "model/way-i18n.h"

#include "document/way-document-private.h"
#include "document/way-sandbox.h"

#include "document/way-related.h"
#include "model/way-error.h"
#include "model/way-image.h"
#include "model/way-record-private.h"

static const WayStep *
top (GArray *stack)
{
  return stack->len > 0 ? &g_array_index (stack, WayStep, stack->len - 1) : NULL;
}

static void
push (GArray *stack, gint64 seq, const char *label)
{
  WayStep step = { seq, g_strdup (label) };

  g_array_append_val (stack, step);
}

static void
pop (GArray *stack)
{
  if (stack->len > 0)
    g_array_set_size (stack, stack->len - 1);
}

/* Replays one line of the journal on the stacks. */
void
way_document_note_step (WayDocument *self, gint64 seq, gint64 time, WayOrigin origin,
                        const char *label)
{
  if (origin != WAY_ORIGIN_SNAPSHOT)
    self->changed_at = time;
  switch (origin)
    {
    case WAY_ORIGIN_UNDO:
      pop (self->undo);
      push (self->redo, seq, label);
      break;
    case WAY_ORIGIN_REDO:
      pop (self->redo);
      push (self->undo, seq, label);
      break;
    case WAY_ORIGIN_SNAPSHOT:
    case WAY_ORIGIN_WATCH:
      break;
    case WAY_ORIGIN_EDIT:
    case WAY_ORIGIN_IMPORT:
    case WAY_ORIGIN_LEVELLING:
    case WAY_ORIGIN_CHANGE_REQUEST:
    default:
      g_array_set_size (self->redo, 0);
      push (self->undo, seq, label);
      break;
    }
}

void
way_document_clear_history (WayDocument *self)
{
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
}

/* The first entry of a file is the making of the plan, which is not undone. */
gboolean
way_document_load_history (WayDocument *self, GError **error)
{
  g_autoptr (GPtrArray) entries = way_store_read_journal (self->store, 0, 0, error);

  if (entries == NULL)
    return FALSE;
  if (entries->len > 0)
    self->changed_at = ((const WayJournalEntry *) entries->pdata[0])->time;
  for (guint i = 1; i < entries->len; i++)
    {
      const WayJournalEntry *entry = entries->pdata[i];

      way_document_note_step (self, entry->seq, entry->time, entry->origin, entry->label);
    }
  way_document_notify_history (self);
  return TRUE;
}

static WayChangeset *
fetch (WayDocument *self, gint64 seq, GError **error)
{
  if (self->store != NULL)
    return way_store_read_changeset (self->store, seq, error);
  return way_changeset_ref (self->journal->pdata[seq - 1]);
}

/* The record of an edit, as it is or as it was. */
static WayRecord *
record_of_edit (WayDocument *self, const WayEdit *edit)
{
  WayRecord *record = way_plan_lookup (self->plan, edit->id);

  if (record == NULL && edit->kind == WAY_EDIT_DELETE && edit->image != NULL)
    return way_image_to_record (edit->image);
  return record != NULL ? g_object_ref (record) : NULL;
}

/**
 * way_document_record_of_step:
 * @seq: of an entry of the journal
 *
 * Returns: (transfer none) (nullable): the first record that the step changed and that can be
 *   shown, or what the changed part is a part of; %NULL when none of them is there any more
 */
WayRecord *
way_document_record_of_step (WayDocument *self, gint64 seq)
{
  g_autoptr (WayChangeset) step = fetch (self, seq, NULL);

  for (guint i = 0; step != NULL && i < way_changeset_get_n_edits (step); i++)
    {
      g_autoptr (WayRecord) record = record_of_edit (self, way_changeset_get_edit (step, i));
      WayRecord *place = record != NULL ? way_record_get_place (record, self->plan) : NULL;

      if (place != NULL)
        return place;
    }
  return NULL;
}

static gboolean
revert_step (WayDocument *self, GArray *from, WayOrigin origin, GError **error)
{
  const WayStep *step;
  g_autoptr (WayChangeset) made = NULL;
  g_autoptr (WayChangeset) inverse = NULL;
  g_autoptr (WayChangeset) scope = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (self->depth == 0, FALSE);
  if (!way_document_sync (self, error))
    return FALSE;
  way_document_keep_day (self);
  step = top (from);
  if (step == NULL)
    return TRUE;
  label = g_strdup (step->label);
  made = fetch (self, step->seq, error);
  if (made == NULL)
    return FALSE;
  inverse = way_changeset_invert (made, label, origin);

  way_document_open_scope (self, label, origin);
  self->scope->reverts = made->seq;
  if (!way_document_apply (self, inverse, error))
    {
      way_document_rollback (self);
      return FALSE;
    }
  scope = way_changeset_ref (self->scope);
  if (!way_document_commit (self, error))
    return FALSE;
  way_document_note_step (self, scope->seq, scope->time, origin, label);
  way_document_notify_history (self);
  return TRUE;
}

/**
 * way_document_undo:
 *
 * Takes the last step back, as a step of its own in the journal. Without any, nothing happens.
 */
gboolean
way_document_undo (WayDocument *self, GError **error)
{
  return revert_step (self, self->undo, WAY_ORIGIN_UNDO, error);
}

/**
 * way_document_redo:
 *
 * Makes the step again that was undone last.
 */
gboolean
way_document_redo (WayDocument *self, GError **error)
{
  return revert_step (self, self->redo, WAY_ORIGIN_REDO, error);
}

gboolean
way_document_can_undo (WayDocument *self)
{
  return self->undo->len > 0 && !way_document_is_read_only (self);
}

gboolean
way_document_can_redo (WayDocument *self)
{
  return self->redo->len > 0 && !way_document_is_read_only (self);
}

/**
 * way_document_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char *
way_document_get_undo_label (WayDocument *self)
{
  const WayStep *step = top (self->undo);

  return step != NULL ? step->label : NULL;
}

/**
 * way_document_get_undo_seq:
 *
 * Returns: place in the journal of what undo would take back, 0 for nothing: who offers to undo
 * a step compares it before and after
 */
gint64
way_document_get_undo_seq (WayDocument *self)
{
  const WayStep *step = top (self->undo);

  return step != NULL ? step->seq : 0;
}

static WayRecord *
find_deletion (const WayChangeset *step, gint64 id)
{
  for (guint i = way_changeset_get_n_edits (step); i > 0; i--)
    {
      const WayEdit *edit = way_changeset_get_edit (step, i - 1);

      if (edit->kind == WAY_EDIT_DELETE && edit->id == id && edit->image != NULL)
        return way_image_to_record (edit->image);
    }
  return NULL;
}

/* The last step that touched it is the one that deleted it. */
static WayRecord *
find_deleted_in_file (WayStore *store, gint64 id)
{
  g_autoptr (GPtrArray) entries = way_store_read_journal_of (store, &id, 1, 1, NULL);
  g_autoptr (WayChangeset) step
      = entries != NULL && entries->len > 0
            ? way_store_read_changeset (store, ((WayJournalEntry *) entries->pdata[0])->seq, NULL)
            : NULL;

  return step != NULL ? find_deletion (step, id) : NULL;
}

/**
 * way_document_find_deleted:
 * @id: of a record that is not in the plan any more
 *
 * Returns: (transfer full) (nullable): what it was, from the history; in no plan
 */
WayRecord *
way_document_find_deleted (WayDocument *self, gint64 id)
{
  WayRecord *found = NULL;

  if (self->store != NULL)
    return find_deleted_in_file (self->store, id);
  for (guint i = self->journal->len; i > 0 && found == NULL; i--)
    found = find_deletion (self->journal->pdata[i - 1], id);
  return found;
}

/**
 * way_document_get_seq:
 *
 * Returns: place in the journal of the last change
 */
gint64
way_document_get_seq (WayDocument *self)
{
  return self->store != NULL ? way_store_get_seq (self->store) : (gint64) self->journal->len;
}

static gboolean
concerns (const WayChangeset *step, const char *const *types)
{
  for (guint i = 0; i < way_changeset_get_n_edits (step); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (step, i);

      if (g_strv_contains (types, edit->type->name)
          && (edit->kind != WAY_EDIT_SET || !g_str_equal (edit->field->name, "updated")))
        return TRUE;
    }
  return FALSE;
}

/**
 * way_document_changed_since:
 * @seq: from way_document_get_seq()
 * @types: %NULL-terminated names of record types
 *
 * Returns: whether a record of these types was made, changed or deleted after @seq
 */
gboolean
way_document_changed_since (WayDocument *self, gint64 seq, const char *const *types)
{
  if (self->store != NULL)
    return way_store_changed_since (self->store, seq, types);
  for (guint i = (guint) seq; i < self->journal->len; i++)
    if (concerns (self->journal->pdata[i], types))
      return TRUE;
  return FALSE;
}

const char *
way_document_get_redo_label (WayDocument *self)
{
  const WayStep *step = top (self->redo);

  return step != NULL ? step->label : NULL;
}

static gint64
number_of (const WayImage *image)
{
  const WayField *field = way_record_type_field (image->type, "number");

  return field != NULL ? image->values[field->index].i : 0;
}

/* Another program's edit: it was validated there. What does not fit is already so
 * in a later entry. */
static void
take_in_edit (WayDocument *self, const WayEdit *edit)
{
  WayRecord *record = way_plan_lookup (self->plan, edit->id);

  if (edit->kind == WAY_EDIT_DELETE)
    way_plan_reserve_number (self->plan, edit->type, number_of (edit->image));
  if (edit->kind == WAY_EDIT_CREATE && record == NULL)
    way_document_add_from_edit (self, edit);
  else if (edit->kind == WAY_EDIT_SET && record != NULL)
    way_plan_set (self->plan, record, edit->field, &edit->after);
  else if (edit->kind == WAY_EDIT_DELETE && record != NULL)
    {
      g_ptr_array_add (self->removed, g_object_ref (record));
      way_plan_remove (self->plan, record);
    }
}

/**
 * way_document_sync:
 *
 * Takes in what other programs have committed to the file since the last look.
 * Costs next to nothing when there is nothing.
 */
gboolean
way_document_sync (WayDocument *self, GError **error)
{
  g_autoptr (GPtrArray) news = NULL;

  if (self->store == NULL || self->depth > 0 || !way_store_changed_elsewhere (self->store))
    return TRUE;
  news = way_store_read_new (self->store, error);
  if (news == NULL)
    return FALSE;
  way_document_hold (self);
  g_ptr_array_set_size (self->removed, 0);
  for (guint i = 0; i < news->len; i++)
    {
      const WayChangeset *changeset = news->pdata[i];

      for (guint k = 0; k < way_changeset_get_n_edits (changeset); k++)
        take_in_edit (self, way_changeset_get_edit (changeset, k));
      way_document_note_step (self, changeset->seq, changeset->time, changeset->origin,
                              changeset->label);
    }
  if (news->len > 0)
    way_document_refresh (self);
  way_document_release (self);
  if (news->len == 0)
    return TRUE;
  way_document_notify_history (self);
  g_object_notify (G_OBJECT (self), "title");
  for (guint i = 0; i < news->len; i++)
    g_signal_emit_by_name (self, "changed", news->pdata[i]);
  return TRUE;
}

/* Civil time of this machine, as the journal's clock has it. */
static gint64
seconds_of (WayMoment moment)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (moment * 60);
  g_autoptr (GDateTime) local
      = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day), g_date_time_get_hour (day),
                               g_date_time_get_minute (day), 0);

  return local != NULL ? g_date_time_to_unix (local) : moment * 60;
}

static gint64
count_in (const WayChangeset *step, const WayField *field)
{
  gint64 n = 0;

  for (guint i = 0; i < way_changeset_get_n_edits (step); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (step, i);
      WayValue empty = way_field_initial (field);

      n += edit->kind == WAY_EDIT_SET && edit->field == field
           && !way_value_equal (&edit->before, &empty);
    }
  return n;
}

/**
 * way_document_count_changes:
 * @field: a date
 * @from: civil time
 * @to: the first minute that does not count
 *
 * Returns: how often a value of @field that was there was changed, undo and redo left out; −1
 * with @error
 */
gint64
way_document_count_changes (WayDocument *self, const WayField *field, WayMoment from, WayMoment to,
                            GError **error)
{
  gint64 first = seconds_of (from), end = seconds_of (to), n = 0;

  if (self->store != NULL)
    return way_store_count_changes (self->store, field, first, end, error);
  for (guint i = 0; i < self->journal->len; i++)
    {
      const WayChangeset *step = self->journal->pdata[i];

      if (step->time >= first && step->time < end && step->origin != WAY_ORIGIN_UNDO
          && step->origin != WAY_ORIGIN_REDO)
        n += count_in (step, field);
    }
  return n;
}

static void
take_back (WayDocument *past, const WayChangeset *made)
{
  g_autoptr (WayChangeset) inverse = way_changeset_invert (made, "", WAY_ORIGIN_UNDO);

  for (guint i = 0; i < way_changeset_get_n_edits (inverse); i++)
    take_in_edit (past, way_changeset_get_edit (inverse, i));
}

/**
 * way_document_new_past:
 * @seq: of an entry of the journal
 * @error: when the journal cannot be read
 *
 * Takes back on a copy all that came after a step. The copy is in memory and can be read only, and
 * where the plan reckons from today, it reckons from the day of that step; saved under a name of
 * its own it is a plan like any other.
 *
 * Returns: (transfer full) (nullable): the plan as it was once @seq had been made
 */
WayDocument *
way_document_new_past (WayDocument *self, gint64 seq, GError **error)
{
  g_autoptr (WayDocument) past = way_document_new_sandbox (self);
  g_autoptr (WayChangeset) last = fetch (self, seq, error);

  if (last == NULL)
    return NULL;
  past->sandbox = FALSE;
  past->past = last->time;
  past->changed_at = last->time;
  for (gint64 at = way_document_get_seq (self); at > seq; at--)
    {
      g_autoptr (WayChangeset) made = fetch (self, at, error);

      if (made == NULL)
        return NULL;
      take_back (past, made);
    }
  way_document_refresh (past);
  return g_steal_pointer (&past);
}

/**
 * way_document_get_past:
 *
 * Returns: when the plan was as it is shown, in seconds since 1970 UTC; 0 for one that is at its
 *   latest state
 */
gint64
way_document_get_past (WayDocument *self)
{
  return self->store == NULL ? self->past : 0;
}
