/* way-risk-matrix.h: probability by impact, three by three, with the risks in their cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/* The three ratings of a risk (numbers.md §9). */
typedef enum { WAY_RISK_INHERENT, WAY_RISK_CURRENT, WAY_RISK_TARGET, WAY_N_RISK_RATINGS } WayRiskRating;

typedef struct
{
  gint64 probability, impact; /* 1 … 3; 0 = none */
} WayRiskCell;

typedef struct
{
  GPtrArray *risks;     /* of WayRisk (unowned): those that are shown */
  WayRiskRating rating; /* by which they stand */
  WayRisk *selected;    /* whose way from inherent to target is drawn, or NULL */
  WayRiskCell chosen;   /* the cell with a frame */
  WayRisk *dragged;     /* stands at x, y instead of in its cell, or NULL */
  double x, y;
} WayRiskMatrix;

WayRiskCell way_risk_get_cell          (WayRisk *risk, WayRiskRating rating);
double      way_risk_matrix_layout     (const WayRiskMatrix *self, double width,
                                        const WayMeasure *measure, WayScene *scene);
WayRiskCell way_risk_matrix_cell_at    (double width, double x, double y);
WayRisk    *way_risk_matrix_risk_at    (const WayRiskMatrix *self, double width,
                                        const WayMeasure *measure, double x, double y);

G_END_DECLS
