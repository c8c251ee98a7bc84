/* way-change-trial.c: WayChangeTrial, a change request tried on a copy of the plan as it is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-change-trial.h"

#include "document/way-change-requests.h"
#include "document/way-document-thread.h"
#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "model/way-error.h"

static WayChangeTrial *
new_trial (WayDocument *before, WayDocument *after, GPtrArray *clashes)
{
  WayChangeTrial *self = g_new0 (WayChangeTrial, 1);

  self->impact = way_change_impact_new (before, after);
  self->clashes = g_ptr_array_ref (clashes);
  self->seq = way_document_get_seq (before);
  return self;
}

void
way_change_trial_free (WayChangeTrial *self)
{
  if (self == NULL)
    return;
  way_change_impact_free (self->impact);
  g_ptr_array_unref (self->clashes);
  g_clear_pointer (&self->whole, way_changeset_unref);
  g_free (self);
}

/* With clashes there is nothing to implement. */
static WayChangeTrial *
try_request (WayDocument *document, WayChangeRequest *request, WayTrialPurpose purpose,
             GError **error)
{
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (WayChangeTrial) self = NULL;

  if (!way_change_request_make (sandbox, request, &clashes, error))
    return NULL;
  self = new_trial (document, sandbox, clashes);
  if (purpose == WAY_TRIAL_ASSESS || clashes->len > 0)
    return g_steal_pointer (&self);
  self->whole = way_change_request_complete (sandbox, request, error);
  return self->whole != NULL ? g_steal_pointer (&self) : NULL;
}

/* @self: (transfer full) (nullable): as it was made of the plan, or of a copy without history */
static WayChangeTrial *
conclude (WayChangeTrial *self, WayDocument *document, WayChangeRequest *request,
          WayTrialPurpose purpose, GError **error)
{
  if (self == NULL)
    return NULL;
  way_clashes_name (self->clashes, document);
  if (purpose == WAY_TRIAL_ASSESS || self->clashes->len == 0)
    return self;
  way_change_request_refuse (request, self->clashes, error);
  way_change_trial_free (self);
  return NULL;
}

/**
 * way_change_trial_run:
 * @error: why the change cannot be made at all; %WAY_ERROR_CONFLICT when it is to be implemented
 * and edits no longer fit
 *
 * Returns: (transfer full) (nullable): what it does to @document, which stays as it is
 */
WayChangeTrial *
way_change_trial_run (WayDocument *document, WayChangeRequest *request, WayTrialPurpose purpose,
                      GError **error)
{
  return conclude (try_request (document, request, purpose, error), document, request, purpose,
                   error);
}

/* ------------------------------------------------------------------ in another thread */

/* What is to be tried: a request's edits as they are kept, or others. */
typedef struct
{
  gint64 request;      /* id; 0 = @edits are tried */
  WayChangeset *edits;
  WayTrialPurpose purpose;
} Input;

static void
input_free (gpointer data)
{
  Input *self = data;

  g_clear_pointer (&self->edits, way_changeset_unref);
  g_free (self);
}

static WayChangeRequest *
request_of (WayDocument *document, const Input *input, GError **error)
{
  WayRecord *request = way_plan_lookup (way_document_get_plan (document), input->request);

  if (request != NULL && WAY_IS_CHANGE_REQUEST (request))
    return WAY_CHANGE_REQUEST (request);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                       _("The change request was deleted meanwhile."));
  return NULL;
}

static WayChangeTrial *
try_request_in (WayDocument *copy, const Input *input, GError **error)
{
  WayChangeRequest *request = request_of (copy, input, error);

  return request != NULL ? try_request (copy, request, input->purpose, error) : NULL;
}

static WayChangeTrial *
try_edits (WayDocument *copy, const Input *input, GError **error)
{
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (copy);
  g_autoptr (GPtrArray) clashes = NULL;

  way_document_begin_with_origin (sandbox, input->edits->label, WAY_ORIGIN_CHANGE_REQUEST);
  clashes = way_document_merge (sandbox, input->edits);
  return way_document_commit (sandbox, error) ? new_trial (copy, sandbox, clashes) : NULL;
}

/* The copy is nobody else's: the plan may change meanwhile. */
static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Input *input = data;
  g_autoptr (WayDocument) copy = NULL;
  GError *error = NULL;
  WayChangeTrial *self;

  if (g_task_return_error_if_cancelled (task))
    return;
  copy = way_document_new_sandbox (way_document_of_task (task));
  if (g_task_return_error_if_cancelled (task))
    return;
  self = input->request != 0 ? try_request_in (copy, input, &error)
                             : try_edits (copy, input, &error);
  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->seq = way_sandbox_get_origin (copy);
  g_task_return_pointer (task, self, (GDestroyNotify) way_change_trial_free);
}

static void
start (WayDocument *document, Input input, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer data)
{
  way_document_start_thread (document, run_in_thread, g_memdup2 (&input, sizeof input), input_free,
                             cancellable, callback, data);
}

/**
 * way_change_trial_start:
 * @callback: called in this thread; who calls way_change_trial_finish() there
 *
 * way_change_trial_run() in another thread, on the plan as it is when its turn comes.
 */
void
way_change_trial_start (WayDocument *document, WayChangeRequest *request, WayTrialPurpose purpose,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  start (document, (Input) { WAY_RECORD (request)->id, NULL, purpose }, cancellable, callback,
         data);
}

/**
 * way_change_trial_start_edits:
 * @edits: from way_sandbox_get_changeset()
 *
 * The same for edits that no request keeps yet.
 */
void
way_change_trial_start_edits (WayDocument *document, WayChangeset *edits,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  start (document, (Input) { 0, way_changeset_ref (edits), WAY_TRIAL_ASSESS }, cancellable,
         callback, data);
}

/**
 * way_change_trial_finish:
 *
 * Returns: (transfer full) (nullable)
 */
WayChangeTrial *
way_change_trial_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  WayDocument *document = way_document_of_task (task);
  const Input *input = g_task_get_task_data (task);
  g_autoptr (WayChangeTrial) self = g_task_propagate_pointer (task, error);
  WayChangeRequest *request = NULL;

  if (self != NULL && input->request != 0)
    {
      request = request_of (document, input, error);
      if (request == NULL)
        return NULL;
    }
  return conclude (g_steal_pointer (&self), document, request, input->purpose, error);
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
