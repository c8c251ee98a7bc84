/* way-rag.h: the Green / Yellow / Red status with its reasons (numbers.md §6).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

typedef struct
{
  WayRag rag;          /* GREEN, YELLOW or RED; never COMPUTED */
  gboolean overridden; /* set by hand, the reason says why */
  GPtrArray *reasons;  /* (element-type utf8): whole sentences, the worst first; never empty */
  GPtrArray *rows;     /* (element-type WayRecord): what each reason is about, NULL where nothing */
} WayRagStatus;

WayRagStatus *way_rag_of_milestone  (WayDocument *document, WayMilestone *milestone);
WayRagStatus *way_rag_of_initiative (WayDocument *document, WayInitiative *initiative);
WayRagStatus *way_rag_of_plan       (WayDocument *document);
void          way_rag_status_free   (WayRagStatus *self);

/* "Green", "Yellow", "Red", translated. */
const char   *way_rag_label         (WayRag rag);
/* "Yellow: MS-004 is forecast 6 working days late." (transfer full) */
char         *way_rag_status_to_text (const WayRagStatus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRagStatus, way_rag_status_free)

G_END_DECLS
