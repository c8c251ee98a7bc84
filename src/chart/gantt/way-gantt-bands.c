/* way-gantt-bands.c: non-working time: of the plan as columns, of a row's own calendar on its row.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

#define LEAST_DAY 2.2 /* pixels of a day below which weekends are only noise */

/* Days off of the visible time; those that follow one another are one band.
 * Returns: (transfer full): of WayPoint: x is where a band begins, y where it ends */
static GArray *
collect_bands (const WayGanttCanvas *canvas, gint64 calendar)
{
  WayGanttLayout *self = canvas->layout;
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  WayMoment from = WAY_NEVER, day, end;

  day = way_moment_day ((WayMoment) CLAMP (self->scale.origin, (double) WAY_MOMENT_MIN,
                                           (double) WAY_MOMENT_MAX));
  end = (WayMoment) MIN (way_time_scale_moment (&self->scale, self->width),
                         (double) WAY_MOMENT_MAX);
  for (; day < end + WAY_DAY; day += WAY_DAY)
    {
      gboolean off = day < end && !way_document_is_working_day (self->document, calendar, day);

      if (off && from == WAY_NEVER)
        from = day;
      if (!off && from != WAY_NEVER)
        {
          WayPoint band = { way_gantt_cut_x (canvas, way_time_scale_x (&self->scale, from)),
                            way_gantt_cut_x (canvas, way_time_scale_x (&self->scale, day)) };

          g_array_append_val (bands, band);
          from = WAY_NEVER;
        }
    }
  return bands;
}

static void
append_bands (const WayGanttCanvas *canvas, const GArray *bands, double y, double height)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const WayPoint *band = &g_array_index (bands, WayPoint, i);

      way_scene_rect (canvas->scene, band->x, y, band->y - band->x, height, 0,
                      WAY_ROLE_NON_WORKING, WAY_ROLE_NONE);
    }
}

/* The row's own calendar, or that of the one person who works on it; 0 = the plan's. */
static gint64
calendar_of (WayGanttLayout *self, const WayTask *task)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GPtrArray *assignments;
  WayRecord *resource;
  gint64 calendar = task->calendar;

  if (calendar == 0 && !task->summary && !task->ignore_resource_calendars)
    {
      assignments = way_plan_get_referrers (plan, task->parent_instance.id, self->assignment_task);
      resource = assignments->len == 1
                     ? way_plan_lookup (plan, WAY_ASSIGNMENT (assignments->pdata[0])->resource)
                     : NULL;
      calendar = resource != NULL ? WAY_RESOURCE (resource)->calendar : 0;
    }
  return calendar == way_plan_get_default_calendar (plan) ? 0 : calendar;
}

/* Over the plan's columns, which do not hold here. */
static void
append_own (const WayGanttCanvas *canvas)
{
  WayGanttLayout *self = canvas->layout;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);

  for (guint row = self->first_row; row < self->end_row; row++)
    {
      gint64 calendar = calendar_of (self, self->rows[row]);
      double y = way_gantt_row_y (self, row), height = self->options.row_height;
      GArray *bands;

      if (calendar == 0)
        continue;
      bands = g_hash_table_lookup (known, &calendar);
      if (bands == NULL)
        {
          bands = collect_bands (canvas, calendar);
          g_hash_table_insert (known, g_memdup2 (&calendar, sizeof calendar), bands);
        }
      way_scene_rect (canvas->scene, 0, y, self->width, height, 0, WAY_ROLE_BACKGROUND,
                      WAY_ROLE_NONE);
      append_bands (canvas, bands, y, height);
    }
}

/**
 * way_gantt_append_bands:
 *
 * Cost: a look at each visible day, once for each calendar that visible rows have.
 */
void
way_gantt_append_bands (const WayGanttCanvas *canvas)
{
  g_autoptr (GArray) bands = NULL;

  if (WAY_DAY / canvas->layout->scale.minutes_per_pixel < LEAST_DAY)
    return;
  bands = collect_bands (canvas, 0);
  append_bands (canvas, bands, 0, canvas->layout->height);
  append_own (canvas);
}
