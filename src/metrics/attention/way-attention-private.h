/* way-attention-private.h: what the parts of way-attention.c share: a search and what it finds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/attention/way-attention.h"

G_BEGIN_DECLS

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayMoment today;       /* 00:00 of the status date */
  GPtrArray *list;       /* (element-type WayAttention) */
  GHashTable *snoozes;   /* key → WaySnooze (unowned), those that hold today */
} WayAttentionSearch;

gboolean way_attention_add           (WayAttentionSearch *search, WaySeverity severity,
                                      WayAttentionKind kind, WayRecord *record, char *text,
                                      char *detail, WayMoment since);
char    *way_attention_name          (WayRecord *record);
gboolean way_attention_is_soon       (WayAttentionSearch *search, WayMoment day);
gboolean way_attention_add_due       (WayAttentionSearch *search, WayRecord *record, WayMoment day);

void     way_attention_find_in_tasks      (WayAttentionSearch *search);
void     way_attention_find_in_milestones (WayAttentionSearch *search);
void     way_attention_find_in_registers  (WayAttentionSearch *search);

G_END_DECLS
