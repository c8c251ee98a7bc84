/* way-milestone-parts.h: what belongs to a milestone's document: its sections, lists and gates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is a record of its own that names the milestone; these find them in the order in
 * which they stand in the document. An initiative has such a document too. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* @record is a milestone or an initiative; @type has a field called after its type. */
GPtrArray  *way_record_get_parts        (WayRecord *record, const WayRecordType *type);
GPtrArray  *way_record_get_choice       (WayRecord *record, const WayRecordType *type,
                                         const char *field, gint64 choice);
WayRecord  *way_record_add_part         (WayDocument *document, WayRecord *record,
                                         const WayRecordType *type);

GPtrArray  *way_milestone_get_parts     (WayMilestone *self, const WayRecordType *type);
GPtrArray  *way_milestone_get_choice    (WayMilestone *self, const WayRecordType *type,
                                         const char *field, gint64 choice);
GPtrArray  *way_phase_get_items         (WayPhase *self);
WayRecord  *way_milestone_add_part      (WayDocument *document, WayMilestone *self,
                                         const WayRecordType *type);
void        way_milestone_order_parts   (WayDocument *document, GPtrArray *parts);

/* @record is a milestone or an initiative. */
const char *way_section_get_text        (WayRecord *record, const char *key);
void        way_section_set_text        (WayDocument *document, WayRecord *record, const char *key,
                                         const char *text);

/* The gate: what keeps it from being completed. */
GPtrArray  *way_milestone_get_unmet     (WayMilestone *self);
gboolean    way_milestone_check_gate    (WayMilestone *self, GError **error);

GPtrArray  *way_milestone_get_blockers  (WayMilestone *self);
gint64      way_milestone_risk_score    (WayMilestone *self);

G_END_DECLS
