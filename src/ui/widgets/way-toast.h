/* way-toast.h: WayToast, a message that floats over the window for some seconds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TOAST (way_toast_get_type ())
G_DECLARE_FINAL_TYPE (WayToast, way_toast, WAY, TOAST, GtkBox)

GtkWidget *way_toast_new  (void);
/* @action_name is activated on @inside; both it and @button_label may be NULL. */
void       way_toast_show (WayToast *self, GtkWidget *inside, const char *message, const char *button_label,
                           const char *action_name);
void       way_toast_hide (WayToast *self);

G_END_DECLS
