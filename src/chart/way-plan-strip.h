/* way-plan-strip.h: WayPlanStrip, a whole plan as thin lines on a strip.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan is summed up once into cells of a pixel: drawing and the pictures made of it cost by
 * the strip's size, however many rows there are. */

#pragma once

#include "chart/way-scene.h"
#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct _WayPlanStrip WayPlanStrip;

typedef struct
{
  WayMoment from, to;   /* left and right end of the strip */
  int width, height;    /* pixels */
  gboolean critical;    /* critical tasks stand out */
} WayPlanStripOptions;

WayPlanStrip *way_plan_strip_new    (void);
void          way_plan_strip_free   (WayPlanStrip *self);

/* Sums @rows up, top to bottom: a look at each of them. */
void          way_plan_strip_update (WayPlanStrip *self, WayTask *const *rows, guint n_rows,
                                     const WayPlanStripOptions *options);
/* Appends the lines to @scene; at most a shape a pixel and line, whatever the plan. */
void          way_plan_strip_append (const WayPlanStrip *self, WayScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPlanStrip, way_plan_strip_free)

G_END_DECLS
