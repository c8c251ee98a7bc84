/* way-change-impact-private.h: what the files of WayChangeImpact share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/impact/way-change-impact.h"

G_BEGIN_DECLS

/* The two plans that are compared, and what was edited in the second one. */
typedef struct
{
  WayDocument *before, *after;
  WayPlan *old, *new;
  WayChangeset *edits;
  GHashTable *edited; /* ids that are created, changed or deleted, as pointers */
  WayChangeImpact *impact;
} WayComparison;

WayChangeImpact *way_change_impact_new_empty      (void);
void       way_change_impact_add_note       (GArray *notes, gint64 id, const char *title,
                                             const char *text);
void       way_change_impact_count_rows     (WayChangeImpact *self);
void       way_change_impact_sum_up         (WayPlan *plan, gint64 *work, gint64 *cost);
void       way_change_impact_compare_people (WayComparison *self);
void       way_change_impact_find_dependencies (WayComparison *self);
char      *way_impact_finish_describe       (const WayImpactFinish *finish, WayPlan *plan);
void       way_change_impact_find_broken    (WayComparison *self);
void       way_change_impact_find_scope     (WayComparison *self);

G_END_DECLS
