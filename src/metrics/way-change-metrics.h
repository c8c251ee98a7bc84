/* way-change-metrics.h: how many changes were asked for, made and turned down in a period.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

/* @kind: scope, timeline or resources; −1 = all. Days of the period, both included. The figure's
 * part is the number; its rows are the requests. */
WayFigure *way_changes_raised      (WayDocument *document, gint64 kind, WayMoment from, WayMoment to);
WayFigure *way_changes_implemented (WayDocument *document, gint64 kind, WayMoment from, WayMoment to);
WayFigure *way_changes_rejected    (WayDocument *document, gint64 kind, WayMoment from, WayMoment to);

G_END_DECLS
