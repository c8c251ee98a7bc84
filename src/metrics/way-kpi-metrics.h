/* way-kpi-metrics.h: how far a KPI has come, and whether it is measured (numbers.md §10).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

GPtrArray      *way_kpi_measurements (WayDocument *document, WayKpi *kpi);
WayMeasurement *way_kpi_latest       (WayDocument *document, WayKpi *kpi);
WayFigure      *way_kpi_attainment   (WayDocument *document, WayKpi *kpi);
WayMoment       way_kpi_due          (WayDocument *document, WayKpi *kpi);
gboolean        way_kpi_is_overdue   (WayDocument *document, WayKpi *kpi);
WayFigure      *way_milestone_quality_score (WayDocument *document, WayMilestone *milestone);

G_END_DECLS
