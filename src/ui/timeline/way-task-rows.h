/* way-task-rows.h: WayTaskRows, the rows that the timeline shows: one list for tree and chart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flat GListModel of WayTask in outline order, without what collapsed parents
 * and the filter hide. Row → task and task → row are both one look in an array. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

#define WAY_TASK_ROWS_NONE G_MAXUINT

#define WAY_TYPE_TASK_ROWS (way_task_rows_get_type ())
G_DECLARE_FINAL_TYPE (WayTaskRows, way_task_rows, WAY, TASK_ROWS, GObject)

typedef gboolean (*WayTaskFilterFunc) (WayTask *task, gpointer data);

WayTaskRows *way_task_rows_new          (WayDocument *document);
WayDocument *way_task_rows_get_document (WayTaskRows *self);
void         way_task_rows_refresh      (WayTaskRows *self);

guint        way_task_rows_get_n        (WayTaskRows *self);
WayTask     *way_task_rows_get          (WayTaskRows *self, guint row);
guint        way_task_rows_find         (WayTaskRows *self, WayTask *task);
WayTask * const *way_task_rows_peek     (WayTaskRows *self, guint *n_rows);

gboolean     way_task_rows_is_expanded  (WayTaskRows *self, WayTask *task);
void         way_task_rows_set_expanded (WayTaskRows *self, WayTask *task, gboolean expanded);
void         way_task_rows_expand_all   (WayTaskRows *self);
void         way_task_rows_collapse_all (WayTaskRows *self);
void         way_task_rows_reveal       (WayTaskRows *self, WayTask *task);
void         way_task_rows_set_filter   (WayTaskRows *self, WayTaskFilterFunc filter, gpointer data,
                                         GDestroyNotify destroy);

G_END_DECLS
