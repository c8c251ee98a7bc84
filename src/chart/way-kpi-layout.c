/* way-kpi-layout.c: the measurements of a KPI over time, with the line that they are to reach.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-kpi-layout.h"

#include "chart/way-palette.h"
#include "model/way-units.h"

#define LEFT 64.0
#define TOP 10.0
#define BOTTOM 26.0
#define RIGHT 12.0
#define HEIGHT 190.0
#define MARK 6.0

typedef struct
{
  double x, y, width, height; /* of the field */
  WayMoment from, to;
  double low, high;
} Frame;

/* Values and target with a little air around them; a level line stands in the middle. */
static void
find_range (Frame *frame, const WayKpiSeries *series)
{
  double low = series->has_target ? series->low : series->points[0].value;
  double high = series->has_target ? series->high : series->points[0].value, air;

  for (guint i = 0; i < series->n_points; i++)
    {
      low = MIN (low, series->points[i].value);
      high = MAX (high, series->points[i].value);
    }
  air = high > low ? (high - low) * 0.1 : 1;
  frame->low = low - air;
  frame->high = high + air;
  frame->from = series->n_points > 0 ? series->points[0].day : 0;
  frame->to = series->n_points > 0 ? series->points[series->n_points - 1].day : 0;
  if (frame->to <= frame->from)
    frame->to = frame->from + WAY_DAY;
}

static double
x_of (const Frame *frame, WayMoment day)
{
  return frame->x + frame->width * (double) (day - frame->from) / (double) (frame->to - frame->from);
}

static double
y_of (const Frame *frame, double value)
{
  return frame->y + frame->height * (frame->high - value) / (frame->high - frame->low);
}

/* A range is a band, a single value a dashed line. */
static void
add_target (const Frame *frame, const WayKpiSeries *series, WayScene *scene)
{
  if (!series->has_target)
    return;
  way_scene_line (scene, frame->x, y_of (frame, series->low), frame->x + frame->width,
                  y_of (frame, series->low), 1.2, WAY_ROLE_SECONDARY, WAY_DASH_DASHED);
  if (series->high > series->low)
    way_scene_line (scene, frame->x, y_of (frame, series->high), frame->x + frame->width,
                    y_of (frame, series->high), 1.2, WAY_ROLE_SECONDARY, WAY_DASH_DASHED);
}

static void
add_values (const Frame *frame, const WayKpiSeries *series, double mark, WayScene *scene)
{
  g_autofree WayPoint *points = g_new (WayPoint, MAX (series->n_points, 1));

  for (guint i = 0; i < series->n_points; i++)
    points[i] = (WayPoint) { x_of (frame, series->points[i].day),
                             y_of (frame, series->points[i].value) };
  if (series->n_points > 1)
    way_scene_path (scene, points, series->n_points, FALSE, WAY_ROLE_NONE, WAY_ROLE_SERIES, 1.8,
                    WAY_DASH_SOLID, FALSE);
  for (guint i = mark > 0 || series->n_points == 0 ? 0 : series->n_points - 1;
       i < series->n_points; i++)
    {
      double size = mark > 0 ? mark : 4;

      way_scene_rect (scene, points[i].x - size / 2, points[i].y - size / 2, size, size, size / 2,
                      WAY_ROLE_SERIES, WAY_ROLE_NONE);
    }
}

static void
add_numbers (const Frame *frame, const WayKpiSeries *series, WayScene *scene)
{
  const WayTextStyle beside = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY,
                                .align = WAY_ALIGN_END };
  const WayTextStyle first = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY };
  g_autofree char *high = way_number_format (frame->high, 1);
  g_autofree char *low = way_number_format (frame->low, 1);
  g_autofree char *from = way_moment_format_date (frame->from);
  g_autofree char *to = way_moment_format_date (series->points[series->n_points - 1].day);
  double below = frame->y + frame->height + 14;

  way_scene_text (scene, frame->x - 8, frame->y + 5, 0, high, beside);
  way_scene_text (scene, frame->x - 8, frame->y + frame->height - 5, 0, low, beside);
  way_scene_text (scene, frame->x, below, 0, from, first);
  if (series->n_points > 1)
    way_scene_text (scene, frame->x + frame->width, below, 0, to, beside);
  if (series->has_target)
    {
      g_autofree char *target = way_number_format (series->high, 2);
      double y = y_of (frame, series->high);

      if (y > frame->y + 16 && y < frame->y + frame->height - 16)
        way_scene_text (scene, frame->x - 8, y, 0, target, beside);
    }
}

/**
 * way_kpi_layout:
 * @width: in scene units
 *
 * Appends the chart with its top left at 0, 0; nothing without measurements.
 *
 * Returns: the height in scene units
 */
double
way_kpi_layout (const WayKpiSeries *series, double width, const WayMeasure *measure, WayScene *scene)
{
  Frame frame = { LEFT, TOP, MAX (width - LEFT - RIGHT, 40), HEIGHT - TOP - BOTTOM, 0, 0, 0, 0 };

  if (series->n_points == 0)
    return 0;
  find_range (&frame, series);
  way_scene_rect (scene, frame.x, frame.y, frame.width, frame.height, 0, WAY_ROLE_NONE,
                  WAY_ROLE_LINE);
  add_target (&frame, series, scene);
  add_values (&frame, series, MARK, scene);
  add_numbers (&frame, series, scene);
  return HEIGHT;
}

/**
 * way_kpi_sparkline:
 *
 * Appends the line with the target, without any words, into @width × @height at 0, 0; nothing
 * without measurements.
 */
void
way_kpi_sparkline (const WayKpiSeries *series, double width, double height, WayScene *scene)
{
  Frame frame = { 3, 3, MAX (width - 6, 1), MAX (height - 6, 1), 0, 0, 0, 0 };

  if (series->n_points == 0)
    return;
  find_range (&frame, series);
  add_target (&frame, series, scene);
  add_values (&frame, series, 0, scene);
}
