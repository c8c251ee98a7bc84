/* way-report.c: WayReport, a composed report: blocks of text, tables, figures and charts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/way-report.h"

#include "report/way-gantt-sheets.h"

static void
key_figure_clear (gpointer data)
{
  WayKeyFigure *figure = data;

  g_free (figure->label);
  g_free (figure->value);
  g_free (figure->detail);
}

static void
column_clear (gpointer data)
{
  g_free (((WayTableColumn *) data)->title);
}

/**
 * way_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
WayTable *
way_table_new (void)
{
  WayTable *self = g_new0 (WayTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (WayTableColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * way_table_free:
 */
void
way_table_free (WayTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
block_free (gpointer data)
{
  WayBlock *block = data;

  g_free (block->text);
  g_free (block->eyebrow);
  g_free (block->under);
  g_clear_pointer (&block->figures, g_array_unref);
  g_clear_pointer (&block->table, way_table_free);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_clear_pointer (&block->sheets, way_gantt_sheets_free);
  if (block->chart.destroy != NULL)
    block->chart.destroy (block->chart.data);
  g_free (block);
}

/**
 * way_report_new:
 * @title: of the plan
 * @kind: what the report is: "Execution status report"
 * @date: the day that it speaks of
 *
 * Returns: (transfer full): a report without blocks
 */
WayReport *
way_report_new (const char *title, const char *kind, WayMoment date)
{
  WayReport *self = g_new0 (WayReport, 1);

  g_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->kind = g_strdup (kind);
  self->author = g_strdup ("");
  self->company = g_strdup ("");
  self->date = date;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

/**
 * way_report_ref:
 *
 * Returns: (transfer full)
 */
WayReport *
way_report_ref (WayReport *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * way_report_unref:
 */
void
way_report_unref (WayReport *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->author);
  g_free (self->company);
  g_free (self);
}

static WayBlock *
add_block (WayReport *self, WayBlockKind kind, const char *text)
{
  WayBlock *block = g_new0 (WayBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* The last block when it is of @kind, so that figures and items gather in one. */
static WayBlock *
continue_block (WayReport *self, WayBlockKind kind)
{
  WayBlock *last = self->blocks->len > 0
                       ? g_ptr_array_index (self->blocks, self->blocks->len - 1)
                       : NULL;

  return last != NULL && last->kind == kind ? last : add_block (self, kind, NULL);
}

/**
 * way_report_add_title:
 * @eyebrow: the small line above
 * @title: plain text
 * @under: the small line below
 * @rag: the status badge; %WAY_RAG_COMPUTED for none
 */
void
way_report_add_title (WayReport *self, const char *eyebrow, const char *title, const char *under,
                      WayRag rag)
{
  WayBlock *block = add_block (self, WAY_BLOCK_TITLE, title);

  block->eyebrow = g_strdup (eyebrow);
  block->under = g_strdup (under);
  block->rag = rag;
}

/**
 * way_report_add_heading:
 * @text: plain text; also an entry of a PDF's outline
 */
void
way_report_add_heading (WayReport *self, const char *text)
{
  add_block (self, WAY_BLOCK_HEADING, text);
}

/**
 * way_report_add_paragraph:
 * @markup: light markup
 */
void
way_report_add_paragraph (WayReport *self, const char *markup)
{
  add_block (self, WAY_BLOCK_PARAGRAPH, markup);
}

/**
 * way_report_add_figure:
 * @label, @value, @detail: plain text
 *
 * Adds a key figure; those added one after the other stand in one row.
 */
void
way_report_add_figure (WayReport *self, const char *label, const char *value, const char *detail)
{
  WayBlock *block = continue_block (self, WAY_BLOCK_FIGURES);
  WayKeyFigure figure = { g_strdup (label), g_strdup (value), g_strdup (detail) };

  if (block->figures == NULL)
    {
      block->figures = g_array_new (FALSE, FALSE, sizeof (WayKeyFigure));
      g_array_set_clear_func (block->figures, key_figure_clear);
    }
  g_array_append_val (block->figures, figure);
}

/**
 * way_report_add_table:
 *
 * Returns: (transfer none): an empty table; give it its columns first, then rows
 */
WayTable *
way_report_add_table (WayReport *self)
{
  WayBlock *block = add_block (self, WAY_BLOCK_TABLE, NULL);

  block->table = way_table_new ();
  return block->table;
}

/**
 * way_table_add_column:
 * @title: plain text
 * @share: of the width that is left over; 0 = as wide as its widest cell
 */
void
way_table_add_column (WayTable *self, const char *title, double share, WayTextAlign align)
{
  WayTableColumn column = { g_strdup (title), share, align };

  g_return_if_fail (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

/**
 * way_table_add_row:
 * @first: light markup of the first cell, followed by the others and %NULL
 *
 * Cells that are not given are empty.
 */
void
way_table_add_row (WayTable *self, const char *first, ...)
{
  char **cells = g_new0 (char *, self->columns->len + 1);
  const char *cell = first;
  va_list arguments;

  va_start (arguments, first);
  for (guint i = 0; i < self->columns->len; i++)
    {
      cells[i] = g_strdup (cell != NULL ? cell : "");
      if (cell != NULL)
        cell = va_arg (arguments, const char *);
    }
  va_end (arguments);
  way_table_add_cells (self, cells);
}

/**
 * way_table_add_cells:
 * @cells: (transfer full): light markup, one for each column
 */
void
way_table_add_cells (WayTable *self, char **cells)
{
  g_ptr_array_add (self->rows, cells);
}

/**
 * way_report_add_item:
 * @markup: light markup
 *
 * Adds a bullet point; those added one after the other make one list.
 */
void
way_report_add_item (WayReport *self, const char *markup)
{
  WayBlock *block = continue_block (self, WAY_BLOCK_LIST);

  if (block->items == NULL)
    block->items = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (block->items, g_strdup (markup));
}

/**
 * way_report_add_chart:
 * @description: what it shows, in words
 * @draw: called for each width that a renderer has room for
 * @data: what it draws; a copy, since the plan may change before the report is printed
 */
void
way_report_add_chart (WayReport *self, const char *description, WayChartFunc draw, gpointer data,
                      GDestroyNotify destroy)
{
  WayBlock *block = add_block (self, WAY_BLOCK_CHART, description);

  block->chart = (WayChart) { draw, data, destroy };
}

/**
 * way_report_add_sheets:
 * @sheets: (transfer full): a chart that fills pages of its own
 */
void
way_report_add_sheets (WayReport *self, WayGanttSheets *sheets)
{
  add_block (self, WAY_BLOCK_SHEETS, NULL)->sheets = sheets;
}

/**
 * way_report_get_sheets:
 *
 * Returns: (transfer none) (nullable): the Gantt chart of the report; %NULL = it has none
 */
WayGanttSheets *
way_report_get_sheets (WayReport *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == WAY_BLOCK_SHEETS)
        return block->sheets;
    }
  return NULL;
}

/**
 * way_report_add_page_break:
 */
void
way_report_add_page_break (WayReport *self)
{
  add_block (self, WAY_BLOCK_PAGE_BREAK, NULL);
}
