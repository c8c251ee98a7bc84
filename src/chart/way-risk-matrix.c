/* way-risk-matrix.c: probability by impact, three by three, with the risks in their cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-risk-matrix.h"

#define LEFT 66.0   /* room for the names of probabilities */
#define TOP 2.0
#define CELL_HEIGHT 62.0
#define GAP 3.0
#define AXIS 20.0   /* below, for the names of impacts */
#define CHIP_HEIGHT 18.0
#define CHIP_GAP 4.0
#define INSET 6.0
#define SIDE 3

typedef struct
{
  double x, y, width;
} Chip;

/**
 * way_risk_get_cell:
 *
 * Returns: where the risk stands by @rating; what is not rated now is as it was at first, and
 * no cell when no target was set
 */
WayRiskCell
way_risk_get_cell (WayRisk *risk, WayRiskRating rating)
{
  if (rating == WAY_RISK_TARGET)
    return (WayRiskCell) { risk->target_probability, risk->target_impact };
  if (rating == WAY_RISK_CURRENT)
    return (WayRiskCell) {
      risk->current_probability != 0 ? risk->current_probability : risk->probability,
      risk->current_impact != 0 ? risk->current_impact : risk->impact,
    };
  return (WayRiskCell) { risk->probability, risk->impact };
}

static gboolean
is_cell (WayRiskCell cell)
{
  return cell.probability >= 1 && cell.probability <= SIDE && cell.impact >= 1
         && cell.impact <= SIDE;
}

static double
cell_width (double width)
{
  return MAX ((width - LEFT - (SIDE - 1) * GAP) / SIDE, 1);
}

static double
cell_x (double width, gint64 impact)
{
  return LEFT + (double) (impact - 1) * (cell_width (width) + GAP);
}

static double
cell_y (gint64 probability)
{
  return TOP + (double) (SIDE - probability) * (CELL_HEIGHT + GAP);
}

static WayRole
role_of_band (WayLevel band)
{
  static const WayRole roles[] = {
    [WAY_LEVEL_LOW] = WAY_ROLE_GOOD_SOFT,
    [WAY_LEVEL_MEDIUM] = WAY_ROLE_SELECTED,
    [WAY_LEVEL_HIGH] = WAY_ROLE_WARNING_SOFT,
    [WAY_LEVEL_CRITICAL] = WAY_ROLE_BAD_SOFT,
  };

  return roles[band];
}

static void
add_cell (const WayRiskMatrix *self, WayRiskCell cell, double width, WayScene *scene)
{
  WayTextStyle style = { .size = WAY_TEXT_SMALL, .align = WAY_ALIGN_END, .role = WAY_ROLE_SECONDARY };
  double x = cell_x (width, cell.impact), y = cell_y (cell.probability);
  gint64 score = cell.probability * cell.impact;
  g_autofree char *figure = g_strdup_printf ("%d", (int) score);

  way_scene_rect (scene, x, y, cell_width (width), CELL_HEIGHT, 4, role_of_band (way_risk_band (score)),
                  WAY_ROLE_NONE);
  way_scene_text (scene, x + cell_width (width) - INSET, y + CELL_HEIGHT - 10, 0, figure, style);
  if (cell.probability == self->chosen.probability && cell.impact == self->chosen.impact)
    way_scene_outline (scene, x + 1, y + 1, cell_width (width) - 2, CELL_HEIGHT - 2, 4,
                       WAY_ROLE_ACCENT, 2, WAY_DASH_SOLID);
}

static void
add_axes (double width, WayScene *scene)
{
  WayTextStyle beside = { .size = WAY_TEXT_SMALL, .align = WAY_ALIGN_END, .role = WAY_ROLE_SECONDARY };
  WayTextStyle below = { .size = WAY_TEXT_SMALL, .align = WAY_ALIGN_CENTER, .role = WAY_ROLE_SECONDARY };

  for (gint64 i = 1; i <= SIDE; i++)
    {
      const char *rating = way_enum_label (&way_enum_rating, i);
      /* Translators: how severe a risk would be, below a column of the risk matrix; %s is Low … */
      g_autofree char *impact = g_strdup_printf (_("Impact: %s"), rating);

      way_scene_text (scene, LEFT - 8, cell_y (i) + CELL_HEIGHT / 2, LEFT - 8,
                      i == SIDE ? _("Likely") : i == 1 ? _("Unlikely") : _("Possible"), beside);
      way_scene_text (scene, cell_x (width, i) + cell_width (width) / 2,
                      cell_y (1) + CELL_HEIGHT + AXIS / 2, cell_width (width), impact, below);
    }
}

/* Calls @visit for each risk with the place of its chip; ends when it returns TRUE. @hidden:
 * (nullable): how many have no room in each cell */
static WayRisk *
each_chip (const WayRiskMatrix *self, double width, const WayMeasure *measure,
           gboolean (*visit) (const WayRiskMatrix *, WayRisk *, const char *, Chip, gpointer),
           gpointer data, guint (*hidden)[SIDE + 1])
{
  WayTextStyle style = { .size = WAY_TEXT_SMALL, .weight = WAY_WEIGHT_BOLD };
  Chip next[SIDE + 1][SIDE + 1] = { { { 0 } } };

  for (guint i = 0; i < self->risks->len; i++)
    {
      WayRisk *risk = self->risks->pdata[i];
      WayRiskCell cell = way_risk_get_cell (risk, self->rating);
      g_autofree char *label = way_record_dup_human_id (WAY_RECORD (risk));
      Chip *place = &next[cell.probability][cell.impact];
      double room = cell_width (width) - 2 * INSET;
      Chip chip;

      if (!is_cell (cell) || label == NULL)
        continue;
      place->width = way_measure_text (measure, label, style) + 12;
      if (place->x > 0 && place->x + place->width > room)
        {
          place->x = 0;
          place->y += CHIP_HEIGHT + CHIP_GAP;
        }
      if (place->y + CHIP_HEIGHT > CELL_HEIGHT - 2 * INSET)
        {
          if (hidden != NULL)
            hidden[cell.probability][cell.impact]++;
          continue;
        }
      chip = (Chip) { cell_x (width, cell.impact) + INSET + place->x,
                      cell_y (cell.probability) + INSET + place->y, place->width };
      if (risk == self->dragged)
        chip.x = self->x - chip.width / 2, chip.y = self->y - CHIP_HEIGHT / 2;
      if (visit (self, risk, label, chip, data))
        return risk;
      place->x += place->width + CHIP_GAP;
    }
  return NULL;
}

static gboolean
draw_chip (const WayRiskMatrix *self, WayRisk *risk, const char *label, Chip chip, gpointer data)
{
  WayTextStyle style = { .size = WAY_TEXT_SMALL, .weight = WAY_WEIGHT_BOLD, .align = WAY_ALIGN_CENTER,
                         .role = WAY_ROLE_TEXT };
  gboolean marked = risk == self->selected || risk == self->dragged;

  if (marked)
    style.role = WAY_ROLE_ON_ACCENT;
  way_scene_rect (data, chip.x, chip.y, chip.width, CHIP_HEIGHT, CHIP_HEIGHT / 2,
                  marked ? WAY_ROLE_ACCENT : WAY_ROLE_BACKGROUND,
                  marked ? WAY_ROLE_NONE : WAY_ROLE_SECONDARY);
  way_scene_text (data, chip.x + chip.width / 2, chip.y + CHIP_HEIGHT / 2, 0, label, style);
  return FALSE;
}

/* The list below shows them all. */
static void
add_hidden (double width, WayScene *scene, guint (*hidden)[SIDE + 1])
{
  WayTextStyle style = { .size = WAY_TEXT_SMALL, .align = WAY_ALIGN_END, .role = WAY_ROLE_TEXT };

  for (gint64 probability = 1; probability <= SIDE; probability++)
    for (gint64 impact = 1; impact <= SIDE; impact++)
      if (hidden[probability][impact] > 0)
        {
          g_autofree char *more = g_strdup_printf ("+%u", hidden[probability][impact]);

          way_scene_text (scene, cell_x (width, impact) + cell_width (width) - 22,
                          cell_y (probability) + CELL_HEIGHT - 10, 0, more, style);
        }
}

static WayPoint
middle_of (double width, WayRiskCell cell)
{
  return (WayPoint) { cell_x (width, cell.impact) + cell_width (width) / 2,
                      cell_y (cell.probability) + CELL_HEIGHT / 2 + 8 };
}

/* From what it was at first to what it is now, solid; on to what is aimed at, dashed. */
static void
add_way (WayRisk *risk, double width, WayScene *scene)
{
  for (int rating = WAY_RISK_INHERENT; rating < WAY_RISK_TARGET; rating++)
    {
      WayRiskCell from = way_risk_get_cell (risk, rating), to = way_risk_get_cell (risk, rating + 1);
      WayPoint ends[2];

      if (!is_cell (from) || !is_cell (to)
          || (from.probability == to.probability && from.impact == to.impact))
        continue;
      ends[0] = middle_of (width, from);
      ends[1] = middle_of (width, to);
      way_scene_path (scene, ends, 2, FALSE, WAY_ROLE_NONE, WAY_ROLE_ACCENT, 2,
                      rating == WAY_RISK_CURRENT ? WAY_DASH_DASHED : WAY_DASH_SOLID, TRUE);
    }
}

/**
 * way_risk_matrix_layout:
 * @width: in scene units
 *
 * Appends the matrix; how high it is does not depend on the width.
 *
 * Returns: the height in scene units
 */
double
way_risk_matrix_layout (const WayRiskMatrix *self, double width, const WayMeasure *measure,
                        WayScene *scene)
{
  guint hidden[SIDE + 1][SIDE + 1] = { { 0 } };

  for (gint64 probability = SIDE; probability >= 1; probability--)
    for (gint64 impact = 1; impact <= SIDE; impact++)
      add_cell (self, (WayRiskCell) { probability, impact }, width, scene);
  add_axes (width, scene);
  if (self->selected != NULL && self->dragged == NULL)
    add_way (self->selected, width, scene);
  each_chip (self, width, measure, draw_chip, scene, hidden);
  add_hidden (width, scene, hidden);
  return cell_y (1) + CELL_HEIGHT + AXIS;
}

/**
 * way_risk_matrix_cell_at:
 *
 * Returns: the cell at a point, none beside them
 */
WayRiskCell
way_risk_matrix_cell_at (double width, double x, double y)
{
  for (gint64 probability = 1; probability <= SIDE; probability++)
    for (gint64 impact = 1; impact <= SIDE; impact++)
      if (x >= cell_x (width, impact) && x < cell_x (width, impact) + cell_width (width) + GAP
          && y >= cell_y (probability) && y < cell_y (probability) + CELL_HEIGHT + GAP)
        return (WayRiskCell) { probability, impact };
  return (WayRiskCell) { 0, 0 };
}

static gboolean
is_at (const WayRiskMatrix *self, WayRisk *risk, const char *label, Chip chip, gpointer data)
{
  const WayPoint *point = data;

  return point->x >= chip.x && point->x < chip.x + chip.width && point->y >= chip.y
         && point->y < chip.y + CHIP_HEIGHT;
}

/**
 * way_risk_matrix_risk_at:
 *
 * Returns: (transfer none) (nullable): the risk whose chip is at a point
 */
WayRisk *
way_risk_matrix_risk_at (const WayRiskMatrix *self, double width, const WayMeasure *measure,
                         double x, double y)
{
  WayPoint point = { x, y };

  return each_chip (self, width, measure, is_at, &point, NULL);
}
