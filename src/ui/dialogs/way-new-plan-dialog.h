/* way-new-plan-dialog.h: a new plan: its name, its start, its file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_new_plan_dialog_present (GtkWidget *inside);

G_END_DECLS
