/* way-momentum.h: whether work is done faster than before, and how often promises are moved
 * (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_TREND_DOWN,
  WAY_TREND_STEADY,
  WAY_TREND_UP,
} WayTrend;

WayFigure *way_throughput           (WayDocument *document, WayMoment from, WayMoment to);
WayFigure *way_momentum             (WayDocument *document, guint days, WayTrend *trend);
gboolean   way_adjustment_frequency (WayDocument *document, WayMoment from, WayMoment to,
                                     WayFigure **figure, GError **error);

G_END_DECLS
