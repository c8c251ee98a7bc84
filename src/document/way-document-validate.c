/* way-document-validate.c: what must hold before a changeset is committed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks only at what was touched. Loops of links are found by the schedule. */

#include "model/way-i18n.h"

#include "document/way-document-private.h"

#include "document/way-change-requests.h"
#include "document/way-milestone-parts.h"
#include "document/way-register-rules.h"
#include "document/way-worktimes.h"
#include "model/way-error.h"
#include "model/way-record-outline.h"

static gboolean
check_reference (WayPlan *plan, WayRecord *record, const WayField *field, GError **error)
{
  if (field->target == NULL && way_record_get (record, field).i == record->id)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s cannot be the record itself."),
                   _ (field->label));
      return FALSE;
    }
  if (way_plan_reference_holds (plan, record, field))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("%s names something that is not in the plan."),
               _ (field->label));
  return FALSE;
}

static gboolean
check_field (WayPlan *plan, WayRecord *record, const WayField *field, GError **error)
{
  WayValue value = way_record_get (record, field);

  if (!way_field_is_stored (field))
    return TRUE;
  return way_field_validate (field, &value, error)
         && (field->type != WAY_FIELD_TYPE_REF || check_reference (plan, record, field, error));
}

static gboolean
is_below (WayPlan *plan, WayTask *task, WayTask *ancestor)
{
  guint limit = way_plan_peek_records (plan, &way_task_type)->len;

  for (; task != NULL && limit > 0; limit--)
    {
      if (task == ancestor)
        return TRUE;
      task = way_plan_lookup_task (plan, task->parent);
    }
  return FALSE;
}

/* Of the row, and of those that a move took along. */
static gboolean
check_level (WayPlan *plan, WayTask *task, gboolean moved, GError **error)
{
  GPtrArray *outline = way_plan_get_outline (plan);
  WayTask *row = task;
  guint i = (guint) task->row;

  if (i >= outline->len || outline->pdata[i] != task)
    return TRUE; /* below itself: no part of the outline */
  while (row->depth < WAY_OUTLINE_LEVELS_MAX && moved && i + 1 < outline->len
         && WAY_TASK (outline->pdata[i + 1])->depth > task->depth)
    row = outline->pdata[++i];
  if (row->depth < WAY_OUTLINE_LEVELS_MAX)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("“%s” in row %u would be deeper than %d levels. Put it on a higher level."),
               WAY_RECORD (row)->title, i + 1, WAY_OUTLINE_LEVELS_MAX);
  return FALSE;
}

static gboolean
check_parent (WayPlan *plan, WayTask *task, gboolean moved, GError **error)
{
  if (!check_level (plan, task, moved, error))
    return FALSE;
  if (task->parent == 0 || !is_below (plan, way_plan_lookup_task (plan, task->parent), task))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_CYCLE, _("“%s” cannot be put below itself."),
               WAY_RECORD (task)->title);
  return FALSE;
}

static gboolean
check_link (WayPlan *plan, WayLink *link, GError **error)
{
  WayTask *predecessor = way_plan_lookup_task (plan, link->predecessor);
  WayTask *successor = way_plan_lookup_task (plan, link->successor);

  if (predecessor == successor)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CYCLE, _("“%s” cannot be linked to itself."),
                   WAY_RECORD (predecessor)->title);
      return FALSE;
    }
  if (is_below (plan, predecessor, successor) || is_below (plan, successor, predecessor))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CYCLE,
                   _("There can be no link between “%s” and “%s”: one contains the other."),
                   WAY_RECORD (predecessor)->title, WAY_RECORD (successor)->title);
      return FALSE;
    }
  return TRUE;
}

/* A task that moves under another parent takes its links with it. */
static gboolean
check_links_of (WayPlan *plan, WayTask *task, GError **error)
{
  const char *const ends[] = { "predecessor", "successor" };

  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      const WayField *field = way_record_type_field (&way_link_type, ends[end]);
      GPtrArray *links = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);

      for (guint i = 0; i < links->len; i++)
        if (!check_link (plan, links->pdata[i], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_exception (WayException *exception, GError **error)
{
  if (exception->first_day <= exception->last_day)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("The calendar exception “%s” ends before it begins."), exception->name);
  return FALSE;
}

/* All of them: a calendar may have lost its last working day by an edit of the one it is based on. */
static gboolean
check_calendars (WayPlan *plan, GError **error)
{
  GPtrArray *calendars = way_plan_peek_records (plan, &way_calendar_type);

  for (guint i = 0; i < calendars->len; i++)
    if (!way_worktimes_check (plan, calendars->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Whose document a section is of. */
static const WayRecordType *
document_type_of (WaySection *section)
{
  return section->initiative != 0 ? &way_initiative_type : &way_milestone_type;
}

static gboolean
check_section (WaySection *section, GError **error)
{
  if (way_record_outline_lookup (document_type_of (section), section->key) != NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("There is no section “%s” in a document."),
               section->key);
  return FALSE;
}

static gboolean
check_waiver (WayChecklistItem *item, GError **error)
{
  if (!item->waived || item->waiver_reason[0] != '\0')
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("Say why “%s” is waived."),
               WAY_RECORD (item)->title);
  return FALSE;
}

static gboolean
check_project (WayProject *project, GError **error)
{
  if (project->schedule_from != WAY_FROM_FINISH || project->finish != WAY_NEVER)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("To schedule from the finish, the plan needs one. Give it a finish."));
  return FALSE;
}

/* What a record has to hold as a whole, once for each that was touched. */
static gboolean
check_record (WayPlan *plan, WayRecord *record, gboolean moved, GError **error)
{
  if (WAY_IS_TASK (record))
    return check_parent (plan, WAY_TASK (record), moved, error)
           && (!moved || check_links_of (plan, WAY_TASK (record), error));
  if (WAY_IS_LINK (record))
    return check_link (plan, WAY_LINK (record), error);
  if (WAY_IS_PROJECT (record))
    return check_project (WAY_PROJECT (record), error);
  if (WAY_IS_EXCEPTION (record))
    return check_exception (WAY_EXCEPTION (record), error);
  if (WAY_IS_CHECKLIST_ITEM (record))
    return check_waiver (WAY_CHECKLIST_ITEM (record), error);
  if (WAY_IS_SECTION (record))
    return check_section (WAY_SECTION (record), error);
  return way_register_check (record, error);
}

/* The field that is at fault when check_record() says no; NULL = it cannot be said. */
static const WayField *
field_at_fault (WayRecord *record)
{
  if (WAY_IS_TASK (record))
    return way_record_type_field (&way_task_type, "parent");
  if (WAY_IS_LINK (record))
    return way_record_type_field (&way_link_type, "successor");
  return WAY_IS_ISSUE (record) ? way_issue_get_missing (WAY_ISSUE (record)) : NULL;
}

/* What an edit has to hold. @field: (out): the one that does not, when it is one */
static gboolean
check_edit (WayPlan *plan, WayRecord *record, const WayEdit *edit, const WayField **field,
            GError **error)
{
  const WayRecordType *type = edit->type;

  *field = edit->field;
  if (edit->kind == WAY_EDIT_SET)
    return check_field (plan, record, edit->field, error);
  for (guint i = 0; i < type->n_fields; i++)
    {
      *field = &type->fields[i];
      if (!check_field (plan, record, *field, error))
        return FALSE;
    }
  return TRUE;
}

/* The gate is asked when a milestone becomes completed, not when something is added to one that is. */
static gboolean
declares_completed (const WayEdit *edit, WayRecord *record)
{
  if (edit->kind != WAY_EDIT_SET || edit->type != &way_milestone_type)
    return FALSE;
  if (g_str_equal (edit->field->name, "status"))
    return WAY_MILESTONE (record)->status == WAY_STATUS_COMPLETED;
  return g_str_equal (edit->field->name, "actual_date")
         && WAY_MILESTONE (record)->actual_date != WAY_NEVER;
}

/* Of the steps of a change request only those that somebody makes here and now are asked for their
 * reasons: a changeset from elsewhere holds where they have led. */
static gboolean
check_step (const WayChangeset *changeset, WayRecord *record, const WayEdit *edit, GError **error)
{
  return edit->type != &way_change_request_type || edit->kind != WAY_EDIT_SET
         || !g_str_equal (edit->field->name, "status")
         || changeset->origin == WAY_ORIGIN_CHANGE_REQUEST
         || way_change_request_check (WAY_CHANGE_REQUEST (record), edit->before.i, edit->after.i,
                                      error);
}

/* Who is told of what is refused, and whether the rest is looked at. */
typedef struct
{
  WayDocument *document;
  GPtrArray *refusals; /* of WayRefusal, all of them; NULL = the first is enough */
  GHashTable *refused; /* records that are among them */
  GHashTable *touched; /* record → whether its parent changed */
  GError **error;
} Validation;

static void
refusal_free (gpointer data)
{
  WayRefusal *refusal = data;

  g_free (refusal->message);
  g_free (refusal);
}

/* Returns whether to go on. */
static gboolean
refuse (Validation *self, WayRecord *record, const WayField *field, GError *reason)
{
  WayRefusal *refusal;

  if (self->refusals == NULL)
    {
      g_propagate_error (self->error, reason);
      return FALSE;
    }
  refusal = g_new0 (WayRefusal, 1);
  refusal->record = record->id;
  refusal->field = field;
  refusal->message = g_strdup (reason->message);
  g_ptr_array_add (self->refusals, refusal);
  g_hash_table_add (self->refused, record);
  g_error_free (reason);
  return TRUE;
}

static gboolean
validate_edits (Validation *self, const WayChangeset *changeset)
{
  WayPlan *plan = self->document->plan;

  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);
      WayRecord *record = way_plan_lookup (plan, edit->id);
      const WayField *field = NULL;
      GError *reason = NULL;
      gpointer moved;

      if (edit->type == &way_project_type && edit->kind != WAY_EDIT_SET)
        {
          g_set_error (self->error, WAY_ERROR, WAY_ERROR_INVALID,
                       _("The plan’s own data can be changed, but neither deleted nor added to."));
          return FALSE;
        }
      if (edit->kind == WAY_EDIT_DELETE || record == NULL
          || g_hash_table_contains (self->refused, record))
        continue;
      if ((!check_edit (plan, record, edit, &field, &reason)
           || !check_step (changeset, record, edit, &reason)
           || (declares_completed (edit, record)
               && !way_milestone_check_gate (WAY_MILESTONE (record), &reason)))
          && !refuse (self, record, field, reason))
        return FALSE;
      moved = g_hash_table_lookup (self->touched, record);
      if (edit->kind == WAY_EDIT_SET && g_str_equal (edit->field->name, "parent"))
        moved = GINT_TO_POINTER (TRUE);
      g_hash_table_insert (self->touched, record, moved);
    }
  return TRUE;
}

static gboolean
validate_records (Validation *self)
{
  GHashTableIter iter;
  gpointer record, moved;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &record, &moved))
    {
      GError *reason = NULL;

      if (!g_hash_table_contains (self->refused, record)
          && !check_record (self->document->plan, record, GPOINTER_TO_INT (moved), &reason)
          && !refuse (self, record, field_at_fault (record), reason))
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate (WayDocument *self, const WayChangeset *changeset, GPtrArray *refusals, GError **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) refused = g_hash_table_new (NULL, NULL);
  Validation validation = { self, refusals, refused, touched, error };

  return validate_edits (&validation, changeset) && validate_records (&validation);
}

/**
 * way_document_validate:
 * @changeset: edits that have been applied
 * @error: what does not hold, in the user's words
 */
gboolean
way_document_validate (WayDocument *self, const WayChangeset *changeset, GError **error)
{
  if (!validate (self, changeset, NULL, error))
    return FALSE;
  if (way_changeset_touches (changeset, &way_calendar_type)
      || way_changeset_touches (changeset, &way_exception_type))
    return check_calendars (self->plan, error);
  return TRUE;
}

/**
 * way_document_list_refusals:
 *
 * What of the open scope a commit would refuse, record by record; the scope stays open. What only
 * the plan as a whole can tell, such as a loop of links, is not among it.
 *
 * Returns: (transfer full) (element-type WayRefusal): at most one for each record
 */
GPtrArray *
way_document_list_refusals (WayDocument *self)
{
  GPtrArray *refusals = g_ptr_array_new_with_free_func (refusal_free);

  g_return_val_if_fail (self->depth > 0, refusals);
  validate (self, self->scope, refusals, NULL);
  return refusals;
}
