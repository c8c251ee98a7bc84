/* way-waiting.h: WayWaiting, a banner for as long as another thread works on something.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _WayWaiting WayWaiting;

WayWaiting *way_waiting_new  (GtkWidget *inside, const char *text, GCancellable *cancellable);
void        way_waiting_free (WayWaiting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWaiting, way_waiting_free)

G_END_DECLS
