/* way-gantt-sheets-draw.c: painting one sheet of a Gantt chart: title, columns, chart, legend.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-gantt-sheets-private.h"

#include "chart/way-gantt-legend.h"
#include "chart/way-time-header.h"
#include "document/way-milestone-figures.h"

#define NOON 720
#define LEAST_ROW 4.5    /* points between lines: closer ones make paper grey */
#define LEAST_DAY 2.25
#define NARROW_LABELS 120.0 /* scene units: right of the last bar, where the width is given */
#define MARK_ROOM 44.0   /* scene units: of the sheet's mark */
#define MAP_WIDTH 84.0   /* at most: of the little picture of all sheets */
#define MAP_HEIGHT 30.0
#define MAP_CELL 13.0
#define MAP_LEAST 2.5

/**
 * way_sheet_gantt_options:
 * @options: (out caller-allocates)
 *
 * What the chart shows on paper.
 */
void
way_sheet_gantt_options (WayGanttSheets *self, double row_height, const WayMeasure *measure,
                         WayGanttOptions *options)
{
  *options = self->options.chart;
  options->row_height = row_height;
  options->selected = NULL;
  options->selected_data = NULL;
  options->hover = options->grabbed = NULL;
  options->selected_link = options->hover_link = NULL;
  options->rtl = FALSE;
  options->on_paper = TRUE;
  if (options->links == WAY_LINKS_SELECTED)
    options->links = WAY_LINKS_ALL;
  options->row_lines = TRUE;
  options->grid = TRUE;
  options->today = way_moment_day (way_document_get_status_date (self->document)) + NOON;
  options->status_date = way_document_get_status_date (self->document)
                         + way_plan_get_project (way_document_get_plan (self->document))->day_finish;
  options->measure = *measure;
}


/* Where time runs from right to left, so does the whole sheet. */
static void
paint (WayGanttSheets *self, WayScene *scene, double x, double y, double scale, cairo_t *cr)
{
  if (self->options.chart.rtl)
    way_scene_mirror (scene, (self->width - 2 * x) / scale);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  way_painter_paint (self->painter, scene, way_palette_get (WAY_PALETTE_PRINT), cr);
  cairo_restore (cr);
}

/* Where this sheet lies among the others: its cell is filled. Returns: the width */
static double
draw_map (WayGanttSheets *self, guint sheet, double right, WayScene *scene)
{
  guint across = way_gantt_sheets_get_across (self), down = way_gantt_sheets_get_down (self);
  double cell = MIN (MAP_WIDTH / across, MAP_CELL), height = MIN (MAP_HEIGHT / down, cell * 0.75);

  if (across * down < 2 || cell < MAP_LEAST || height < MAP_LEAST)
    return 0;
  for (guint i = 0; i < across * down; i++)
    way_scene_rect (scene, right - cell * (across - i % across), height * (i / across) + 1, cell,
                    height, 0,
                    i == sheet ? WAY_ROLE_ACCENT : WAY_ROLE_NONE, WAY_ROLE_BASELINE);
  return cell * across;
}

/* "2 Mar 2026 – 30 Apr 2026 · Status date 20 Mar 2026 · Mia Toth"; without the dates of a chart
 * that has none */
static char *
format_facts (WayGanttSheets *self, guint column)
{
  WayMoment start = g_array_index (self->time_breaks, WayMoment, column);
  WayMoment end = g_array_index (self->time_breaks, WayMoment, column + 1);
  g_autofree char *from = way_moment_format_date (start);
  g_autofree char *to = way_moment_format_date (way_finish_day (end));
  g_autofree char *date = way_moment_format_date (way_document_get_status_date (self->document));
  g_autofree char *status = g_strdup_printf (_("Status date %s"), date);
  /* Translators: from a date to a date */
  g_autofree char *span = g_strdup_printf (_("%s – %s"), from, to);
  gboolean author = self->author != NULL && *self->author != '\0';

  return g_strconcat (self->rows->len > 0 ? span : "", self->rows->len > 0 ? " · " : "", status,
                      author ? " · " : NULL, self->author, NULL);
}

static void
draw_title (WayGanttSheets *self, guint sheet, cairo_t *cr)
{
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *mark = way_gantt_sheets_dup_mark (self, sheet);
  g_autofree char *facts = format_facts (self, sheet % way_gantt_sheets_get_across (self));
  WayTextStyle title = { .size = WAY_TEXT_HEADING, .weight = WAY_WEIGHT_BOLD,
                         .role = WAY_ROLE_TEXT };
  WayTextStyle small = { .size = WAY_TEXT_SMALL, .role = WAY_ROLE_SECONDARY };
  double room = self->width / WAY_SHEET_PIXEL;

  if (mark[0] != '\0')
    {
      WayTextStyle bold = { .size = WAY_TEXT_HEADING, .weight = WAY_WEIGHT_BOLD,
                            .role = WAY_ROLE_ACCENT, .align = WAY_ALIGN_END };

      way_scene_text (scene, room, 16, 0, mark, bold);
      room -= MARK_ROOM;
      room -= draw_map (self, sheet, room, scene) + 12;
    }
  way_scene_text (scene, 0, 9, MAX (room, 40), way_document_get_title (self->document), title);
  way_scene_text (scene, 0, 29, MAX (room, 40), facts, small);
  paint (self, scene, 0, 0, WAY_SHEET_PIXEL, cr);
}

/* Figures may be as of another day than the one on which they are printed. */
static const char *
today_label (WayGanttSheets *self)
{
  WayMoment status = way_moment_day (way_document_get_status_date (self->document));

  return status == way_moment_today () ? NULL : _("Status");
}

/**
 * way_sheet_legend:
 * @width: in scene units
 * @scene: (nullable): %NULL only measures
 *
 * Returns: the height in scene units
 */
double
way_sheet_legend (WayGanttSheets *self, double width, const WayMeasure *measure, WayScene *scene)
{
  WayGanttOptions options;

  way_sheet_gantt_options (self, WAY_SHEET_ROW, measure, &options);
  return WAY_SHEET_LEGEND
         + way_gantt_legend_layout (self->document, &options, today_label (self), width, scene);
}

/* A date that would be cut at the sheet's edge is left out; the next sheet has it. */
static void
drop_cut_labels (WayScene *header, double width, const WayMeasure *measure)
{
  for (guint i = header->items->len; i > 0; i--)
    {
      const WaySceneItem *item = way_scene_get_item (header, i - 1);

      if (item->kind == WAY_ITEM_TEXT && item->style.align == WAY_ALIGN_START
          && item->x + way_measure_text (measure, way_scene_item_text (header, item), item->style)
                 > width)
        g_array_remove_index (header->items, i - 1);
    }
}

static gboolean
has_row_lines (WayGanttSheets *self)
{
  return WAY_SHEET_ROW * self->scale >= LEAST_ROW;
}

/* The time header of one sheet at its own scale. */
static void
draw_header (WayGanttSheets *self, WayMoment from, double width, WayMoment today, double x,
             double y, cairo_t *cr)
{
  double magnified = way_sheet_magnified (self);
  WayTimeScale scale = way_time_scale_new ((double) from, self->minutes_per_pixel * magnified);
  WayMeasure measure = way_painter_get_measure (self->painter);
  WayTimeHeaderOptions options = { .width = width / magnified, .height = way_sheet_header (self),
                                   .today = today, .measure = measure,
                                   .week_numbers = self->options.chart.week_numbers,
                                   .today_label = today_label (self) };
  g_autoptr (WayScene) header = way_scene_new ();

  way_time_header_layout (&scale, &options, header);
  drop_cut_labels (header, options.width, &measure);
  paint (self, header, x, y, self->header_scale, cr);
}

static void
draw_chart (WayGanttSheets *self, guint column, guint first, guint last, double y, cairo_t *cr)
{
  WayMoment from = g_array_index (self->time_breaks, WayMoment, column);
  WayMoment to = g_array_index (self->time_breaks, WayMoment, column + 1);
  WayTimeScale scale = way_time_scale_new ((double) from, self->minutes_per_pixel);
  double width = MIN ((double) (to - from) / self->minutes_per_pixel, self->chart_width);
  double height = WAY_SHEET_ROW * (last - first), x = self->table_width * self->scale;
  double header = way_sheet_header (self) * self->header_scale;
  WayMeasure measure = way_painter_get_measure (self->painter);
  g_autoptr (WayScene) chart = way_scene_new ();
  WayGanttOptions options;

  way_sheet_gantt_options (self, WAY_SHEET_ROW, &measure, &options);
  options.row_lines = has_row_lines (self);
  options.grid_scale = scale.minutes_per_pixel * way_sheet_magnified (self);
  options.non_working &= self->scale * WAY_DAY / scale.minutes_per_pixel >= LEAST_DAY;
  way_gantt_layout_update (self->layout, &scale, &options, width, height, WAY_SHEET_ROW * first);
  way_gantt_layout_append (self->layout, chart);

  cairo_save (cr);
  cairo_rectangle (cr, self->options.chart.rtl ? self->width - x - width * self->scale : x, y,
                   width * self->scale, header + height * self->scale + 0.5);
  cairo_clip (cr);
  paint (self, chart, x, y + header, self->scale, cr);
  draw_header (self, from, width, options.today, x, y, cr);
  cairo_restore (cr);
}

static void
draw_frame (WayGanttSheets *self, guint column, double height, double y, cairo_t *cr)
{
  WayMoment from = g_array_index (self->time_breaks, WayMoment, column);
  WayMoment to = g_array_index (self->time_breaks, WayMoment, column + 1);
  double width = MIN ((double) (to - from) / self->minutes_per_pixel, self->chart_width);
  g_autoptr (WayScene) scene = way_scene_new ();

  way_scene_rect (scene, 0, 0, self->table_width + width, height, 0, WAY_ROLE_NONE,
                  WAY_ROLE_LINE);
  paint (self, scene, 0, y, self->scale, cr);
}

static void
draw_empty (WayGanttSheets *self, double y, cairo_t *cr)
{
  WayTextStyle style = { .size = WAY_TEXT_BODY, .role = WAY_ROLE_SECONDARY };
  g_autoptr (WayScene) scene = way_scene_new ();

  way_scene_text (scene, 0, 20, 0, _("This plan has no tasks yet."), style);
  paint (self, scene, 0, y, WAY_SHEET_PIXEL, cr);
}

/**
 * way_gantt_sheets_draw:
 * @sheet: row by row, from 0
 *
 * Paints one sheet after way_gantt_sheets_layout(), in points from its top left.
 */
void
way_gantt_sheets_draw (WayGanttSheets *self, guint sheet, cairo_t *cr)
{
  guint across = way_gantt_sheets_get_across (self);
  guint column = sheet % across, row = sheet / across;
  guint first = g_array_index (self->row_breaks, guint, row);
  guint last = g_array_index (self->row_breaks, guint, row + 1);
  g_autoptr (WayScene) table = way_scene_new ();
  g_autoptr (WayScene) legend = way_scene_new ();
  WayMeasure measure = way_painter_get_measure (self->painter);
  double y = WAY_SHEET_TITLE, header = way_sheet_header (self) * way_sheet_magnified (self);

  g_return_if_fail (sheet < way_gantt_sheets_get_n_sheets (self));
  draw_title (self, sheet, cr);
  if (self->rows->len == 0)
    {
      draw_empty (self, y, cr);
      return;
    }
  draw_chart (self, column, first, last, y, cr);
  way_sheet_table (self, header, first, last, has_row_lines (self), table);
  paint (self, table, 0, y, self->scale, cr);
  draw_frame (self, column, header + WAY_SHEET_ROW * (last - first), y, cr);
  if (self->options.legend)
    {
      way_sheet_legend (self, self->width / WAY_SHEET_PIXEL, &measure, legend);
      paint (self, legend, 0, self->height - self->legend_height + WAY_SHEET_LEGEND * WAY_SHEET_PIXEL,
             WAY_SHEET_PIXEL, cr);
    }
}

/**
 * way_sheet_whole:
 * @chart_width: of what stands beside the columns, in scene units
 * @label_room: of it, what is right of the last bar
 *
 * Appends all rows, the columns at the widths that were found.
 *
 * Returns: the height
 */
double
way_sheet_whole (WayGanttSheets *self, double chart_width, double label_room,
                 const WayMeasure *measure, WayScene *scene)
{
  double names = self->table_width;
  double height = WAY_SHEET_ROW * self->rows->len;
  WayTimeScale scale = way_time_scale_fit (self->from, self->to, chart_width - label_room, 8);
  WayTimeHeaderOptions header = { .width = chart_width, .height = way_sheet_header (self),
                                  .measure = *measure,
                                  .week_numbers = self->options.chart.week_numbers };
  g_autoptr (WayScene) part = way_scene_new (), whole = way_scene_new ();
  WayGanttOptions options;

  way_sheet_gantt_options (self, WAY_SHEET_ROW, measure, &options);
  header.today = options.today;
  header.today_label = today_label (self);
  way_time_header_layout (&scale, &header, part);
  way_scene_append (whole, part, names, 0);
  way_scene_clear (part);
  way_gantt_layout_update (self->layout, &scale, &options, chart_width, height, 0);
  way_gantt_layout_append (self->layout, part);
  way_scene_clip (whole, names, way_sheet_header (self), chart_width, height);
  way_scene_append (whole, part, names, way_sheet_header (self));
  way_scene_unclip (whole);
  way_sheet_table (self, way_sheet_header (self), 0, self->rows->len, TRUE, whole);
  if (self->options.chart.rtl)
    way_scene_mirror (whole, names + chart_width);
  way_scene_append (scene, whole, 0, 0);
  return way_sheet_header (self) + height;
}

/**
 * way_gantt_sheets_scene:
 * @width: of the picture, in scene units
 *
 * Appends the whole chart with the names of its rows, as for a web page.
 *
 * Returns: its height
 */
double
way_gantt_sheets_scene (WayGanttSheets *self, double width, const WayMeasure *measure,
                        WayScene *scene)
{
  double names = MIN (220, width / 3);

  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = self->columns[i] == WAY_TASK_COLUMN_TITLE ? names : 0;
  self->table_width = names;
  return way_sheet_whole (self, width - names, NARROW_LABELS, measure, scene);
}
