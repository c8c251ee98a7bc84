/* way-gantt-bars.c: the shapes of one row of a Gantt chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/gantt/way-gantt-private.h"

#include "chart/way-gantt-text.h"
#include "document/way-milestone-figures.h"
#include "document/way-register-figures.h"
#include "document/way-task-edits.h"
#include "document/way-task-pieces.h"
#include "metrics/way-blockers.h"

#include <math.h>

#define LEAST_WIDTH 3.0 /* so that a short task can still be seen and grabbed */
#define BAR_TOP 7.0     /* with a baseline under the bar */
#define TALL_BAR_TOP 3.0
#define SIGN 10.0       /* behind a bar: the middle of the sign of a blocker */

WayBarKind
way_gantt_bar_kind (const WayTask *task)
{
  if (task->summary)
    return WAY_BAR_SUMMARY;
  return task->is_milestone || task->duration == 0 ? WAY_BAR_MILESTONE : WAY_BAR_TASK;
}

/**
 * way_gantt_bar_ends:
 * @x0: (out): left end
 * @x1: (out): right end; a diamond stands around the finish
 *
 * Returns: %FALSE for a task without dates
 */
gboolean
way_gantt_bar_ends (WayGanttLayout *self, const WayTask *task, double *x0, double *x1)
{
  if (task->start == WAY_NEVER || task->finish == WAY_NEVER)
    return FALSE;
  *x0 = way_time_scale_x (&self->scale, task->start);
  *x1 = way_time_scale_x (&self->scale, task->finish);
  if (way_gantt_bar_kind (task) == WAY_BAR_MILESTONE)
    {
      double half = WAY_GANTT_DIAMOND / 2 * way_gantt_unit (self);

      *x0 = *x1 - half;
      *x1 += half;
    }
  else
    *x1 = MAX (*x1, *x0 + LEAST_WIDTH);
  return TRUE;
}

/* Of a task: one with a label inside needs room for the text. */
static double
bar_height (WayGanttLayout *self)
{
  return way_gantt_has_inside_labels (self) ? WAY_GANTT_TALL_BAR : WAY_GANTT_BAR;
}

/* Where links leave and land, as y. */
double
way_gantt_bar_middle (WayGanttLayout *self, guint row, WayBarKind kind)
{
  double top = WAY_GANTT_ROW / 2;

  if (kind == WAY_BAR_TASK && (self->options.baseline_slot >= 0 || self->options.before != NULL))
    top = (way_gantt_has_inside_labels (self) ? TALL_BAR_TOP : BAR_TOP) + bar_height (self) / 2;

  return way_gantt_row_y (self, row) + top * way_gantt_unit (self);
}

/**
 * way_gantt_milestone_of:
 *
 * Returns: (transfer none) (nullable): the milestone record whose row is @task
 */
WayMilestone *
way_gantt_milestone_of (WayGanttLayout *self, const WayTask *task)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GPtrArray *milestones
      = way_plan_get_referrers (plan, task->parent_instance.id, self->milestone_task);

  return milestones->len > 0 ? WAY_MILESTONE (milestones->pdata[0]) : NULL;
}

/* What was promised: shown only when it is missed. */
static void
fill_target (WayGanttLayout *self, WayGanttBar *bar)
{
  WayMilestone *milestone = way_gantt_milestone_of (self, bar->task);
  WayProject *project = way_plan_get_project (way_document_get_plan (self->document));
  g_autofree char *text = NULL;

  if (milestone == NULL || bar->finished || !self->options.deadlines
      || !way_milestone_is_late (milestone))
    return;
  text = way_gantt_format_shift (milestone->variance, project->minutes_per_day);
  bar->variance = g_string_chunk_insert (self->labels, text);
  bar->target_x
      = way_time_scale_x (&self->scale, milestone->target_date + project->day_finish);
}

/* A row that is blocked says by which issues. */
static void
fill_issues (WayGanttLayout *self, WayGanttBar *bar)
{
  g_autofree char *ids = NULL, *text = NULL;

  if (bar->finished || bar->variance != NULL)
    return;
  ids = way_task_format_blocking (bar->task);
  if (ids == NULL)
    return;
  text = g_strdup_printf ("⊘ %s", ids);
  bar->variance = g_string_chunk_insert (self->labels, text);
}

/* FALSE where the row has nothing to be compared with, or is where it was before a change. */
static gboolean
find_baseline (WayGanttLayout *self, WayTask *task, WayMoment *start, WayMoment *finish)
{
  WayBaselineValue *value;
  WayTask *old;

  if (self->options.before != NULL)
    {
      old = way_plan_lookup_task (self->options.before, WAY_RECORD (task)->id);
      *start = old != NULL ? old->start : WAY_NEVER;
      *finish = old != NULL ? old->finish : WAY_NEVER;
      return old != NULL && (old->start != task->start || old->finish != task->finish);
    }
  if (self->options.baseline_slot < 0)
    return FALSE;
  value = way_baseline_get_value (self->document, self->options.baseline_slot, task);
  *start = value != NULL ? value->start : WAY_NEVER;
  *finish = value != NULL ? value->finish : WAY_NEVER;
  return value != NULL;
}

static void
fill_baseline (WayGanttLayout *self, WayGanttBar *bar)
{
  WayMoment start, finish;

  if (!find_baseline (self, bar->task, &start, &finish) || start == WAY_NEVER
      || finish == WAY_NEVER)
    return;
  bar->baseline_x0 = way_time_scale_x (&self->scale, start);
  bar->baseline_x1 = way_time_scale_x (&self->scale, finish);
  if (bar->kind == WAY_BAR_MILESTONE)
    bar->baseline_x0 = bar->baseline_x1;
  /* Under every summary bar it would be a second bracket: there only when it says something. */
  if (bar->kind == WAY_BAR_SUMMARY && fabs (bar->baseline_x0 - bar->x0) < 1
      && fabs (bar->baseline_x1 - bar->x1) < 1)
    bar->baseline_x0 = bar->baseline_x1 = NAN;
}

static void
fill_marks (WayGanttLayout *self, WayGanttBar *bar)
{
  const WayTask *task = bar->task;

  if (self->options.deadlines && task->deadline != WAY_NEVER)
    bar->deadline_x = way_time_scale_x (&self->scale, task->deadline);
  if (self->options.floats && !task->summary && !bar->finished && task->total_float > 0
      && task->late_finish != WAY_NEVER)
    bar->float_x = way_time_scale_x (&self->scale, task->late_finish);
  bar->pinned = self->options.pins && task->constraint_type != WAY_CONSTRAINT_ASAP
                && task->constraint_type != WAY_CONSTRAINT_ALAP;
  if (!bar->finished && way_task_has_blockers (bar->task))
    bar->blocked_x = bar->x1
                     + (bar->kind == WAY_BAR_MILESTONE ? WAY_GANTT_DIAMOND / 2 + SIGN : SIGN)
                           * way_gantt_unit (self);
}

static gboolean
would_be_late (WayGanttLayout *self, const WayShift *shift)
{
  WayMilestone *milestone = way_gantt_milestone_of (self, shift->task);

  if (shift->task->deadline != WAY_NEVER && shift->new_finish > shift->task->deadline)
    return TRUE;
  return milestone != NULL && milestone->target_date != WAY_NEVER
         && way_finish_variance (self->document, milestone->target_date, shift->new_finish) > 0;
}

static void
fill_ghost (WayGanttLayout *self, WayGanttBar *bar)
{
  const WayShift *shift = NULL;
  g_autofree char *text = NULL;

  if (self->find_shift != NULL)
    shift = self->find_shift (self->find_shift_data, bar->task);
  if (shift == NULL || shift->new_start == WAY_NEVER || shift->new_finish == WAY_NEVER)
    return;
  bar->ghost_x0 = way_time_scale_x (&self->scale, shift->new_start);
  bar->ghost_x1 = way_time_scale_x (&self->scale, shift->new_finish);
  if (bar->kind == WAY_BAR_MILESTONE)
    bar->ghost_x0 = bar->ghost_x1;
  bar->ghost_late = would_be_late (self, shift);
  if (bar->task != self->options.grabbed)
    return;
  text = way_gantt_describe_shift (self->document, shift);
  bar->ghost_label = g_string_chunk_insert (self->labels, text);
}

/* Per cent. Of a task what has been entered, be it in an edit that is still open: the fill follows
 * the hand that pulls it. Of a summary what its rows came to. */
static gint64
done_of (WayTask *task)
{
  return task->summary ? task->complete : task->percent_complete;
}

/* Where the work that is done ends (numbers.md §4); of a phase a share of its bar. */
static double
fill_end (WayGanttLayout *self, const WayGanttBar *bar)
{
  gint64 done = CLAMP (done_of (bar->task), 0, 100);

  if (bar->kind != WAY_BAR_TASK || done == 0 || done == 100)
    return bar->x0 + (bar->x1 - bar->x0) * (double) done / 100;
  return CLAMP (way_time_scale_x (&self->scale, way_task_worked_until (self->document, bar->task)),
                bar->x0, bar->x1);
}

static void
place_bar (WayGanttLayout *self, WayGanttBar *bar)
{
  double unit = way_gantt_unit (self);
  double middle = way_gantt_bar_middle (self, bar->row, bar->kind);

  switch (bar->kind)
    {
    case WAY_BAR_SUMMARY:
      bar->height = 8 * unit;
      bar->y = middle - 4.5 * unit;
      break;
    case WAY_BAR_MILESTONE:
      bar->height = WAY_GANTT_DIAMOND * unit;
      bar->y = middle - bar->height / 2;
      break;
    case WAY_BAR_TASK:
    default:
      bar->height = bar_height (self) * unit;
      bar->y = middle - bar->height / 2;
      break;
    }
  bar->done_x = fill_end (self, bar);
}

/* Where a split task is worked on. */
static void
fill_pieces (WayGanttLayout *self, WayGanttBar *bar)
{
  g_autoptr (GArray) pieces = NULL;

  if (bar->kind != WAY_BAR_TASK || (!way_task_is_split (bar->task) && bar->task->resume == WAY_NEVER))
    return;
  pieces = way_task_pieces (self->document, bar->task);
  if (pieces->len == 1)
    return;
  bar->first_piece = self->pieces->len;
  bar->n_pieces = pieces->len;
  for (guint i = 0; i < pieces->len; i++)
    {
      const WayTaskPiece *piece = &g_array_index (pieces, WayTaskPiece, i);
      WayGanttPiece shape = { way_time_scale_x (&self->scale, piece->start),
                              way_time_scale_x (&self->scale, piece->finish) };

      g_array_append_val (self->pieces, shape);
    }
}

/**
 * way_gantt_bar_fill:
 * @bar: (out caller-allocates): all of it is set
 */
void
way_gantt_bar_fill (WayGanttLayout *self, guint row, WayGanttBar *bar)
{
  WayTask *task = self->rows[row];

  *bar = (WayGanttBar) {
    .task = task, .row = row, .kind = way_gantt_bar_kind (task),
    .x0 = NAN, .x1 = NAN, .done_x = NAN, .baseline_x0 = NAN, .baseline_x1 = NAN, .float_x = NAN,
    .deadline_x = NAN, .blocked_x = NAN, .target_x = NAN, .ghost_x0 = NAN, .ghost_x1 = NAN, .label_x = NAN,
    .left_label_x = NAN, .inside_label_x = NAN, .variance_x = NAN, .y = way_gantt_row_y (self, row), .height = self->options.row_height,
  };
  if (self->options.selected != NULL)
    bar->selected = self->options.selected (row, self->options.selected_data);
  fill_ghost (self, bar);
  bar->has_dates = way_gantt_bar_ends (self, task, &bar->x0, &bar->x1);
  if (!bar->has_dates)
    return;
  bar->finished = task->complete >= 100;
  bar->critical = way_gantt_shows_critical (self) && task->critical && !bar->finished;
  place_bar (self, bar);
  fill_pieces (self, bar);
  fill_target (self, bar);
  fill_issues (self, bar);
  way_gantt_color_bar (self, bar);
  fill_baseline (self, bar);
  fill_marks (self, bar);
  way_gantt_label_bar (self, bar);
}
