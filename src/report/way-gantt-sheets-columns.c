/* way-gantt-sheets-columns.c: the task columns of Gantt sheets: which, how wide, their cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-gantt-sheets-private.h"

#define NAME_LEAST 190.0
#define NAME_MOST 330.0
#define OTHER_MOST 130.0
#define ONE_YEAR (365 * WAY_DAY)
#define TABLE_LONG 0.6  /* of the sheet's width: beyond it names are cut … */
#define TABLE_MOST 0.66 /* … and columns left out */

/* Which go first where there is too little room: the lowest. The number is what predecessors and
 * people name a row by, and takes hardly any room. */
static int
importance (WayTaskColumnId column)
{
  switch (column)
    {
    case WAY_TASK_COLUMN_TITLE:
      return 5;
    case WAY_TASK_COLUMN_FINISH:
      return 4;
    case WAY_TASK_COLUMN_START:
    case WAY_TASK_COLUMN_NUMBER:
      return 3;
    case WAY_TASK_COLUMN_DURATION:
    case WAY_TASK_COLUMN_COMPLETE:
      return 2;
    default:
      return 1;
    }
}

/* Text at the start, figures and dates at the end: as on the screen. */
static gboolean
is_at_end (WayTaskColumnId column)
{
  return way_task_column_get (column)->to_end;
}

/* As on the screen, but paper outlives the year; the row over a group has a title only. */
static char *
cell_text (WayGanttSheets *self, WayTask *task, WayTaskColumnId column)
{
  if (WAY_RECORD (task)->plan == NULL && column != WAY_TASK_COLUMN_TITLE)
    return g_strdup ("");
  if (column == WAY_TASK_COLUMN_START && !self->short_dates)
    return way_moment_format_date (task->start);
  if (column == WAY_TASK_COLUMN_FINISH && !self->short_dates)
    return way_moment_format_date (way_task_last_moment (task));
  return way_task_column_format (column, self->document, self->options.chart.baseline_slot, task);
}

/**
 * way_sheet_choose_columns:
 *
 * Takes over the columns that were asked for; a chart without titles is of no use.
 */
void
way_sheet_choose_columns (WayGanttSheets *self)
{
  const WayGanttSheetsOptions *options = &self->options;
  gboolean title = FALSE;

  for (guint i = 0; i < options->n_columns; i++)
    title |= options->columns[i] == WAY_TASK_COLUMN_TITLE;
  if (!title)
    self->columns[self->n_columns++] = WAY_TASK_COLUMN_TITLE;
  for (guint i = 0; i < MIN (options->n_columns, WAY_SHEET_MOST_COLUMNS); i++)
    self->columns[self->n_columns++] = options->columns[i];
}

static void
add_cell (WayGanttSheets *self, guint place, double x, double y, const char *text, double indent,
          WayTextStyle style, WayScene *scene)
{
  gboolean at_end = is_at_end (self->columns[place]);
  double width = self->widths[place];
  double room = width - 2 * WAY_SHEET_PADDING - indent;

  style.align = at_end ? WAY_ALIGN_END : WAY_ALIGN_START;
  way_scene_text (scene, at_end ? x + width - WAY_SHEET_PADDING : x + WAY_SHEET_PADDING + indent,
                  y, MAX (room, 12), text, style);
}

static void
add_row (WayGanttSheets *self, WayTask *task, double y, WayScene *scene)
{
  WayTextStyle style = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_TEXT,
                         .weight = task->summary ? WAY_WEIGHT_BOLD : WAY_WEIGHT_NORMAL };
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean title = self->columns[i] == WAY_TASK_COLUMN_TITLE;
      g_autofree char *text = NULL;
      double indent = title ? (double) task->depth * WAY_SHEET_INDENT : 0;

      if (self->widths[i] <= 0)
        continue;
      text = cell_text (self, task, self->columns[i]);
      style.role = self->columns[i] == WAY_TASK_COLUMN_NUMBER ? WAY_ROLE_SECONDARY : WAY_ROLE_TEXT;
      add_cell (self, i, x, y, text, MIN (indent, self->widths[i] / 2), style, scene);
      x += self->widths[i];
    }
}

/**
 * way_sheet_table:
 * @header: the height of the heading, in scene units
 * @first: row
 * @last: the row after the last one
 *
 * Appends the columns with their heading, its top left at 0, 0.
 */
void
way_sheet_table (WayGanttSheets *self, double header, guint first, guint last, gboolean lines,
                 WayScene *scene)
{
  WayTextStyle head = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD,
                        .role = WAY_ROLE_SECONDARY };
  double bottom = header + WAY_SHEET_ROW * (last - first);
  double x = 0;

  way_scene_rect (scene, 0, 0, self->table_width, header, 0, WAY_ROLE_HEADER, WAY_ROLE_NONE);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->widths[i] <= 0)
        continue;
      add_cell (self, i, x, header - 10, _ (way_task_column_get (self->columns[i])->title), 0, head,
                scene);
      x += self->widths[i];
    }
  for (guint i = first; i < last; i++)
    {
      double y = header + WAY_SHEET_ROW * (i - first);

      add_row (self, g_ptr_array_index (self->rows, i), y + WAY_SHEET_ROW / 2, scene);
      if (lines)
        way_scene_line (scene, 0, y + WAY_SHEET_ROW, self->table_width, y + WAY_SHEET_ROW, 0.6,
                        WAY_ROLE_LINE, WAY_DASH_SOLID);
    }
  way_scene_line (scene, 0, header, self->table_width, header, 0.8, WAY_ROLE_LINE, WAY_DASH_SOLID);
  way_scene_line (scene, self->table_width, 0, self->table_width, bottom, 0.8, WAY_ROLE_LINE,
                  WAY_DASH_SOLID);
}

/* Room for the widest text of a column, within limits. */
static double
natural_width (WayGanttSheets *self, WayTaskColumnId column, const WayMeasure *measure)
{
  guint n = MIN (self->rows->len, WAY_SHEET_MEASURED);
  gboolean title = column == WAY_TASK_COLUMN_TITLE;
  double most = title ? NAME_MOST : OTHER_MOST;
  WayTextStyle head = { .size = WAY_TEXT_CAPTION, .weight = WAY_WEIGHT_BOLD };
  double width = way_measure_text (measure, _ (way_task_column_get (column)->title), head);

  for (guint i = 0; i < n && width < most; i++)
    {
      WayTask *task = g_ptr_array_index (self->rows, i);
      g_autofree char *text = cell_text (self, task, column);
      WayTextStyle style = { .size = WAY_TEXT_CAPTION,
                             .weight = task->summary ? WAY_WEIGHT_BOLD : WAY_WEIGHT_NORMAL };
      double indent = title ? (double) task->depth * WAY_SHEET_INDENT : 0;

      width = MAX (width, way_measure_text (measure, text, style) + indent);
    }
  return CLAMP (width + 2 * WAY_SHEET_PADDING + 1, title ? NAME_LEAST : 0, most);
}

static double
sum_columns (WayGanttSheets *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->widths[i];
  return sum;
}

/* The least important of what is left, the last one of several. */
static guint
least_column (WayGanttSheets *self)
{
  guint least = 0;

  while (least < self->n_columns && self->widths[least] <= 0)
    least++;
  for (guint i = least; i < self->n_columns; i++)
    if (self->widths[i] > 0
        && importance (self->columns[i]) <= importance (self->columns[least]))
      least = i;
  return least;
}

/* Returns: the width of the title */
static double *
measure_columns (WayGanttSheets *self, const WayMeasure *measure)
{
  double *title = &self->widths[0];

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->widths[i] = natural_width (self, self->columns[i], measure);
      if (self->columns[i] == WAY_TASK_COLUMN_TITLE)
        title = &self->widths[i];
    }
  return title;
}

/**
 * way_sheet_take_columns:
 *
 * Every column as wide as it would be, where a picture has room for all.
 */
void
way_sheet_take_columns (WayGanttSheets *self, const WayMeasure *measure)
{
  self->short_dates = FALSE;
  measure_columns (self, measure);
  self->table_width = sum_columns (self);
}

/**
 * way_sheet_find_columns:
 *
 * Finds the widths for the sheet's width and scale. Where room is short, dates lose the year if
 * all are within one, then the titles give way, then columns go, the least needed first.
 */
void
way_sheet_find_columns (WayGanttSheets *self, const WayMeasure *measure)
{
  double room = self->width / self->scale;
  double *title;

  self->short_dates = FALSE;
  title = measure_columns (self, measure);
  self->short_dates = sum_columns (self) > room * TABLE_LONG && self->to - self->from < ONE_YEAR;
  if (self->short_dates)
    title = measure_columns (self, measure);
  if (sum_columns (self) > room * TABLE_LONG)
    *title = MAX (*title - (sum_columns (self) - room * TABLE_LONG), MIN (*title, NAME_LEAST));
  while (sum_columns (self) > room * TABLE_MOST && sum_columns (self) > *title)
    self->widths[least_column (self)] = 0;
  *title = MIN (*title, MAX (room * TABLE_MOST, 40));
  self->table_width = sum_columns (self);
  self->chart_width = room - self->table_width;
}

/**
 * way_gantt_sheets_dup_left_out:
 *
 * Returns: (transfer full) (nullable): titles of the columns that were left out for want of room
 */
char *
way_gantt_sheets_dup_left_out (WayGanttSheets *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->widths[i] <= 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              _ (way_task_column_get (self->columns[i])->title));
  return g_string_free (text, text->len == 0);
}

/* The text of one cell as light markup; titles are indented by level. (transfer full) */
static char *
cell_markup (WayGanttSheets *self, WayTask *task, WayTaskColumnId column)
{
  g_autofree char *text = cell_text (self, task, column);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *title;

  if (column != WAY_TASK_COLUMN_TITLE)
    return g_steal_pointer (&escaped);
  title = g_string_new (NULL);
  for (gint64 level = 0; level < task->depth; level++)
    g_string_append (title, "\u2003");
  g_string_append_printf (title, task->summary ? "<b>%s</b>" : "%s", escaped);
  return g_string_free (title, FALSE);
}

/**
 * way_gantt_sheets_to_table:
 *
 * Returns: (transfer full): the columns of the sheets as a table; titles are indented by level
 */
WayTable *
way_gantt_sheets_to_table (WayGanttSheets *self)
{
  WayTable *table = way_table_new ();

  for (guint i = 0; i < self->n_columns; i++)
    way_table_add_column (table, _ (way_task_column_get (self->columns[i])->title),
                          self->columns[i] == WAY_TASK_COLUMN_TITLE ? 1 : 0,
                          is_at_end (self->columns[i]) ? WAY_ALIGN_END : WAY_ALIGN_START);
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_new0 (char *, self->n_columns + 1);

      for (guint k = 0; k < self->n_columns; k++)
        cells[k] = cell_markup (self, g_ptr_array_index (self->rows, i), self->columns[k]);
      way_table_add_cells (table, cells);
    }
  return table;
}
