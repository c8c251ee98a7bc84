/* way-task-rows.h: WayTaskRows, the rows that the timeline shows: one list for tree and chart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flat GListModel of WayTask, without what collapsed parents and the filter hide: in outline
 * order, or sorted inside each parent, or in groups. Row → task and task → row are both one look
 * in an array.
 *
 * The row over a group is a WayTask of its own that is in no plan: it has a title and nothing
 * else, and no edit may be offered on it; see way_task_rows_is_header(). */

#pragma once

#include "metrics/way-task-column.h"
#include "metrics/way-task-filter.h"
#include "metrics/way-task-groups.h"

G_BEGIN_DECLS

#define WAY_TASK_ROWS_NONE G_MAXUINT

#define WAY_TYPE_TASK_ROWS (way_task_rows_get_type ())
G_DECLARE_FINAL_TYPE (WayTaskRows, way_task_rows, WAY, TASK_ROWS, GObject)

WayTaskRows *way_task_rows_new          (WayDocument *document);
WayDocument *way_task_rows_get_document (WayTaskRows *self);
void         way_task_rows_refresh      (WayTaskRows *self);

guint        way_task_rows_get_n        (WayTaskRows *self);
WayTask     *way_task_rows_get          (WayTaskRows *self, guint row);
guint        way_task_rows_find         (WayTaskRows *self, WayTask *task);
WayTask * const *way_task_rows_peek     (WayTaskRows *self, guint *n_rows);
gboolean     way_task_rows_is_header    (WayTask *task);
const char  *way_task_rows_get_title    (WayTask *task);
WayTask     *way_task_rows_get_parent   (WayTaskRows *self, WayTask *task);
guint        way_task_rows_get_depth    (WayTaskRows *self, WayTask *task);

/* Folding. */
gboolean     way_task_rows_is_expanded  (WayTaskRows *self, WayTask *task);
void         way_task_rows_set_expanded (WayTaskRows *self, WayTask *task, gboolean expanded);
void         way_task_rows_expand_all   (WayTaskRows *self);
void         way_task_rows_collapse_to  (WayTaskRows *self, guint n_levels);
void         way_task_rows_reveal       (WayTaskRows *self, WayTask *task);
GArray      *way_task_rows_get_collapsed (WayTaskRows *self);
void         way_task_rows_set_collapsed (WayTaskRows *self, const gint64 *ids, guint n_ids);

/* What is shown, and in which order. */
void         way_task_rows_set_filter   (WayTaskRows *self, const WayTaskFilter *filter);
const WayTaskFilter *way_task_rows_get_filter (WayTaskRows *self);
gboolean     way_task_rows_is_match     (WayTaskRows *self, WayTask *task);
guint        way_task_rows_get_n_matches (WayTaskRows *self);
void         way_task_rows_set_grouping (WayTaskRows *self, WayTaskGrouping by);
WayTaskGrouping way_task_rows_get_grouping (WayTaskRows *self);
void         way_task_rows_set_sort     (WayTaskRows *self, WayTaskColumnId column, gboolean descending);
WayTaskColumnId way_task_rows_get_sort  (WayTaskRows *self, gboolean *descending);
gboolean     way_task_rows_is_arranged  (WayTaskRows *self);
void         way_task_rows_set_baseline (WayTaskRows *self, int slot);
int          way_task_rows_get_baseline (WayTaskRows *self);

G_END_DECLS
