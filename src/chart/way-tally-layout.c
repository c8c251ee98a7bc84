/* way-tally-layout.c: small bar charts side by side, a line for each thing that is counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-tally-layout.h"

#define GAP 28.0
#define TITLE 24.0
#define LINE 22.0
#define BAR 10.0
#define LABEL_SHARE 0.42
#define TEXT_GAP 6.0
#define FIGURE 46.0

/**
 * way_tally_add:
 * @label: (transfer none): lives as long as the tally
 * @figure: (transfer full)
 *
 * Adds a line; what is more than %WAY_TALLY_MOST_LINES is left out.
 */
void
way_tally_add (WayTally *self, const char *label, double value, char *figure, WayRole role)
{
  if (self->n_lines < WAY_TALLY_MOST_LINES)
    self->lines[self->n_lines++] = (WayTallyLine) { label, figure, value, role };
  else
    g_free (figure);
}

void
way_tally_clear (WayTally *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    g_clear_pointer (&self->lines[i].figure, g_free);
  self->n_lines = 0;
}

static void
add_line (const WayTallyLine *line, double x, double y, double width, double most, WayScene *scene)
{
  WayTextStyle label = { .size = WAY_TEXT_SMALL, .role = WAY_ROLE_SECONDARY };
  WayTextStyle figure = { .size = WAY_TEXT_SMALL, .role = WAY_ROLE_TEXT, .tabular = TRUE };
  double left = x + width * LABEL_SHARE;
  double room = MAX (width * (1 - LABEL_SHARE) - FIGURE, 4);
  double length = most > 0 ? room * line->value / most : 0;

  way_scene_text (scene, x, y + LINE / 2, width * LABEL_SHARE - TEXT_GAP, line->label, label);
  if (length > 0)
    way_scene_rect (scene, left, y + (LINE - BAR) / 2, MAX (length, 2), BAR, 3, line->role,
                    WAY_ROLE_NONE);
  way_scene_text (scene, left + length + TEXT_GAP, y + LINE / 2, 0, line->figure, figure);
}

static void
add_tally (const WayTally *tally, double x, double width, WayScene *scene)
{
  WayTextStyle title = { .size = WAY_TEXT_SMALL, .weight = WAY_WEIGHT_BOLD, .role = WAY_ROLE_TEXT };
  WayTextStyle none = { .size = WAY_TEXT_SMALL, .role = WAY_ROLE_SECONDARY };
  double most = 0;

  way_scene_text (scene, x, TITLE / 2, width, tally->title, title);
  if (tally->n_lines == 0)
    way_scene_text (scene, x, TITLE + LINE / 2, width, tally->none, none);
  for (guint i = 0; i < tally->n_lines; i++)
    most = MAX (most, tally->lines[i].value);
  for (guint i = 0; i < tally->n_lines; i++)
    add_line (&tally->lines[i], x, TITLE + i * LINE, width, most, scene);
}

/**
 * way_tally_layout:
 * @width: in scene units
 *
 * Appends the charts, each as wide as the others.
 *
 * Returns: the height in scene units: that of the longest
 */
double
way_tally_layout (const WayTally *tallies, guint n_tallies, double width, const WayMeasure *measure,
                  WayScene *scene)
{
  double each = MAX ((width - (n_tallies - 1) * GAP) / n_tallies, 1);
  guint n_lines = 1;

  for (guint i = 0; i < n_tallies; i++)
    {
      add_tally (&tallies[i], i * (each + GAP), each, scene);
      n_lines = MAX (n_lines, tallies[i].n_lines);
    }
  return TITLE + n_lines * LINE;
}
