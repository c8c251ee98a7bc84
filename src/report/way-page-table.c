/* way-page-table.c: tables on pages: column widths, rows, the heading on each page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/way-page-flow.h"

#define COLUMN_GAP 10
#define ROW_PADDING 4.2
#define MAX_CELL_LINES 6
#define LEAST_SHARE 90 /* points that a column with a share gets at least */
#define MOST_NATURAL 0.3 /* of the page's width, for a column without */

/* One row, shaped. */
typedef struct
{
  PangoLayout **cells;
  double height;
} Row;

static Row
shape_row (WayPageFlow *flow, char *const *texts, guint n, WayPageText kind)
{
  Row row = { .cells = g_new0 (PangoLayout *, n) };

  for (guint i = 0; i < n; i++)
    row.cells[i] = kind == WAY_PAGE_TEXT_COLUMN
                       ? way_page_style_text (flow->style, kind, texts[i], -1)
                       : way_page_style_markup (flow->style, kind, texts[i], -1);
  return row;
}

static void
row_clear (Row *row, guint n)
{
  for (guint i = 0; i < n; i++)
    g_object_unref (row->cells[i]);
  g_free (row->cells);
}

/* Breaks the cells' lines to the columns' widths. */
static void
fit_row (Row *row, const WayTable *table, const double *widths)
{
  row->height = 0;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const WayTableColumn *column = &g_array_index (table->columns, WayTableColumn, i);
      PangoLayout *cell = row->cells[i];

      pango_layout_set_width (cell, (int) (widths[i] * PANGO_SCALE) + 1);
      pango_layout_set_height (cell, -MAX_CELL_LINES);
      pango_layout_set_ellipsize (cell, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (cell, column->align == WAY_ALIGN_END      ? PANGO_ALIGN_RIGHT
                                        : column->align == WAY_ALIGN_CENTER ? PANGO_ALIGN_CENTER
                                                                            : PANGO_ALIGN_LEFT);
      row->height = MAX (row->height, way_layout_height (cell));
    }
  row->height += 2 * ROW_PADDING;
}

static gboolean
has_titles (const WayTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, WayTableColumn, i).title[0] != '\0')
      return TRUE;
  return FALSE;
}

static Row
shape_head (WayPageFlow *flow, const WayTable *table)
{
  guint n = table->columns->len;
  g_autofree char **titles = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    titles[i] = g_array_index (table->columns, WayTableColumn, i).title;
  return shape_row (flow, titles, n, WAY_PAGE_TEXT_COLUMN);
}

/* Columns without a share are as wide as their widest cell; the others divide what is left.
 * When even that is too little, all give way in proportion and their cells break lines. */
static void
find_widths (WayPageFlow *flow, const WayTable *table, const Row *rows, guint n_rows,
             double *widths)
{
  guint n = table->columns->len;
  double room = flow->width - COLUMN_GAP * (n - 1);
  double fixed = 0, shares = 0, least = 0;

  for (guint i = 0; i < n; i++)
    {
      double share = g_array_index (table->columns, WayTableColumn, i).share;

      widths[i] = 0;
      shares += share;
      if (share > 0)
        {
          least += LEAST_SHARE;
          continue;
        }
      for (guint j = 0; j < n_rows; j++)
        widths[i] = MAX (widths[i], way_layout_width (rows[j].cells[i]) + 0.5);
      widths[i] = MIN (widths[i], flow->width * MOST_NATURAL);
      fixed += widths[i];
    }
  for (guint i = 0; i < n; i++)
    {
      double share = g_array_index (table->columns, WayTableColumn, i).share;
      double squeeze = fixed > room - least ? MAX (room - least, 0) / MAX (fixed, 1) : 1;

      if (share > 0)
        widths[i] = MAX (room - fixed * squeeze, least) * share / shares;
      else
        widths[i] *= squeeze;
    }
}

static void
place_row (WayPageFlow *flow, const WayTable *table, const Row *row, const double *widths,
           WayRole role)
{
  double x = flow->x;

  for (guint i = 0; i < table->columns->len; i++)
    {
      way_page_add_text (flow->page, row->cells[i], x, flow->y + ROW_PADDING, role);
      x += widths[i] + COLUMN_GAP;
    }
  flow->y += row->height;
  way_page_add_rect (flow->page, flow->x, flow->y - 0.5, flow->width, 0.5, 0, WAY_ROLE_LINE);
}

/* A table whose columns have no titles begins with its first row. */
static void
place_head (WayPageFlow *flow, const WayTable *table, const Row *head, const double *widths)
{
  if (has_titles (table))
    place_row (flow, table, head, widths, way_page_text_role (WAY_PAGE_TEXT_COLUMN));
}

static void
place_rows (WayPageFlow *flow, const WayTable *table, Row *rows, guint n_rows,
            const double *widths)
{
  const Row *head = &rows[0];

  way_page_flow_need (flow, head->height + (n_rows > 1 ? rows[1].height : 0));
  place_head (flow, table, head, widths);
  for (guint i = 1; i < n_rows; i++)
    {
      if (flow->y + rows[i].height > flow->bottom && i > 1)
        {
          way_page_flow_break (flow);
          place_head (flow, table, head, widths);
        }
      place_row (flow, table, &rows[i], widths, WAY_ROLE_TEXT);
    }
}

/**
 * way_page_flow_table:
 *
 * Sets a table; rows stay whole, and the heading is repeated on each page.
 */
void
way_page_flow_table (WayPageFlow *flow, const WayTable *table)
{
  guint n = table->columns->len;
  guint n_rows = table->rows->len + 1;
  g_autofree double *widths = g_new0 (double, MAX (n, 1));
  g_autofree Row *rows = g_new0 (Row, n_rows);

  if (n == 0)
    return;
  rows[0] = shape_head (flow, table);
  for (guint i = 1; i < n_rows; i++)
    rows[i] = shape_row (flow, g_ptr_array_index (table->rows, i - 1), n, WAY_PAGE_TEXT_CELL);
  find_widths (flow, table, rows, n_rows, widths);
  for (guint i = 0; i < n_rows; i++)
    fit_row (&rows[i], table, widths);
  place_rows (flow, table, rows, n_rows, widths);
  for (guint i = 0; i < n_rows; i++)
    row_clear (&rows[i], n);
}

/**
 * way_page_flow_table_head:
 *
 * Returns: about what the heading and two rows take
 */
double
way_page_flow_table_head (WayPageFlow *flow, const WayTable *table)
{
  g_autoptr (PangoLayout) cell =
      way_page_style_text (flow->style, WAY_PAGE_TEXT_CELL, "X", -1);

  return (way_layout_height (cell) + 2 * ROW_PADDING) * (MIN (table->rows->len, 2) + 1);
}
