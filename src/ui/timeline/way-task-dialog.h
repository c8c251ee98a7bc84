/* way-task-dialog.h: the dialog with all of a task: general, links, resources, constraint, notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_task_dialog_present (GtkWidget *parent, WayDocument *document, WayTask *task);

G_END_DECLS
