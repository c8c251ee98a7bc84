/* way-milestone-write.h: brings a milestone's document up to date with the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/milestone/way-milestone-text.h"
#include "exchange/milestone/way-milestone-values.h"

G_BEGIN_DECLS

char     *way_milestone_write    (WayDocument *document, WayMilestone *milestone, GError **error);
WayDocumentSource *way_milestone_source (WayMilestone *milestone);

gboolean  way_slot_same          (const WaySlot *slot, const char *a, const char *b);
char     *way_slot_value         (const WaySlot *slot, WayDocument *document,
                                  const WayRecordType *type, gboolean *understood);
char     *way_slot_render        (const WaySlot *slot, const char *text, const char *value,
                                  gboolean items);

/* The records of a list, and which of them an item stands for. */
GPtrArray *way_milestone_records_of (WayMilestone *milestone, const WayOutlineEntry *entry);
WayRecord *way_item_find_record     (const WayItem *item, WayDocument *document, GPtrArray *records);
char      *way_item_key             (const WayItem *item, WayDocument *document);

G_END_DECLS
