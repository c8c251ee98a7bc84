/* way-filter-bar.h: WayFilterBar, what narrows the timeline down, and finds in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a WayTaskFilter and knows nothing of rows. While "Only matches" is off, the
 * filter is what the find keys jump along, and nothing is hidden.
 *
 * Signals:
 *   ::changed: the filter, or whether it hides
 *   ::find (int direction): to the next (1) or the previous (−1) match
 *   ::closed: Escape or the button; the filter is empty then */

#pragma once

#include "metrics/way-task-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_FILTER_BAR (way_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayFilterBar, way_filter_bar, WAY, FILTER_BAR, GtkBox)

GtkWidget           *way_filter_bar_new        (WayDocument *document);
const WayTaskFilter *way_filter_bar_get_filter (WayFilterBar *self);
void                 way_filter_bar_set_filter (WayFilterBar *self, const WayTaskFilter *filter);
gboolean             way_filter_bar_get_narrow (WayFilterBar *self);
void                 way_filter_bar_set_narrow (WayFilterBar *self, gboolean narrow);
void                 way_filter_bar_set_count  (WayFilterBar *self, guint n_found, guint n_all);
void                 way_filter_bar_clear      (WayFilterBar *self);
void                 way_filter_bar_open       (WayFilterBar *self);

G_END_DECLS
