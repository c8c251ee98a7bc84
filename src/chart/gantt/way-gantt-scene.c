/* way-gantt-scene.c: the geometry of a Gantt chart as shapes, from back to front.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/gantt/way-gantt-private.h"

#include "chart/way-time-header.h"

#include <math.h>

#define LEAST_PINNED 8.0 /* a shorter bar would vanish under its pin */

static const WayTextStyle label_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };
static const WayTextStyle date_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };
static const WayTextStyle late_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_BOLD, WAY_ALIGN_START, WAY_ROLE_BAD_TEXT };
static const WayTextStyle ghost_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_BOLD, WAY_ALIGN_START, WAY_ROLE_ON_ACCENT };

static void
append_rows (const WayGanttCanvas *canvas)
{
  WayGanttLayout *self = canvas->layout;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const WayGanttBar *bar = &g_array_index (self->bars, WayGanttBar, i);

      if (bar->selected)
        way_scene_rect (canvas->scene, 0, way_gantt_row_y (self, bar->row), self->width,
                        self->options.row_height, 0, WAY_ROLE_SELECTED, WAY_ROLE_NONE);
    }
  if (self->options.grid)
    way_time_grid_layout (&self->scale, self->options.grid_scale, self->width, self->height,
                          canvas->scene);
  for (guint row = self->first_row; self->options.row_lines && row < self->end_row; row++)
    {
      double y = way_gantt_row_y (self, row + 1);

      way_scene_line (canvas->scene, 0, y, self->width, y, 1, WAY_ROLE_LINE, WAY_DASH_SOLID);
    }
}

static void
append_baseline (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double unit = canvas->unit, x0 = way_gantt_cut_x (canvas, bar->baseline_x0);
  double x1 = way_gantt_cut_x (canvas, bar->baseline_x1);

  if (isnan (bar->baseline_x0) || !way_gantt_sees (canvas, bar->baseline_x0, bar->baseline_x1))
    return;
  if (bar->kind == WAY_BAR_MILESTONE)
    way_scene_diamond (canvas->scene, x0, bar->y + bar->height / 2, 9 * unit, WAY_ROLE_BASELINE,
                       WAY_ROLE_NONE, WAY_DASH_SOLID);
  else if (bar->kind == WAY_BAR_SUMMARY)
    way_scene_rect (canvas->scene, x0, bar->y + 10 * unit, MAX (1, x1 - x0), 2 * unit, 0,
                    WAY_ROLE_BASELINE, WAY_ROLE_NONE);
  else
    way_scene_rect (canvas->scene, x0, bar->y + bar->height + 2 * unit, MAX (1, x1 - x0),
                    3 * unit, 1.5 * unit, WAY_ROLE_BASELINE, WAY_ROLE_NONE);
}

static void
append_summary (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double unit = canvas->unit, x0 = way_gantt_cut_x (canvas, bar->x0), x1 = way_gantt_cut_x (canvas, bar->x1);
  double tip = MIN (5 * unit, (x1 - x0) / 2), y = bar->y;
  WayPoint points[] = { { x0, y }, { x1, y }, { x1, y + 8 * unit }, { x1 - tip, y + 5 * unit },
                        { x0 + tip, y + 5 * unit }, { x0, y + 8 * unit } };

  way_scene_path (canvas->scene, points, G_N_ELEMENTS (points), TRUE, WAY_ROLE_SUMMARY,
                  WAY_ROLE_NONE, 0, WAY_DASH_SOLID, FALSE);
}

/* The critical ones have a heavier outline, not only another colour. */
static void
append_edge (const WayGanttCanvas *canvas, const WayGanttBar *bar, double x, double width)
{
  if (bar->critical)
    way_scene_outline (canvas->scene, x, bar->y, width, bar->height,
                       WAY_GANTT_RADIUS * canvas->unit, bar->edge, 1.8, WAY_DASH_SOLID);
}

static void
append_plain_task (const WayGanttCanvas *canvas, const WayGanttBar *bar, double x, double width,
                   double done)
{
  double radius = WAY_GANTT_RADIUS * canvas->unit;

  way_scene_bar (canvas->scene, x, bar->y, width, bar->height, radius, done, bar->fill, bar->done,
                 bar->edge);
  if (done < width)
    way_scene_hatch (canvas->scene, x + done, bar->y, width - done, bar->height,
                     done > 0 ? 0 : radius, bar->done, (WayHatch) bar->hatch);
  append_edge (canvas, bar, x, width);
}

/* Pale all over, so that its label can be read; what is done is a line along its foot. */
static void
append_labelled_task (const WayGanttCanvas *canvas, const WayGanttBar *bar, double x, double width,
                      double done)
{
  double unit = canvas->unit, foot = 4 * unit, radius = WAY_GANTT_RADIUS * unit;

  way_scene_rect (canvas->scene, x, bar->y, width, bar->height, radius, bar->fill, bar->edge);
  if (bar->inside_label == NULL)
    way_scene_hatch (canvas->scene, x, bar->y, width, bar->height, radius, bar->done,
                     (WayHatch) bar->hatch);
  append_edge (canvas, bar, x, width);
  if (done > 0)
    way_scene_rect (canvas->scene, x, bar->y + bar->height - foot, done, foot, foot / 2, bar->done,
                    WAY_ROLE_NONE);
}

/* One stretch of a task: all of it, mostly. */
static void
append_piece (const WayGanttCanvas *canvas, const WayGanttBar *bar, double from, double to)
{
  double x0 = way_gantt_cut_x (canvas, from), x1 = way_gantt_cut_x (canvas, to);
  double radius = WAY_GANTT_RADIUS * canvas->unit, done = 0;

  if (canvas->layout->options.progress)
    done = CLAMP (way_gantt_cut_x (canvas, bar->done_x) - x0, 0, x1 - x0);
  if (!bar->task->active)
    way_scene_outline (canvas->scene, x0, bar->y, x1 - x0, bar->height, radius,
                       WAY_ROLE_BASELINE, 1, WAY_DASH_SOLID);
  else if (way_gantt_has_inside_labels (canvas->layout))
    append_labelled_task (canvas, bar, x0, x1 - x0, done);
  else
    append_plain_task (canvas, bar, x0, x1 - x0, done);
}

/* While it rests, a split task is a dotted line. */
static void
append_task (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  const WayGanttPiece *pieces =
      (const WayGanttPiece *) (gpointer) canvas->layout->pieces->data + bar->first_piece;
  double y = bar->y + bar->height / 2;

  if (bar->n_pieces == 0)
    append_piece (canvas, bar, bar->x0, bar->x1);
  for (guint i = 0; i < bar->n_pieces; i++)
    {
      if (i > 0)
        way_scene_line (canvas->scene, way_gantt_cut_x (canvas, pieces[i - 1].x1), y,
                        way_gantt_cut_x (canvas, pieces[i].x0), y, 1, bar->edge, WAY_DASH_DOTTED);
      append_piece (canvas, bar, pieces[i].x0, pieces[i].x1);
    }
}

/* One that is reached has a tick, which looks the same when time runs to the left. */
static void
append_point (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double unit = canvas->unit, x = (bar->x0 + bar->x1) / 2, y = bar->y + bar->height / 2;
  double right = canvas->layout->options.rtl ? -unit : unit;
  WayPoint tick[] = { { x - 2.6 * right, y }, { x - 0.8 * right, y + 2 * unit },
                      { x + 2.8 * right, y - 2 * unit } };

  way_scene_diamond (canvas->scene, x, y, bar->height, bar->fill, WAY_ROLE_NONE, WAY_DASH_SOLID);
  if (bar->finished)
    way_scene_path (canvas->scene, tick, G_N_ELEMENTS (tick), FALSE, WAY_ROLE_NONE,
                    WAY_ROLE_BACKGROUND, 1.4 * unit, WAY_DASH_SOLID, FALSE);
}

static void
append_target (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  if (isnan (bar->target_x) || !way_gantt_sees (canvas, bar->target_x, bar->target_x))
    return;
  way_scene_diamond (canvas->scene, bar->target_x,
                     way_gantt_row_y (canvas->layout, bar->row) + WAY_GANTT_ROW / 2 * canvas->unit,
                     WAY_GANTT_DIAMOND * canvas->unit, WAY_ROLE_BACKGROUND, WAY_ROLE_MILESTONE,
                     WAY_DASH_DOTTED);
}

static void
append_bar (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  append_target (canvas, bar);
  if (!way_gantt_sees (canvas, bar->x0, bar->x1))
    return;
  switch (bar->kind)
    {
    case WAY_BAR_SUMMARY:
      append_summary (canvas, bar);
      break;
    case WAY_BAR_MILESTONE:
      append_point (canvas, bar);
      break;
    case WAY_BAR_TASK:
      append_task (canvas, bar);
      break;
    }
}

/* From the bar's end to where it could still slip without moving the plan's finish. */
static void
append_float (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double y = bar->y + bar->height / 2, end = way_gantt_cut_x (canvas, bar->float_x);

  if (isnan (bar->float_x) || bar->float_x <= bar->x1
      || !way_gantt_sees (canvas, bar->x1, bar->float_x))
    return;
  way_scene_line (canvas->scene, way_gantt_cut_x (canvas, bar->x1), y, end, y, 1, WAY_ROLE_BASELINE,
                  WAY_DASH_DOTTED);
  way_scene_line (canvas->scene, end, y - 3 * canvas->unit, end, y + 3 * canvas->unit, 1,
                  WAY_ROLE_BASELINE, WAY_DASH_SOLID);
}

/* An arrow down from the row's top: filled red when the finish is past it. */
static void
append_deadline (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double unit = canvas->unit, x = bar->deadline_x, top;
  gboolean missed = bar->task->finish > bar->task->deadline;
  WayRole role = missed ? WAY_ROLE_BAD : WAY_ROLE_SUMMARY;

  if (isnan (x) || !way_gantt_sees (canvas, x, x))
    return;
  top = way_gantt_row_y (canvas->layout, bar->row) + 2 * unit;
  WayPoint points[] = { { x - 1.5 * unit, top }, { x + 1.5 * unit, top },
                        { x + 1.5 * unit, top + 6 * unit }, { x + 5 * unit, top + 6 * unit },
                        { x, top + 12 * unit }, { x - 5 * unit, top + 6 * unit },
                        { x - 1.5 * unit, top + 6 * unit } };
  way_scene_path (canvas->scene, points, G_N_ELEMENTS (points), TRUE, role, WAY_ROLE_BACKGROUND,
                  1, WAY_DASH_SOLID, FALSE);
}

/* A pin stuck into the end that a constraint holds. */
static void
append_pin (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double unit = canvas->unit, radius = 3 * unit, x, y = bar->y - unit;
  gint64 type = bar->task->constraint_type;
  gboolean at_finish = type == WAY_CONSTRAINT_MFO || type == WAY_CONSTRAINT_FNET
                       || type == WAY_CONSTRAINT_FNLT;

  x = at_finish ? bar->x1 - 5 * unit : bar->x0 + 5 * unit;
  if (bar->kind == WAY_BAR_MILESTONE)
    x = (bar->x0 + bar->x1) / 2;
  if (!bar->pinned || !way_gantt_sees (canvas, x, x) || bar->x1 - bar->x0 < LEAST_PINNED)
    return;
  way_scene_line (canvas->scene, x, y, x, y + 7 * unit, 1.3, WAY_ROLE_TEXT, WAY_DASH_SOLID);
  way_scene_rect (canvas->scene, x - radius - unit, y - radius - unit, 2 * (radius + unit),
                  2 * (radius + unit), radius + unit, WAY_ROLE_BACKGROUND, WAY_ROLE_NONE);
  way_scene_rect (canvas->scene, x - radius, y - radius, 2 * radius, 2 * radius, radius,
                  WAY_ROLE_TEXT, WAY_ROLE_NONE);
}

/* No entry: something holds the row up. */
static void
append_blocked (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double unit = canvas->unit, radius = 6 * unit, x = bar->blocked_x;
  double y = way_gantt_row_y (canvas->layout, bar->row) + WAY_GANTT_ROW / 2 * unit;

  if (isnan (x) || !way_gantt_sees (canvas, x - radius, x + radius))
    return;
  way_scene_rect (canvas->scene, x - radius, y - radius, 2 * radius, 2 * radius, radius,
                  WAY_ROLE_BAD, WAY_ROLE_BACKGROUND);
  way_scene_line (canvas->scene, x - 3.5 * unit, y, x + 3.5 * unit, y, 2.2 * unit,
                  WAY_ROLE_ON_ACCENT, WAY_DASH_SOLID);
}

static void
append_label (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double y = way_gantt_row_y (canvas->layout, bar->row) + WAY_GANTT_ROW / 2 * canvas->unit;
  gboolean plain = bar->kind == WAY_BAR_TASK && !bar->selected;
  const WayTextStyle style = plain ? label_style : date_style;

  if (bar->inside_label != NULL)
    way_scene_text (canvas->scene, bar->inside_label_x, bar->y + bar->height / 2 - canvas->unit, 0,
                    bar->inside_label, date_style);
  if (bar->left_label != NULL
      && way_gantt_sees (canvas, bar->left_label_x, bar->left_label_x + bar->left_label_width))
    way_scene_text (canvas->scene, bar->left_label_x, y, 0, bar->left_label, style);
  if (bar->ghost_label != NULL
      || !way_gantt_sees (canvas, bar->label_x, bar->label_x + bar->label_width))
    return;
  way_scene_text (canvas->scene, bar->label_x, y, 0, bar->label, style);
  way_scene_text (canvas->scene, bar->variance_x, y, 0, bar->variance, late_style);
}

/* After the ghost, or before it where it would be cut off: at the edges the chart scrolls by, and
 * the date is what the hand waits for. */
static void
append_ghost_label (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double width
      = way_measure_text (&canvas->layout->options.measure, bar->ghost_label, ghost_style) + 16;
  double y = way_gantt_row_y (canvas->layout, bar->row) + WAY_GANTT_ROW / 2 * canvas->unit;
  double gap = 12 * canvas->unit, most = canvas->layout->width - width - gap;
  double x = bar->ghost_x1 + gap;

  if (x > most)
    x = MIN (bar->ghost_x0 - gap - width, most);
  x = MAX (x, gap);
  way_scene_rect (canvas->scene, x, y - 10, width, 20, 10,
                  bar->ghost_late ? WAY_ROLE_BAD : WAY_ROLE_ACCENT, WAY_ROLE_NONE);
  way_scene_text (canvas->scene, x + 8, y, 0, bar->ghost_label, ghost_style);
}

static void
append_ghost (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double x0 = way_gantt_cut_x (canvas, bar->ghost_x0), x1 = way_gantt_cut_x (canvas, bar->ghost_x1);
  WayRole role = bar->kind == WAY_BAR_SUMMARY ? WAY_ROLE_SUMMARY : (WayRole) bar->done;

  if (isnan (bar->ghost_x0))
    return;
  if (bar->ghost_late)
    role = WAY_ROLE_BAD;
  if (way_gantt_sees (canvas, bar->ghost_x0, bar->ghost_x1) && bar->kind == WAY_BAR_MILESTONE)
    way_scene_diamond (canvas->scene, x0, bar->y + bar->height / 2, bar->height, WAY_ROLE_NONE,
                       role, WAY_DASH_DASHED);
  else if (way_gantt_sees (canvas, bar->ghost_x0, bar->ghost_x1))
    way_scene_outline (canvas->scene, x0, bar->y, MAX (3, x1 - x0), bar->height,
                       WAY_GANTT_RADIUS * canvas->unit, role, 1.3, WAY_DASH_DASHED);
  if (bar->ghost_label != NULL)
    append_ghost_label (canvas, bar);
}

static void
append_handle (const WayGanttCanvas *canvas, double x, double y)
{
  way_scene_rect (canvas->scene, x - 4, y - 4, 8, 8, 4, WAY_ROLE_BACKGROUND, WAY_ROLE_NONE);
  way_scene_rect (canvas->scene, x - 3.5, y - 3.5, 7, 7, 3.5, WAY_ROLE_BACKGROUND,
                  WAY_ROLE_ACCENT);
}

/* What can be grabbed, on the row under the pointer. */
static void
append_handles (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  double middle = bar->y + bar->height / 2, bottom = bar->y + bar->height;
  double x = way_gantt_cut_x (canvas, bar->done_x);

  if (bar->task != canvas->layout->options.hover || !bar->has_dates
      || bar->kind == WAY_BAR_SUMMARY)
    return;
  append_handle (canvas, way_gantt_cut_x (canvas, bar->x0) - WAY_GANTT_HANDLE, middle);
  append_handle (canvas, way_gantt_cut_x (canvas, bar->x1) + WAY_GANTT_HANDLE, middle);
  if (bar->kind != WAY_BAR_TASK || !canvas->layout->options.progress)
    return;
  WayPoint points[] = { { x, bottom - 4 }, { x + 5, bottom + 4 }, { x - 5, bottom + 4 } };
  way_scene_path (canvas->scene, points, G_N_ELEMENTS (points), TRUE, WAY_ROLE_ACCENT,
                  WAY_ROLE_BACKGROUND, 1, WAY_DASH_SOLID, FALSE);
}

static void
append_today (const WayGanttCanvas *canvas)
{
  WayGanttLayout *self = canvas->layout;
  double x;

  if (!self->options.today_line || self->options.today == WAY_NEVER)
    return;
  x = way_time_scale_x (&self->scale, self->options.today);
  if (x >= 0 && x <= self->width)
    way_scene_line (canvas->scene, x, 0, x, self->height, 1.5, WAY_ROLE_TODAY, WAY_DASH_SOLID);
}

static void
for_each_bar (const WayGanttCanvas *canvas, void (*append) (const WayGanttCanvas *, const WayGanttBar *),
              gboolean dated)
{
  GArray *bars = canvas->layout->bars;

  for (guint i = 0; i < bars->len; i++)
    {
      const WayGanttBar *bar = &g_array_index (bars, WayGanttBar, i);

      if (bar->has_dates || !dated)
        append (canvas, bar);
    }
}

static void
append_emphasised (const WayGanttCanvas *canvas, const WayGanttBar *bar)
{
  if (!way_gantt_is_emphasised (canvas->layout, bar->task))
    return;
  append_bar (canvas, bar);
  append_label (canvas, bar);
}

/* A veil over everything, and what is to be seen once more on top. */
static void
append_emphasis (const WayGanttCanvas *canvas)
{
  WayGanttLayout *self = canvas->layout;

  way_scene_rect (canvas->scene, 0, 0, self->width, self->height, 0, WAY_ROLE_VEIL, WAY_ROLE_NONE);
  for (guint i = 0; i < self->links->len; i++)
    {
      const WayGanttLink *link = &g_array_index (self->links, WayGanttLink, i);

      if (way_gantt_is_emphasised (self, link->link))
        way_gantt_append_link (canvas, link);
    }
  for_each_bar (canvas, append_emphasised, TRUE);
}

static void
append_all (const WayGanttCanvas *canvas)
{
  WayGanttLayout *self = canvas->layout;

  if (self->options.non_working && self->document != NULL)
    way_gantt_append_bands (canvas);
  append_rows (canvas);
  way_gantt_append_links (canvas);
  for_each_bar (canvas, append_baseline, TRUE);
  for_each_bar (canvas, append_float, TRUE);
  for_each_bar (canvas, append_bar, TRUE);
  append_today (canvas);
  if (self->options.progress_line)
    way_gantt_append_progress_line (canvas);
  for_each_bar (canvas, append_deadline, TRUE);
  for_each_bar (canvas, append_pin, TRUE);
  for_each_bar (canvas, append_blocked, TRUE);
  for_each_bar (canvas, append_label, TRUE);
  if (self->options.emphasis != NULL)
    append_emphasis (canvas);
  for_each_bar (canvas, append_handles, TRUE);
  for_each_bar (canvas, append_ghost, FALSE);
}

/**
 * way_gantt_layout_append:
 *
 * Adds the picture of the last update to @scene, clipped to the view.
 */
void
way_gantt_layout_append (WayGanttLayout *self, WayScene *scene)
{
  g_autoptr (WayScene) own = self->options.rtl ? way_scene_new () : NULL;
  WayGanttCanvas canvas = { self, own != NULL ? own : scene, way_gantt_unit (self) };

  g_return_if_fail (WAY_IS_GANTT_LAYOUT (self));
  way_scene_clip (canvas.scene, 0, 0, self->width, self->height);
  append_all (&canvas);
  way_scene_unclip (canvas.scene);
  if (own != NULL)
    {
      way_scene_mirror (own, self->width);
      way_scene_append (scene, own, 0, 0);
    }
}
