/* way-document-thread.h: work that another thread does on a copy of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void         way_document_start_thread (WayDocument *document, GTaskThreadFunc work,
                                        gpointer input, GDestroyNotify free_input,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer data);
WayDocument *way_document_of_task      (GTask *task);

G_END_DECLS
