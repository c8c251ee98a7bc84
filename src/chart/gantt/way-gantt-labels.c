/* way-gantt-labels.c: what stands left of, inside and right of a bar, and where.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/gantt/way-gantt-private.h"

#include "chart/way-gantt-text.h"
#include "document/way-milestone-figures.h"
#include "document/way-task-edits.h"

#include <math.h>

#define LABEL_GAP 13.0
#define LEFT_GAP 15.0   /* links land on this side */
#define POINT_GAP 9.0   /* between a diamond and its label */
#define INSIDE_GAP 6.0
#define PIN 5.0         /* more, for the pin at the start */
#define AROUND 2.0      /* what stands nearer to a label than that touches it */
#define LEAST_LABEL 30.0 /* less room than that says nothing */

static const WayTextStyle label_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };

static char *
format_dates (const WayGanttBar *bar)
{
  g_autofree char *start = way_moment_format_short (bar->task->start);
  g_autofree char *finish = way_moment_format_short (way_finish_day (bar->task->finish));

  if (way_moment_day (bar->task->start) >= way_finish_day (bar->task->finish))
    return g_steal_pointer (&finish);
  /* Translators: from a date to a date */
  return g_strdup_printf (_("%s – %s"), start, finish);
}

static char *
format_duration (WayGanttLayout *self, const WayGanttBar *bar)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
  const WayTask *task = bar->task;

  if (bar->kind == WAY_BAR_SUMMARY)
    return way_duration_format (task->span, WAY_UNIT_DAYS, &rates);
  return task->duration > 0
             ? way_duration_format (task->duration, (WayUnit) task->duration_unit, &rates)
             : NULL;
}

static char *
format_float (WayGanttLayout *self, const WayGanttBar *bar)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));

  if (bar->kind == WAY_BAR_SUMMARY || bar->finished)
    return NULL;
  return way_duration_format (bar->task->total_float, WAY_UNIT_DAYS, &rates);
}

static char *
format_resources (WayGanttLayout *self, const WayGanttBar *bar)
{
  if (bar->kind == WAY_BAR_MILESTONE)
    return way_moment_format_short (way_finish_day (bar->task->finish));
  return bar->kind == WAY_BAR_TASK ? way_task_format_resources (self->document, bar->task) : NULL;
}

static char *
format_label (WayGanttLayout *self, const WayGanttBar *bar, WayGanttLabel label)
{
  WayTask *task = bar->task;
  WayRecord *record;

  switch (label)
    {
    case WAY_LABEL_RESOURCES:
      return format_resources (self, bar);
    case WAY_LABEL_NAME:
      return g_strdup (WAY_RECORD (task)->title);
    case WAY_LABEL_OWNER:
      record = way_plan_lookup (way_document_get_plan (self->document), WAY_RECORD (task)->owner);
      return record != NULL ? g_strdup (record->title) : NULL;
    case WAY_LABEL_DATES:
      return format_dates (bar);
    case WAY_LABEL_START:
      return way_moment_format_short (task->start);
    case WAY_LABEL_FINISH:
      return way_moment_format_short (way_finish_day (task->finish));
    case WAY_LABEL_DURATION:
      return format_duration (self, bar);
    case WAY_LABEL_DONE:
      /* Translators: how much of a task is done; %% is the sign */
      return g_strdup_printf (_("%d %%"), (int) task->complete);
    case WAY_LABEL_FLOAT:
      return format_float (self, bar);
    case WAY_LABEL_MILESTONE:
      record = (WayRecord *) way_gantt_milestone_of (self, task);
      return record != NULL ? way_record_dup_human_id (record) : NULL;
    case WAY_LABEL_NONE:
    case WAY_N_LABELS:
    default:
      return NULL;
    }
}

static double
width_of (WayGanttLayout *self, const char *text)
{
  return way_measure_text (&self->options.measure, text, label_style);
}

/* On paper: cuts a label to what fits between the edges, or drops it; a bar that ends beyond an
 * edge has its label on that sheet. */
static void
fit_label (WayGanttLayout *self, double from, double to, char **text)
{
  glong length = *text != NULL ? g_utf8_strlen (*text, -1) : 0;

  if (length == 0)
    return;
  if (to - from < LEAST_LABEL || from < 0 || to > self->width)
    g_clear_pointer (text, g_free);
  while (*text != NULL && length > 3 && width_of (self, *text) > to - from)
    {
      g_autofree char *start = g_utf8_substring (*text, 0, --length);

      g_free (*text);
      *text = g_strconcat (g_strchomp (start), "…", NULL);
    }
}

/* Moves the label past a mark that it would cover. */
static void
clear_of (WayGanttBar *bar, double mark_x, double half)
{
  if (mark_x + half > bar->label_x && mark_x - half < bar->label_x + bar->label_width)
    bar->label_x = mark_x + half + 4;
}

/* Inside while it fits there, also into what is seen of a bar that begins further left.
 * Returns: (transfer full) (nullable): the text when it has to stand outside. */
static char *
label_inside (WayGanttLayout *self, WayGanttBar *bar)
{
  double unit = way_gantt_unit (self), gap = INSIDE_GAP * unit, width;
  double pin = bar->pinned ? PIN * unit : 0;
  g_autofree char *text = format_label (self, bar, self->options.labels[WAY_LABEL_INSIDE]);

  if (text == NULL || *text == '\0' || bar->kind != WAY_BAR_TASK)
    return g_steal_pointer (&text);
  width = width_of (self, text);
  if (width + pin + 2 * gap > bar->x1 - bar->x0)
    return g_steal_pointer (&text);
  bar->inside_label = g_string_chunk_insert (self->labels, text);
  bar->inside_label_x = fmin (fmax (bar->x0 + pin, 0) + gap, bar->x1 - gap - width);
  return NULL;
}

/* @first: (nullable): what did not fit inside */
static char *
right_text (WayGanttLayout *self, const WayGanttBar *bar, const char *first)
{
  WayGanttLabel label = self->options.labels[WAY_LABEL_RIGHT];
  g_autofree char *text = format_label (self, bar, label);

  if (first == NULL || *first == '\0')
    return g_steal_pointer (&text);
  if (text == NULL || *text == '\0' || label == self->options.labels[WAY_LABEL_INSIDE])
    return g_strdup (first);
  /* Translators: two labels of a bar, the first one its inner one */
  return g_strdup_printf (_("%s · %s"), first, text);
}

/* Right of everything else that the row holds there. */
static void
label_right (WayGanttLayout *self, WayGanttBar *bar, const char *first)
{
  double unit = way_gantt_unit (self);
  double half = bar->kind == WAY_BAR_MILESTONE ? WAY_GANTT_DIAMOND / 2 * unit : 0;
  double variance = bar->variance != NULL ? width_of (self, bar->variance) + 5 * unit : 0;
  g_autofree char *text = right_text (self, bar, first);

  bar->label_x = bar->x1;
  bar->label_x = fmax (bar->label_x, bar->float_x);
  bar->label_x = fmax (bar->label_x, bar->ghost_x1 + half);
  bar->label_x += (bar->kind == WAY_BAR_MILESTONE ? POINT_GAP : LABEL_GAP) * unit;
  bar->label_width = width_of (self, text);
  if (bar->kind == WAY_BAR_MILESTONE)
    clear_of (bar, bar->baseline_x1, 5 * unit);
  clear_of (bar, bar->deadline_x, 6 * unit);
  clear_of (bar, bar->blocked_x, 7 * unit);
  if (self->options.on_paper)
    {
      fit_label (self, bar->label_x, self->width - 2 - variance, &text);
      bar->label_width = width_of (self, text);
    }
  if (text != NULL && *text != '\0')
    bar->label = g_string_chunk_insert (self->labels, text);
  bar->variance_x = bar->label_x + (bar->label != NULL ? bar->label_width + 5 * unit : 0);
  if (bar->variance != NULL)
    bar->label_width = bar->variance_x - bar->label_x + width_of (self, bar->variance);
}

/* Left of everything else that the row holds there. */
static void
label_left (WayGanttLayout *self, WayGanttBar *bar)
{
  double unit = way_gantt_unit (self), half = WAY_GANTT_DIAMOND / 2 * unit, end = bar->x0;
  g_autofree char *text = format_label (self, bar, self->options.labels[WAY_LABEL_LEFT]);

  if (text == NULL || *text == '\0')
    return;
  end = fmin (end, bar->target_x - half);
  if (bar->kind == WAY_BAR_MILESTONE)
    end = fmin (end, bar->baseline_x0 - half);
  if (self->options.on_paper)
    fit_label (self, 2, end - LEFT_GAP * unit, &text);
  if (text == NULL)
    return;
  bar->left_label = g_string_chunk_insert (self->labels, text);
  bar->left_label_width = width_of (self, text);
  bar->left_label_x = end - LEFT_GAP * unit - bar->left_label_width;
}

/**
 * way_gantt_label_bar:
 *
 * Sets the labels of a bar of which all else is known.
 */
void
way_gantt_label_bar (WayGanttLayout *self, WayGanttBar *bar)
{
  g_autofree char *outside = label_inside (self, bar);

  label_right (self, bar, outside);
  label_left (self, bar);
}

/**
 * way_gantt_meets_label:
 *
 * Returns: whether what reaches from @from to @to in the row of @bar would touch one of the
 *   labels beside it.
 */
gboolean
way_gantt_meets_label (const WayGanttBar *bar, double from, double to)
{
  double left = MIN (from, to) - AROUND, right = MAX (from, to) + AROUND;

  return (bar->label_width > 0 && right > bar->label_x
          && left < bar->label_x + bar->label_width)
         || (bar->left_label != NULL && right > bar->left_label_x
             && left < bar->left_label_x + bar->left_label_width);
}
