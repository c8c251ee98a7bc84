/* way-recovery-edits.c: what each way to get a late milestone back changes in a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-recovery-private.h"

#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "model/way-error.h"

/**
 * way_recovery_milestone:
 *
 * Returns: (transfer none) (nullable): that one; an error when it was deleted
 */
WayMilestone *
way_recovery_milestone (WayDocument *document, gint64 id, GError **error)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (document), id);

  if (record != NULL && WAY_IS_MILESTONE (record))
    return WAY_MILESTONE (record);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                       _("The milestone was deleted meanwhile: there is nothing to recover."));
  return NULL;
}

/**
 * way_recovery_assignments_of:
 *
 * Returns: (transfer none) (element-type WayAssignment): who works on the task
 */
GPtrArray *
way_recovery_assignments_of (WayPlan *plan, WayTask *task)
{
  return way_plan_get_referrers (plan, WAY_RECORD (task)->id,
                                 way_record_type_lookup ("assignment", "task"));
}

static gboolean
add_person (WayDocument *document, WayTask *task, WayResource *person, GError **error)
{
  GPtrArray *assignments = way_recovery_assignments_of (way_document_get_plan (document), task);
  gint64 n = (gint64) MAX (1, assignments->len), before = task->duration;
  gint64 shared = before * n / (n + 1);

  if (way_task_assign (document, task, person, MIN (100, person->max_units), error) == NULL)
    return FALSE;
  /* Who does not share the work by the task's type shares it by the plan's. */
  return task->duration < before
         || way_task_edit_duration (document, task, MAX (1, shared), (WayUnit) task->duration_unit,
                                    error);
}

static gboolean
leave_out (WayDocument *document, WayTask *task, WayRecord *feature, WayMilestone *milestone)
{
  g_autofree char *reason
      = g_strdup_printf (_("Left out to recover “%s”"), WAY_RECORD (milestone)->title);

  way_document_set_int (document, WAY_RECORD (task), "active", FALSE);
  way_document_set_int (document, feature, "scope", WAY_SCOPE_EXCLUDED);
  way_document_set_text (document, feature, "exclusion_reason", reason);
  return TRUE;
}

static gboolean
make (WayDocument *document, WayMilestone *milestone, const WayRecovery *self, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTask *task = way_plan_lookup_task (plan, self->task);
  WayRecord *other = way_plan_lookup (plan, self->other);

  if ((self->task != 0 && task == NULL) || (self->other != 0 && other == NULL))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                   _("“%s” is not possible any more: what it changes was deleted meanwhile."),
                   self->text);
      return FALSE;
    }
  switch (self->kind)
    {
    case WAY_RECOVERY_SHORTEN:
      return way_task_edit_duration (document, task, task->duration - self->amount,
                                     (WayUnit) task->duration_unit, error);
    case WAY_RECOVERY_OVERLAP:
      way_document_set_int (document, other, "lag", WAY_LINK (other)->lag - self->amount);
      return TRUE;
    case WAY_RECOVERY_ADD_PERSON:
      return add_person (document, task, WAY_RESOURCE (other), error);
    case WAY_RECOVERY_RAISE_UNITS:
      return way_assignment_edit_units (document, WAY_ASSIGNMENT (other), self->amount, error);
    case WAY_RECOVERY_LEAVE_OUT:
    default:
      return leave_out (document, task, other, milestone);
    }
}

/**
 * way_recovery_try:
 *
 * Makes it in a step of its own, so that it can be taken back.
 */
gboolean
way_recovery_try (WayDocument *sandbox, WayMilestone *milestone, const WayRecovery *self,
                  GError **error)
{
  way_document_begin (sandbox, self->text);
  if (make (sandbox, milestone, self, error))
    return way_document_commit (sandbox, error);
  way_document_rollback (sandbox);
  return FALSE;
}
