/* way-document-figures.h: the figures that a milestone's document shows and nobody types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/* @name: of a figure in the outline (way-record-outline.h). (transfer full): with the records that
 * it was counted from; not known when there are none, or no such figure. */
WayFigure  *way_milestone_figure         (WayDocument *document, WayMilestone *milestone,
                                          const char *name);
/* How the figure comes about, in a sentence, translated; "" when there is no such figure. */
const char *way_milestone_figure_explain (const char *name);

G_END_DECLS
