/* way-resource-load.h: who has how much to do on which day, and what it costs (numbers.md §11).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An assignment's work lies evenly on the working time that the person has while working on the
 * task. Load = the work of a day; capacity = the day's working time × the units available. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* What loads of a plan are computed with: its calendars, compiled. Holds until the plan changes. */
typedef struct _WayLoads WayLoads;

typedef struct
{
  WayMoment first;  /* 00:00 of the first day */
  guint n_days;
  double *load;     /* minutes of work, by day */
  gint64 *time;     /* minutes of working time of one, by day */
  gint64 max_units; /* per cent of that which is available */
} WayResourceLoad;

WayLoads        *way_loads_new           (WayPlan *plan);
void             way_loads_free          (WayLoads *self);

WayResourceLoad *way_resource_load_new   (WayLoads *loads, WayResource *resource);
void             way_resource_load_free  (WayResourceLoad *self);
gint64           way_resource_load_peak  (const WayResourceLoad *self, WayMoment *day);
guint            way_resource_load_over  (const WayResourceLoad *self, WayMoment from, WayMoment *first);

gint64           way_resource_work       (WayResource *resource);
gint64           way_resource_cost       (WayResource *resource);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLoads, way_loads_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayResourceLoad, way_resource_load_free)

G_END_DECLS
