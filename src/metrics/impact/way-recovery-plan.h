/* way-recovery-plan.h: WayRecoveryPlan, the chosen ways to get a milestone back, tried together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made and measured on a copy by another thread; kept in the plan as a change request. */

#pragma once

#include "metrics/impact/way-recovery.h"

G_BEGIN_DECLS

typedef struct _WayRecoveryPlan WayRecoveryPlan;

void              way_recovery_plan_start    (WayDocument *document, gint64 milestone,
                                              GPtrArray *chosen, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
WayRecoveryPlan  *way_recovery_plan_finish   (GAsyncResult *result, GError **error);
void              way_recovery_plan_free     (WayRecoveryPlan *self);

gboolean          way_recovery_plan_is_stale (const WayRecoveryPlan *self, WayDocument *document);
WayChangeRequest *way_recovery_plan_keep     (WayRecoveryPlan *self, WayDocument *document,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRecoveryPlan, way_recovery_plan_free)

G_END_DECLS
