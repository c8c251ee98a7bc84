/* way-task-columns.h: what typing in a cell of the task tree does, column by column.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-task-column.h"

G_BEGIN_DECLS

gboolean way_task_column_can_edit  (WayTaskColumnId id, WayTask *task);
char    *way_task_column_edit_text (WayTaskColumnId id, WayDocument *document, WayTask *task);
gboolean way_task_column_edit      (WayTaskColumnId id, WayDocument *document, WayTask *task,
                                    const char *text, WayEffect *effect, GError **error);

G_END_DECLS
