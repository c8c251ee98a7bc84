/* way-roadmap-layout.c: a plan on one small picture: phases and milestones over months.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-roadmap-layout.h"

#include "chart/way-time-scale.h"
#include "document/way-milestone-figures.h"

#include <math.h>

#define GAP 6.0
#define LEAST_TICK 56.0 /* pixels between two months, else quarters, else years */

static const WayTextStyle tick_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };
static const WayTextStyle title_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };
static const WayTextStyle date_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };
static const WayTextStyle late_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_BOLD, WAY_ALIGN_START, WAY_ROLE_BAD_TEXT };

typedef struct
{
  const WayRoadmapOptions *options;
  WayScene *scene;
  WayTimeScale scale;
  double height;
} Roadmap;

void
way_roadmap_options_init (WayRoadmapOptions *self, double width)
{
  *self = (WayRoadmapOptions) {
    .width = width,
    .row_height = 24,
    .header_height = 24,
    .from = WAY_NEVER,
    .to = WAY_NEVER,
    .today = WAY_NEVER,
  };
}

static double
diamond_size (const WayRoadmapOptions *options)
{
  return options->row_height * 0.7;
}

static gboolean
has_bar (const WayRoadmapItem *item)
{
  return item->start != WAY_NEVER && item->finish != WAY_NEVER;
}

static gboolean
has_dates (const WayRoadmapItem *item)
{
  return has_bar (item) || item->milestone != WAY_NEVER;
}

static WayMoment
item_start (const WayRoadmapItem *item)
{
  return has_bar (item) ? item->start : item->milestone;
}

/* The last thing that is drawn of an item; its label comes after it. */
static WayMoment
item_end (const WayRoadmapItem *item)
{
  WayMoment end = has_bar (item) ? item->finish : item->milestone;

  if (item->milestone != WAY_NEVER)
    end = MAX (end, item->milestone);
  return item->target != WAY_NEVER ? MAX (end, item->target) : end;
}

static char *
item_date (const WayRoadmapItem *item)
{
  if (item->milestone == WAY_NEVER)
    return g_strdup ("");
  return way_moment_format_short (way_finish_day (item->milestone));
}

/* Between the end of an item and its label. */
static double
label_gap (const WayRoadmapOptions *options, const WayRoadmapItem *item)
{
  return GAP + (item->milestone != WAY_NEVER ? diamond_size (options) / 2 : 0);
}

static double
label_width (const WayRoadmapOptions *options, const WayRoadmapItem *item)
{
  g_autofree char *date = item_date (item);
  double width = way_measure_text (&options->measure, item->title, title_style);

  if (*date != '\0')
    width += GAP + way_measure_text (&options->measure, date, late_style);
  return width;
}

/* As fine as it can be while every label still fits right of its bar, unless that
 * would leave the bars less than half of the picture. */
static void
choose_scale (Roadmap *self, const WayRoadmapItem *items, guint n_items)
{
  const WayRoadmapOptions *options = self->options;
  WayMoment from = options->from, last = options->to;
  double coarsest = 1;

  for (guint i = 0; i < n_items && options->from == WAY_NEVER; i++)
    if (has_dates (&items[i]))
      from = from == WAY_NEVER ? item_start (&items[i]) : MIN (from, item_start (&items[i]));
  if (from == WAY_NEVER)
    from = 0;
  for (guint i = 0; i < n_items; i++)
    {
      if (!has_dates (&items[i]))
        continue;
      double room = MAX (options->width / 2, options->width - label_gap (options, &items[i])
                                         - label_width (options, &items[i]) - 1);

      last = MAX (last, item_end (&items[i]));
      if (options->to == WAY_NEVER)
        coarsest = fmax (coarsest, (double) (item_end (&items[i]) - from) / room);
    }
  if (options->to != WAY_NEVER)
    coarsest = (double) MAX (1, options->to - from) / options->width;
  self->scale = way_time_scale_new ((double) from, coarsest);
}

static const WayTier *
choose_tier (const Roadmap *self)
{
  guint n_levels = way_zoom_get_n_levels ();

  for (guint i = 0; i < n_levels; i++)
    {
      const WayTier *tier = &way_zoom_get_level (i)->minor;
      WayMoment tick = way_tier_floor (tier, (WayMoment) self->scale.origin, 0);
      WayMoment next = way_tier_next (tier, tick);

      if (tier->unit >= WAY_TICK_WEEK
          && (double) (next - tick) / self->scale.minutes_per_pixel >= LEAST_TICK)
        return tier;
    }
  return &way_zoom_get_level (n_levels - 1)->minor;
}

/* "Nov", and with the year where one is first seen. */
static char *
format_tick (const WayTier *tier, WayMoment tick, gboolean with_year)
{
  if (tier->unit == WAY_TICK_MONTH)
    return way_moment_format_pattern (tick, with_year ? _("%b %Y") : "%b");
  return way_tier_format (tier, 0, tick);
}

static void
append_grid (const Roadmap *self)
{
  const WayTier *tier = choose_tier (self);
  WayMoment tick
      = way_tier_floor (tier, (WayMoment) self->scale.origin, self->scale.first_weekday);
  double header = self->options->header_height, end = -1;
  int year = G_MININT;

  way_scene_line (self->scene, 0, header, self->options->width, header, 1, WAY_ROLE_LINE,
                  WAY_DASH_SOLID);
  for (; way_time_scale_x (&self->scale, tick) < self->options->width;
       tick = way_tier_next (tier, tick))
    {
      double x = way_time_scale_x (&self->scale, tick);
      int tick_year = way_moment_to_civil (tick).year;
      g_autofree char *label = format_tick (tier, tick, tick_year != year);
      double left = MAX (x, 0) + 4;
      double right = left + way_measure_text (&self->options->measure, label, tick_style);

      if (x > 0)
        way_scene_line (self->scene, x, 0, x, self->height, 1, WAY_ROLE_GRID, WAY_DASH_SOLID);
      if (left < end
          || right > MIN (self->options->width,
                          way_time_scale_x (&self->scale, way_tier_next (tier, tick))))
        continue;
      way_scene_text (self->scene, left, header / 2, 0, label, tick_style);
      end = right + GAP;
      year = tick_year;
    }
}

static void
append_bar (const Roadmap *self, const WayRoadmapItem *item, double middle)
{
  double height = self->options->row_height / 2;
  double x0 = fmax (0, way_time_scale_x (&self->scale, item->start));
  double x1 = fmin (self->options->width, way_time_scale_x (&self->scale, item->finish));
  WayRole fill = item->finished ? WAY_ROLE_FINISHED : item->late ? WAY_ROLE_CRITICAL : WAY_ROLE_BAR;
  gint64 complete = item->finished ? 100 : CLAMP (item->complete, 0, 100);

  if (!has_bar (item) || x1 <= x0)
    return;
  /* Done and edge follow each fill in WayRole. */
  way_scene_bar (self->scene, x0, middle - height / 2, x1 - x0, height, 2,
                 (x1 - x0) * (double) complete / 100, fill, fill + 1, fill + 2);
}

static void
append_diamonds (const Roadmap *self, const WayRoadmapItem *item, double middle)
{
  double size = diamond_size (self->options);
  WayRole role = item->finished               ? WAY_ROLE_FINISHED_DONE
                 : item->target != WAY_NEVER ? WAY_ROLE_BAD
                                              : WAY_ROLE_MILESTONE;

  if (item->milestone == WAY_NEVER)
    return;
  if (item->target != WAY_NEVER)
    way_scene_diamond (self->scene, way_time_scale_x (&self->scale, item->target), middle, size,
                       WAY_ROLE_BACKGROUND, WAY_ROLE_MILESTONE, WAY_DASH_DOTTED);
  way_scene_diamond (self->scene, way_time_scale_x (&self->scale, item->milestone), middle, size,
                     role, WAY_ROLE_NONE, WAY_DASH_SOLID);
}

/* Right of the item; left of it where there is no room at the right but at the left. */
static void
append_label (const Roadmap *self, const WayRoadmapItem *item, double middle)
{
  const WayRoadmapOptions *options = self->options;
  g_autofree char *date = item_date (item);
  WayTextStyle style = item->target != WAY_NEVER && !item->finished ? late_style : date_style;
  double width = label_width (options, item);
  double gap = label_gap (options, item);
  double x = way_time_scale_x (&self->scale, item_end (item)) + gap;
  double before = way_time_scale_x (&self->scale, item_start (item)) - width - gap;
  double title_width;

  if (!has_dates (item))
    x = GAP;
  else if (x + width > options->width && before > 0)
    x = before;
  title_width = fmin (way_measure_text (&options->measure, item->title, title_style),
                      fmax (20, options->width - x));
  way_scene_text (self->scene, x, middle, title_width + 1, item->title, title_style);
  if (x + title_width + GAP + way_measure_text (&options->measure, date, style) <= options->width)
    way_scene_text (self->scene, x + title_width + GAP, middle, 0, date, style);
}

static void
append_today (const Roadmap *self)
{
  double x = way_time_scale_x (&self->scale, self->options->today);

  if (self->options->today != WAY_NEVER && x >= 0 && x <= self->options->width)
    way_scene_line (self->scene, x, self->options->header_height, x, self->height, 1.5,
                    WAY_ROLE_TODAY, WAY_DASH_SOLID);
}

static void
append_rows (Roadmap *self, const WayRoadmapItem *items, guint n_items)
{
  const WayRoadmapOptions *options = self->options;
  double row = options->row_height;

  self->height = options->header_height + n_items * row + row / 4;
  choose_scale (self, items, n_items);
  way_scene_clip (self->scene, 0, 0, options->width, self->height);
  append_grid (self);
  for (guint i = 0; i < n_items; i++)
    append_bar (self, &items[i], options->header_height + (i + 0.625) * row);
  append_today (self);
  for (guint i = 0; i < n_items; i++)
    {
      append_diamonds (self, &items[i], options->header_height + (i + 0.625) * row);
      append_label (self, &items[i], options->header_height + (i + 0.625) * row);
    }
  way_scene_unclip (self->scene);
}

/* ------------------------------------------------------------------ all on one line */

/* What stands at both ends of the line, so that no diamond is cut. */
static void
choose_line_scale (Roadmap *self, const WayRoadmapItem *items, guint n_items)
{
  WayMoment from = WAY_NEVER, to = self->options->today;

  for (guint i = 0; i < n_items; i++)
    {
      WayMoment last = items[i].target != WAY_NEVER ? MAX (items[i].target, items[i].milestone)
                                                    : items[i].milestone;

      from = from == WAY_NEVER ? items[i].milestone : MIN (from, items[i].milestone);
      to = to == WAY_NEVER ? last : MAX (to, last);
    }
  if (from == WAY_NEVER)
    from = to;
  if (self->options->today != WAY_NEVER)
    from = MIN (from, self->options->today);
  double margin = fmax (7 * WAY_DAY, (double) (to - from) / 12);
  self->scale = way_time_scale_new ((double) from - margin,
                                    ((double) (to - from) + 2 * margin) / self->options->width);
}

/* The first lane in which a text from @left is clear of the one before it; a new one if need be. */
static guint
find_lane (GArray *ends, double left, double right)
{
  guint lane = 0;

  while (lane < ends->len && g_array_index (ends, double, lane) > left)
    lane++;
  if (lane == ends->len)
    g_array_append_val (ends, right);
  else
    g_array_index (ends, double, lane) = right;
  return lane;
}

/* Titles with their dates below the line, centred on their diamonds where there is room. */
static double
append_line_labels (const Roadmap *self, const WayRoadmapItem *items, guint n_items, double top)
{
  const WayRoadmapOptions *options = self->options;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  double lane_height = options->row_height * 0.75;

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *date = item_date (&items[i]);
      gboolean late = items[i].target != WAY_NEVER && !items[i].finished;
      double middle = way_time_scale_x (&self->scale, items[i].milestone);
      double title = way_measure_text (&options->measure, items[i].title, title_style);
      double dated = way_measure_text (&options->measure, date, late ? late_style : date_style);
      double width, left, y;

      title = fmin (title, fmax (40, options->width - dated - 2 * GAP));
      width = title + GAP + dated;
      left = CLAMP (middle - width / 2, 0, fmax (0, options->width - width));
      y = top + (find_lane (ends, left, left + width + 2 * GAP) + 0.5) * lane_height;
      way_scene_text (self->scene, left, y, title + 1, items[i].title, title_style);
      way_scene_text (self->scene, left + title + GAP, y, 0, date, late ? late_style : date_style);
    }
  return top + ends->len * lane_height;
}

static double
append_one_line (Roadmap *self, const WayRoadmapItem *items, guint n_items)
{
  const WayRoadmapOptions *options = self->options;
  double middle = options->header_height + options->row_height / 2 + 2, bottom;

  self->height = options->header_height + options->row_height + 4;
  choose_line_scale (self, items, n_items);
  append_grid (self);
  way_scene_line (self->scene, 0, middle, options->width, middle, 2, WAY_ROLE_LINE,
                  WAY_DASH_SOLID);
  append_today (self);
  for (guint i = 0; i < n_items; i++)
    append_diamonds (self, &items[i], middle);
  bottom = append_line_labels (self, items, n_items, self->height);
  return bottom + 4;
}

/**
 * way_roadmap_layout:
 *
 * Appends the picture with its top left at 0, 0: a line of months, one row an item, its
 * title beside it; or every item, which must have a milestone then, on one line.
 *
 * Returns: the height of the picture
 */
double
way_roadmap_layout (const WayRoadmapItem *items, guint n_items, const WayRoadmapOptions *options,
                    WayScene *scene)
{
  Roadmap self = { .options = options, .scene = scene };

  if (options->one_line)
    self.height = append_one_line (&self, items, n_items);
  else
    append_rows (&self, items, n_items);
  return self.height;
}
