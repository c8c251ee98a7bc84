/* way-risk-matrix-view.h: WayRiskMatrixView, the risk matrix by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A click on a cell chooses it, and again gives it free; a risk is dragged to another cell. With
 * the focus in it, arrows go from cell to cell, space and Enter choose, Alt+arrows move the
 * selected risk. Signals: ::cell-chosen, ::risk-chosen (WayRisk *). */

#pragma once

#include "chart/way-risk-matrix.h"
#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_RISK_MATRIX_VIEW (way_risk_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (WayRiskMatrixView, way_risk_matrix_view, WAY, RISK_MATRIX_VIEW, GtkBox)

GtkWidget  *way_risk_matrix_view_new        (WayDocument *document);
void        way_risk_matrix_view_refresh    (WayRiskMatrixView *self);
void        way_risk_matrix_view_set_rating (WayRiskMatrixView *self, WayRiskRating rating);
void        way_risk_matrix_view_select     (WayRiskMatrixView *self, WayRisk *risk);
gboolean    way_risk_matrix_view_lets       (WayRiskMatrixView *self, WayRisk *risk);

G_END_DECLS
