/* way-recovery-private.h: what the files about WayRecovery share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/impact/way-recovery.h"

G_BEGIN_DECLS

WayMilestone *way_recovery_milestone      (WayDocument *document, gint64 id, GError **error);
GPtrArray    *way_recovery_assignments_of (WayPlan *plan, WayTask *task);
gboolean      way_recovery_try            (WayDocument *sandbox, WayMilestone *milestone,
                                           const WayRecovery *self, GError **error);

G_END_DECLS
