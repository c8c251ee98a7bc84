/* way-explain-private.h: what the files of the explanations share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-explain.h"

#include "document/way-document-private.h"

G_BEGIN_DECLS

/* An explanation in the making. */
typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayScheduler *scheduler;
  WayTask *task;
  WayNetResult result; /* a copy: trying things out builds the network anew */
  GPtrArray *reasons; /* of WayReason */
} WayExplain;

WayReason *way_explain_add      (WayExplain *self, WayTopic topic, WayReasonKind kind, char *text);
void       way_reason_set_task  (WayReason *self, gpointer task);
void       way_reason_set_link  (WayReason *self, WayLink *link);
char      *way_explain_duration (WayExplain *self, gint64 minutes, WayUnit unit);
char      *way_explain_link     (WayPlan *plan, WayLink *link);

void       way_explain_calendar (WayExplain *self, WayMoment asked);
void       way_explain_earlier  (WayExplain *self);
void       way_explain_float    (WayExplain *self);
void       way_explain_drives   (WayExplain *self);

G_END_DECLS
