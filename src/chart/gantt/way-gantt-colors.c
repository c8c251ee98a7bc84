/* way-gantt-colors.c: the colours of bars: by status, initiative, owner or critical.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/gantt/way-gantt-private.h"

#include "metrics/way-task-groups.h"
#include "metrics/way-task-milestones.h"

/* The number that picks colour and hatch of a series; −1 = none. */
static int
initiative_of (WayGanttLayout *self, const WayTask *task)
{
  WayRecord *initiative;

  if (self->initiatives == NULL)
    self->initiatives = way_task_initiatives (self->document);
  initiative = task->row >= 0 ? self->initiatives->pdata[task->row] : NULL;
  return initiative != NULL ? (int) initiative->number : -1;
}

static int
owner_of (WayGanttLayout *self, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (self->document);
  WayRecord *owner = way_plan_lookup (plan, way_task_get_owner (plan, task));

  return owner != NULL ? (int) owner->number : -1;
}

static void
color_task (WayGanttLayout *self, WayGanttBar *bar)
{
  int series = -1;

  if (self->options.color == WAY_COLOR_BY_INITIATIVE)
    series = initiative_of (self, bar->task);
  else if (self->options.color == WAY_COLOR_BY_OWNER)
    series = owner_of (self, bar->task);
  bar->fill = WAY_ROLE_BAR;
  bar->done = WAY_ROLE_BAR_DONE;
  bar->edge = WAY_ROLE_BAR_EDGE;
  if (series >= 0)
    {
      bar->fill = (guint8) (WAY_ROLE_SERIES_SOFT + series % WAY_N_SERIES);
      bar->done = bar->edge = (guint8) (WAY_ROLE_SERIES + series % WAY_N_SERIES);
      bar->hatch = (guint8) way_series_hatch ((guint) series);
    }
  else if (bar->finished && self->options.color == WAY_COLOR_BY_STATUS)
    {
      bar->fill = WAY_ROLE_FINISHED;
      bar->done = WAY_ROLE_FINISHED_DONE;
      bar->edge = WAY_ROLE_FINISHED_EDGE;
    }
  else if (bar->critical)
    {
      bar->fill = WAY_ROLE_CRITICAL;
      bar->done = WAY_ROLE_CRITICAL_DONE;
      bar->edge = WAY_ROLE_CRITICAL_EDGE;
    }
  if (bar->critical)
    bar->edge = WAY_ROLE_CRITICAL_EDGE;
}

static void
color_point (WayGanttBar *bar)
{
  bar->fill = WAY_ROLE_MILESTONE;
  if (bar->finished)
    bar->fill = WAY_ROLE_FINISHED_DONE;
  else if (bar->variance != NULL)
    bar->fill = WAY_ROLE_BAD;
  bar->done = bar->fill;
  bar->edge = WAY_ROLE_NONE;
}

/**
 * way_gantt_color_bar:
 *
 * Sets the roles and the hatch of a bar of which all else but labels is known.
 */
void
way_gantt_color_bar (WayGanttLayout *self, WayGanttBar *bar)
{
  if (bar->kind == WAY_BAR_MILESTONE)
    color_point (bar);
  else
    color_task (self, bar);
}
