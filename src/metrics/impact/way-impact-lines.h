/* way-impact-lines.h: WayChangeImpact in words, a line for each thing that changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The template of a change's impact: timeline, resources, scope, quality, dependencies; and what
 * breaks, who is told.
 * The application's table and the report show the same lines. */

#pragma once

#include "metrics/impact/way-change-impact.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_IMPACT_TIMELINE,
  WAY_IMPACT_RESOURCES,
  WAY_IMPACT_SCOPE,
  WAY_IMPACT_QUALITY,
  WAY_IMPACT_DEPENDENCIES,
  WAY_IMPACT_BROKEN,
  WAY_IMPACT_TELL,
  WAY_N_IMPACT_AREAS,
} WayImpactArea;

typedef enum { WAY_MOOD_NEUTRAL, WAY_MOOD_GOOD, WAY_MOOD_BAD } WayImpactMood;

typedef struct
{
  WayImpactArea area;
  gint64 id;     /* of the record it is about; 0 = none */
  char *what;
  char *before;  /* NULL where there is nothing to compare: then change says it all */
  char *after;
  char *change;
  WayImpactMood mood;
} WayImpactLine;

GPtrArray  *way_impact_lines      (const WayChangeImpact *impact, WayPlan *plan);
const char *way_impact_area_label (WayImpactArea area);
char       *way_impact_summary    (const WayChangeImpact *impact, WayPlan *plan);

char       *way_impact_area_describe (const WayChangeImpact *impact, WayPlan *plan,
                                      WayImpactArea area);
GPtrArray  *way_impact_risks      (const WayChangeImpact *impact, WayPlan *plan,
                                   WayRecord *request);

G_END_DECLS
