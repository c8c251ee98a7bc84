/* way-period-choice.h: a drop-down of the periods that figures are counted over.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its “notify::selected” tells of another period. */
GtkWidget *way_period_choice_new      (void);
int        way_period_choice_get_days (GtkWidget *choice);

G_END_DECLS
