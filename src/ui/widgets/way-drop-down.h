/* way-drop-down.h: a drop-down of people's own names, however long they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @labels: (transfer full) (nullable); @max_chars: what is longer ends in an ellipsis */
GtkWidget *way_drop_down_new (GtkStringList *labels, int max_chars);

G_END_DECLS
