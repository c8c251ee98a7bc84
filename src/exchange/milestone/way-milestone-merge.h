/* way-milestone-merge.h: three states of a document become one: the file's, the plan's, and that in
 * which both were last the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/milestone/way-milestone-write.h"

G_BEGIN_DECLS

typedef struct
{
  WayMilestoneImport import;
  const WayMilestoneText *file;
  WayMilestoneText *before;  /* NULL: never exchanged */
  WayExchangePrefer prefer;
  guint n_settled;           /* conflicts that .prefer decided */
  GHashTable *counts;        /* record type → how many came in */
} WayMilestoneMerge;

void way_milestone_merge_values (WayMilestoneMerge *self);
void way_milestone_merge_lists  (WayMilestoneMerge *self);

/* What one place says in the file, and said before; settled into the plan or told as a conflict. */
void way_milestone_merge_value  (WayMilestoneMerge *self, WayRecord *record, gboolean fresh,
                                 const WaySlot *slot, const WaySlot *before);

G_END_DECLS
