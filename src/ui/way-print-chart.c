/* way-print-chart.c: WayPrintChart, the chart of a page as it is seen, to be put on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/way-print-chart.h"

/**
 * way_print_chart_new:
 *
 * Returns: (transfer full): without rows, as a timeline looks at first
 */
WayPrintChart *
way_print_chart_new (void)
{
  WayPrintChart *self = g_new0 (WayPrintChart, 1);
  WayGanttSheetsOptions usual;

  way_gantt_sheets_options_init (&usual);
  self->options = usual.chart;
  self->n_columns = usual.n_columns;
  for (guint i = 0; i < usual.n_columns; i++)
    self->columns[i] = usual.columns[i];
  return self;
}

/**
 * way_print_chart_free:
 */
void
way_print_chart_free (WayPrintChart *self)
{
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  g_free (self);
}
