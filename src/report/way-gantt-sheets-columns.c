/* way-gantt-sheets-columns.c: the task columns of Gantt sheets: which, how wide, their cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-gantt-sheets-private.h"

#include "metrics/way-figure.h"

/* The lowest goes first where there is too little room. */
static const int column_keep[WAY_SHEET_N_COLUMNS] = {
  [WAY_SHEET_NUMBER] = 1, [WAY_SHEET_NAME] = 9,   [WAY_SHEET_DURATION] = 2,
  [WAY_SHEET_START] = 4,  [WAY_SHEET_FINISH] = 5, [WAY_SHEET_DONE] = 3,
};

#define NAME_LEAST 190.0
#define NAME_MOST 330.0
#define OTHER_MOST 110.0
#define ONE_YEAR (365 * WAY_DAY)
#define TABLE_MOST 0.54 /* of the sheet's width */

const char *const way_sheet_column_titles[WAY_SHEET_N_COLUMNS] = {
  [WAY_SHEET_NUMBER] = N_ ("No."),        [WAY_SHEET_NAME] = N_ ("Task"),
  [WAY_SHEET_DURATION] = N_ ("Duration"), [WAY_SHEET_START] = N_ ("Start"),
  [WAY_SHEET_FINISH] = N_ ("Finish"),     [WAY_SHEET_DONE] = N_ ("Done"),
};

static char *
format_date (WayGanttSheets *self, WayMoment moment)
{
  return self->short_dates ? way_moment_format_short (moment) : way_moment_format_date (moment);
}

/**
 * way_sheet_cell_text:
 *
 * Returns: (transfer full)
 */
char *
way_sheet_cell_text (WayGanttSheets *self, WayTask *task, WaySheetColumn column)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));

  switch (column)
    {
    case WAY_SHEET_NUMBER:
      return g_strdup_printf ("%d", (int) task->row + 1);
    case WAY_SHEET_NAME:
      return g_strdup (WAY_RECORD (task)->title);
    case WAY_SHEET_DURATION:
      return way_duration_format (task->summary ? task->span : task->duration,
                                  task->summary ? WAY_UNIT_DAYS : (WayUnit) task->duration_unit,
                                  &rates);
    case WAY_SHEET_START:
      return format_date (self, task->start);
    case WAY_SHEET_FINISH:
      return format_date (self, task->finish);
    case WAY_SHEET_DONE:
    default:
      return way_percent_format ((double) task->complete);
    }
}

static gboolean
is_at_end (WaySheetColumn column)
{
  return column != WAY_SHEET_NAME;
}

static void
add_cell (WayGanttSheets *self, WaySheetColumn column, double x, double y, const char *text,
          double indent, WayTextStyle style, WayScene *scene)
{
  double width = self->columns[column];
  double room = width - 2 * WAY_SHEET_PADDING - indent;

  style.align = is_at_end (column) ? WAY_ALIGN_END : WAY_ALIGN_START;
  way_scene_text (scene, is_at_end (column) ? x + width - WAY_SHEET_PADDING : x + WAY_SHEET_PADDING + indent, y,
                  MAX (room, 12), text, style);
}

static void
add_row (WayGanttSheets *self, WayTask *task, double y, WayScene *scene)
{
  WayTextStyle style = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_TEXT,
                         .weight = task->summary ? WAY_WEIGHT_BOLD : WAY_WEIGHT_NORMAL };
  double x = 0;

  for (guint i = 0; i < WAY_SHEET_N_COLUMNS; i++)
    {
      g_autofree char *text = NULL;
      double most = self->columns[i] / 2;

      if (self->columns[i] <= 0)
        continue;
      text = way_sheet_cell_text (self, task, i);
      style.role = i == WAY_SHEET_NUMBER ? WAY_ROLE_SECONDARY : WAY_ROLE_TEXT;
      add_cell (self, i, x, y, text,
                i == WAY_SHEET_NAME ? MIN ((double) task->depth * WAY_SHEET_INDENT, most) : 0,
                style, scene);
      x += self->columns[i];
    }
}

/**
 * way_sheet_table:
 * @first: row
 * @last: the row after the last one
 *
 * Appends the columns with their heading, its top left at 0, 0.
 */
void
way_sheet_table (WayGanttSheets *self, guint first, guint last, WayScene *scene)
{
  WayTextStyle head = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD,
                        .role = WAY_ROLE_SECONDARY };
  double bottom = WAY_SHEET_HEADER + WAY_SHEET_ROW * (last - first);
  double x = 0;

  way_scene_rect (scene, 0, 0, self->table_width, WAY_SHEET_HEADER, 0, WAY_ROLE_HEADER,
                  WAY_ROLE_NONE);
  for (guint i = 0; i < WAY_SHEET_N_COLUMNS; i++)
    {
      if (self->columns[i] <= 0)
        continue;
      add_cell (self, i, x, WAY_SHEET_HEADER * 0.75, _ (way_sheet_column_titles[i]), 0, head,
                scene);
      x += self->columns[i];
    }
  for (guint i = first; i < last; i++)
    {
      double y = WAY_SHEET_HEADER + WAY_SHEET_ROW * (i - first);

      add_row (self, g_ptr_array_index (self->rows, i), y + WAY_SHEET_ROW / 2, scene);
      way_scene_line (scene, 0, y + WAY_SHEET_ROW, self->table_width, y + WAY_SHEET_ROW, 0.6,
                      WAY_ROLE_LINE, WAY_DASH_SOLID);
    }
  way_scene_line (scene, 0, WAY_SHEET_HEADER, self->table_width, WAY_SHEET_HEADER, 0.8,
                  WAY_ROLE_LINE, WAY_DASH_SOLID);
  way_scene_line (scene, self->table_width, 0, self->table_width, bottom, 0.8, WAY_ROLE_LINE,
                  WAY_DASH_SOLID);
}

/* Room for the widest text of a column, within limits. */
static double
natural_width (WayGanttSheets *self, WaySheetColumn column, const WayMeasure *measure)
{
  guint n = MIN (self->rows->len, WAY_SHEET_MEASURED);
  double most = column == WAY_SHEET_NAME ? NAME_MOST : OTHER_MOST;
  WayTextStyle head = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD };
  double width = way_measure_text (measure, _ (way_sheet_column_titles[column]), head);

  for (guint i = 0; i < n && width < most; i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);
      g_autofree char *text = way_sheet_cell_text (self, task, column);
      WayTextStyle style = { .size = WAY_TEXT_CAPTION,
                             .weight = task->summary ? WAY_WEIGHT_BOLD : WAY_WEIGHT_NORMAL };
      double indent = column == WAY_SHEET_NAME ? (double) task->depth * WAY_SHEET_INDENT : 0;

      width = MAX (width, way_measure_text (measure, text, style) + indent);
    }
  return CLAMP (width + 2 * WAY_SHEET_PADDING + 1, column == WAY_SHEET_NAME ? NAME_LEAST : 0,
                most);
}

/* A chart without names is of no use. */
static gboolean
is_wanted (WayGanttSheets *self, WaySheetColumn column)
{
  return column == WAY_SHEET_NAME || self->options.columns & (1u << column);
}

static double
sum_columns (WayGanttSheets *self)
{
  double sum = 0;

  for (guint i = 0; i < WAY_SHEET_N_COLUMNS; i++)
    sum += self->columns[i];
  return sum;
}

/**
 * way_sheet_find_columns:
 *
 * Chooses the columns and their widths for the sheet's width and scale. Where room is short,
 * dates lose the year if all are within one, then the name gives way, then columns go, the least
 * needed first.
 */
void
way_sheet_find_columns (WayGanttSheets *self, const WayMeasure *measure)
{
  double most = self->width / self->scale * TABLE_MOST;

  self->short_dates = FALSE;
  for (guint i = 0; i < WAY_SHEET_N_COLUMNS; i++)
    self->columns[i] = is_wanted (self, i) ? natural_width (self, i, measure) : 0;
  self->short_dates = sum_columns (self) > most && self->to - self->from < ONE_YEAR;
  for (guint i = WAY_SHEET_START; i <= WAY_SHEET_FINISH && self->short_dates; i++)
    if (self->columns[i] > 0)
      self->columns[i] = natural_width (self, i, measure);
  for (int keep = 0; sum_columns (self) > most && keep < 6; keep++)
    {
      double excess = sum_columns (self) - most;
      double *name = &self->columns[WAY_SHEET_NAME];

      *name = MAX (*name - excess, MIN (*name, NAME_LEAST));
      for (guint i = 0; i < WAY_SHEET_N_COLUMNS && sum_columns (self) > most; i++)
        if (column_keep[i] == keep)
          self->columns[i] = 0;
    }
  if (sum_columns (self) > most)
    self->columns[WAY_SHEET_NAME] = MAX (most, 40);
  self->table_width = sum_columns (self);
  self->chart_width = self->width / self->scale - self->table_width;
}

/**
 * way_gantt_sheets_to_table:
 *
 * Returns: (transfer full): the columns of the sheets as a table; names are indented by level
 */
WayTable *
way_gantt_sheets_to_table (WayGanttSheets *self)
{
  WayTable *table = way_table_new ();

  for (guint i = 0; i < WAY_SHEET_N_COLUMNS; i++)
    way_table_add_column (table, _ (way_sheet_column_titles[i]), i == WAY_SHEET_NAME ? 1 : 0,
                          is_at_end (i) ? WAY_ALIGN_END : WAY_ALIGN_START);
  for (guint i = 0; i < self->rows->len; i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *title = g_markup_escape_text (WAY_RECORD (task)->title, -1);
      g_autofree char *number = way_sheet_cell_text (self, task, WAY_SHEET_NUMBER);
      g_autofree char *duration = way_sheet_cell_text (self, task, WAY_SHEET_DURATION);
      g_autofree char *start = way_sheet_cell_text (self, task, WAY_SHEET_START);
      g_autofree char *finish = way_sheet_cell_text (self, task, WAY_SHEET_FINISH);
      g_autofree char *done = way_sheet_cell_text (self, task, WAY_SHEET_DONE);

      for (gint64 level = 0; level < task->depth; level++)
        g_string_append (name, "\u2003");
      g_string_append_printf (name, task->summary ? "<b>%s</b>" : "%s", title);
      way_table_add_row (table, number, name->str, duration, start, finish, done, NULL);
    }
  return table;
}
