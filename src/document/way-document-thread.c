/* way-document-thread.c: work that another thread does on a copy of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-document-thread.h"

#define KEY "waymark-document"

static gboolean
unref_cb (gpointer document)
{
  g_object_unref (document);
  return G_SOURCE_REMOVE;
}

/* The last hold on a task may be that of its thread; a plan ends where its windows are. */
static void
release (gpointer document)
{
  if (g_main_context_is_owner (g_main_context_default ()))
    g_object_unref (document);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, unref_cb, document, NULL);
}

/**
 * way_document_start_thread:
 * @work: done in another thread: it takes a copy with way_document_new_sandbox() of
 * way_document_of_task(), and touches nothing else of the document
 * @input: (transfer full): its task data
 * @callback: called in the main loop, without a source object; who cancels is called at once
 *
 * The document lives until the work is over, and is only ever let go in the main loop.
 */
void
way_document_start_thread (WayDocument *document, GTaskThreadFunc work, gpointer input,
                           GDestroyNotify free_input, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_object_set_data_full (G_OBJECT (task), KEY, g_object_ref (document), release);
  g_task_set_source_tag (task, work);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, input, free_input);
  g_task_run_in_thread (task, work);
}

/**
 * way_document_of_task:
 * @task: from way_document_start_thread()
 *
 * Returns: (transfer none): what it is about
 */
WayDocument *
way_document_of_task (GTask *task)
{
  return g_object_get_data (G_OBJECT (task), KEY);
}
