/* way-check-in-layout.c: the mood of a team over its check-ins, with their colours and the reviews.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-check-in-layout.h"

#define LEFT 22.0
#define RIGHT 14.0
#define TOP 24.0      /* the words of the reviews */
#define HEIGHT 64.0   /* from mood 5 to mood 1 */
#define BOTTOM 40.0   /* colours where no mood was asked, and the dates */
#define MARK 9.0
#define BEST 5

typedef struct
{
  WayMoment from, to;
  double width;
} Field;

static double
x_of (const Field *field, WayMoment day)
{
  return LEFT + field->width * (double) (day - field->from) / (double) (field->to - field->from);
}

/* What was asked nobody stands below the moods. */
static double
y_of (int mood)
{
  return mood > 0 ? TOP + HEIGHT * (BEST - mood) / (BEST - 1) : TOP + HEIGHT + 14;
}

static void
find_span (Field *field, const WayCheckInMark *check_ins, guint n_check_ins,
           const WayReviewMark *reviews, guint n_reviews)
{
  field->from = WAY_MOMENT_MAX;
  field->to = -WAY_MOMENT_MAX;
  for (guint i = 0; i < n_check_ins; i++)
    {
      field->from = MIN (field->from, check_ins[i].day);
      field->to = MAX (field->to, check_ins[i].day);
    }
  for (guint i = 0; i < n_reviews; i++)
    {
      field->from = MIN (field->from, reviews[i].day);
      field->to = MAX (field->to, reviews[i].day);
    }
}

static void
add_scale (const Field *field, WayScene *scene)
{
  for (int mood = 1; mood <= BEST; mood += 2)
    {
      const WayTextStyle style
          = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY, .align = WAY_ALIGN_END };
      const char text[] = { (char) ('0' + mood), '\0' };

      way_scene_line (scene, LEFT, y_of (mood), LEFT + field->width, y_of (mood), 0.6,
                      WAY_ROLE_LINE, WAY_DASH_SOLID);
      way_scene_text (scene, LEFT - 8, y_of (mood), 0, text, style);
    }
}

/* Shape and colour: circle green, diamond yellow, square red, ring where none was given. */
static void
add_mark (double x, double y, guint level, WayScene *scene)
{
  double half = MARK / 2;

  if (level == 0)
    way_scene_rect (scene, x - half, y - half, MARK, MARK, half, WAY_ROLE_GOOD, WAY_ROLE_NONE);
  else if (level == 1)
    way_scene_diamond (scene, x, y, MARK + 3, WAY_ROLE_WARNING, WAY_ROLE_NONE, WAY_DASH_SOLID);
  else if (level == 2)
    way_scene_rect (scene, x - half, y - half, MARK, MARK, 1, WAY_ROLE_BAD, WAY_ROLE_NONE);
  else
    way_scene_rect (scene, x - half, y - half, MARK, MARK, half, WAY_ROLE_BACKGROUND,
                    WAY_ROLE_SECONDARY);
}

static void
add_moods (const Field *field, const WayCheckInMark *marks, guint n_marks, WayScene *scene)
{
  g_autofree WayPoint *points = g_new (WayPoint, n_marks + 1);
  guint n_points = 0;

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].mood > 0)
      points[n_points++] = (WayPoint) { x_of (field, marks[i].day), y_of (marks[i].mood) };
  if (n_points > 1)
    way_scene_path (scene, points, n_points, FALSE, WAY_ROLE_NONE, WAY_ROLE_ACCENT, 1.6,
                    WAY_DASH_SOLID, FALSE);
  for (guint i = 0; i < n_marks; i++)
    add_mark (x_of (field, marks[i].day), y_of (marks[i].mood), marks[i].level, scene);
}

/* A line with its word above, where there is room beside the one before. */
static void
add_reviews (const Field *field, const WayReviewMark *reviews, guint n_reviews,
             const WayMeasure *measure, WayScene *scene)
{
  const WayTextStyle style
      = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD, .role = WAY_ROLE_TEXT };
  double free_from = 0;

  for (guint i = 0; i < n_reviews; i++)
    {
      double x = x_of (field, reviews[i].day);
      double room = way_measure_text (measure, reviews[i].decision, style);
      double at = CLAMP (x - room / 2, 0, MAX (LEFT + field->width + RIGHT - room, 0));

      way_scene_line (scene, x, TOP - 8, x, y_of (0) + 6, 1, WAY_ROLE_SECONDARY, WAY_DASH_DASHED);
      if (at < free_from)
        continue;
      way_scene_text (scene, at, TOP - 16, 0, reviews[i].decision, style);
      free_from = at + room + 8;
    }
}

static void
add_dates (const Field *field, WayScene *scene)
{
  g_autofree char *first = way_moment_format_short (field->from);
  g_autofree char *last = way_moment_format_short (field->to);
  WayTextStyle style = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY };
  double y = TOP + HEIGHT + BOTTOM - 9;

  way_scene_text (scene, LEFT, y, 0, first, style);
  style.align = WAY_ALIGN_END;
  way_scene_text (scene, LEFT + field->width, y, 0, last, style);
}

/**
 * way_check_in_layout:
 * @width: in scene units
 *
 * Appends the chart with its top left at 0, 0.
 *
 * Returns: the height in scene units; 0 when there are no two days to show
 */
double
way_check_in_layout (const WayCheckInMark *check_ins, guint n_check_ins,
                     const WayReviewMark *reviews, guint n_reviews, double width,
                     const WayMeasure *measure, WayScene *scene)
{
  Field field = { .width = MAX (width - LEFT - RIGHT, 20) };

  find_span (&field, check_ins, n_check_ins, reviews, n_reviews);
  if (field.from >= field.to)
    return 0;
  add_scale (&field, scene);
  add_reviews (&field, reviews, n_reviews, measure, scene);
  add_moods (&field, check_ins, n_check_ins, scene);
  add_dates (&field, scene);
  return TOP + HEIGHT + BOTTOM;
}
