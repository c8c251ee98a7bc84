/* way-change-trial.c: WayChangeTrial, a change request tried on a copy of the plan as it is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/impact/way-change-trial.h"

#include "document/way-change-requests.h"
#include "document/way-sandbox.h"

/**
 * way_change_trial_run:
 * @error: why the change cannot be made at all
 *
 * Returns: (transfer full) (nullable): what it does to @document, which stays as it is
 */
WayChangeTrial *
way_change_trial_run (WayDocument *document, WayChangeRequest *request, GError **error)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (WayDocument) sandbox = way_change_request_try (document, request, &clashes, error);
  WayChangeTrial *self;

  if (sandbox == NULL)
    return NULL;
  self = g_new0 (WayChangeTrial, 1);
  self->impact = way_change_impact_new (document, sandbox);
  self->clashes = g_steal_pointer (&clashes);
  self->seq = way_document_get_seq (document);
  return self;
}

void
way_change_trial_free (WayChangeTrial *self)
{
  if (self == NULL)
    return;
  way_change_impact_free (self->impact);
  g_ptr_array_unref (self->clashes);
  g_free (self);
}

/* The copy is nobody else's: the plan may change meanwhile. */
static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WayDocument *copy = source;
  const gint64 *id = data;
  WayRecord *request = way_plan_lookup (way_document_get_plan (copy), *id);
  GError *error = NULL;
  WayChangeTrial *self = way_change_trial_run (copy, WAY_CHANGE_REQUEST (request), &error);

  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->seq = way_sandbox_get_origin (copy);
  g_task_return_pointer (task, self, (GDestroyNotify) way_change_trial_free);
}

/**
 * way_change_trial_start:
 * @callback: called in this thread; who calls way_change_trial_finish() there
 *
 * way_change_trial_run() in another thread, on a copy that is made at once.
 */
void
way_change_trial_start (WayDocument *document, WayChangeRequest *request,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (WayDocument) copy = way_document_new_sandbox (document);
  g_autoptr (GTask) task = g_task_new (copy, cancellable, callback, data);
  gint64 *id = g_new (gint64, 1);

  *id = WAY_RECORD (request)->id;
  g_task_set_source_tag (task, way_change_trial_start);
  g_task_set_task_data (task, id, g_free);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * way_change_trial_finish:
 *
 * Returns: (transfer full) (nullable)
 */
WayChangeTrial *
way_change_trial_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * way_change_trial_keep:
 *
 * Keeps the impact with the request, inside the open scope.
 */
void
way_change_trial_keep (WayDocument *document, WayChangeRequest *request,
                       const WayChangeTrial *trial)
{
  g_autofree char *json = way_change_impact_to_json (trial->impact);

  way_document_set_text (document, WAY_RECORD (request), "impact", json);
  way_document_set_int (document, WAY_RECORD (request), "impact_seq", trial->seq);
}
