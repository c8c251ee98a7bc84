/* way-decision.c: WayDecision, what was decided, when, by whom and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole cost of a register: this file, its line in the list of types, and
 * nothing in the interface. Number, title, owner, notes and stamps are common. */

#include "model/way-i18n.h"

#include "model/records/way-decision.h"

#define WAY_DECISION_FIELDS(F)                                                                     \
  F (DATE, decided, N_ ("Decided on"), .flags = WAY_FIELD_LIST)                                    \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (TEXT, choice, N_ ("What was chosen"), .flags = WAY_FIELD_LIST | WAY_FIELD_MULTILINE)          \
  F (TEXT, alternatives, N_ ("What was turned down"), .flags = WAY_FIELD_MULTILINE)                \
  F (TEXT, reasons, N_ ("Why"), .flags = WAY_FIELD_MULTILINE)

WAY_DECLARE_RECORD (WayDecision, way_decision, DECISION, WAY_DECISION_FIELDS)

#define ENTRY(...) WAY_FIELD_ENTRY (WayDecision, __VA_ARGS__)
static const WayField decision_fields[] = { WAY_DECISION_FIELDS (ENTRY) };

WayRecordType way_decision_type = {
  .name = "decision",
  .prefix = "D",
  .label = N_ ("Decision"),
  .plural = N_ ("Decisions"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-decision-symbolic",
  .empty = N_ ("What was decided, when, by whom and why, so that nobody has to ask twice."),
  .get_type = way_decision_get_type,
};

WAY_DEFINE_RECORD (WayDecision, way_decision, way_decision_type, decision_fields)
