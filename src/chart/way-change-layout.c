/* way-change-layout.c: rows of a plan before and after a change: ghosts over bars.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row has its title at the left and two bars: where it was, dotted and hollow, and where it
 * is to be. What is added has no ghost, what is removed is only a ghost. */

#include "model/way-i18n.h"

#include "chart/way-change-layout.h"

#include "chart/way-time-header.h"

#include <math.h>

#define ROW 26.0
#define HEADER 40.0
#define GAP 8.0
#define MARGIN 12.0

static const WayTextStyle title_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_TEXT };
static const WayTextStyle note_style
    = { WAY_TEXT_CAPTION, WAY_WEIGHT_NORMAL, WAY_ALIGN_START, WAY_ROLE_SECONDARY };

typedef struct
{
  GPtrArray *rows; /* of const WayImpactRow */
  WayMoment from, to;
  double width, titles; /* of the picture, and of what stands before the bars */
  WayTimeScale scale;
  const WayMeasure *measure;
  WayScene *scene;
} Layout;

static gboolean
is_shown (const WayImpactRow *row)
{
  return !row->summary
         && (row->how != WAY_IMPACT_MOVED || row->start_before != row->start_after
             || row->finish_before != row->finish_after);
}

static void
choose_rows (Layout *self, const WayChangeImpact *impact)
{
  for (int moved = 0; moved < 2; moved++)
    for (guint i = 0; i < impact->rows->len && self->rows->len < WAY_CHANGE_ROWS_MAX; i++)
      {
        const WayImpactRow *row = &g_array_index (impact->rows, WayImpactRow, i);

        if (is_shown (row) && (row->how == WAY_IMPACT_MOVED) == moved)
          g_ptr_array_add (self->rows, (gpointer) row);
      }
}

static void
span (Layout *self, WayMoment start, WayMoment finish)
{
  if (start == WAY_NEVER || finish == WAY_NEVER)
    return;
  self->from = MIN (self->from, start);
  self->to = MAX (self->to, finish);
}

static void
choose_scale (Layout *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WayImpactRow *row = self->rows->pdata[i];

      span (self, row->start_before, row->finish_before);
      span (self, row->start_after, row->finish_after);
      self->titles = fmax (self->titles, way_measure_text (self->measure, row->title, title_style));
    }
  if (self->from > self->to)
    self->from = self->to = 0;
  self->titles = fmin (self->titles, self->width / 3) + GAP;
  self->scale = way_time_scale_fit (self->from, MAX (self->to, self->from + WAY_DAY),
                                    self->width - self->titles, MARGIN);
}

static void
append_bar (Layout *self, WayMoment start, WayMoment finish, double y, gboolean ghost,
            gboolean critical)
{
  double x0 = self->titles + way_time_scale_x (&self->scale, start);
  double x1 = self->titles + way_time_scale_x (&self->scale, finish);
  double height = ROW * 0.32;
  WayRole fill = critical ? WAY_ROLE_CRITICAL : WAY_ROLE_BAR;

  if (start == WAY_NEVER || finish == WAY_NEVER)
    return;
  if (x1 - x0 < 1)
    way_scene_diamond (self->scene, x0, y + height / 2, height * 1.3,
                       ghost ? WAY_ROLE_BACKGROUND : WAY_ROLE_MILESTONE,
                       ghost ? WAY_ROLE_SECONDARY : WAY_ROLE_NONE,
                       ghost ? WAY_DASH_DOTTED : WAY_DASH_SOLID);
  else if (ghost)
    way_scene_outline (self->scene, x0, y, x1 - x0, height, 2, WAY_ROLE_SECONDARY, 1,
                       WAY_DASH_DOTTED);
  else
    /* Done and edge follow each fill in WayRole. */
    way_scene_bar (self->scene, x0, y, x1 - x0, height, 2, 0, fill, fill + 1, fill + 2);
}

static const char *
describe (const WayImpactRow *row)
{
  switch ((WayImpactHow) row->how)
    {
    case WAY_IMPACT_ADDED:
      return _("added");
    case WAY_IMPACT_REMOVED:
      return _("removed");
    case WAY_IMPACT_EDITED:
      return _("edited");
    case WAY_IMPACT_MOVED:
    default:
      return NULL;
    }
}

static void
append_row (Layout *self, const WayImpactRow *row, double y)
{
  double end = self->titles;
  const char *note = describe (row);

  way_scene_text (self->scene, 0, y + ROW / 2, self->titles - GAP, row->title, title_style);
  append_bar (self, row->start_before, row->finish_before, y + ROW * 0.14, TRUE, FALSE);
  append_bar (self, row->start_after, row->finish_after, y + ROW * 0.54, FALSE,
              row->critical_after != 0);
  if (row->finish_before != WAY_NEVER)
    end = fmax (end, self->titles + way_time_scale_x (&self->scale, row->finish_before));
  if (row->finish_after != WAY_NEVER)
    end = fmax (end, self->titles + way_time_scale_x (&self->scale, row->finish_after));
  if (note != NULL && end + GAP + way_measure_text (self->measure, note, note_style) < self->width)
    way_scene_text (self->scene, end + GAP, y + ROW / 2, 0, note, note_style);
}

/**
 * way_change_layout:
 *
 * Appends the picture with its top left at 0, 0: a line of dates, then a row for each task that is
 * edited, added, removed or moved.
 *
 * Returns: the height of the picture; 0 when there is nothing to draw
 */
double
way_change_layout (const WayChangeImpact *impact, double width, const WayMeasure *measure,
                   WayScene *scene)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  Layout self = { rows, G_MAXINT64, G_MININT64, width, 0, { 0 }, measure, scene };
  WayTimeHeaderOptions header = { .height = HEADER, .today = WAY_NEVER, .measure = *measure };
  g_autoptr (WayScene) dates = way_scene_new ();
  double height;

  choose_rows (&self, impact);
  if (rows->len == 0)
    return 0;
  choose_scale (&self);
  height = HEADER + rows->len * ROW + GAP / 2;
  header.width = width - self.titles;
  way_time_header_layout (&self.scale, &header, dates);
  way_scene_append (scene, dates, self.titles, 0);
  way_scene_clear (dates);
  way_time_grid_layout (&self.scale, 0, width - self.titles, height - HEADER, dates);
  way_scene_append (scene, dates, self.titles, HEADER);
  for (guint i = 0; i < rows->len; i++)
    append_row (&self, rows->pdata[i], HEADER + i * ROW);
  return height;
}
