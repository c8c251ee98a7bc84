/* way-compat.h: what differs between GTK 4.8 and later versions, in one place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Filters are "Name|*.suffix;*.other", translated; several in a NULL-terminated list. */
void   way_compat_open_file (GtkWidget *inside, const char *title, const char *const *filters,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void   way_compat_save_file (GtkWidget *inside, const char *title, GFile *proposed,
                             const char *const *filters, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
void   way_compat_choose_folder (GtkWidget *inside, const char *title, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
GFile *way_compat_file_finish (GAsyncResult *result, GError **error);

void   way_compat_scroll_to     (GtkColumnView *view, guint position);
void   way_compat_align_title   (GtkColumnView *view, guint column, float xalign);
void   way_compat_mend_ctrl_click (GtkWidget *cell, GtkListItem *item);
void   way_compat_mend_focus      (GtkWindow *window);
void   way_compat_mend_stack      (GtkStack *stack);
GtkWidget *way_compat_stack_new   (void);

G_END_DECLS
