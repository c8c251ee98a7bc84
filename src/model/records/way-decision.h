/* way-decision.h: WayDecision, what was decided, when, by whom and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_TYPE_DECISION (way_decision_get_type ())
GType way_decision_get_type (void);
extern WayRecordType way_decision_type;

G_END_DECLS
