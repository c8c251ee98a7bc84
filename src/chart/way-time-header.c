/* way-time-header.c: the lines of dates over a chart, with today's pill.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-time-header.h"

#include <math.h>

#define PADDING 6 /* left of a label */
#define GAP 4     /* right of it */

static const WayTextStyle major_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_BOLD, WAY_ALIGN_START, WAY_ROLE_TEXT };
static const WayTextStyle minor_style
    = { WAY_TEXT_SMALL, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };
static const WayTextStyle week_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };
static const WayTextStyle pill_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_BOLD, WAY_ALIGN_CENTER, WAY_ROLE_ON_ACCENT };

typedef struct
{
  const WayTimeScale *scale;
  const WayTimeHeaderOptions *options;
  WayScene *scene;
  guint n_lines;
  double pill_x0, pill_x1; /* equal when there is no pill */
} Header;

static double
line_height (const Header *self)
{
  return self->options->height / self->n_lines;
}

/* @line: from the top */
static double
line_middle (const Header *self, guint line)
{
  return line_height (self) * (line + 0.5);
}

/* Dates outside of what a plan can hold are not drawn. */
static WayMoment
first_tick (const WayTimeScale *scale, const WayTier *tier)
{
  double left = CLAMP (scale->origin, (double) WAY_MOMENT_MIN, (double) WAY_MOMENT_MAX);

  return way_tier_floor (tier, (WayMoment) floor (left), scale->first_weekday);
}

static gboolean
is_visible (const WayTimeScale *scale, double width, WayMoment tick)
{
  return tick < WAY_MOMENT_MAX && way_time_scale_x (scale, tick) < width;
}

/* A number that goes up by one from tick to tick, so that "every third" does not
 * jump while the chart scrolls. */
static gint64
tick_ordinal (const WayTier *tier, WayMoment tick)
{
  WayCivil civil = way_moment_to_civil (tick);

  switch (tier->unit)
    {
    case WAY_TICK_MINUTE:
      return tick / tier->step;
    case WAY_TICK_HOUR:
      return tick / (60 * (gint64) tier->step);
    case WAY_TICK_DAY:
      return tick / WAY_DAY;
    case WAY_TICK_WEEK:
      return (tick + 4 * WAY_DAY) / (7 * WAY_DAY);
    case WAY_TICK_MONTH:
      return (civil.year * 12 + civil.month - 1) / tier->step;
    case WAY_TICK_QUARTER:
      return civil.year * 4 + (civil.month - 1) / 3;
    case WAY_TICK_HALF_YEAR:
      return civil.year * 2 + (civil.month - 1) / 6;
    case WAY_TICK_YEAR:
      return civil.year / tier->step;
    }
  g_assert_not_reached ();
}

/* How much wider than its cell the widest visible label of a format is. */
static double
worst_excess (Header *self, const WayTier *tier, WayTextStyle style, guint format, double *cell)
{
  double worst = -G_MAXDOUBLE;
  WayMoment tick = first_tick (self->scale, tier);

  while (is_visible (self->scale, self->options->width, tick))
    {
      WayMoment next = way_tier_next (tier, tick);
      g_autofree char *label = way_tier_format (tier, format, tick);
      double room = (double) (next - tick) / self->scale->minutes_per_pixel;
      double excess = way_measure_text (&self->options->measure, label, style)
                      + PADDING + GAP - room;

      if (excess > worst)
        {
          worst = excess;
          *cell = room;
        }
      tick = next;
    }
  return worst;
}

/* The longest format that fits everywhere; if none does, the shortest at every n-th tick, and only
 * these are drawn: no line may cross a label. */
static guint
choose_format (Header *self, const WayTier *tier, WayTextStyle style, gint64 *every)
{
  double excess = 0, cell = 1;
  guint format = 0;

  *every = 1;
  for (format = 0; format < WAY_TIER_FORMATS && tier->formats[format] != NULL; format++)
    {
      excess = worst_excess (self, tier, style, format, &cell);
      if (excess <= 0)
        return format;
    }
  *every = (gint64) ceil ((cell + excess) / MAX (1, cell));
  return format - 1;
}

/* Beside today's pill: before it or behind it, shorter if need be, and left out where there is no
 * room for it at all. @x0, @x1: what is seen of the cell, or of all cells up to the next that has a
 * label */
static void
place_minor_label (Header *self, const WayTier *tier, guint format, WayMoment tick, double x0,
                   double x1)
{
  double middle = line_middle (self, self->n_lines - 1), x = x0 + PADDING;
  gboolean in_way = self->pill_x1 > x && self->pill_x0 < x1;

  for (guint i = format; i < WAY_TIER_FORMATS && tier->formats[i] != NULL; i++)
    {
      g_autofree char *label = way_tier_format (tier, i, tick);
      double width = way_measure_text (&self->options->measure, label, minor_style);

      if (x + width + GAP > x1 && x0 <= 0)
        continue;
      if (in_way && x + width >= self->pill_x0)
        {
          if (self->pill_x1 + GAP + width + GAP > x1)
            continue;
          x = MAX (x, self->pill_x1 + GAP);
        }
      way_scene_text (self->scene, x, middle, 0, label, minor_style);
      return;
    }
}

/* The first label stays at the left edge while its cell is scrolled out there. */
static void
layout_minor (Header *self, const WayTier *tier)
{
  double top = line_height (self) * (self->n_lines - 1);
  gint64 every;
  guint format = choose_format (self, tier, minor_style, &every);

  for (WayMoment tick = first_tick (self->scale, tier), next;
       is_visible (self->scale, self->options->width, tick); tick = next)
    {
      double x = way_time_scale_x (self->scale, tick);

      next = way_tier_next (tier, tick);
      if (tick_ordinal (tier, tick) % every != 0)
        continue;
      way_scene_line (self->scene, x, top, x, self->options->height, 1, WAY_ROLE_LINE,
                      WAY_DASH_SOLID);
      place_minor_label (self, tier, format, tick, MAX (0, x),
                         x + (double) every * (double) (next - tick)
                                 / self->scale->minutes_per_pixel);
    }
}

/* The longest of the tier's formats that fits; -1 = none. Formats that name the
 * year stand where a year is first seen. */
static int
choose_major_format (Header *self, const WayTier *tier, WayMoment tick, double room,
                     gboolean with_year)
{
  guint format = with_year || tier->formats[2] == NULL ? 0 : 2;

  for (; format < WAY_TIER_FORMATS && tier->formats[format] != NULL; format++)
    {
      g_autofree char *label = way_tier_format (tier, format, tick);

      if (way_measure_text (&self->options->measure, label, major_style) + PADDING + GAP <= room)
        return (int) format;
    }
  return -1;
}

/* A label stays at the left edge while its cell is scrolled out there. */
static void
layout_major (Header *self, const WayTier *tier)
{
  const WayTimeHeaderOptions *options = self->options;
  double height = line_height (self);
  int year = G_MININT;

  for (WayMoment tick = first_tick (self->scale, tier), next;
       is_visible (self->scale, options->width, tick); tick = next)
    {
      next = way_tier_next (tier, tick);
      double x = way_time_scale_x (self->scale, tick);
      double left = MAX (0, x);
      double room = way_time_scale_x (self->scale, next) - left;
      int tick_year = way_moment_to_civil (tick).year;
      int format = choose_major_format (self, tier, tick, room, tick_year != year);

      if (x > 0)
        way_scene_line (self->scene, x, height / 2, x, height, 1, WAY_ROLE_LINE, WAY_DASH_SOLID);
      if (format < 0)
        continue;
      g_autofree char *label = way_tier_format (tier, (guint) format, tick);
      way_scene_text (self->scene, left + PADDING, height / 2, 0, label, major_style);
      if (format < 2)
        year = tick_year;
    }
}

/* Weeks or quarters. The first stays at the left edge while its cell is scrolled out there. */
static void
layout_between (Header *self, const WayTier *tier)
{
  const WayTimeHeaderOptions *options = self->options;
  double top = line_height (self), bottom = 2 * top;
  gint64 every;
  guint format = choose_format (self, tier, week_style, &every);

  for (WayMoment tick = first_tick (self->scale, tier), next;
       is_visible (self->scale, options->width, tick); tick = next)
    {
      double x = way_time_scale_x (self->scale, tick), left = MAX (0, x), room;

      next = way_tier_next (tier, tick);
      if (tick_ordinal (tier, tick) % every != 0)
        continue;
      if (x > 0)
        way_scene_line (self->scene, x, top, x, bottom, 1, WAY_ROLE_LINE, WAY_DASH_SOLID);
      room = x - left + (double) every * (double) (next - tick) / self->scale->minutes_per_pixel;
      for (guint i = format; i < WAY_TIER_FORMATS && tier->formats[i] != NULL; i++)
        {
          g_autofree char *label = way_tier_format (tier, i, tick);

          if (way_measure_text (&options->measure, label, week_style) + PADDING + GAP > room)
            continue;
          way_scene_text (self->scene, left + PADDING, line_middle (self, 1), 0, label, week_style);
          break;
        }
    }
}

static const char *
pill_label (const WayTimeHeaderOptions *options)
{
  return options->today_label != NULL ? options->today_label : _("Today");
}

static void
place_pill (Header *self)
{
  const WayTimeHeaderOptions *options = self->options;
  double x, half;

  self->pill_x0 = self->pill_x1 = -G_MAXDOUBLE;
  if (options->today == WAY_NEVER)
    return;
  x = way_time_scale_x (self->scale, options->today);
  half = way_measure_text (&options->measure, pill_label (options), pill_style) / 2 + 8;
  if (x < -half || x > options->width + half)
    return;
  self->pill_x0 = x - half;
  self->pill_x1 = x + half;
}

static void
layout_pill (Header *self)
{
  double scale = self->options->measure.scale;
  double height = fmin (18 * (scale > 0 ? scale : 1), line_height (self) - 1);
  double middle = line_middle (self, self->n_lines - 1);

  if (self->pill_x0 >= self->pill_x1)
    return;
  way_scene_rect (self->scene, self->pill_x0, middle - height / 2, self->pill_x1 - self->pill_x0,
                  height, height / 2, WAY_ROLE_TODAY, WAY_ROLE_NONE);
  way_scene_text (self->scene, (self->pill_x0 + self->pill_x1) / 2, middle, 0, pill_label (self->options),
                  pill_style);
}

/**
 * way_time_header_layout:
 *
 * The larger unit in bold above, the smaller below, each as long as it can be read; between
 * them week numbers, or quarters over months, when they are wanted. Labels stand beside today's
 * pill, or are left out where there is no room.
 */
void
way_time_header_layout (const WayTimeScale *scale, const WayTimeHeaderOptions *options,
                        WayScene *scene)
{
  const WayZoomLevel *level = way_zoom_get_level (way_time_scale_level (scale));
  g_autoptr (WayScene) own = options->rtl ? way_scene_new () : NULL;
  Header self = { .scale = scale, .options = options, .scene = own != NULL ? own : scene };
  double width = options->width, height = options->height;
  const WayTier *middle = options->week_numbers ? level->middle : NULL;

  self.n_lines = middle != NULL ? 3 : 2;

  place_pill (&self);
  way_scene_rect (self.scene, 0, 0, width, height, 0, WAY_ROLE_BACKGROUND, WAY_ROLE_NONE);
  way_scene_clip (self.scene, 0, 0, width, height);
  for (guint line = 1; line < self.n_lines; line++)
    {
      double y = line * line_height (&self);

      way_scene_line (self.scene, 0, y, width, y, 1, WAY_ROLE_LINE, WAY_DASH_SOLID);
    }
  way_scene_line (self.scene, 0, height - 1, width, height - 1, 1, WAY_ROLE_LINE, WAY_DASH_SOLID);
  layout_major (&self, &level->major);
  if (middle != NULL)
    layout_between (&self, middle);
  layout_minor (&self, &level->minor);
  layout_pill (&self);
  way_scene_unclip (self.scene);
  if (own != NULL)
    {
      way_scene_mirror (own, width);
      way_scene_append (scene, own, 0, 0);
    }
}

void
way_time_grid_layout (const WayTimeScale *scale, double ticks, double width, double height,
                      WayScene *scene)
{
  WayTimeScale shown = way_time_scale_new (scale->origin,
                                           ticks > 0 ? ticks : scale->minutes_per_pixel);
  const WayTier *tier = &way_zoom_get_level (way_time_scale_level (&shown))->minor;

  for (WayMoment tick = first_tick (scale, tier); is_visible (scale, width, tick);
       tick = way_tier_next (tier, tick))
    {
      double x = way_time_scale_x (scale, tick);

      if (x >= 0)
        way_scene_line (scene, x, 0, x, height, 1, WAY_ROLE_GRID, WAY_DASH_SOLID);
    }
}
