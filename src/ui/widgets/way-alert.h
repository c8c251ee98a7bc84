/* way-alert.h: WayAlert, a question or message in a small window, answered asynchronously.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*WayAlertAnswer) (gpointer data);

/* A message with only “Close”. */
void way_alert_tell (GtkWidget *inside, const char *heading, const char *body);

/* A question: @answer is called when the user confirms with @confirm_label (a verb). */
void way_alert_ask  (GtkWidget *inside, const char *heading, const char *body, const char *confirm_label,
                     gboolean destructive, WayAlertAnswer answer, gpointer data, GDestroyNotify destroy);

G_END_DECLS
