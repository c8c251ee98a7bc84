/* way-recovery.h: ways to get a late milestone back, each tried on a copy of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They come from the schedule: what stands on the milestone's driving chain can take less time,
 * overlap, or get more hands; what could be left out can be. */

#pragma once

#include "document/way-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_RECOVERY_SHORTEN,
  WAY_RECOVERY_OVERLAP,
  WAY_RECOVERY_ADD_PERSON,
  WAY_RECOVERY_RAISE_UNITS,
  WAY_RECOVERY_LEAVE_OUT,
} WayRecoveryKind;

typedef struct
{
  WayRecoveryKind kind;
  gint64 task;       /* id of the row that it is about */
  gint64 other;      /* id of the link, person, assignment or feature; 0 = none */
  gint64 amount;     /* minutes to take out of the task, minutes of overlap, units */
  char *text;        /* what would be done, a short sentence */
  char *risk;        /* what that brings along */
  gint64 regained;   /* working minutes that the milestone is earlier, done alone */
  gint64 cost;       /* hundredths of the plan's currency, + = dearer */
} WayRecovery;

/* How far a search is; atomic, shared with the thread that searches: a g_atomic_rc_box. */
typedef struct
{
  int n_tried;
  int n_all; /* 0 as long as it is not known what there is to try */
} WayRecoveryProgress;

WayRecovery *way_recovery_ref      (WayRecovery *self);
void         way_recovery_unref    (gpointer self);

GPtrArray   *way_recoveries_find   (WayDocument *copy, gint64 milestone,
                                    WayRecoveryProgress *progress, GCancellable *cancellable,
                                    GError **error);
void         way_recoveries_start  (WayDocument *document, gint64 milestone,
                                    WayRecoveryProgress *progress, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
GPtrArray   *way_recoveries_finish (GAsyncResult *result, gint64 *seq, GError **error);

G_END_DECLS
