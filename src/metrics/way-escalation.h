/* way-escalation.h: the clocks of an issue, and to whom it goes when one runs out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_CLOCK_NONE,        /* not open, or the plan's options give it no clock */
  WAY_CLOCK_ACKNOWLEDGE, /* runs until somebody on the level takes note */
  WAY_CLOCK_RESOLVE,     /* runs on each level until the issue is resolved */
} WayEscalationClock;

typedef struct
{
  WayEscalationClock clock; /* the one that ran out first, else the one that runs out next */
  gboolean ran_out;
  gint64 allowed;           /* minutes of working time on the clock */
  WayMoment due;            /* when it runs out, or ran out */
  gint64 level, next;       /* WayEscalationLevel; the same when there is nobody above */
  WayRecord *person;        /* whom to ask on the next level (unowned); NULL = the plan does not say */
} WayEscalationState;

WayEscalationState way_issue_get_escalation    (WayDocument *document, WayIssue *issue);
gboolean           way_escalation_is_due       (const WayEscalationState *state);
char              *way_escalation_format       (WayDocument *document, const WayEscalationState *state);
char              *way_escalation_format_reason (WayDocument *document, const WayEscalationState *state);

G_END_DECLS
