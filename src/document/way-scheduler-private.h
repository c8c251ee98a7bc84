/* way-scheduler-private.h: what the files of the scheduler share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-network-build.h"
#include "document/way-rollup.h"
#include "document/way-scheduler.h"

G_BEGIN_DECLS

struct _WayScheduler
{
  WayPlan *plan;          /* unowned */
  WayNetworkBuild *build; /* NULL before the first run */
  gboolean stale;         /* the network is not what the records say */
  GArray *unwritten;      /* of guint64, a bit a row: its results are not in the records yet */
  gboolean all_unwritten;
  guint64 *summaries;     /* (nullable): a bit a row: it is a summary */
  guint64 *due;           /* (nullable): likewise: it has a deadline */
  WayMoment plan_finish;  /* as of the last results that were written */
  WayRollup *rollup;      /* (nullable): as of the last results that were written */
  GHashTable *ignored;    /* ids of links that close a cycle: left out, kept in the plan */
  GHashTable *ignored_settled; /* the same, as of the last results that were written */
  const WayChangeset *scope;   /* unowned: whose first n_taken edits the network has taken in */
  guint n_taken;
  gboolean marked;        /* the network has taken in values that it has not followed to the end */
  gboolean ahead;         /* only dates have been looked at: late dates are behind */

  const WayField *start, *finish, *span, *complete, *critical;
  const WayField *early_start, *early_finish, *late_start, *late_finish;
  const WayField *total_float, *free_float;
};

gboolean way_scheduler_knows (WayScheduler *self, WayTask *task);

G_END_DECLS
