/* way-row-drop.h: WayRowDrop, where rows that are dragged in the tree would come to stand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget: places are counted in rows. */

#pragma once

#include "ui/timeline/way-task-rows.h"

G_BEGIN_DECLS

typedef struct
{
  WayTask *parent;  /* (unowned) (nullable): NULL = top level */
  WayTask *before;  /* (unowned) (nullable): its child that follows; NULL = the last place */
  guint gap;        /* the line stands over this row */
  int depth;        /* and begins at this indentation */
} WayRowDrop;

gboolean way_row_drop_find (WayTaskRows *rows, GPtrArray *dragged, double at, int depth,
                            WayRowDrop *drop);

G_END_DECLS
