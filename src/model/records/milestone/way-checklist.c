/* way-checklist.c: WayChecklistItem, a line that has to be ticked, and WayPhase, which groups them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-checklist.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayPhase, __VA_ARGS__)
static const WayField phase_fields[] = { WAY_PHASE_FIELDS (ENTRY) };

WayRecordType way_phase_type = {
  .name = "phase",
  .label = N_ ("Phase"),
  .plural = N_ ("Phases"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_phase_get_type,
};

WAY_DEFINE_RECORD (WayPhase, way_phase, way_phase_type, phase_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayChecklistItem, __VA_ARGS__)
static const WayField checklist_item_fields[] = { WAY_CHECKLIST_ITEM_FIELDS (ENTRY) };

WayRecordType way_checklist_item_type = {
  .name = "checklist_item",
  .label = N_ ("Checklist item"),
  .plural = N_ ("Checklist items"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_checklist_item_get_type,
};

WAY_DEFINE_RECORD (WayChecklistItem, way_checklist_item, way_checklist_item_type,
                   checklist_item_fields)

/**
 * way_checklist_item_is_met:
 *
 * Returns: whether it is done, or was waived with a reason
 */
gboolean
way_checklist_item_is_met (WayChecklistItem *self)
{
  return self->done || self->waived;
}

/**
 * way_checklist_is_gate:
 * @list: a #WayChecklist
 *
 * Returns: whether a milestone may not be completed while an item of that list is unmet
 */
gboolean
way_checklist_is_gate (gint64 list)
{
  return list == WAY_CHECKLIST_SUCCESS_CRITERIA || list == WAY_CHECKLIST_DEFINITION_OF_DONE
         || list == WAY_CHECKLIST_QUALITY_GATES;
}
