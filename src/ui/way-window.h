/* way-window.h: WayWindow, the main window: one plan, its pages, header bar, sidebar, toasts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "ui/way-page.h"
#include "ui/widgets/way-toast.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_WINDOW (way_window_get_type ())
G_DECLARE_FINAL_TYPE (WayWindow, way_window, WAY, WINDOW, GtkApplicationWindow)

WayWindow   *way_window_new          (GtkApplication *application);
void         way_window_set_document (WayWindow *self, WayDocument *document);
WayDocument *way_window_get_document (WayWindow *self);
WayPage     *way_window_get_page     (WayWindow *self, const char *name);
WayPage     *way_window_get_visible_page (WayWindow *self);
/* @banner: stands over all pages, while the window is there */
void         way_window_add_banner   (WayWindow *self, GtkWidget *banner);

/* For pages, dialogs and widgets: @inside is any widget in a window or in a dialog of one. */
WayWindow *way_window_of           (GtkWidget *inside);
void       way_window_toast        (GtkWidget *inside, const char *message, const char *button_label,
                                    const char *action_name);
void       way_window_toast_buttons (GtkWidget *inside, const char *message,
                                     const WayToastButton *buttons, guint n_buttons);
void       way_window_report_error (GtkWidget *inside, const GError *error);
void       way_window_show_page    (GtkWidget *inside, const char *name);
WayPage   *way_window_show_record  (GtkWidget *inside, WayRecord *record);

G_END_DECLS
