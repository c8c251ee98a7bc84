/* way-change-sandbox.h: a copy of the plan for working on a change request, made beside.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void         way_change_sandbox_start  (WayDocument *document, WayChangeRequest *request,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer data);
WayDocument *way_change_sandbox_finish (GAsyncResult *result, GPtrArray **clashes, GError **error);

G_END_DECLS
