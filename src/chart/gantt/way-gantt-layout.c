/* way-gantt-layout.c: WayGanttLayout, the geometry of the visible part of a Gantt chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (WayGanttLayout, way_gantt_layout, G_TYPE_OBJECT)

static void
clear_geometry (WayGanttLayout *self)
{
  g_array_set_size (self->bars, 0);
  g_array_set_size (self->pieces, 0);
  g_array_set_size (self->links, 0);
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->lanes, 0);
  g_string_chunk_clear (self->labels);
}

static void
map_rows (WayGanttLayout *self)
{
  guint n_outline = 0;

  if (self->document != NULL)
    n_outline = way_plan_get_outline (way_document_get_plan (self->document))->len;
  self->row_of = g_renew (int, self->row_of, n_outline);
  self->n_outline = n_outline;
  for (guint i = 0; i < n_outline; i++)
    self->row_of[i] = -1;
  for (guint row = 0; row < self->n_rows; row++)
    if (self->rows[row]->row >= 0) /* the head of a group is no task of the plan */
      self->row_of[self->rows[row]->row] = (int) row;
}

static void
forget_initiatives (WayGanttLayout *self)
{
  g_clear_pointer (&self->initiatives, g_ptr_array_unref);
}

static void
set_document (WayGanttLayout *self, WayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, forget_initiatives, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (forget_initiatives), self,
                             G_CONNECT_SWAPPED);
  g_clear_pointer (&self->ends, g_array_unref);
  forget_initiatives (self);
}

/**
 * way_gantt_layout_set_rows:
 * @document: (nullable): %NULL = nothing
 * @rows: (nullable): borrowed until the next call
 *
 * Call it when rows come, go or move and when links come or go. Changed dates and
 * other values are read at each update and need no call. Costs some time for each row.
 */
void
way_gantt_layout_set_rows (WayGanttLayout *self, WayDocument *document, WayTask *const *rows,
                           guint n_rows)
{
  g_return_if_fail (WAY_IS_GANTT_LAYOUT (self));
  g_return_if_fail (n_rows == 0 || (document != NULL && rows != NULL));

  set_document (self, document);
  self->rows = rows;
  self->n_rows = n_rows;
  self->first_row = self->end_row = 0;
  clear_geometry (self);
  self->find_shift = NULL;
  g_clear_pointer (&self->index, way_gantt_link_index_free);
  map_rows (self);
}

/**
 * way_gantt_layout_set_shifts:
 * @find: (nullable) (scope forever): asked for the rows in view at each update; way_shifts_find()
 *   where @data is a list
 * @data: (transfer none): until the next call, or until rows are set
 *
 * What the next updates draw as ghosts; %NULL = none.
 */
void
way_gantt_layout_set_shifts (WayGanttLayout *self, WayGanttFindShift find, gpointer data)
{
  g_return_if_fail (WAY_IS_GANTT_LAYOUT (self));

  self->find_shift = find;
  self->find_shift_data = data;
}

/**
 * way_gantt_layout_update:
 * @options: copied; the records and functions in it must stay valid until the next update
 * @scroll: pixels by which the rows are scrolled up
 */
void
way_gantt_layout_update (WayGanttLayout *self, const WayTimeScale *scale,
                         const WayGanttOptions *options, double width, double height,
                         double scroll)
{
  g_return_if_fail (WAY_IS_GANTT_LAYOUT (self));
  g_return_if_fail (options->row_height > 0);

  clear_geometry (self);
  self->scale = *scale;
  self->options = *options;
  self->width = width;
  self->height = height;
  self->scroll = scroll;
  self->first_row = (guint) CLAMP (floor (scroll / options->row_height), 0, self->n_rows);
  self->end_row
      = (guint) CLAMP (ceil ((scroll + height) / options->row_height), 0, self->n_rows);
  for (guint row = self->first_row; row < self->end_row; row++)
    {
      WayGanttBar bar;

      way_gantt_bar_fill (self, row, &bar);
      g_array_append_val (self->bars, bar);
    }
  if (options->links != WAY_LINKS_NONE && self->end_row > self->first_row)
    way_gantt_links_update (self);
}

const WayGanttBar *
way_gantt_layout_get_bars (WayGanttLayout *self, guint *n_bars)
{
  *n_bars = self->bars->len;
  return (const WayGanttBar *) (gpointer) self->bars->data;
}

const WayGanttLink *
way_gantt_layout_get_links (WayGanttLayout *self, guint *n_links)
{
  *n_links = self->links->len;
  return (const WayGanttLink *) (gpointer) self->links->data;
}

/**
 * way_gantt_layout_find_row:
 *
 * Returns: the row of @task among those given, −1 when it is not shown
 */
int
way_gantt_layout_find_row (WayGanttLayout *self, WayTask *task)
{
  guint place = (guint) task->row;
  int row = place < self->n_outline ? self->row_of[place] : -1;

  return row >= 0 && self->rows[row] == task ? row : -1;
}

/**
 * way_gantt_layout_find_bar:
 *
 * Returns: (transfer none) (nullable): the shapes of @task, %NULL when it is not in the view
 */
const WayGanttBar *
way_gantt_layout_find_bar (WayGanttLayout *self, WayTask *task)
{
  int row = way_gantt_layout_find_row (self, task);

  if (row < (int) self->first_row || row >= (int) self->end_row)
    return NULL;
  return &g_array_index (self->bars, WayGanttBar, (guint) row - self->first_row);
}

static void
way_gantt_layout_finalize (GObject *object)
{
  WayGanttLayout *self = WAY_GANTT_LAYOUT (object);

  set_document (self, NULL);
  g_clear_pointer (&self->row_of, g_free);
  g_clear_pointer (&self->index, way_gantt_link_index_free);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->lanes, g_array_unref);
  g_clear_pointer (&self->labels, g_string_chunk_free);
  G_OBJECT_CLASS (way_gantt_layout_parent_class)->finalize (object);
}

static void
way_gantt_layout_class_init (WayGanttLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_gantt_layout_finalize;
}

static void
way_gantt_layout_init (WayGanttLayout *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (WayGanttBar));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (WayGanttPiece));
  self->links = g_array_new (FALSE, FALSE, sizeof (WayGanttLink));
  self->columns = way_gantt_tracks_new ();
  self->lanes = way_gantt_tracks_new ();
  self->labels = g_string_chunk_new (1024);
  self->milestone_task = way_record_type_lookup ("milestone", "task");
  self->assignment_task = way_record_type_lookup ("assignment", "task");
  way_gantt_options_init (&self->options);
}

WayGanttLayout *
way_gantt_layout_new (void)
{
  return g_object_new (WAY_TYPE_GANTT_LAYOUT, NULL);
}
