/* way-record-groups.h: records of one type put together by what they have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any field with few values makes groups: a choice, yes or no, a record referred to; and a date,
 * by its month. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_RECORD_GROUP_NONE G_MAXINT64

typedef struct
{
  gint64 key;         /* the same for the same group after any change; WAY_RECORD_GROUP_NONE */
  char *label;
  GPtrArray *records; /* of WayRecord (unowned), in the order they were given */
} WayRecordGroup;

gboolean   way_record_groups_by (const WayField *field);
GPtrArray *way_record_groups    (GPtrArray *records, const WayField *field);
void       way_record_group_free (WayRecordGroup *self);

G_END_DECLS
