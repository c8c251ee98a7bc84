/* way-change-trial.h: WayChangeTrial, a change request tried on a copy of the plan as it is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/impact/way-change-impact.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_TRIAL_ASSESS,    /* what would it do? */
  WAY_TRIAL_IMPLEMENT, /* and is to be done at once: an error when edits no longer fit */
} WayTrialPurpose;

typedef struct
{
  WayChangeImpact *impact;
  GPtrArray *clashes;  /* (element-type WayClash): what no longer fits, and is not in the impact */
  gint64 seq;          /* place in the journal of the plan that it was tried on */
  WayChangeset *whole; /* for way_change_request_implement(), where that is the purpose */
} WayChangeTrial;

WayChangeTrial *way_change_trial_run    (WayDocument *document, WayChangeRequest *request,
                                         WayTrialPurpose purpose, GError **error);
void            way_change_trial_start  (WayDocument *document, WayChangeRequest *request,
                                         WayTrialPurpose purpose, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer data);
void            way_change_trial_start_edits (WayDocument *document, WayChangeset *edits,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
WayChangeTrial *way_change_trial_finish (GAsyncResult *result, GError **error);
void            way_change_trial_free   (WayChangeTrial *self);

void            way_change_trial_keep   (WayDocument *document, WayChangeRequest *request,
                                         const WayChangeTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChangeTrial, way_change_trial_free)

G_END_DECLS
