/* way-toast.h: WayToast, a message that floats over the window for some seconds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TOAST (way_toast_get_type ())
G_DECLARE_FINAL_TYPE (WayToast, way_toast, WAY, TOAST, GtkBox)

typedef struct
{
  const char *label;       /* a verb */
  const char *action_name;
  GVariant *target;        /* (nullable) */
} WayToastButton;

/* Each button activates its action on @inside. */
void       way_toast_show (WayToast *self, GtkWidget *inside, const char *message,
                           const WayToastButton *buttons, guint n_buttons);
void       way_toast_hide (WayToast *self);

G_END_DECLS
