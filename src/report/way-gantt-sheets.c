/* way-gantt-sheets.c: WayGanttSheets, a Gantt chart cut into sheets of paper.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First the size is found at which the rows fit, then the scale at which the time
 * fits beside the columns at that size, then both are cut at whole rows and units. */

#include "model/way-i18n.h"

#include "report/way-gantt-sheets-private.h"

#include "chart/way-time-scale.h"
#include "document/way-task-edits.h"

#include <math.h>

#define NATURAL_MINUTES_PER_PIXEL 144.0 /* ten units a day */
#define FINEST_MINUTES_PER_PIXEL 10.0 /* at natural size */
#define LABEL_ROOM 120.0                /* right of the last bar, where sheets are many */
#define LABEL_MOST 480.0
#define LABEL_GAP 24.0                  /* before a label and after it */
#define BEFORE_FIRST 12.0               /* left of the first one, where there is one sheet */
#define LARGEST 1.4                     /* × natural size, when sheets are to be filled */
#define CAPITAL 0.7                     /* of the size of a font */
#define MOST_ACROSS 50
#define MOST_DOWN 100000

/**
 * way_gantt_sheets_options_init:
 * @options: (out caller-allocates)
 *
 * One sheet across, as many down as the rows take at natural size, with baseline, critical path,
 * links and legend.
 */
void
way_gantt_sheets_options_init (WayGanttSheetsOptions *options)
{
  *options = (WayGanttSheetsOptions) {
    .fit = WAY_FIT_AT_MOST,
    .across = 1,
    .down = MOST_DOWN,
    .scale = 1,
    .from = WAY_NEVER,
    .to = WAY_NEVER,
    .columns = { WAY_TASK_COLUMN_NUMBER, WAY_TASK_COLUMN_TITLE, WAY_TASK_COLUMN_DURATION,
                 WAY_TASK_COLUMN_START, WAY_TASK_COLUMN_FINISH, WAY_TASK_COLUMN_COMPLETE },
    .n_columns = 6,
    .legend = TRUE,
  };
  way_gantt_options_init (&options->chart);
  options->chart.baseline_slot = 0;
}

static void
include_moment (WayGanttSheets *self, WayMoment moment)
{
  if (moment == WAY_NEVER)
    return;
  self->from = self->from == WAY_NEVER ? moment : MIN (self->from, moment);
  self->to = self->to == WAY_NEVER ? moment : MAX (self->to, moment);
}

static void
find_span (WayGanttSheets *self)
{
  int slot = self->options.chart.baseline_slot;

  self->from = self->to = WAY_NEVER;
  for (guint i = 0; i < self->rows->len; i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);
      WayBaselineValue *value =
          slot >= 0 ? way_baseline_get_value (self->document, slot, task) : NULL;

      include_moment (self, task->start);
      include_moment (self, task->finish);
      include_moment (self, task->deadline);
      if (value != NULL)
        {
          include_moment (self, value->start);
          include_moment (self, value->finish);
        }
    }
  if (self->from == WAY_NEVER)
    self->from = self->to = way_moment_day (way_document_get_status_date (self->document));
  if (self->options.from != WAY_NEVER)
    self->from = self->options.from;
  if (self->options.to != WAY_NEVER)
    self->to = self->options.to;
  self->to = MAX (self->to, self->from + WAY_DAY);
}

/**
 * way_gantt_sheets_new:
 * @rows: (element-type WayTask) (nullable): in order; %NULL = the whole outline
 *
 * Drawing reads the plan as it is at that time.
 *
 * Returns: (transfer full)
 */
WayGanttSheets *
way_gantt_sheets_new (WayDocument *document, GPtrArray *rows,
                      const WayGanttSheetsOptions *options)
{
  WayGanttSheets *self = g_new0 (WayGanttSheets, 1);
  GPtrArray *chosen = rows != NULL ? rows
                                   : way_plan_get_outline (way_document_get_plan (document));

  self->document = g_object_ref (document);
  self->author = g_strdup (options->author);
  self->options = *options;
  self->options.across = CLAMP (options->across, 1, MOST_ACROSS);
  self->options.down = CLAMP (options->down, 1, MOST_DOWN);
  self->options.scale = options->scale > 0 ? CLAMP (options->scale, 0.1, 4) : 1;
  if (options->chart.baseline_slot >= 0
      && way_baseline_get (document, options->chart.baseline_slot) == NULL)
    self->options.chart.baseline_slot = -1;
  self->rows = g_ptr_array_new_full (chosen->len, g_object_unref);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (self->rows, g_object_ref (g_ptr_array_index (chosen, i)));
  self->time_breaks = g_array_new (FALSE, FALSE, sizeof (WayMoment));
  self->row_breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->layout = way_gantt_layout_new ();
  way_gantt_layout_set_rows (self->layout, document, (WayTask *const *) self->rows->pdata,
                             self->rows->len);
  way_sheet_choose_columns (self);
  find_span (self);
  return self;
}

/**
 * way_gantt_sheets_free:
 */
void
way_gantt_sheets_free (WayGanttSheets *self)
{
  g_object_unref (self->layout);
  g_clear_object (&self->painter);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->time_breaks);
  g_array_unref (self->row_breaks);
  g_object_unref (self->document);
  g_free (self->author);
  g_free (self);
}

/**
 * way_gantt_sheets_get_document:
 *
 * Returns: (transfer none)
 */
WayDocument *
way_gantt_sheets_get_document (WayGanttSheets *self)
{
  return self->document;
}

/**
 * way_gantt_sheets_get_rows:
 *
 * Returns: (transfer none) (element-type WayTask)
 */
GPtrArray *
way_gantt_sheets_get_rows (WayGanttSheets *self)
{
  return self->rows;
}

static guint
rows_that_fit (WayGanttSheets *self, double room)
{
  double header = way_sheet_header (self) * self->header_scale;
  double rows = floor ((room - header) / (WAY_SHEET_ROW * self->scale) + 1e-6);

  return rows < 1 ? 1 : (guint) rows;
}

/* The scale at which so many rows fill the room below the header, which stays readable. */
static double
filling_scale (WayGanttSheets *self, double room, guint n_rows)
{
  double header = way_sheet_header (self), rows = WAY_SHEET_ROW * n_rows;
  double scale = room / (header + rows);

  return scale >= WAY_SHEET_READABLE ? scale : (room - header * WAY_SHEET_READABLE) / rows;
}

/* The scale at which the rows fill, or fit on, the sheets asked for. */
static double
find_scale (WayGanttSheets *self, double room)
{
  const WayGanttSheetsOptions *options = &self->options;
  double natural = WAY_SHEET_PIXEL * options->scale;
  guint n = MAX (self->rows->len, 1);
  guint each = (n + options->down - 1) / options->down;
  double filling = filling_scale (self, room, each);

  switch (options->fit)
    {
    case WAY_FIT_AT_MOST:
      return MIN (natural, filling);
    case WAY_FIT_EXACTLY:
      return MIN (natural * LARGEST, filling);
    case WAY_FIT_NATURAL:
    default:
      return MIN (natural, filling_scale (self, room, 1));
    }
}

static void
cut_rows (WayGanttSheets *self, double room)
{
  guint n = self->rows->len;
  guint each = rows_that_fit (self, room);
  guint down = MAX (1, (n + each - 1) / each);
  gboolean even = self->options.fit == WAY_FIT_EXACTLY;

  if (even)
    down = CLAMP (self->options.down, down, MAX (n, 1));
  g_array_set_size (self->row_breaks, 0);
  for (guint i = 0; i <= down; i++)
    {
      guint row = even ? (guint) ((guint64) n * i / down) : MIN (i * each, n);

      g_array_append_val (self->row_breaks, row);
    }
}

/* How far the time of a short plan is stretched to fill paper, however small its rows are. */
static double
finest (WayGanttSheets *self)
{
  return MAX (FINEST_MINUTES_PER_PIXEL * MIN (self->scale / WAY_SHEET_PIXEL, 1), WAY_SCALE_FINEST);
}

/* The window with room for labels at the right, at a scale. */
static WayMoment
padded_end (WayGanttSheets *self, double minutes_per_pixel)
{
  double room = MIN (LABEL_ROOM, self->chart_width / 4);

  return self->options.to != WAY_NEVER ? self->to
                                       : self->to + (WayMoment) (room * minutes_per_pixel);
}

/* The ticks to cut at: as fine as the header shows, but days rather than hours. */
static const WayTier *
cutting_tier (WayGanttSheets *self, const WayTimeScale *scale)
{
  static const WayTier day = { .unit = WAY_TICK_DAY, .step = 1 };
  WayTimeScale shown = way_time_scale_new (scale->origin,
                                           scale->minutes_per_pixel * way_sheet_magnified (self));
  const WayTier *tier = &way_zoom_get_level (way_time_scale_level (&shown))->minor;

  if (tier->unit < WAY_TICK_DAY && WAY_DAY / scale->minutes_per_pixel <= self->chart_width)
    return &day;
  return tier;
}

/* Where the first sheet begins: at a tick, unless the day was chosen. */
static WayMoment
first_cut (WayGanttSheets *self, const WayTier *tier, int first_weekday)
{
  return self->options.from != WAY_NEVER ? self->from
                                         : way_tier_floor (tier, self->from, first_weekday);
}

/* The next tick, or the end that was chosen. */
static WayMoment
next_cut (WayGanttSheets *self, const WayTier *tier, WayMoment here)
{
  WayMoment next = way_tier_next (tier, here);

  return self->options.to != WAY_NEVER && here < self->to ? MIN (next, self->to) : next;
}

/* Returns: the number of sheets across */
static guint
cut_time (WayGanttSheets *self, double minutes_per_pixel)
{
  WayTimeScale scale = way_time_scale_new ((double) self->from, minutes_per_pixel);
  const WayTier *tier = cutting_tier (self, &scale);
  WayMoment end = padded_end (self, minutes_per_pixel);
  gint64 room = (gint64) (self->chart_width * minutes_per_pixel);
  WayMoment here = first_cut (self, tier, scale.first_weekday);

  g_array_set_size (self->time_breaks, 0);
  g_array_append_val (self->time_breaks, here);
  while (here < end && self->time_breaks->len <= 4 * MOST_ACROSS)
    {
      WayMoment next = here, tick = next_cut (self, tier, here);

      while (tick - here <= room && next < end)
        {
          next = tick;
          tick = next_cut (self, tier, tick);
        }
      if (next == here)
        next = here + MAX (room, 1); /* one unit is wider than the sheet */
      g_array_append_val (self->time_breaks, next);
      here = next;
    }
  return self->time_breaks->len - 1;
}

/* A chosen day stands at the edge. */
static double
before_first (WayGanttSheets *self)
{
  return self->options.from == WAY_NEVER ? BEFORE_FIRST : 0;
}

/* What stands right of a bar, about. */
static double
label_width (WayGanttSheets *self, WayTask *task, const WayMeasure *measure)
{
  const WayTextStyle style = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD };
  g_autofree char *label = task->duration == 0 ? way_moment_format_date (task->finish)
                                               : way_task_format_resources (self->document, task);

  return LABEL_GAP + (label != NULL ? way_measure_text (measure, label, style) : 0);
}

/**
 * way_sheet_label_room:
 * @minutes_per_pixel: of the time axis
 *
 * Returns: what is needed right of the window for the labels of its last bars, in scene units
 */
double
way_sheet_label_room (WayGanttSheets *self, double minutes_per_pixel, const WayMeasure *measure)
{
  double room = LABEL_ROOM;

  for (guint i = 0; i < MIN (self->rows->len, WAY_SHEET_MEASURED); i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);
      double free = (double) (self->to - task->finish) / minutes_per_pixel;

      if (task->finish != WAY_NEVER && free >= 0 && free < LABEL_MOST)
        room = MAX (room, label_width (self, task, measure) - free);
    }
  return MIN (room, LABEL_MOST);
}

/* The finest scale at which each bar has room for its label, unless the labels would take more
 * than a quarter of the chart. */
static double
scale_for_labels (WayGanttSheets *self, const WayMeasure *measure)
{
  double room = MAX (self->chart_width - before_first (self), 20);
  double coarsest = (double) (self->to - self->from) / room;

  for (guint i = 0; i < MIN (self->rows->len, WAY_SHEET_MEASURED); i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);
      double width = label_width (self, task, measure);

      if (task->finish != WAY_NEVER)
        coarsest = MAX (coarsest, (double) (task->finish - self->from)
                                      / MAX (room - width, room * 3 / 4));
    }
  return coarsest;
}

/* One sheet across: all of the width, without regard to units. */
static void
fill_width (WayGanttSheets *self, const WayMeasure *measure)
{
  double before = before_first (self);
  double whole = (double) (self->to - self->from) / MAX (self->chart_width - before, 20);
  double minutes_per_pixel = self->options.to == WAY_NEVER
                                 ? MAX (scale_for_labels (self, measure), finest (self))
                                 : MAX (whole, WAY_SCALE_FINEST);
  WayMoment start = self->from - (WayMoment) (before * minutes_per_pixel);
  WayMoment end = self->options.to != WAY_NEVER
                      ? self->to
                      : start + (WayMoment) (self->chart_width * minutes_per_pixel);

  self->minutes_per_pixel = minutes_per_pixel;
  g_array_set_size (self->time_breaks, 0);
  g_array_append_val (self->time_breaks, start);
  g_array_append_val (self->time_breaks, end);
}

/* Cuts at whole ticks, evenly. Returns: whether each sheet has at least one */
static gboolean
deal_out (WayGanttSheets *self, guint n, const WayTier *tier, int first_weekday, WayMoment end)
{
  WayMoment start = first_cut (self, tier, first_weekday);

  g_array_set_size (self->time_breaks, 0);
  for (guint i = 0; i <= n; i++)
    {
      WayMoment here = i == 0 ? start
                              : way_tier_floor (tier, start + (end - start) * i / n, first_weekday);

      if (i == n && here < end)
        here = next_cut (self, tier, here);
      if (i > 0 && here <= g_array_index (self->time_breaks, WayMoment, i - 1))
        return FALSE;
      g_array_append_val (self->time_breaks, here);
    }
  return TRUE;
}

/* Fills @n sheets across, none without a day of its own. Returns: whether there are days enough */
static gboolean
cut_evenly (WayGanttSheets *self, guint n)
{
  static const WayTier day = { .unit = WAY_TICK_DAY, .step = 1 };
  double room = self->chart_width * n - MIN (LABEL_ROOM, self->chart_width / 4);
  double minutes_per_pixel = CLAMP ((double) (self->to - self->from) / MAX (room, 20),
                                    finest (self), WAY_SCALE_COARSEST);
  WayTimeScale scale = way_time_scale_new ((double) self->from, minutes_per_pixel);
  WayMoment end = padded_end (self, minutes_per_pixel), longest = 0;

  if (!deal_out (self, n, cutting_tier (self, &scale), scale.first_weekday, end)
      && !deal_out (self, n, &day, scale.first_weekday, end))
    return FALSE;
  for (guint i = 1; i < self->time_breaks->len; i++)
    longest = MAX (longest, g_array_index (self->time_breaks, WayMoment, i)
                                - g_array_index (self->time_breaks, WayMoment, i - 1));
  self->minutes_per_pixel = MAX (minutes_per_pixel, (double) longest / self->chart_width);
  return TRUE;
}

static void
find_time_scale (WayGanttSheets *self, const WayMeasure *measure)
{
  const WayGanttSheetsOptions *options = &self->options;
  double asked = options->minutes_per_pixel > 0 ? options->minutes_per_pixel
                                                : NATURAL_MINUTES_PER_PIXEL;
  double room = self->chart_width * options->across - MIN (LABEL_ROOM, self->chart_width / 4);
  double fitting = (double) (self->to - self->from) / MAX (room, 20);
  guint across;

  if (options->fit == WAY_FIT_EXACTLY && options->across > 1 && cut_evenly (self, options->across))
    return;
  if (options->fit == WAY_FIT_EXACTLY)
    asked = fitting;
  asked = CLAMP (asked, finest (self), WAY_SCALE_COARSEST);
  across = cut_time (self, asked);
  if (options->fit == WAY_FIT_AT_MOST && across > options->across)
    asked = MAX (asked, fitting);
  for (guint i = 0; i < 400 && options->fit != WAY_FIT_NATURAL; i++)
    {
      across = cut_time (self, asked);
      if (across <= options->across)
        break;
      asked *= 1.02;
    }
  self->minutes_per_pixel = asked;
  if (options->fit == WAY_FIT_AT_MOST && across > 1 && across <= options->across
      && cut_evenly (self, across))
    return; /* rather than a last sheet with hardly anything on it */
  if (across == 1 && (options->minutes_per_pixel <= 0 || options->fit != WAY_FIT_NATURAL))
    fill_width (self, measure);
}

/**
 * way_gantt_sheets_layout:
 * @width, @height: of what each sheet can be painted on, in points
 * @context: the font; texts are measured with it
 *
 * Finds the scale and the cuts.
 */
void
way_gantt_sheets_layout (WayGanttSheets *self, double width, double height,
                         PangoContext *context)
{
  WayMeasure measure;
  double room;

  g_clear_object (&self->painter);
  self->painter = way_painter_new (context);
  measure = way_painter_get_measure (self->painter);
  self->width = width;
  self->height = height;
  self->legend_height =
      self->options.legend
          ? way_sheet_legend (self, width / WAY_SHEET_PIXEL, &measure, NULL) * WAY_SHEET_PIXEL
          : 0;
  room = MAX (height - WAY_SHEET_TITLE - self->legend_height, 40);
  self->scale = find_scale (self, room);
  self->header_scale = MAX (self->scale, WAY_SHEET_READABLE);
  cut_rows (self, room);
  way_sheet_find_columns (self, &measure);
  find_time_scale (self, &measure);
}

/**
 * way_gantt_sheets_get_across:
 *
 * Returns: sheets beside each other, 0 before the layout
 */
guint
way_gantt_sheets_get_across (WayGanttSheets *self)
{
  return self->time_breaks->len > 0 ? self->time_breaks->len - 1 : 0;
}

/**
 * way_gantt_sheets_get_down:
 *
 * Returns: sheets below each other, 0 before the layout
 */
guint
way_gantt_sheets_get_down (WayGanttSheets *self)
{
  return self->row_breaks->len > 0 ? self->row_breaks->len - 1 : 0;
}

/**
 * way_gantt_sheets_has_bars:
 *
 * Returns: whether a task lies in the window of time, or there is none at all
 */
gboolean
way_gantt_sheets_has_bars (WayGanttSheets *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);

      if (task->start != WAY_NEVER && task->finish != WAY_NEVER && task->finish >= self->from
          && task->start <= self->to)
        return TRUE;
    }
  return self->rows->len == 0;
}

/**
 * way_gantt_sheets_get_letters:
 *
 * Returns: the height of a capital letter in a row, in millimetres on paper
 */
double
way_gantt_sheets_get_letters (WayGanttSheets *self)
{
  return CAPITAL * way_text_size_pixels (WAY_TEXT_CAPTION) * self->scale * 25.4 / 72;
}

/**
 * way_gantt_sheets_get_n_sheets:
 *
 * Returns: across × down
 */
guint
way_gantt_sheets_get_n_sheets (WayGanttSheets *self)
{
  return way_gantt_sheets_get_across (self) * way_gantt_sheets_get_down (self);
}

/**
 * way_gantt_sheets_dup_mark:
 * @sheet: row by row, from 0
 *
 * Returns: (transfer full): letters for the place across and a number for the place down, "B2";
 * "" where there is one sheet only
 */
char *
way_gantt_sheets_dup_mark (WayGanttSheets *self, guint sheet)
{
  guint across = way_gantt_sheets_get_across (self);
  guint column = sheet % across, row = sheet / across;

  if (way_gantt_sheets_get_n_sheets (self) < 2)
    return g_strdup ("");
  if (column < 26)
    return g_strdup_printf ("%c%u", 'A' + (int) column, row + 1);
  return g_strdup_printf ("%c%c%u", 'A' + (int) (column / 26) - 1, 'A' + (int) (column % 26),
                          row + 1);
}
