/* way-check-ins.h: the weekly word on a milestone or an initiative: what to propose for it, and which are overdue.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

#define WAY_CHECK_IN_DAYS 7 /* a week without one makes it overdue */

/* @record: a milestone or an initiative. (transfer none) (nullable) */
WayCheckIn *way_check_in_last    (WayRecord *record);

/* What a new one would say, from what has happened since the last. All texts are owned. */
typedef struct
{
  WayMoment date;
  WayRag rag;
  char *reason;
  char *done, *next, *needs; /* an item a line */
} WayCheckInProposal;

WayCheckInProposal *way_check_in_propose       (WayDocument *document, WayRecord *record);
void                way_check_in_proposal_free (WayCheckInProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCheckInProposal, way_check_in_proposal_free)

WayMoment   way_check_in_due      (WayRecord *record);
/* Milestones and initiatives being worked on whose last check-in is older than a week. Who never
 * began with check-ins is not reminded. (transfer full) (element-type WayRecord) */
GPtrArray  *way_check_ins_overdue (WayDocument *document);

G_END_DECLS
