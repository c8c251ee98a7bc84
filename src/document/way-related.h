/* way-related.h: the records that a record names, those that name it, what it is a part of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct
{
  char *how;          /* translated: "Owner", "Comes from", "Action" */
  WayRecord *record;  /* owned */
  WayRecord *relation; /* (unowned) (nullable): the WayRelation that says so, which can be deleted */
} WayRelated;

GPtrArray *way_record_get_related (WayRecord *record);
WayRecord *way_record_get_place   (WayRecord *record, WayPlan *plan);

G_END_DECLS
