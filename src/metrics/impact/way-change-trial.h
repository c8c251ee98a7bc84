/* way-change-trial.h: WayChangeTrial, a change request tried on a copy of the plan as it is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/impact/way-change-impact.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  WayChangeImpact *impact;
  GPtrArray *clashes; /* (element-type WayClash): what no longer fits, and is not in the impact */
  gint64 seq;         /* place in the journal of the plan that it was tried on */
} WayChangeTrial;

WayChangeTrial *way_change_trial_run    (WayDocument *document, WayChangeRequest *request,
                                         GError **error);
void            way_change_trial_start  (WayDocument *document, WayChangeRequest *request,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer data);
WayChangeTrial *way_change_trial_finish (GAsyncResult *result, GError **error);
void            way_change_trial_free   (WayChangeTrial *self);

void            way_change_trial_keep   (WayDocument *document, WayChangeRequest *request,
                                         const WayChangeTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChangeTrial, way_change_trial_free)

G_END_DECLS
