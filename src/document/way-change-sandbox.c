/* way-change-sandbox.c: a copy of the plan for working on a change request, made beside.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-change-sandbox.h"

#include "document/way-change-requests.h"
#include "document/way-document-private.h"
#include "document/way-document-thread.h"
#include "document/way-merge.h"
#include "document/way-sandbox.h"

typedef struct
{
  gint64 request;     /* id; 0 = none, nothing is proposed yet */
  GPtrArray *clashes; /* (element-type WayClash): what of it no longer fits */
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_free (self);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (way_document_of_task (task));
  WayRecord *request = way_plan_lookup (way_document_get_plan (sandbox), work->request);
  GError *error = NULL;

  if (request != NULL && WAY_CHANGE_REQUEST (request)->changes[0] != '\0'
      && !way_change_request_make (sandbox, WAY_CHANGE_REQUEST (request), &work->clashes, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  way_document_ensure_scheduled (sandbox); /* who looks at it next would have to wait */
  g_task_return_pointer (task, g_steal_pointer (&sandbox), g_object_unref);
}

/**
 * way_change_sandbox_start:
 * @request: (nullable): whose edits are made in the copy, as far as they fit
 *
 * way_document_new_sandbox() in another thread, on the plan as it is when its turn comes.
 */
void
way_change_sandbox_start (WayDocument *document, WayChangeRequest *request,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Work *work = g_new0 (Work, 1);

  work->request = request != NULL ? WAY_RECORD (request)->id : 0;
  way_document_start_thread (document, make_in_thread, work, work_free, cancellable, callback,
                             data);
}

/**
 * way_change_sandbox_finish:
 * @clashes: (out) (transfer full) (nullable) (element-type WayClash): what no longer fits
 * @error: why the proposed edits cannot be made at all
 *
 * Returns: (transfer full) (nullable): the copy
 */
WayDocument *
way_change_sandbox_finish (GAsyncResult *result, GPtrArray **clashes, GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  WayDocument *sandbox = g_task_propagate_pointer (G_TASK (result), error);

  /* Of one that was cancelled the other thread may still be at work on them. */
  *clashes = sandbox != NULL ? g_steal_pointer (&work->clashes) : NULL;
  if (*clashes != NULL)
    way_clashes_name (*clashes, way_document_of_task (G_TASK (result)));
  return sandbox;
}
