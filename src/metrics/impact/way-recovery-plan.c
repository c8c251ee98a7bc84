/* way-recovery-plan.c: WayRecoveryPlan, the chosen ways to get a milestone back, tried together.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-recovery-plan.h"

#include "document/way-change-requests.h"
#include "document/way-document-thread.h"
#include "document/way-milestone-figures.h"
#include "document/way-sandbox.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/impact/way-recovery-private.h"
#include "metrics/way-figure.h"

struct _WayRecoveryPlan
{
  gint64 milestone;        /* id */
  GPtrArray *chosen;       /* WayRecovery */
  WayDocument *sandbox;    /* (nullable): in which they are made, one after the other */
  WayChangeImpact *impact; /* (nullable): of all together */
};

static WayRecoveryPlan *
plan_new (gint64 milestone, GPtrArray *chosen)
{
  WayRecoveryPlan *self = g_new0 (WayRecoveryPlan, 1);

  self->milestone = milestone;
  self->chosen = g_ptr_array_new_with_free_func (way_recovery_unref);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (self->chosen, way_recovery_ref (chosen->pdata[i]));
  return self;
}

void
way_recovery_plan_free (WayRecoveryPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->chosen);
  g_clear_pointer (&self->sandbox, way_sandbox_discard);
  g_clear_pointer (&self->impact, way_change_impact_free);
  g_free (self);
}

/* ------------------------------------------------------------------ in another thread */

static gboolean
try_all (WayRecoveryPlan *self, GCancellable *cancellable, GError **error)
{
  WayMilestone *milestone = way_recovery_milestone (self->sandbox, self->milestone, error);
  g_autoptr (WayDocument) before = NULL;

  if (milestone == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  before = way_document_new_sandbox (self->sandbox);
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !way_recovery_try (self->sandbox, milestone, self->chosen->pdata[i], error))
      return FALSE;
  self->impact = way_change_impact_new (before, self->sandbox);
  return TRUE;
}

static void
try_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const WayRecoveryPlan *asked = data;
  WayRecoveryPlan *self = plan_new (asked->milestone, asked->chosen);
  GError *error = NULL;

  self->sandbox = way_document_new_sandbox (way_document_of_task (task));
  if (try_all (self, cancellable, &error))
    g_task_return_pointer (task, self, (GDestroyNotify) way_recovery_plan_free);
  else
    {
      g_task_return_error (task, error);
      way_recovery_plan_free (self);
    }
}

/**
 * way_recovery_plan_start:
 * @milestone: id
 * @chosen: (element-type WayRecovery): made one after the other
 * @callback: who calls way_recovery_plan_finish() there
 *
 * Makes them all in a copy of the plan, as it is when its turn comes, and computes the impact.
 */
void
way_recovery_plan_start (WayDocument *document, gint64 milestone, GPtrArray *chosen,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  way_document_start_thread (document, try_in_thread, plan_new (milestone, chosen),
                             (GDestroyNotify) way_recovery_plan_free, cancellable, callback, data);
}

/**
 * way_recovery_plan_finish:
 * @error: why they cannot all be made
 *
 * Returns: (transfer full) (nullable)
 */
WayRecoveryPlan *
way_recovery_plan_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ------------------------------------------------------------------ in the plan */

/* It has to be so when the task begins; of one that is under way, when it ends. */
static WayMoment
due_day (WayDocument *document, WayTask *task)
{
  WayMoment start = way_moment_day (task->start);

  return task->actual_start == WAY_NEVER && start >= way_document_get_status_date (document)
             ? start : way_finish_day (task->finish);
}

static void
add_action (WayDocument *document, WayRecord *request, const WayRecovery *recovery)
{
  WayRecord *action = way_document_create_record (document, &way_action_type);
  WayTask *task = way_plan_lookup_task (way_document_get_plan (document), recovery->task);

  way_document_set_text (document, action, "title", recovery->text);
  way_document_set_text (document, action, "description", recovery->risk);
  way_document_set_int (document, action, "kind", WAY_ACTION_RECOVERY);
  way_document_set_int (document, action, "source", request->id);
  way_document_set_int (document, action, "milestone", WAY_CHANGE_REQUEST (request)->milestone);
  way_document_set_int (document, action, "task", recovery->task);
  way_document_set_int (document, action, "promised", recovery->regained);
  if (task == NULL)
    return;
  way_document_set_int (document, action, "owner", WAY_RECORD (task)->owner);
  way_document_set_int (document, action, "due", due_day (document, task));
}

static WayRecord *
add_request (WayDocument *document, WayMilestone *milestone, GPtrArray *chosen)
{
  WayRecord *request = way_document_create_record (document, &way_change_request_type);
  g_autofree char *title
      = g_strdup_printf (_("Recover “%s”"), WAY_RECORD (milestone)->title);
  g_autofree char *late
      = way_variance_describe (way_document_get_plan (document), milestone->variance);
  g_autofree char *why = g_strdup_printf ("“%s”: %s", WAY_RECORD (milestone)->title, late);
  g_autoptr (GString) what = g_string_new (NULL), risks = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      const WayRecovery *recovery = chosen->pdata[i];

      g_string_append_printf (what, "%s%s", i > 0 ? "\n" : "", recovery->text);
      g_string_append_printf (risks, "%s%s", i > 0 ? "\n" : "", recovery->risk);
    }
  way_document_set_text (document, request, "title", title);
  way_document_set_text (document, request, "why", why);
  way_document_set_text (document, request, "recommendation", what->str);
  way_document_set_text (document, request, "risks", risks->str);
  way_document_set_int (document, request, "kind", WAY_CHANGE_TIMELINE);
  way_document_set_int (document, request, "milestone", WAY_RECORD (milestone)->id);
  return request;
}

/**
 * way_recovery_plan_is_stale:
 *
 * Returns: whether the plan has moved on since: then it has to be started again
 */
gboolean
way_recovery_plan_is_stale (const WayRecoveryPlan *self, WayDocument *document)
{
  return way_sandbox_get_origin (self->sandbox) != way_document_get_seq (document);
}

/**
 * way_recovery_plan_keep:
 * @self: one that is not stale
 *
 * One undoable step: a change request with all of them as its edits and its impact kept, and an
 * action for each with the days that it promises.
 *
 * Returns: (transfer none) (nullable): the request
 */
WayChangeRequest *
way_recovery_plan_keep (WayRecoveryPlan *self, WayDocument *document, GError **error)
{
  WayMilestone *milestone = way_recovery_milestone (document, self->milestone, error);
  WayChangeTrial trial = { .impact = self->impact,
                           .seq = way_sandbox_get_origin (self->sandbox) };
  WayRecord *request;
  g_autofree char *label = NULL;

  if (milestone == NULL)
    return NULL;
  label = g_strdup_printf (_("Plan the recovery of “%s”"), WAY_RECORD (milestone)->title);
  way_document_begin (document, label);
  request = add_request (document, milestone, self->chosen);
  way_change_request_keep (document, WAY_CHANGE_REQUEST (request), self->sandbox);
  way_change_trial_keep (document, WAY_CHANGE_REQUEST (request), &trial);
  for (guint i = 0; i < self->chosen->len; i++)
    add_action (document, request, self->chosen->pdata[i]);
  return way_document_commit (document, error) ? WAY_CHANGE_REQUEST (request) : NULL;
}
