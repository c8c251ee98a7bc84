/* way-mta-layout.c: Milestone Trend Analysis (numbers.md §5): forecasts over the days they were made.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-mta-layout.h"

#include "chart/way-palette.h"
#include "chart/way-time-scale.h"

#include <math.h>

#define LEFT 84.0    /* the dates */
#define BOTTOM 30.0
#define TOP 12.0
#define LABEL 96.0   /* right of the last point */
#define LEAST_HEIGHT 240.0
#define MOST_HEIGHT 560.0
#define MARK 7.0
#define LINE_HEIGHT 15.0
#define TICK_ROOM 62.0

typedef struct
{
  WayScene *scene;
  const WayMeasure *measure;
  WayMoment from, to;
  double width, height; /* of the field inside the axes */
} Field;

static double
x_of (const Field *field, WayMoment moment)
{
  return LEFT + field->width * (double) (moment - field->from) / (double) (field->to - field->from);
}

static double
y_of (const Field *field, WayMoment moment)
{
  return TOP + field->height
         - field->height * (double) (moment - field->from) / (double) (field->to - field->from);
}

static void
find_span (Field *field, const WayMtaSeries *series, guint n_series, WayMoment today)
{
  WayMoment from = today, to = today;

  for (guint i = 0; i < n_series; i++)
    for (guint k = 0; k < series[i].n_points; k++)
      {
        const WayTrendPoint *point = &series[i].points[k];

        from = from == WAY_NEVER ? point->day : MIN (from, point->day);
        to = to == WAY_NEVER ? point->forecast : MAX (to, MAX (point->day, point->forecast));
      }
  for (guint i = 0; i < n_series; i++)
    if (series[i].target != WAY_NEVER)
      to = MAX (to, series[i].target);
  if (from == WAY_NEVER)
    from = to = 0;
  field->from = from;
  field->to = MAX (to, from + 30 * WAY_DAY) + (MAX (to, from) - from) / 20 + 1;
}

/* The finest unit of which the marks have room beside each other. */
static WayTier
find_tier (const Field *field)
{
  static const WayTier tiers[] = {
    { WAY_TICK_WEEK, 1, { NULL } },    { WAY_TICK_MONTH, 1, { NULL } },
    { WAY_TICK_QUARTER, 1, { NULL } }, { WAY_TICK_HALF_YEAR, 1, { NULL } },
    { WAY_TICK_YEAR, 1, { NULL } },
  };
  static const double days[] = { 7, 30, 91, 182, 365 };
  double room = field->width / ((double) (field->to - field->from) / WAY_DAY);
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (tiers) && days[i] * room < TICK_ROOM)
    i++;
  return tiers[i];
}

static void
add_axes (const Field *field)
{
  WayTier tier = find_tier (field);
  double right = LEFT + field->width, bottom = TOP + field->height, free_from = 0;
  double free_above = bottom + LINE_HEIGHT;

  way_scene_rect (field->scene, LEFT, TOP, field->width, field->height, 0, WAY_ROLE_NONE,
                  WAY_ROLE_LINE);
  for (WayMoment tick = way_tier_next (&tier, way_tier_floor (&tier, field->from,
                                                              way_locale_first_weekday ()));
       tick < field->to; tick = way_tier_next (&tier, tick))
    {
      const WayTextStyle below = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY,
                                   .align = WAY_ALIGN_CENTER };
      const WayTextStyle beside = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY,
                                    .align = WAY_ALIGN_END };
      g_autofree char *label = way_moment_format_short (tick);
      double x = x_of (field, tick), y = y_of (field, tick);
      double half = way_measure_text (field->measure, label, below) / 2;

      way_scene_line (field->scene, x, TOP, x, bottom, 0.6, WAY_ROLE_LINE, WAY_DASH_SOLID);
      way_scene_line (field->scene, LEFT, y, right, y, 0.6, WAY_ROLE_LINE, WAY_DASH_SOLID);
      if (x - half > free_from)
        {
          way_scene_text (field->scene, x, bottom + 14, 0, label, below);
          free_from = x + half + 8;
        }
      if (y < free_above)
        {
          way_scene_text (field->scene, LEFT - 8, y, 0, label, beside);
          free_above = y - LINE_HEIGHT;
        }
    }
  way_scene_line (field->scene, LEFT, bottom, right, TOP, 1.2, WAY_ROLE_SECONDARY, WAY_DASH_DASHED);
}

/* Where the colours begin again, the line is another one. */
static WayDash
dash_of (guint index)
{
  static const WayDash dashes[] = { WAY_DASH_SOLID, WAY_DASH_DASHED, WAY_DASH_DOTTED };

  return dashes[index / WAY_N_SERIES % G_N_ELEMENTS (dashes)];
}

/* Shapes take turns with the colours, so that neither has to be told from the other alone. */
static void
add_mark (const Field *field, double x, double y, guint index)
{
  WayRole role = WAY_ROLE_SERIES + index % WAY_N_SERIES;
  double half = MARK / 2;

  switch (index % 3)
    {
    case 0:
      way_scene_rect (field->scene, x - half, y - half, MARK, MARK, half, role, WAY_ROLE_NONE);
      break;
    case 1:
      way_scene_diamond (field->scene, x, y, MARK + 2, role, WAY_ROLE_NONE, WAY_DASH_SOLID);
      break;
    default:
      way_scene_rect (field->scene, x - half, y - half, MARK, MARK, 0, role, WAY_ROLE_NONE);
      break;
    }
}

static void
add_series (const Field *field, const WayMtaSeries *series, guint index)
{
  g_autofree WayPoint *points = g_new (WayPoint, MAX (series->n_points, 1));

  for (guint k = 0; k < series->n_points; k++)
    points[k] = (WayPoint) { x_of (field, series->points[k].day),
                             y_of (field, series->points[k].forecast) };
  if (series->n_points > 1)
    way_scene_path (field->scene, points, series->n_points, FALSE, WAY_ROLE_NONE,
                    WAY_ROLE_SERIES + index % WAY_N_SERIES, 1.8, dash_of (index), FALSE);
  for (guint k = 0; k < series->n_points; k++)
    add_mark (field, points[k].x, points[k].y, index);
}

typedef struct
{
  guint series;
  double x, y;     /* of the last point */
  double label_y;
} Label;

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  double y = ((const Label *) a)->y - ((const Label *) b)->y;

  return y < 0 ? -1 : y > 0;
}

/* Labels stand right of all lines, in the order of the last forecasts, none on another. */
static void
add_labels (const Field *field, const WayMtaSeries *series, guint n_series)
{
  const WayTextStyle style = { .size = WAY_TEXT_SMALL, .role = WAY_ROLE_TEXT };
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  double right = LEFT + field->width, above = -LINE_HEIGHT;

  for (guint i = 0; i < n_series; i++)
    if (series[i].n_points > 0)
      {
        const WayTrendPoint *last = &series[i].points[series[i].n_points - 1];
        Label label = { i, x_of (field, last->day), y_of (field, last->forecast), 0 };

        g_array_append_val (labels, label);
      }
  g_array_sort (labels, compare_labels);
  for (guint i = 0; i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->label_y = MAX (label->y, above + LINE_HEIGHT);
      above = label->label_y;
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      way_scene_line (field->scene, label->x + MARK, label->y, right + 4, label->label_y, 0.8,
                      WAY_ROLE_LINE, WAY_DASH_SOLID);
      if (dash_of (label->series) != WAY_DASH_SOLID)
        way_scene_line (field->scene, right + 4, label->label_y, right + 16, label->label_y, 1.8,
                        WAY_ROLE_SERIES + label->series % WAY_N_SERIES, dash_of (label->series));
      add_mark (field, right + 10, label->label_y, label->series);
      way_scene_text (field->scene, right + 18, label->label_y, LABEL - 18,
                      series[label->series].label, style);
    }
}

/**
 * way_mta_layout:
 * @series: (array length=n_series): at most %WAY_MTA_MOST
 * @today: the status date
 * @width: in scene units
 *
 * Appends the chart with its top left at 0, 0.
 *
 * Returns: the height in scene units
 */
double
way_mta_layout (const WayMtaSeries *series, guint n_series, WayMoment today, double width,
                const WayMeasure *measure, WayScene *scene)
{
  Field field = { .scene = scene, .measure = measure };

  field.width = MAX (width - LEFT - LABEL, 60);
  field.height = CLAMP (field.width * 0.62, LEAST_HEIGHT, MOST_HEIGHT);
  find_span (&field, series, n_series, today);
  add_axes (&field);
  if (today != WAY_NEVER)
    way_scene_line (scene, x_of (&field, today), TOP, x_of (&field, today), TOP + field.height, 1.5,
                    WAY_ROLE_TODAY, WAY_DASH_SOLID);
  for (guint i = 0; i < n_series; i++)
    add_series (&field, &series[i], i);
  add_labels (&field, series, n_series);
  return TOP + field.height + BOTTOM;
}
