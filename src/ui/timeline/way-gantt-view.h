/* way-gantt-view.h: WayGanttView, the chart right of the task tree.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkScrollable that paints only what is seen. Vertically it follows the tree's
 * adjustment and never configures it; horizontally it scrolls through time.
 *
 * Signals:
 *   ::activated (WayTask *): double click on a bar
 *   ::menu-requested (double x, double y)
 *   ::link-activated (WayLink *, double x, double y): double click or Enter on a link
 *   ::drawn (WayTask *): a new task was drawn on an empty place
 *   ::message (const char *text, gboolean can_undo, GPtrArray *pinned): what a drop did, and the
 *     tasks that a pin holds since
 *   ::error (GError *)
 *   ::row-wanted (guint row, gboolean extend): the keyboard goes to a row, which may be out of view
 * Properties: zoom-label (notifies). */

#pragma once

#include "chart/way-gantt-options.h"
#include "chart/way-palette.h"
#include "ui/timeline/way-gantt-drag.h"
#include "ui/timeline/way-task-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_GANTT_VIEW (way_gantt_view_get_type ())
G_DECLARE_FINAL_TYPE (WayGanttView, way_gantt_view, WAY, GANTT_VIEW, GtkWidget)

GtkWidget  *way_gantt_view_new          (WayTaskRows *rows, GtkSelectionModel *selection);
void        way_gantt_view_refresh      (WayGanttView *self);
void        way_gantt_view_set_palette  (WayGanttView *self, WayPaletteKind kind);
/* Where the tree's rows stand in this frame. */
void        way_gantt_view_set_position (WayGanttView *self, GtkAdjustment *position);
/* To the pixel those of the tree. */
void        way_gantt_view_set_metrics  (WayGanttView *self, int row_height, int header_height);

/* Read and change, then call way_gantt_view_options_changed(). */
WayGanttOptions *way_gantt_view_get_options     (WayGanttView *self);
void        way_gantt_view_options_changed (WayGanttView *self);

void        way_gantt_view_zoom         (WayGanttView *self, gboolean finer, WayTask *task);
void        way_gantt_view_fit          (WayGanttView *self);
void        way_gantt_view_fit_tasks    (WayGanttView *self, WayTask **tasks, guint n_tasks);
void        way_gantt_view_go_today     (WayGanttView *self);
/* How close, and the moment at the left edge; FALSE while the plan is shown whole. */
gboolean    way_gantt_view_get_time     (WayGanttView *self, double *minutes_per_pixel,
                                         double *origin);
void        way_gantt_view_set_time     (WayGanttView *self, double minutes_per_pixel,
                                         double origin);
void        way_gantt_view_show_task    (WayGanttView *self, WayTask *task);
double      way_gantt_view_get_minutes_per_pixel (WayGanttView *self);
void        way_gantt_view_get_window   (WayGanttView *self, double *from, double *to);
void        way_gantt_view_show_window  (WayGanttView *self, double from, double to);
gboolean    way_gantt_view_get_plan_range (WayGanttView *self, WayMoment *from, WayMoment *to);
const char *way_gantt_view_get_zoom_label (WayGanttView *self);
gint64      way_gantt_view_get_snap     (WayGanttView *self);
gboolean    way_gantt_view_cancel_drag  (WayGanttView *self);
/* A link that is made by keys, as it has just been tried; NULL = none. */
void        way_gantt_view_preview_link (WayGanttView *self, WayGanttDrag *drag, WayTask *to,
                                         gboolean to_finish);
/* (nullable): the link that Enter, Delete and the menu are about; takes the keyboard. */
void        way_gantt_view_choose_link  (WayGanttView *self, WayLink *link);
WayMoment way_gantt_view_moment_at (WayGanttView *self, double x);

G_END_DECLS
